"""Changes, timelines and differences of versions, over the shipped data."""

from datetime import date

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import ChangeFilter, TimelineKind, Unsaid
from pledgegraph.errors import InvalidArgument


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
