"""`pledgegraph.validation.nearness`."""

from __future__ import annotations

from dataclasses import replace

from pledgegraph.severity import Severity
from pledgegraph.validation.findings import Branch, Finding
from pledgegraph.validation.nearness import measure_distance, sort_branches

FAULT = Finding(
    severity=Severity.VIOLATION,
    focus="x:a",
    subject="a",
    path="x:p",
    value=None,
    message="No p. Add p.",
    shape="x:S",
    shape_name="S",
    component="MinCount",
)
HELD = Branch("x:held", "Held", ())
ONE = Branch("x:one", "One", (FAULT,))
TWO = Branch("x:two", "Two", (FAULT, replace(FAULT, path="x:q")))


def test_what_holds_comes_first_then_what_has_fewer_faults() -> None:
    assert sort_branches([TWO, ONE, HELD]) == (HELD, ONE, TWO)


def test_what_is_begun_is_nearer_than_what_is_not() -> None:
    absent = replace(ONE, is_begun=False)
    assert sort_branches([absent, TWO]) == (TWO, absent)
    assert sort_branches([absent, replace(HELD, is_begun=False)])[0].name == "Held"


def test_a_fault_with_reasons_counts_as_the_nearest_of_these() -> None:
    deep = Branch("x:deep", "Deep", (replace(FAULT, because=(TWO, ONE)),))
    deeper = Branch("x:deeper", "Deeper", (replace(FAULT, because=(TWO,)),))
    assert measure_distance(ONE) == (False, 1, 1)
    assert measure_distance(deep) == (False, 1, 2)
    assert measure_distance(deeper) == (False, 2, 2)
    assert sort_branches([deeper, deep, ONE]) == (ONE, deep, deeper)


def test_a_branch_that_holds_is_no_reason() -> None:
    branch = Branch("x:b", "B", (replace(FAULT, because=(HELD,)),))
    assert measure_distance(branch) == (False, 1, 1)
