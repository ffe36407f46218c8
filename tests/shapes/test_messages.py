"""Every finding on every example can be acted on, and shows neither a label nor a bare address."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pledgegraph.severity import Severity
from pledgegraph.validation.findings import Branch, Finding
from tests.shapes.conftest import Runs
from tests.shapes.harness import Manifest, list_manifests
from tests.shapes.told import list_faults

MANIFESTS = list_manifests(Path(__file__).resolve().parents[2] / "shapes")
GOOD = Finding(
    severity=Severity.VIOLATION,
    focus="https://example.org/x",
    subject="threshold “High”",
    path="<https://example.org/p>",
    value="https://example.org/text",
    message="The page “https://example.org/text” is <https://example.org/x>. Write an IRI.",
    shape="https://w3id.org/pledgegraph/shapes#S",
    shape_name="Page",
    component="NodeKind",
    expected="an address that begins with https:// or http://",
    found="“https://example.org/text”, a plain string",
)
LABEL = "f0e1d2c3b4a5968778695a4b3c2d1e0f"


@pytest.mark.parametrize("manifest", MANIFESTS, ids=lambda m: m.folder.name)
def test_every_finding_can_be_acted_on(runs: Runs, manifest: Manifest) -> None:
    found = [finding for run in runs[manifest.folder] for finding in run.findings]
    assert [fault for finding in found for fault in list_faults(finding)] == []


def test_good_words_have_no_fault() -> None:
    assert list_faults(GOOD) == []


@pytest.mark.parametrize(
    ("field", "text", "fault"),
    [
        ("message", "", "S: the problem is no sentence: "),
        ("message", "One sentence.", "S: there is no second sentence: One sentence."),
        ("shape_name", "", "S: the shape has no name"),
        ("subject", f"thing {LABEL}", f"S: subject shows a label: thing {LABEL}"),
        ("found", f"n{LABEL}", f"S: found shows a label: n{LABEL}"),
        ("found", "_:b", "S: found shows a label: _:b"),
        ("path", "https://example.org/p", "S: path shows an address: https://example.org/p"),
        (
            "message",
            "It is https://example.org/x. Mend it.",
            "S: message shows an address: It is https://example.org/x. Mend it.",
        ),
    ],
)
def test_bad_words_are_named(field: str, text: str, fault: str) -> None:
    bad = replace(GOOD, **{field: text})  # type: ignore[arg-type]
    assert fault in list_faults(bad)
    inner = replace(GOOD, because=(Branch("x:b", "B", (bad,)),))
    assert fault in list_faults(inner)
