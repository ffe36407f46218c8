"""The question of who had published what by a deadline."""

from typing import Annotated, Any

import strawberry

from pledgegraph.graphql.context import Info
from pledgegraph.graphql.inputs.times import AsOf, KnownBy
from pledgegraph.graphql.types.board import PublicationBoard

BoardEventArgument = Annotated[
    str,
    strawberry.argument(
        description="The identifier of an event that sets a deadline for a publication, such as "
        "paris-2025; of several it is the first to fall due."
    ),
]


def _resolve_board(
    info: Info, event: BoardEventArgument, as_of: AsOf = None, known_by: KnownBy = None
) -> Any:
    catalogue = info.context.catalogue
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.get_board(catalogue.get_event(event), times)


@strawberry.type(description="What one can ask about publications and deadlines.")
class BoardQuery:
    """What one can ask about publications and deadlines."""

    publication_board: PublicationBoard = strawberry.field(
        resolver=_resolve_board,
        description="Who had published what by the deadline of an event, and how each stands to "
        "it. An unknown event is an error with the nearest ones, and so is one without a deadline, "
        "with those that set one.",
    )
