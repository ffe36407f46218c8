"""`pledgegraph.store.port`."""

import pytest

from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.port import bind
from pledgegraph.store.term import Iri, Literal
from tests.samples import turtle_file

QUERY = "SELECT ?s WHERE { ?s <https://example.org/name> $name }"
HOSTILE = (
    'x" } UNION { ?s ?p ?o } #',
    "x' } ; DROP ALL",
    "$name ?s {{{",
    "\\",
    "line\nbreak\r\ttab",
    "\u0000\u007f",
    "\\u0022",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    store = EmbeddedStore.from_files([turtle_file('<x:s> <https://example.org/name> "other" .')])
    assert store.select(bind(QUERY, {"name": Literal(text)})).rows == ()


def test_a_bound_value_is_found() -> None:
    store = EmbeddedStore.from_files([turtle_file('<x:s> <https://example.org/name> "a \\"b" .')])
    answer = store.select(bind(QUERY, {"name": Literal('a "b')}))
    assert answer.rows == ((Iri("x:s"),),)


def test_several_values_are_alternatives() -> None:
    bound = bind(QUERY, {"name": [Literal("a"), Literal("b")]})
    assert 'VALUES $name { "a" "b" }' in bound


def test_a_hostile_iri_is_refused() -> None:
    with pytest.raises(ValueError, match="not an IRI"):
        bind(QUERY, {"name": Iri("x> } . { ?s ?p ?o")})


@pytest.mark.parametrize("name", ["missing", "na me", "s } #"])
def test_a_name_that_is_no_variable_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no variable"):
        bind(QUERY, {name: Literal("a")})


def test_a_query_without_where_is_refused() -> None:
    with pytest.raises(ValueError, match="no WHERE"):
        bind("ASK { ?s ?p $name }", {"name": Literal("a")})
