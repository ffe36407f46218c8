"""`pledgegraph.catalogue.times`: what counts at the two clocks of a question."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.catalogue.times import (
    Standing,
    Times,
    find_standing,
    find_standing_of_text,
    is_known,
    is_known_on,
)
from pledgegraph.model import StatedDate

KNOWN_TO = date(2026, 11, 23)
BEGIN = date(2024, 1, 1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def stated(earliest: str, latest: str | None = None) -> StatedDate:
    return StatedDate(earliest, day(earliest), day(latest or earliest))


def times(as_of: str, known_by: str) -> Times:
    return Times(day(as_of), day(known_by), KNOWN_TO)


DAY = stated("2025-02-11")
MONTH = stated("2025-02-01", "2025-02-28")
LAST = stated("2026-11-01", "2026-11-30")  # it is in the data, so that it was out by the 23rd


@pytest.mark.parametrize(
    ("issued", "known_by", "expected"),
    [
        (DAY, "2025-02-10", False),
        (DAY, "2025-02-11", True),
        (MONTH, "2025-02-27", False),
        (MONTH, "2025-02-28", True),
        (LAST, "2026-11-22", False),
        (LAST, "2026-11-23", True),
        (None, "2026-11-22", False),
        (None, "2026-11-23", True),
    ],
)
def test_what_was_surely_public_is_known(
    issued: StatedDate | None, known_by: str, expected: bool
) -> None:
    assert is_known(issued, times("2020-01-01", known_by)) is expected


@pytest.mark.parametrize(
    ("issued", "as_of", "known_by", "expected"),
    [
        (DAY, "2025-02-11", "2025-02-11", Standing.COUNTS),
        (DAY, "2025-02-10", "2025-02-11", Standing.LATER),
        (DAY, "2025-02-11", "2025-02-10", Standing.NOT_KNOWN),
        (DAY, "2025-02-10", "2025-02-10", Standing.NOT_KNOWN),
        (MONTH, "2025-02-28", "2025-02-28", Standing.COUNTS),
        (MONTH, "2025-02-15", "2026-11-23", Standing.LATER),  # it can have been out
        (MONTH, "2026-11-23", "2025-02-15", Standing.NOT_KNOWN),
        (LAST, "2026-11-23", "2026-11-23", Standing.COUNTS),
        (LAST, "2026-11-22", "2026-11-23", Standing.LATER),
        (None, "2026-11-23", "2026-11-23", Standing.COUNTS),
        (None, "2027-01-01", "2027-01-01", Standing.COUNTS),
        (None, "2026-11-22", "2026-11-23", Standing.UNDATED),
        (None, "2026-11-23", "2026-11-22", Standing.UNDATED),
    ],
)
def test_a_document_counts_from_the_day_it_was_surely_out(
    issued: StatedDate | None, as_of: str, known_by: str, expected: Standing
) -> None:
    assert find_standing(issued, times(as_of, known_by)) is expected


@pytest.mark.parametrize(
    ("start", "ends", "as_of", "known_by", "expected"),
    [
        (DAY, (), "2025-02-11", "2025-02-11", Standing.COUNTS),
        (DAY, (), "2025-02-11", "2025-02-10", Standing.NOT_KNOWN),
        (DAY, (), "2025-02-10", "2025-02-11", Standing.LATER),
        (stated("2025-05-01"), (), "2025-02-10", "2025-04-30", Standing.LATER),
        (stated("2025-05-01"), (), "2025-04-30", "2025-04-30", Standing.NOT_YET_IN_FORCE),
        (stated("2025-05-01"), (), "2025-05-01", "2025-04-30", Standing.COUNTS),
        (stated("2025-05-01", "2025-05-31"), (), "2025-05-01", "2025-05-01", Standing.COUNTS),
        (DAY, (stated("2025-03-01", "2025-03-31"),), "2025-03-30", "2026-01-01", Standing.COUNTS),
        (DAY, (stated("2025-03-01", "2025-03-31"),), "2025-03-31", "2026-01-01", Standing.REPLACED),
        (DAY, (stated("2026-01-01"), DAY), "2025-02-11", "2026-01-01", Standing.REPLACED),
    ],
)
def test_a_text_counts_while_it_can_be_in_force(
    start: StatedDate, ends: tuple[StatedDate, ...], as_of: str, known_by: str, expected: Standing
) -> None:
    found = find_standing_of_text(DAY, start=start, ends=ends, times=times(as_of, known_by))
    assert found is expected


@pytest.mark.parametrize("as_of", ["2020-01-01", "2025-12-09", "2030-01-01"])
def test_a_search_counts_once_it_is_known_whatever_day_is_asked_about(as_of: str) -> None:
    searched_on = date(2025, 12, 9)
    assert is_known_on(searched_on, times(as_of, "2025-12-09"))
    assert not is_known_on(searched_on, times(as_of, "2025-12-08"))


# --- laws ----------------------------------------------------------------------------------

days = st.dates(BEGIN, date(2027, 12, 31))
dates = st.none() | st.builds(
    lambda first, span: StatedDate("then", first, first + timedelta(span)),
    st.dates(BEGIN, KNOWN_TO),
    st.integers(0, 400),
)


@given(dates, days, days, days)
def test_a_later_day_of_knowledge_never_takes_back(
    issued: StatedDate | None, as_of: date, one: date, other: date
) -> None:
    sooner, later = (Times(as_of, day, KNOWN_TO) for day in sorted((one, other)))
    assert is_known(issued, later) or not is_known(issued, sooner)
    assert is_known_on(as_of, later) or not is_known_on(as_of, sooner)
    if find_standing(issued, sooner) is Standing.COUNTS:
        assert find_standing(issued, later) is Standing.COUNTS


@given(dates, days, days, days)
def test_a_document_that_is_out_stays_out(
    issued: StatedDate | None, known_by: date, one: date, other: date
) -> None:
    sooner, later = (Times(day, known_by, KNOWN_TO) for day in sorted((one, other)))
    if find_standing(issued, sooner) is Standing.COUNTS:
        assert find_standing(issued, later) is Standing.COUNTS


@given(dates, days, days)
def test_what_counts_is_known_and_all_counts_in_the_end(
    issued: StatedDate | None, as_of: date, known_by: date
) -> None:
    asked = Times(as_of, known_by, KNOWN_TO)
    if find_standing(issued, asked) is Standing.COUNTS:
        assert is_known(issued, asked)
    assert find_standing(issued, Times(KNOWN_TO, KNOWN_TO, KNOWN_TO)) is Standing.COUNTS
    assert (find_standing(issued, asked) is Standing.UNDATED) <= (issued is None)


@given(dates.filter(lambda d: d is not None), days, days, st.lists(dates), st.lists(dates))
def test_more_that_ends_a_text_never_brings_it_back(
    issued: StatedDate,
    as_of: date,
    known_by: date,
    ends: list[StatedDate | None],
    more: list[StatedDate | None],
) -> None:
    asked = Times(as_of, known_by, KNOWN_TO)
    some = [end for end in ends if end]
    every = some + [end for end in more if end]
    if find_standing_of_text(issued, start=issued, ends=every, times=asked) is Standing.COUNTS:
        found = find_standing_of_text(issued, start=issued, ends=some, times=asked)
        assert found is Standing.COUNTS
