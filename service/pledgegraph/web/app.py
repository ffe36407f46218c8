"""The web service: every route, over one opened service.

Promises that each answer carries the same security headers, that data may be read from any site,
and that an error is answered in the form that was asked for. Must not read settings or files
itself: both are given.
"""

from collections.abc import Callable, Mapping
from functools import partial
from importlib.resources import files
from typing import Final

import orjson
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pledgegraph import __version__
from pledgegraph.bootstrap import Service
from pledgegraph.errors import InvalidRequest, NotFound, PledgegraphError
from pledgegraph.graphql.context import Context
from pledgegraph.graphql.execution import Executor
from pledgegraph.graphql.request import GraphQLRequest
from pledgegraph.graphql.schema import core_schema, create_schema
from pledgegraph.model import Provision, Statement
from pledgegraph.settings import Settings
from pledgegraph.terms import ID
from pledgegraph.web.graphql import GraphQLEndpoint
from pledgegraph.web.headers import SecurityHeaders
from pledgegraph.web.negotiation import choose_media_type
from pledgegraph.web.pages import FORMATS, HTML, Pages, create_pages, split_suffix
from pledgegraph.web.problems import answer_error
from pledgegraph.web.representation import read_header, respond

ASSETS: Final[Mapping[str, str]] = {"css": "text/css", "svg": "image/svg+xml"}
READ: Final = ("GET", "HEAD")

Show = Callable[[str], bytes]
"""Returns a page in the form of a media type."""


def create_app(service: Service, settings: Settings) -> FastAPI:
    """Return the application that answers from `service`."""
    executor = Executor(core_schema(create_schema()))
    context = Context(service.catalogue)
    pages = create_pages(service, partial(_ask, executor, context))

    async def answer(request: Request, error: Exception) -> Response:
        return answer_error(request, error, show_page=pages.show_problem)

    app = FastAPI(
        title="Pledgegraph",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        exception_handlers={
            PledgegraphError: answer,
            HTTPException: answer,
            Exception: answer,
        },
    )
    endpoint = GraphQLEndpoint(
        executor,
        context=context,
        revision=service.catalogue.revision,
        cache_bytes=settings.cache_megabytes * 1_000_000,
        max_body_bytes=settings.max_body_kilobytes * 1_000,
    )
    app.router.routes.append(Route("/graphql", endpoint))
    app.router.routes.extend(list_routes(service, pages))
    app.add_middleware(SecurityHeaders)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST"],
        allow_headers=["content-type"],
        expose_headers=["etag"],
    )
    return app


def list_routes(service: Service, pages: Pages) -> list[Route]:
    """Return the routes of pages, data, redirects, assets and health."""
    catalogue = service.catalogue

    async def show_home(request: Request) -> Response:
        return _show(request, pages.show_instrument, _form_of(request))

    async def show_index(request: Request) -> Response:
        _, form = split_suffix(request.url.path)
        return _show(request, pages.show_instrument, form or HTML)

    async def show_requirement(request: Request) -> Response:
        name, form = split_suffix(request.path_params["name"])
        show = partial(pages.show_statement, name)
        return _show(request, show, form or _form_of(request))

    async def redirect_requirement(request: Request) -> Response:
        given = request.path_params
        statement = catalogue.get_statement(given["instrument"], given["name"])
        return RedirectResponse(f"/requirements/{statement.identifier}", 303)

    async def redirect_id(request: Request) -> Response:
        return RedirectResponse(_address_of(service, request.path_params["path"]), 303)

    async def show_asset(request: Request) -> Response:
        return _show_asset(request, request.path_params["name"])

    async def show_health(_: Request) -> Response:
        return Response(b'{"status":"ok"}', media_type="application/json")

    async def show_ready(_: Request) -> Response:
        body = orjson.dumps({"status": "ready", "revision": catalogue.revision})
        return Response(body, media_type="application/json")

    return [
        Route("/", show_home, methods=READ),
        Route("/index.json", show_index, methods=READ),
        Route("/index.ttl", show_index, methods=READ),
        Route("/requirements/{name}", show_requirement, methods=READ),
        Route("/req/{instrument}/{name}", redirect_requirement, methods=READ),
        Route("/id/{path:path}", redirect_id, methods=READ),
        Route("/assets/{name}", show_asset, methods=READ),
        Route("/health", show_health, methods=READ),
        Route("/ready", show_ready, methods=READ),
    ]


def _ask(
    executor: Executor, context: Context, document: str, variables: Mapping[str, str]
) -> bytes:
    answer = executor.execute(GraphQLRequest(document, variables=variables), context=context)
    return orjson.dumps(
        answer.result["data"], option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    )


def _show(request: Request, show: Show, form: str) -> Response:
    return respond(request, show(form), media_type=form)


def _form_of(request: Request) -> str:
    offers = (HTML, *FORMATS.values())
    form = choose_media_type(read_header(request, "Accept"), offers)
    if form is None:
        raise InvalidRequest(
            code="NOT_ACCEPTABLE",
            part="Accept",
            problem="none of these forms is made here",
            expected="one of " + ", ".join(offers),
        )
    return form


def _address_of(service: Service, path: str) -> str:
    """Return the address here of what `ID[path]` names; a part leads to the page it is shown on."""
    record = service.catalogue.find_node(ID[path])
    if isinstance(record, Provision):
        return f"/#{record.identifier}"
    if isinstance(record, Statement):
        return f"/requirements/{record.identifier}"
    if record is not None:
        return "/"
    raise NotFound(kind="thing", given=ID[path])


def _show_asset(request: Request, name: str) -> Response:
    media_type = ASSETS.get(name.rpartition(".")[2])
    asset = files("pledgegraph.web") / "assets" / name
    if media_type is None or "/" in name or not asset.is_file():
        raise HTTPException(404)
    return respond(request, asset.read_bytes(), media_type=media_type)
