"""What is open in what is on record, and where those who speak do not agree."""

from typing import Any

import strawberry

from pledgegraph import catalogue
from pledgegraph.catalogue import DisagreementKind
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.types.assessments import Assessment
from pledgegraph.graphql.types.comparison import ComparisonCell
from pledgegraph.graphql.types.evidence import Bearing
from pledgegraph.graphql.types.instrument import Provision
from pledgegraph.graphql.types.organisations import Organisation
from pledgegraph.graphql.types.statements import Requirement


@record_type(
    catalogue.Gap,
    description="A requirement of which something is open in what is on record here about an "
    "organisation. That says nothing about what it did.",
)
class Gap:
    """A requirement of which something is open in what is on record."""

    requirement: Requirement = strawberry.field(description="The requirement.")
    cell: ComparisonCell = strawberry.field(description="What is on record.")
    sentence: str = strawberry.field(
        description="What is open, in words that could be sent to the organisation as they are."
    )


def _list_side(name: str) -> Any:
    return lambda root: getattr(root.sides, name)


@record_type(
    catalogue.Disagreement,
    description="Sides that do not agree about one organisation and one provision; none is called "
    "right.",
)
class Disagreement:
    """Sides that do not agree about one organisation and one provision."""

    kind: DisagreementKind = strawberry.field(description="Who does not agree.")
    organisation: Organisation = strawberry.field(description="The organisation.")
    provision: Provision = strawberry.field(
        resolver=lambda root: root.promise, description="The provision."
    )
    cell: ComparisonCell = strawberry.field(description="All that is on record on it.")
    bearings_for: list[Bearing] = strawberry.field(
        resolver=_list_side("bearings_for"), description="Evidence for it, where that disagrees."
    )
    bearings_against: list[Bearing] = strawberry.field(
        resolver=_list_side("bearings_against"), description="Evidence against the same."
    )
    verdicts_for: list[Assessment] = strawberry.field(
        resolver=_list_side("verdicts_for"),
        description="Verdicts that what was asked is there, where assessors disagree.",
    )
    verdicts_against: list[Assessment] = strawberry.field(
        resolver=_list_side("verdicts_against"), description="Verdicts that it is not."
    )
