"""`pledgegraph.catalogue.timeliness`: one test for each rule, and what holds for all dates."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.catalogue.timeliness import Timeliness, count_days_late, timeliness
from pledgegraph.model import StatedDate

DUE = date(2025, 2, 11)


def day(text: str) -> StatedDate:
    return StatedDate(text, date.fromisoformat(text), date.fromisoformat(text))


def days(earliest: str, latest: str) -> StatedDate:
    return StatedDate("", date.fromisoformat(earliest), date.fromisoformat(latest))


SEOUL = day("2024-05-21")


def ask(
    issued: StatedDate | None, endorsed: StatedDate | None = SEOUL, due: date | None = DUE
) -> str | None:
    return timeliness(issued, endorsed=endorsed, due=due)


def test_without_a_day_that_is_due_it_is_undetermined() -> None:
    assert ask(day("2025-02-01"), due=None) == "undetermined"


def test_without_a_day_of_endorsement_it_is_undetermined() -> None:
    assert ask(day("2025-02-01"), endorsed=None) == "undetermined"
    assert ask(None, endorsed=None) == "undetermined"


def test_who_surely_joined_after_the_deadline_was_not_bound() -> None:
    assert ask(day("2025-02-01"), endorsed=day("2025-02-12")) == "not-applicable"
    assert ask(None, endorsed=day("2025-02-12")) == "not-applicable"


def test_who_may_have_joined_after_the_deadline_is_undetermined() -> None:
    assert ask(day("2025-02-01"), endorsed=days("2025-02-11", "2025-02-12")) == "undetermined"
    assert ask(day("2025-02-01"), endorsed=day("2025-02-11")) == "before-endorsement"


def test_without_a_final_version_there_is_nothing_to_time() -> None:
    assert ask(None) is None


def test_what_surely_came_before_the_endorsement_is_before_it() -> None:
    assert ask(day("2024-05-20")) == "before-endorsement"
    assert ask(day("2024-05-21")) == "on-time"
    assert ask(day("2024-05-20"), endorsed=days("2024-05-20", "2024-05-22")) == "on-time"


def test_the_last_possible_day_is_on_time_up_to_the_deadline() -> None:
    assert ask(day("2025-02-11")) == "on-time"
    assert ask(days("2024-05-01", "2025-02-11")) == "on-time"


def test_the_first_possible_day_is_late_from_the_day_after() -> None:
    assert ask(day("2025-02-12")) == "late"
    assert ask(days("2025-02-12", "2025-02-28")) == "late"


def test_days_on_both_sides_of_the_deadline_are_undetermined() -> None:
    assert ask(days("2025-02-11", "2025-02-12")) == "undetermined"
    assert ask(days("2025-02-01", "2025-02-28")) == "undetermined"


def test_days_late_are_counted_from_the_first_and_the_last_possible_day() -> None:
    assert count_days_late(days("2025-02-12", "2025-02-28"), due=DUE).fewest == 1
    assert count_days_late(days("2025-02-12", "2025-02-28"), due=DUE).most == 17


# --- what holds for all dates --------------------------------------------------------------

DAYS = st.dates(date(2025, 1, 1), date(2025, 3, 1))
SHIFTS = st.integers(0, 30).map(lambda n: timedelta(days=n))
STATED = st.builds(lambda first, more: StatedDate("", first, first + more), DAYS, SHIFTS)
EARLY_TO_LATE = [
    Timeliness.BEFORE_ENDORSEMENT,
    Timeliness.ON_TIME,
    Timeliness.UNDETERMINED,
    Timeliness.LATE,
]


@given(STATED, st.none() | STATED, st.none() | DAYS)
def test_what_was_issued_always_has_a_timeliness(
    issued: StatedDate, endorsed: StatedDate | None, due: date | None
) -> None:
    assert timeliness(issued, endorsed=endorsed, due=due) in list(Timeliness)


@given(STATED, SHIFTS, SHIFTS, STATED, DAYS)
def test_a_later_publication_is_never_earlier(
    issued: StatedDate, first: timedelta, last: timedelta, endorsed: StatedDate, due: date
) -> None:
    earliest = issued.earliest + first
    later = StatedDate("", earliest, max(earliest, issued.latest + last))
    before, after = (timeliness(i, endorsed=endorsed, due=due) for i in (issued, later))
    assert before is not None
    assert after is not None
    if Timeliness.NOT_APPLICABLE in (before, after):
        assert before == after
    else:
        assert EARLY_TO_LATE.index(before) <= EARLY_TO_LATE.index(after)


@given(STATED, STATED, DAYS, st.data())
def test_a_closer_date_changes_only_what_was_undetermined_or_on_time(
    issued: StatedDate, endorsed: StatedDate, due: date, data: st.DataObject
) -> None:
    """Knowing the day never turns late into on time, nor on time into late."""
    span = (issued.latest - issued.earliest).days
    known = issued.earliest + timedelta(days=data.draw(st.integers(0, span)))
    before = timeliness(issued, endorsed=endorsed, due=due)
    after = timeliness(StatedDate("", known, known), endorsed=endorsed, due=due)
    if before == "on-time":
        assert after in ("on-time", "before-endorsement")
    elif before != "undetermined":
        assert after == before
