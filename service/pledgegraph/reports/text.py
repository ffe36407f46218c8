"""A report of findings, as text for people and as plain JSON.

Promises that the text names things by name, holds every finding of the report once, those of one
cause and those about the same subjects put together, and that nothing in a name can break a line
or speak to the terminal. Imports no third party.
"""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from pledgegraph.errors import JSON
from pledgegraph.reports.printable import make_printable
from pledgegraph.reports.reasons import is_nearest, list_leaves, list_told
from pledgegraph.severity import Severity
from pledgegraph.validation.findings import Branch, Finding, ValidationReport, Verdict
from pledgegraph.validation.grouping import (
    FindingGroup,
    Section,
    Subject,
    group_findings,
    list_sections,
)

_WIDTH: Final = 96
_STEP: Final = "  "
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
    """Return `report` for people: the findings under what they are about, the verdict last.

    Without a newline at the end.
    """
    sections = list_sections(group_findings(report.findings))
    blocks = [block for section in sections for block in _section_blocks(section)]
    blocks += [_more_lines(report)] if report.more else []
    blocks += [_summary_lines(report)]
    return "\n\n".join("\n".join(map(make_printable, lines)) for lines in blocks)


def _section_blocks(section: Section) -> Iterator[Iterator[str]]:
    yield _subject_lines(section.subjects)
    for group in section.groups:
        yield _group_lines(group)


def _subject_lines(subjects: Sequence[Subject]) -> Iterator[str]:
    indent = ""
    if len(subjects) > 1:
        yield f"{len(subjects):,} subjects:"
        indent = _STEP
    for file, line, iri, name in subjects:
        place = ":".join(str(part) for part in (file, line) if part is not None)
        yield f"{indent}{place}: {name}" if place else f"{indent}{name}"
        if iri:
            yield f"{indent}{_STEP}{iri}"


def _group_lines(group: FindingGroup) -> Iterator[str]:
    about = f" ({group.path})" if group.path else ""
    yield f"{_STEP}{group.severity.value}: {group.shape_name}{about}"
    indent = _STEP * 2
    yield from _wrapped(group.message, indent)
    details = {s: tuple(_detail_lines(group.list_of(s), group)) for s in group.subjects}
    if len(set(details.values())) == 1:
        yield from (indent + line for line in next(iter(details.values())))
    else:
        for (*_, name), lines in details.items():
            yield f"{indent}- {name}"
            yield from (f"{indent}{_STEP}{line}" for line in lines)
    if group.rule is not None:
        yield f"{indent}rule: {group.rule}"


def _detail_lines(findings: Sequence[Finding], group: FindingGroup) -> Iterator[str]:
    """Tell what the `findings` of a group on one subject do not have in common with others."""
    if not group.is_alike:
        for problem in dict.fromkeys(finding.problem for finding in findings):
            yield from _wrapped(problem)
    told: dict[str | None, list[Finding]] = {}
    for finding in findings:
        told.setdefault(_tell_found(finding), []).append(finding)
    for found, same in told.items():
        yield from _wrapped(found or "")
        expected = dict.fromkeys(f.expected for f in same if f.expected is not None)
        yield from _wrapped(f"expected: {'; '.join(expected)}" if expected else "")
        nearest = dict.fromkeys(name for finding in same for name in finding.nearest)
        yield from _wrapped(f"nearest: {', '.join(nearest)}" if nearest else "")
        for finding in same:
            for branch in list_told(finding):
                yield from _branch_lines(branch, finding)


def _tell_found(finding: Finding) -> str | None:
    if finding.found is not None:
        return f"found: {finding.found}"
    return None if finding.value is None else f"value: {finding.value}"


def _branch_lines(branch: Branch, finding: Finding) -> Iterator[str]:
    about = "" if branch.value is None else f" for {branch.value}"
    if not branch.findings:
        yield f"“{branch.name}” holds{about}"
        return
    how = " comes nearest, but:" if is_nearest(branch, finding) else " does not hold:"
    yield f"“{branch.name}”{about}{how}"
    for told in dict.fromkeys(leaf.tell(beside=finding) for leaf in list_leaves(branch)):
        yield from _wrapped(told, _STEP)


def _wrapped(text: str, indent: str = "") -> Iterator[str]:
    # Names are to be copied, so no line ends inside one.
    yield from wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )


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
        f"Checked in the profile “{report.profile.value}” by {report.engine} "
        f"{report.engine_version} with shapes {report.shapes_version} ({report.shapes_digest})."
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def report_json(report: ValidationReport) -> dict[str, JSON]:
    """Return `report` as plain JSON, findings most severe first.

    `groups` puts those of one cause together, by their places in `findings`.
    """
    places = {finding: place for place, finding in enumerate(report.findings)}
    return {
        "verdict": report.verdict.value,
        "passed": report.is_passed,
        "profile": report.profile.value,
        "counts": {severity.value: number for severity, number in report.counts.items()},
        "subjects": report.subjects,
        "targeted": report.targeted,
        "engine": {"name": report.engine, "version": report.engine_version},
        "shapes": {"version": report.shapes_version, "digest": report.shapes_digest},
        "findings": [_finding_json(finding) for finding in report.findings],
        "groups": [
            {
                "severity": group.severity.value,
                "rule": group.rule,
                "shapeName": group.shape_name,
                "path": group.path,
                "message": group.message,
                "subjects": len(group.subjects),
                "findings": [places[finding] for finding in group.findings],
            }
            for group in group_findings(report.findings)
        ],
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
        "expected": finding.expected,
        "found": finding.found,
        "rule": finding.rule,
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
                "value": branch.value,
                "begun": branch.is_begun,
                "findings": [_finding_json(inner) for inner in branch.findings],
            }
            for branch in finding.because
        ],
    }
