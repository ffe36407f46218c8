"""Questions about other promises and laws."""

from typing import Annotated, Any

import strawberry

from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.inputs.crosswalk import CrosswalkLinkFilterArgument, crosswalk_link_filter
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.sorting import COMMITMENT_SETS, CROSSWALK_LINKS
from pledgegraph.graphql.types.crosswalk import CommitmentSet, CrosswalkLink

CommitmentSetArgument = Annotated[
    str, strawberry.argument(description="Slug of the set, such as white-house-2023.")
]


def _resolve_commitment_set(info: Info, slug: CommitmentSetArgument) -> Any:
    return info.context.catalogue.get_commitment_set(slug)


def _list_links(catalogue: Catalogue, filter: CrosswalkLinkFilterArgument = None) -> Any:
    return catalogue.list_crosswalk_links(crosswalk_link_filter(filter))


@strawberry.type(description="What one can ask about other promises and laws.")
class CrosswalkQuery:
    """What one can ask about other promises and laws."""

    commitment_set: CommitmentSet = strawberry.field(
        resolver=_resolve_commitment_set,
        description="One set; an unknown slug is an error with the nearest ones.",
    )
    commitment_sets: Connection[CommitmentSet] = connection_field(
        lambda catalogue: catalogue.commitment_sets,
        sorting=COMMITMENT_SETS,
        description="Other sets of promises and duties, oldest first.",
    )
    crosswalk_links: Connection[CrosswalkLink] = connection_field(
        _list_links,
        sorting=CROSSWALK_LINKS,
        description="How provisions relate to these, by provision, the oldest set first.",
    )
