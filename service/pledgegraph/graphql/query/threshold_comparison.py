"""Questions that hold thresholds against each other."""

from typing import Annotated, Any

import strawberry

from pledgegraph.graphql.context import Info
from pledgegraph.graphql.inputs.names import Organisations
from pledgegraph.graphql.inputs.times import AsOf, KnownBy
from pledgegraph.graphql.inputs.values import as_tuple
from pledgegraph.graphql.types.threshold_comparison import RiskGap, ThresholdComparison

RiskArgument = Annotated[
    str | None,
    strawberry.argument(
        description="A code of the list risk, such as cyber-offence; one with narrower ones stands "
        "for these too. All together without it."
    ),
]


def _resolve_comparison(
    info: Info,
    risk_domain: RiskArgument = None,
    organisations: Organisations = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> Any:
    catalogue = info.context.catalogue
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.compare_thresholds(risk_domain, times, as_tuple(organisations))


def _resolve_gaps(
    info: Info,
    organisations: Organisations = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> Any:
    catalogue = info.context.catalogue
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.list_domain_gaps(times, as_tuple(organisations))


@strawberry.type(description="What one can ask about thresholds side by side.")
class ThresholdComparisonQuery:
    """What one can ask about thresholds side by side."""

    threshold_comparison: ThresholdComparison = strawberry.field(
        resolver=_resolve_comparison,
        description="The thresholds of organisations side by side, for one risk or for all, as "
        "their texts stood. Where no measurable test is on record here, that is a value of its "
        "own, and so are the reasons for which an organisation has no threshold.",
    )
    threshold_gaps: list[RiskGap] = strawberry.field(
        resolver=_resolve_gaps,
        description="The widest risks that one organisation has a threshold for on record, by "
        "name, and another has not.",
    )
