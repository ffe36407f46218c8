"""The timing of a publication by the readings and the dates that a board does not follow.

Promises that each is computed by the same rules as what the board follows. Imports no third party.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, TypeAlias

from pledgegraph.catalogue.board_rows import Timing, TimingByDate, TimingByReading
from pledgegraph.catalogue.timeliness import Timeliness, count_days_late, timeliness
from pledgegraph.model import Concept, DateClaim, Reading, StatedDate

Codes: TypeAlias = Mapping[str, Concept]
"""The codes of the list `timeliness`, by notation."""

_FIRST_DAY: Final = "N2/start-of-the-first-day"
_BINDS_ALL: Final = "N3/binds-all-on-the-list"
_BINDS_FIRST_LIST: Final = "N3/binds-the-first-list-only"


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates that a timing is made of, and what other readings ask beside them.

    `begins` is the first day of the event. `is_on_first_list` says that the organisation was named
    from the start.
    """

    issued: StatedDate | None
    endorsed: StatedDate | None
    due: date | None
    begins: date | None
    is_on_first_list: bool


def find_timing(dates: Dates, codes: Codes) -> Timing:
    """Return the timing that `dates` give."""
    found = timeliness(dates.issued, endorsed=dates.endorsed, due=dates.due)
    if found is None:
        return Timing(None, None)
    days = None
    if found is Timeliness.LATE and dates.issued is not None and dates.due is not None:
        days = count_days_late(dates.issued, due=dates.due)
    return Timing(codes[found], days)


def list_by_reading(
    dates: Dates, readings: tuple[Reading, ...], codes: Codes
) -> tuple[TimingByReading, ...]:
    """Return what each of `readings` gives that is not followed and whose rule is known here."""
    own = find_timing(dates, codes).timeliness
    found = []
    for reading in readings:
        timing = None if reading.is_default else _find_by_reading(dates, reading, codes)
        if timing is not None:
            found.append(TimingByReading(reading, timing, timing.timeliness != own))
    return tuple(found)


def list_by_date(
    dates: Dates, rivals: tuple[DateClaim, ...], codes: Codes
) -> tuple[TimingByDate, ...]:
    """Return which of the `rivals` of the date of issue would change the timeliness."""
    own = find_timing(dates, codes).timeliness
    found = (
        TimingByDate(claim, find_timing(replace(dates, issued=claim.issued), codes))
        for claim in rivals
    )
    return tuple(f for f in found if f.timing.timeliness != own)


def _find_by_reading(dates: Dates, reading: Reading, codes: Codes) -> Timing | None:
    if reading.iri.endswith(_FIRST_DAY):
        # Before it begins: on days, the last one is the day before.
        due = dates.begins and dates.begins - timedelta(days=1)
        return find_timing(replace(dates, due=due), codes)
    if reading.iri.endswith(_BINDS_ALL):
        return find_timing(replace(dates, endorsed=_bound_by(dates.endorsed, dates.due)), codes)
    if reading.iri.endswith(_BINDS_FIRST_LIST):
        if dates.is_on_first_list:
            return find_timing(dates, codes)
        return Timing(codes[Timeliness.NOT_APPLICABLE], None)
    return None


def _bound_by(endorsed: StatedDate | None, due: date | None) -> StatedDate | None:
    """Return `endorsed` as one that binds whenever it was: as if not later than `due`."""
    if endorsed is None or due is None:
        return endorsed
    earliest, latest = min(endorsed.earliest, due), min(endorsed.latest, due)
    return replace(endorsed, earliest=earliest, latest=latest)
