"""The questions of the schema: each asks the catalogue one thing and gives records back.

They stand in a module for each subject; here they are put together.
"""

from typing import Annotated, Any

import strawberry

from pledgegraph.errors import LimitExceeded
from pledgegraph.graphql.connections import MAX_PAGE
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.query.assessments import AssessmentQuery
from pledgegraph.graphql.query.board import BoardQuery
from pledgegraph.graphql.query.changes import ChangeQuery
from pledgegraph.graphql.query.codings import CodingQuery
from pledgegraph.graphql.query.comparison import ComparisonQuery
from pledgegraph.graphql.query.crosswalk import CrosswalkQuery
from pledgegraph.graphql.query.dataset import DatasetQuery
from pledgegraph.graphql.query.events import EventQuery
from pledgegraph.graphql.query.evidence import EvidenceQuery
from pledgegraph.graphql.query.frameworks import FrameworkQuery
from pledgegraph.graphql.query.instrument import InstrumentQuery
from pledgegraph.graphql.query.organisations import OrganisationQuery
from pledgegraph.graphql.query.rules import RuleQuery
from pledgegraph.graphql.query.search import SearchQuery
from pledgegraph.graphql.query.threshold_comparison import ThresholdComparisonQuery
from pledgegraph.graphql.types.node import Node

NodeArgument = Annotated[
    strawberry.ID, strawberry.argument(description="An id from this service: an IRI.")
]
NodesArgument = Annotated[
    list[strawberry.ID], strawberry.argument(description="Ids from this service: IRIs.")
]


def _resolve_node(info: Info, id: NodeArgument) -> Any:
    return info.context.catalogue.find_node(id)


def _resolve_nodes(info: Info, ids: NodesArgument) -> Any:
    if len(ids) > MAX_PAGE:
        raise LimitExceeded(
            limit="page-size",
            maximum=MAX_PAGE,
            found=len(ids),
            remedy="ask for the nodes in several requests",
        )
    return [info.context.catalogue.find_node(id) for id in ids]


@strawberry.type(description="What one can ask.")
class Query(
    DatasetQuery,
    ComparisonQuery,
    BoardQuery,
    InstrumentQuery,
    OrganisationQuery,
    FrameworkQuery,
    ChangeQuery,
    ThresholdComparisonQuery,
    SearchQuery,
    EvidenceQuery,
    CodingQuery,
    AssessmentQuery,
    EventQuery,
    CrosswalkQuery,
    RuleQuery,
):
    """What one can ask."""

    node: Node | None = strawberry.field(
        resolver=_resolve_node, description="What has this id; null when nothing has."
    )
    nodes: list[Node | None] = strawberry.field(
        resolver=_resolve_nodes,
        description=f"What has these ids, in their order, null for an unknown one; {MAX_PAGE} ids "
        "at most.",
    )
