"""What we did not foresee, answered inside all the rest.

The framework answers an unexpected error outside every middleware, so without the headers that each
answer carries. This middleware stands innermost and answers it there.
"""

from collections.abc import Callable
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Answer: TypeAlias = Callable[[Request, Exception], Response]
"""Returns the answer to a request that failed."""


class Faults:
    """ASGI middleware that answers an unexpected error; one in mid-answer ends the connection."""

    def __init__(self, app: ASGIApp, *, answer: Answer) -> None:
        """Wrap `app`; `answer` says what a failed request is told."""
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer it when nothing was answered yet and something failed."""
        started = False

        async def note(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, note)
        except Exception as error:
            if started or scope["type"] != "http":
                raise
            response = self._answer(Request(scope, receive), error)
            await response(scope, receive, send)
