"""Changes, timelines and differences of versions, over the shipped data."""

from datetime import date, timedelta

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import (
    Catalogue,
    ChangeFilter,
    LeftOut,
    Standing,
    TimelineKind,
    Unsaid,
)
from pledgegraph.errors import InvalidArgument
from tests.reader.small import read_small

VERSION = "https://w3id.org/pledgegraph/id/version/"
AFFECTS = "pledge:affectsApproachTo req:II.a"
ISSUED = """dcterms:issued "2026-05-02"^^xsd:date ; pledge:issuedEarliest "2026-05-02"^^xsd:date ;
  pledge:issuedLatest "2026-05-02"^^xsd:date ;"""


def test_changes_are_newest_first_and_bounds_belong_to_it(service: Service) -> None:
    catalogue = service.catalogue
    wanted = ChangeFilter(since=date(2026, 7, 8), until=date(2026, 7, 24))
    found = catalogue.list_changes(wanted, catalogue.get_times())
    assert [catalogue.get_version_after(c).issued.stated for c in found] == [
        "2026-07-24",
        "2026-07-08",
    ]


def test_every_item_alters_what_its_change_says_it_affects(service: Service) -> None:
    for change in service.catalogue.changes:
        altered = {
            iri
            for item in change.items
            if item.direction.notation != "retained"
            for iri in item.requirements
            if "/CHG." not in iri and "/BP" not in iri
        }
        assert altered == set(change.affects)


def test_an_unknown_requirement_is_refused(service: Service) -> None:
    catalogue = service.catalogue
    with pytest.raises(InvalidArgument, match="is no requirement"):
        catalogue.list_changes(ChangeFilter(requirements=("II.z",)), catalogue.get_times())


def test_a_timeline_counts_what_it_cannot_place(service: Service) -> None:
    catalogue = service.catalogue
    found = catalogue.list_timeline("xai", None, None, catalogue.get_times())
    kinds = [entry.kind for entry in found.entries]
    assert kinds.count(TimelineKind.VERSION_ISSUED) == 5
    assert kinds.count(TimelineKind.CHANGE) == 4
    assert found.undated > 0
    days = [entry.day.earliest for entry in found.entries]
    assert days == sorted(days)


def test_a_loose_date_is_kept_and_marked(service: Service) -> None:
    catalogue = service.catalogue
    times = catalogue.get_times()
    found = catalogue.list_timeline("magic", date(2024, 7, 15), date(2024, 7, 15), times)
    loose = [e for e in found.entries if e.is_loose]
    assert [e.day.stated for e in loose if e.kind is TimelineKind.CHANGE] == ["2024-07"]


# --- who said why, and by when that was public ---------------------------------------------


def explained(service: Service, known_by: date) -> set[str]:
    """Return the changes of an approach that reasons were on record for by then."""
    catalogue = service.catalogue
    times = catalogue.get_times(known_by=known_by)
    changes = [c for c in catalogue.list_changes(ChangeFilter(), times) if c.affects]
    found = catalogue.list_unexplained_changes(ChangeFilter(), times)
    return {c.iri.removeprefix(VERSION).removesuffix("/change") for c in changes if c not in found}


def test_reasons_excuse_a_change_from_the_day_they_were_public(service: Service) -> None:
    # The only sources of the note on 1.1 are version 2, a copy, and a log of September 2026.
    compliance = "anthropic/frontier-compliance-framework/1-1"
    assert compliance not in explained(service, date(2026, 9, 29))
    assert compliance in explained(service, date(2026, 9, 30))
    # Google's account of version 2.0 came out with it; evidence of the reasons did so later.
    assert "google/frontier-safety-framework/2-0" in explained(service, date(2025, 2, 4))


def lab(service: Service, *edits: tuple[str, str]) -> Catalogue:
    """Return a catalogue with one change, of an approach, which came out in March 2025."""
    affects = ("pledge:reasonsStated false", "pledge:affectsApproachTo req:II.a")
    return Catalogue(read_small(service, affects, *edits), revision="r")


@pytest.mark.parametrize(
    ("reasons", "since"),
    [
        ("pledge:reason <evidence/lab/e10>", date(2025, 3, 5)),  # read in version 1
        ("pledge:reason <evidence/lab/e2>", date(2026, 11, 23)),  # read in an undated report
        ("pledge:reasonsStated true", date(2026, 11, 23)),  # from where is not on record
        ("pledge:reasonsStated true ; pledge:accountedBy <document/report>", date(2026, 5, 2)),
    ],
)
def test_each_kind_of_reason_has_its_day(service: Service, reasons: str, since: date) -> None:
    dated = (
        "schema:url <https://lab.example/report> ;",
        "schema:url <https://lab.example/report> ; " + ISSUED,
    )
    edits = ((AFFECTS, f"{AFFECTS} ; {reasons}"), *((dated,) if "accounted" in reasons else ()))
    catalogue = lab(service, *edits)
    assert len(catalogue.changes) == 1

    def ask(known_by: date) -> int:
        times = catalogue.get_times(known_by=known_by)
        return len(catalogue.list_unexplained_changes(ChangeFilter(), times))

    first = date(2025, 3, 31)  # from which the change counts
    assert ask(max(since, first)) == 0
    if since > first:
        assert ask(since - timedelta(1)) == 1
    assert ask(first - timedelta(1)) == 0


def test_a_change_without_reasons_is_unexplained(service: Service) -> None:
    catalogue = lab(service)
    found = catalogue.list_unexplained_changes(ChangeFilter(), catalogue.get_times())
    assert found == catalogue.changes


# --- what those found who traced every commitment --------------------------------------------


def studies(service: Service, organisation: str, day: date | None) -> tuple[int, list[LeftOut]]:
    catalogue = service.catalogue
    times = catalogue.get_times(known_by=day)
    (found,) = catalogue.list_silent_revisions(times, (organisation,))
    return len(found.studies), list(found.studies_left_out)


def test_studies_count_from_the_day_they_were_surely_out(service: Service) -> None:
    out = date(2026, 9, 30)  # it is dated September 2026
    assert studies(service, "google", None) == (2, [])
    assert studies(service, "google", out) == (2, [])
    unknown = (0, [LeftOut(Standing.NOT_KNOWN, 2)])
    assert studies(service, "google", out - timedelta(1)) == unknown
    assert studies(service, "xai", None) == (0, [])


def test_a_step_over_frameworks_is_found(service: Service) -> None:
    catalogue = service.catalogue
    found = catalogue.diff_versions(
        "xai/risk-management-framework/august-20-2025",
        "xai/frontier-artificial-intelligence-framework/june-30-2026",
        catalogue.get_times(),
    )
    assert [len(c.items) for c in found.changes] == [3, 8]
    assert Unsaid.NO_STEPS not in found.unsaid
    back = catalogue.diff_versions(
        "xai/frontier-artificial-intelligence-framework/june-30-2026",
        "xai/risk-management-framework/august-20-2025",
        catalogue.get_times(),
    )
    assert back.changes == ()
    assert Unsaid.NO_STEPS in back.unsaid
