"""`pledgegraph.validation.names`."""

from __future__ import annotations

import pytest
from rdflib import SH, Literal, URIRef

from pledgegraph.validation.names import format_path, name_subject, name_value
from tests.validation.samples import E, graph_of

DATA = """
PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
pledge:Requirement rdfs:label "requirement"@en .
<https://example.org/req/II.g> a pledge:Requirement , e:Thing ; dcterms:identifier "II.g" .
<https://example.org/req/II.g/place/1/quote> a e:TextQuote .
<https://example.org/req/II.h> a pledge:FrameworkVersion .
e:red skos:prefLabel "rot"@de , "red"@en .
e:page dcterms:title "Page"@en .
_:b a pledge:Requirement . _:c e:p 1 .
"""


@pytest.mark.parametrize(
    ("local", "name"),
    [
        ("req/II.g", "requirement II.g"),
        ("req/II.g/place/1/quote", "requirement II.g, place 1 quote"),
        ("req/II.h", "framework version II.h"),
        ("red", "“red”"),
        ("page", "“Page”"),
        ("nothing/said/of-it", "of-it"),
        ("hash#tail", "tail"),
    ],
)
def test_a_subject_is_called_by_kind_and_label(local: str, name: str) -> None:
    assert name_subject(graph_of(DATA), URIRef(E + local)) == name


def test_a_node_without_an_iri_is_called_unnamed() -> None:
    graph = graph_of(DATA)
    blank = {s for s in graph.subjects() if not isinstance(s, URIRef)}
    assert {name_subject(graph, node) for node in blank} == {"unnamed requirement", "unnamed thing"}


def test_a_value_is_shown_short() -> None:
    graph = graph_of(DATA)
    assert name_value(graph, Literal("a\n  b")) == "a b"
    assert name_value(graph, Literal("x" * 90)) == "x" * 79 + "…"
    assert name_value(graph, URIRef(E + "req/II.g")) == "requirement II.g"
    assert name_value(graph, URIRef(E + "unknown")) == "<https://example.org/unknown>"
    assert name_value(graph, SH.Info) == "sh:Info"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("skos:notation", "skos:notation"),
        ("[ sh:inversePath skos:broader ]", "^skos:broader"),
        ("( skos:broader skos:inScheme )", "skos:broader/skos:inScheme"),
        ("[ sh:alternativePath ( skos:prefLabel rdfs:label ) ]", "skos:prefLabel|rdfs:label"),
        ("[ sh:zeroOrMorePath skos:broader ]", "skos:broader*"),
        ("[ sh:oneOrMorePath skos:broader ]", "skos:broader+"),
        ("[ sh:zeroOrOnePath [ sh:inversePath skos:broader ] ]", "^skos:broader?"),
        ("[ sh:inversePath ( skos:broader rdfs:label ) ]", "^(skos:broader/rdfs:label)"),
    ],
)
def test_a_path_is_written_as_in_sparql(path: str, text: str) -> None:
    graph = graph_of(f"e:S sh:path {path} .")
    [node] = graph.objects(URIRef(E + "S"), SH.path)
    assert format_path(graph, node) == text
