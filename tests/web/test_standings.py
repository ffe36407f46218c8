"""Why something was left out, in words."""

from datetime import date

import pytest

from pledgegraph.catalogue import LeftOut, Standing, Times
from pledgegraph.web.standings import describe_left_out, describe_standing

TIMES = Times(date(2025, 2, 11), date(2025, 3, 1), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("standing", "count", "words"),
    [
        (Standing.UNDATED, 2, "2 undated, so not shown to be out by 2025-02-11"),
        (Standing.NOT_KNOWN, 1, "1 not surely public by 2025-03-01"),
        (Standing.LATER, 7, "7 not surely out by 2025-02-11"),
        (Standing.NOT_YET_IN_FORCE, 1, "1 from a text out by 2025-02-11 and not yet in force"),
        (Standing.NOT_YET_IN_FORCE, 4, "4 from texts out by 2025-02-11 and not yet in force"),
        (Standing.REPLACED, 1, "1 from a text that another had replaced by 2025-02-11"),
        (Standing.REPLACED, 8, "8 from texts that others had replaced by 2025-02-11"),
        (Standing.COUNTS, 3, "3 counted"),
    ],
)
def test_every_reason_has_words(standing: Standing, count: int, words: str) -> None:
    assert describe_standing(standing, count, TIMES) == words


def test_what_is_undated_is_measured_by_the_earlier_of_the_two_days() -> None:
    times = Times(date(2025, 3, 1), date(2025, 2, 11), date(2026, 11, 23))
    words = describe_standing(Standing.UNDATED, 1, times)
    assert words == "1 undated, so not shown to be out by 2025-02-11"


def test_several_reasons_are_a_list_and_none_is_empty() -> None:
    left_out = (LeftOut(Standing.NOT_KNOWN, 3), LeftOut(Standing.LATER, 1))
    assert describe_left_out(left_out, TIMES) == (
        "3 not surely public by 2025-03-01; 1 not surely out by 2025-02-11"
    )
    assert describe_left_out((), TIMES) == ""
