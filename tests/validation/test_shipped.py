"""`pledgegraph.validation.shipped`."""

from __future__ import annotations

import pytest

from pledgegraph.severity import Severity
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.term import Iri, Literal, Triple
from pledgegraph.validation.shipped import Shipped, Subject
from tests.samples import turtle_file
from tests.validation.samples import PREFIXES, E

OWN = """
PREFIX code: <https://w3id.org/pledgegraph/code#>
PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
PREFIX shape: <https://w3id.org/pledgegraph/shapes#>
"""
FILES = [
    turtle_file(PREFIXES + OWN + text, f"{name}.ttl")
    for name, text in {
        "ontology/x": "pledge:Threshold rdfs:label 'threshold'@en . e:Reused rdfs:label 'it' .",
        "ontology/axioms": "e:axiom e:members ( e:A e:B ) .",
        "ontology/codes/risk": "code:risk-cyber a skos:Concept ; skos:inScheme code:risk .",
        "shapes/x/shapes": "shape:S a sh:NodeShape ."
        " shape:P a sh:PropertyShape ; sh:path ( [ sh:inversePath e:p ] e:q ) .",
        "data/x": "e:a a e:C , e:D ; e:name 'A' . e:member a e:C ; skos:inScheme code:risk .",
    }.items()
]
SHIPPED = Shipped.from_store(EmbeddedStore.from_files(FILES))


def triples_of(text: str) -> tuple[Triple, ...]:
    return EmbeddedStore.from_files([turtle_file(PREFIXES + OWN + text)]).list_triples()


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        ("https://w3id.org/pledgegraph/ns#Threshold", True),
        ("https://w3id.org/pledgegraph/ns#Invented", True),
        ("https://w3id.org/pledgegraph/code#risk-invented", True),
        ("https://w3id.org/pledgegraph/shapes#S", True),
        (E + "Reused", True),
        (E + "a", False),
        (E + "new", False),
        ("https://w3id.org/pledgegraph/id/organisation/g42", False),
    ],
)
def test_the_vocabulary_is_what_ontology_and_shapes_describe_and_own_names(
    iri: str, expected: bool
) -> None:
    assert SHIPPED.is_vocabulary(Iri(iri)) is expected
    assert not SHIPPED.is_vocabulary(Literal(iri))


@pytest.mark.parametrize(
    "text",
    [
        "pledge:Threshold rdfs:comment 'x' .",
        "pledge:Threshold rdfs:label 'Threshold'@en .",
        "pledge:Invented a rdfs:Class .",
        "code:risk-evil a skos:Concept .",
        "shape:S sh:deactivated true .",
        "e:Reused rdfs:subClassOf pledge:Threshold .",
        "e:axiom e:members ( e:A ) .",
        "e:axiom e:members ( e:B e:A ) .",
        "e:axiom e:members [ e:p e:A ] .",
        "e:mine skos:inScheme code:risk .",
        "e:mine skos:topConceptOf code:risk .",
    ],
)
def test_the_vocabulary_is_not_a_files_to_describe_or_to_extend(text: str) -> None:
    [fault] = SHIPPED.list_vocabulary_faults(triples_of(text))
    assert fault.severity is Severity.VIOLATION
    assert fault.rule.name == "Vocabulary as it is shipped"
    assert "is of the vocabulary, which is not the file's to describe" in fault.message


@pytest.mark.parametrize(
    "text",
    [
        "pledge:Threshold rdfs:label 'threshold'@en .",
        "e:axiom e:members ( e:A e:B ) .",
        "code:risk-cyber a skos:Concept ; skos:inScheme code:risk .",
        "e:member skos:inScheme code:risk .",
        "e:mine a pledge:Threshold ; pledge:concernsRisk code:risk-cyber .",
        "e:Mine rdfs:subClassOf pledge:Threshold .",
        "e:mine skos:inScheme e:scheme .",
    ],
)
def test_to_repeat_it_and_to_use_it_is_no_fault(text: str) -> None:
    assert SHIPPED.list_vocabulary_faults(triples_of(text)) == ()


def kinds(text: str, *checked: str) -> list[tuple[Severity, str]]:
    nodes: frozenset[Subject] = frozenset(Iri(E + name) for name in checked)
    faults = SHIPPED.list_class_faults(triples_of(text), checked=nodes)
    return [(fault.severity, fault.message.partition(",")[0]) for fault in faults]


NO_CLASS = (Severity.VIOLATION, "The file does not say of which class this is")
LOST = (Severity.VIOLATION, "What is shipped has this as of a class that the file leaves out")
NO_SHAPE = (Severity.INFO, "No shape is for the classes of this")


@pytest.mark.parametrize(
    ("text", "checked", "expected"),
    [
        ("e:new a e:C .", ["new"], []),
        ("e:new e:name 'X' .", ["new"], [NO_CLASS]),
        ("[] e:name 'X' .", [], [NO_CLASS]),
        ("e:new a e:F .", [], [NO_SHAPE]),
        ("e:a a e:C , e:D ; e:name 'Another' .", ["a"], []),
        ("e:a a e:C , e:D ; e:name 'A' .", [], []),
        ("e:a a e:C , e:D .", [], [NO_SHAPE]),
        ("e:a a e:C .", ["a"], [LOST]),
        ("e:a e:name 'Villain' .", ["a"], [LOST, LOST]),
        ("e:a a e:F .", ["a"], [LOST, LOST]),
        ("e:new a e:C ; e:p ( 1 2 ) .", ["new"], []),
        ("pledge:Threshold rdfs:comment 'x' .", [], []),
    ],
)
def test_a_subject_has_a_class_that_is_checked_and_keeps_those_it_has(
    text: str, checked: list[str], expected: list[tuple[Severity, str]]
) -> None:
    assert kinds(text, *checked) == expected


def test_the_class_that_was_left_out_is_named() -> None:
    faults = SHIPPED.list_class_faults(triples_of("e:a a e:C ."), checked=frozenset())
    assert [fault.object for fault in faults] == [E + "D"]


def test_the_unnamed_path_of_a_shape_is_part_of_it() -> None:
    shape = triples_of("shape:P a sh:PropertyShape ; sh:path ( [ sh:inversePath e:p ] e:q ) .")
    assert SHIPPED.list_vocabulary_faults(shape) == ()
    assert SHIPPED.list_class_faults(shape, checked=frozenset()) == ()
