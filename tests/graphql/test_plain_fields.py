"""`pledgegraph.graphql.plain_fields`: the same answers as graphql-core gives, errors included."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

import pytest
import strawberry
from graphql import GraphQLSchema, execute_sync, parse
from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.bootstrap import Service
from pledgegraph.graphql.context import Context
from pledgegraph.graphql.plain_fields import PlainExecutor, mark_plain_fields
from pledgegraph.graphql.schema import core_schema, create_schema

ASKED = "{ record { name nick count share day colour shout loud words inner { name } } }"


@strawberry.enum
class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Record:
    """What the resolvers read: it may hold anything."""

    values: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        found = self.values[name]
        if isinstance(found, Exception):
            raise found
        return found


def _shout(root: Any) -> str:
    return str(root.name).upper()


def _shout_at(root: Any, info: strawberry.Info) -> str:
    return f"{root.name}{info.field_name}"


@strawberry.type
class Inner:
    name: str


@strawberry.type
class RecordType:
    name: str
    nick: str | None
    count: int
    share: float | None
    day: date | None
    colour: Colour | None
    shout: str = strawberry.field(resolver=_shout)
    loud: str = strawberry.field(resolver=_shout_at)
    words: list[str] | None
    inner: Inner | None

    @classmethod
    def is_type_of(cls, _value: Any, _info: Any) -> bool:
        return True


def _find_record(info: strawberry.Info) -> Any:
    return info.context


@strawberry.type
class Query:
    record: RecordType | None = strawberry.field(resolver=_find_record)


def _create(*, is_marked: bool) -> GraphQLSchema:
    schema = strawberry.Schema(Query)._schema
    if is_marked:
        mark_plain_fields(schema)
    return schema


PLAIN, MARKED = _create(is_marked=False), _create(is_marked=True)


def answer(schema: GraphQLSchema, record: Record, **options: Any) -> Any:
    found = execute_sync(schema, parse(ASKED), context_value=record, **options)
    return found.data, [error.formatted for error in found.errors or ()]


VALUES = st.one_of(
    st.none(),
    st.text(max_size=3),
    st.integers(),
    st.booleans(),
    st.floats(),
    st.dates(),
    st.sampled_from([*Colour, "red", "green"]),
    st.just(RuntimeError("broken")),
    st.lists(st.text(max_size=3), max_size=2),
)
NAMES = ("name", "nick", "count", "share", "day", "colour", "words", "inner")


@given(st.fixed_dictionaries(dict.fromkeys(NAMES, VALUES)))
def test_answers_and_errors_are_those_of_graphql_core(values: dict[str, Any]) -> None:
    record = Record({**values, "inner": values["inner"] and Record({"name": values["inner"]})})
    expected = repr(answer(PLAIN, record))  # not a number is not equal to itself
    assert repr(answer(MARKED, record, executor_class=PlainExecutor)) == expected


def test_a_field_that_needs_no_more_than_its_record_is_read_directly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    values = {"name": "a", "nick": None, "count": 1, "share": 0.5, "day": date(2025, 2, 11)}
    record = Record({**values, "colour": Colour.RED, "words": ["b"], "inner": None})
    asked: list[str] = []

    class Noting(PlainExecutor):
        def complete_value(self, return_type: Any, details: Any, *rest: Any) -> Any:
            asked.append(details[0].node.name.value)
            return super().complete_value(return_type, details, *rest)

    data, errors = answer(MARKED, record, executor_class=Noting)
    assert errors == []
    assert data["record"] == {
        "name": "a",
        "nick": None,
        "count": 1,
        "share": 0.5,
        "day": "2025-02-11",
        "colour": "RED",
        "shout": "A",
        "loud": "aloud",
        "words": ["b"],
        "inner": None,
    }
    assert set(asked) == {"record", "loud", "words", "inner"}


def test_an_answer_of_the_service_is_that_of_graphql_core(service: Service) -> None:
    document = parse(
        """{
          a: organisations(first: 20) { nodes { __typename id slug label legalName aliases
            endorsement { id cohort { notation } issued { stated earliest } }
            evidence(first: 3) { nodes { id identifier locator } totalCount } } }
          requirements(first: 20) { nodes { id identifier severity modality { label } } }
        }"""
    )
    context = Context(service.catalogue)
    untouched = create_schema()._schema
    expected = execute_sync(untouched, document, context_value=context)
    schema = core_schema(create_schema())
    found = execute_sync(schema, document, context_value=context, executor_class=PlainExecutor)
    assert (found.errors, found.data) == (expected.errors, expected.data)
