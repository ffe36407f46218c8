"""The web service: every route, over one opened service.

Promises that each answer carries the same security headers, that data may be read from any site,
and that an error is answered in the form that was asked for. Must not read settings or files
itself: both are given.
"""

from collections.abc import Awaitable, Callable, Mapping
from importlib.resources import files
from typing import Final

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pledgegraph import __version__
from pledgegraph.bootstrap import Service
from pledgegraph.graphql.context import Context
from pledgegraph.graphql.schema import core_schema, create_schema
from pledgegraph.settings import Settings
