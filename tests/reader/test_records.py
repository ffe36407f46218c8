"""`pledgegraph.reader.records`: a dataset that holds less is read all the same."""

from dataclasses import fields

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue, EvidenceFilter, ThresholdFilter
from pledgegraph.reader import read_records
from pledgegraph.store.embedded import EmbeddedStore
from tests.reader.small import PREFIXES
from tests.samples import turtle_file

# What the text of the commitments itself links.
LINKED = f"""{PREFIXES}
<agent/department-for-science-innovation-and-technology> a prov:Organization ; rdfs:label "D"@en .
<agent/crown> a prov:Agent ; rdfs:label "Crown"@en .
<agent/pledgegraph-editors> a prov:Agent ; rdfs:label "Editors"@en .
<event/paris-2025> a pledge:SummitEvent ; rdfs:label "S"@en ; pledge:eventKind code:event-summit .
"""


def test_the_commitments_alone_are_read_and_answer(service: Service) -> None:
    shipped = [
        f for f in service.files if f.name.startswith(("ontology/codes/", "data/instrument/"))
    ]
    files = (*shipped, turtle_file(LINKED))
    records = read_records(EmbeddedStore.from_files(files), files)
    held = {field.name for field in fields(records) if getattr(records, field.name)}
    assert held == {"instruments", "provisions", "statements", "code_lists", "agents", "events"}
    assert records.dataset is None
    catalogue = Catalogue(records, revision="r")
    assert catalogue.list_evidence(EvidenceFilter(provisions=("II",))) == ()
    assert catalogue.list_thresholds(ThresholdFilter(risks=("chemical",))) == ()
