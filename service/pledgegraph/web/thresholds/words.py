"""How the values of a comparison of thresholds are told: a sign, a word, and what it says.

Promises that no word says that an organisation lacks what is only not on record here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue import MeasurableTest, RiskCoverage

NO_TEST: Final = "no measurable test on record here"

TESTS: Final[Mapping[MeasurableTest, str]] = {
    MeasurableTest.NUMBER: "a number is on record",
    MeasurableTest.CRITERION_ONLY: f"a criterion without a number: {NO_TEST}",
    MeasurableTest.DESCRIPTION_ONLY: NO_TEST,
}
"""What each kind of test is called on a page."""


@dataclass(frozen=True, slots=True)
class CoverageSign:
    """The sign of a coverage, its word, and what it says in a line."""

    sign: str
    word: str
    meaning: str


COVERAGES: Final[Mapping[RiskCoverage, CoverageSign]] = {
    RiskCoverage.COVERED: CoverageSign(
        "+", "threshold on record", "a threshold for it by name; the number says how many"
    ),
    RiskCoverage.SPANNED: CoverageSign(
        "≈",
        "may be taken in",
        "none for it by name; one for a wider risk, or across domains, may take it in",
    ),
    RiskCoverage.NONE_FOR_RISK: CoverageSign(
        "○",
        "none on record",
        "thresholds of its text are on record, none of them for this; of a former text not all "
        "need be",
    ),
    RiskCoverage.NONE_RECORDED: CoverageSign(
        "·",
        "none recorded at all",
        "it has a text, and no threshold of it is on record; it may set some",
    ),
    RiskCoverage.NOT_READ_HERE: CoverageSign(
        "?",
        "text not read here",
        "nothing on record was read in its text itself, which may set one",
    ),
    RiskCoverage.NO_TEXT: CoverageSign(
        "–", "no text then", "it has a framework, but no text of it counts on these days"
    ),
    RiskCoverage.NO_FRAMEWORK: CoverageSign(
        "∅", "no framework on record", "dated searches say what was looked for"
    ),
}
"""How each coverage is shown."""
