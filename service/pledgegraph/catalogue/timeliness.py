"""How a first publication stands to a deadline: a pure answer from the days each date can mean.

Promises the rules of the code list `timeliness`, computed whenever they are asked for, and no
guess: what a loosely stated date leaves open is undetermined. Imports no third party.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pledgegraph.model import StatedDate


class Timeliness(StrEnum):
    """How the first final version stands to a deadline; the values are codes of that list."""

    BEFORE_ENDORSEMENT = "before-endorsement"
    ON_TIME = "on-time"
    LATE = "late"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class DaysLate:
    """By how many days something is late; the two differ where its date is loosely stated."""

    fewest: int
    most: int


def timeliness(
    issued: StatedDate | None, *, endorsed: StatedDate | None, due: date | None
) -> Timeliness | None:
    """Return how what was first `issued` then stands to `due`, or None where nothing was issued.

    The endorsement is looked at first: who surely joined after the deadline was not bound by it,
    and where that is open, so is the answer. Then the first that fits is taken.

    >>> def day(text): return StatedDate(text, date.fromisoformat(text), date.fromisoformat(text))
    >>> joined, due = day("2024-05-21"), date(2025, 2, 11)
    >>> timeliness(day("2025-02-17"), endorsed=joined, due=due).value
    'late'
    >>> timeliness(None, endorsed=joined, due=due) is None
    True
    """
    if due is None or endorsed is None:
        return Timeliness.UNDETERMINED
    if endorsed.latest > due:
        is_after = endorsed.earliest > due
        return Timeliness.NOT_APPLICABLE if is_after else Timeliness.UNDETERMINED
    return None if issued is None else _compare(issued, endorsed, due)


def _compare(issued: StatedDate, endorsed: StatedDate, due: date) -> Timeliness:
    """Return how what was `issued` by somebody who was bound stands to `due`."""
    if issued.latest < endorsed.earliest:
        return Timeliness.BEFORE_ENDORSEMENT
    if issued.latest <= due:
        return Timeliness.ON_TIME
    return Timeliness.LATE if issued.earliest > due else Timeliness.UNDETERMINED


def count_days_late(issued: StatedDate, *, due: date) -> DaysLate:
    """Return by how many days what was `issued` then is later than `due`.

    >>> may = StatedDate("2025-05", date(2025, 5, 1), date(2025, 5, 31))
    >>> count_days_late(may, due=date(2025, 4, 30))
    DaysLate(fewest=1, most=31)
    """
    return DaysLate((issued.earliest - due).days, (issued.latest - due).days)
