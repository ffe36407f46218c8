"""The read model: every record with the indexes that questions need, replaced as a whole.

Promises immutable answers in a stated order, and for what it does not hold an error with the
nearest names. Built once from what the reader read; imports no third party.
"""

from pledgegraph.catalogue.assessments import AssessmentCatalogue, AssessmentFilter
from pledgegraph.catalogue.crosswalk import CrosswalkCatalogue, CrosswalkLinkFilter
from pledgegraph.catalogue.events import EventCatalogue, EventFilter
from pledgegraph.catalogue.evidence import BearingFilter, EvidenceCatalogue, EvidenceFilter, Source
from pledgegraph.catalogue.frameworks import FrameworkFilter, VersionFilter
from pledgegraph.catalogue.in_force import InForce, VersionInForce
from pledgegraph.catalogue.instrument import ProvisionFilter, StatementFilter
from pledgegraph.catalogue.organisations import OrganisationFilter
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
from pledgegraph.catalogue.times import Standing, Times
from pledgegraph.reader import Records

__all__ = [
    "AssessmentFilter",
    "BearingFilter",
    "Catalogue",
    "ComparedBasis",
    "ComparedThreshold",
    "CountedText",
    "CrosswalkLinkFilter",
    "EventFilter",
    "EvidenceFilter",
    "FrameworkFilter",
    "InForce",
    "MeasurableTest",
    "OrganisationFilter",
    "ProvisionFilter",
    "RiskCoverage",
    "RiskGap",
    "RiskRow",
    "Source",
    "Standing",
    "StatementFilter",
    "ThresholdComparison",
    "ThresholdFilter",
    "ThresholdSide",
    "Times",
    "VersionFilter",
    "VersionInForce",
]


class Catalogue(
    ThresholdComparisonCatalogue,
    EvidenceCatalogue,
    AssessmentCatalogue,
    EventCatalogue,
    CrosswalkCatalogue,
):
    """Every record of one dataset revision, with the questions it answers.

    Each part answers for one subject and stands on the parts that it extends; all are built from
    the same records, once.
    """

    def __init__(self, records: Records, *, revision: str) -> None:
        """Index `records`, which were read at `revision`.

        Raises:
            DataError: two different records have one IRI.
        """
        super().__init__(records)
        self.revision = revision
