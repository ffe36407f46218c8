"""Which events are wanted."""

from datetime import date
from typing import Annotated

import strawberry

from pledgegraph import catalogue
from pledgegraph.graphql.inputs.values import ADMITS, as_tuple


@strawberry.input(description=f"Which events are wanted: {ADMITS}")
class EventFilter:
    """Which events are wanted."""

    kind: list[str] | None = strawberry.field(
        default=None, description="Codes of the list event, such as summit."
    )
    organisation: list[str] | None = strawberry.field(
        default=None, description="Slugs of organisations they concern, such as g42."
    )
    after: date | None = strawberry.field(
        default=None, description="Only those that surely began after this day."
    )
    before: date | None = strawberry.field(
        default=None, description="Only those that surely began before this day."
    )


EventFilterArgument = Annotated[
    EventFilter | None, strawberry.argument(description="Which events; all without it.")
]


def event_filter(given: EventFilter | None) -> catalogue.EventFilter:
    """Return the catalogue's filter for what was `given`."""
    if given is None:
        return catalogue.EventFilter()
    return catalogue.EventFilter(
        kinds=as_tuple(given.kind),
        organisations=as_tuple(given.organisation),
        after=given.after,
        before=given.before,
    )
