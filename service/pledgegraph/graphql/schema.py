"""The schema, made once for each service that is opened."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

import strawberry
from graphql import GraphQLSchema, is_object_type
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.schema_converter import GraphQLCoreConverter

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
    """Return the graphql-core schema under `schema`, which our own execution runs on.

    Fields that give an attribute of their record do so without what the library puts around every
    resolver: measured, a matrix of 360 cells takes a fourteenth less.
    """
    core = schema._schema  # noqa: SLF001  # the library has no other way to it
    for type in filter(is_object_type, core.type_map.values()):
        for field in type.fields.values():
            # So the library marks the resolver of a field that has none of its own.
            if getattr(field.resolve, "_is_default", False):
                definition = field.extensions[GraphQLCoreConverter.DEFINITION_BACKREF]
                field.resolve = _reading(definition.python_name)
    return core


def _reading(attribute: str) -> Callable[[Any, object], Any]:
    read = attrgetter(attribute)

    def resolve(root: Any, _: object) -> Any:
        return read(root)

    return resolve


def format_schema(schema: strawberry.Schema) -> str:
    """Return the schema in the schema definition language, ending in one newline."""
    return schema.as_str().rstrip() + "\n"
