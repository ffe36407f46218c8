"""Thresholds side by side, and what is not on record beside them."""

from datetime import date
from typing import Annotated, Any

import strawberry

from pledgegraph import catalogue
from pledgegraph.catalogue import Catalogue, MeasurableTest, RiskCoverage
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.sorting import COMPARED_THRESHOLDS, SEARCHES, THRESHOLD_SIDES
from pledgegraph.graphql.types.deadlines import Search
from pledgegraph.graphql.types.frameworks import Framework, FrameworkVersion
from pledgegraph.graphql.types.left_out import LeftOut
from pledgegraph.graphql.types.organisations import Organisation
from pledgegraph.graphql.types.thresholds import Threshold, ThresholdBasis
from pledgegraph.graphql.types.times import as_of_field, known_by_field
from pledgegraph.graphql.types.values import Concept

CoverageArgument = Annotated[
    list[RiskCoverage] | None,
    strawberry.argument(description="Only those of whom this is on record; all without it."),
]


def _list_sides(_: Catalogue, root: Any, coverage: CoverageArgument = None) -> Any:
    return [s for s in root.sides if coverage is None or s.coverage in coverage]


@record_type(catalogue.CountedText, description="A text of a framework that counts.")
class CountedText:
    """A text of a framework that counts."""

    framework: Framework = strawberry.field(description="The framework it is a text of.")
    version: FrameworkVersion = strawberry.field(description="The version.")
    recorded: int = strawberry.field(
        description="How many thresholds of it are on record. They are recorded of current texts "
        "and of notable former ones, of which not all need be."
    )
    is_read: bool = strawberry.field(
        description="Whether a threshold or a passage on record was read in this text itself. "
        "Where not, what is on record of it comes from elsewhere; its notes say from where."
    )


@record_type(catalogue.ComparedBasis, description="A basis, and whether it can be measured.")
class ComparedBasis:
    """A basis, and whether it can be measured."""

    basis: ThresholdBasis = strawberry.field(description="The basis, with its number if any.")
    test: MeasurableTest = strawberry.field(
        description="Whether a measurable test of it is on record here."
    )


@record_type(catalogue.ComparedThreshold, description="A threshold in a comparison.")
class ComparedThreshold:
    """A threshold in a comparison."""

    threshold: Threshold = strawberry.field(
        description="The threshold: label, place, version, consequence, sources, assessability."
    )
    bases: list[ComparedBasis] = strawberry.field(description="What it rests on.")
    test: MeasurableTest = strawberry.field(
        description="The most that any of its bases gives: a number, a criterion, or nothing "
        "beyond its description. Not every number of a text is on record."
    )
    spans: bool = strawberry.field(
        description="Whether it may take the risk in without being for it by name."
    )
    is_first_hand: bool = strawberry.field(
        description="Whether the text itself is among its sources; where not, it is known from "
        "what somebody else says of that text."
    )


@record_type(catalogue.ThresholdSide, description="One organisation's thresholds for a risk.")
class ThresholdSide:
    """One organisation's thresholds for a risk."""

    organisation: Organisation = strawberry.field(description="The organisation.")
    risk: Concept | None = strawberry.field(description="The risk; null: all together.")
    coverage: RiskCoverage = strawberry.field(description="What is on record of it.")
    texts: list[CountedText] = strawberry.field(
        description="The texts that count: mostly one, and one of each framework."
    )
    thresholds: Connection[ComparedThreshold] = connection_field(
        lambda _, root: root.thresholds,
        sorting=COMPARED_THRESHOLDS,
        description="Those for the risk, by version.",
    )
    spanning: Connection[ComparedThreshold] = connection_field(
        lambda _, root: root.spanning,
        sorting=COMPARED_THRESHOLDS,
        description="Those that may take it in, by version.",
    )
    with_number: int = strawberry.field(
        description="How many of those for the risk have a number on record."
    )
    without_number: int = strawberry.field(
        description="How many have no measurable test on record here; the text may give one."
    )
    left_out: list[LeftOut] = strawberry.field(
        description="How many thresholds for the risk stand in texts that do not count, by why."
    )
    searches: Connection[Search] = connection_field(
        lambda _, root: root.searches,
        sorting=SEARCHES,
        description="What was looked for by the day that sources were public by, and not found, or "
        "found out of scope, oldest first.",
    )
    searches_left_out: int = strawberry.field(
        description="How many searches on record were made later than that day."
    )


@record_type(catalogue.RiskRow, description="One risk of the grid of risks and organisations.")
class RiskRow:
    """One risk of the grid."""

    risk: Concept = strawberry.field(description="The risk, with all narrower ones.")
    organisations: Connection[ThresholdSide] = connection_field(
        lambda _, root: root.sides,
        sorting=THRESHOLD_SIDES,
        description="The organisations compared, by name.",
    )


@record_type(
    catalogue.ThresholdComparison,
    description="Thresholds side by side. The numbers on record are not all that the texts give: "
    "one within a longer criterion stands in the description only.",
)
class ThresholdComparison:
    """Thresholds side by side."""

    risk: Concept | None = strawberry.field(description="The risk asked about; null: all.")
    as_of: date = as_of_field()
    known_by: date = known_by_field()
    organisations: Connection[ThresholdSide] = connection_field(
        _list_sides,
        sorting=THRESHOLD_SIDES,
        description="The organisations compared, by name, each with what it sets for the risk.",
    )
    rows: list[RiskRow] = strawberry.field(
        description="The grid: the widest risks, or the risk asked about and those right below "
        "it, each with every organisation compared."
    )
    left_out: list[LeftOut] = strawberry.field(
        description="How many thresholds for the risk stand in texts that do not count, by why."
    )


@record_type(
    catalogue.RiskGap,
    description="A risk that one organisation has a threshold for on record, by name, and another "
    "has not. What is not on record here is not the same as what a text lacks.",
)
class RiskGap:
    """A risk that one covers on record and another does not."""

    risk: Concept = strawberry.field(description="The risk, one of the widest.")
    covering: Connection[ThresholdSide] = connection_field(
        lambda _, root: root.covering,
        sorting=THRESHOLD_SIDES,
        description="Who has one for it by name.",
    )
    lacking: Connection[ThresholdSide] = connection_field(
        lambda _, root: root.lacking,
        sorting=THRESHOLD_SIDES,
        description="Who has none, among those with a text that counts; coverage says more.",
    )
