"""What happened."""

from datetime import date

import strawberry

from pledgegraph import model
from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import asking, following_all
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.references import DeadlineLater, OrganisationLater
from pledgegraph.graphql.types.values import NOTES, SOURCES, Concept, StatedDate


@record_type(model.Event, description="Something that happened or is due.")
class Event(Node):
    """Something that happened or is due."""

    identifier: str = strawberry.field(description="Its short name.")
    label: str = strawberry.field(description="Its name for people.")
    description: str | None = strawberry.field(description="What it is.")
    kind: Concept = strawberry.field(description="What kind of thing happened.")
    start: StatedDate | None = strawberry.field(
        description="When it happened or began; null where that is not known."
    )
    end: date | None = strawberry.field(
        description="Its last day; null where it is not known, or the start is all there is."
    )
    organisations: list[OrganisationLater] = strawberry.field(
        resolver=following_all("organisations"), description="The signatories it concerns."
    )
    deadlines: list[DeadlineLater] = strawberry.field(
        resolver=asking(Catalogue.list_deadlines_at), description="What falls due because of it."
    )
    sources: list[str] = strawberry.field(description=SOURCES)
    notes: list[str] = strawberry.field(description=NOTES)
