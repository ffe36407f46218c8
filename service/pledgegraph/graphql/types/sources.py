"""What evidence is a passage of: a document, or a version of a framework."""

from typing import Any

import strawberry

from pledgegraph import model
from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import asking, following_all
from pledgegraph.graphql.sorting import EVIDENCE
from pledgegraph.graphql.types.agents import Agent
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.references import EvidenceConnectionLater
from pledgegraph.graphql.types.values import NOT_INDEPENDENT, NOTES, Concept, StatedDate


@strawberry.interface(description="A published text that evidence is read in.")
class Source(Node):
    """A published text that evidence is read in."""

    slug: str = strawberry.field(description="Its name in addresses.")
    title: str = strawberry.field(description="Its title.")
    publisher: Agent = strawberry.field(
        resolver=asking(Catalogue.get_publisher_of), description="Who published it."
    )
    issued: StatedDate | None = strawberry.field(
        description="When it was published; null where it is undated."
    )
    url: str | None = strawberry.field(description="Where its text is or was to be had.")
    no_address_because: str | None = strawberry.field(
        description="Why no address is given; null where one is."
    )
    availability: Concept = strawberry.field(
        description="Whether it can still be had at its address."
    )
    evidence: EvidenceConnectionLater = connection_field(
        lambda catalogue, root: catalogue.list_passages_of(root),
        sorting=EVIDENCE,
        description="What is on record from it.",
    )
    notes: list[str] = strawberry.field(description=NOTES)


def source_records_field() -> Any:
    """Return the field of a record that gives what stands at the addresses in its `sources`."""
    return strawberry.field(
        resolver=asking(lambda catalogue, root: catalogue.list_sources_at(root.sources)),
        description="What is on record of the texts at these addresses, where it is; several may "
        "stand at one.",
    )


@record_type(model.Document, description="A published text that is no version of a framework.")
class SourceDocument(Source):
    """A published text that is no version of a framework."""

    not_independent_of: list[Node] = strawberry.field(
        resolver=following_all("not_independent_of"), description=NOT_INDEPENDENT
    )
