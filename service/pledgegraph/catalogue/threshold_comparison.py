"""Thresholds side by side: who sets which for a risk, and who sets none on record.

Promises that a text counts as it did at the times asked about, that what is left out is counted,
and that no answer says that a framework lacks what is only not on record. Imports no third party.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pledgegraph.catalogue.events import EventCatalogue
from pledgegraph.catalogue.evidence import EvidenceCatalogue
from pledgegraph.catalogue.left_out import LeftOut, count_left_out, sum_left_out
from pledgegraph.catalogue.threshold_sides import (
    CROSS_DOMAIN,
    ComparedThreshold,
    CountedText,
    RiskCoverage,
    ThresholdSide,
    compare_threshold,
    find_coverage,
)
from pledgegraph.catalogue.thresholds import ThresholdCatalogue
from pledgegraph.catalogue.times import Standing, Times, is_known_on
from pledgegraph.model import Concept, FrameworkVersion, Organisation, Threshold


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One risk of the grid, with a side for each organisation compared."""

    risk: Concept
    sides: tuple[ThresholdSide, ...]

    @property
    def iri(self) -> str:
        """What it is found by among the answers to all questions."""
        return f"{self.sides[0].question if self.sides else ''} {self.risk.iri}"


@dataclass(frozen=True, slots=True)
class ThresholdComparison:
    """The thresholds of organisations side by side, for one risk or, where it is None, for all.

    `rows` are the widest risks, or with a risk this one and those right below it. `question` names
    what was asked.
    """

    question: str
    risk: Concept | None
    times: Times
    sides: tuple[ThresholdSide, ...]
    rows: tuple[RiskRow, ...]

    @property
    def iri(self) -> str:
        """What it is found by among the answers to all questions."""
        return self.question

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """How many thresholds for the risk are in texts that do not count, by why."""
        return sum_left_out(left for side in self.sides for left in side.left_out)


@dataclass(frozen=True, slots=True)
class RiskGap:
    """A risk that one organisation has a threshold for on record, and another has not.

    `lacking` are the sides of those with a text that counts; who has none is left out. `question`
    names what was asked.
    """

    question: str
    risk: Concept
    covering: tuple[ThresholdSide, ...]
    lacking: tuple[ThresholdSide, ...]

    @property
    def iri(self) -> str:
        """What it is found by among the answers to all questions."""
        return f"{self.question} {self.risk.iri}"


class ThresholdComparisonCatalogue(ThresholdCatalogue, EvidenceCatalogue, EventCatalogue):
    """The part of the catalogue that holds thresholds against each other."""

    def compare_thresholds(
        self,
        risk_domain: str | None,
        times: Times,
        organisations: tuple[str, ...] | None = None,
    ) -> ThresholdComparison:
        """Return the thresholds of organisations, by slug, for the risk with that code.

        A risk stands for all narrower ones. Without `organisations` it is every one, by label.

        Raises:
            InvalidArgument: an organisation or the risk is unknown; with the known ones.
        """
        self._check_codes(
            "risk", None if risk_domain is None else (risk_domain,), argument="riskDomain"
        )
        self._check_organisations(organisations)
        chosen = tuple(
            o for o in self.organisations if organisations is None or o.slug in organisations
        )
        question = repr((risk_domain, times, organisations))
        risk = next((r for r in self.list_risks() if r.notation == risk_domain), None)
        rows = tuple(
            RiskRow(row, tuple(self._side(question, o, row, times) for o in chosen))
            for row in self._list_risk_rows(risk)
        )
        sides = tuple(self._side(question, o, risk, times) for o in chosen)
        return ThresholdComparison(question, risk, times, sides, rows)

    def list_domain_gaps(
        self, times: Times, organisations: tuple[str, ...] | None = None
    ) -> tuple[RiskGap, ...]:
        """Return the widest risks that one organisation covers by name and another does not.

        A threshold that only may take a risk in does not cover it by name.

        Raises:
            InvalidArgument: an organisation is unknown; with the known ones.
        """
        found = self.compare_thresholds(None, times, organisations)
        gaps = []
        for row in found.rows:
            covering = tuple(s for s in row.sides if s.coverage is RiskCoverage.COVERED)
            lacking = tuple(s for s in row.sides if s.texts and s not in covering)
            if covering and lacking:
                gaps.append(RiskGap(found.question, row.risk, covering, lacking))
        return tuple(gaps)

    def list_risks(self) -> tuple[Concept, ...]:
        """Return the risks of the code list, by position."""
        risks = self._code_lists.get("risk")
        return () if risks is None else risks.concepts

    # --- inside ----------------------------------------------------------------------------

    def _side(
        self, question: str, organisation: Organisation, risk: Concept | None, times: Times
    ) -> ThresholdSide:
        frameworks = self.list_frameworks_of(organisation)
        texts = []
        own: list[ComparedThreshold] = []
        spanning: list[ComparedThreshold] = []
        left_out: list[Standing] = []
        for framework in frameworks:
            for version in self.list_versions_of(framework):
                thresholds = self.list_thresholds_of(version)
                standing = self.find_standing_of(version, times)
                if standing is not Standing.COUNTS:
                    left_out += [standing for t in thresholds if self._concerns_risk(t, risk)]
                    continue
                is_read = self._is_read(version, thresholds)
                texts.append(CountedText(framework, version, len(thresholds), is_read))
                own += self._list_own(version, thresholds, risk)
                spanning += self._list_spanning(version, thresholds, risk)
        coverage = find_coverage(
            has_framework=bool(frameworks), texts=tuple(texts), own=len(own), spanning=len(spanning)
        )
        searches = self.list_searches_for(organisation)
        known = tuple(s for s in searches if is_known_on(s.searched_on, times))
        return ThresholdSide(
            question,
            organisation,
            risk,
            times,
            coverage,
            tuple(texts),
            tuple(own),
            tuple(spanning),
            count_left_out(left_out),
            known,
            len(searches) - len(known),
        )

    def _list_own(
        self, version: FrameworkVersion, thresholds: Iterable[Threshold], risk: Concept | None
    ) -> list[ComparedThreshold]:
        own = (t for t in thresholds if self._concerns_risk(t, risk))
        return [compare_threshold(t, version, spans=False) for t in own]

    def _list_spanning(
        self, version: FrameworkVersion, thresholds: Iterable[Threshold], risk: Concept | None
    ) -> list[ComparedThreshold]:
        found = (t for t in thresholds if not self._concerns_risk(t, risk) and self._spans(t, risk))
        return [compare_threshold(t, version, spans=True) for t in found]

    def _concerns_risk(self, threshold: Threshold, risk: Concept | None) -> bool:
        """Whether `threshold` is for `risk`, or for a narrower one."""
        return risk is None or any(risk in self._risks[r.iri] for r in threshold.risks)

    def _spans(self, threshold: Threshold, risk: Concept | None) -> bool:
        """Whether `threshold` may take in `risk`: it is for a wider one, or across domains."""
        if risk is None:
            return False
        wider = self._risks[risk.iri]
        return any(r in wider or r.notation == CROSS_DOMAIN for r in threshold.risks)

    def _is_read(self, version: FrameworkVersion, thresholds: Iterable[Threshold]) -> bool:
        """Whether anything on record was read in the text of `version` itself."""
        return bool(self.list_passages_of(version)) or any(
            version.url in t.sources for t in thresholds
        )

    def _list_risk_rows(self, risk: Concept | None) -> tuple[Concept, ...]:
        """Return the widest risks, or `risk` and those right below it."""
        above = None if risk is None else risk.iri
        below = tuple(r for r in self.list_risks() if r.broader == above)
        return below if risk is None else (risk, *below)
