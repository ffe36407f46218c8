"""The data as a whole."""

from datetime import date

import strawberry

from pledgegraph import model
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import asking
from pledgegraph.graphql.types.node import Node


@record_type(model.DatasetRecord, description="The data as a whole.")
class Dataset(Node):
    """The data as a whole."""

    title: str = strawberry.field(description="Its title.")
    description: str = strawberry.field(description="What it holds.")
    known_to: date = strawberry.field(
        description="The last day up to which it was gathered. Questions about time take it where "
        "no day is given, never the clock."
    )
    revision: str = strawberry.field(
        resolver=asking(lambda catalogue, _root: catalogue.revision),
        description="A hash over its files: the same revision gives the same answers.",
    )
