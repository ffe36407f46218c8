"""How far coders who did not see each other's work agree on the same units.

Two figures for values without an order: the share of pairs that agree, and Krippendorff's alpha,
which sets what was seen against what chance would give (Klaus Krippendorff, “Computing
Krippendorff's Alpha-Reliability”, 2011). Promises None where a figure is not defined, never a
number that looks like one. Imports no third party: the package that computes alpha would bring a
numeric library into every installation for one formula.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction


def percent_agreement(pairs: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Return how many of 100 pairs hold one value twice; None without a pair.

    >>> percent_agreement([("a", "a"), ("a", "b"), ("b", "b"), ("c", "c")])
    75.0
    """
    agreed = [one == other for one, other in pairs]
    return float(Fraction(100 * sum(agreed), len(agreed))) if agreed else None


def krippendorff_alpha(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Return alpha for nominal values: 1 is agreement throughout, 0 what chance would give.

    A unit holds the values that coders gave to one thing, None where a coder gave none; the coders
    can be any number, and differ from unit to unit. A unit with one value says nothing about
    agreement and is left out. Alpha is not defined, and None, where no unit has two values or where
    all values are the same: what never varies cannot show that coders tell things apart.

    The second example of the source, two observers who code twelve articles:

    >>> meg, owen = "aabbdcccedda", "babbbccceddd"
    >>> round(krippendorff_alpha(zip(meg, owen)), 3)
    0.692
    """
    found = (Counter(value for value in unit if value is not None) for unit in units)
    counts = [unit for unit in found if unit.total() > 1]
    totals = sum(counts, Counter[Hashable]())
    expected = Fraction(_count_unlike(totals), totals.total() - 1) if totals else Fraction(0)
    if not expected:
        return None
    observed = sum(Fraction(_count_unlike(unit), unit.total() - 1) for unit in counts)
    return float(1 - observed / expected)


def _count_unlike(counts: Counter[Hashable]) -> int:
    """Return how many ordered pairs of two values differ."""
    return counts.total() ** 2 - sum(number**2 for number in counts.values())
