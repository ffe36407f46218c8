"""`pledgegraph.reports.stats`."""

from pledgegraph.bootstrap import Service
from pledgegraph.reports.stats import count_dataset, format_counts


def test_what_is_held_is_counted(service: Service) -> None:
    found = count_dataset(service.files, service.store, service.catalogue)
    assert found["revision"] == service.catalogue.revision
    assert (found["statements"], found["code lists"], found["instruments"]) == (84, 45, 1)
    assert found["statements by kind"] == {
        "Requirement": 74,
        "OutcomeStatement": 3,
        "Permission": 2,
        "ExceptionClause": 2,
        "Definition": 2,
        "ScopeRule": 1,
    }
    assert found["severity of a file that leaves one open"] == {
        "Violation": 38,
        "Warning": 17,
        "Info": 17,
        "none": 12,
    }


def test_counts_are_lines_with_aligned_numbers() -> None:
    assert format_counts({"revision": "abc", "statements": 84, "by kind": {"a": 3}}) == (
        "revision    abc\nstatements   84\nby kind\n  a           3"
    )
