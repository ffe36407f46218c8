"""Whatever the ontology lets the record of a framework say, a shape asks for, or checks."""

from __future__ import annotations

from rdflib import Graph

from tests.shapes.harness import Bench
from tests.shapes.properties import list_unheld, list_unshaped

RECORD = """
    AdequacyProcess AgreementAlignment Assessability Bearing CapabilityInvestment Change
    ChangeAccount ChangeItem Claim DateClaim DeploymentGate DevelopmentGate DisclosureException
    DoNotDeployRule DoNotDevelopRule Document DocumentFile Evidence ExternalInvolvement
    Framework FrameworkVersion FrontierModel GovernanceArrangement IntolerableExample Mitigation
    ProximityMonitoring ResponseProcess RestrictedSharing RiskAssessmentPractice RoleAssignment
    StakeholderInput Submission Threshold ThresholdBasis ThresholdCheck ThresholdMetric
    ThresholdRationale TransparencyPractice
""".split()
"""The classes of what the record of a framework is made of."""

PREFIXES = """
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix pledge: <https://w3id.org/pledgegraph/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <x:> .
"""
ONTOLOGY = """
pledge:B rdfs:subClassOf pledge:A .
pledge:p rdfs:domain pledge:A ; rdfs:range xsd:string .
pledge:q schema:domainIncludes pledge:A , pledge:B ; rdfs:range pledge:A .
pledge:r schema:domainIncludes pledge:B ; rdfs:range pledge:A .
"""
SHAPES = """
:S sh:targetClass pledge:A ; sh:property :p , :q . :p sh:path pledge:p ; sh:datatype xsd:string .
:q sh:path pledge:q ; sh:nodeKind sh:IRI . :T sh:targetSubjectsOf pledge:r ; sh:or ( :r ) .
:r sh:path pledge:r ; sh:class pledge:A .
"""


def graph_of(text: str) -> Graph:
    return Graph().parse(data=PREFIXES + text, format="turtle")


def test_every_property_of_a_record_has_a_shape(bench: Bench, shipped: Graph) -> None:
    assert list_unshaped(RECORD, shipped, bench.shapes.graph) == []


def test_every_value_and_every_link_of_a_record_is_held_against_something(
    bench: Bench, shipped: Graph
) -> None:
    assert list_unheld(RECORD, shipped, bench.shapes.graph) == []


def test_a_property_without_a_shape_is_seen() -> None:
    ontology = graph_of(ONTOLOGY)
    assert list_unshaped(["A", "B"], ontology, graph_of(SHAPES)) == []
    fewer = graph_of(SHAPES.replace("sh:property :p , :q", "sh:property :q"))
    assert list_unshaped(["A", "B"], ontology, fewer) == ["A p", "B p"]
    fewer = graph_of(SHAPES.replace("sh:or ( :r )", "sh:or ( :p )"))
    assert list_unshaped(["A", "B"], ontology, fewer) == ["B r"]


def test_a_link_that_may_lead_to_nothing_is_seen() -> None:
    ontology = graph_of(ONTOLOGY)
    assert list_unheld(["A", "B"], ontology, graph_of(SHAPES)) == ["A q", "B q"]
    fewer = graph_of(SHAPES.replace("sh:datatype", "sh:minCount"))
    assert list_unheld(["A"], ontology, fewer) == ["A p", "A q"]
