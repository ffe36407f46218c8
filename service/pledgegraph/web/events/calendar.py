r"""Events as iCalendar: RFC 5545 (https://www.rfc-editor.org/rfc/rfc5545), days without a time.

Promises that the same data gives the same bytes on any day: the stamp is given. Lines end in CRLF
and are folded at 75 octets, never within a character. Must not know what an entry is about.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

CALENDAR: Final = "text/calendar"

_LINE: Final = 75
_ESCAPED: Final = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_LEFT_OUT: Final = {ord(c): None for c in map(chr, (*range(32), 127)) if c != "\n"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is on, or may be, from the day `first` to the day `last`.

    `is_open` says that these are the days it can be on, and that which one is not known.
    """

    uid: str
    summary: str
    description: str
    first: date
    last: date
    url: str | None = None
    is_open: bool = False


def format_calendar(entries: Iterable[Entry], *, stamp: date) -> str:
    """Return `entries` as a calendar whose entries were made on the day `stamp`."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Pledgegraph//Events and deadlines//EN",
        "CALSCALE:GREGORIAN",
        *(line for entry in entries for line in _list_lines(entry, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{fold(line)}\r\n" for line in lines)


def escape_text(text: str) -> str:
    r"""Return `text` as the value of a property; of control characters only line breaks stay.

    >>> escape_text("a, b; c\r\nd\\e")
    'a\\, b\\; c\\nd\\\\e'
    """
    return "".join(_ESCAPED.get(c, c) for c in text.translate(_LEFT_OUT))


def fold(line: str) -> str:
    r"""Return `line` in pieces of at most 75 octets: each but the first begins with a space.

    >>> fold("SUMMARY:" + "é" * 40).split("\r\n")[1]
    ' ééééééé'
    """
    pieces, room = [""], _LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append(" ")
            room = _LINE - 1
        pieces[-1] += character
        room -= size
    return "\r\n".join(pieces)


def _list_lines(entry: Entry, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escape_text(entry.uid)}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.first:%Y%m%d}"
    # The end is not among the days (RFC 5545, section 3.6.1).
    yield f"DTEND;VALUE=DATE:{entry.last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escape_text(entry.summary)}"
    yield f"DESCRIPTION:{escape_text(entry.description)}"
    if entry.url:
        yield f"URL:{entry.url}"
    if entry.is_open:
        yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"
