"""Which rows of a publication board are wanted."""

from typing import Annotated

import strawberry

from pledgegraph import catalogue
from pledgegraph.catalogue import Board, BoardRow, Catalogue
from pledgegraph.graphql.inputs.values import ADMITS, as_tuple


@strawberry.input(description=f"Which rows are wanted: {ADMITS}")
class PublicationBoardFilter:
    """Which rows are wanted."""

    publication: list[str] | None = strawberry.field(
        default=None, description="Codes of the list publication, such as none-found."
    )
    timeliness: list[str] | None = strawberry.field(
        default=None, description="Codes of the list timeliness, such as late."
    )
    is_timed: bool | None = strawberry.field(
        default=None,
        description="Whether there is a timeliness: there is none where the deadline binds and no "
        "final version is on record.",
    )


BoardFilterArgument = Annotated[
    PublicationBoardFilter | None,
    strawberry.argument(description="Which rows; all without it."),
]


def list_rows(
    catalogue: Catalogue, root: Board, filter: BoardFilterArgument = None
) -> tuple[BoardRow, ...]:
    """Return the rows of a board that `filter` admits."""
    return catalogue.list_board_rows(root, board_filter(filter))


def board_filter(given: PublicationBoardFilter | None) -> catalogue.BoardFilter:
    """Return the catalogue's filter for what was `given`."""
    if given is None:
        return catalogue.BoardFilter()
    return catalogue.BoardFilter(
        publications=as_tuple(given.publication),
        timeliness=as_tuple(given.timeliness),
        is_timed=given.is_timed,
    )
