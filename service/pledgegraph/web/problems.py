"""Errors as answers: one table of statuses, one form for machines, one page for people.

Machines get `application/problem+json` (https://www.rfc-editor.org/rfc/rfc9457); who asks for HTML
gets a page. Promises that an unexpected error says nothing of the inside, and that no answer
repeats much of what was sent.
"""

import copy
import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Final

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pledgegraph.errors import (
    JSON,
    Busy,
    DataError,
    EngineFailure,
    InputError,
    InvalidRequest,
    LimitExceeded,
    NotFound,
    PledgegraphError,
)
from pledgegraph.web.negotiation import choose_media_type
from pledgegraph.web.representation import NO_STORE, read_header

PROBLEM_JSON: Final = "application/problem+json"
HTML: Final = "text/html"

_LOG: Final = logging.getLogger(__name__)
_LONGEST_TEXT: Final = 300

# The first class that an error is of decides; a subclass stands before its parent.
STATUSES: Final[tuple[tuple[type[PledgegraphError], HTTPStatus], ...]] = (
    (NotFound, HTTPStatus.NOT_FOUND),
    (LimitExceeded, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (InputError, HTTPStatus.BAD_REQUEST),
    (Busy, HTTPStatus.SERVICE_UNAVAILABLE),
    (EngineFailure, HTTPStatus.INTERNAL_SERVER_ERROR),
    (DataError, HTTPStatus.INTERNAL_SERVER_ERROR),
)
CODES: Final = {
    "NOT_ACCEPTABLE": HTTPStatus.NOT_ACCEPTABLE,
    "UNSUPPORTED_MEDIA_TYPE": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
}
"""Errors whose code, and not their class, says the status."""

ShowPage = Callable[[PledgegraphError, str], bytes]
"""Returns the HTML page for an error and the title of its kind."""


def status_of(error: PledgegraphError) -> HTTPStatus:
    """Return the HTTP status that `error` is answered with."""
    if error.code in CODES:
        return CODES[error.code]
    return next((s for c, s in STATUSES if isinstance(error, c)), HTTPStatus.INTERNAL_SERVER_ERROR)


def answer_error(request: Request, error: Exception, *, show_page: ShowPage) -> Response:
    """Return the answer to `request` that tells `error`; one we did not foresee is masked."""
    found, status, headers = _explain(request, error)
    known = _tame(found)
    title = status.phrase
    forms = (PROBLEM_JSON, HTML)
    # Without a preference, a machine is asking: a browser always names HTML.
    form = choose_media_type(read_header(request, "Accept"), forms) or PROBLEM_JSON
    if form == HTML:
        body = show_page(known, title)
    else:
        problem = {
            **known.fields,
            "type": "about:blank",
            "title": title,
            "status": int(status),
            "detail": known.message,
            "code": known.code,
        }
        body = orjson.dumps(problem, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    sent = {"Cache-Control": NO_STORE, "Vary": "Accept", **headers}
    return Response(body, status_code=status, media_type=form, headers=sent)


def _tame(error: PledgegraphError) -> PledgegraphError:
    """Return `error` in texts that can be encoded, with what it quotes cut to a length."""
    tamed = copy.copy(error)
    tamed.message = _encodable(error.message)
    for value in map(_encodable, _list_texts([*error.fields.values()])):
        if len(value) > _LONGEST_TEXT:
            tamed.message = tamed.message.replace(value, _cut(value))
    tamed.fields = {name: _tame_value(value) for name, value in error.fields.items()}
    return tamed


def _tame_value(value: JSON) -> JSON:
    if isinstance(value, str):
        return _cut(_encodable(value))
    if isinstance(value, list):
        return [_tame_value(item) for item in value]
    return value


def _list_texts(values: list[JSON]) -> list[str]:
    return [value for value in values if isinstance(value, str)]


def _encodable(text: str) -> str:
    # Half a pair of surrogates is a character to Python alone.
    return text.encode("utf-8", "replace").decode("utf-8")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"


def _explain(
    request: Request, error: Exception
) -> tuple[PledgegraphError, HTTPStatus, dict[str, str]]:
    if isinstance(error, Busy):
        return error, status_of(error), {"Retry-After": str(error.seconds)}
    if isinstance(error, PledgegraphError):
        return error, status_of(error), {}
    if isinstance(error, HTTPException):
        return _explain_http(request, error)
    _LOG.error("unexpected error", exc_info=error)
    masked = PledgegraphError("Something went wrong on our side. It was logged.", {})
    return masked, HTTPStatus.INTERNAL_SERVER_ERROR, {}


def _explain_http(
    request: Request, error: HTTPException
) -> tuple[PledgegraphError, HTTPStatus, dict[str, str]]:
    status = HTTPStatus(error.status_code)
    if status is HTTPStatus.NOT_FOUND:
        known: PledgegraphError = NotFound(kind="page", given=request.url.path)
    elif status is HTTPStatus.METHOD_NOT_ALLOWED:
        known = InvalidRequest(
            code=status.name,
            part="method",
            problem=f"{request.method} is not taken at {request.url.path}",
            expected="one of " + ", ".join(sorted((error.headers or {})["Allow"].split(", "))),
        )
    else:
        known = InvalidRequest(
            code=status.name, part="request", problem=status.phrase, expected=status.description
        )
    return known, status, dict(error.headers or {})
