"""The types that are declared further down, by name: what an earlier type refers to.

The modules of this package import each other only backwards, in the order node, values, agents,
events, instrument, statements, sources, organisations, findings, frameworks, thresholds, evidence,
deadlines, assessments, changes, crosswalk, left_out, threshold_comparison, search, rules. What
refers forward goes through here, and is looked up when the schema is made.
"""

from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

import strawberry

if TYPE_CHECKING:
    from pledgegraph.graphql.types.assessments import (
        Assessment,
        AssessmentCampaign,
    )
    from pledgegraph.graphql.types.changes import ChangeItem
    from pledgegraph.graphql.types.crosswalk import CrosswalkLink
    from pledgegraph.graphql.types.deadlines import Deadline, Search
    from pledgegraph.graphql.types.evidence import Evidence, EvidenceConnection
    from pledgegraph.graphql.types.frameworks import Framework
    from pledgegraph.graphql.types.organisations import Organisation
    from pledgegraph.graphql.types.rules import Rule
    from pledgegraph.graphql.types.statements import NormativeStatement
    from pledgegraph.graphql.types.thresholds import Threshold

_ASSESSMENTS: Final = strawberry.lazy("pledgegraph.graphql.types.assessments")
_CHANGES: Final = strawberry.lazy("pledgegraph.graphql.types.changes")
_CROSSWALK: Final = strawberry.lazy("pledgegraph.graphql.types.crosswalk")
_DEADLINES: Final = strawberry.lazy("pledgegraph.graphql.types.deadlines")
_EVIDENCE: Final = strawberry.lazy("pledgegraph.graphql.types.evidence")
_FRAMEWORKS: Final = strawberry.lazy("pledgegraph.graphql.types.frameworks")
_ORGANISATIONS: Final = strawberry.lazy("pledgegraph.graphql.types.organisations")
_RULES: Final = strawberry.lazy("pledgegraph.graphql.types.rules")
_STATEMENTS: Final = strawberry.lazy("pledgegraph.graphql.types.statements")
_THRESHOLDS: Final = strawberry.lazy("pledgegraph.graphql.types.thresholds")

AssessmentLater: TypeAlias = Annotated["Assessment", _ASSESSMENTS]
CampaignLater: TypeAlias = Annotated["AssessmentCampaign", _ASSESSMENTS]
ChangeItemLater: TypeAlias = Annotated["ChangeItem", _CHANGES]
CrosswalkLinkLater: TypeAlias = Annotated["CrosswalkLink", _CROSSWALK]
DeadlineLater: TypeAlias = Annotated["Deadline", _DEADLINES]
EvidenceLater: TypeAlias = Annotated["Evidence", _EVIDENCE]
EvidenceConnectionLater: TypeAlias = Annotated["EvidenceConnection", _EVIDENCE]
FrameworkLater: TypeAlias = Annotated["Framework", _FRAMEWORKS]
OrganisationLater: TypeAlias = Annotated["Organisation", _ORGANISATIONS]
RuleLater: TypeAlias = Annotated["Rule", _RULES]
SearchLater: TypeAlias = Annotated["Search", _DEADLINES]
StatementLater: TypeAlias = Annotated["NormativeStatement", _STATEMENTS]
ThresholdLater: TypeAlias = Annotated["Threshold", _THRESHOLDS]
