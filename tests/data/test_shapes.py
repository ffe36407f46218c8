"""Everything that is shipped has what the shapes ask for."""

from __future__ import annotations

from pledgegraph.reports.text import format_report
from pledgegraph.resources import find_resources
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import load_files
from pledgegraph.validation import validate_dataset
from pledgegraph.validation.shapes import ShapeSet


def test_the_shapes_find_nothing_in_what_is_shipped() -> None:
    files = load_files(find_resources())
    store = EmbeddedStore.from_files(files)
    report = validate_dataset(store, ShapeSet.from_files(files), files=files)
    assert report.findings == (), "\n" + format_report(report)
    assert report.subjects > 4_700
    # No shape is for the 95 terms of other vocabularies, which are used and not described here, and
    # for the checksum of a file.
    assert report.subjects - report.targeted == 96
