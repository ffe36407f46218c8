"""`pledgegraph.graphql.limits`."""

import time
from typing import Any

import pytest
from graphql import Lexer, Source, TokenKind, get_introspection_query, parse, validate
from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.errors import LimitExceeded
from pledgegraph.graphql.limits import (
    Limits,
    check_depth_of_variables,
    check_document,
    count_tokens,
)
from tests.library import create_schema

FEW = Limits(
    fragments=2,
    aliases=2,
    directives=4,
    directives_at_one_place=2,
    repeated_fields=2,
    depth=3,
    variables_depth=3,
)
TOKENS = st.sampled_from(
    [
        *"!$&()[]{}:=|@",
        "...",
        "name",
        "_",
        "on",
        "0",
        "-12",
        "1.5e+3",
        '""',
        '"text"',
        '"a \\" b"',
        '"# no comment"',
        '"""block"""',
        '"""a " b "" c \\""" d\n\n e"""',
        '"""\\ n"""',
        "# a comment\n",
        '# "not a string\r',
        ",",
        " ",
        "\n",
    ]
)


def list_exceeded(document: str, limits: Limits = FEW) -> tuple[str, int, int] | None:
    """Return the code, the maximum and the number found; None when all is within limits."""
    try:
        check_document(parse(document), limits)
    except LimitExceeded as error:
        return (error.code, error.fields["maximum"], error.fields["found"])  # type: ignore[return-value]
    return None


@pytest.mark.parametrize(
    "document",
    [
        "{ a { b { c } } }",
        "{ x: a y: b }",
        "{ a a a }",
        "{ a @skip(if: $x) @include(if: $y) b @skip(if: $x) @include(if: $y) }",
        "{ ...F ...G } fragment F on T { a { b { c } } } fragment G on T { a }",
        "{ a { x { a } } b { x { a } } }",
        "{ ... on A { id } ... on B { id } ... on C { id } }",
    ],
)
def test_what_is_within_every_limit_passes(document: str) -> None:
    assert list_exceeded(document) is None


@pytest.mark.parametrize(
    ("document", "exceeded"),
    [
        ("{ a { b { c { d } } } }", ("DEPTH_LIMIT_EXCEEDED", 3, 4)),
        ("{ a { ... on A { b { ... { c { d } } } } } }", ("DEPTH_LIMIT_EXCEEDED", 3, 4)),
        ("{ a { ...F } } fragment F on T { b { c { d } } }", ("DEPTH_LIMIT_EXCEEDED", 3, 4)),
        ("query Q { a } mutation M { a { b { c { d } } } }", ("DEPTH_LIMIT_EXCEEDED", 3, 4)),
        ("{ x: a y: b z: c }", ("ALIASES_LIMIT_EXCEEDED", 2, 3)),
        ("{ x: a { y: a } ...F } fragment F on T { z: a }", ("ALIASES_LIMIT_EXCEEDED", 2, 3)),
        ("{ a a a a }", ("REPEATED_FIELDS_LIMIT_EXCEEDED", 2, 3)),
        ("{ a ... on T { a ... { a a } } }", ("REPEATED_FIELDS_LIMIT_EXCEEDED", 2, 3)),
        ("{ a { b } a { b } a { c b } }", ("REPEATED_FIELDS_LIMIT_EXCEEDED", 2, 4)),
        ("{ a b @x @x @x }", ("DIRECTIVES_AT_ONE_PLACE_LIMIT_EXCEEDED", 2, 3)),
        ("query @x @x @x { a }", ("DIRECTIVES_AT_ONE_PLACE_LIMIT_EXCEEDED", 2, 3)),
        ("{ ... @x @x @x { a } }", ("DIRECTIVES_AT_ONE_PLACE_LIMIT_EXCEEDED", 2, 3)),
        ("{ ...F @x @x @x }", ("DIRECTIVES_AT_ONE_PLACE_LIMIT_EXCEEDED", 2, 3)),
        ("query ($v: Int @x @x @x) { a }", ("DIRECTIVES_AT_ONE_PLACE_LIMIT_EXCEEDED", 2, 3)),
        (
            "query ($v: Int @x) @x { a @x ...F @x } fragment F on T @x { b }",
            ("DIRECTIVES_LIMIT_EXCEEDED", 4, 5),
        ),
        (
            "{ a } fragment F on T { a } fragment G on T { a } fragment H on T { a }",
            ("FRAGMENTS_LIMIT_EXCEEDED", 2, 3),
        ),
    ],
)
def test_what_is_over_a_limit_is_refused(document: str, exceeded: tuple[str, int, int]) -> None:
    assert list_exceeded(document) == exceeded


@pytest.mark.parametrize(
    "document",
    [
        "{ ...F } fragment F on T { a { ...F } }",
        "{ ...F } fragment F on T { a { ...G } } fragment G on T { a { ...F } }",
        "{ ...F }",
        "fragment F on T { ...F }",
        "type T { a: Int }",
    ],
)
def test_what_validation_refuses_is_counted_to_an_end(document: str) -> None:
    assert list_exceeded(document) is None


def test_a_fragment_bomb_is_measured_once_for_each_fragment() -> None:
    fragments = "".join(
        f"fragment F{n} on T {{ a {{ ...F{n + 1} }} b {{ ...F{n + 1} }} }}" for n in range(49)
    )
    document = f"{{ ...F0 }} {fragments} fragment F49 on T {{ a }}"
    assert list_exceeded(document, Limits()) == ("DEPTH_LIMIT_EXCEEDED", 20, 50)


def test_nesting_without_fields_is_no_depth_and_no_danger() -> None:
    fragments = "".join(
        f"fragment F{n} on T {{ {'... { ' * 150} ...F{n + 1} {'}' * 150} }}" for n in range(49)
    )
    document = f"{{ ...F0 }} {fragments} fragment F49 on T {{ a }}"
    assert list_exceeded(document, Limits()) is None


def test_what_every_tool_asks_of_a_schema_is_within_the_limits() -> None:
    document = get_introspection_query(
        specified_by_url=True,
        directive_is_repeatable=True,
        schema_description=True,
        input_value_deprecation=True,
    )
    assert count_tokens(document) < Limits().tokens // 2
    assert list_exceeded(document, Limits()) is None


@pytest.mark.parametrize(
    ("variables", "found"), [({}, 1), ({"a": 1}, 1), ({"a": [1]}, 2), ({"a": [{"b": 1}, 2]}, 3)]
)
def test_variables_may_nest_a_little(variables: dict[str, Any], found: int) -> None:
    check_depth_of_variables(variables, Limits(variables_depth=found))
    with pytest.raises(LimitExceeded) as caught:
        check_depth_of_variables(variables, Limits(variables_depth=found - 1))
    assert caught.value.code == "VARIABLES_DEPTH_LIMIT_EXCEEDED"


def test_variables_that_nest_without_end_are_refused() -> None:
    endless: dict[str, Any] = {}
    endless["a"] = endless
    with pytest.raises(LimitExceeded) as caught:
        check_depth_of_variables(endless, Limits())
    assert caught.value.fields == {"limit": "variables-depth", "maximum": 16, "found": 17}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("", 0),
        ("{ a }", 3),
        ("{a,b,,c}", 5),
        ('query ($n: [Int!] = [-1, 2.5]) { a(x: "b c") ...F @y } # all', 28),
        ('{ a(x: """two\nlines""") }', 8),
        ("# one\n# two\r# three", 3),
    ],
)
def test_tokens_are_counted(source: str, found: int) -> None:
    assert count_tokens(source) == found


@given(st.lists(TOKENS, max_size=30))
def test_tokens_are_counted_as_the_parser_counts_them(tokens: list[str]) -> None:
    source = " ".join(tokens)
    lexer = Lexer(Source(source))
    first = lexer.token
    while lexer.advance().kind is not TokenKind.EOF:
        pass
    counted = 0
    token = first.next
    while token and token.kind is not TokenKind.EOF:
        counted += 1
        token = token.next
    assert count_tokens(source) == counted


@given(st.text())
def test_any_text_can_be_counted(source: str) -> None:
    assert 0 <= count_tokens(source) <= len(source)


def spread_everything(inner: str, count: int = 50) -> str:
    spreads = " ".join(f"...F{n}" for n in range(count))
    fragments = "".join(f"fragment F{n} on Query {{ {inner} }}" for n in range(count))
    return f"{{ {spreads} }} {fragments}"


def layer(width: int, layers: int) -> str:
    fragments = []
    for level in range(layers):
        last = level + 1 == layers
        names = " ".join(f"...F{level + 1}_{n}" for n in range(width))
        inner = "name" if last else f"friends {{ {names} }} friends {{ {names} }}"
        fragments += [f"fragment F{level}_{n} on Author {{ {inner} }}" for n in range(width)]
    top = " ".join(f"...F0_{n}" for n in range(width))
    return f"{{ authors {{ {top} }} }} {' '.join(fragments)}"


@pytest.mark.parametrize(
    "document",
    [
        spread_everything("hello authors { id name } books { nodes { id } } executions"),
        spread_everything("authors { friends { friends { friends { friends { id } } } } }"),
        layer(4, 10),
        layer(10, 4),
        "{ authors {" + " name" * 80 + "} }",
        "{ authors {" + "".join(f" x{n}: name" for n in range(30)) + " name" * 79 + "} }",
    ],
    ids=["all fields", "chains", "narrow layers", "wide layers", "repeats", "aliases"],
)
def test_the_worst_that_is_let_through_is_validated_soon(document: str) -> None:
    assert count_tokens(document) <= Limits().tokens
    parsed = parse(document)
    check_document(parsed, Limits())
    schema = create_schema()
    start = time.process_time()
    problems = validate(schema, parsed, max_errors=10, hide_suggestions=True)
    # Two hundred milliseconds were the most ever seen; without limits there are seconds.
    assert time.process_time() - start < 1.5
    assert problems == []
