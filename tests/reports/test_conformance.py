"""`pledgegraph.reports.conformance`, and the command that prints it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pledgegraph.cli import main
from tests.validation.suites import (
    MINUS,
    NAMED,
    PASSES,
    UNNAMED_FOUND,
    include,
    write,
    write_test,
)

KNOWN = "core/property/uniqueLang-002"
GOOD = {
    "manifest.ttl": include("core/good.ttl", "minus.ttl", KNOWN + ".ttl", "other.ttl"),
    "core/good.ttl": write_test("good", UNNAMED_FOUND, more=NAMED),
    "minus.ttl": write_test("minus", "sht:Failure", more=MINUS),
    KNOWN + ".ttl": write_test("uniqueLang-002", "sht:Failure"),
    "other.ttl": "<> mf:entries ( <other> ) . <other> a sht:Another .",
    "alone.ttl": write_test("alone", UNNAMED_FOUND, more=NAMED),
}
BAD = {
    "manifest.ttl": include("bad.ttl", "sparql/pre-binding/shapesGraph-001.ttl"),
    "bad.ttl": write_test("b%1Bad", "sht:Failure", more=NAMED),
    "sparql/pre-binding/shapesGraph-001.ttl": write_test("shapesGraph-001", PASSES),
}


def test_all_but_the_known_passed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(write(tmp_path, GOOD))
    assert main(["conformance", "shacl", folder, "--engine", "reference"]) == 0
    heading, _, text = capsys.readouterr().out.partition("\n")
    assert heading.startswith("SHACL test suite on pySHACL 0.")
    assert (
        text
        == """
      tests  passed
.         2       2
core      2       1
all       4       3

Known misses
  core/property/uniqueLang-002
    because the shape says sh:uniqueLang "1"^^xsd:boolean, and only the text "true" switches it \
on; pySHACL asks for the value
    expected a refusal; found a report

Refused, as the suite asks
  minus: Validation Failure - A SPARQL Constraint must not contain a MINUS clause.

In no manifest, and run all the same
  alone

Not run: rejected by the suite, or of another kind
  other

3 of 4 passed; 1 missed for a known reason, none beside.
"""
    )


def test_another_miss_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(write(tmp_path, BAD))
    command = ["conformance", "shacl", folder, "--engine", "reference", "--against", "turbo"]
    assert main(command) == 1
    text = capsys.readouterr().out
    assert "Other misses\n  b%1Bad\n    expected a refusal; found a report\n" in text
    assert "Passed, though listed as known misses\n  sparql/pre-binding/shapesGraph-001\n" in text
    assert "\nAnswered otherwise by pyshacl-turbo 0.6.5: 0\n" in text
    assert text.endswith("\n1 of 2 passed; 0 missed for a known reason, 1 beside.\n")


def test_the_same_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(write(tmp_path, GOOD))
    command = ["conformance", "shacl", folder, "--engine", "turbo", "--format", "json"]
    assert main([*command, "--against", "reference"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["engine"]["name"] == "pyshacl-turbo"
    assert (found["tests"], found["passed"], found["misses"]) == (4, 3, [])
    assert found["parts"] == {
        ".": {"tests": 2, "passed": 2},
        "core": {"tests": 2, "passed": 1},
    }
    [known] = found["knownMisses"]
    assert known["test"] == KNOWN
    assert known["reason"].endswith("where shapes come as a graph of rdflib")
    assert known["differences"] == ["expected a refusal; found a report"]
    assert found["refused"] == {
        "minus": "SHACL validation failure: SPARQL constraints cannot use MINUS"
    }
    assert (found["inNoManifest"], found["notRun"]) == (["alone"], ["other"])
    assert found["against"]["engine"]["name"] == "pySHACL"
    assert (found["against"]["passed"], found["against"]["differences"]) == (3, {})


def test_without_a_suite_there_is_no_verdict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["conformance", "shacl", str(tmp_path)]) == 2
    assert "there is no manifest.ttl in it" in capsys.readouterr().err
    write(tmp_path, {"manifest.ttl": include("../\u202e.ttl")})
    assert main(["conformance", "shacl", str(tmp_path)]) == 2
    assert "�.ttl”, outside the given folder" in capsys.readouterr().err
