"""What is wrong with the words of a finding: that nobody could act on it, or that it shows a label.

A blank node's label and an address without a name are for machines. An address may stand between
angle brackets, where nobody describes what it names, and in quotation marks, where it is a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgegraph.validation.findings import Finding

_LABEL = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]*[0-9a-f]{32}(?![0-9A-Za-z])")
_ADDRESS = re.compile(r"https?://\w")
_NAMED = re.compile(r"<[^<>]*>|“[^“”]*”")


def list_faults(finding: Finding) -> list[str]:
    """Return what is wrong with `finding` and those that give its reasons, by shape."""
    return [f"{finding.rule}: {fault}" for fault in _faults(finding)] + [
        fault
        for branch in finding.because
        for inner in branch.findings
        for fault in list_faults(inner)
    ]


def _faults(finding: Finding) -> Iterator[str]:
    if not finding.problem.endswith("."):
        yield f"the problem is no sentence: {finding.problem}"
    if not finding.remedy.endswith("."):
        yield f"there is no second sentence: {finding.message}"
    if not finding.shape_name:
        yield "the shape has no name"
    # A value that is a text is shown as it is.
    is_text = finding.found is not None and finding.found.startswith("“")
    told = {
        "subject": finding.subject,
        "path": finding.path,
        "value": None if is_text else finding.value,
        "expected": finding.expected,
        "found": finding.found,
        "message": finding.message,
        **{f"branch {place}": branch.value for place, branch in enumerate(finding.because)},
    }
    for name, text in told.items():
        if text is not None and ("_:" in text or _LABEL.search(text)):
            yield f"{name} shows a label: {text}"
        if text is not None and _ADDRESS.search(_NAMED.sub("", text)):
            yield f"{name} shows an address: {text}"
