"""`pledgegraph.reports.reasons`."""

from __future__ import annotations

from dataclasses import replace

from pledgegraph.reports.reasons import Leaf, is_nearest, list_leaves, list_told
from pledgegraph.severity import Severity
from pledgegraph.validation.findings import Branch, Finding

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
    expected="at least 1 value",
    found="nothing",
)
OTHER = replace(FAULT, message="Bad q. Mend q.", expected="an IRI", found="“q”, a plain string")
HELD = Branch("x:held", "Held", ())
ONE = Branch("x:one", "One", (FAULT,))
ABSENT = Branch("x:absent", "Absent", (FAULT,), is_begun=False)


def test_branches_that_tell_no_more_are_left_out() -> None:
    finding = replace(FAULT, because=(HELD, ONE, ABSENT))
    assert list_told(finding) == (HELD, ONE)
    assert list_told(replace(FAULT, because=(ABSENT,))) == ()
    assert list_told(FAULT) == ()


def test_where_one_comes_nearest_no_other_is_told() -> None:
    two = Branch("x:two", "Two", (FAULT, OTHER))
    like = replace(ONE, shape="x:3")
    assert list_told(replace(FAULT, because=(ONE, two))) == (ONE,)
    assert list_told(replace(FAULT, because=(ONE, like, two))) == (ONE, like, two)


def test_the_nearest_is_the_one_nearer_than_all_others() -> None:
    two = Branch("x:two", "Two", (FAULT, OTHER))
    assert is_nearest(ONE, replace(FAULT, because=(ONE, two, ABSENT))) is True
    assert is_nearest(two, replace(FAULT, because=(ONE, two))) is False
    assert is_nearest(ONE, replace(FAULT, because=(ONE, replace(ONE, shape="x:3")))) is False
    assert is_nearest(ONE, replace(FAULT, because=(ONE,))) is False
    assert is_nearest(HELD, replace(FAULT, because=(HELD, ONE))) is False


def test_what_is_wrong_at_the_bottom_is_told_with_what() -> None:
    inner = replace(ONE, value="claim I.a")
    branch = Branch("x:b", "B", (replace(FAULT, because=(inner,)), OTHER))
    assert list_leaves(branch) == (Leaf("claim I.a", FAULT), Leaf(None, OTHER))
    below = Branch("x:c", "C", (replace(OTHER, because=(ONE,)),), value="claim I.b")
    deep = Branch("x:d", "D", (replace(FAULT, because=(below,)),))
    assert list_leaves(deep) == (Leaf("claim I.b", FAULT),)


def test_what_has_no_reasons_to_tell_is_told_itself() -> None:
    branch = Branch("x:b", "B", (replace(FAULT, because=(ABSENT,)),))
    assert [leaf.finding.problem for leaf in list_leaves(branch)] == ["No p."]


def test_five_are_told_and_each_once() -> None:
    many = tuple(replace(FAULT, path=f"x:p{n}") for n in range(9))
    assert len(list_leaves(Branch("x:b", "B", many))) == 5
    assert len(list_leaves(Branch("x:b", "B", (FAULT, FAULT)))) == 1


def test_a_leaf_says_what_is_not_told_yet() -> None:
    assert Leaf(None, FAULT).tell(beside=OTHER) == "No p."
    assert Leaf("claim I.a", FAULT).tell(beside=OTHER) == "claim I.a: No p."
    assert Leaf(None, OTHER).tell(beside=FAULT) == (
        "Bad q. (found “q”, a plain string; expected an IRI)"
    )
    assert Leaf(None, OTHER).tell(beside=OTHER) == "Bad q. (expected an IRI)"
    whole = replace(OTHER, component="Node", path=None, found=None)
    assert Leaf(None, whole).tell(beside=FAULT) == "Bad q."
    assert Leaf(None, replace(OTHER, expected=None)).tell(beside=OTHER) == "Bad q."
