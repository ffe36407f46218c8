"""`pledgegraph.catalogue.in_force`: surely, or undetermined."""

from dataclasses import replace
from datetime import date

import pytest

from pledgegraph.catalogue import InForce
from pledgegraph.catalogue.in_force import index_endings, list_in_force
from pledgegraph.model import Concept, Framework, FrameworkVersion, StatedDate

PUBLISHED = Concept("code:published", "code:publication", "published", "published", "", 1)
DRAFT = replace(PUBLISHED, notation="draft")
WORK = Framework("work", "work", "Work", ("lab",), None, (), (), ())


def day(text: str) -> date:
    return date.fromisoformat(text)


def create_version(
    name: str, earliest: str, latest: str | None = None, **given: object
) -> FrameworkVersion:
    version = FrameworkVersion(
        iri=name,
        slug=name,
        framework="work",
        label=None,
        title=name,
        issued=StatedDate(earliest, day(earliest), day(latest or earliest)),
        date_basis=PUBLISHED,
        effective=None,
        publication=PUBLISHED,
        availability=PUBLISHED,
        url=None,
        no_address_because=None,
        media_type=None,
        languages=("en",),
        replaces=(),
        reissue_of=None,
        rival_dates=(),
        alternative_labels=(),
        sources=(),
        notes=(),
    )
    return replace(version, **given)  # type: ignore[arg-type]


def ask(on: str, *versions: FrameworkVersion, works: tuple[Framework, ...] = (WORK,)) -> list[str]:
    """Return what can have been in force: names, with a question mark where that is not sure."""
    found = list_in_force(versions, index_endings(versions, works), day=day(on))
    return [f.version.iri + ("" if f.state is InForce.IN_FORCE else "?") for f in found]


FIRST = create_version("first", "2024-01-10")
SECOND = create_version("second", "2025-03-01", "2025-03-31", replaces=("first",))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2024-01-09", []),
        ("2024-01-10", ["first"]),
        ("2025-02-28", ["first"]),
        ("2025-03-01", ["first?", "second?"]),
        ("2025-03-30", ["first?", "second?"]),
        ("2025-03-31", ["second"]),
    ],
)
def test_a_version_is_in_force_until_the_next_is(on: str, expected: list[str]) -> None:
    assert ask(on, FIRST, SECOND) == expected


def test_the_day_of_effect_counts_before_the_day_of_issue() -> None:
    later = StatedDate("2025-06-01", day("2025-06-01"), day("2025-06-01"))
    second = replace(SECOND, effective=later)
    assert ask("2025-05-31", FIRST, second) == ["first"]
    assert ask("2025-06-01", FIRST, second) == ["second"]


def test_the_first_of_several_followers_ends_it() -> None:
    third = create_version("third", "2025-01-01", replaces=("first",))
    assert ask("2025-02-01", FIRST, SECOND, third) == ["third"]


def test_a_draft_is_never_in_force_and_takes_nobodys_place() -> None:
    draft = replace(SECOND, publication=DRAFT)
    assert ask("2025-04-01", FIRST, draft) == ["first"]


@pytest.mark.parametrize("code", ["draft", "announced", "none-found", "not-reviewed"])
def test_only_what_is_published_is_in_force_and_ends_what_was(code: str) -> None:
    other = replace(SECOND, publication=replace(PUBLISHED, notation=code))
    assert ask("2025-04-01", FIRST, other) == ["first"]


def test_what_was_withdrawn_since_was_in_force() -> None:
    withdrawn = replace(FIRST, availability=replace(PUBLISHED, notation="withdrawn"))
    assert ask("2024-06-01", withdrawn, SECOND) == ["first"]


def test_what_replaces_a_draft_takes_the_place_of_what_that_replaces() -> None:
    draft = replace(SECOND, publication=DRAFT)
    third = create_version("third", "2025-08-01", replaces=("second",))
    assert ask("2025-07-31", FIRST, draft, third) == ["first"]
    assert ask("2025-08-01", FIRST, draft, third) == ["third"]


def test_a_version_ends_with_its_framework() -> None:
    works = (WORK, replace(WORK, iri="new", replaces=("work",)))
    other = create_version("other", "2025-12-30", framework="new")
    assert ask("2025-12-29", FIRST, other, works=works) == ["first"]
    assert ask("2025-12-30", FIRST, other, works=works) == ["other"]


def test_a_translation_is_not_in_force_beside_its_original() -> None:
    translation = create_version("translation", "2024-02-01", translation_of="first")
    assert ask("2024-03-01", FIRST, translation) == ["first"]


def test_versions_that_replace_each_other_end_each_other() -> None:
    one = create_version("one", "2024-01-01", replaces=("other",))
    other = create_version("other", "2024-02-01", replaces=("one",))
    assert ask("2024-03-01", one, other) == []
