"""The schema, made once for each service that is opened."""

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from pledgegraph.graphql.query import Query
from pledgegraph.graphql.types import STATEMENT_TYPES, Concept, Edition, Reading, SummitEvent


def create_schema() -> strawberry.Schema:
    """Return the schema; types that only an interface leads to are named here."""
    return strawberry.Schema(
        query=Query,
        types=[*STATEMENT_TYPES, Concept, Edition, Reading, SummitEvent],
        config=StrawberryConfig(auto_camel_case=True),
    )


def core_schema(schema: strawberry.Schema) -> GraphQLSchema:
    """Return the graphql-core schema under `schema`, which our own execution runs on."""
    return schema._schema  # noqa: SLF001  # the library has no other way to it


def format_schema(schema: strawberry.Schema) -> str:
    """Return the schema in the schema definition language, ending in one newline."""
    return schema.as_str().rstrip() + "\n"
