"""`pledgegraph.reports.stats`."""

from pledgegraph.bootstrap import Service
from pledgegraph.reports.stats import count_dataset, format_counts


def test_what_is_held_is_counted(service: Service) -> None:
    found = dict(count_dataset(service.files, service.store, service.catalogue))
    assert found["revision"] == service.catalogue.revision
    assert found["statements"] == 84
    assert [found[f"  {kind}"] for kind in ("Requirement", "OutcomeStatement")] == [74, 3]
    assert found["checked in a file"] == 38 + 17 + 17
    assert (found["code lists"], found["instruments"]) == (40, 1)


def test_counts_are_lines_with_aligned_numbers() -> None:
    assert format_counts((("files", 3), ("statements", 84))) == (
        "files              3\nstatements        84"
    )
