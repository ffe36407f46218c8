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
        bind("SELECT ?s # WHERE { ?s ?p $name }", {"name": Literal("a")})


@pytest.mark.parametrize(
    "before",
    [
        "# Which WHERE { holds it's $name?\n",
        "PREFIX w: <https://example.org/#WHERE{>\n",
        'PREFIX where: <https://example.org/>\n# SELECT ?x WHERE { }\r\n# "\n',
    ],
)
def test_values_stand_in_the_clause_and_not_in_what_precedes_it(before: str) -> None:
    query = before + "SELECT ?s ('WHERE { \\' SELECT' AS ?t) WHERE # it\n { ?s <x:p> $name }"
    bound = bind(query, {"name": Literal("a")})
    assert bound == query[: -len(" ?s <x:p> $name }")] + ' VALUES $name { "a" } ?s <x:p> $name }'


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?s ?p $name }",
        "SELECT ?s { { SELECT ?s WHERE { ?s ?p $name } } }",
        "SELECT ?s { ?s ?p $name . { SELECT ?s WHERE { ?s ?p ?o } } }",
        "SELECT (EXISTS { ?a ?b ?c } AS ?e) WHERE { ?s ?p $name }",
    ],
)
def test_a_clause_that_is_not_the_first_group_is_refused(query: str) -> None:
    with pytest.raises(ValueError, match="another group"):
        bind(query, {"name": Literal("a")})


def test_a_bound_value_is_found_after_a_comment() -> None:
    store = EmbeddedStore.from_files([turtle_file('<x:s> <https://example.org/name> "a" .')])
    query = "# Where is it? WHERE { $name }\n" + QUERY
    assert store.select(bind(query, {"name": Literal("a")})).rows == ((Iri("x:s"),),)
    assert store.select(bind(query, {"name": Literal("b")})).rows == ()
