"""`pledgegraph.validation.names`."""

from __future__ import annotations

import pytest
from rdflib import RDF, SH, Literal, URIRef

from pledgegraph.validation.names import (
    find_owner,
    format_path,
    name_class,
    name_kind,
    name_subject,
    name_term,
    name_value,
)
from tests.validation.samples import E, graph_of

ANSWERS = "https://w3id.org/pledgegraph/ns#answers"
REQ = "https://w3id.org/pledgegraph/req/seoul-2024/"
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


RECORDS = """
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX id: <https://w3id.org/pledgegraph/id/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
id:organisation\\/g42 a org:FormalOrganization ; dcterms:identifier "g42" ;
  skos:prefLabel "G42"@en .
id:framework\\/a\\/policy a pledge:Framework ; dcterms:identifier "policy" .
id:version\\/a\\/policy\\/3-4 a pledge:FrameworkVersion ; dcterms:identifier "3-4" ;
  dcterms:title "Scaling Policy"@en ; dcat:version "3.4" .
id:version\\/a\\/policy\\/2 a pledge:FrameworkVersion ;
  dcterms:title "Policy 2"@en ; dcat:version "2" .
id:threshold\\/a\\/policy\\/3-4\\/cbrn a pledge:Threshold ; rdfs:label "CBRN"@en .
id:threshold\\/a\\/policy\\/3-4\\/cbrn\\/basis\\/1 a pledge:ThresholdBasis .
id:evidence\\/g42\\/e4 a pledge:Evidence ; dcterms:identifier "g42/e4" .
id:evidence\\/g42\\/e4\\/bearing\\/II a pledge:Bearing .
id:evidence\\/g42\\/e5 a pledge:Evidence .
id:evidence\\/g42\\/e5\\/bearing\\/II a pledge:Bearing .
id:assessment\\/g42\\/1 a pledge:Assessment .
"""


@pytest.mark.parametrize(
    ("local", "name"),
    [
        ("organisation/g42", "organisation “G42”"),
        ("framework/a/policy", "framework a/policy"),
        ("version/a/policy/3-4", "framework version “Scaling Policy” 3.4"),
        ("version/a/policy/2", "framework version “Policy 2”"),
        ("threshold/a/policy/3-4/cbrn", "threshold “CBRN”"),
        ("threshold/a/policy/3-4/cbrn/basis/1", "threshold “CBRN”, basis 1"),
        ("evidence/g42/e4", "evidence g42/e4"),
        ("evidence/g42/e4/bearing/II", "evidence g42/e4, bearing II"),
        ("evidence/g42/e5", "evidence g42/e5"),
        ("evidence/g42/e5/bearing/II", "evidence g42/e5, bearing II"),
        ("evidence/g42/e6/bearing/II", "evidence g42/e6/bearing/II"),
        ("assessment/g42/1", "assessment g42/1"),
        ("nothing", "nothing"),
    ],
)
def test_a_record_is_called_by_what_tells_it_from_others(local: str, name: str) -> None:
    iri = URIRef(f"https://w3id.org/pledgegraph/id/{local}")
    assert name_subject(graph_of(RECORDS), iri) == name


def test_a_node_without_an_iri_is_called_unnamed() -> None:
    graph = graph_of(DATA)
    blank = {s for s in graph.subjects() if not isinstance(s, URIRef)}
    assert {name_subject(graph, node) for node in blank} == {"unnamed requirement", "unnamed thing"}


OWNED = """
PREFIX id: <https://w3id.org/pledgegraph/id/>
PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
PREFIX req: <https://w3id.org/pledgegraph/req/seoul-2024/>
id:t a pledge:Threshold ; skos:prefLabel "T"@en ; pledge:hasBasis _:basis .
_:basis a pledge:ThresholdBasis ; pledge:criterion ( _:part ) . _:part a e:Part .
_:claim a pledge:Claim ; pledge:answers req:I.b , req:I.a .
e:c12 a pledge:Claim ; pledge:answers req:I.a .
id:claim\\/a\\/1\\/I.a a pledge:Claim ; pledge:answers req:I.a .
_:one e:p _:two . _:two e:p _:one .
"""


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (
            "https://w3id.org/pledgegraph/ns#ThresholdBasis",
            "unnamed threshold basis of threshold “T”",
        ),
        (E + "Part", "unnamed part of threshold “T”"),
    ],
)
def test_what_has_no_iri_is_called_by_its_owner(kind: str, name: str) -> None:
    graph = graph_of(OWNED)
    [node] = graph.subjects(RDF.type, URIRef(kind))
    assert name_subject(graph, node) == name
    assert find_owner(graph, node) == URIRef("https://w3id.org/pledgegraph/id/t")


def test_a_claim_is_called_by_what_it_answers() -> None:
    graph = graph_of(OWNED)
    claims = graph.subjects(RDF.type, URIRef("https://w3id.org/pledgegraph/ns#Claim"))
    assert sorted(name_subject(graph, claim) for claim in claims) == [
        "claim a/1/I.a",
        "claim c12 on I.a",
        "unnamed claim on I.a",
    ]


def test_what_nothing_leads_to_has_no_owner() -> None:
    graph = graph_of(OWNED)
    [claim] = (s for s in graph.subjects(URIRef(ANSWERS), URIRef(REQ + "I.b")))
    assert find_owner(graph, claim) is None
    circle = next(graph.subjects(URIRef(E + "p")))
    assert find_owner(graph, circle) is None


def test_a_class_is_named_with_its_article() -> None:
    graph = graph_of(
        "e:Evidence rdfs:label 'evidence'@en . e:t a e:Thing , e:Evidence . e:u e:p 1 ."
    )
    assert name_class(graph, URIRef("http://www.w3.org/ns/org#FormalOrganization")) == (
        "an organisation"
    )
    assert name_class(graph, URIRef(E + "Evidence")) == "evidence"
    assert name_class(graph, URIRef(E + "BigLamp")) == "a big lamp"
    assert name_kind(graph, URIRef(E + "t")) == "evidence"
    assert name_kind(graph, URIRef(E + "u")) is None


def test_in_a_sentence_a_record_has_its_name() -> None:
    graph = graph_of(OWNED)
    assert name_term(graph, URIRef("https://w3id.org/pledgegraph/id/t")) == "threshold “T”"
    assert name_term(graph, URIRef("https://w3id.org/pledgegraph/id/u")) == "id:u"
    assert name_term(graph, SH.Info) == "sh:Info"
    assert name_term(graph, URIRef(E + "unknown")) == "<https://example.org/unknown>"


def test_a_value_is_shown_short() -> None:
    graph = graph_of(DATA)
    assert name_value(graph, Literal("a\n  b")) == "a b"
    assert name_value(graph, Literal("x" * 90)) == "x" * 79 + "…"
    assert name_value(graph, URIRef(E + "req/II.g")) == "requirement II.g"
    assert name_value(graph, URIRef(E + "unknown")) == "<https://example.org/unknown>"
    assert name_value(graph, SH.Info) == "sh:Info"


def test_no_name_is_long() -> None:
    long = "x" * 50_000
    graph = graph_of(f"e:a dcterms:title '{long}' . e:a\\/b\\/c a e:{long} . e:{long} a e:C .")
    assert name_subject(graph, URIRef(E + "a")) == "“" + "x" * 118 + "…"
    assert name_subject(graph, URIRef(E + "a/b/c")) == "“" + "x" * 118 + "…"
    for node in (
        URIRef(E + long),
        URIRef(E + "unknown/" + long),
        URIRef("http://www.w3.org/ns/shacl#" + long),
    ):
        assert len(name_subject(graph, node)) <= 120
        assert len(name_value(graph, node)) <= 122
        assert len(format_path(graph, node)) <= 122


def test_owners_are_looked_for_a_few_steps_up_and_no_further() -> None:
    iri = "https://w3id.org/pledgegraph/id/" + "a/" * 2_000
    below = (iri + "b/c", iri + "b/c/d")
    graph = graph_of("".join(f"<{iri[:end]}> a e:C ." for end in range(35, len(iri), 2)))
    assert [len(name_subject(graph, URIRef(node))) for node in below] == [120, 120]


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
