"""The page of thresholds: a grid of risks and organisations, and one risk side by side.

Promises that what is not on record is told as that, with its reason, and that what the two days
leave out is counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import (
    MeasurableTest,
    RiskCoverage,
    ThresholdComparison,
    ThresholdSide,
)
from pledgegraph.web.anchors import address_of
from pledgegraph.web.forms import CSV, JSON, TURTLE
from pledgegraph.web.organisations.thresholds import format_quantity
from pledgegraph.web.rendering import Renderer, load_document
from pledgegraph.web.spreadsheet import format_csv
from pledgegraph.web.standings import describe_left_out
from pledgegraph.web.state import Kind, PageState, Parameter
from pledgegraph.web.stateful import StatefulPage
from pledgegraph.web.thresholds.tables import GRID, LINES, list_lines
from pledgegraph.web.thresholds.words import COVERAGES, NO_TEST, TESTS
from pledgegraph.web.turtle import describe_subjects

PARAMETERS: Final = (Parameter("risk", Kind.NAME), Parameter("organisations", Kind.NAMES))


@dataclass(frozen=True, slots=True)
class ThresholdsPage:
    """The page in each of its forms."""

    service: Service
    renderer: Renderer

    def show(self, state: PageState, form: str) -> bytes:
        """Return the page in `form`, a media type.

        Raises:
            InvalidArgument: the risk or an organisation is unknown.
        """
        found = self._compare(state)
        document = "thresholds" if found.risk is None else "thresholds_of_risk"
        variables = _list_variables(state)
        if form == JSON:
            return self.renderer.answer(document, variables)
        if form == CSV:
            return _format_table(found).encode()
        if form == TURTLE:
            return describe_subjects(self.service.store, _list_subjects(found))
        template = "thresholds.html" if found.risk is None else "thresholds_of_risk.html"
        return self.renderer.render(
            template,
            state=state,
            title=_name(found),
            found=found,
            chosen=state.list_values("organisations"),
            organisations=self.service.catalogue.organisations,
            risks=self.service.catalogue.list_risks(),
            without=[s for s in found.sides if s.coverage is RiskCoverage.NO_FRAMEWORK],
            groups=_group_lacking(found),
            coverages=COVERAGES,
            tests=TESTS,
            no_test=NO_TEST,
            number=MeasurableTest.NUMBER,
            describe_left_out=partial(describe_left_out, times=state.times),
            format_quantity=format_quantity,
            address_of=address_of,
            find=self.service.catalogue.find_node,
            document=load_document(document).strip(),
            variables=variables,
        )

    def name(self, state: PageState) -> str:
        """Return what the page is called.

        Raises:
            InvalidArgument: the risk or an organisation is unknown.
        """
        return _name(self._compare(state))

    def _compare(self, state: PageState) -> ThresholdComparison:
        organisations = state.list_values("organisations") or None
        return self.service.catalogue.compare_thresholds(
            state.find_value("risk"), state.times, organisations
        )


def create_threshold_pages(service: Service, renderer: Renderer) -> tuple[StatefulPage, ...]:
    """Return the page of thresholds, over `service`."""
    page = ThresholdsPage(service, renderer)
    return (StatefulPage("/thresholds", page.show, page.name, PARAMETERS),)


def _name(found: ThresholdComparison) -> str:
    return "Thresholds by risk domain" if found.risk is None else f"Thresholds: {found.risk.label}"


def _group_lacking(
    found: ThresholdComparison,
) -> tuple[tuple[RiskCoverage, tuple[ThresholdSide, ...]], ...]:
    """Return the sides without a threshold for the risk, by what is on record of them."""
    lacking = (c for c in RiskCoverage if c is not RiskCoverage.COVERED)
    groups = ((c, tuple(s for s in found.sides if s.coverage is c)) for c in lacking)
    return tuple((coverage, sides) for coverage, sides in groups if sides)


def _format_table(found: ThresholdComparison) -> str:
    if found.risk is None:
        return format_csv(GRID, (side for row in found.rows for side in row.sides))
    return format_csv(LINES, list_lines(found.sides))


def _list_variables(state: PageState) -> dict[str, object]:
    """Return what the GraphQL document behind the page is asked with."""
    given: dict[str, object] = {
        "riskDomain": state.find_value("risk"),
        "organisations": list(state.list_values("organisations")) or None,
    }
    times = {"asOf": state.times.as_of.isoformat(), "knownBy": state.times.known_by.isoformat()}
    return {**{name: value for name, value in given.items() if value is not None}, **times}


def _list_subjects(found: ThresholdComparison) -> Iterator[str]:
    """Return the IRIs of what the page tells of."""
    for side in found.sides:
        yield side.organisation.iri
        yield from (search.iri for search in side.searches)
        for text in side.texts:
            yield from (text.framework.iri, text.version.iri)
        yield from (line.threshold.iri for line in (*side.thresholds, *side.spanning))
