"""The shapes and the reader agree: what conforms is read, and becomes the record it describes."""

from pathlib import Path

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue
from pledgegraph.model import Agent, Statement
from pledgegraph.reader import read_records
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.terms import EARL, OA, PLEDGE, QUDT, RDF, SPDX
from tests.reader.examples import describe, list_examples, merge_examples

ID = "https://w3id.org/pledgegraph/id/"

# What is read as a part of another record, and what no record is made of yet.
PARTS = {
    EARL.TestResult,
    OA.FragmentSelector,
    OA.SpecificResource,
    OA.TextPositionSelector,
    OA.TextQuoteSelector,
    PLEDGE.Assessability,
    PLEDGE.DocumentFile,
    PLEDGE.Government,
    PLEDGE.ThresholdMetric,
    QUDT.QuantityValue,
    SPDX.Checksum,
}


@pytest.fixture(scope="module")
def catalogue(service: Service, repository: Path) -> Catalogue:
    """Return the catalogue over all examples and everything that is shipped."""
    shipped = tuple(f for f in service.files if not f.name.startswith("shapes/"))
    turtle = tuple(f for f in shipped if f.is_turtle)
    files = (*shipped, merge_examples(list_examples(repository), turtle))
    return Catalogue(read_records(EmbeddedStore.from_files(files), files), revision="r")


def test_every_subject_of_every_example_is_a_record(catalogue: Catalogue, repository: Path) -> None:
    described = describe(*list_examples(repository))
    types = {
        iri: {str(t.object) for t in d if t.predicate == RDF.type} for iri, d in described.items()
    }
    wanted = [iri for iri, classes in types.items() if classes - PARTS]
    assert len(wanted) > 50
    assert [iri for iri in wanted if catalogue.find_node(iri) is None] == []


def test_a_requirement_may_be_what_an_assessment_answers(catalogue: Catalogue) -> None:
    found = catalogue.get_assessment("example-index-2030/example-lab/II.a")
    assert isinstance(found.test, Statement)
    assert found.test.identifier == "II.a"


def test_an_organisation_that_endorses_nothing_is_an_agent(catalogue: Catalogue) -> None:
    found = catalogue.find_node(f"{ID}organisation/example-institute")
    assert isinstance(found, Agent)
    assert found.label == "Example Institute"
