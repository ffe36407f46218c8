"""What is found by its words."""

from datetime import date

import strawberry

from pledgegraph import catalogue
from pledgegraph.catalogue import SearchKind, Standing
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.sorting import SEARCH_HITS
from pledgegraph.graphql.types.left_out import LeftOut
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.organisations import Organisation
from pledgegraph.graphql.types.times import as_of_field, known_by_field


@record_type(catalogue.Piece, description="A piece of a text: put together they are the text.")
class TextPiece:
    """A piece of a text."""

    text: str = strawberry.field(description="The words, plain: no markup.")
    is_match: bool = strawberry.field(description="Whether they were looked for.")


@record_type(catalogue.SearchHit, description="Something that holds every word looked for.")
class SearchHit:
    """Something that holds every word looked for."""

    kind: SearchKind = strawberry.field(description="What kind of thing it is.")
    record: Node = strawberry.field(description="The thing.")
    organisations: list[Organisation] = strawberry.field(
        description="The signatories it is about; empty where it is about none by itself."
    )
    title: list[TextPiece] = strawberry.field(
        description="Its name or identifier, in pieces that show where the words stand."
    )
    snippet: list[TextPiece] = strawberry.field(
        description="Where its text holds the words, or else its beginning, in pieces; empty where "
        "it has no text beside its name. … marks what is left out."
    )
    score: int = strawberry.field(
        description="How well it fits (BM25, in millionths): the smallest fits best. It says "
        "nothing of how much a thing weighs, and is good for one search only."
    )
    is_former: bool = strawberry.field(
        description="Whether it stands in a framework's text that another has replaced by then."
    )
    standing: Standing = strawberry.field(
        description="Whether it counts by then, or stands in a text that is replaced or not yet in "
        "force."
    )


@record_type(
    catalogue.SearchResult,
    description="What is on record whose words are those looked for. What is not found is not the "
    "same as what was not said.",
)
class SearchResult:
    """What was found by its words."""

    text: str = strawberry.field(description="What was looked for.")
    as_of: date = as_of_field()
    known_by: date = known_by_field()
    hits: Connection[SearchHit] = connection_field(
        lambda _, root: root.hits,
        sorting=SEARCH_HITS,
        description="What was found, best first; a cursor is good for the same search only.",
    )
    left_out: list[LeftOut] = strawberry.field(
        description="How many more were found that were not out or not known by then, by why."
    )
