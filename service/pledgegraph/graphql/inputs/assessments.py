"""Which assessments are wanted."""

from typing import Annotated

import strawberry

from pledgegraph import catalogue
from pledgegraph.graphql.inputs.values import ADMITS, as_tuple


@strawberry.input(description=f"Which assessments are wanted: {ADMITS}")
class AssessmentFilter:
    """Which assessments are wanted."""

    organisation: list[str] | None = strawberry.field(
        default=None, description="Slugs of organisations, such as g42."
    )
    assessor: list[str] | None = strawberry.field(
        default=None,
        description="Ids of assessors, or what follows id/agent/ in these, such as saferai.",
    )
    campaign: list[str] | None = strawberry.field(
        default=None, description="Slugs of campaigns, such as fli-2024."
    )
    scale: list[strawberry.ID] | None = strawberry.field(default=None, description="Ids of scales.")
    criterion: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Ids of criteria."
    )
    provision: list[str] | None = strawberry.field(
        default=None,
        description='Identifiers of provisions to which the criterion comes near, such as "II".',
    )
    tabled: bool | None = strawberry.field(
        default=None, description="Whether they were read in their campaign's table."
    )
    text: str | None = strawberry.field(
        default=None,
        description="Text in identifier, question, verdict or reason, whatever the case.",
    )


AssessmentFilterArgument = Annotated[
    AssessmentFilter | None, strawberry.argument(description="Which assessments; all without it.")
]


def assessment_filter(given: AssessmentFilter | None) -> catalogue.AssessmentFilter:
    """Return the catalogue's filter for what was `given`."""
    if given is None:
        return catalogue.AssessmentFilter()
    return catalogue.AssessmentFilter(
        organisations=as_tuple(given.organisation),
        assessors=as_tuple(given.assessor),
        campaigns=as_tuple(given.campaign),
        scales=as_tuple(given.scale),
        criteria=as_tuple(given.criterion),
        provisions=as_tuple(given.provision),
        is_tabled=given.tabled,
        text=given.text,
    )
