"""`pledgegraph.reader.evidence`: documents, evidence, bearings."""

from datetime import date

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import DataError
from tests.reader.small import ID, check_refused, read_small


def test_a_document_is_read_whole(service: Service) -> None:
    (found,) = read_small(service).documents
    assert (found.slug, found.title, found.issued) == ("report", "Report", None)
    assert found.publisher == f"{ID}agent/lab-research"
    assert (found.url, found.no_address_because) == ("https://lab.example/report", None)
    assert found.availability.notation == "not-checked"
    assert found.not_independent_of == (f"{ID}campaign/index",)


def test_evidence_comes_with_its_numbers_as_numbers(service: Service) -> None:
    second, tenth = read_small(service).evidence
    assert (second.identifier, tenth.identifier) == ("lab/e2", "lab/e10")
    assert (second.statement, second.source) == ("It ran tests.", f"{ID}document/report")
    assert (second.locator, second.no_locator_because) == (None, "It is one page.")
    assert second.quality is not None
    assert (second.quality.notation, second.quality_note) == ("mirror", "Read in a copy.")
    assert (tenth.locator, tenth.quality, tenth.quality_note) == ("section 2", None, None)
    assert (tenth.kind.notation, tenth.organisations) == (
        "framework-text",
        (f"{ID}organisation/lab",),
    )


def test_a_bearing_is_read_whole(service: Service) -> None:
    found, _ = read_small(service).bearings
    assert found.evidence == f"{ID}evidence/lab/e2"
    assert found.bears_on == f"{ID}provision/seoul-2024/II"
    assert (found.direction.notation, found.because) == ("supports", None)
    drawn = found.attribution
    assert (drawn.drawn_by.label, drawn.drawn_on) == ("Editors", date(2026, 11, 23))
    assert (drawn.mode, drawn.review_state.notation) == ("semiAuto", "drafted")


def test_evidence_may_bear_on_a_statement_too_and_another_way(service: Service) -> None:
    _, found = read_small(service).bearings
    assert found.evidence == f"{ID}evidence/lab/e2"
    assert found.bears_on == "https://w3id.org/pledgegraph/req/seoul-2024/II.g"
    assert (found.direction.notation, found.because) == ("contradicts", "No reason is given.")
    drawn = found.attribution
    assert (drawn.drawn_by.label, drawn.drawn_on) == ("Index", date(2026, 11, 24))
    assert (drawn.mode, drawn.review_state.notation) == ("manual", "second-read")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "dcterms:publisher <agent/lab-research>",
            "dcterms:publisher <agent/none>",
            f"document/report: publisher: it links {ID}agent/none, which is no agent or "
            "organisation; expected the IRI of one that data/ describes.",
        ),
        (
            "schema:url <https://lab.example/report> ;",
            "",
            "document/report: url: it has no value; expected one, or the reason under "
            "noAddressBecause.",
        ),
        (
            "pledge:notIndependentOf <campaign/index>",
            "pledge:notIndependentOf <scale/index>",
            f"document/report: notIndependentOf: it links {ID}scale/index, which is no document, "
            "agent, organisation or campaign; expected the IRI of one that data/ describes.",
        ),
        (
            "pledge:passageOf <document/report>",
            "pledge:passageOf <document/none>",
            f"evidence/lab/e2: passageOf: it links {ID}document/none, which is no document or "
            "framework version; expected the IRI of one that data/ describes.",
        ),
        (
            ' pledge:noLocatorBecause "It is one page."@en ;',
            "",
            "evidence/lab/e2: locator: it has no value; expected one, or the reason under "
            "noLocatorBecause.",
        ),
        (
            '  pledge:qualityNote "Read in a copy."@en',
            "",
            "evidence/lab/e2: qualityNote: it has no value; expected sourceQuality and "
            "qualityNote, or neither.",
        ),
        (
            " pledge:sourceQuality code:quality-mirror ;",
            "",
            "evidence/lab/e2: sourceQuality: it has no value; expected sourceQuality and "
            "qualityNote, or neither.",
        ),
        (
            'dcterms:identifier "lab/e2"',
            'dcterms:identifier "lab/e10"',
            f"evidence/lab/e2: identifier: {ID}evidence/lab/e10 has the same; expected an "
            "identifier of its own.",
        ),
        (
            "<evidence/lab/e2/bearing/II> a pledge:Bearing ; pledge:ofEvidence <evidence/lab/e2>",
            "<evidence/lab/e2/bearing/II> a pledge:Bearing ; pledge:ofEvidence <evidence/lab/e3>",
            f"evidence/lab/e2/bearing/II: ofEvidence: it links {ID}evidence/lab/e3, which is no "
            "evidence; expected the IRI of one that data/ describes.",
        ),
        (
            "pledge:bearsOn <provision/seoul-2024/II>",
            "pledge:bearsOn <provision/seoul-2024/IX>",
            f"evidence/lab/e2/bearing/II: bearsOn: it links {ID}provision/seoul-2024/IX, which is "
            "no provision or statement; expected the IRI of one that data/ describes.",
        ),
        (
            "pledge:direction code:bearing-supports",
            "pledge:direction code:direction-added",
            "evidence/lab/e2/bearing/II: direction: "
            "https://w3id.org/pledgegraph/code#direction-added is of another list; expected a code "
            "of the list bearing.",
        ),
    ],
)
def test_what_cannot_be_read_names_file_and_subject(
    service: Service, old: str, new: str, message: str
) -> None:
    check_refused(service, old, new, message)


def test_a_mode_that_is_none_of_earl_is_refused(service: Service) -> None:
    old = """<provision/seoul-2024/II> ; pledge:direction code:bearing-supports ;
  pledge:drawnBy <agent/pledgegraph-editors> ; pledge:drawnOn "2026-11-23"^^xsd:date ;
  earl:mode earl:semiAuto"""
    with pytest.raises(DataError, match=r"mode: .*#scale is no mode of EARL; expected such as"):
        read_small(service, (old, old.replace("earl:semiAuto", "code:scale")))
