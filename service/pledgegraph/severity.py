"""Which severity a statement missing from a framework's file has, and why.

One pure rule over the words of the commitments: modality, qualifiers, and where one would look.
The graph stores its outcome; the reader refuses what differs. A severity speaks of a file and never
of an organisation: the commitments are voluntary. Imports no third party.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Severity(StrEnum):
    """The severities of SHACL, most severe first (https://www.w3.org/TR/shacl/#severity)."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"


@dataclass(frozen=True, slots=True)
class SeverityReason:
    """A severity, or None where no file is checked, and the sentence that explains it."""

    severity: Severity | None
    because: str


def derive_severity(
    *,
    modality: str,
    qualifiers: Collection[str],
    loci: Collection[str],
    is_best_practice: bool,
) -> SeverityReason:
    """Return the severity that the words of a statement give, the first rule that applies.

    Codes are the notations of the code lists `modality`, `qualifier` and `locus`.

    >>> derive_severity(modality="should", qualifiers=["as-appropriate"], loci=["framework"],
    ...                 is_best_practice=False).severity
    <Severity.INFO: 'Info'>

    Raises:
        KeyError: the modality is no code of its list.
    """
    if modality in _NOT_CHECKED:
        reason = SeverityReason(None, f"Nothing is checked: this is {_NOT_CHECKED[modality]}.")
    elif not is_best_practice and not set(loci) - {"conduct"}:
        reason = _CONDUCT
    elif "as-appropriate" in qualifiers:
        reason = _AS_APPROPRIATE
    elif modality == "affirm":
        reason = _AFFIRMED_HERE if "framework" in loci else _AFFIRMED_ELSEWHERE
    else:
        reason = _BY_MODALITY[modality]
    return reason


_NOT_CHECKED: Final = {
    "can": "a permission",
    "goal": "a goal, not a check",
    "definition": "a definition",
    "scope": "a statement of scope",
}
_CONDUCT: Final = SeverityReason(
    None, "No document is checked: this is about conduct, which others assess."
)
_AS_APPROPRIATE: Final = SeverityReason(
    Severity.INFO, "“As appropriate” leaves it to judgement, so a file without it gets a note."
)
_AFFIRMED_HERE: Final = SeverityReason(
    Severity.WARNING,
    "A best practice that a framework normally covers, so a file without it gets a warning.",
)
_AFFIRMED_ELSEWHERE: Final = SeverityReason(
    Severity.INFO, "A best practice that may be shown elsewhere, so a file without it gets a note."
)
_BY_MODALITY: Final = {
    "will": SeverityReason(
        Severity.VIOLATION, "A promise in plain words, so a file has to answer it."
    ),
    "should": SeverityReason(
        Severity.WARNING, "“Should” recommends, so a file without it gets a warning."
    ),
    "except": SeverityReason(
        Severity.VIOLATION, "An exception that is used has to be given with its reason."
    ),
}
