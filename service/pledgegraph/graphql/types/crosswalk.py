"""Which other promises and laws correspond."""

import strawberry

from pledgegraph import model
from pledgegraph.catalogue import CrosswalkLinkFilter
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import following
from pledgegraph.graphql.sorting import CROSSWALK_LINKS
from pledgegraph.graphql.types.evidence import Judgement
from pledgegraph.graphql.types.instrument import Provision
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.values import NOTES, SOURCES, Concept, StatedDate


@record_type(model.Clause, description="One clause of a commitment set.")
class Clause(Node):
    """One clause of a commitment set."""

    text: str = strawberry.field(description="What it says, in our words.")
    position: int = strawberry.field(description="Its place in its set, from 1.")


@record_type(
    model.CommitmentSet,
    description="Another set of promises or duties that the commitments are compared with.",
)
class CommitmentSet(Node):
    """Another set of promises or duties that the commitments are compared with."""

    slug: str = strawberry.field(description="Its name in addresses, such as white-house-2023.")
    title: str = strawberry.field(description="Its title.")
    nature: str = strawberry.field(
        description="Whether it is voluntary or binding, and whom it addresses."
    )
    issued: StatedDate = strawberry.field(description="When it was issued.")
    url: str = strawberry.field(description="Where it is published.")
    clauses: list[Clause] = strawberry.field(description="Its clauses, by position.")
    links: Connection["CrosswalkLink"] = connection_field(
        lambda catalogue, root: catalogue.list_crosswalk_links(
            CrosswalkLinkFilter(sets=(root.slug,))
        ),
        sorting=CROSSWALK_LINKS,
        description="How the provisions of the commitments relate to it.",
    )
    notes: list[str] = strawberry.field(description=NOTES)


@record_type(
    model.CrosswalkLink,
    description="The judgement of how a provision relates to a place in another set.",
)
class CrosswalkLink(Judgement):
    """How a provision relates to a place in another set."""

    provision: Provision = strawberry.field(
        resolver=following("provision"), description="The provision it starts from."
    )
    commitment_set: CommitmentSet = strawberry.field(
        resolver=following("commitment_set"), description="The set it leads to."
    )
    clause_cited: str | None = strawberry.field(
        description="The place there, as that set numbers it; null where nothing corresponds."
    )
    relation: Concept = strawberry.field(
        description="How that place relates, seen from the provision."
    )
    sources: list[str] = strawberry.field(description=SOURCES)
