"""What a check found: frozen findings, and the report that holds them and gives the verdict.

A finding speaks of a file, never of an organisation. The verdict is the project's own: something
was checked, and no finding is of severity Violation. (`sh:conforms` is false for a mere Info, and
true for an empty file.) Imports no third party.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from pledgegraph.model.rules import split_message
from pledgegraph.severity import Severity
from pledgegraph.terms import SHAPE
from pledgegraph.validation.profiles import Profile

MAX_FINDINGS: Final = 1_000
MAX_BYTES: Final = 2_000_000

_LONGEST_NAME: Final = 120
# What a finding takes as JSON beside its texts.
_FRAME: Final = 500


class Verdict(StrEnum):
    """What a report says in one word."""

    PASSED = "passed"
    NOT_PASSED = "not-passed"
    NOTHING_CHECKED = "nothing-checked"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a shape found at one subject.

    `subject` names the subject in words, `focus` is its IRI, empty for a node without one. `path`
    and `value` are short forms (`pledge:verbatim`), None where the finding is on the subject
    itself. `message` is whole sentences; see `problem` and `remedy`. `requirements` are IRIs of
    the statements of the commitments that ask for it; most shapes check our own form and have
    none. `nearest` are the allowed values most like the one found. `file` and `line` say where
    the subject stands, as far as known. `because` tells why the branches of the shape did not
    hold, the branch that nearly did first. `expected` and `found` say in words what was asked for
    and what there is (`exactly 1 value`, `nothing`), None where that is all in the message.
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
    expected: str | None = None
    found: str | None = None

    @property
    def rule(self) -> str | None:
        """What the rule is called in addresses, `P-I.a`; None for what is no shape of ours."""
        name = self.shape.removeprefix(SHAPE.base)
        return name if name != self.shape else None

    @property
    def problem(self) -> str:
        """What is wrong: the first sentence of the message."""
        return split_message(self.message)[0]

    @property
    def remedy(self) -> str:
        """What to add or change: the rest of the message, empty when it is one sentence."""
        return split_message(self.message)[1]

    @property
    def size(self) -> int:
        """About how many bytes it takes to tell this."""
        texts = (
            *(self.focus, self.subject, self.path, self.value, self.message, self.file),
            *(self.expected, self.found),
            *self.nearest,
            *self.requirements,
        )
        inner = sum(finding.size for branch in self.because for finding in branch.findings)
        return _FRAME * (1 + len(self.because)) + _count_bytes(texts) + inner

    @property
    def place(self) -> str:
        """The file and the line, `data/x.ttl:12`, as far as they are known."""
        return ":".join(str(part) for part in (self.file, self.line) if part is not None)


@dataclass(frozen=True, slots=True)
class Branch:
    """One of the shapes that a finding's value was held against; without findings it held.

    `value` names what was held against it, None for the finding's own value or subject. `is_begun`
    says whether anything of what the branch asks for is there.
    """

    shape: str
    name: str
    findings: tuple[Finding, ...]
    value: str | None = None
    is_begun: bool = True


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """What a check found, with what was checked and by what.

    `findings` come most severe first; `untold` counts those by severity that are left out, where
    there are more than can be told. `subjects` counts the nodes that were to be checked,
    `targeted` those of them that some shape is for: where it is 0, no shape was run at all.
    """

    findings: tuple[Finding, ...]
    subjects: int
    targeted: int
    engine: str
    engine_version: str
    shapes_version: str
    shapes_digest: str
    untold: Mapping[Severity, int] = field(default_factory=dict)
    profile: Profile = Profile.RECORD

    @property
    def verdict(self) -> Verdict:
        """Not passed with a Violation; and without one, passed only if a shape was run."""
        if self.counts[Severity.VIOLATION]:
            return Verdict.NOT_PASSED
        return Verdict.PASSED if self.targeted else Verdict.NOTHING_CHECKED

    @property
    def is_passed(self) -> bool:
        """Whether something was checked and no finding is a Violation."""
        return self.verdict is Verdict.PASSED

    @property
    def counts(self) -> Mapping[Severity, int]:
        """The number of findings of each severity, told or not, most severe first, with zeros."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] + self.untold.get(severity, 0) for severity in Severity}

    @property
    def more(self) -> int:
        """How many findings are left out."""
        return sum(self.untold.values())


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return `findings` without repeats: most severe first, then by file, line, and subject."""
    return tuple(sorted(dict.fromkeys(findings), key=_rank))


def limit_findings(
    findings: tuple[Finding, ...],
) -> tuple[tuple[Finding, ...], Mapping[Severity, int]]:
    """Return as many of the first `findings` as a report tells, and the number of the others.

    At most 1,000, and as many as 2,000,000 bytes hold: what is sent is short, but may give
    long findings.
    """
    size = told = 0
    for finding in findings[:MAX_FINDINGS]:
        size += finding.size
        if size > MAX_BYTES:
            break
        told += 1
    return findings[:told], Counter(finding.severity for finding in findings[told:])


def _count_bytes(texts: Iterable[str | None]) -> int:
    return sum(len(text.encode("utf-8", "replace")) for text in texts if text)


def cut(text: str, longest: int = _LONGEST_NAME) -> str:
    """Return `text` with at most so many characters, the last of them “…” where it was longer.

    >>> cut("pledge:Threshold", 7), cut("pledge", 7)
    ('pledge…', 'pledge')
    """
    return text if len(text) <= longest else text[: longest - 1] + "…"


_SEVERITIES = tuple(Severity)


def _rank(finding: Finding) -> tuple[int, str, bool, int, str, str, str, str, str, str]:
    return (
        _SEVERITIES.index(finding.severity),
        finding.file or "",
        finding.line is None,
        finding.line or 0,
        finding.focus,
        finding.path or "",
        finding.shape,
        finding.component,
        finding.value or "",
        finding.message,
    )
