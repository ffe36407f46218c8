"""Searches in `pledgegraph.catalogue.timeline`: when they count, and how they are called."""

from datetime import date

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue, Standing, Timeline, TimelineKind
from tests.reader.small import read_small

PARIS = date(2025, 2, 11)
SEARCHED = date(2025, 12, 9)


def ask(
    catalogue: Catalogue, organisation: str, *, as_of: date | None, known_by: date | None
) -> Timeline:
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.list_timeline(organisation, None, None, times)


def searches_of(found: Timeline) -> list[tuple[str, str]]:
    return [(e.day.stated, e.title) for e in found.entries if e.kind is TimelineKind.SEARCH]


def count(found: Timeline, standing: Standing) -> int:
    return sum(left.count for left in found.left_out if left.standing is standing)


@pytest.mark.parametrize("as_of", [None, PARIS])
def test_a_search_is_called_by_what_was_sought(catalogue: Catalogue, as_of: date | None) -> None:
    found = ask(catalogue, "mistral-ai", as_of=as_of, known_by=None)
    assert searches_of(found) == [("2025-12-09", "Looked for: PRE (Opening promise)")]


def test_a_search_for_a_requirement_says_what_that_asks(service: Service) -> None:
    edit = ("pledge:sought <provision/seoul-2024/PRE>", "pledge:sought req:II.a")
    catalogue = Catalogue(read_small(service, edit), revision="r")
    asked = service.catalogue.get_requirement("seoul-2024", "II.a")
    ((_, title),) = searches_of(ask(catalogue, "lab", as_of=None, known_by=None))
    assert title == f"Looked for: II.a ({asked.action}: {asked.object})"


def test_a_search_counts_from_its_day_of_knowledge_on(catalogue: Catalogue) -> None:
    then = ask(catalogue, "mistral-ai", as_of=PARIS, known_by=SEARCHED)
    before = ask(catalogue, "mistral-ai", as_of=PARIS, known_by=date(2025, 12, 8))
    assert len(searches_of(then)) == 1
    assert searches_of(before) == []
    assert count(before, Standing.NOT_KNOWN) >= 1 + count(then, Standing.NOT_KNOWN)


def test_nothing_else_counts_that_was_not_out(catalogue: Catalogue) -> None:
    found = ask(catalogue, "mistral-ai", as_of=PARIS, known_by=None)
    others = [e for e in found.entries if e.kind is not TimelineKind.SEARCH]
    assert others
    assert all(e.day.latest <= PARIS for e in others)
