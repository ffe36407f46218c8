"""`pledgegraph.catalogue.coverage`."""

from datetime import date

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue
from pledgegraph.status import CellStatus
from tests.reader.claims import claim
from tests.reader.small import read_small

SUPPORTING = (
    "pledge:bearsOn req:II.g ; pledge:direction code:bearing-contradicts",
    "pledge:bearsOn req:II.g ; pledge:direction code:bearing-supports",
)


def open_small(service: Service, *edits: tuple[str, str]) -> Catalogue:
    return Catalogue(read_small(service, *edits), revision="r")


def find_gap(catalogue: Catalogue, requirement: str, **days: date) -> str | None:
    gaps = catalogue.list_gaps(catalogue.get_organisation("lab"), catalogue.get_times(**days))
    found = (gap.sentence for gap in gaps if gap.requirement.identifier == requirement)
    return next(found, None)


def test_coverage_counts_each_organisation_once(catalogue: Catalogue) -> None:
    promise = catalogue.get_requirement("seoul-2024", "IV.d")
    found = catalogue.get_coverage(promise, catalogue.get_times())
    assert sum(s.count for s in found.statuses) == 20
    assert [c.organisation.slug for c in found.cells][:2] == ["01-ai", "amazon"]
    assert {c.promise for c in found.cells} == {promise}


def test_gaps_are_every_checked_requirement_of_which_something_is_open(service: Service) -> None:
    catalogue = open_small(service)
    gaps = catalogue.list_gaps(catalogue.get_organisation("lab"), catalogue.get_times())
    # Of 74 requirements four are checked in no file: PRE.a, PRE.b, BP.0, VI.a.
    assert len(gaps) == 70
    assert [g.requirement.identifier for g in gaps][:3] == ["PRE.c", "PRE.d", "PRE.e"]


def test_what_is_on_record_on_conduct_can_be_open_too(catalogue: Catalogue) -> None:
    gaps = catalogue.list_gaps(catalogue.get_organisation("openai"), catalogue.get_times())
    assert "VI.a" in [g.requirement.identifier for g in gaps]
    assert "PRE.a" not in [g.requirement.identifier for g in gaps]


def test_what_is_supported_is_no_gap(service: Service) -> None:
    catalogue = open_small(service, SUPPORTING)
    assert find_gap(catalogue, "II.g") is None


@pytest.mark.parametrize("coverage", ["withheld", "not-applicable"])
def test_what_is_held_back_or_does_not_apply_with_a_reason_is_no_gap(
    service: Service, coverage: str
) -> None:
    edit = claim(
        "coverage-partly-addressed ;\n  pledge:cites <evidence/lab/e10>", f"coverage-{coverage}"
    )
    catalogue = open_small(service, edit)
    assert find_gap(catalogue, "II.g", as_of=date(2025, 3, 20)) is None


def test_a_gap_is_told_in_words_that_can_be_sent(service: Service) -> None:
    catalogue = open_small(service)
    assert find_gap(catalogue, "IV.d") == (
        "IV.d (“In the extreme, organisations commit not to develop … a model or system at all, if "
        "mitigations cannot be applied to keep risks below the thresholds”): as known on "
        "2026-11-23, nothing is on record here. If it is answered somewhere, please say where."
    )
    contradicted = find_gap(catalogue, "II.g")
    assert contradicted is not None
    assert contradicted.endswith(
        "what is on record here speaks against it. If that is wrong or has changed, please say "
        "where it is answered."
    )


def test_a_gap_names_both_days_where_they_differ(service: Service) -> None:
    found = find_gap(open_small(service), "IV.d", as_of=date(2025, 3, 20))
    assert found is not None
    assert "): as of 2025-03-20, as known on 2026-11-23, nothing is on record here." in found


def test_a_gap_says_where_an_earlier_text_is_on_record(service: Service) -> None:
    bearing = (
        "<evidence/lab/e2/bearing/II.g> a pledge:Bearing ; pledge:ofEvidence <evidence/lab/e2>",
        "<evidence/lab/e2/bearing/II.g> a pledge:Bearing ; pledge:ofEvidence <evidence/lab/e10>",
    )
    found = find_gap(open_small(service, bearing), "II.g")
    assert found is not None
    assert found.endswith("Something is on record of an earlier text of the framework.")


def test_examples_are_what_supports_where_nothing_speaks_against(service: Service) -> None:
    catalogue = open_small(service, SUPPORTING)
    requirement = catalogue.get_requirement("seoul-2024", "II.g")
    (example,) = catalogue.list_examples(requirement, catalogue.get_times())
    assert example.iri.endswith("evidence/lab/e2/bearing/II.g")


def test_what_is_contested_is_no_example(service: Service) -> None:
    other = (
        "<evidence/lab/e2/bearing/II> a pledge:Bearing ; pledge:ofEvidence <evidence/lab/e2> ;\n"
        "  pledge:bearsOn <provision/seoul-2024/II>",
        "<evidence/lab/e2/bearing/II> a pledge:Bearing ; pledge:ofEvidence <evidence/lab/e2> ;\n"
        "  pledge:bearsOn req:II.g",
    )
    catalogue = open_small(service, other)
    requirement = catalogue.get_requirement("seoul-2024", "II.g")
    (cell,) = catalogue.get_coverage(requirement, catalogue.get_times()).cells
    assert cell.status is CellStatus.CONTESTED
    assert catalogue.list_examples(requirement, catalogue.get_times()) == ()
