"""How what is on record on a board is shown: a sign and a word; colour only repeats them.

Promises for each code a sign that no other of its list has.
"""

from collections.abc import Mapping
from typing import Final

from pledgegraph.catalogue import DaysLate

NONE: Final = "none"
"""What stands in an address, and for a sign, where no timeliness is told."""

PUBLICATION_SIGNS: Final[Mapping[str, str]] = {
    "published": "●",
    "draft": "◐",
    "out-of-scope": "◇",
    "announced": "◔",
    "none-found": "∅",
    "not-reviewed": "·",
}

TIMELINESS_SIGNS: Final[Mapping[str, str]] = {
    "before-endorsement": "«",
    "on-time": "≤",
    "late": ">",
    "undetermined": "?",
    "not-applicable": "/",
    NONE: "○",
}


def describe_days(days: DaysLate | None) -> str:
    """Return by how many days something is late, in words; empty where it is not.

    >>> describe_days(DaysLate(6, 6)), describe_days(DaysLate(1, 1)), describe_days(DaysLate(1, 17))
    ('by 6 days', 'by 1 day', 'by 1 to 17 days')
    """
    if days is None:
        return ""
    if days.fewest != days.most:
        return f"by {days.fewest} to {days.most} days"
    return f"by {days.fewest} {'day' if days.fewest == 1 else 'days'}"
