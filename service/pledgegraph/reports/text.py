"""A report of findings, as text for people and as plain JSON.

Promises that the text names things by name, holds every finding of the report once, those that say
the same put together, and that nothing in a name can break a line or speak to the terminal. Imports
no third party.
"""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from pledgegraph.errors import JSON
from pledgegraph.reports.printable import make_printable
from pledgegraph.severity import Severity
from pledgegraph.validation.findings import (
    Branch,
    Finding,
    FindingGroup,
    ValidationReport,
    Verdict,
    group_findings,
)

_WIDTH: Final = 96
_VERDICTS: Final = {
    Verdict.PASSED: "Passed",
    Verdict.NOT_PASSED: "Not passed",
    Verdict.NOTHING_CHECKED: "Nothing was checked",
}
_PLURALS: Final = {
    Severity.VIOLATION: ("violation", "violations"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("info", "infos"),
}


def format_report(report: ValidationReport) -> str:
    """Return `report` for people: each finding under what it says, the verdict last.

    Without a newline at the end.
    """
    blocks = [_group_lines(group) for group in group_findings(report.findings)]
    blocks += [_more_lines(report)] if report.more else []
    blocks += [_summary_lines(report)]
    return "\n\n".join("\n".join(map(make_printable, lines)) for lines in blocks)


def _group_lines(group: FindingGroup) -> Iterator[str]:
    about = f" ({group.path})" if group.path else ""
    yield f"{group.severity.value}: {group.shape_name}{about}"
    yield from wrap(group.message, _WIDTH, initial_indent="  ", subsequent_indent="  ")
    for finding in group.findings:
        yield from _finding_lines(finding)


def _finding_lines(finding: Finding) -> Iterator[str]:
    place = f"{finding.place}: " if finding.place else ""
    value = f" has “{finding.value}”" if finding.value is not None else ""
    yield f"  - {place}{finding.subject}{value}"
    if finding.focus:
        yield f"    {finding.focus}"
    if finding.nearest:
        yield f"    nearest: {', '.join(finding.nearest)}"
    for branch in finding.because:
        yield from _branch_lines(branch, indent="    ")


def _branch_lines(branch: Branch, *, indent: str) -> Iterator[str]:
    verdict = "does not hold" if branch.findings else "holds"
    yield f"{indent}“{branch.name}” {verdict}"
    for finding in branch.findings:
        yield f"{indent}  {finding.problem}"
        for inner in finding.because:
            yield from _branch_lines(inner, indent=indent + "  ")


def _more_lines(report: ValidationReport) -> Iterator[str]:
    untold = _count(report.more, "finding is", "findings are")
    yield f"{untold} not told here. Mend those above, and check again."


def _summary_lines(report: ValidationReport) -> Iterator[str]:
    counts = ", ".join(_count(number, *_PLURALS[s]) for s, number in report.counts.items())
    yield f"{_VERDICTS[report.verdict]}: {counts}."
    subjects = _count(report.subjects, "subject", "subjects")
    yield f"{subjects} read; there are shapes for {report.targeted:,} of them."
    if report.targeted == 0:
        yield "So no shape was run. Are the classes and properties of pledge: spelt right?"
    yield (
        f"Checked by {report.engine} {report.engine_version} with shapes "
        f"{report.shapes_version} ({report.shapes_digest})."
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def report_json(report: ValidationReport) -> dict[str, JSON]:
    """Return `report` as plain JSON, findings most severe first."""
    return {
        "verdict": report.verdict.value,
        "passed": report.is_passed,
        "counts": {severity.value: number for severity, number in report.counts.items()},
        "subjects": report.subjects,
        "targeted": report.targeted,
        "engine": {"name": report.engine, "version": report.engine_version},
        "shapes": {"version": report.shapes_version, "digest": report.shapes_digest},
        "findings": [_finding_json(finding) for finding in report.findings],
        "more": report.more,
    }


def _finding_json(finding: Finding) -> dict[str, JSON]:
    return {
        "severity": finding.severity.value,
        "subject": finding.subject,
        "iri": finding.focus or None,
        "path": finding.path,
        "value": finding.value,
        "problem": finding.problem,
        "remedy": finding.remedy,
        "shape": finding.shape,
        "shapeName": finding.shape_name,
        "component": finding.component,
        "requirements": list(finding.requirements),
        "nearest": list(finding.nearest),
        "file": finding.file,
        "line": finding.line,
        "because": [
            {
                "shape": branch.shape,
                "shapeName": branch.name,
                "findings": [_finding_json(inner) for inner in branch.findings],
            }
            for branch in finding.because
        ],
    }
