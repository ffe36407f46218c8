"""Which links of the crosswalk are wanted."""

from typing import Annotated

import strawberry

from pledgegraph import catalogue
from pledgegraph.graphql.inputs.values import ADMITS, as_tuple


@strawberry.input(description=f"Which links are wanted: {ADMITS}")
class CrosswalkLinkFilter:
    """Which links are wanted."""

    provision: list[str] | None = strawberry.field(
        default=None, description='Identifiers of provisions, such as "II".'
    )
    set: list[str] | None = strawberry.field(
        default=None, description="Slugs of commitment sets, such as white-house-2023."
    )


CrosswalkLinkFilterArgument = Annotated[
    CrosswalkLinkFilter | None, strawberry.argument(description="Which links; all without it.")
]


def crosswalk_link_filter(given: CrosswalkLinkFilter | None) -> catalogue.CrosswalkLinkFilter:
    """Return the catalogue's filter for what was `given`."""
    if given is None:
        return catalogue.CrosswalkLinkFilter()
    return catalogue.CrosswalkLinkFilter(
        provisions=as_tuple(given.provision), sets=as_tuple(given.set)
    )
