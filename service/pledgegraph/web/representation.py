"""One form of an answer as bytes, and the HTTP response that carries it.

A representation has one media type, one encoding and so one strong ETag of its own
(https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3). Promises that equal bytes of one form have
equal ETags, whenever and wherever they were made, and that a client which has them gets 304. Must
not know what the bytes say.
"""

import gzip
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from pledgegraph.errors import InvalidRequest
from pledgegraph.web.kept import keep
from pledgegraph.web.negotiation import IDENTITY, list_encodings

REVALIDATE: Final = "public, max-age=0, must-revalidate"
NO_STORE: Final = "no-store"

# Below this a packet is sent anyway, and compressing costs more than it saves.
_WORTH_COMPRESSING: Final = 1_000
_COMPRESSION_LEVEL: Final = 6

_ENTITY_TAG: Final = re.compile(r'(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")')


@dataclass(frozen=True, slots=True)
class Representation:
    """Bytes as they are sent, and what they are."""

    body: bytes
    media_type: str
    encoding: str
    etag: str


def create_representation(
    body: bytes, *, media_type: str, encodings: Sequence[str] = (IDENTITY,)
) -> Representation:
    """Return `body` in the best of the acceptable `encodings`; what is small stays as it is.

    Raises:
        InvalidRequest: no encoding is acceptable.
    """
    if not encodings:
        raise InvalidRequest(
            code="NOT_ACCEPTABLE",
            part="Accept-Encoding",
            problem="it excludes every encoding that is made here",
            expected="gzip or identity",
        )
    small = len(body) < _WORTH_COMPRESSING and IDENTITY in encodings
    encoding = IDENTITY if small else encodings[0]
    # Named by the bytes before compression: the same whichever library compresses them.
    named = hashlib.sha256(f"{media_type}\n{encoding}\n".encode() + body).hexdigest()[:32]
    if encoding == "gzip":
        body = gzip.compress(body, compresslevel=_COMPRESSION_LEVEL, mtime=0)
    return Representation(body, media_type, encoding, f'"{named}"')


def create_response(
    request: Request,
    representation: Representation,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return the response that carries `representation`, or 304 when the client has it.

    A 200 to GET or HEAD may be stored, and is to be revalidated by its ETag, unless `headers` say
    otherwise. Any other response is not to be stored and has no ETag.
    """
    storable = status == HTTPStatus.OK and request.method in {"GET", "HEAD"}
    sent = {
        "Vary": "Accept, Accept-Encoding",
        "Cache-Control": REVALIDATE if storable else NO_STORE,
        **(headers or {}),
    }
    if storable and sent["Cache-Control"] != NO_STORE:
        sent["ETag"] = representation.etag
        keep(request)
        if _has_already(request, representation.etag):
            return Response(status_code=304, headers=sent)
    sent["Content-Type"] = f"{representation.media_type}; charset=utf-8"
    if representation.encoding != IDENTITY:
        sent["Content-Encoding"] = representation.encoding
    if request.method == "HEAD":
        sent["Content-Length"] = str(len(representation.body))
        return Response(status_code=status, headers=sent)
    return Response(representation.body, status_code=status, headers=sent)


def respond(
    request: Request,
    body: bytes,
    *,
    media_type: str,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return the response to `request` whose body is `body`, encoded as the client prefers.

    Raises:
        InvalidRequest: no encoding is acceptable.
    """
    encodings = list_encodings(read_header(request, "Accept-Encoding"))
    representation = create_representation(body, media_type=media_type, encodings=encodings)
    return create_response(request, representation, status=status, headers=headers)


def read_header(request: Request, name: str) -> str | None:
    """Return a header that is a list, however many lines it came in; None when there is none."""
    lines = request.headers.getlist(name)
    return ", ".join(lines) if lines else None


def _has_already(request: Request, etag: str) -> bool:
    """Whether If-None-Match names `etag`; compared weakly, RFC 9110, section 13.1.2."""
    condition = read_header(request, "If-None-Match")
    if condition is None:
        return False
    return condition.strip() == "*" or etag in _ENTITY_TAG.findall(condition)
