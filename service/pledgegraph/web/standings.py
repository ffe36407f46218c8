"""Why something was left out, in words: one wording on every page.

Promises a number and a day in each reason. Must not know what was counted: the sentence around
the words says so.
"""

from collections.abc import Iterable

from pledgegraph.catalogue import LeftOut, Standing, Times


def describe_standing(standing: Standing, count: int, times: Times) -> str:
    """Return how many have that standing at `times`, in words."""
    match standing:
        case Standing.UNDATED:
            day = min(times.as_of, times.known_by)
            return f"{count} undated, so not shown to be out by {day}"
        case Standing.NOT_KNOWN:
            return f"{count} not surely public by {times.known_by}"
        case Standing.LATER:
            return f"{count} not surely out by {times.as_of}"
        case Standing.NOT_YET_IN_FORCE:
            texts = "a text" if count == 1 else "texts"
            return f"{count} from {texts} out by {times.as_of} and not yet in force"
        case Standing.REPLACED:
            texts = "a text that another" if count == 1 else "texts that others"
            return f"{count} from {texts} had replaced by {times.as_of}"
        case Standing.COUNTS:
            return f"{count} counted"


def describe_left_out(left_out: Iterable[LeftOut], times: Times) -> str:
    """Return what was left out and why, as a list in a sentence; empty when nothing was.

    >>> from datetime import date
    >>> times = Times(date(2025, 2, 11), date(2025, 3, 1), date(2026, 11, 23))
    >>> describe_left_out((LeftOut(Standing.NOT_KNOWN, 3), LeftOut(Standing.REPLACED, 8)), times)
    '3 not surely public by 2025-03-01; 8 from texts that others had replaced by 2025-02-11'
    """
    return "; ".join(describe_standing(left.standing, left.count, times) for left in left_out)
