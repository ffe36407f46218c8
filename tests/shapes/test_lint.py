"""The rules of the house for shapes: ours keep each, and each is seen to fail."""

from __future__ import annotations

import pytest
from pyshacl.entrypoints import meta_validate
from rdflib import Graph

from tests.shapes.harness import Bench
from tests.shapes.lint import RULES, Rule

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)

PREFIXES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX req: <https://w3id.org/pledgegraph/req/seoul-2024/>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX shape: <https://w3id.org/pledgegraph/shapes#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""

OFFENDING = {
    "no_blank_shapes": (
        "shape:A a sh:NodeShape ; sh:property [ sh:path skos:notation ] ; sh:sparql [ ] .",
        ["a blank node in A"],
    ),
    "described_once": (
        """shape:A a sh:NodeShape ;
          sh:name 'a'@en ; sh:description 'a' ; sh:message 'a'@en , 'b'@en .""",
        ["A description", "A message"],
    ),
    "one_severity": (
        "shape:A a sh:NodeShape . shape:B a sh:NodeShape ; sh:severity sh:Fatal .",
        ["A", "B"],
    ),
    "severity_on_the_shape": (
        "shape:A a sh:NodeShape ; sh:sparql shape:A-query . shape:A-query sh:severity sh:Warning .",
        ["A-query"],
    ),
    "typed_shapes": (
        """shape:A sh:targetClass skos:Concept . shape:B a sh:PropertyShape .
        shape:C a sh:NodeShape ; sh:path skos:notation .
        shape:D a sh:PropertyShape ; sh:path skos:notation , skos:prefLabel .""",
        ["A", "B", "C", "D"],
    ),
    "two_sentences": (
        """shape:A a sh:NodeShape ; sh:message 'It is wrong.'@en .
        shape:B a sh:NodeShape ; sh:message 'it is wrong. Mend it.'@en .
        shape:C a sh:NodeShape ; sh:message 'It is wrong. Mend it'@en .
        shape:D a sh:NodeShape ; sh:message 'II.g is wrong. Mend it.'@en .""",
        ["A", "B", "C"],
    ),
    "no_placeholder_in_core": (
        "shape:A a sh:NodeShape ; sh:message 'It is {$this}. Mend it.'@en .",
        ["A"],
    ),
    "queries_have_messages": (
        """shape:A sh:sparql shape:A-query , shape:B-query .
        shape:A-query sh:message 'It is {?other}. Mend it.'@en ;
          sh:select 'SELECT $this ?value WHERE { }' .
        shape:B-query sh:select 'SELECT $this WHERE { }' .""",
        ["A-query", "B-query"],
    ),
    "queries_can_be_asked": (
        "shape:A sh:sparql shape:q . shape:q sh:select 'SELECT $this WHERE { $this ex:p ?o }' .",
        ["q: Unknown namespace prefix : ex"],
    ),
    "queries_without_clauses": (
        """shape:A sh:sparql shape:q , shape:r .
        shape:q sh:select "SELECT $this WHERE { values ?x { 1 } MINUS { $this ?p ?x } }" .
        shape:r sh:select "SELECT $this WHERE { $this ?p 'VALUES' }" .""",
        ["q MINUS", "q VALUES"],
    ),
    "queries_project_this": (
        """shape:A sh:sparql shape:q , shape:r .
        shape:q sh:select "SELECT $this WHERE { { SELECT (SUM(?x) AS ?n) WHERE { $this ?p ?x } }}" .
        shape:r sh:select "SELECT ?x WHERE { $this ?p ?x }" .""",
        ["q", "r"],
    ),
    "shacl_terms_exist": (
        """shape:A a sh:NodeShape ; sh:minCont 1 ; sh:severity sh:Violaton ; sh:rule shape:B .
        shape:A a sh:Nodeshape ; sh:lessThan skos:notation .""",
        ["sh:Nodeshape", "sh:Violaton", "sh:lessThan", "sh:minCont", "sh:rule"],
    ),
    "references_are_shapes": (
        "shape:A a sh:NodeShape ; sh:or ( shape:B ) ; sh:property shape:C .",
        ["A is not used", "B is not described", "C is not described"],
    ),
    "no_circles": (
        """shape:A a sh:NodeShape ; sh:node shape:B . shape:B a sh:NodeShape ; sh:or ( shape:A ) .
        shape:C a sh:NodeShape ; sh:node shape:A .""",
        ["A", "B"],
    ),
    "terms_are_declared": (
        """shape:A sh:targetClass pledge:Requirment ; sh:targetSubjectsOf pledge:verbatm .
        shape:B sh:path ( [ sh:inversePath pledge:hasProvison ] skos:inSchema ) .
        shape:C sh:path pledge:verbatim ; sh:class skos:Concpt .
        shape:D sh:path skos:notation ; sh:equals skos:notatio .""",
        [
            "A Requirment",
            "A verbatm",
            "B hasProvison",
            "B inSchema",
            "C Concpt",
            "D notatio",
        ],
    ),
    "values_are_known": (
        """shape:A sh:datatype xsd:strng ; sh:hasValue pledge:Requirment .
        shape:B sh:datatype xsd:string ; sh:in ( pledge:Requirement pledge:Sevrity sh:Info ) .""",
        ["A Requirment", "A strng", "B Sevrity"],
    ),
    "queried_terms_are_declared": (
        """shape:A sh:sparql shape:q . shape:q sh:prefixes shape:p ;
          sh:select "SELECT $this WHERE { $this pledge:verbatm ?o ; pledge:verbatim 'pledge:no' }" .
        shape:p sh:declare shape:d .
        shape:d sh:prefix "pledge" ; sh:namespace "https://w3id.org/pledgegraph/ns#" .""",
        ["q pledge:verbatm"],
    ),
    "requirements_exist": (
        """shape:A dcterms:subject req:II.g ; sh:severity sh:Violation .
        shape:B dcterms:subject req:II.zz ; sh:severity sh:Violation .
        shape:C dcterms:subject req:II.g ; sh:severity sh:Warning .
        shape:D dcterms:subject req:II.g ; sh:severity sh:Info ;
          pledge:severityBecause 'late'@en .""",
        ["A II.g", "B II.zz"],
    ),
    "asks_in_the_words_of_the_text": (
        """shape:A dcterms:subject req:II.g ; rdfs:seeAlso req:II.g ; sh:message 'A “zz”. B.'@en .
        shape:B dcterms:subject req:I.a ; rdfs:seeAlso req:I.a ; sh:message 'It asks. Do it.'@en .
        shape:C dcterms:subject req:I.b ; sh:message 'Say “including before deploying”. Do.'@en .
        shape:D dcterms:subject req:I.b ; rdfs:seeAlso req:I.b ;
          sh:message 'It asks for it “including before deploying”. Do.'@en .""",
        ["A", "B", "C"],
    ),
    "no_variable_predicates": (
        """shape:A sh:sparql shape:A-query , shape:B-query , shape:C-query .
        shape:A-query sh:select "SELECT $this WHERE { FILTER NOT EXISTS { $this ?p ?o } }" .
        shape:B-query sh:select "SELECT $this WHERE { $this <x:p>/<x:q>* ?o }" .
        shape:C-query sh:select "SELECT $this WHERE { $this <x:p>/(^<x:q>|!<x:r>) ?o }" .""",
        ["A-query", "C-query"],
    ),
    "profiled": (
        """shape:A sh:targetClass skos:Concept .
        shape:B sh:targetClass skos:Concept ;
          dcterms:isPartOf <https://w3id.org/pledgegraph/profile/recrd> .
        shape:C sh:targetClass skos:Concept ;
          dcterms:isPartOf <https://w3id.org/pledgegraph/profile/record> ,
            <https://w3id.org/pledgegraph/profile/commitment> .""",
        ["A", "B", "C"],
    ),
    "dated": (
        """shape:A sh:targetClass skos:Concept . shape:B sh:targetClass skos:Concept ;
          pledge:since "soon" . shape:C sh:targetClass skos:Concept ; pledge:since "0.2.0" .""",
        ["A", "B"],
    ),
    "one_constraint_a_node_shape": (
        """shape:A sh:targetClass skos:Concept ; sh:sparql shape:q ; sh:property shape:B .
        shape:C sh:targetClass skos:Concept ; sh:or ( shape:D ) , ( shape:E ) .
        shape:F sh:targetClass skos:Concept .""",
        ["A", "C", "F"],
    ),
}


@each_rule
def test_our_shapes_keep_the_rule(bench: Bench, shipped: Graph, rule: Rule) -> None:
    assert rule.list_offenders(bench.shapes.graph, shipped) == [], rule.sentence


@each_rule
def test_the_rule_is_seen_to_fail(shipped: Graph, rule: Rule) -> None:
    text, offenders = OFFENDING[rule.name]
    assert (
        rule.list_offenders(Graph().parse(data=PREFIXES + text, format="turtle"), shipped)
        == offenders
    )


def test_every_rule_has_a_sentence() -> None:
    assert [rule.name for rule in RULES if not rule.sentence.endswith(".")] == []


def is_well_formed(shapes: Graph) -> bool:
    """Return whether SHACL's own shapes for shapes find nothing."""
    # A list takes some steps of depth for each of its members, and engines stop at fifteen.
    conforms, report, _ = meta_validate(shapes, inference="none", max_validation_depth=100)
    assert isinstance(report, Graph)  # anything else is no verdict
    return bool(conforms)


def test_our_shapes_are_well_formed(bench: Bench) -> None:
    assert is_well_formed(bench.shapes.graph)


def test_a_shape_that_is_not_is_seen() -> None:
    text = "shape:A a sh:PropertyShape ; sh:path skos:notation ; sh:minCount 'one' ."
    assert not is_well_formed(Graph().parse(data=PREFIXES + text, format="turtle"))
