"""The two clocks of an answer, as fields of the types that carry them."""

from typing import Any

import strawberry

from pledgegraph.graphql.resolvers import asking


def as_of_field() -> Any:
    """Declare the field `asOf` of a record that has `times`."""
    return strawberry.field(
        resolver=asking(lambda _, root: root.times.as_of), description="The day asked about."
    )


def known_by_field() -> Any:
    """Declare the field `knownBy` of a record that has `times`."""
    return strawberry.field(
        resolver=asking(lambda _, root: root.times.known_by),
        description="The day by which what counts had surely been published.",
    )
