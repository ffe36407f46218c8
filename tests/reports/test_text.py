"""`pledgegraph.reports.text`."""

from __future__ import annotations

import json
from dataclasses import replace

from pledgegraph.reports.text import format_report, report_json
from pledgegraph.severity import Severity
from pledgegraph.validation.findings import Branch, Finding, ValidationReport

INNER = Finding(
    severity=Severity.VIOLATION,
    focus="https://w3id.org/pledgegraph/code#polarity-positive",
    subject="concept “to act”",
    path="skos:inScheme",
    value=None,
    message="The value does not belong to the list code:modality. Take a code of that list.",
    shape="https://w3id.org/pledgegraph/shapes#InSchemeModality-scheme",
    shape_name="In the list code:modality",
    component="HasValue",
    expected="code:modality",
    found="1 value: code:polarity",
)
FINDING = Finding(
    severity=Severity.VIOLATION,
    focus="https://w3id.org/pledgegraph/req/seoul-2024/II.g",
    subject="requirement II.g",
    path="pledge:modality",
    value="code:polarity-positive",
    message="The statement does not have exactly one modality. Name one with pledge:modality.",
    shape="https://w3id.org/pledgegraph/shapes#Statement-modality",
    shape_name="Modality",
    component="Node",
    nearest=("code:modality-will",),
    expected="a code of the list code:modality",
    found="code:polarity-positive, of the list code:polarity",
    file="data/x.ttl",
    line=7,
    because=(
        Branch(
            "https://w3id.org/pledgegraph/shapes#InSchemeModality",
            "A modality",
            (INNER,),
            is_begun=False,
        ),
    ),
)
SAME = replace(
    FINDING,
    focus="",
    subject="unnamed requirement",
    value=None,
    nearest=(),
    found="nothing",
    line=None,
    because=(Branch("https://w3id.org/pledgegraph/shapes#X", "Other", ()),),
)
REPORT = ValidationReport((FINDING, SAME), 3, 2, "pySHACL", "0.40.1", "0.1.0", "abc")


def test_a_report_is_read_by_people() -> None:
    assert format_report(REPORT) == (
        """\
2 subjects:
  data/x.ttl:7: requirement II.g
    https://w3id.org/pledgegraph/req/seoul-2024/II.g
  data/x.ttl: unnamed requirement

  Violation: Modality (pledge:modality)
    The statement does not have exactly one modality. Name one with pledge:modality.
    - requirement II.g
      found: code:polarity-positive, of the list code:polarity
      expected: a code of the list code:modality
      nearest: code:modality-will
    - unnamed requirement
      found: nothing
      expected: a code of the list code:modality
      “Other” holds
    rule: Statement-modality

Not passed: 2 violations, 0 warnings, 0 infos.
3 subjects read; there are shapes for 2 of them.
Checked in the profile “record” by pySHACL 0.40.1 with shapes 0.1.0 (abc)."""
    )


def tell(*findings: Finding) -> str:
    """Return the text on `findings`, without the summary."""
    return format_report(replace(REPORT, findings=findings)).rpartition("\n\n")[0]


def test_what_is_the_same_of_all_subjects_is_told_once() -> None:
    other = replace(FINDING, subject="requirement II.h", focus="", line=9)
    assert tell(FINDING, other) == (
        """\
2 subjects:
  data/x.ttl:7: requirement II.g
    https://w3id.org/pledgegraph/req/seoul-2024/II.g
  data/x.ttl:9: requirement II.h

  Violation: Modality (pledge:modality)
    The statement does not have exactly one modality. Name one with pledge:modality.
    found: code:polarity-positive, of the list code:polarity
    expected: a code of the list code:modality
    nearest: code:modality-will
    rule: Statement-modality"""
    )


def test_what_is_found_of_one_subject_is_told_under_it() -> None:
    plain = replace(FINDING, nearest=(), because=(), found=None, expected=None, value=None)
    other = replace(plain, shape="https://example.org/S", shape_name="Title", path=None)
    assert tell(plain, other) == (
        """\
data/x.ttl:7: requirement II.g
  https://w3id.org/pledgegraph/req/seoul-2024/II.g

  Violation: Modality (pledge:modality)
    The statement does not have exactly one modality. Name one with pledge:modality.
    rule: Statement-modality

  Violation: Title
    The statement does not have exactly one modality. Name one with pledge:modality."""
    )


def test_two_faults_of_one_value_are_told_together() -> None:
    plain = replace(FINDING, nearest=(), because=(), found=None, value="0")
    least = replace(plain, component="MinInclusive", expected="not less than 1")
    lines = [line.strip() for line in tell(plain, least).splitlines()]
    assert lines[5:7] == ["value: 0", "expected: a code of the list code:modality; not less than 1"]


def test_a_message_that_names_what_it_is_about_is_told_for_each() -> None:
    plain = replace(FINDING, nearest=(), because=(), found=None, expected=None, value=None)
    found = [
        replace(plain, message="The place 3 is taken. Take another place."),
        replace(plain, message="The place 4 is taken. Take another place.", subject="B"),
    ]
    assert [line.strip() for line in tell(*found).splitlines()[6:]] == [
        "Violation: Modality (pledge:modality)",
        "Take another place.",
        "- requirement II.g",
        "The place 3 is taken.",
        "- B",
        "The place 4 is taken.",
        "rule: Statement-modality",
    ]


def test_the_branch_that_nearly_held_is_told_to_its_end() -> None:
    reason = replace(
        INNER,
        path="pledge:because",
        message="The claim gives no reason. Add one.",
        component="MinCount",
        found="nothing",
    )
    count = replace(
        reason,
        message="There is no such claim. Add one.",
        found="1 value",
        because=(Branch("x:r", "Reasoned", (reason,), value="claim I.a"),),
    )
    finding = replace(
        FINDING,
        because=(
            Branch("x:c", "Claimed", (count,)),
            Branch("x:d", "Described", (reason, replace(reason, path="x:p"))),
            Branch("x:e", "Elsewhere", (reason,), is_begun=False),
        ),
    )
    assert [line.strip() for line in tell(finding).splitlines()[8:-1]] == [
        "“Claimed” comes nearest, but:",
        "claim I.a: The claim gives no reason.",
    ]
    described = replace(finding, because=(finding.because[1], finding.because[1]))
    assert [line.strip() for line in tell(described).splitlines()[8:-1]] == [
        "“Described” does not hold:",
        "The claim gives no reason.",
        "“Described” does not hold:",
        "The claim gives no reason.",
    ]


def test_a_report_without_findings_says_what_was_read() -> None:
    assert format_report(replace(REPORT, findings=(), subjects=1, targeted=1)) == (
        """\
Passed: 0 violations, 0 warnings, 0 infos.
1 subject read; there are shapes for 1 of them.
Checked in the profile “record” by pySHACL 0.40.1 with shapes 0.1.0 (abc)."""
    )


def test_a_report_on_nothing_says_so() -> None:
    assert format_report(replace(REPORT, findings=(), subjects=1, targeted=0)) == (
        """\
Nothing was checked: 0 violations, 0 warnings, 0 infos.
1 subject read; there are shapes for 0 of them.
So no shape was run. Are the classes and properties of pledge: spelt right?
Checked in the profile “record” by pySHACL 0.40.1 with shapes 0.1.0 (abc)."""
    )
    assert report_json(replace(REPORT, findings=(), targeted=0))["verdict"] == "nothing-checked"


def test_what_is_not_told_is_counted() -> None:
    text = format_report(replace(REPORT, untold={Severity.VIOLATION: 1_200}))
    assert "\n\n1,200 findings are not told here. Mend those above, and check again.\n\n" in text
    assert "Not passed: 1,202 violations, 0 warnings, 0 infos." in text
    assert "\n\n1 finding is not told" in format_report(replace(REPORT, untold={Severity.INFO: 1}))
    assert report_json(replace(REPORT, untold={Severity.INFO: 3}))["more"] == 3


def test_no_name_forges_a_line_or_speaks_to_the_terminal() -> None:
    evil = "x\n\nPassed: 0 violations, 0 warnings, 0 infos.\u2028\x1b[31m\u202e\r\x9b"
    finding = replace(
        FINDING,
        subject=evil,
        value=evil,
        path=evil,
        message=evil,
        file=evil,
        focus=evil,
        nearest=(evil,),
        expected=evil,
        found=evil,
        because=(Branch("x:s", "S", (replace(INNER, message=evil, path=evil),), value=evil),),
    )
    lines = format_report(replace(REPORT, findings=(finding,))).split("\n")
    assert [line for line in lines if line.startswith(("Passed", "Not passed"))] == [
        "Not passed: 1 violation, 0 warnings, 0 infos."
    ]
    assert all(line.isprintable() for line in lines)


def test_one_of_a_kind_is_singular() -> None:
    text = format_report(replace(REPORT, findings=(replace(FINDING, severity=Severity.INFO),)))
    assert "Passed: 0 violations, 0 warnings, 1 info." in text


def test_a_report_is_read_by_programs() -> None:
    read = json.loads(json.dumps(report_json(REPORT)))
    assert {name: value for name, value in read.items() if name != "findings"} == {
        "verdict": "not-passed",
        "passed": False,
        "profile": "record",
        "counts": {"Violation": 2, "Warning": 0, "Info": 0},
        "subjects": 3,
        "targeted": 2,
        "engine": {"name": "pySHACL", "version": "0.40.1"},
        "shapes": {"version": "0.1.0", "digest": "abc"},
        "groups": [
            {
                "severity": "Violation",
                "rule": "Statement-modality",
                "shapeName": "Modality",
                "path": "pledge:modality",
                "message": "The statement does not have exactly one modality. "
                "Name one with pledge:modality.",
                "subjects": 2,
                "findings": [0, 1],
            }
        ],
        "more": 0,
    }
    first, second = read["findings"]
    [branch] = first["because"]
    assert branch["findings"][0]["problem"] == INNER.problem
    assert {name: value for name, value in branch.items() if name != "findings"} == {
        "shape": "https://w3id.org/pledgegraph/shapes#InSchemeModality",
        "shapeName": "A modality",
        "value": None,
        "begun": False,
    }
    assert (second["iri"], second["line"], second["subject"]) == (None, None, "unnamed requirement")
    assert {name: value for name, value in first.items() if name != "because"} == {
        "severity": "Violation",
        "subject": "requirement II.g",
        "iri": "https://w3id.org/pledgegraph/req/seoul-2024/II.g",
        "path": "pledge:modality",
        "value": "code:polarity-positive",
        "problem": "The statement does not have exactly one modality.",
        "remedy": "Name one with pledge:modality.",
        "expected": "a code of the list code:modality",
        "found": "code:polarity-positive, of the list code:polarity",
        "rule": "Statement-modality",
        "shape": "https://w3id.org/pledgegraph/shapes#Statement-modality",
        "shapeName": "Modality",
        "component": "Node",
        "requirements": [],
        "nearest": ["code:modality-will"],
        "file": "data/x.ttl",
        "line": 7,
    }
