"""The routes of the pages, and what stands beside them: redirects, assets, health.

Promises that a page is made beside the event loop, so that other addresses answer meanwhile, and
made once: the data behind it never changes while it is served. What a page does not know in a query
is passed over, but for those whose state stands in it: they refuse.
"""

from collections.abc import Callable, Mapping
from functools import partial
from importlib.resources import files
from typing import Final, TypeAlias
from urllib.parse import quote

import orjson
from anyio import CapacityLimiter, to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pledgegraph.bootstrap import Service
from pledgegraph.graphql.bounded_cache import BoundedCache
from pledgegraph.terms import SITE
from pledgegraph.web.addresses import describe, get_address, has_description
from pledgegraph.web.forms import CSV, HTML, TABLE_FORMATS, TURTLE, choose_form, split_suffix
from pledgegraph.web.negotiation import choose_media_type, list_encodings
from pledgegraph.web.pages import Pages
from pledgegraph.web.representation import (
    Representation,
    create_representation,
    create_response,
    read_header,
    respond,
)
from pledgegraph.web.rules import show_shapes
from pledgegraph.web.stateful import StatefulPage

ASSETS: Final[Mapping[str, str]] = {"css": "text/css", "svg": "image/svg+xml"}
READ: Final = ("GET", "HEAD")

_MOST_AT_ONCE: Final = 2
_MOST_PAGES: Final = 10_000
_BYTES_PER_PAGE: Final = 1_000

Show: TypeAlias = Callable[[str], bytes]
"""Returns a page in the form of a media type."""

_Key: TypeAlias = tuple[str, str, tuple[str, ...]]
_Cache: TypeAlias = BoundedCache[_Key, Representation]


class Site:
    """The routes over one opened service."""

    def __init__(self, service: Service, pages: Pages, *, cache_bytes: int) -> None:
        """Serve `pages`, and keep at most `cache_bytes` of what was made."""
        self._service = service
        self._pages = pages
        folder = (files("pledgegraph.web") / "assets").iterdir()
        self._assets = {asset.name: asset.read_bytes() for asset in folder}
        self._threads = CapacityLimiter(_MOST_AT_ONCE)
        self._kept: _Cache = BoundedCache(max_entries=_MOST_PAGES, max_bytes=cache_bytes // 2)
        self._kept_states: _Cache = BoundedCache(
            max_entries=_MOST_PAGES, max_bytes=cache_bytes // 2
        )

    def list_routes(self) -> list[Route]:
        """Return the routes."""
        routes = {
            "/commitments": self._show_commitments,
            "/commitments.json": self._show_commitments,
            "/commitments.ttl": self._show_commitments,
            "/index.txt": self._show_text,
            "/requirements/{name}": self._show_requirement,
            "/organisations": self._show_organisations,
            "/organisations.json": self._show_organisations,
            "/organisations.csv": self._show_organisations,
            "/organisations.ttl": self._show_organisations,
            "/organisations/{name}": self._show_organisation,
            "/organisations/{name}/{table}.csv": self._show_table,
            "/frameworks/{organisation}/{framework}/{version}": self._redirect_to_version,
            "/evidence/{organisation}/{name}": self._redirect_to_evidence,
            "/id/{path:path}": self._redirect,
            "/req/{path:path}": self._redirect,
            "/profile/{path:path}": self._redirect,
            "/shapes": self._redirect,
            "/shapes.ttl": self._show_shapes,
            "/assets/{name}": self._show_asset,
            "/health": self._show_health,
            "/ready": self._show_ready,
        }
        for page in self._pages.stateful:
            routes |= dict.fromkeys(page.list_paths(), partial(self._show_stateful, page))
        return [Route(path, show, methods=READ) for path, show in routes.items()]

    async def _show_stateful(self, page: StatefulPage, request: Request) -> Response:
        state, form = page.read(request, self._service.catalogue.get_times)
        show = partial(page.make, self._pages.renderer, state)
        # What everyone asks for is not to be pushed out by one state after another.
        kept = self._kept_states if state.given else self._kept
        return await self._respond(request, state.address(), form, show, kept)

    async def _show_commitments(self, request: Request) -> Response:
        name, form = split_suffix(request.url.path)
        return await self._respond(
            request, name, form or choose_form(request), self._pages.show_instrument
        )

    async def _show_text(self, request: Request) -> Response:
        """Answer the text that places count in, as it was read."""
        text = self._pages.instrument.edition.file.text
        return respond(request, text.encode(), media_type="text/plain")

    async def _show_requirement(self, request: Request) -> Response:
        name, form = split_suffix(request.path_params["name"])
        show = partial(self._pages.show_statement, name)
        return await self._respond(
            request, f"/requirements/{name}", form or choose_form(request), show
        )

    async def _show_organisations(self, request: Request) -> Response:
        name, form = split_suffix(request.url.path, TABLE_FORMATS)
        show = self._pages.organisations.show_list
        return await self._respond(request, name, form or choose_form(request, TABLE_FORMATS), show)

    async def _show_organisation(self, request: Request) -> Response:
        name, form = split_suffix(request.path_params["name"], TABLE_FORMATS)
        show = partial(self._pages.organisations.show_organisation, name)
        return await self._respond(
            request, f"/organisations/{name}", form or choose_form(request, TABLE_FORMATS), show
        )

    async def _show_table(self, request: Request) -> Response:
        name, table = request.path_params["name"], request.path_params["table"]

        def show(_: str) -> bytes:
            return self._pages.organisations.show_table(name, table)

        return await self._respond(request, f"/organisations/{name}/{table}", CSV, show)

    async def _redirect_to_version(self, request: Request) -> Response:
        given = request.path_params
        version = self._service.catalogue.get_version(
            given["organisation"], given["framework"], given["version"]
        )
        return self._lead_to(version.iri)

    async def _redirect_to_evidence(self, request: Request) -> Response:
        given = request.path_params
        name = f"{given['organisation']}/{given['name']}"
        evidence = self._service.catalogue.get_evidence(name)
        return self._lead_to(evidence.iri)

    def _lead_to(self, iri: str) -> Response:
        return RedirectResponse(get_address(self._service, iri.removeprefix(SITE)), 303)

    async def _redirect(self, request: Request) -> Response:
        """Lead to the page of a thing; who prefers Turtle to what is stated about just it."""
        path = request.scope["path"]
        name, form = split_suffix(path)
        if form == TURTLE:
            show = partial(describe, self._service, name[1:])
            return await self._respond(request, name, form, lambda _: show())
        wanted = choose_media_type(read_header(request, "Accept"), (HTML, TURTLE))
        if wanted == TURTLE and has_description(self._service, path[1:]):
            address = f"{quote(path)}.ttl"
        else:
            address = get_address(self._service, path[1:])
        return RedirectResponse(address, 303, headers={"Vary": "Accept"})

    async def _show_shapes(self, request: Request) -> Response:
        """Answer every shape: of an IRI such as `shapes#P-I.a` the fragment is not sent."""

        def show(_: str) -> bytes:
            return show_shapes(self._service)

        return await self._respond(request, "/shapes", TURTLE, show)

    async def _show_asset(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self._assets:
            raise HTTPException(404)
        media_type = ASSETS[name.rpartition(".")[2]]
        return respond(request, self._assets[name], media_type=media_type)

    async def _show_health(self, _: Request) -> Response:
        return Response(b'{"status":"ok"}', media_type="application/json")

    async def _show_ready(self, _: Request) -> Response:
        body = orjson.dumps({"status": "ready", "revision": self._service.catalogue.revision})
        return Response(body, media_type="application/json")

    async def _respond(
        self, request: Request, name: str, form: str, show: Show, cache: _Cache | None = None
    ) -> Response:
        """Return the page `name` in `form`, as it was kept or as `show` makes it."""
        encodings = list_encodings(read_header(request, "Accept-Encoding"))
        key = (name, form, encodings)
        cache = self._kept if cache is None else cache
        kept = cache.find(key)
        if kept is None:

            def work() -> Representation:
                return create_representation(show(form), media_type=form, encodings=encodings)

            kept = await to_thread.run_sync(work, limiter=self._threads)
            cache.add(key, kept, size=len(kept.body) + len(name) + _BYTES_PER_PAGE)
        return create_response(request, kept)
