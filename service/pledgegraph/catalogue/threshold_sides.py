"""One side of a comparison of thresholds: what an organisation's texts set, and what is missing.

Promises that what is not on record has a name: no measurable test, no threshold for a risk, no text
that was read here, no framework are different values, and none of them says that something is not
there. Imports no third party.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pledgegraph.catalogue.left_out import LeftOut
from pledgegraph.catalogue.times import Times
from pledgegraph.model import (
    Concept,
    Framework,
    FrameworkVersion,
    Organisation,
    Search,
    Threshold,
    ThresholdBasis,
)

CROSS_DOMAIN: Final = "cross-domain"
"""The code of a threshold that is set for several risk domains at once, or for all."""


class MeasurableTest(StrEnum):
    """Whether a measurable test of a basis, or of a threshold, is on record here.

    The numbers on record are not all there are: one within a longer criterion stands in the
    description only. So nothing here says that a framework gives none.
    """

    NUMBER = "number"
    CRITERION_ONLY = "criterion-only"
    """A criterion of its own, without a number: no measurable test on record here."""
    DESCRIPTION_ONLY = "description-only"
    """Nothing beyond the threshold's description: no measurable test on record here."""


class RiskCoverage(StrEnum):
    """What is on record of an organisation's thresholds for a risk."""

    COVERED = "covered"
    SPANNED = "spanned"
    """None for it by name, but one that may take it in: for a wider risk, or across domains."""
    NONE_FOR_RISK = "none-for-risk"
    """Thresholds of a text that counts, none for this risk; of a former text not all are kept."""
    NONE_RECORDED = "none-recorded"
    """A text counts, and no threshold of it is recorded: it may set some."""
    NOT_READ_HERE = "not-read-here"
    """A text counts of which nothing was read in the text itself: a threshold may be missing."""
    NO_TEXT = "no-text"
    """A framework is on record, and no text of it counts at the times that are asked about."""
    NO_FRAMEWORK = "no-framework"
    """No framework is on record; dated searches say what was looked for."""


@dataclass(frozen=True, slots=True)
class CountedText:
    """A version whose text counts; `recorded` is how many thresholds of it are on record.

    `is_read` says that something on record was read in the text itself, and not elsewhere.
    """

    framework: Framework
    version: FrameworkVersion
    recorded: int
    is_read: bool


@dataclass(frozen=True, slots=True)
class ComparedBasis:
    """A basis of a threshold, with whether a measurable test of it is on record."""

    basis: ThresholdBasis
    test: MeasurableTest


@dataclass(frozen=True, slots=True)
class ComparedThreshold:
    """A threshold as one line of a comparison; its test is the best of its bases.

    `spans` says that it is not for the risk by name, but may take it in. `is_first_hand` says that
    the version's own address is among its sources.
    """

    threshold: Threshold
    version: FrameworkVersion
    bases: tuple[ComparedBasis, ...]
    test: MeasurableTest
    spans: bool
    is_first_hand: bool

    @property
    def iri(self) -> str:
        """What it is found by in a list."""
        return self.threshold.iri


@dataclass(frozen=True, slots=True)
class ThresholdSide:
    """What one organisation's texts set for a risk; `risk` is None for all together.

    `thresholds` are those for the risk, `spanning` those that may take it in. `left_out` counts
    those for it of texts that do not count, by why. `searches` are those known by then, oldest
    first; `searches_left_out` is how many are not. `question` names the comparison.
    """

    question: str
    organisation: Organisation
    risk: Concept | None
    times: Times
    coverage: RiskCoverage
    texts: tuple[CountedText, ...]
    thresholds: tuple[ComparedThreshold, ...]
    spanning: tuple[ComparedThreshold, ...]
    left_out: tuple[LeftOut, ...]
    searches: tuple[Search, ...]
    searches_left_out: int

    @property
    def iri(self) -> str:
        """What it is found by among the answers to all questions."""
        return f"{self.question} {self.risk.notation if self.risk else ''} {self.organisation.iri}"

    @property
    def with_number(self) -> int:
        """How many thresholds for the risk have a number on record."""
        return sum(t.test is MeasurableTest.NUMBER for t in self.thresholds)

    @property
    def without_number(self) -> int:
        """How many thresholds for the risk have no measurable test on record here."""
        return len(self.thresholds) - self.with_number


def find_test(basis: ThresholdBasis) -> MeasurableTest:
    """Return whether a measurable test of `basis` is on record."""
    if basis.quantity is not None:
        return MeasurableTest.NUMBER
    if basis.criterion is not None:
        return MeasurableTest.CRITERION_ONLY
    return MeasurableTest.DESCRIPTION_ONLY


def find_best_test(tests: Iterable[MeasurableTest]) -> MeasurableTest:
    """Return the most that any of `tests` gives.

    >>> find_best_test([MeasurableTest.DESCRIPTION_ONLY, MeasurableTest.NUMBER]).value
    'number'
    >>> find_best_test([]).value
    'description-only'
    """
    found = frozenset(tests)
    return next((t for t in MeasurableTest if t in found), MeasurableTest.DESCRIPTION_ONLY)


def compare_threshold(
    threshold: Threshold, version: FrameworkVersion, *, spans: bool
) -> ComparedThreshold:
    """Return `threshold`, which `version` sets, as a line of a comparison."""
    bases = tuple(ComparedBasis(basis, find_test(basis)) for basis in threshold.bases)
    return ComparedThreshold(
        threshold,
        version,
        bases,
        find_best_test(basis.test for basis in bases),
        spans,
        version.url in threshold.sources,
    )


def find_coverage(
    *,
    has_framework: bool,
    texts: tuple[CountedText, ...],
    own: int,
    spanning: int,
) -> RiskCoverage:
    """Return what is on record: the first that holds, from a threshold to no framework.

    `own` and `spanning` are how many thresholds are for the risk, and how many may take it in.
    """
    found = (
        (not has_framework, RiskCoverage.NO_FRAMEWORK),
        (not texts, RiskCoverage.NO_TEXT),
        (own > 0, RiskCoverage.COVERED),
        (spanning > 0, RiskCoverage.SPANNED),
        (not all(text.is_read for text in texts), RiskCoverage.NOT_READ_HERE),
        (not any(text.recorded for text in texts), RiskCoverage.NONE_RECORDED),
    )
    return next((coverage for holds, coverage in found if holds), RiskCoverage.NONE_FOR_RISK)
