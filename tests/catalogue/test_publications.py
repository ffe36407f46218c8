"""`pledgegraph.catalogue.publications`: what can have been the first."""

from dataclasses import replace
from datetime import date

from pledgegraph.catalogue import Catalogue
from pledgegraph.catalogue.publications import list_naming, span
from pledgegraph.model import StatedDate
from tests.catalogue.test_in_force import create_version


def test_of_two_that_can_be_the_first_all_days_are_told() -> None:
    sure = create_version("sure", "2025-02-05")
    loose = create_version("loose", "2025-02-01", "2025-02-28")
    assert span((sure, loose)) == StatedDate("2025-02-05", date(2025, 2, 1), date(2025, 2, 5))
    assert span(()) is None


def test_what_replaces_another_is_not_the_first(catalogue: Catalogue) -> None:
    work = catalogue.get_framework("magic", "agi-readiness-policy")
    versions = catalogue.list_versions_of(work)
    assert len(versions) == 2
    assert [v.slug for v in catalogue.list_first_of(versions)] == ["1-0"]
    assert [v.slug for v in catalogue.list_first_of(versions[1:])] == ["1-0-reissue-2024-07"]


def test_a_name_counts_as_a_word_only(catalogue: Catalogue) -> None:
    meta = replace(catalogue.get_organisation("meta"), aliases=("Meta AI",))
    texts = ("Meta is late.", "Metadata is late.", "So says (Meta AI).", "Meta is late.")
    assert list_naming(meta, texts) == ("Meta is late.", "So says (Meta AI).")
