"""What records say that versions do."""

import strawberry

from pledgegraph import model
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import following, following_all
from pledgegraph.graphql.types.evidence import Evidence
from pledgegraph.graphql.types.frameworks import FrameworkVersion
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.statements import NormativeStatement
from pledgegraph.graphql.types.values import MODE, Concept


@record_type(
    model.Claim,
    description="What a record says a framework's version does about one requirement: neither the "
    "source itself nor a verdict.",
)
class Claim(Node):
    """What a record says a framework's version does about one requirement."""

    version: FrameworkVersion = strawberry.field(
        resolver=following("version"), description="The version it speaks of."
    )
    requirement: NormativeStatement = strawberry.field(
        resolver=following("requirement"),
        description="The requirement it answers, or the ground of an exception.",
    )
    coverage: Concept = strawberry.field(
        description="How far the version addresses it, as the record says."
    )
    because: str | None = strawberry.field(description="The reason, where one is given.")
    evidence: list[Evidence] = strawberry.field(
        resolver=following_all("evidence"),
        description="What it cites. Without any, a claim that something is addressed has no say.",
    )
    mode: str = strawberry.field(description=MODE)
    review_state: Concept = strawberry.field(description="Who has looked at it since.")
