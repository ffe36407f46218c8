"""`pledgegraph.validation.findings`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pledgegraph.severity import Severity
from pledgegraph.validation.findings import (
    Branch,
    Finding,
    ValidationReport,
    Verdict,
    limit_findings,
    sort_findings,
)

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


def report(*findings: Finding) -> ValidationReport:
    return ValidationReport(findings, 3, 2, "pySHACL", "0.40.1", "0.1.0", "abc")


@pytest.mark.parametrize(
    ("severities", "passed"),
    [
        ((), True),
        ((Severity.INFO,), True),
        ((Severity.WARNING, Severity.INFO), True),
        ((Severity.VIOLATION, Severity.INFO), False),
    ],
)
def test_only_a_violation_fails(severities: tuple[Severity, ...], passed: bool) -> None:
    assert report(*(replace(ONE, severity=s) for s in severities)).is_passed is passed


@pytest.mark.parametrize(
    ("findings", "targeted", "verdict"),
    [
        ((), 0, Verdict.NOTHING_CHECKED),
        ((replace(ONE, severity=Severity.INFO),), 0, Verdict.NOTHING_CHECKED),
        ((ONE,), 0, Verdict.NOT_PASSED),
        ((ONE,), 1, Verdict.NOT_PASSED),
        ((), 1, Verdict.PASSED),
    ],
)
def test_where_no_shape_was_run_nothing_passes(
    findings: tuple[Finding, ...], targeted: int, verdict: Verdict
) -> None:
    found = replace(report(*findings), targeted=targeted)
    assert found.verdict is verdict
    assert found.is_passed is (verdict is Verdict.PASSED)


def test_findings_that_are_not_told_are_counted() -> None:
    found = replace(report(replace(ONE, severity=Severity.INFO)), untold={Severity.VIOLATION: 2})
    assert list(found.counts.values()) == [2, 0, 1]
    assert (found.more, found.is_passed) == (2, False)


def test_a_report_tells_a_thousand_findings() -> None:
    info = replace(ONE, severity=Severity.INFO)
    assert limit_findings((ONE, info)) == ((ONE, info), {})
    told, untold = limit_findings((*(ONE for _ in range(1_001)), info))
    assert (len(told), untold) == (1_000, {Severity.VIOLATION: 1, Severity.INFO: 1})


def test_a_report_tells_fewer_where_they_are_long() -> None:
    because = (Branch("x:s", "S", (replace(ONE, focus="x" * 100_000),)),)
    long = replace(ONE, because=because)
    told, untold = limit_findings((long,) * 100)
    assert len(told) == 19
    assert sum(untold.values()) == 81


def test_counts_hold_every_severity() -> None:
    found = report(ONE, ONE, replace(ONE, severity=Severity.INFO))
    assert list(found.counts.items()) == [
        (Severity.VIOLATION, 2),
        (Severity.WARNING, 0),
        (Severity.INFO, 1),
    ]


def test_a_message_is_a_problem_and_a_remedy() -> None:
    assert ONE.problem == "The statement is not quoted."
    assert ONE.remedy == "Add pledge:verbatim."
    alone = replace(ONE, message="The statement II.g is not quoted.")
    assert (alone.problem, alone.remedy) == ("The statement II.g is not quoted.", "")


def test_a_place_is_as_exact_as_it_is_known() -> None:
    assert ONE.place == ""
    assert replace(ONE, file="data/x.ttl").place == "data/x.ttl"
    assert replace(ONE, file="data/x.ttl", line=12).place == "data/x.ttl:12"


def test_findings_are_sorted_most_severe_first_and_not_repeated() -> None:
    info = replace(ONE, severity=Severity.INFO, focus="a")
    later = replace(ONE, file="data/x.ttl", line=9)
    earlier = replace(ONE, file="data/x.ttl", line=2)
    assert sort_findings([info, later, earlier, ONE, later]) == (ONE, earlier, later, info)


def test_the_rule_is_named_by_the_shape() -> None:
    assert ONE.rule == "Statement-verbatim"
    assert replace(ONE, shape="https://w3id.org/pledgegraph/shapes#P-I.a").rule == "P-I.a"
    assert replace(ONE, shape="https://example.org/S").rule is None


def test_what_was_expected_and_found_has_its_size() -> None:
    assert replace(ONE, expected="x" * 10, found="y" * 5).size == ONE.size + 15
