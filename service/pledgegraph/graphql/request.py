"""What a GraphQL client asks: a document, which operation of it, and its variables.

Promises one canonical form, so that two requests which ask the same are seen to be the same. Must
not know where a request came from, be it HTTP, a file or a command line.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from pledgegraph.errors import InvalidRequest


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """One request, as https://spec.graphql.org/draft/#sec-Execution has it."""

    query: str
    operation_name: str | None = None
    variables: Mapping[str, Any] = field(default_factory=dict)
    extensions: Mapping[str, Any] = field(default_factory=dict)


def hash_document(query: str) -> bytes:
    """Return the SHA-256 of the document's UTF-8: what names it in a cache."""
    return hashlib.sha256(query.encode("utf-8", "surrogatepass")).digest()


def format_variables(variables: Mapping[str, Any]) -> bytes:
    """Return the variables as canonical JSON: equal for equal values, whatever their order.

    >>> format_variables({"b": [1, {"y": None, "x": "é"}], "a": True}).decode()
    '{"a":true,"b":[1,{"x":"é","y":null}]}'

    Raises:
        InvalidRequest: they are no JSON, or nest deeper than JSON is written here.
    """
    try:
        return orjson.dumps(dict(variables), option=orjson.OPT_SORT_KEYS)
    except (TypeError, ValueError) as error:
        raise InvalidRequest(
            code="BAD_VARIABLES",
            part="variables",
            problem="they cannot be written as JSON",
            expected="an object of JSON values",
        ) from error
