"""Questions about what happened, what falls due, and what was looked for."""

from typing import Annotated, Any

import strawberry

from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.inputs.events import EventFilterArgument, event_filter
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.sorting import DEADLINES, EVENTS, SEARCHES
from pledgegraph.graphql.types.deadlines import Deadline, Search
from pledgegraph.graphql.types.events import Event

EventArgument = Annotated[
    str, strawberry.argument(description="Its identifier, such as paris-2025.")
]


def _resolve_event(info: Info, identifier: EventArgument) -> Any:
    return info.context.catalogue.get_event(identifier)


def _list_events(catalogue: Catalogue, filter: EventFilterArgument = None) -> Any:
    return catalogue.list_events(event_filter(filter))


@strawberry.type(description="What one can ask about events.")
class EventQuery:
    """What one can ask about events."""

    event: Event = strawberry.field(
        resolver=_resolve_event,
        description="One event; an unknown identifier is an error with the nearest ones.",
    )
    events: Connection[Event] = connection_field(
        _list_events, sorting=EVENTS, description="What happened, or is due."
    )
    deadlines: Connection[Deadline] = connection_field(
        lambda catalogue: catalogue.deadlines,
        sorting=DEADLINES,
        description="The last days for requirements, the first to fall due first.",
    )
    searches: Connection[Search] = connection_field(
        lambda catalogue: catalogue.searches,
        sorting=SEARCHES,
        description="What was looked for and not found, or found out of scope, oldest first.",
    )
