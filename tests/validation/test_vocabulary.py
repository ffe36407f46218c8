"""`pledgegraph.validation.vocabulary`."""

from __future__ import annotations

import pytest

from pledgegraph.store.term import BlankNode, Iri, Literal, Triple
from pledgegraph.terms import CODE, PLEDGE, RDF
from pledgegraph.validation.vocabulary import find_undeclared, list_undeclared

X = Iri("https://example.org/x")


@pytest.mark.parametrize(
    ("predicate", "value", "name"),
    [
        (PLEDGE["consequense"], Iri("x:b"), "consequense"),
        (PLEDGE["consequence"], Iri("x:b"), None),
        (PLEDGE[""], Iri("x:b"), ""),
        (PLEDGE["Threshold/x"], Iri("x:b"), "Threshold/x"),
        (RDF.type, Iri(PLEDGE["Treshold"]), "Treshold"),
        (RDF.type, Iri(PLEDGE["Threshold"]), None),
        (RDF.type, BlankNode("b"), None),
        ("https://example.org/consequense", Iri(PLEDGE["Treshold"]), None),
        (CODE["consequense"], Literal(PLEDGE["Treshold"]), None),
        ("https://w3id.org/pledgegraph/ns", Iri("x:b"), None),
    ],
)
def test_only_own_names_without_a_term_are_undeclared(
    predicate: str, value: Iri | BlankNode | Literal, name: str | None
) -> None:
    assert find_undeclared(Triple(X, Iri(predicate), value)) == name


def test_the_property_is_told_before_the_class() -> None:
    assert find_undeclared(Triple(X, Iri(PLEDGE["kind"]), Iri(PLEDGE["Treshold"]))) == "kind"


def test_statements_are_listed_by_subject_property_and_object() -> None:
    wrong = [
        Triple(Iri("x:b"), Iri(PLEDGE["a"]), Literal("1")),
        Triple(Iri("x:a"), Iri(PLEDGE["z"]), Literal("1")),
        Triple(Iri("x:a"), Iri(PLEDGE["b"]), Literal("2")),
        Triple(Iri("x:a"), Iri(PLEDGE["b"]), Literal("1")),
    ]
    right = Triple(Iri("x:a"), Iri(PLEDGE["consequence"]), Literal("1"))
    assert list_undeclared([*wrong, right]) == (wrong[3], wrong[2], wrong[1], wrong[0])
