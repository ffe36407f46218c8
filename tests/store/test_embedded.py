"""`pledgegraph.store.embedded`."""

import pytest

from pledgegraph.errors import DataError, InvalidArgument
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.term import BlankNode, Iri, Literal, Triple
from tests.samples import turtle_file

ONE = turtle_file("<x:s> <x:p> 1 , 'text'@en .", "data/one.ttl")
TWO = turtle_file("<x:s> <x:p> 1 ; <x:q> <x:s/part> . <x:s/part> <x:r> (2) .", "data/two.ttl")


def test_a_triple_in_two_graphs_counts_once() -> None:
    store = EmbeddedStore.from_files([ONE, TWO])
    assert store.count() == 6
    assert len(store.select("SELECT ?g WHERE { GRAPH ?g { <x:s> <x:p> 1 } }")) == 2
    assert len(store.select("SELECT ?o WHERE { <x:s> <x:p> ?o }")) == 2


def test_graphs_are_listed_by_name() -> None:
    store = EmbeddedStore.from_files([TWO, ONE])
    assert store.list_graphs() == (
        "https://w3id.org/pledgegraph/graph/data/one",
        "https://w3id.org/pledgegraph/graph/data/two",
    )
    [first, _] = store.list_graphs()
    assert len(store.list_triples(graph=first)) == 2
    assert len(store.list_triples()) == 6


def test_answers_are_plain_terms_and_none_where_unbound() -> None:
    store = EmbeddedStore.from_files([ONE])
    query = "SELECT ?o ?none WHERE { ?s ?p ?o OPTIONAL { ?s <x:z> ?none } } ORDER BY ?o"
    answer = store.select(query)
    assert answer.variables == ("o", "none")
    assert set(answer.rows) == {
        (Literal("1", "http://www.w3.org/2001/XMLSchema#integer"), None),
        (Literal("text", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "en"), None),
    }


def test_a_description_holds_the_parts_and_their_lists() -> None:
    store = EmbeddedStore.from_files([TWO, turtle_file("<x:s/other> <x:p> 3 .", "data/o.ttl")])
    found = store.describe(Iri("x:s"))
    assert Triple(Iri("x:s"), Iri("x:q"), Iri("x:s/part")) in found
    assert any(isinstance(triple.subject, BlankNode) for triple in found)
    assert not any(triple.subject == "x:s/other" for triple in found)
    assert store.describe(Iri("x:unknown")) == ()
    assert store.describe(Iri("x:<b> \x00")) == ()


def test_what_has_no_name_is_called_the_same_at_every_reading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pledgegraph.store.embedded._MOST_READ", 0)
    store = EmbeddedStore.from_files([TWO, turtle_file("<x:t> <x:p> [] .", "data/o.ttl")])
    for graph in store.list_graphs():
        assert set(store.list_triples(graph=graph)) == set(store.list_triples(graph=graph))
    assert set(store.describe(Iri("x:t"))) < set(store.list_triples())


def test_a_description_is_of_all_graphs_that_state_something() -> None:
    other = turtle_file("<x:s/part> <x:t> 4 .", "data/other.ttl")
    found = EmbeddedStore.from_files([ONE, TWO, other]).describe(Iri("x:s"))
    assert {triple.predicate for triple in found} >= {"x:p", "x:q", "x:r", "x:t"}
    assert len(found) == len(set(found)) == 7


def test_triples_keep_their_literals_as_written() -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    text = f'<x:s> <x:p> "01"^^<{xsd}integer> , "7"^^<{xsd}nonNegativeInteger> .'
    store = EmbeddedStore.from_files([turtle_file(text)])
    expected = {Literal("01", f"{xsd}integer"), Literal("7", f"{xsd}nonNegativeInteger")}
    assert {triple.object for triple in store.list_triples()} == expected
    assert {triple.object for triple in store.describe(Iri("x:s"))} == expected


def test_broken_turtle_names_file_line_column_and_what_was_expected() -> None:
    broken = turtle_file("@prefix x: <x:> .\nx:s y:p 1 .", "data/broken.ttl")
    with pytest.raises(DataError) as caught:
        EmbeddedStore.from_files([ONE, broken])
    assert str(caught.value) == (
        "data/broken.ttl, line 2, column 5: The prefix y: has not been declared; "
        "expected Turtle 1.1 (https://www.w3.org/TR/turtle/)."
    )


def test_bytes_that_are_no_text_name_the_line() -> None:
    broken = turtle_file("", "data/broken.ttl")
    broken = type(broken)(broken.path, broken.name, b"<x:s>\n<x:p> '\xff' .", broken.sha256)
    with pytest.raises(DataError, match=r"data/broken.ttl, line 2: byte 13 is not UTF-8"):
        EmbeddedStore.from_files([broken])


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (<<( <x:a> <x:b> <x:c> )>> AS ?t) {}",
        "SELECT ?s WHERE {",
        "ASK { ?s ?p ?o }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "CLEAR ALL",
    ],
)
def test_what_is_no_select_query_is_refused(query: str) -> None:
    with pytest.raises(InvalidArgument, match=r"^query: .*; expected a "):
        EmbeddedStore.from_files([ONE]).select(query)


def test_federation_never_reaches_the_engine() -> None:
    with pytest.raises(InvalidArgument, match="SERVICE"):
        EmbeddedStore.from_files([ONE]).select("SELECT * { SERVICE <http://127.0.0.1:1/> {} }")


def test_a_triple_term_is_no_turtle_here() -> None:
    with pytest.raises(DataError, match=r"data/sample.ttl, .*: it has a triple term; expected"):
        EmbeddedStore.from_files([turtle_file("<x:s> <x:p> <<( <x:a> <x:b> <x:c> )>> .")])
