"""`pledgegraph.validation.values`."""

from __future__ import annotations

import pytest
from rdflib import XSD, BNode, Literal, URIRef

from pledgegraph.validation.values import (
    count_characters,
    describe_length,
    describe_repeated,
    describe_value,
    describe_values,
    name_quoted,
)
from tests.validation.samples import E, graph_of

GRAPH = graph_of(
    """
    PREFIX code: <https://w3id.org/pledgegraph/code#>
    PREFIX id: <https://w3id.org/pledgegraph/id/>
    PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
    pledge:Threshold rdfs:label 'threshold'@en .
    code:risk-a skos:inScheme code:risk ; a skos:Concept .
    id:t a pledge:Threshold ; skos:prefLabel 'T'@en .
    id:u e:p 1 . e:t a pledge:Threshold . e:u e:p 1 .
    """
)
CODE = "https://w3id.org/pledgegraph/code#"
ID = "https://w3id.org/pledgegraph/id/"


@pytest.mark.parametrize(
    ("literal", "words"),
    [
        (Literal("a\n b"), "“a b”, a plain string"),
        (Literal("a", datatype=XSD.string), "“a”, a plain string"),
        (Literal("a", lang="en"), "“a”, tagged en"),
        (Literal("2025-02", datatype=XSD.gYearMonth), "“2025-02”, of the type xsd:gYearMonth"),
        (Literal("a", datatype=URIRef(E + "t")), "“a”, of the type <https://example.org/t>"),
    ],
)
def test_a_literal_is_told_with_its_type(literal: Literal, words: str) -> None:
    assert describe_value(GRAPH, literal) == words


@pytest.mark.parametrize(
    ("iri", "words"),
    [
        (CODE + "risk-a", "code:risk-a, of the list code:risk"),
        (CODE + "risk-z", "code:risk-z, which is not described"),
        (ID + "t", "id:t, a threshold"),
        (ID + "u", "id:u, of no class"),
        (E + "t", "threshold t"),
        (E + "u", "u"),
        (E + "v", "<https://example.org/v>, which is not described"),
    ],
)
def test_a_thing_is_told_with_its_list_or_its_class(iri: str, words: str) -> None:
    assert describe_value(GRAPH, URIRef(iri)) == words


def test_a_blank_node_has_no_label() -> None:
    assert describe_value(GRAPH, BNode("label")) == "unnamed thing"


def test_values_are_counted_and_the_first_named() -> None:
    assert describe_values(GRAPH, []) == "nothing"
    assert describe_values(GRAPH, [URIRef(ID + "t")]) == "1 value: threshold “T”"
    four = [Literal(text) for text in "abcd"]
    assert describe_values(GRAPH, four) == "4 values, such as “a”, “b”, “c”"
    assert describe_values(GRAPH, four * 300)[:14] == "1,200 values, "


def test_a_literal_is_quoted() -> None:
    assert name_quoted(GRAPH, Literal("a")) == "“a”"
    assert name_quoted(GRAPH, URIRef(ID + "t")) == "threshold “T”"
    assert name_quoted(GRAPH, URIRef(CODE + "risk-a")) == "code:risk-a"


def test_lengths_are_counted() -> None:
    assert describe_length(GRAPH, Literal("ab")) == "“ab”, of 2 characters"
    assert describe_length(GRAPH, BNode("label")) == "unnamed thing, of 0 characters"
    assert (count_characters(1), count_characters(1_000)) == ("1 character", "1,000 characters")


def test_texts_in_one_language_are_told() -> None:
    texts = [
        Literal("a", lang="en"),
        Literal("b", lang="en"),
        Literal("c", lang="fr"),
        Literal("d"),
    ]
    assert describe_repeated(GRAPH, texts) == "2 texts in en: “a”, “b”"


def test_no_description_is_long() -> None:
    long = Literal("x" * 50_000, lang="en")
    assert len(describe_value(GRAPH, long)) < 120
    assert len(describe_values(GRAPH, [long] * 3)) <= 300
    assert len(describe_value(GRAPH, URIRef(CODE + "x" * 50_000))) <= 300
