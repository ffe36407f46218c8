"""Everything that is shipped has what the shapes ask for."""

from __future__ import annotations

from pledgegraph.reports.text import format_report
from pledgegraph.resources import find_resources
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import load_files
from pledgegraph.validation.checks import validate_dataset
from pledgegraph.validation.context import Context
from pledgegraph.validation.engines import get_engine
from pledgegraph.validation.shapes import ShapeSet


def test_the_shapes_find_nothing_in_what_is_shipped() -> None:
    files = load_files(find_resources())
    store = EmbeddedStore.from_files(files)
    context = Context.from_store(store, ShapeSet.from_files(files), engine=get_engine("turbo"))
    report = validate_dataset(context, files=files)
    assert report.findings == (), "\n" + format_report(report)
    assert report.subjects > 4_700
    # No shape is for the 95 terms of other vocabularies, which are used and not described here.
    assert report.subjects - report.targeted == 95
