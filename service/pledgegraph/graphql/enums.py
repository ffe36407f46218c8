"""The enumerations of the schema: the model's own, with a sentence for each value."""

from collections.abc import Mapping
from enum import Enum, StrEnum
from typing import Any, Final

import strawberry

from pledgegraph.catalogue import InForce
from pledgegraph.model import ProvisionKind, StatementKind
from pledgegraph.severity import Severity


class StatementOrder(StrEnum):
    """How a list of statements is sorted."""

    POSITION = "position"
    POSITION_REVERSED = "position-reversed"
    SEVERITY = "severity"


class ProvisionOrder(StrEnum):
    """How a list of provisions is sorted."""

    POSITION = "position"
    COLUMN = "column"


class OrganisationOrder(StrEnum):
    """How a list of organisations is sorted."""

    LABEL = "label"
    COHORT = "cohort"


class FrameworkVersionOrder(StrEnum):
    """How a list of versions is sorted."""

    FRAMEWORK = "framework"
    ISSUED = "issued"
    ISSUED_REVERSED = "issued-reversed"


class ThresholdOrder(StrEnum):
    """How a list of thresholds is sorted."""

    VERSION = "version"
    RISK = "risk"


class EvidenceOrder(StrEnum):
    """How a list of evidence is sorted."""

    ORGANISATION = "organisation"
    PUBLISHED = "published"


class AssessmentOrder(StrEnum):
    """How a list of assessments is sorted."""

    ORGANISATION = "organisation"
    PUBLISHED = "published"


class EventOrder(StrEnum):
    """How a list of events is sorted."""

    START = "start"
    START_REVERSED = "start-reversed"


STATEMENT_KINDS: Final[Mapping[StatementKind, str]] = {
    StatementKind.REQUIREMENT: "A requirement: a thing that the signatories promise.",
    StatementKind.OUTCOME: "A goal that paragraphs serve; it is never checked.",
    StatementKind.PERMISSION: "A permission: something that the commitments allow.",
    StatementKind.EXCEPTION_CLAUSE: "An exception: a ground on which a requirement need not be "
    "kept in full.",
    StatementKind.DEFINITION: "A definition: what a word of the commitments means.",
    StatementKind.SCOPE_RULE: "A rule of scope: what the commitments are about, and what not.",
}
"""What each kind is, in the words that the schema and the pages share."""


def _describe(enum: type[Enum], description: str, values: Mapping[Any, str]) -> None:
    strawberry.enum(enum, description=description)
    for value in enum.__strawberry_definition__.values:  # type: ignore[attr-defined]
        value.description = values[enum[value.name]]


_describe(
    Severity,
    "How much a framework's file lacks when a statement is not answered. It speaks of a file, "
    "never of an organisation: the commitments are voluntary.",
    {
        Severity.VIOLATION: "A plain promise: a file has to answer it, if only by saying why not.",
        Severity.WARNING: "Recommended: a file without it gets a warning.",
        Severity.INFO: "Left to judgement, or shown elsewhere: a file without it gets a note.",
    },
)
_describe(
    StatementKind,
    "What a normative statement is.",
    STATEMENT_KINDS,
)
_describe(
    ProvisionKind,
    "Which part of the commitments a provision is.",
    {
        ProvisionKind.OPENING: "A part of the opening: the promise to publish, the promise to "
        "account for changes, the start of the best practices.",
        ProvisionKind.OUTCOME: "One of the three outcomes.",
        ProvisionKind.PARAGRAPH: "One of the paragraphs I to VIII.",
        ProvisionKind.BEST_PRACTICE: "One of the eight best practices.",
        ProvisionKind.FOOTNOTE: "One of the three footnotes.",
    },
)
_describe(
    StatementOrder,
    "How a list of statements is sorted.",
    {
        StatementOrder.POSITION: "As one reads the text.",
        StatementOrder.POSITION_REVERSED: "From the end of the text to its start.",
        StatementOrder.SEVERITY: "Most severe first, those without a severity last; then as one "
        "reads the text.",
    },
)
_describe(
    ProvisionOrder,
    "How a list of provisions is sorted.",
    {
        ProvisionOrder.POSITION: "As one reads the text.",
        ProvisionOrder.COLUMN: "As the columns of every comparison stand, those that are no "
        "column last.",
    },
)
_describe(
    OrganisationOrder,
    "How a list of organisations is sorted.",
    {
        OrganisationOrder.LABEL: "By name.",
        OrganisationOrder.COHORT: "By the list that names them, then by name.",
    },
)
_describe(
    FrameworkVersionOrder,
    "How a list of versions is sorted.",
    {
        FrameworkVersionOrder.FRAMEWORK: "By organisation and framework, then oldest first.",
        FrameworkVersionOrder.ISSUED: "Oldest first.",
        FrameworkVersionOrder.ISSUED_REVERSED: "Newest first.",
    },
)
_describe(
    ThresholdOrder,
    "How a list of thresholds is sorted.",
    {
        ThresholdOrder.VERSION: "By the version that sets them.",
        ThresholdOrder.RISK: "By the first of their domains of risk, then by version.",
    },
)
_describe(
    EvidenceOrder,
    "How a list of evidence is sorted.",
    {
        EvidenceOrder.ORGANISATION: "By organisation, then by number.",
        EvidenceOrder.PUBLISHED: "By when its source was published: newest first, what is undated "
        "last.",
    },
)
_describe(
    AssessmentOrder,
    "How a list of assessments is sorted.",
    {
        AssessmentOrder.ORGANISATION: "By organisation.",
        AssessmentOrder.PUBLISHED: "Newest first, what is undated last.",
    },
)
_describe(
    EventOrder,
    "How a list of events is sorted.",
    {
        EventOrder.START: "Oldest first, those without a date last.",
        EventOrder.START_REVERSED: "Newest first, those without a date last.",
    },
)
_describe(
    InForce,
    "Whether a version was in force on a day.",
    {
        InForce.IN_FORCE: "It surely was.",
        InForce.UNDETERMINED: "By the dates as stated it may have been.",
    },
)
