"""The records of the read model: frozen values that answers are made of.

Promises plain data, tuples in a stated order, and no behaviour beyond what a record can say of
itself. Each node's `iri` is its name everywhere. Imports no third party.
"""

from pledgegraph.model.assessments import (
    Assessment,
    AssessmentCampaign,
    AssessmentCriterion,
    RatingScale,
)
from pledgegraph.model.changes import Change, ChangeItem
from pledgegraph.model.codings import Coding, Settlement
from pledgegraph.model.crosswalk import Clause, CommitmentSet, CrosswalkLink
from pledgegraph.model.events import DatasetRecord, Deadline, Event, Search
from pledgegraph.model.evidence import Bearing, Claim, Document, Evidence
from pledgegraph.model.frameworks import (
    DateClaim,
    Framework,
    FrameworkVersion,
    Quantity,
    Threshold,
    ThresholdBasis,
)
from pledgegraph.model.instrument import (
    SEOUL,
    Edition,
    Instrument,
    Place,
    Provision,
    ProvisionKind,
    Reading,
    Statement,
    StatementKind,
    TextFile,
)
from pledgegraph.model.organisations import COUNTRIES, Endorsement, Headquartering, Organisation
from pledgegraph.model.rules import (
    Rule,
    RuleBranch,
    RuleExample,
    RuleProfile,
    Target,
    TargetKind,
)
from pledgegraph.model.values import Agent, Attribution, CodeList, Concept, StatedDate

Record = (
    Instrument
    | Edition
    | TextFile
    | Provision
    | Statement
    | Reading
    | Agent
    | Concept
    | CodeList
    | Event
    | Deadline
    | Search
    | Organisation
    | Headquartering
    | Endorsement
    | Framework
    | FrameworkVersion
    | DateClaim
    | Change
    | ChangeItem
    | Threshold
    | ThresholdBasis
    | Document
    | Evidence
    | Bearing
    | Coding
    | Settlement
    | Claim
    | RatingScale
    | AssessmentCriterion
    | AssessmentCampaign
    | Assessment
    | CommitmentSet
    | Clause
    | CrosswalkLink
    | DatasetRecord
    | Rule
    | RuleProfile
)
"""Every record that has an address of its own."""

__all__ = [
    "COUNTRIES",
    "SEOUL",
    "Agent",
    "Assessment",
    "AssessmentCampaign",
    "AssessmentCriterion",
    "Attribution",
    "Bearing",
    "Change",
    "ChangeItem",
    "Claim",
    "Clause",
    "CodeList",
    "Coding",
    "CommitmentSet",
    "Concept",
    "CrosswalkLink",
    "DatasetRecord",
    "DateClaim",
    "Deadline",
    "Document",
    "Edition",
    "Endorsement",
    "Event",
    "Evidence",
    "Framework",
    "FrameworkVersion",
    "Headquartering",
    "Instrument",
    "Organisation",
    "Place",
    "Provision",
    "ProvisionKind",
    "Quantity",
    "RatingScale",
    "Reading",
    "Record",
    "Rule",
    "RuleBranch",
    "RuleExample",
    "RuleProfile",
    "Search",
    "Settlement",
    "StatedDate",
    "Statement",
    "StatementKind",
    "Target",
    "TargetKind",
    "TextFile",
    "Threshold",
    "ThresholdBasis",
]
