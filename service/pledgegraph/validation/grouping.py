"""Findings put together for people: those with one cause, and causes that meet at one subject.

Promises that each finding stands in exactly one group and each group in one section, in the order
of the findings. Imports no third party.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pledgegraph.severity import Severity
from pledgegraph.validation.findings import Finding

Subject: TypeAlias = tuple[str | None, int | None, str, str]
"""File, line, IRI and name, which tell one subject from another as far as it can be told."""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings of one cause: one shape found the same of one subject or of several.

    `message` is what all of them say. Where a message names what it is about, they say the same
    but for their first sentence (`is_alike` is false), and `message` is the rest.
    """

    severity: Severity
    path: str | None
    shape: str
    shape_name: str
    rule: str | None
    message: str
    is_alike: bool
    findings: tuple[Finding, ...]

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The subjects, each once, in order."""
        return tuple(dict.fromkeys(map(subject_of, self.findings)))

    def list_of(self, subject: Subject) -> tuple[Finding, ...]:
        """Return the findings on `subject`."""
        return tuple(f for f in self.findings if subject_of(f) == subject)


@dataclass(frozen=True, slots=True)
class Section:
    """Groups of one severity that are about the same subjects."""

    severity: Severity
    subjects: tuple[Subject, ...]
    groups: tuple[FindingGroup, ...]


def subject_of(finding: Finding) -> Subject:
    """Return what tells the subject of `finding` from others."""
    return finding.file, finding.line, finding.focus, finding.subject


def group_findings(findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """Return `findings` by their cause: severity, shape, path, and what there is to do.

    Groups stand where their first finding stood; within a group the order is kept.
    """
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        cause = finding.remedy or finding.message
        key = (finding.severity, finding.path, finding.shape, finding.shape_name, cause)
        groups.setdefault(key, []).append(finding)
    return tuple(map(_group, groups.values()))


def _group(findings: Sequence[Finding]) -> FindingGroup:
    first = findings[0]
    is_alike = len({finding.message for finding in findings}) == 1
    return FindingGroup(
        severity=first.severity,
        path=first.path,
        shape=first.shape,
        shape_name=first.shape_name,
        rule=first.rule,
        message=first.message if is_alike else first.remedy,
        is_alike=is_alike,
        findings=tuple(findings),
    )


def list_sections(groups: Iterable[FindingGroup]) -> tuple[Section, ...]:
    """Return `groups` put together where they are of one severity and about the same subjects.

    Sections stand where their first group stood; within a section the order is kept.
    """
    found: dict[tuple[Severity, frozenset[Subject]], list[FindingGroup]] = {}
    for group in groups:
        found.setdefault((group.severity, frozenset(group.subjects)), []).append(group)
    return tuple(
        Section(severity, same[0].subjects, tuple(same)) for (severity, _), same in found.items()
    )
