"""What a question left out because of its two clocks, counted by why.

Promises that nothing that counts is among it. Imports no third party.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pledgegraph.catalogue.times import Standing


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many were left out for one reason."""

    standing: Standing
    count: int


def count_left_out(standings: Iterable[Standing]) -> tuple[LeftOut, ...]:
    """Return how many of `standings` do not count, by why, in the order of the reasons.

    >>> count_left_out([Standing.LATER, Standing.COUNTS, Standing.UNDATED, Standing.LATER])[1].count
    2
    """
    return sum_left_out(LeftOut(standing, 1) for standing in standings)


def sum_left_out(left_out: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """Return what is left out all together, by why, in the order of the reasons.

    >>> sum_left_out([LeftOut(Standing.LATER, 2), LeftOut(Standing.LATER, 3)])[0].count
    5
    """
    counts: Counter[Standing] = Counter()
    for left in left_out:
        counts[left.standing] += left.count
    return tuple(
        LeftOut(standing, counts[standing])
        for standing in Standing
        if counts[standing] and standing is not Standing.COUNTS
    )
