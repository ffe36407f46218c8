"""Ask the schema as the service does, without a server."""

from typing import Any

from pledgegraph.bootstrap import Service
from pledgegraph.graphql.context import Context
from pledgegraph.graphql.execution import Executor
from pledgegraph.graphql.request import GraphQLRequest
from pledgegraph.graphql.schema import core_schema, create_schema

EXECUTOR = Executor(core_schema(create_schema()))


def answer(service: Service, query: str, **variables: Any) -> dict[str, Any]:
    """Return the whole answer to `query`: data, errors or both."""
    request = GraphQLRequest(query, variables=variables)
    return dict(EXECUTOR.execute(request, context=Context(service.catalogue)).result)


def ask(service: Service, query: str, **variables: Any) -> dict[str, Any]:
    """Return the data that `query` is answered with; an error fails the test."""
    found = answer(service, query, **variables)
    assert "errors" not in found, found["errors"]
    data: dict[str, Any] = found["data"]
    return data
