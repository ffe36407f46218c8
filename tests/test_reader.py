"""`pledgegraph.reader`, and that what cannot be read names file and subject."""

from dataclasses import replace

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import DataError
from pledgegraph.model import StatementKind
from pledgegraph.reader import read_records
from pledgegraph.reader.node import read_nodes
from pledgegraph.severity import Severity
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile
from pledgegraph.terms import PLEDGE
from tests.samples import turtle_file

INSTRUMENT = "data/instrument/seoul-2024.ttl"


def reread(service: Service, old: str, new: str) -> None:
    """Read everything again with `old` in the instrument's file replaced by `new`."""
    files = tuple(edit(f, old, new) if f.name == INSTRUMENT else f for f in service.files)
    read_records(EmbeddedStore.from_files(files), files)


def edit(file: SourceFile, old: str, new: str) -> SourceFile:
    text = file.content.decode()
    assert old in text
    return replace(file, content=text.replace(old, new).encode())


def test_a_statement_is_read_whole(service: Service) -> None:
    found = service.catalogue.get_requirement("seoul-2024", "II.e")
    assert found.iri == "https://w3id.org/pledgegraph/req/seoul-2024/II.e"
    assert found.kind is StatementKind.REQUIREMENT
    assert found.provision == "https://w3id.org/pledgegraph/id/provision/seoul-2024/II"
    assert found.verbatim == "including organisations' respective home governments as appropriate"
    assert [(p.exact, p.start, p.end) for p in found.places] == [(found.verbatim, 4089, 4156)]
    assert found.modality.notation == "should"
    assert [q.notation for q in found.qualifiers] == ["as-appropriate", "including"]
    assert (found.action, found.object) == (
        "define with input from",
        "the respective home government",
    )
    assert [t.notation for t in found.triggers] == ["thresholds-defined"]
    assert found.severity is Severity.INFO
    assert [iri.rpartition("/")[2] for iri in found.depends_on] == ["FN2", "II.d"]
    assert found.outcome == "https://w3id.org/pledgegraph/id/provision/seoul-2024/OUT1"
    assert [c.notation for c in found.loci] == ["framework"]


def test_readings_come_with_the_default_first(service: Service) -> None:
    found = service.catalogue.get_requirement("seoul-2024", "I.d")
    assert [(r.identifier, r.is_default) for r in found.readings] == [("N4", True), ("N4", False)]
    assert found.readings[1].implied_severity is Severity.VIOLATION
    assert found.readings[0].attributed_to.label == "Pledgegraph editors"


def test_the_edition_holds_the_text_that_its_checksum_names(service: Service) -> None:
    edition = service.catalogue.get_instrument("seoul-2024").edition
    assert edition.file.sha256.startswith("9b72950b7d83e44d")
    assert "Frontier AI Safety Commitments" in edition.file.text
    assert (edition.issued.stated, edition.issued.earliest.isoformat()) == (
        "2025-02-07",
        "2025-02-07",
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            '  pledge:verbatim "Assess whether these thresholds have been breached"@en .',
            "  .",
            f"{INSTRUMENT}, https://w3id.org/pledgegraph/req/seoul-2024/II.b: verbatim: it has no "
            "value; expected one text.",
        ),
        (
            '  dcterms:identifier "II.b" ;',
            '  dcterms:identifier "II.b", "II.bb" ;',
            f"{INSTRUMENT}, https://w3id.org/pledgegraph/req/seoul-2024/II.b: identifier: it has 2 "
            "values; expected one text.",
        ),
        (
            "req:II.b a pledge:Requirement ;",
            "req:II.b a pledge:Requirement, pledge:Permission ;",
            f"{INSTRUMENT}, https://w3id.org/pledgegraph/req/seoul-2024/II.b: type: it is of 2 "
            "kinds; expected one kind.",
        ),
        (
            "  pledge:position 42 ;",
            '  pledge:position "forty-two" ;',
            f"{INSTRUMENT}, https://w3id.org/pledgegraph/req/seoul-2024/II.e: position: "
            "“forty-two” is no whole number; expected digits.",
        ),
        (
            "  pledge:polarity code:polarity-negative ;",
            "  pledge:polarity code:polarity-sideways ;",
            f"{INSTRUMENT}, https://w3id.org/pledgegraph/req/seoul-2024/IV.d: it links "
            "https://w3id.org/pledgegraph/code#polarity-sideways, which is not described; expected "
            "a description of it in ontology/ or data/, or no link.",
        ),
        (
            "  pledge:defaultSeverity sh:Info ;",
            "  pledge:defaultSeverity sh:Hint ;",
            f"{INSTRUMENT}, https://w3id.org/pledgegraph/req/seoul-2024/BP2: defaultSeverity: "
            "http://www.w3.org/ns/shacl#Hint is no severity of SHACL; expected Violation, Warning, "
            "Info.",
        ),
        (
            '"9b72950b7d83e44d00eacb73c3364180fdb97fa15c9ed9372eebcb2679d0c3f6"',
            '"00"',
            f"{INSTRUMENT}, https://w3id.org/pledgegraph/id/file/9b72950b7d83e44d: checksum: no "
            "text in data/ has the SHA-256 00…; expected the file's own checksum: the text was "
            "changed, or is missing.",
        ),
    ],
)
def test_what_cannot_be_read_names_file_and_subject(
    service: Service, old: str, new: str, message: str
) -> None:
    with pytest.raises(DataError) as caught:
        reread(service, old, new)
    assert str(caught.value) == message


def test_nodes_are_read_in_one_query_with_all_their_values() -> None:
    text = (
        f"<x:b> a <{PLEDGE.Reading}> ; <x:p> 1, 2 . <x:a> a <{PLEDGE.Reading}> . [] a <x:Other> ."
    )
    nodes = read_nodes(EmbeddedStore.from_files([turtle_file(text)]), PLEDGE.Reading)
    assert list(nodes) == ["x:a", "x:b"]
    assert len(nodes["x:b"].values["x:p"]) == 2
    assert nodes["x:b"].file == "data/sample.ttl"
