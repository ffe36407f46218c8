"""The profile check itself: it lets through what OWL 2 RL has, and finds what it has not."""

from __future__ import annotations

import pytest

from tests.ontology.owl_rl import list_outside_rl
from tests.ontology.triples import parse_turtle


@pytest.mark.parametrize(
    "axiom",
    [
        "ex:A rdfs:subClassOf ex:B , owl:Nothing .",
        "[ owl:unionOf ( ex:A [ owl:oneOf ( ex:x ) ] ) ] rdfs:subClassOf ex:B .",
        "[ owl:onProperty ex:p ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf ex:B .",
        "ex:A rdfs:subClassOf [ owl:onProperty ex:p ; owl:allValuesFrom ex:B ] .",
        "ex:A rdfs:subClassOf [ owl:complementOf ex:B ] .",
        "ex:A rdfs:subClassOf [ owl:onProperty ex:p ; owl:maxCardinality 1 ] .",
        "ex:A owl:equivalentClass [ owl:onProperty ex:p ; owl:hasValue ex:x ] .",
        "ex:all a owl:AllDisjointClasses ; owl:members ( ex:A ex:B ) .",
        "ex:d a owl:DatatypeProperty , owl:FunctionalProperty ; rdfs:range xsd:integer .",
        "ex:p a owl:TransitiveProperty ; owl:inverseOf ex:q ; rdfs:domain ex:A ; rdfs:range ex:B .",
        "ex:n a owl:AnnotationProperty ; rdfs:range xsd:date .",
        'ex:A rdfs:label "a"@en ; rdfs:seeAlso owl:Thing .',
    ],
)
def test_what_the_profile_has_is_let_through(axiom: str) -> None:
    assert list_outside_rl(parse_turtle(axiom)) == []


@pytest.mark.parametrize(
    ("axiom", "found"),
    [
        (
            "ex:A rdfs:subClassOf [ owl:onProperty ex:p ; owl:someValuesFrom ex:B ] .",
            "A: owl:someValuesFrom stands on the super side",
        ),
        (
            "ex:A rdfs:subClassOf [ owl:unionOf ( ex:B ex:C ) ] .",
            "A: owl:unionOf stands on the super side",
        ),
        (
            "ex:p rdfs:domain [ owl:unionOf ( ex:A ex:B ) ] .",
            "p: owl:unionOf stands on the super side",
        ),
        (
            "ex:A owl:disjointWith [ owl:complementOf ex:B ] .",
            "A: owl:complementOf stands on the sub side",
        ),
        (
            "ex:A owl:disjointWith [ owl:onProperty ex:p ; owl:allValuesFrom ex:B ] .",
            "A: owl:allValuesFrom stands on the sub side",
        ),
        (
            "ex:A owl:equivalentClass [ owl:unionOf ( ex:B ex:C ) ] .",
            "A: owl:unionOf stands on the equivalent side",
        ),
        (
            "ex:A owl:disjointWith [ owl:intersectionOf ( ex:B [ owl:complementOf ex:C ] ) ] .",
            "A: owl:complementOf stands on the sub side",
        ),
        (
            "ex:all a owl:AllDisjointClasses ; owl:members ( ex:A [ owl:complementOf ex:B ] ) .",
            "all: owl:complementOf stands on the sub side",
        ),
        (
            "ex:A rdfs:subClassOf [ owl:onProperty ex:p ; owl:maxCardinality 2 ] .",
            "A: a maximum is 2, neither 0 nor 1",
        ),
        (
            "ex:A rdfs:subClassOf [ owl:onProperty ex:p ; owl:minCardinality 1 ] .",
            "A: owl:minCardinality stands on the super side",
        ),
        ("ex:x a [ owl:unionOf ( ex:A ex:B ) ] .", "x: owl:unionOf stands on the super side"),
        ("ex:A rdfs:subClassOf owl:Thing .", "A: owl:Thing stands on the super side"),
        ("ex:p rdfs:range xsd:string .", "p: the datatype string stands where a class should"),
        (
            "ex:d a owl:DatatypeProperty ; rdfs:range xsd:date .",
            "d: date is no datatype of OWL 2 RL",
        ),
        (
            "ex:d a owl:DatatypeProperty ; rdfs:range rdf:langString .",
            "d: langString is no datatype of OWL 2 RL",
        ),
        (
            'ex:d a owl:DatatypeProperty ; rdfs:range [ a rdfs:Datatype ; owl:oneOf ( "a" ) ] .',
            "d: a data range is neither a datatype nor an intersection",
        ),
        ("ex:p a owl:ReflexiveProperty .", "p: owl:ReflexiveProperty is not of OWL 2 RL"),
        ("ex:A owl:disjointUnionOf ( ex:B ex:C ) .", "A: owl:disjointUnionOf is not of OWL 2 RL"),
        ("ex:A owl:disjuntWith ex:B .", "A: owl:disjuntWith is not of OWL 2 RL"),
        (
            "ex:A owl:unionOf ( ex:B ex:C ) .",
            "A: owl:unionOf stands on a name, not on an expression",
        ),
        (
            "ex:p a owl:TransitiveProperty , owl:FunctionalProperty .",
            "p: owl:FunctionalProperty cannot be said of a transitive property",
        ),
    ],
)
def test_what_the_profile_has_not_is_found(axiom: str, found: str) -> None:
    assert found in list_outside_rl(parse_turtle(axiom))
