"""`pledgegraph.catalogue.board` over what is shipped: the twenty, one by one."""

from datetime import date

import pytest

from pledgegraph.catalogue import Board, BoardCount, BoardFilter, BoardRow, Catalogue, Standing
from pledgegraph.errors import InvalidArgument
from pledgegraph.model import Concept, StatedDate
from tests.answers_board import FIRST_FINAL, NONE_ON_RECORD, SAFER_AI, SEARCHED, TRACKER

PARIS = date(2025, 2, 11)
VERSION = "https://w3id.org/pledgegraph/id/version/"


def ask(catalogue: Catalogue, as_of: date | None = None, known_by: date | None = None) -> Board:
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.get_board(catalogue.get_event("paris-2025"), times)


def row_of(board: Board, slug: str) -> BoardRow:
    (found,) = [row for row in board.rows if row.organisation.slug == slug]
    return found


def code(concept: Concept | None) -> str | None:
    return None if concept is None else concept.notation


def timeliness_of(row: BoardRow) -> str | None:
    return code(row.timing.timeliness)


def tell(counts: tuple[BoardCount, ...]) -> dict[str | None, list[str]]:
    return {
        code(count.code): [o.slug for o in count.organisations]
        for count in counts
        if count.organisations
    }


def changing(row: BoardRow) -> dict[str, str | None]:
    """Return what the readings give under which it would be another timeliness."""
    return {
        found.reading.iri.rpartition("seoul-2024/")[2]: code(found.timing.timeliness)
        for found in row.hinges_on
    }


def test_every_signatory_has_a_row_by_label(catalogue: Catalogue) -> None:
    board = ask(catalogue)
    assert board.due == PARIS
    assert [row.organisation for row in board.rows] == list(catalogue.organisations)
    assert {r.organisation.slug for r in board.rows} == {*FIRST_FINAL, *NONE_ON_RECORD}


@pytest.mark.parametrize("slug", FIRST_FINAL)
def test_who_published_a_final_version(catalogue: Catalogue, slug: str) -> None:
    row, wanted = row_of(ask(catalogue), slug), FIRST_FINAL[slug]
    assert row.publication.notation == "published"
    assert timeliness_of(row) == wanted.timeliness
    assert (row.timing.days_late and row.timing.days_late.fewest) == wanted.days_late
    assert (row.timing.days_late and row.timing.days_late.most) == wanted.days_late
    assert row.first_version is not None
    assert row.first_version.iri == f"{VERSION}{slug}/{wanted.version}"
    assert row.first_version.url == wanted.url
    day = date.fromisoformat(wanted.issued)
    assert row.issued == StatedDate(wanted.issued, day, day)
    assert wanted.source in row.sources
    assert row.later is None
    assert row.left_out == ()


@pytest.mark.parametrize("slug", NONE_ON_RECORD)
def test_of_whom_no_final_version_is_on_record(catalogue: Catalogue, slug: str) -> None:
    row, (cohort, publication) = row_of(ask(catalogue), slug), NONE_ON_RECORD[slug]
    assert row.organisation.endorsement.cohort.notation == cohort
    assert row.publication.notation == publication
    assert (row.first_version, row.issued, row.draft) == (None, None, None)
    assert timeliness_of(row) is None
    assert row.search is not None
    assert row.search.searched_on == SEARCHED
    assert {TRACKER, SAFER_AI} <= set(row.sources)


def test_counts_name_every_signatory_once(catalogue: Catalogue) -> None:
    board = ask(catalogue)
    expected: dict[str | None, list[str]] = {
        kind: [slug for slug, found in FIRST_FINAL.items() if found.timeliness == kind]
        for kind in ("before-endorsement", "on-time", "late")
    }
    assert tell(board.by_timeliness) == {**expected, None: list(NONE_ON_RECORD)}
    assert tell(board.by_publication)["published"] == list(FIRST_FINAL)
    assert [(code(c.code), len(c.organisations)) for c in board.by_publication] == [
        ("published", 12),
        ("draft", 0),
        ("out-of-scope", 2),
        ("announced", 0),
        ("none-found", 6),
        ("not-reviewed", 0),
    ]
    assert [(code(c.code), len(c.organisations)) for c in board.by_timeliness] == [
        ("before-endorsement", 4),
        ("on-time", 6),
        ("late", 2),
        ("undetermined", 0),
        ("not-applicable", 0),
        (None, 8),
    ]


def test_on_the_last_day_of_the_summit(catalogue: Catalogue) -> None:
    board = ask(catalogue, as_of=PARIS)
    found = tell(board.by_publication)
    assert found["published"] == [s for s in FIRST_FINAL if s not in ("nvidia", "xai")]
    assert found["draft"] == ["xai"]
    assert found["out-of-scope"] == ["ibm", "samsung-electronics"]
    assert len(found["none-found"]) == 6
    # Nobody looked for NVIDIA's, and its own came six days later.
    assert found["not-reviewed"] == ["nvidia"]
    nvidia = row_of(board, "nvidia")
    assert nvidia.later is not None
    assert nvidia.later.slug == "2025-02-17"
    assert [(o.standing, o.count) for o in nvidia.left_out] == [(Standing.LATER, 1)]


def test_a_draft_is_shown_and_does_not_count_as_final(catalogue: Catalogue) -> None:
    then, now = (row_of(ask(catalogue, as_of=day), "xai") for day in (PARIS, None))
    assert then.draft is not None
    assert then.draft.slug == "2025-02-10"
    assert then.first_version == then.draft
    assert timeliness_of(then) is None
    assert then.later is not None
    assert then.later.slug == "august-20-2025"
    assert now.draft == then.draft
    assert now.first_version is not None
    assert now.first_version.slug == "august-20-2025"


def test_the_day_before_the_draft_there_is_nothing_of_it(catalogue: Catalogue) -> None:
    row = row_of(ask(catalogue, as_of=date(2025, 2, 9)), "xai")
    assert (row.first_version, row.draft) == (None, None)
    assert row.publication.notation == "not-reviewed"


def test_a_search_counts_once_it_is_known_whatever_day_is_asked_about(
    catalogue: Catalogue,
) -> None:
    known = row_of(ask(catalogue, as_of=PARIS), "mistral-ai")
    unknown = row_of(ask(catalogue, as_of=PARIS, known_by=PARIS), "mistral-ai")
    assert (known.publication.notation, known.left_out) == ("none-found", ())
    assert unknown.publication.notation == "not-reviewed"
    assert [(o.standing, o.count) for o in unknown.left_out] == [(Standing.NOT_KNOWN, 1)]
    assert unknown.disagreements == known.disagreements


def test_what_was_known_on_the_last_day_of_the_summit(catalogue: Catalogue) -> None:
    found = tell(ask(catalogue, as_of=PARIS, known_by=PARIS).by_publication)
    assert {code: len(them) for code, them in found.items()} == {
        "published": 10,
        "draft": 1,
        "not-reviewed": 9,
    }


# --- dates and readings on which an answer hangs -------------------------------------------


@pytest.mark.parametrize("slug", ["01-ai", "magic", "minimax", "nvidia"])
def test_the_edition_that_lists_them_bounds_when_they_joined(
    catalogue: Catalogue, slug: str
) -> None:
    row = row_of(ask(catalogue), slug)
    assert row.endorsed == StatedDate("2025-02", date(2025, 2, 1), date(2025, 2, 7))
    assert row.listed_in is not None
    assert row.listed_in.iri.endswith("edition/seoul-2024/2025-02-07")


def test_a_day_that_is_known_needs_no_bound(catalogue: Catalogue) -> None:
    row = row_of(ask(catalogue), "g42")
    assert row.endorsed is not None
    assert row.endorsed.latest == date(2024, 5, 21)
    assert row.listed_in is None


def test_whom_the_deadline_binds_is_a_reading(catalogue: Catalogue) -> None:
    board = ask(catalogue)
    assert {r.organisation.slug: changing(r) for r in board.rows if r.hinges_on} == {
        slug: {"N3/binds-the-first-list-only": "not-applicable"}
        for slug in ("01-ai", "magic", "minimax", "nvidia")
    }
    assert [(r.identifier, r.is_default) for r in board.readings] == [
        ("N2", True),
        ("N2", False),
        ("N3", True),
        ("N3", False),
        ("N3", False),
    ]


def test_the_stricter_reading_counts_from_before_the_first_day(catalogue: Catalogue) -> None:
    (first_day,) = [
        found
        for found in row_of(ask(catalogue), "nvidia").by_reading
        if found.reading.identifier == "N2"
    ]
    assert first_day.timing.days_late is not None
    assert first_day.timing.days_late.fewest == 8  # after the 9th
    assert not first_day.changes


def test_a_rival_date_is_told_where_it_would_change_the_answer(catalogue: Catalogue) -> None:
    board = ask(catalogue)
    assert {
        row.organisation.slug: [
            (
                found.claim.issued.stated,
                found.timing.timeliness and found.timing.timeliness.notation,
            )
            for found in row.by_date
        ]
        for row in board.rows
        if row.by_date
    } == {"microsoft": [("2025-02-12", "late")], "nvidia": [("2025-02-11", "on-time")]}


def test_disagreements_stand_beside_whom_they_name(catalogue: Catalogue) -> None:
    board = ask(catalogue)
    assert {r.organisation.slug: len(r.disagreements) for r in board.rows if r.disagreements} == {
        "cohere": 2,
        "magic": 1,
        "meta": 2,
        "mistral-ai": 1,
        "naver": 1,
        "nvidia": 1,
        "xai": 3,
    }


# --- what is asked otherwise ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (BoardFilter(timeliness=("late",)), ["nvidia", "xai"]),
        (BoardFilter(publications=("out-of-scope", "draft")), ["ibm", "samsung-electronics"]),
        (BoardFilter(is_timed=False), list(NONE_ON_RECORD)),
        (BoardFilter(publications=("published",), is_timed=False), []),
        (BoardFilter(timeliness=()), []),
    ],
)
def test_a_filter_keeps_what_holds_in_every_part(
    catalogue: Catalogue, wanted: BoardFilter, expected: list[str]
) -> None:
    rows = catalogue.list_board_rows(ask(catalogue), wanted)
    assert [row.organisation.slug for row in rows] == expected


def test_an_unknown_code_is_an_error_with_the_known_ones(catalogue: Catalogue) -> None:
    with pytest.raises(InvalidArgument, match=r"“soon” is no timeliness; expected one of before-"):
        catalogue.list_board_rows(ask(catalogue), BoardFilter(timeliness=("soon",)))


def test_an_event_without_a_deadline_has_no_board(catalogue: Catalogue) -> None:
    event, times = catalogue.get_event("seoul-summit"), catalogue.get_times()
    assert catalogue.find_board(event, times) is None
    with pytest.raises(InvalidArgument, match=r"sets no deadline .* expected one of paris-2025"):
        catalogue.get_board(event, times)


def test_the_same_question_is_answered_once(catalogue: Catalogue) -> None:
    assert ask(catalogue, as_of=PARIS) is ask(catalogue, as_of=PARIS)
