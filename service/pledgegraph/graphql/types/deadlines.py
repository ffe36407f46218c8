"""What falls due, and what was looked for."""

from datetime import date

import strawberry

from pledgegraph import model
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import following, following_all
from pledgegraph.graphql.types.events import Event
from pledgegraph.graphql.types.evidence import Promise
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.organisations import Organisation
from pledgegraph.graphql.types.statements import Requirement
from pledgegraph.graphql.types.values import NOTES, SOURCES, Concept


@record_type(model.Deadline, description="The last day for a requirement because of an event.")
class Deadline(Node):
    """The last day for a requirement because of an event."""

    requirement: Requirement = strawberry.field(
        resolver=following("requirement"), description="What falls due."
    )
    event: Event = strawberry.field(resolver=following("event"), description="Because of what.")
    due: date | None = strawberry.field(description="The last day; null where none is on record.")
    description: str | None = strawberry.field(description="What is due, in our words.")
    disagreements: list[str] = strawberry.field(
        description="Where sources differ, and what each says."
    )
    sources: list[str] = strawberry.field(description=SOURCES)
    notes: list[str] = strawberry.field(description=NOTES)


@record_type(
    model.Search,
    description="A look, on one day, for something that was not found or was found out of scope.",
)
class Search(Node):
    """A look for something that was not found or was found out of scope."""

    organisation: Organisation = strawberry.field(
        resolver=following("organisation"), description="Whose publications were looked through."
    )
    sought: list[Promise] = strawberry.field(
        resolver=following_all("sought"), description="For what."
    )
    publication: Concept = strawberry.field(description="What was found of it.")
    searched_on: date = strawberry.field(description="On which day.")
    description: str | None = strawberry.field(description="What was looked for, in our words.")
    disagreements: list[str] = strawberry.field(
        description="Where sources differ, and what each says."
    )
    sources: list[str] = strawberry.field(description=SOURCES)
    notes: list[str] = strawberry.field(description=NOTES)
