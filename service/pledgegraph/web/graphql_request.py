"""A GraphQL request read from HTTP: the parameters of a URL, or a JSON body.

Follows https://graphql.github.io/graphql-over-http/draft/#sec-Request. Promises that a body is
never read further than it may be long, and that what cannot be taken is refused with a code for the
reason. Must not know any schema.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qsl

import orjson
from starlette.requests import Request

from pledgegraph.errors import InvalidRequest, LimitExceeded
from pledgegraph.graphql.request import GraphQLRequest
from pledgegraph.web.body import check_length, read_body, read_media_type

BAD_REQUEST: Final = "BAD_REQUEST"
# What the JSON parser reads at most.
_DEEPEST_JSON: Final = 1_024
_JSON_MARK: Final = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[\]{}]')

# Each parameter with its field, its type, and its type in words.
_PARAMETERS: Final[Mapping[str, tuple[str, type, str]]] = {
    "query": ("query", str, "a GraphQL document, a string"),
    "operationName": ("operation_name", str, "the name of an operation, a string"),
    "variables": ("variables", dict, "a JSON object"),
    "extensions": ("extensions", dict, "a JSON object"),
}


async def read_request(request: Request, *, max_bytes: int) -> GraphQLRequest:
    """Return what a GET, HEAD or POST request asks; `max_bytes` bounds its URL query or body.

    Raises:
        InvalidRequest: it is of another media type, or no GraphQL request.
        LimitExceeded: the URL or the body is longer than `max_bytes`.
    """
    if request.method != "POST":
        return _read_parameters(_parse_url(request, max_bytes))
    read_media_type(request, ("application/json",))
    return _read_parameters(_parse_body(await read_body(request, max_bytes=max_bytes)))


def _parse_url(request: Request, max_bytes: int) -> dict[str, Any]:
    raw: bytes = request.scope["query_string"]
    check_length("url-bytes", maximum=max_bytes, found=len(raw))
    try:
        pairs = parse_qsl(
            raw.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=50
        )
    except ValueError as error:
        raise InvalidRequest(
            code=BAD_REQUEST,
            part="URL",
            problem="its parameters cannot be read",
            expected="percent-encoded UTF-8, and at most 50 parameters",
        ) from error
    for name, count in Counter(name for name, _ in pairs).items():
        if count > 1 and name in _PARAMETERS:
            raise _refuse_parameter(name, f"it is given {count} times", "it once")
    # An empty parameter is one that was not given.
    given: dict[str, Any] = {name: value for name, value in pairs if value}
    for name in ("variables", "extensions"):
        if name in given:
            try:
                given[name] = orjson.loads(given[name])
            except orjson.JSONDecodeError as error:
                _check_depth(f"{name}-depth", given[name].encode())
                raise _refuse_parameter(name, "it is no JSON", "a JSON object") from error
    return given


def _parse_body(body: bytes) -> dict[str, Any]:
    try:
        given = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        _check_depth("body-depth", body)
        raise InvalidRequest(
            code="BAD_JSON",
            part="body",
            problem=f"it is no JSON ({error.msg}, line {error.lineno}, column {error.colno})"
            if body
            else "it is empty",
            expected='a JSON object such as {"query": "{ __typename }"}',
        ) from error
    if isinstance(given, list):
        raise InvalidRequest(
            code="BATCHING_NOT_SUPPORTED",
            part="body",
            problem=f"it is a list of {len(given)} requests",
            expected="one request, a JSON object",
        )
    if not isinstance(given, dict):
        raise InvalidRequest(
            code=BAD_REQUEST,
            part="body",
            problem="it is no JSON object",
            expected='one such as {"query": "{ __typename }"}',
        )
    return given


def _read_parameters(given: Mapping[str, Any]) -> GraphQLRequest:
    values: dict[str, Any] = {}
    for name, (field, kind, expected) in _PARAMETERS.items():
        value = given.get(name)
        if value is not None and not isinstance(value, kind):
            raise _refuse_parameter(name, "it is of another type", expected)
        if value is not None:
            values[field] = value
    if "query" not in values:
        if "documentId" in given:
            raise InvalidRequest(
                code="DOCUMENT_ID_NOT_SUPPORTED",
                part="documentId",
                problem="no documents are kept here",
                expected="the document itself, in the parameter query",
            )
        raise _refuse_parameter(
            "query", "it is missing", "a GraphQL document such as { __typename }"
        )
    return GraphQLRequest(**values)


def _refuse_parameter(name: str, problem: str, expected: str) -> InvalidRequest:
    return InvalidRequest(code=BAD_REQUEST, part=name, problem=problem, expected=expected)


def _check_depth(limit: str, text: bytes) -> None:
    """Tell JSON that nests too deep from what is no JSON; both are refused by the parser."""
    depth = deepest = 0
    for mark in _JSON_MARK.findall(text):
        depth += (mark in (b"[", b"{")) - (mark in (b"]", b"}"))
        deepest = max(deepest, depth)
    if deepest > _DEEPEST_JSON:
        raise LimitExceeded(
            limit=limit, maximum=_DEEPEST_JSON, found=deepest, remedy="nest it less deeply"
        )
