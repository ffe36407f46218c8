"""The two clocks of a question: which day it is about, and what was public by which day.

Promises no guess: what a date leaves open is not counted as established, and every reason for
leaving something out has a name, so that it can be counted. Imports no third party.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pledgegraph.model import StatedDate


@dataclass(frozen=True, slots=True)
class Times:
    """The day a question is about, and the day by which its sources were public.

    `as_of` is valid time: which text was in force, which document was out. `known_by` is public
    knowledge: only what was surely published by then counts. `known_to` is the last day up to which
    the data was gathered; all that is in it, dated or not, had been published by then.
    """

    as_of: date
    known_by: date
    known_to: date


class Standing(StrEnum):
    """Whether a source counts at the times of a question, or why it does not.

    A framework's text counts while it can be in force; any other document from the day on which it
    was surely out.
    """

    COUNTS = "counts"
    UNDATED = "undated"
    """It has no date, and the question is about a day before the data was gathered."""
    NOT_KNOWN = "not-known"
    """By its date it need not have been public on the day by which sources are asked for."""
    LATER = "later"
    """By its date it need not have been out on the day that is asked about."""
    NOT_YET_IN_FORCE = "not-yet-in-force"
    """The text of a framework that was out by that day, and takes effect later."""
    REPLACED = "replaced"
    """The text of a framework that another had surely replaced by that day."""


def is_known(issued: StatedDate | None, times: Times) -> bool:
    """Whether what was `issued` was surely public by the day that is asked for.

    >>> day = date(2025, 2, 11)
    >>> times = Times(as_of=day, known_by=day, known_to=date(2026, 11, 23))
    >>> is_known(StatedDate("2025-02", date(2025, 2, 1), date(2025, 2, 28)), times)
    False
    >>> is_known(StatedDate("2025-02-11", day, day), times), is_known(None, times)
    (True, False)
    """
    return _last_day(issued, times) <= times.known_by


def is_known_on(day: date, times: Times) -> bool:
    """Whether what somebody did on `day`, such as a search, is known by the day asked for.

    A search speaks of all the time up to its day. So it counts whatever day is asked about, as long
    as it was made by the day that sources are known by.

    >>> times = Times(date(2025, 2, 11), known_by=date(2025, 12, 9), known_to=date(2026, 11, 23))
    >>> is_known_on(date(2025, 12, 9), times), is_known_on(date(2025, 12, 10), times)
    (True, False)
    """
    return day <= times.known_by


def find_standing(issued: StatedDate | None, times: Times) -> Standing:
    """Return whether a document that was `issued` then counts, or why it does not.

    What is undated counts from the day on which the data was gathered.
    """
    last = _last_day(issued, times)
    if last > min(times.known_by, times.as_of) and issued is None:
        return Standing.UNDATED
    if last > times.known_by:
        return Standing.NOT_KNOWN
    return Standing.LATER if last > times.as_of else Standing.COUNTS


def find_standing_of_text(
    issued: StatedDate, *, start: StatedDate, ends: Iterable[StatedDate], times: Times
) -> Standing:
    """Return whether a framework's text counts that is in force from `start`, or why it does not.

    It is so until the first of `ends`, as far as these were known.
    """
    if not is_known(issued, times):
        return Standing.NOT_KNOWN
    if start.earliest > times.as_of:
        is_out = find_standing(issued, times) is Standing.COUNTS
        return Standing.NOT_YET_IN_FORCE if is_out else Standing.LATER
    if any(end.latest <= times.as_of for end in ends):
        return Standing.REPLACED
    return Standing.COUNTS


def _last_day(issued: StatedDate | None, times: Times) -> date:
    """Return the last day on which it can have been published: it is in the data."""
    return times.known_to if issued is None else min(issued.latest, times.known_to)
