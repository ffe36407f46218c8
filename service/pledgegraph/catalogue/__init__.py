"""The read model: every record with the indexes that questions need, replaced as a whole.

Promises immutable answers in a stated order, and for what it does not hold an error with the
nearest names. Built once from what the reader read; imports no third party.
"""

from pledgegraph.catalogue.assessments import AssessmentFilter
from pledgegraph.catalogue.board import BoardCatalogue
from pledgegraph.catalogue.board_rows import (
    Board,
    BoardCount,
    BoardFilter,
    BoardRow,
    Timing,
    TimingByDate,
    TimingByReading,
)
from pledgegraph.catalogue.cells import (
    Cell,
    DirectionCounts,
    Promise,
    StatusCount,
    count_statuses,
)
from pledgegraph.catalogue.changes import ChangeFilter, RequirementStep
from pledgegraph.catalogue.codings import (
    Agreement,
    AgreementFigures,
    CodingCatalogue,
    CodingDifference,
    ProvisionAgreement,
)
from pledgegraph.catalogue.comparison import ColumnTotal, Comparison, ComparisonFilter, Row
from pledgegraph.catalogue.coverage import Coverage, Gap
from pledgegraph.catalogue.crosswalk import CrosswalkCatalogue, CrosswalkLinkFilter
from pledgegraph.catalogue.disagreements import (
    Disagreement,
    DisagreementCatalogue,
    DisagreementKind,
    Sides,
)
from pledgegraph.catalogue.events import EventFilter
from pledgegraph.catalogue.evidence import BearingFilter, EvidenceFilter, Source
from pledgegraph.catalogue.frameworks import FrameworkFilter, VersionFilter
from pledgegraph.catalogue.in_force import InForce, VersionInForce
from pledgegraph.catalogue.instrument import ProvisionFilter, StatementFilter
from pledgegraph.catalogue.left_out import LeftOut, sum_left_out
from pledgegraph.catalogue.organisations import OrganisationFilter
from pledgegraph.catalogue.rules import RuleCatalogue, RuleFilter, RuleTexts
from pledgegraph.catalogue.search import SearchCatalogue, SearchHit, SearchKind, SearchResult
from pledgegraph.catalogue.search_index import Piece
from pledgegraph.catalogue.silence import SilentRevisions
from pledgegraph.catalogue.threshold_comparison import (
    RiskGap,
    RiskRow,
    ThresholdComparison,
    ThresholdComparisonCatalogue,
)
from pledgegraph.catalogue.threshold_sides import (
    ComparedBasis,
    ComparedThreshold,
    CountedText,
    MeasurableTest,
    RiskCoverage,
    ThresholdSide,
)
from pledgegraph.catalogue.thresholds import ThresholdFilter
from pledgegraph.catalogue.timeline import (
    Timeline,
    TimelineCatalogue,
    TimelineEntry,
    TimelineKind,
)
from pledgegraph.catalogue.timeliness import DaysLate, Timeliness
from pledgegraph.catalogue.times import Standing, Times
from pledgegraph.catalogue.version_diff import (
    Difference,
    ThresholdPair,
    Unsaid,
    VersionDiff,
    VersionDiffCatalogue,
)
from pledgegraph.reader import Records

__all__ = [
    "Agreement",
    "AgreementFigures",
    "AssessmentFilter",
    "BearingFilter",
    "Board",
    "BoardCount",
    "BoardFilter",
    "BoardRow",
    "Catalogue",
    "Cell",
    "ChangeFilter",
    "CodingDifference",
    "ColumnTotal",
    "ComparedBasis",
    "ComparedThreshold",
    "Comparison",
    "ComparisonFilter",
    "CountedText",
    "Coverage",
    "CrosswalkLinkFilter",
    "DaysLate",
    "Difference",
    "DirectionCounts",
    "Disagreement",
    "DisagreementKind",
    "EventFilter",
    "EvidenceFilter",
    "FrameworkFilter",
    "Gap",
    "InForce",
    "LeftOut",
    "MeasurableTest",
    "OrganisationFilter",
    "Piece",
    "Promise",
    "ProvisionAgreement",
    "ProvisionFilter",
    "RequirementStep",
    "RiskCoverage",
    "RiskGap",
    "RiskRow",
    "Row",
    "RuleFilter",
    "RuleTexts",
    "SearchHit",
    "SearchKind",
    "SearchResult",
    "Sides",
    "SilentRevisions",
    "Source",
    "Standing",
    "StatementFilter",
    "StatusCount",
    "ThresholdComparison",
    "ThresholdFilter",
    "ThresholdPair",
    "ThresholdSide",
    "Timeline",
    "TimelineEntry",
    "TimelineKind",
    "Timeliness",
    "Times",
    "Timing",
    "TimingByDate",
    "TimingByReading",
    "Unsaid",
    "VersionDiff",
    "VersionFilter",
    "VersionInForce",
    "count_statuses",
    "sum_left_out",
]


class Catalogue(
    ThresholdComparisonCatalogue,
    VersionDiffCatalogue,
    TimelineCatalogue,
    BoardCatalogue,
    DisagreementCatalogue,
    SearchCatalogue,
    CrosswalkCatalogue,
    CodingCatalogue,
    RuleCatalogue,
):
    """Every record of one dataset revision, with the questions it answers.

    Each part answers for one subject and stands on the parts that it extends; all are built from
    the same records, once.
    """

    def __init__(
        self, records: Records, *, revision: str, rule_texts: RuleTexts | None = None
    ) -> None:
        """Index `records`, which were read at `revision`; `rule_texts` are those of its rules.

        Raises:
            DataError: two different records have one IRI.
        """
        super().__init__(records)
        self.revision = revision
        if rule_texts is not None:
            self._rule_texts = rule_texts
