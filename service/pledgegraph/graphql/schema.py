"""The schema, made once for each service that is opened."""

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from pledgegraph.graphql.plain_fields import mark_plain_fields
from pledgegraph.graphql.query import Query
from pledgegraph.graphql.types.agents import Assessor, OtherAgent
from pledgegraph.graphql.types.frameworks import FrameworkVersion
from pledgegraph.graphql.types.organisations import Organisation
from pledgegraph.graphql.types.sources import SourceDocument
from pledgegraph.graphql.types.statements import STATEMENT_TYPES


def create_schema() -> strawberry.Schema:
    """Return the schema; the types behind each interface are named here.

    Without that, one that no field gives by itself would be missing.
    """
    return strawberry.Schema(
        query=Query,
        types=[
            *STATEMENT_TYPES,
            Organisation,
            Assessor,
            OtherAgent,
            SourceDocument,
            FrameworkVersion,
        ],
        config=StrawberryConfig(auto_camel_case=True),
    )


def core_schema(schema: strawberry.Schema) -> GraphQLSchema:
    """Return the graphql-core schema under `schema`, which our own execution runs on."""
    core = schema._schema  # noqa: SLF001  # the library has no other way to it
    mark_plain_fields(core)
    return core


def format_schema(schema: strawberry.Schema) -> str:
    """Return the schema in the schema definition language, ending in one newline."""
    return schema.as_str().rstrip() + "\n"
