"""`pledgegraph.agreement`: examples worked in the literature, and the laws that hold for all."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.agreement import krippendorff_alpha, percent_agreement

VALUES = st.sampled_from("abcd")
PAIRS = st.lists(st.tuples(VALUES, VALUES), max_size=30)
UNITS = st.lists(st.lists(st.none() | VALUES, max_size=4), max_size=20)

# Krippendorff, “Computing Krippendorff's Alpha-Reliability” (2011): A has two values and two
# observers, B more values, C four observers and gaps.
A = ("0100000010", "1110010000")
B = ("aabbdcccedda", "babbbccceddd")
C = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def read_units(rows: Sequence[str]) -> list[list[str | None]]:
    """Return the values of each column, None for a point."""
    return [[None if v == "." else v for v in column] for column in zip(*rows, strict=True)]


@pytest.mark.parametrize(("rows", "expected"), [(A, 0.095), (B, 0.692), (C, 0.743)])
def test_the_worked_examples_come_out(rows: Sequence[str], expected: float) -> None:
    alpha = krippendorff_alpha(read_units(rows))
    assert alpha is not None
    assert round(alpha, 3) == expected


def test_the_share_of_the_worked_examples_comes_out() -> None:
    assert percent_agreement(zip(*A, strict=True)) == 60
    assert percent_agreement([("a", "a"), ("a", "b"), ("b", "c")]) == pytest.approx(100 / 3)


def test_disagreement_throughout_is_less_than_chance() -> None:
    assert krippendorff_alpha([("a", "b"), ("b", "a")]) == -0.5
    assert percent_agreement([("a", "b"), ("b", "a")]) == 0


@pytest.mark.parametrize(
    "units",
    [[], [["a"], [None, "b"]], [["a", "a"], ["a", "a"]], [["a", "a"], ["b"]], [[None, None]]],
)
def test_what_is_not_defined_has_no_value(units: list[list[str | None]]) -> None:
    assert krippendorff_alpha(units) is None


def test_no_pair_agrees_or_differs() -> None:
    assert percent_agreement([]) is None


@given(st.lists(VALUES, min_size=2, max_size=30).filter(lambda found: len(set(found)) > 1))
def test_agreement_throughout_is_one(values: list[str]) -> None:
    units = [(value, value) for value in values]
    assert krippendorff_alpha(units) == 1
    assert percent_agreement(units) == 100


@given(PAIRS)
def test_it_does_not_matter_who_is_the_first_coder(pairs: list[tuple[str, str]]) -> None:
    turned = [(other, one) for one, other in pairs]
    assert krippendorff_alpha(pairs) == krippendorff_alpha(turned)
    assert percent_agreement(pairs) == percent_agreement(turned)


@given(UNITS, st.permutations("abcd"))
def test_it_does_not_matter_what_the_values_are_called(
    units: list[list[str | None]], names: list[str]
) -> None:
    new = dict(zip("abcd", names, strict=True))
    renamed = [[None if v is None else new[v] for v in unit] for unit in units]
    assert krippendorff_alpha(units) == krippendorff_alpha(renamed)


@given(UNITS)
def test_alpha_is_never_above_one(units: list[list[str | None]]) -> None:
    alpha = krippendorff_alpha(units)
    assert alpha is None or -1 <= alpha <= 1


@given(PAIRS)
def test_the_share_is_of_a_hundred(pairs: list[tuple[str, str]]) -> None:
    share = percent_agreement(pairs)
    assert share is None if not pairs else share is not None and 0 <= share <= 100
