"""`pledgegraph.validation.graphs`."""

from __future__ import annotations

import logging
import warnings

import pytest
from rdflib import RDF, XSD, BNode, Literal, URIRef

from pledgegraph.store.term import BlankNode, Iri, Triple
from pledgegraph.store.term import Literal as Text
from pledgegraph.validation.graphs import create_graph, create_node, silenced_logs


@pytest.mark.parametrize(
    ("term", "node"),
    [
        (Iri("https://example.org/a"), URIRef("https://example.org/a")),
        (BlankNode("b1"), BNode("b1")),
        (Text("plain"), Literal("plain")),
        (Text("Wort", str(RDF.langString), "de"), Literal("Wort", lang="de")),
    ],
)
def test_a_term_becomes_its_node(term: Iri | BlankNode | Text, node: object) -> None:
    assert create_node(term) == node


def test_a_literal_keeps_its_text() -> None:
    node = create_node(Text("01", str(XSD.integer)))
    assert str(node) == "01"
    assert node == Literal("01", datatype=XSD.integer, normalize=False)


def test_a_graph_binds_no_prefix_that_an_iri_could_be_taken_for() -> None:
    graph = create_graph([Triple(Iri("geo:1"), Iri("x:p"), Iri("x:o"))])
    assert set(graph.subjects()) == {URIRef("geo:1")}
    assert "geo" not in dict(graph.namespaces())


def test_a_graph_answers_queries_again_and_again() -> None:
    graph = create_graph([Triple(Iri("x:s"), Iri("x:p"), Text("one"))])
    query = "SELECT ?o WHERE { $this <x:p> ?o }"
    first = list(graph.query(query, initBindings={"this": URIRef("x:s")}))
    second = list(graph.query(query, initBindings={"this": URIRef("x:t")}))
    assert [len(first), len(second)] == [1, 0]


def test_logs_are_silenced_for_the_block_alone() -> None:
    logger = logging.getLogger("rdflib.term")
    with silenced_logs():
        assert logger.disabled
    assert not logger.disabled


def test_warnings_of_the_library_are_silenced_for_the_block_alone() -> None:
    with silenced_logs():
        Literal("yes", datatype=XSD.boolean)
    with pytest.warns(UserWarning, match="weird boolean"):
        Literal("yes", datatype=XSD.boolean)


def test_other_warnings_are_not_silenced() -> None:
    with silenced_logs(), pytest.warns(UserWarning, match="ours"):
        warnings.warn("ours", stacklevel=1)


def test_a_graph_of_ill_typed_literals_warns_of_nothing() -> None:
    create_graph([Triple(Iri("x:s"), Iri("x:p"), Text("yes", str(XSD.boolean)))])
