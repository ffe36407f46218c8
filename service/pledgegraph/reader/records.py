"""Everything that is read, in one value."""

from dataclasses import dataclass

from pledgegraph.model import (
    Agent,
    Assessment,
    AssessmentCampaign,
    AssessmentCriterion,
    Bearing,
    Change,
    Claim,
    CodeList,
    Coding,
    CommitmentSet,
    CrosswalkLink,
    DatasetRecord,
    Deadline,
    Document,
    Event,
    Evidence,
    Framework,
    FrameworkVersion,
    Instrument,
    Organisation,
    Provision,
    RatingScale,
    Rule,
    RuleProfile,
    Search,
    Settlement,
    Statement,
    Threshold,
)


@dataclass(frozen=True, slots=True)
class Records:
    """Everything the catalogue is built from, each tuple in its own stated order.

    Statements and provisions: by instrument, then position. Code lists: by name. Organisations: by
    label. What belongs to an organisation: by its slug, then by what it is part of, then by name,
    numbers as numbers; versions by day of issue. Profiles: by how much they ask for. Rules: by
    subject, those on the commitments first, each followed by its parts. `shapes_version` and
    `dataset` are None where shapes and data do not describe themselves.
    """

    instruments: tuple[Instrument, ...]
    provisions: tuple[Provision, ...]
    statements: tuple[Statement, ...]
    code_lists: tuple[CodeList, ...]
    agents: tuple[Agent, ...]
    organisations: tuple[Organisation, ...]
    frameworks: tuple[Framework, ...]
    versions: tuple[FrameworkVersion, ...]
    changes: tuple[Change, ...]
    thresholds: tuple[Threshold, ...]
    documents: tuple[Document, ...]
    evidence: tuple[Evidence, ...]
    bearings: tuple[Bearing, ...]
    codings: tuple[Coding, ...]
    settlements: tuple[Settlement, ...]
    claims: tuple[Claim, ...]
    scales: tuple[RatingScale, ...]
    criteria: tuple[AssessmentCriterion, ...]
    campaigns: tuple[AssessmentCampaign, ...]
    assessments: tuple[Assessment, ...]
    events: tuple[Event, ...]
    deadlines: tuple[Deadline, ...]
    searches: tuple[Search, ...]
    commitment_sets: tuple[CommitmentSet, ...]
    crosswalk_links: tuple[CrosswalkLink, ...]
    profiles: tuple[RuleProfile, ...]
    rules: tuple[Rule, ...]
    shapes_version: str | None
    dataset: DatasetRecord | None
