"""A small library as a GraphQL service: every kind of field that execution has to deal with."""

import time
from collections.abc import Callable
from itertools import count
from typing import Any

from graphql import GraphQLSchema, build_schema
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from pledgegraph.errors import NotFound
from pledgegraph.graphql.execution import Executor
from pledgegraph.web.graphql import GraphQLEndpoint

SDL = """
interface Node { id: ID! }
type Book implements Node { id: ID! title: String! author: Author! words: [String!]! }
type Author implements Node {
  id: ID!
  name: String!
  friends: [Author!]!
  books(first: Int, after: String, last: Int, before: String): BookConnection!
}
type BookConnection { edges: [BookEdge!]! nodes: [Book!]! totalCount: Int! }
type BookEdge { cursor: String! node: Book! }
input BookFilter { title: String words: [String!] all: [BookFilter!] }
type Query {
  hello(name: String = "world"): String!
  long(length: Int!): String!
  book(id: ID!): Book!
  books(first: Int, last: Int, filter: BookFilter): BookConnection!
  authors: [Author!]!
  node(id: ID!): Node
  nodes(ids: [ID!]!): [Node]!
  broken(message: String = "a secret"): String
  notANumber: Int
  authorsBroken: [Author!]
  missing: String!
  sleep(seconds: Float!): Boolean!
  executions: Int!
}
type Mutation { borrow(id: ID!): Boolean! }
"""

AUTHORS = {
    "a1": {"id": "a1", "name": "Ada", "kind": "Author"},
    "a2": {"id": "a2", "name": "Ben", "kind": "Author"},
}
BOOKS = {
    "b1": {"id": "b1", "title": "Roots", "author": AUTHORS["a1"], "words": [], "kind": "Book"},
    "b2": {"id": "b2", "title": "Leaves", "author": AUTHORS["a2"], "words": [], "kind": "Book"},
}
RECORDS: dict[str, Any] = {**AUTHORS, **BOOKS}


def get_book(_: Any, __: Any, *, id: str) -> Any:
    if id not in BOOKS:
        raise NotFound(kind="book", given=id, nearest=tuple(BOOKS))
    return BOOKS[id]


def fail(*_: Any, message: str = "a secret") -> Any:
    raise RuntimeError(message)


def list_books(*_: Any, **__: Any) -> Any:
    books = list(BOOKS.values())
    return {
        "edges": [{"cursor": book["id"], "node": book} for book in books],
        "nodes": books,
        "totalCount": len(books),
    }


def sleep(*_: Any, seconds: float) -> bool:
    time.sleep(seconds)
    return True


def create_schema() -> GraphQLSchema:
    """Return the library's schema, with resolvers that count, fail and wait."""
    schema = build_schema(SDL)
    executions = count(1)
    resolvers: dict[str, dict[str, Callable[..., Any]]] = {
        "Query": {
            "hello": lambda _, info, name: f"Hello, {info.context or name}!",
            "long": lambda *_, length: "x" * length,
            "book": get_book,
            "books": list_books,
            "authors": lambda *_: list(AUTHORS.values()),
            "node": lambda *_, id: RECORDS.get(id),
            "nodes": lambda *_, ids: [RECORDS.get(id) for id in ids],
            "broken": fail,
            "notANumber": lambda *_: "twelve",
            "authorsBroken": lambda *_: [{"id": str(n)} for n in range(8)],
            "sleep": sleep,
            "executions": lambda *_: next(executions),
        },
        "Author": {"books": list_books, "friends": lambda *_: list(AUTHORS.values())},
        "Mutation": {"borrow": lambda *_, id: id in BOOKS},
    }
    for name, fields in resolvers.items():
        for field, resolver in fields.items():
            schema.type_map[name].fields[field].resolve = resolver  # type: ignore[attr-defined]
    node = schema.type_map["Node"]
    node.resolve_type = lambda record, *_: record["kind"]  # type: ignore[attr-defined]
    return schema


async def answer_health(_: Request) -> PlainTextResponse:
    return PlainTextResponse("ok")


def create_app(**settings: Any) -> Starlette:
    """Return the library's service; `settings` are those of its GraphQL endpoint."""
    endpoint = GraphQLEndpoint(
        Executor(create_schema()), **{"context": None, "revision": "r1", **settings}
    )
    return Starlette(routes=[Route("/graphql", endpoint), Route("/health", answer_health)])
