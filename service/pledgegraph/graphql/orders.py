"""The enumerations of how lists are sorted, with a sentence for each value."""

from enum import StrEnum

from pledgegraph.graphql.enums import describe_enum


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


class PublicationBoardOrder(StrEnum):
    """How the rows of a publication board are sorted."""

    LABEL = "label"
    ISSUED = "issued"


class ChangeOrder(StrEnum):
    """How a list of changes is sorted."""

    VERSION = "version"
    ISSUED_REVERSED = "issued-reversed"


class RuleOrder(StrEnum):
    """How a list of rules is sorted."""

    SUBJECT = "subject"
    SEVERITY = "severity"


class FindingOrder(StrEnum):
    """How the findings of a report are sorted."""

    SEVERITY = "severity"
    REQUIREMENT = "requirement"


describe_enum(
    StatementOrder,
    "How a list of statements is sorted.",
    {
        StatementOrder.POSITION: "As one reads the text.",
        StatementOrder.POSITION_REVERSED: "From the end of the text to its start.",
        StatementOrder.SEVERITY: "Most severe first, those without a severity last; then as one "
        "reads the text.",
    },
)
describe_enum(
    ProvisionOrder,
    "How a list of provisions is sorted.",
    {
        ProvisionOrder.POSITION: "As one reads the text.",
        ProvisionOrder.COLUMN: "As the columns of every comparison stand, those that are no "
        "column last.",
    },
)
describe_enum(
    OrganisationOrder,
    "How a list of organisations is sorted.",
    {
        OrganisationOrder.LABEL: "By name.",
        OrganisationOrder.COHORT: "By the list that names them, then by name.",
    },
)
describe_enum(
    FrameworkVersionOrder,
    "How a list of versions is sorted.",
    {
        FrameworkVersionOrder.FRAMEWORK: "By organisation and framework, then oldest first.",
        FrameworkVersionOrder.ISSUED: "Oldest first.",
        FrameworkVersionOrder.ISSUED_REVERSED: "Newest first.",
    },
)
describe_enum(
    ThresholdOrder,
    "How a list of thresholds is sorted.",
    {
        ThresholdOrder.VERSION: "By the version that sets them.",
        ThresholdOrder.RISK: "By the first of their domains of risk, then by version.",
    },
)
describe_enum(
    EvidenceOrder,
    "How a list of evidence is sorted.",
    {
        EvidenceOrder.ORGANISATION: "By organisation, then by number.",
        EvidenceOrder.PUBLISHED: "By when its source was published: newest first, what is undated "
        "last.",
    },
)
describe_enum(
    AssessmentOrder,
    "How a list of assessments is sorted.",
    {
        AssessmentOrder.ORGANISATION: "By organisation.",
        AssessmentOrder.PUBLISHED: "Newest first, what is undated last.",
    },
)
describe_enum(
    EventOrder,
    "How a list of events is sorted.",
    {
        EventOrder.START: "Oldest first, those without a date last.",
        EventOrder.START_REVERSED: "Newest first, those without a date last.",
    },
)
describe_enum(
    PublicationBoardOrder,
    "How the rows of a publication board are sorted.",
    {
        PublicationBoardOrder.LABEL: "By name.",
        PublicationBoardOrder.ISSUED: "By when the first final version came out, oldest first; "
        "those without one last.",
    },
)
describe_enum(
    ChangeOrder,
    "How a list of changes is sorted.",
    {
        ChangeOrder.VERSION: "By organisation and framework, oldest first.",
        ChangeOrder.ISSUED_REVERSED: "By when the text that they lead to was issued, newest first.",
    },
)
describe_enum(
    RuleOrder,
    "How a list of rules is sorted.",
    {
        RuleOrder.SUBJECT: "By subject, those on the commitments first and as one reads these; "
        "each rule is followed by its parts.",
        RuleOrder.SEVERITY: "Most severe first; then by subject.",
    },
)
describe_enum(
    FindingOrder,
    "How the findings of a report are sorted.",
    {
        FindingOrder.SEVERITY: "Most severe first; then as one reads the words that ask for them, "
        "those that no words of the commitments ask for last.",
        FindingOrder.REQUIREMENT: "As one reads the words that ask for them, those that no words "
        "of the commitments ask for last; then most severe first.",
    },
)
