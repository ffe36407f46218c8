"""`pledgegraph.validation.versions`: what is the record of a version, and the report on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import NotFound
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.term import Iri, Triple
from pledgegraph.terms import ID, PLEDGE, RDF
from pledgegraph.validation.context import Context
from pledgegraph.validation.engines import get_engine
from pledgegraph.validation.profiles import Profile
from pledgegraph.validation.shapes import ShapeSet
from pledgegraph.validation.versions import list_record, validate_version
from pledgegraph.validation.worker import Worker
from tests.samples import turtle_file
from tests.validation.samples import PREFIXES, context_of, shapes_of

RECORD = """
PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
PREFIX p: <https://w3id.org/pledgegraph/ns#>
BASE <https://example.org/>

# The version, and what is of it.
<v/2> a p:FrameworkVersion ; p:versionOf <f> ; dcterms:replaces <v/1> ; p:definesThreshold <t/2> ;
  p:rivalDate <v/2/date> ; p:hasFile <file> ; p:howIdentified <e/how> .
<v/2/date> a p:DateClaim .
<file> a p:DocumentFile ; p:retrievedFrom <https://example.com/> ; e:checksum <file/sum> .
<file/sum> e:value "0" .
<claim> a p:Claim ; p:claimAbout <v/2> ; p:answers <req> ; p:cites <e/cited> .
<gate> a p:DevelopmentGate ; p:practiceOf <v/2> ; p:triggeredBy <t/2> , <t/1> .
<board> a p:GovernanceArrangement ; p:practiceOf <v/2> ; p:assigns <role> .
<role> a p:RoleAssignment ; p:cites <e/role> .
<mitigation> a p:Mitigation ; p:practiceOf <v/2> ; p:keepsWithin <t/2> .
<change> a p:Change ; p:changeFrom <v/1> ; p:changeTo <v/2> ; p:hasItem <item> ;
  p:accountedBy <account> ; p:reason <e/reason> .
<item> a p:ChangeItem ; p:before <e/before> ; p:relocatedTo <v/3> .

# Its threshold, with parts that stand below it and parts that do not.
<t/2> a p:Threshold ; p:stricterThan <t/1> ; p:concernsRisk <risk> ; p:hasBasis <t/2/basis> ;
  p:monitoredBy <watch> ; p:rationale <t/2/why> ; p:unlessMitigatedBy <guard> .
<t/2/basis> a p:ThresholdBasis ; p:metric <metric> ; p:value <t/2/basis/value> .
<metric> a p:ThresholdMetric .
<t/2/basis/value> e:number 1 .
<t/2/why> a p:ThresholdRationale ; e:note [ e:text "why" ] .
<watch> a p:ProximityMonitoring ; p:decisionMaker <agent> .
<guard> a p:Mitigation .
<check> a p:ThresholdCheck ; p:checked <t/2> ; p:ofModel <model> .

# Evidence: what it cites, and what stands in it.
<e/how> a p:Evidence ; p:passageOf <document> .
<e/cited> a p:Evidence ; p:passageOf <document> ; p:aboutOrganisation <lab> .
<e/role> a p:Evidence ; p:passageOf <v/3> .
<e/reason> a p:Evidence ; p:passageOf <account> .
<e/before> a p:Evidence ; p:passageOf <v/1> .
<e/passage> a p:Evidence ; p:passageOf <v/2> .

# What is none of its record.
<f> a p:Framework ; p:frameworkOf <lab> .
<lab> e:name "Lab" .
<document> a p:Document .
<account> a p:ChangeAccount .
<model> a p:FrontierModel .
<agent> e:name "Board" .
<req> a p:Requirement .
<risk> a skos:Concept .
<e/passage/bearing> a p:Bearing ; p:ofEvidence <e/passage> ; p:bearsOn <req> .
<coding> a p:Coding ; p:ofEvidence <e/passage> .
<assessment> a p:Assessment ; e:of <v/2> .
<v/1> a p:FrameworkVersion ; p:definesThreshold <t/1> .
<t/1> a p:Threshold .
<claim/1> a p:Claim ; p:claimAbout <v/1> .
<e/other> a p:Evidence ; p:passageOf <v/1> .
<v/3> a p:FrameworkVersion ; dcterms:replaces <v/2> .
<change/3> a p:Change ; p:changeFrom <v/2> ; p:changeTo <v/3> ; p:hasItem <change/3/item> .
<change/3/item> a p:ChangeItem .
"""

G42 = ID["version/g42/frontier-ai-safety-framework/2025-02-06"]


@pytest.fixture(scope="module")
def context(service: Service) -> Context:
    """Return everything that is shipped, warm."""
    return Context.from_store(
        service.store, ShapeSet.from_files(service.files), engine=get_engine("turbo")
    )


def list_names(triples: Iterable[Triple], version: str) -> list[str]:
    found = list_record(triples, Iri(version))
    return sorted(s.removeprefix("https://example.org/") for s in found if isinstance(s, Iri))


def count_classes(triples: Iterable[Triple], versions: Iterable[Iri]) -> dict[str, int]:
    """Return how many things of each class there are in the records of `versions` together."""
    every = tuple(triples)
    records = [subject for version in versions for subject in list_record(every, version)]
    kinds = {t.subject: str(t.object) for t in every if t.predicate == RDF.type}
    return Counter(kinds[subject].rpartition("#")[2].rpartition("/")[2] for subject in records)


def test_a_record_is_what_is_of_the_version_its_parts_and_what_it_cites() -> None:
    triples = EmbeddedStore.from_files([turtle_file(PREFIXES + RECORD)]).list_triples()
    assert list_names(triples, "https://example.org/v/2") == [
        "board",
        "change",
        "check",
        "claim",
        "e/before",
        "e/cited",
        "e/how",
        "e/passage",
        "e/reason",
        "e/role",
        "file",
        "file/sum",
        "gate",
        "guard",
        "item",
        "metric",
        "mitigation",
        "role",
        "t/2",
        "t/2/basis",
        "t/2/basis/value",
        "t/2/why",
        "v/2",
        "v/2/date",
        "watch",
    ]
    # What has no name belongs to what names it.
    assert len(list_record(triples, Iri("https://example.org/v/2"))) == 26


def test_the_version_before_has_its_own_record() -> None:
    triples = EmbeddedStore.from_files([turtle_file(PREFIXES + RECORD)]).list_triples()
    assert list_names(triples, "https://example.org/v/1") == [
        "claim/1",
        "e/before",
        "e/other",
        "t/1",
        "v/1",
    ]


@pytest.mark.parametrize("name", ["nothing", "f", "t/2"])
def test_what_is_no_version_has_no_record(name: str) -> None:
    triples = EmbeddedStore.from_files([turtle_file(PREFIXES + RECORD)]).list_triples()
    assert list_record(triples, Iri(f"https://example.org/{name}")) == frozenset()


def test_what_is_only_named_is_not_in_the_record() -> None:
    text = "<x:v> a <https://w3id.org/pledgegraph/ns#FrameworkVersion> ; <x:p> <x:v/part> , <x:e> ."
    triples = EmbeddedStore.from_files([turtle_file(text)]).list_triples()
    assert list_record(triples, Iri("x:v")) == {"x:v"}


def test_the_record_of_a_shipped_version(service: Service) -> None:
    assert count_classes(service.store.list_triples(), [Iri(G42)]) == {
        "FrameworkVersion": 1,
        "Threshold": 2,
        "ThresholdBasis": 2,
        "Assessability": 2,
        "Evidence": 16,
    }


def test_whatever_is_of_a_version_is_in_one_record(service: Service) -> None:
    versions = [Iri(version.iri) for version in service.catalogue.versions]
    found = count_classes(service.store.list_triples(), versions)
    assert found.pop("Evidence") > 0
    # As many as are shipped, each once; see tests/data/test_counts.py.
    assert found == {
        "FrameworkVersion": 41,
        "DateClaim": 19,
        "Change": 26,
        "ChangeItem": 103,
        "Threshold": 140,
        "ThresholdBasis": 205,
        "ThresholdMetric": 20,
        "QuantityValue": 20,
        "Assessability": 140,
    }


def test_a_shipped_version_passes_as_a_record(context: Context) -> None:
    report = validate_version(G42, context=context)
    assert report.findings == ()
    assert (report.subjects, report.targeted, report.is_passed) == (23, 23, True)
    assert (report.profile, report.engine) == (Profile.RECORD, "pyshacl-turbo")


def test_a_check_leaves_the_context_as_it_was(context: Context) -> None:
    before = set(context.graph)
    assert validate_version(G42, context=context, profile=Profile.COMMITMENT).findings
    assert set(context.graph) == before


def test_what_is_asked_of_a_version_is_found_at_it(context: Context) -> None:
    report = validate_version(G42, context=context, profile=Profile.COMMITMENT)
    [finding] = [f for f in report.findings if f.rule == "P-I.a"]
    assert (finding.severity.value, finding.focus) == ("Violation", G42)
    assert finding.requirements == ("https://w3id.org/pledgegraph/req/seoul-2024/I.a",)
    # It says which file the version is described in, but not where.
    assert (finding.file, finding.line) == ("data/frameworks/g42.ttl", None)
    assert [branch.name for branch in finding.because] == ["Described practice", "Claim on I.a"]


def test_a_worker_reports_the_same(context: Context, service: Service) -> None:
    worker = Worker(service.files, engine="turbo")
    try:
        told = worker.validate_version(G42, profile=Profile.COMMITMENT)
        with pytest.raises(NotFound, match="no framework version “urn:nobody”"):
            worker.validate_version("urn:nobody")
    finally:
        worker.close()
    assert told == validate_version(G42, context=context, profile=Profile.COMMITMENT)


def test_another_version_is_unknown(context: Context) -> None:
    with pytest.raises(NotFound, match=r"^There is no framework version “urn:nobody”\.$"):
        validate_version("urn:nobody", context=context)


def test_only_the_record_of_the_version_is_checked() -> None:
    files = [turtle_file(PREFIXES + RECORD)]
    shapes = shapes_of(
        f"""
        PREFIX p: <{PLEDGE.base}>
        e:S a sh:NodeShape ; sh:targetClass p:FrameworkVersion , p:Threshold , p:Bearing ;
          sh:property e:S-name .
        e:S-name a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 .
        """
    )
    context = context_of(files, shapes)
    report = validate_version("https://example.org/v/2", context=context)
    assert [f.focus for f in report.findings if f.path == "<https://example.org/name>"] == [
        "https://example.org/t/2",
        "https://example.org/v/2",
    ]
    assert (report.subjects, report.targeted) == (26, 2)
