"""Two folders of small shapes, as Turtle: one on the commitments, one on records.

Read as they are, or after a test edited them.
"""

from pledgegraph.model import Rule
from pledgegraph.reader.rules import read_profiles, read_rules
from pledgegraph.store.embedded import EmbeddedStore
from tests.samples import turtle_file

SHAPE = "https://w3id.org/pledgegraph/shapes#"
REQ = "https://w3id.org/pledgegraph/req/seoul-2024/"

PREFIXES = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix pledge: <https://w3id.org/pledgegraph/ns#> .
@prefix prof: <http://www.w3.org/ns/dx/prof/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix req: <https://w3id.org/pledgegraph/req/seoul-2024/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <https://w3id.org/pledgegraph/shapes#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""

INDEX = """
<https://w3id.org/pledgegraph/shapes> a owl:Ontology ; owl:versionInfo "0.2.0" .
<https://w3id.org/pledgegraph/profile/full> a prof:Profile ; prof:hasToken "full" ;
  dcterms:title "Full"@en ; dcterms:description "Asks for all."@en ;
  prof:isProfileOf <https://w3id.org/pledgegraph/profile/record> .
<https://w3id.org/pledgegraph/profile/record> a prof:Profile ; prof:hasToken "record" ;
  dcterms:title "Record"@en ; dcterms:description "Asks for form."@en ;
  prof:isProfileOf <https://w3id.org/pledgegraph/ns> .
"""

VOCABULARY = """
pledge:Evidence a owl:Class ; rdfs:label "evidence"@en .
pledge:Quote a owl:Class ; rdfs:subClassOf pledge:Evidence .
"""

# Out of order, as files may be.
RECORDS = """
shape:EvidenceShape a sh:NodeShape ; sh:name "Evidence"@en ;
  sh:description "Evidence has a place."@en ;
  sh:message "The evidence is not described. Add what the findings on it name."@en ;
  sh:severity sh:Violation ; sh:targetClass pledge:Evidence ;
  sh:property shape:Evidence-place , shape:Evidence-label ; pledge:since "0.1.0" ;
  dcterms:isPartOf <https://w3id.org/pledgegraph/profile/record> .
# A label is a word.
shape:Evidence-label a sh:PropertyShape ; sh:name "Label"@en ;
  sh:description "Evidence has a label."@en ; sh:message "It has no label. Add one."@en ;
  sh:severity sh:Warning ; sh:path skos:prefLabel ; sh:or ( shape:Word shape:Number ) .
shape:Evidence-place a sh:PropertyShape ; sh:name "Place"@en ;
  sh:description "Evidence has a place."@en ; sh:message "It has no place. Add one."@en ;
  sh:severity sh:Violation ;
  sh:path ( [ sh:inversePath pledge:ofEvidence ] pledge:locator ) ; sh:minCount 1 .
shape:Word a sh:NodeShape ; sh:name "A word"@en ; sh:description "It is a word."@en ;
  sh:node shape:Text .
shape:Number a sh:NodeShape ; sh:name "A number"@en ; sh:description "It is a number."@en .
shape:Text a sh:NodeShape ; sh:property shape:Text-length .
shape:Text-length a sh:PropertyShape ; sh:path skos:notation ; sh:maxCount 1 .
"""

ABSENCE = "If there is none, claim II.a as not-addressed."

COMMITMENTS = f"""
shape:LateShape a sh:NodeShape ; sh:name "Late"@en ; sh:description "It is on time."@en ;
  sh:message "It is late. Add the date."@en ; sh:severity sh:Warning ;
  pledge:severityBecause "Late is less than missing."@en ;
  sh:targetSubjectsOf pledge:dueDate , pledge:issued ; sh:sparql shape:Late-query ;
  dcterms:subject req:II.b , req:II.a ; pledge:since "0.2.0" ;
  dcterms:isPartOf <https://w3id.org/pledgegraph/profile/full> .
shape:Late-query a sh:SPARQLConstraint ; sh:select "SELECT $this WHERE {{ $this ?p \\"a . b\\" }}" .
shape:P-II.a a sh:NodeShape ; sh:name "Thresholds"@en ; sh:description "They are set out."@en ;
  sh:message "None is told. II asks to “Set out thresholds”. Add one. {ABSENCE}"@en ;
  sh:severity sh:Violation ; sh:targetClass pledge:FrameworkVersion ;
  sh:xone ( shape:P-II.a-described shape:P-II.a-claimed ) ; dcterms:subject req:II.a ;
  pledge:since "0.2.0" ; dcterms:isPartOf <https://w3id.org/pledgegraph/profile/full> .
shape:P-II.a-described a sh:PropertyShape ; sh:name "Described"@en ;
  sh:description "One is described."@en ; sh:path pledge:definesThreshold ; sh:minCount 1 .
shape:P-II.a-claimed a sh:PropertyShape ; sh:name "Claimed"@en ;
  sh:description "Absence is claimed."@en ; sh:path [ sh:inversePath pledge:claimAbout ] .
"""


def create_store(*edits: tuple[str, str]) -> EmbeddedStore:
    """Return a store over the small shapes, each text of `edits` replaced once by the other."""
    texts = {
        "shapes/index/shapes.ttl": INDEX,
        "shapes/evidence/shapes.ttl": RECORDS,
        "shapes/paragraph-ii/shapes.ttl": COMMITMENTS,
        "ontology/small.ttl": VOCABULARY,
    }
    for old, new in edits:
        assert any(old in text for text in texts.values())
        texts = {name: text.replace(old, new) for name, text in texts.items()}
    return EmbeddedStore.from_files(turtle_file(PREFIXES + t, n) for n, t in texts.items())


def read_small_rules(*edits: tuple[str, str]) -> dict[str, Rule]:
    """Return the rules of the small shapes by identifier, in their order."""
    store = create_store(*edits)
    rules = read_rules(store, [f"{REQ}II.a", f"{REQ}II.b"], read_profiles(store))
    return {rule.identifier: rule for rule in rules}
