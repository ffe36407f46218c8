"""Which organisations are wanted."""

from typing import Annotated

import strawberry

from pledgegraph import catalogue
from pledgegraph.graphql.inputs.values import ADMITS, ANY_CASE, as_text, as_tuple


@strawberry.input(description=f"Which organisations are wanted: {ADMITS}")
class OrganisationFilter:
    """Which organisations are wanted."""

    cohort: list[str] | None = strawberry.field(
        default=None, description="Codes of the list cohort, such as original-list."
    )
    country: list[str] | None = strawberry.field(
        default=None, description="Codes of countries of their headquarters, such as FR."
    )
    has_framework: bool | None = strawberry.field(
        default=None, description="Whether a framework of theirs is on record."
    )
    text: str | None = strawberry.field(
        default=None, description=f"Text in slug or a name of theirs, {ANY_CASE}"
    )


OrganisationFilterArgument = Annotated[
    OrganisationFilter | None,
    strawberry.argument(description="Which organisations; all without it."),
]


def organisation_filter(given: OrganisationFilter | None) -> catalogue.OrganisationFilter:
    """Return the catalogue's filter for what was `given`."""
    if given is None:
        return catalogue.OrganisationFilter()
    return catalogue.OrganisationFilter(
        cohorts=as_tuple(given.cohort),
        countries=as_tuple(given.country),
        has_framework=given.has_framework,
        text=as_text(given.text),
    )
