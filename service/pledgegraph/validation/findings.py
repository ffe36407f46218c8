"""What a check found: frozen findings, and the report that holds them and gives the verdict.

A finding speaks of a file, never of an organisation. The verdict is the project's own: no finding
of severity Violation. (`sh:conforms` is false for a mere Info.) Imports no third party.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pledgegraph.severity import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a shape found at one subject.

    `subject` names the subject in words, `focus` is its IRI, empty for a node without one. `path`
    and `value` are short forms (`pledge:verbatim`), None where the finding is on the subject
    itself. `message` is whole sentences; see `problem` and `remedy`. `requirements` are IRIs of
    the statements of the commitments that ask for it; most shapes check our own form and have
    none. `nearest` are the allowed values most like the one found. `file` and `line` say where
    the subject stands, as far as known. `because` tells why the branches of the shape did not
    hold, the branch that nearly did first.
    """

    severity: Severity
    focus: str
    subject: str
    path: str | None
    value: str | None
    message: str
    shape: str
    shape_name: str
    component: str
    requirements: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    file: str | None = None
    line: int | None = None
    because: "tuple[Branch, ...]" = ()

    @property
    def problem(self) -> str:
        """What is wrong: the first sentence of the message."""
        return _split(self.message)[0]

    @property
    def remedy(self) -> str:
        """What to add or change: the rest of the message, empty when it is one sentence."""
        return _split(self.message)[1]

    @property
    def place(self) -> str:
        """The file and the line, `data/x.ttl:12`, as far as they are known."""
        return ":".join(str(part) for part in (self.file, self.line) if part is not None)


@dataclass(frozen=True, slots=True)
class Branch:
    """One of the shapes that a finding's value was held against; without findings it held."""

    shape: str
    name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings that say the same of several subjects."""

    severity: Severity
    path: str | None
    message: str
    shape: str
    shape_name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """What a check found, with what was checked and by what.

    `findings` come most severe first. `subjects` counts the nodes that were to be checked,
    `targeted` those of them that some shape is for: where it is 0, nothing was checked at all.
    """

    findings: tuple[Finding, ...]
    subjects: int
    targeted: int
    engine: str
    engine_version: str
    shapes_version: str
    shapes_digest: str

    @property
    def is_passed(self) -> bool:
        """Whether no finding is a Violation."""
        return self.counts[Severity.VIOLATION] == 0

    @property
    def counts(self) -> Mapping[Severity, int]:
        """The number of findings of each severity, most severe first, zeros included."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in Severity}


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return `findings` without repeats: most severe first, then by file, line, and subject."""
    return tuple(sorted(dict.fromkeys(findings), key=_rank))


def group_findings(findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """Return `findings` put together where severity, shape, path and message are the same.

    Groups stand where their first finding stood; within a group the order is kept.
    """
    groups: dict[tuple[Severity, str | None, str, str, str], list[Finding]] = {}
    for finding in findings:
        key = (
            finding.severity,
            finding.path,
            finding.message,
            finding.shape,
            finding.shape_name,
        )
        groups.setdefault(key, []).append(finding)
    return tuple(FindingGroup(*key, findings=tuple(found)) for key, found in groups.items())


_SEVERITIES = tuple(Severity)


def _rank(finding: Finding) -> tuple[int, str, int, str, str, str, str, str, str]:
    return (
        _SEVERITIES.index(finding.severity),
        finding.file or "",
        finding.line or 0,
        finding.focus,
        finding.path or "",
        finding.shape,
        finding.component,
        finding.value or "",
        finding.message,
    )


def _split(message: str) -> tuple[str, str]:
    problem, _, remedy = message.partition(". ")
    return (problem + "." if remedy else problem), remedy
