"""What filters ask of a record, part by part.

Promises that a part which was not given holds, and that an unknown value is an error with the known
ones. Imports no third party.
"""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from pledgegraph.errors import InvalidArgument
from pledgegraph.model import StatedDate

V = TypeVar("V")


def holds(wanted: tuple[V, ...] | None, found: Iterable[V | None]) -> bool:
    """Whether any of what was `found` is `wanted`.

    >>> holds(None, []), holds((), ["will"]), holds(("will", "can"), ["will"])
    (True, False, True)
    """
    return wanted is None or any(value in wanted for value in found)


def has_text(text: str | None, fields: Iterable[str | None]) -> bool:
    """Whether `text` stands in one of the `fields`, whatever the case.

    >>> has_text("cyber", ["Cyber uplift", None]), has_text(None, []), has_text("", [None])
    (True, True, False)
    """
    if text is None:
        return True
    wanted = text.casefold()
    return any(wanted in field.casefold() for field in fields if field is not None)


def is_within(day: StatedDate | None, *, after: date | None, before: date | None) -> bool:
    """Whether `day` is surely later than `after` and surely earlier than `before`.

    What can mean a day on the wrong side is not within, and no day is within anything.

    >>> may = StatedDate("2025-05", date(2025, 5, 1), date(2025, 5, 31))
    >>> is_within(may, after=date(2025, 4, 30), before=None)
    True
    >>> is_within(may, after=None, before=date(2025, 5, 20))
    False
    """
    if after is None and before is None:
        return True
    return (
        day is not None
        and (after is None or day.earliest > after)
        and (before is None or day.latest < before)
    )


def check_known(name: str, given: tuple[str, ...] | None, known: Iterable[str]) -> None:
    """Refuse what is `given` as `name` and is not `known`.

    Raises:
        InvalidArgument: with the known values.
    """
    if not given:
        return
    values = tuple(known)
    for value in given:
        if value not in values:
            raise InvalidArgument(
                argument=name,
                problem=f"“{value}” is no {name}",
                expected=f"one of {', '.join(values)}" if values else "none: there is none here",
            )
