"""Which assessments are wanted."""

from collections.abc import Iterable
from typing import Annotated, Any

import strawberry

from pledgegraph import catalogue
from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.inputs.values import ADMITS, ANY_CASE, as_text, as_tuple
from pledgegraph.model import Assessment


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
    newest: bool | None = strawberry.field(
        default=None,
        description="Whether they are the newest edition of what one assessor judged of one "
        "subject by one criterion; what is undated is older than what is dated.",
    )
    text: str | None = strawberry.field(
        default=None,
        description=f"Text in identifier, question, verdict or reason, {ANY_CASE}",
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
        is_newest=given.newest,
        text=as_text(given.text),
    )


def list_assessments(catalogue: Catalogue, filter: AssessmentFilterArgument = None) -> Any:
    """Return the assessments that `filter` admits."""
    return catalogue.list_assessments(assessment_filter(filter))


def list_assessments_among(
    catalogue: Catalogue, found: Iterable[Assessment], filter: AssessmentFilterArgument = None
) -> Any:
    """Return those of the assessments `found` that `filter` admits."""
    return catalogue.list_assessments(assessment_filter(filter), among=found)
