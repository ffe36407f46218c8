"""Responses kept whole, in front of everything that makes them.

The same request gets the same response from here without routing, parsing or negotiation; what
asks the same in other words is for the caches behind. Promises that a response is kept only when
what made it says that it is repeatable, under everything in the request that it may depend on; and
that what is kept is bounded, requests included. Must not know what a response says.
"""

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final, TypeAlias

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pledgegraph.graphql.bounded_cache import BoundedCache

_MOST_RESPONSES: Final = 10_000
_BYTES_PER_RESPONSE: Final = 2_000

# A response may depend on these, on method, path, query and body, and on nothing else: one that
# varies by another header is not kept.
_LOOKED_AT: Final = frozenset(
    {b"accept", b"accept-encoding", b"content-type", b"content-encoding", b"origin"}
)
# A request with one of these asks for something else than the whole response.
_PARTIAL: Final = frozenset({b"if-none-match", b"transfer-encoding"})
_MOST_DIGITS: Final = 9
_NAME: Final = "pledgegraph.making"

_Headers: TypeAlias = tuple[tuple[bytes, bytes], ...]
_Key: TypeAlias = tuple[str, str, bytes, _Headers, bytes]


@dataclass(slots=True)
class _Making:
    """A response while it is made: passed on as it comes, and noted."""

    send: Send
    is_repeatable: bool = False
    status: int = 0
    headers: _Headers = ()
    pieces: list[bytes] = field(default_factory=list)
    is_ended: bool = False

    async def pass_on(self, message: Message) -> None:
        """Note `message` and send it."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = tuple((name, value) for name, value in message["headers"])
        elif message["type"] == "http.response.body":
            self.pieces.append(message.get("body", b""))
            self.is_ended = not message.get("more_body", False)
        await self.send(message)

    @property
    def is_to_be_kept(self) -> bool:
        """Whether it is whole, and the same at every time for all that a key holds."""
        return (
            self.is_repeatable
            and self.status == HTTPStatus.OK
            and self.is_ended
            and _list_varying(self.headers) <= _LOOKED_AT
        )


def keep(request: Request) -> None:
    """Say that `request` on the same data has the same response again, so that it may be kept."""
    making: _Making | None = request.scope.get(_NAME)
    if making is not None:
        making.is_repeatable = True


class KeptResponses:
    """ASGI middleware, the outermost, that answers what it has answered before."""

    def __init__(self, app: ASGIApp, *, max_bytes: int, max_body_bytes: int) -> None:
        """Wrap `app`; keep `max_bytes`, and look only at requests of `max_body_bytes` at most."""
        self._app = app
        self._max_body_bytes = max_body_bytes
        self._kept: BoundedCache[_Key, tuple[_Headers, bytes]] = BoundedCache(
            max_entries=_MOST_RESPONSES, max_bytes=max_bytes
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        if not self._is_for_us(scope):
            await self._app(scope, receive, send)
            return
        body = b""
        if scope["method"] == "POST":
            body, receive = await _read(receive)
        looked_at = tuple(h for h in scope["headers"] if h[0] in _LOOKED_AT)
        key = (scope["method"], scope["path"], scope["query_string"], looked_at, body)
        kept = self._kept.find(key)
        if kept is None:
            await self._make(key, scope, receive, send)
            return
        headers, content = kept
        await send({"type": "http.response.start", "status": 200, "headers": list(headers)})
        await send({"type": "http.response.body", "body": content})

    def _is_for_us(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD", "POST"}:
            return False
        length = b"0" if scope["method"] != "POST" else b""
        for name, value in scope["headers"]:
            if name in _PARTIAL:
                return False
            if name == b"content-length":
                length = value
        # What announces no length, or a longer one, is for the application to refuse.
        short = length.isdigit() and len(length) <= _MOST_DIGITS
        return short and int(length) <= self._max_body_bytes

    async def _make(self, key: _Key, scope: Scope, receive: Receive, send: Send) -> None:
        making = scope[_NAME] = _Making(send)
        await self._app(scope, receive, making.pass_on)
        if making.is_to_be_kept:
            body = b"".join(making.pieces)
            pairs = (*making.headers, *key[3])
            lengths = [len(part) for pair in pairs for part in pair]
            size = sum(lengths) + len(body) + len(key[1]) + len(key[2]) + len(key[4])
            self._kept.add(key, (making.headers, body), size=size + _BYTES_PER_RESPONSE)


async def _read(receive: Receive) -> tuple[bytes, Receive]:
    """Return the body of a request of a bounded length, and what gives its messages again."""
    messages: list[Message] = []
    while not messages or messages[-1].get("more_body", False):
        messages.append(await receive())
    waiting = iter(messages)

    async def receive_again() -> Message:
        return next(waiting, None) or await receive()

    return b"".join(m.get("body", b"") for m in messages), receive_again


def _list_varying(headers: _Headers) -> frozenset[bytes]:
    """Return the names of the request's headers that the response says it varies by."""
    lines = (value for name, value in headers if name == b"vary")
    return frozenset(name.strip().lower() for line in lines for name in line.split(b","))
