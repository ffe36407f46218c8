"""The web service: every route, over one opened service.

Promises that each answer carries the same security headers, that data may be read from any site,
and that an error is answered in the form that was asked for. Must not read settings or files
itself: both are given.
"""

from collections.abc import Mapping
from functools import partial

import orjson
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pledgegraph import __version__
from pledgegraph.bootstrap import Service
from pledgegraph.errors import EngineFailure, PledgegraphError
from pledgegraph.graphql.context import Context
from pledgegraph.graphql.execution import Executor
from pledgegraph.graphql.request import GraphQLRequest
from pledgegraph.graphql.schema import core_schema, create_schema
from pledgegraph.settings import Settings
from pledgegraph.validation.pool import WorkerPool
from pledgegraph.web.faults import Faults
from pledgegraph.web.graphql import GraphQLEndpoint
from pledgegraph.web.headers import SecurityHeaders
from pledgegraph.web.kept import KeptResponses
from pledgegraph.web.pages import create_pages
from pledgegraph.web.problems import answer_error
from pledgegraph.web.rendering import Deployment
from pledgegraph.web.site import Site
from pledgegraph.web.validation import ValidationEndpoint


def create_app(service: Service, settings: Settings) -> FastAPI:
    """Return the application that answers from `service`."""
    organisations = len(service.catalogue.organisations)
    executor = Executor(core_schema(create_schema()), organisations=organisations)
    cache_bytes = settings.cache_megabytes * 1_000_000
    pool = WorkerPool(service.files, size=settings.validation_workers, engine=settings.engine)
    context = Context(service.catalogue, checks=pool, cache_bytes=cache_bytes)
    pages = create_pages(
        service,
        partial(ask_page, executor, context),
        Deployment(settings.base_url, settings.report_to),
    )
    answer = partial(answer_error, show_page=pages.show_problem)

    async def answer_known(request: Request, error: Exception) -> Response:
        return answer(request, error)

    app = FastAPI(
        title="Pledgegraph",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        exception_handlers={PledgegraphError: answer_known, HTTPException: answer_known},
    )
    endpoint = GraphQLEndpoint(
        executor,
        context=context,
        revision=service.catalogue.revision,
        cache_bytes=cache_bytes,
        max_body_bytes=settings.max_body_kilobytes * 1_000,
    )
    app.router.routes.append(Route("/graphql", endpoint))
    validation = ValidationEndpoint(pool, max_body_bytes=settings.max_body_kilobytes * 1_000)
    app.router.routes.extend(validation.list_routes())
    app.router.routes.extend(Site(service, pages, cache_bytes=cache_bytes).list_routes())
    # The last one added stands outermost.
    app.add_middleware(Faults, answer=answer)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST"],
        allow_headers=["content-type"],
        expose_headers=["etag"],
    )
    app.add_middleware(
        KeptResponses,
        max_bytes=cache_bytes,
        max_body_bytes=settings.max_body_kilobytes * 1_000,
    )
    return app


def ask_page(
    executor: Executor, context: Context, document: str, variables: Mapping[str, object]
) -> bytes:
    """Return the data that a page's GraphQL document is answered with, as JSON.

    Raises:
        EngineFailure: there is an error in the answer, which a page's own document never has.
    """
    answer = executor.execute(GraphQLRequest(document, variables=variables), context=context)
    if answer.code is not None:
        raise EngineFailure(engine="GraphQL", problem=answer.code)
    return orjson.dumps(
        answer.result["data"], option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    )
