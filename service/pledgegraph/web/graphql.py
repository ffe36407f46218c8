"""GraphQL over HTTP: one address that takes a request and answers it.

Follows https://graphql.github.io/graphql-over-http/draft/ as the audits of its reference
implementation have it: where the draft has since moved a refusal from 400 to 422, this stays with
400; a partial answer is 200. As `application/graphql-response+json` a request that was not executed
is 400, as `application/json` it is 200, since older clients read no other. Promises that an answer
is kept only when it is a query's and has no errors, under everything that makes it what it is; that
resolvers run beside the event loop, so that other addresses answer meanwhile; and that a fault of
ours is logged, and told without its details. Must not know which schema it serves.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

import orjson
from anyio import CapacityLimiter, to_thread
from graphql import OperationType
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from pledgegraph.errors import InvalidRequest, PledgegraphError
from pledgegraph.graphql.bounded_cache import BoundedCache
from pledgegraph.graphql.execution import (
    READING,
    READING_AND_WRITING,
    Answer,
    Executor,
    RequestKey,
)
from pledgegraph.graphql.masking import INTERNAL, UNEXPECTED, describe_error
from pledgegraph.graphql.request import GraphQLRequest
from pledgegraph.web.body import UNSUPPORTED_MEDIA_TYPE
from pledgegraph.web.graphql_request import read_request
from pledgegraph.web.kept import keep
from pledgegraph.web.negotiation import choose_media_type, list_encodings
from pledgegraph.web.representation import (
    NO_STORE,
    Representation,
    create_representation,
    create_response,
    read_header,
)

RESPONSE_JSON: Final = "application/graphql-response+json"
JSON: Final = "application/json"

# Resolvers hold the interpreter: more of them at once make each slower and none faster.
_MOST_AT_ONCE: Final = 4
_MOST_ANSWERS: Final = 10_000
_BYTES_PER_ANSWER: Final = 1_000

_STATUS: Final[Mapping[str, int]] = {
    "METHOD_NOT_ALLOWED": 405,
    "NOT_ACCEPTABLE": 406,
    "BODY_BYTES_LIMIT_EXCEEDED": 413,
    "URL_BYTES_LIMIT_EXCEEDED": 414,
    UNSUPPORTED_MEDIA_TYPE: 415,
}

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _AnswerKey:
    """Everything that makes the bytes of an answer what they are."""

    request: RequestKey
    revision: str
    media_type: str
    encodings: tuple[str, ...]


class GraphQLEndpoint:
    """An ASGI application that answers GraphQL requests over one revision of the data."""

    def __init__(
        self,
        executor: Executor,
        *,
        context: object,
        revision: str,
        cache_bytes: int = 32_000_000,
        max_body_bytes: int = 100_000,
    ) -> None:
        """Execute with `executor`, giving `context` to resolvers; keep `cache_bytes` of answers.

        `revision` names the data that `context` reads: another revision is another endpoint.
        """
        self._executor = executor
        self._context = context
        self._revision = revision
        self._max_body_bytes = max_body_bytes
        self._threads = CapacityLimiter(_MOST_AT_ONCE)
        self._answers: BoundedCache[_AnswerKey, Representation] = BoundedCache(
            max_entries=_MOST_ANSWERS, max_bytes=cache_bytes
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        media_type = JSON
        try:
            _check_method(request)
            media_type = _choose_media_type(request)
            encodings = list_encodings(read_header(request, "Accept-Encoding"))
            asked = await read_request(request, max_bytes=self._max_body_bytes)
            return await self._answer(request, asked, media_type, encodings)
        except PledgegraphError as error:
            described = {"errors": [describe_error(error).formatted]}
            status = _STATUS.get(error.code, 400)
            return _respond_without_answer(request, described, status, media_type)
        except ClientDisconnect:
            raise
        except Exception:  # noqa: BLE001  # logged, and told without its details
            _log.exception("A GraphQL request could not be answered")
            told = {"errors": [{"message": UNEXPECTED, "extensions": {"code": INTERNAL}}]}
            return _respond_without_answer(request, told, 500, media_type)

    async def _answer(
        self, request: Request, asked: GraphQLRequest, media_type: str, encodings: tuple[str, ...]
    ) -> Response:
        named = self._executor.name_request(asked)
        key = _AnswerKey(named, self._revision, media_type, encodings)
        kept = self._answers.find(key)
        if kept is not None:
            keep(request)
            return create_response(request, kept)
        allowed = READING_AND_WRITING if request.method == "POST" else READING

        def work() -> tuple[Answer, Representation]:
            answer = self._executor.execute(asked, context=self._context, allowed=allowed)
            body = orjson.dumps(answer.result)
            return answer, create_representation(body, media_type=media_type, encodings=encodings)

        answer, representation = await to_thread.run_sync(work, limiter=self._threads)
        if not answer.is_repeatable:
            return _respond_once(request, answer, representation)
        size = len(representation.body) + len(named.variables) + _BYTES_PER_ANSWER
        self._answers.add(key, representation, size=size)
        keep(request)
        return create_response(request, representation)


def _check_method(request: Request) -> None:
    if request.method not in {"GET", "HEAD", "POST"}:
        raise InvalidRequest(
            code="METHOD_NOT_ALLOWED",
            part="method",
            problem=f"{request.method} is not taken here",
            expected="GET or POST",
        )


def _choose_media_type(request: Request) -> str:
    accept = read_header(request, "Accept")
    # Who names the newer type reads it; who takes anything may be an older client.
    newer_first = RESPONSE_JSON in (accept or "").lower()
    offers = (RESPONSE_JSON, JSON) if newer_first else (JSON, RESPONSE_JSON)
    chosen = choose_media_type(accept, offers)
    if chosen is None:
        raise InvalidRequest(
            code="NOT_ACCEPTABLE",
            part="Accept",
            problem=f"“{accept}” has nothing that is made here",
            expected=f"{RESPONSE_JSON} or {JSON}",
        )
    return chosen


def _respond_once(request: Request, answer: Answer, representation: Representation) -> Response:
    """Return the response to a mutation, or one that tells of an error: it is not to be kept."""
    headers = {"Cache-Control": NO_STORE}
    status = HTTPStatus.OK
    if request.method != "POST" and answer.operation is OperationType.MUTATION:
        status, headers["Allow"] = HTTPStatus.METHOD_NOT_ALLOWED, "POST"
    elif not answer.is_executed and representation.media_type == RESPONSE_JSON:
        status = HTTPStatus.BAD_REQUEST
    return create_response(request, representation, status=status, headers=headers)


def _respond_without_answer(
    request: Request, told: Mapping[str, Any], status: int, media_type: str
) -> Response:
    """Return the response to a request that never reached the executor, or broke it."""
    headers = {"Allow": "GET, HEAD, POST"} if status == HTTPStatus.METHOD_NOT_ALLOWED else {}
    representation = create_representation(orjson.dumps(told), media_type=media_type)
    return create_response(request, representation, status=status, headers=headers)
