"""What is on record, where it stands, and which way it points."""

from datetime import date
from typing import Annotated, Any, TypeAlias

import strawberry

from pledgegraph import model
from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import Resolver, asking, following, following_all
from pledgegraph.graphql.types.agents import Agent
from pledgegraph.graphql.types.codings import Coding, Settlement
from pledgegraph.graphql.types.instrument import Provision
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.organisations import Organisation
from pledgegraph.graphql.types.sources import Source
from pledgegraph.graphql.types.statements import (
    Definition,
    ExceptionClause,
    OutcomeStatement,
    Permission,
    Requirement,
    ScopeRule,
)
from pledgegraph.graphql.types.values import MODE, NOTES, Concept

Promise: TypeAlias = Annotated[
    Requirement
    | OutcomeStatement
    | Permission
    | ExceptionClause
    | Definition
    | ScopeRule
    | Provision,
    strawberry.union(
        "Promise",
        description="What of the commitments is meant: one statement, or a whole provision.",
    ),
]


def _attributed(attribute: str) -> Resolver:
    def resolve(root: Any) -> Any:
        return getattr(root.attribution, attribute)

    return resolve


def _resolve_voices(root: Any, info: Info) -> int:
    return info.context.catalogue.count_voices(root.records)


@strawberry.interface(description="Somebody's judgement, with who has looked at it since.")
class Judgement(Node):
    """Somebody's judgement, with who has looked at it since."""

    drawn_by: Agent = strawberry.field(resolver=_attributed("drawn_by"), description="Who judged.")
    drawn_on: date = strawberry.field(resolver=_attributed("drawn_on"), description="On which day.")
    mode: str = strawberry.field(
        resolver=_attributed("mode"),
        description=MODE,
    )
    review_state: Concept = strawberry.field(
        resolver=_attributed("review_state"), description="Who has looked at it since."
    )
    because: str | None = strawberry.field(description="The reason, where one is given.")


@record_type(
    model.Bearing,
    description="The judgement of which way a piece of evidence points for a part of the "
    "commitments.",
)
class Bearing(Judgement):
    """Which way a piece of evidence points for a part of the commitments."""

    evidence: "Evidence" = strawberry.field(
        resolver=asking(Catalogue.get_evidence_of), description="The evidence that was judged."
    )
    direction: Concept = strawberry.field(description="Which way it points.")
    bears_on: Promise = strawberry.field(
        resolver=following("bears_on"), description="For what it points that way."
    )
    provision: Provision = strawberry.field(
        resolver=asking(Catalogue.get_provision_of),
        description="The provision that this is or stands in.",
    )


@record_type(model.Evidence, description="What one source says at one place, in our own words.")
class Evidence(Node):
    """What one source says at one place, in our own words."""

    identifier: str = strawberry.field(
        description="Its short name: an organisation's slug and its name there, such as g42/e4."
    )
    statement: str = strawberry.field(description="What the source says, in our words.")
    source: Source = strawberry.field(
        resolver=asking(Catalogue.get_source_of), description="The text it stands in."
    )
    locator: str | None = strawberry.field(
        description="Where it stands there, as a reader would say it: section, page, table."
    )
    no_locator_because: str | None = strawberry.field(
        description="Why no place is named; null where one is."
    )
    organisations: list[Organisation] = strawberry.field(
        resolver=following_all("organisations"), description="The signatories it is about."
    )
    kind: Concept = strawberry.field(description="What kind of source it comes from.")
    quality: Concept | None = strawberry.field(
        description="How near the source is to what it reports, where that calls for care."
    )
    quality_note: str | None = strawberry.field(description="Why it calls for care.")
    bearings: list[Bearing] = strawberry.field(
        resolver=asking(Catalogue.list_bearings_of),
        description="Which way it points, and for what.",
    )
    provisions: list[Provision] = strawberry.field(
        resolver=asking(Catalogue.list_provisions_of),
        description="The provisions it bears on, in reading order.",
    )
    codings: list[Coding] = strawberry.field(
        resolver=asking(Catalogue.list_codings_of),
        description="What coders linked it to, by round; of most evidence none is kept.",
    )
    settlement: Settlement | None = strawberry.field(
        resolver=asking(Catalogue.find_settlement_of),
        description="How it was settled where its codings differ; null where they do not, or where "
        "it was not coded twice.",
    )
    notes: list[str] = strawberry.field(description=NOTES)


@strawberry.type(description="One page of a list of evidence.")
class EvidenceConnection(Connection[Evidence]):
    """One page of a list of evidence."""

    voices: int = strawberry.field(
        resolver=_resolve_voices,
        description="How many independent voices speak in the whole list: publishers, those that "
        "rest on the same reading counted as one.",
    )
