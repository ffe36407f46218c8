"""What a question left out because of its two clocks."""

import strawberry

from pledgegraph import catalogue
from pledgegraph.catalogue import Standing
from pledgegraph.graphql.record_type import record_type


@record_type(
    catalogue.LeftOut, description="How many were left out for one reason: never dropped unsaid."
)
class LeftOut:
    """How many were left out for one reason."""

    standing: Standing = strawberry.field(description="Why they do not count.")
    count: int = strawberry.field(description="How many they are.")
