"""`POST /validate`: what is sent is checked against the shapes, and the report is the answer.

Promises that the status says whether there is a report, never what it says: a document that holds
nothing gets one, whose verdict is that nothing was checked. The check runs in a process of its own
(see `validation.pool`), so that other addresses answer meanwhile; and nothing which was sent is
kept.
"""

import math
from functools import partial
from typing import Final

import orjson
from anyio import CapacityLimiter, to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from pledgegraph.errors import Busy, DataError, InvalidArgument, InvalidRequest, InvalidUpload
from pledgegraph.reports.text import format_report, report_json
from pledgegraph.store.files import JSON_LD, TURTLE, SourceFile, create_upload
from pledgegraph.validation.findings import ValidationReport
from pledgegraph.validation.pool import WorkerPool
from pledgegraph.validation.profiles import Profile, parse_profile
from pledgegraph.web.body import read_body, read_media_type
from pledgegraph.web.negotiation import choose_media_type, list_encodings
from pledgegraph.web.representation import (
    Representation,
    create_representation,
    create_response,
    read_header,
)

ACCEPTED: Final = (TURTLE, *JSON_LD)
JSON: Final = "application/json"
TEXT: Final = "text/plain"

_MOST_WAITING: Final = 8


class ValidationEndpoint:
    """The route that checks what is sent."""

    def __init__(self, pool: WorkerPool, *, max_body_bytes: int) -> None:
        """Check with the workers of `pool` what is at most `max_body_bytes` long."""
        self._pool = pool
        self._max_body_bytes = max_body_bytes
        self._at_once = CapacityLimiter(pool.size)
        self._admitted = 0

    def list_routes(self) -> list[Route]:
        """Return the routes."""
        return [Route("/validate", self._respond, methods=["POST"])]

    async def _respond(self, request: Request) -> Response:
        form = _choose_form(request)
        profile = _read_profile(request)
        encodings = list_encodings(read_header(request, "Accept-Encoding"))
        media_type = read_media_type(request, ACCEPTED)
        try:
            body = await read_body(request, max_bytes=self._max_body_bytes)
        except ClientDisconnect:
            return Response(status_code=400)  # to nobody
        file = create_upload(body, media_type=media_type)
        work = partial(self._check, file, profile, form, encodings)
        try:
            return create_response(request, await self._wait_for(work))
        except DataError as error:
            raise InvalidUpload(error) from error

    async def _wait_for(self, work: "partial[Representation]") -> Representation:
        if self._admitted >= self._pool.size + _MOST_WAITING:
            raise Busy(service="validation", seconds=math.ceil(self._pool.seconds))
        self._admitted += 1
        try:
            return await to_thread.run_sync(work, limiter=self._at_once)
        finally:
            self._admitted -= 1

    def _check(
        self, file: SourceFile, profile: Profile, form: str, encodings: tuple[str, ...]
    ) -> Representation:
        body = _write(self._pool.validate(file, profile=profile), form)
        return create_representation(body, media_type=form, encodings=encodings)


def _read_profile(request: Request) -> Profile:
    given = request.query_params.getlist("profile") or [Profile.RECORD.value]
    if len(given) > 1:
        raise InvalidArgument(
            argument="profile", problem=f"it is given {len(given)} times", expected="one profile"
        )
    return parse_profile(given[0])


def _choose_form(request: Request) -> str:
    form = choose_media_type(read_header(request, "Accept"), (JSON, TEXT))
    if form is None:
        raise InvalidRequest(
            code="NOT_ACCEPTABLE",
            part="Accept",
            problem="none of these forms is made here",
            expected=f"{JSON} or {TEXT}",
        )
    return form


def _write(report: ValidationReport, form: str) -> bytes:
    if form == TEXT:
        return f"{format_report(report)}\n".encode()
    return orjson.dumps(report_json(report), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
