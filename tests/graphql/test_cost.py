"""`pledgegraph.graphql.cost`."""

from typing import Any

import pytest
from graphql import (
    OperationDefinitionNode,
    VariableValues,
    get_introspection_query,
    get_variable_values,
    is_interface_type,
    is_object_type,
    parse,
    validate,
)

from pledgegraph.graphql.cost import Cost, CostModel
from tests.library import create_schema

SCHEMA = create_schema()
MODEL = CostModel(SCHEMA)


def measure(query: str, **variables: Any) -> Cost:
    document = parse(query)
    assert validate(SCHEMA, document) == []
    operation = next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    values = get_variable_values(SCHEMA, operation.variable_definitions or (), variables)
    assert isinstance(values, VariableValues), values
    return MODEL.measure(document, operation, values)


@pytest.mark.parametrize(
    ("query", "cost"),
    [
        ("{ hello }", 1),
        ("{ hello counted: hello }", 2),
        ('{ book(id: "b1") { title author { name } } }', 4),
        # A plain list is taken to have 10 values; one of leaves is 10 itself.
        ("{ authors { name } }", 1 + 10),
        ("{ authors { friends { name id } } }", 1 + 10 * (1 + 10 * 2)),
        ('{ book(id: "b1") { words } }', 1 + 10),
        # A list that is given one is as long.
        ('{ nodes(ids: ["a1", "a2", "b1"]) { id } }', 1 + 3),
        ("{ nodes(ids: []) { id } }", 1),
        # A page is as long as it is asked for, and 20 without that.
        ("{ books(first: 7) { nodes { title } totalCount } }", 1 + (1 + 7) + 1),
        ("{ books(last: 7) { edges { cursor node { title } } } }", 1 + (1 + 7 * 3)),
        ("{ books { nodes { title } } }", 1 + (1 + 20)),
        ("{ books(first: 0) { nodes { title } } }", 2),
        # What the field itself refuses counts as the nearest it would take.
        ("{ books(first: 1000000) { nodes { title } } }", 1 + (1 + 100)),
        ("{ books(first: -5) { nodes { title } } }", 2),
        # The page's size is for its own lists, not for lists further in.
        ("{ books(first: 7) { nodes { author { friends { id } } } } }", 2 + 7 * (2 + 10)),
        ("{ books(first: 7) { nodes { words } } }", 2 + 7 * 10),
        # A filter costs what looking through the list may take, whatever is on the page.
        ('{ books(first: 7, filter: {title: "x"}) { totalCount } }', 1 + 10 + 1 + 1),
        ('{ books(first: 0, filter: {words: ["x", "y", "z"]}) { totalCount } }', 1 + 10 + 3 + 1),
        ('{ books(filter: {all: [{title: "x"}, {title: "y"}]}) { totalCount } }', 1 + 10 + 2 + 1),
        ("{ books(filter: {}) { totalCount } }", 1 + 10 + 1),
        ("{ books(filter: null) { totalCount } }", 2),
        ('{ authors { books(after: "x", before: "y") { totalCount } } }', 1 + 10 * 2),
        ("mutation { borrow(id: 1) }", 1),
        ("{ __typename }", 1),
    ],
)
def test_values_are_counted(query: str, cost: int) -> None:
    assert measure(query) == Cost(data=cost, introspection=0)


@pytest.mark.parametrize(
    ("query", "variables", "cost"),
    [
        ("query ($n: Int) { books(first: $n) { nodes { id } } }", {"n": 50}, 52),
        ("query ($n: Int) { books(first: $n) { nodes { id } } }", {}, 22),
        ("query ($n: Int) { books(first: $n) { nodes { id } } }", {"n": None}, 22),
        ("query ($n: Int = 3) { books(first: $n) { nodes { id } } }", {}, 5),
        ("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ["a1"] * 40}, 41),
        ("query ($id: ID!) { nodes(ids: [$id, $id]) { id } }", {"id": "a1"}, 3),
        (
            "query ($f: BookFilter) { books(filter: $f) { totalCount } }",
            {"f": {"title": "x", "words": ["y"] * 500}},
            1 + 10 + 501 + 1,
        ),
        ("query ($f: BookFilter) { books(filter: $f) { totalCount } }", {}, 2),
    ],
)
def test_variables_count_as_what_they_hold(query: str, variables: Any, cost: int) -> None:
    assert measure(query, **variables).data == cost


@pytest.mark.parametrize(
    ("query", "cost"),
    [
        ("{ ...F } fragment F on Query { hello }", 1),
        ("{ ...F ...F } fragment F on Query { hello }", 2),
        ('{ node(id: "a1") { id ... on Book { title } ... on Author { name } } }', 4),
        ("{ ... { hello } ... @include(if: false) { hello } }", 2),
        (
            "{ a: books(first: 2) { ...P } b: books(first: 5) { ...P } }"
            "fragment P on BookConnection { nodes { ...B } } fragment B on Book { id title }",
            (2 + 2 * 2) + (2 + 5 * 2),
        ),
    ],
)
def test_fragments_count_where_they_are_spread(query: str, cost: int) -> None:
    assert measure(query).data == cost


def test_a_bomb_of_fragments_is_counted_without_going_off() -> None:
    fragments = "".join(
        f"fragment F{n} on Author {{ friends {{ ...F{n + 1} }} x: friends {{ ...F{n + 1} }} }}"
        for n in range(45)
    )
    found = measure(f"{{ authors {{ ...F0 }} }} {fragments} fragment F45 on Author {{ id }}")
    # The true number has some sixty digits; this is the largest that all readers of JSON hold.
    assert found == Cost(data=9_007_199_254_740_991, introspection=0)


def test_the_schema_is_counted_apart() -> None:
    types = len(SCHEMA.type_map)
    assert measure("{ __schema { types { name } } hello }") == Cost(1, 2 + types)
    assert measure('{ __type(name: "Book") { name kind } hello }') == Cost(1, 3)


def test_lists_of_the_schema_are_as_long_as_they_are_on_average() -> None:
    types = list(SCHEMA.type_map.values())
    composite = [t for t in types if is_object_type(t) or is_interface_type(t)]
    fields = sum(len(t.fields) for t in composite)
    found = measure("{ __schema { types { fields { name } inputFields { name } } } }")
    # The one input type has three fields.
    assert found == Cost(0, 2 + 2 * len(types) + fields + 3)


def test_what_tools_ask_of_the_schema_is_counted_near_what_they_get() -> None:
    found = measure(get_introspection_query(input_value_deprecation=True))
    assert found.data == 0
    assert 1_000 < found.introspection < 20_000
