"""`pledgegraph.validation.grouping`."""

from __future__ import annotations

from dataclasses import replace

from pledgegraph.severity import Severity
from pledgegraph.validation.findings import Finding
from pledgegraph.validation.grouping import group_findings, list_sections

ONE = Finding(
    severity=Severity.VIOLATION,
    focus="https://example.org/req/II.g",
    subject="requirement II.g",
    path="pledge:verbatim",
    value=None,
    message="The statement is not quoted. Add pledge:verbatim.",
    shape="https://w3id.org/pledgegraph/shapes#Statement-verbatim",
    shape_name="Exact words",
    component="MinCount",
)
OTHER = replace(ONE, focus="https://example.org/req/II.h", subject="requirement II.h")


def test_findings_of_one_cause_are_put_together() -> None:
    another = replace(ONE, message="Another one. Mend it.")
    [first, second] = group_findings([ONE, another, OTHER])
    assert (first.findings, first.is_alike) == ((ONE, OTHER), True)
    assert (first.path, first.shape_name, first.rule) == (
        "pledge:verbatim",
        "Exact words",
        "Statement-verbatim",
    )
    assert first.message == ONE.message
    assert second.findings == (another,)


def test_messages_that_differ_in_their_first_sentence_have_one_cause() -> None:
    found = [
        replace(ONE, message="The place 3 is taken. Take another place."),
        replace(OTHER, message="The place 4 is taken. Take another place."),
    ]
    [group] = group_findings(found)
    assert (group.message, group.is_alike) == ("Take another place.", False)
    assert group.findings == tuple(found)


def test_messages_of_one_sentence_are_each_a_cause() -> None:
    found = [replace(ONE, message="Three is taken."), replace(ONE, message="Four is taken.")]
    assert [g.message for g in group_findings(found)] == ["Three is taken.", "Four is taken."]


def test_nothing_has_no_groups() -> None:
    assert group_findings([]) == ()
    assert list_sections([]) == ()


def test_a_subject_with_two_findings_of_a_group_is_named_once() -> None:
    twice = replace(ONE, component="Datatype")
    [group] = group_findings([ONE, OTHER, twice])
    assert group.subjects == (
        (None, None, "https://example.org/req/II.g", "requirement II.g"),
        (None, None, "https://example.org/req/II.h", "requirement II.h"),
    )
    assert group.list_of(group.subjects[0]) == (ONE, twice)


def test_causes_that_meet_at_the_same_subjects_are_one_section() -> None:
    titled = replace(ONE, shape="https://w3id.org/pledgegraph/shapes#Title", message="No. Add.")
    only = replace(ONE, shape="https://w3id.org/pledgegraph/shapes#Only", message="No. Add one.")
    groups = group_findings(
        [ONE, OTHER, titled, only, replace(titled, focus=OTHER.focus, subject=OTHER.subject)]
    )
    [both, one] = list_sections(groups)
    assert [g.rule for g in both.groups] == ["Statement-verbatim", "Title"]
    assert [name for *_, name in both.subjects] == ["requirement II.g", "requirement II.h"]
    assert [g.rule for g in one.groups] == ["Only"]
    assert [name for *_, name in one.subjects] == ["requirement II.g"]


def test_a_section_is_of_one_severity() -> None:
    info = replace(ONE, severity=Severity.INFO, shape="https://w3id.org/pledgegraph/shapes#I")
    found = list_sections(group_findings([ONE, OTHER, info]))
    assert [(s.severity, len(s.subjects)) for s in found] == [
        (Severity.VIOLATION, 2),
        (Severity.INFO, 1),
    ]
