"""The body of a request: its media type, and its bytes up to a limit.

Promises that a body is never read further than it may be long. Must not know what is in it.
"""

from collections.abc import Sequence
from typing import Final

from starlette.requests import Request

from pledgegraph.errors import InvalidRequest, LimitExceeded
from pledgegraph.web.negotiation import parse_element

UNSUPPORTED_MEDIA_TYPE: Final = "UNSUPPORTED_MEDIA_TYPE"


def read_media_type(request: Request, accepted: Sequence[str]) -> str:
    """Return which of the `accepted` media types the body is said to be of, in UTF-8 and as it is.

    Raises:
        InvalidRequest: it is of another one, in another character encoding, or compressed.
    """
    header = request.headers.get("content-type", "")
    name, parameters = parse_element(header) or ("", {})
    if name not in accepted or parameters.get("charset", "utf-8") not in {"utf-8", "utf8"}:
        raise InvalidRequest(
            code=UNSUPPORTED_MEDIA_TYPE,
            part="Content-Type",
            problem=f"“{header}” is not read here" if header else "there is none",
            expected=" or ".join(accepted) + " in UTF-8",
        )
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding != "identity":
        raise InvalidRequest(
            code=UNSUPPORTED_MEDIA_TYPE,
            part="Content-Encoding",
            problem=f"“{encoding}” is not read here",
            expected="a body as it is, without an encoding",
        )
    return name


async def read_body(request: Request, *, max_bytes: int) -> bytes:
    """Return the body.

    Raises:
        LimitExceeded: it is longer than `max_bytes`, or is said to be.
    """
    announced = request.headers.get("content-length", "")
    if announced.isdigit():
        check_length("body-bytes", maximum=max_bytes, found=int(announced))
    body = bytearray()
    # A body in chunks announces no length, so it is counted as it comes.
    async for chunk in request.stream():
        body += chunk
        check_length("body-bytes", maximum=max_bytes, found=len(body))
    return bytes(body)


def check_length(limit: str, *, maximum: int, found: int) -> None:
    """Return when `found` is at most `maximum`.

    Raises:
        LimitExceeded: it is more.
    """
    if found > maximum:
        raise LimitExceeded(
            limit=limit, maximum=maximum, found=found, remedy="send a shorter request, or several"
        )
