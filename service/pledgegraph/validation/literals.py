"""Which literals are none of their datatype: `2025-02-30` as a date, `abc` as a number.

A parser takes them, an engine looks only where a shape asks, and a library may rewrite what it can
guess at. So the text of each is held against its datatype here, as the file has it. Promises the
lexical spaces of XML Schema (https://www.w3.org/TR/xmlschema11-2/) for truth values, numbers,
dates, times, durations and language tags; others are not judged. Imports no third party.
"""

import math
import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from pledgegraph.store.term import Literal, Triple
from pledgegraph.terms import XSD

_ZONE: Final = r"(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
_YEAR: Final = r"(?P<year>-?(?:[1-9]\d{3,8}|0\d{3}))"
_MONTH: Final = r"(?P<month>0[1-9]|1[0-2])"
_DAY: Final = r"(?P<day>0[1-9]|[12]\d|3[01])"
_TIME: Final = r"(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)"
_DECIMAL: Final = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"
_SECONDS: Final = r"\d+(?:\.\d+)?S"
_LONGEST_NUMBER: Final = 400
_LAST_YEAR: Final = 9999
_YEAR_FIRST: Final = re.compile(_YEAR, re.ASCII)
_DATED: Final = frozenset(
    XSD[name] for name in ("date", "dateTime", "dateTimeStamp", "gYear", "gYearMonth")
)


def is_well_typed(literal: Literal) -> bool:
    """Return whether the text of `literal` is one that its datatype has.

    >>> date = XSD["date"]
    >>> is_well_typed(Literal("2024-02-29", date)), is_well_typed(Literal("2025-02-29", date))
    (True, False)
    """
    check = _CHECKS.get(literal.datatype)
    return check is None or check(literal.value)


def list_ill_typed(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Return those of `triples` whose object is a literal that is none of its datatype, sorted."""
    found = (t for t in triples if isinstance(t.object, Literal) and not is_well_typed(t.object))
    return tuple(sorted(found, key=lambda t: (str(t.subject), t.predicate, str(t.object))))


def list_out_of_time(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Return those of `triples` with a date before the year 1 or after 9999, sorted.

    XML Schema has such dates, and engines do not agree on them: one compares them, another takes
    them for none of their datatype.
    """
    found = (t for t in triples if isinstance(t.object, Literal) and _is_out_of_time(t.object))
    return tuple(sorted(found, key=lambda t: (str(t.subject), t.predicate, str(t.object))))


def _is_out_of_time(literal: Literal) -> bool:
    year = _YEAR_FIRST.match(literal.value) if literal.datatype in _DATED else None
    return year is not None and is_well_typed(literal) and not 1 <= int(year["year"]) <= _LAST_YEAR


def find_example(datatype: str) -> str | None:
    """Return a text that `datatype` has, or None when there is none to show."""
    return _EXAMPLES.get(datatype)


def _matches(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.ASCII)
    return lambda text: compiled.fullmatch(text) is not None


def _is_calendar(pattern: re.Pattern[str], text: str) -> bool:
    match = pattern.fullmatch(text)
    if match is None:
        return False
    parts = {name: int(value) for name, value in match.groupdict().items()}
    # The calendar repeats every 400 years, so a year before the first has the days of one after.
    year = parts.get("year", 2000) % 400 + 2000
    return "day" not in parts or parts["day"] <= monthrange(year, parts["month"])[1]


def _calendar(pattern: str) -> Callable[[str], bool]:
    return partial(_is_calendar, re.compile(pattern + _ZONE, re.ASCII))


def _is_whole(least: float, most: float, text: str) -> bool:
    if not _INTEGER(text):
        return False
    # Python reads no number of more than some thousands of digits; none of the bounds has as many.
    number = int(text) if len(text) < _LONGEST_NUMBER else math.inf
    if text.startswith("-"):
        number = -abs(number)
    return least <= number <= most


def _whole(least: float = -math.inf, most: float = math.inf) -> Callable[[str], bool]:
    return partial(_is_whole, least, most)


def _signed(bits: int) -> Callable[[str], bool]:
    return _whole(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)


_INTEGER: Final = _matches(r"[+-]?\d+")
_REAL: Final = _matches(rf"{_DECIMAL}(?:[eE][+-]?\d+)?|[+-]?INF|NaN")
_CHECKS: Final[Mapping[str, Callable[[str], bool]]] = {
    XSD[name]: check
    for name, check in {
        "boolean": _matches("true|false|1|0"),
        "byte": _signed(8),
        "date": _calendar(f"{_YEAR}-{_MONTH}-{_DAY}"),
        "dateTime": _calendar(f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}"),
        "dateTimeStamp": _calendar(f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}(?=.*(?:Z|:..)$)"),
        "dayTimeDuration": _matches(
            rf"-?P(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:{_SECONDS})?)?"
        ),
        "decimal": _matches(_DECIMAL),
        "double": _REAL,
        "duration": _matches(
            r"-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?"
            rf"(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:{_SECONDS})?)?"
        ),
        "float": _REAL,
        "gDay": _calendar(f"---{_DAY.replace('P<day>', ':')}"),
        "gMonth": _calendar(f"--{_MONTH}"),
        "gMonthDay": _calendar(f"--{_MONTH}-{_DAY}"),
        "gYear": _calendar(_YEAR),
        "gYearMonth": _calendar(f"{_YEAR}-{_MONTH}"),
        "hexBinary": _matches("(?:[0-9A-Fa-f]{2})*"),
        "int": _signed(32),
        "integer": _whole(),
        "language": _matches("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*"),
        "long": _signed(64),
        "negativeInteger": _whole(most=-1),
        "nonNegativeInteger": _whole(0),
        "nonPositiveInteger": _whole(most=0),
        "positiveInteger": _whole(1),
        "short": _signed(16),
        "time": _matches(_TIME + _ZONE),
        "unsignedByte": _whole(0, 2**8 - 1),
        "unsignedInt": _whole(0, 2**32 - 1),
        "unsignedLong": _whole(0, 2**64 - 1),
        "unsignedShort": _whole(0, 2**16 - 1),
        "yearMonthDuration": _matches(r"-?P(?=.)(?:\d+Y)?(?:\d+M)?"),
    }.items()
}
_EXAMPLES: Final[Mapping[str, str]] = {
    XSD["boolean"]: "true",
    XSD["date"]: "2025-02-28",
    XSD["dateTime"]: "2025-02-28T12:00:00Z",
    XSD["decimal"]: "1.5",
    XSD["double"]: "1.5e26",
    XSD["gYear"]: "2025",
    XSD["gYearMonth"]: "2025-02",
    XSD["integer"]: "12",
    XSD["nonNegativeInteger"]: "12",
    XSD["positiveInteger"]: "12",
}
