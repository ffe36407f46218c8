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
    file="data/x.ttl",
    line=7,
    because=(
        Branch("https://w3id.org/pledgegraph/shapes#InSchemeModality", "A modality", (INNER,)),
    ),
)
SAME = replace(
    FINDING,
    focus="",
    subject="unnamed requirement",
    value=None,
    nearest=(),
    line=None,
    because=(Branch("https://w3id.org/pledgegraph/shapes#X", "Other", ()),),
)
REPORT = ValidationReport((FINDING, SAME), 3, 2, "pySHACL", "0.40.1", "0.1.0", "abc")


def test_a_report_is_read_by_people() -> None:
    assert format_report(REPORT) == (
        """\
Violation: Modality (pledge:modality)
  The statement does not have exactly one modality. Name one with pledge:modality.
  - data/x.ttl:7: requirement II.g has “code:polarity-positive”
    https://w3id.org/pledgegraph/req/seoul-2024/II.g
    nearest: code:modality-will
    “A modality” does not hold
      The value does not belong to the list code:modality.
  - data/x.ttl: unnamed requirement
    “Other” holds

Not passed: 2 violations, 0 warnings, 0 infos.
3 subjects read; there are shapes for 2 of them.
Checked by pySHACL 0.40.1 with shapes 0.1.0 (abc)."""
    )


def test_a_report_without_findings_says_what_was_read() -> None:
    assert format_report(replace(REPORT, findings=(), subjects=1, targeted=1)) == (
        """\
Passed: 0 violations, 0 warnings, 0 infos.
1 subject read; there are shapes for 1 of them.
Checked by pySHACL 0.40.1 with shapes 0.1.0 (abc)."""
    )


def test_a_report_on_nothing_says_so() -> None:
    assert format_report(replace(REPORT, findings=(), subjects=1, targeted=0)) == (
        """\
Nothing was checked: 0 violations, 0 warnings, 0 infos.
1 subject read; there are shapes for 0 of them.
So no shape was run. Are the classes and properties of pledge: spelt right?
Checked by pySHACL 0.40.1 with shapes 0.1.0 (abc)."""
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
        because=(Branch("x:s", "S", (replace(INNER, message=evil),)),),
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
        "counts": {"Violation": 2, "Warning": 0, "Info": 0},
        "subjects": 3,
        "targeted": 2,
        "engine": {"name": "pySHACL", "version": "0.40.1"},
        "shapes": {"version": "0.1.0", "digest": "abc"},
        "more": 0,
    }
    first, second = read["findings"]
    assert first["because"][0]["findings"][0]["problem"] == INNER.problem
    assert (second["iri"], second["line"], second["subject"]) == (None, None, "unnamed requirement")
    assert {name: value for name, value in first.items() if name != "because"} == {
        "severity": "Violation",
        "subject": "requirement II.g",
        "iri": "https://w3id.org/pledgegraph/req/seoul-2024/II.g",
        "path": "pledge:modality",
        "value": "code:polarity-positive",
        "problem": "The statement does not have exactly one modality.",
        "remedy": "Name one with pledge:modality.",
        "shape": "https://w3id.org/pledgegraph/shapes#Statement-modality",
        "shapeName": "Modality",
        "component": "Node",
        "requirements": [],
        "nearest": ["code:modality-will"],
        "file": "data/x.ttl",
        "line": 7,
    }
