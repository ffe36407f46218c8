"""Who says, publishes or judges something."""

from typing import Any

import strawberry

from pledgegraph import model
from pledgegraph.catalogue import AssessmentFilter, Catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.inputs.assessments import AssessmentFilterArgument, assessment_filter
from pledgegraph.graphql.lists import connection_field, narrow
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import asking, following, following_all
from pledgegraph.graphql.sorting import ASSESSMENTS
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.references import (
    AssessmentLater,
    CampaignLater,
    OrganisationLater,
)
from pledgegraph.graphql.types.values import NOTES, SOURCES


def _list_assessments_by(
    catalogue: Catalogue, root: model.Agent, filter: AssessmentFilterArgument = None
) -> Any:
    found = catalogue.list_assessments(AssessmentFilter(assessors=(root.iri,)))
    if filter is None:
        return found
    return narrow(found, catalogue.list_assessments(assessment_filter(filter)))


@strawberry.interface(description="Who said, published or judged something.")
class Agent(Node):
    """Who said, published or judged something."""

    label: str = strawberry.field(description="Its name.")
    description: str | None = strawberry.field(description="Who that is.")
    sources: list[str] = strawberry.field(description=SOURCES)
    notes: list[str] = strawberry.field(description=NOTES)


@record_type(
    model.Agent,
    description="An agent whose assessments are on record.",
    when=lambda agent: agent.is_assessor,
)
class Assessor(Agent):
    """An agent whose assessments are on record."""

    part_of: OrganisationLater | None = strawberry.field(
        resolver=following("part_of"), description="The signatory that it is a part of."
    )
    not_independent_of: list[Node] = strawberry.field(
        resolver=following_all("not_independent_of"),
        description="What it shares its readings with: together they are one voice.",
    )
    campaigns: list[CampaignLater] = strawberry.field(
        resolver=asking(lambda c, root: [a for a in c.campaigns if root.iri in a.assessors]),
        description="The campaigns in which it judges, alone or with others.",
    )
    assessments: Connection[AssessmentLater] = connection_field(
        _list_assessments_by, sorting=ASSESSMENTS, description="Its assessments."
    )


@record_type(
    model.Agent,
    description="An agent that is neither a signatory nor an assessor.",
    when=lambda agent: not agent.is_assessor,
)
class OtherAgent(Agent):
    """An agent that is neither a signatory nor an assessor."""

    part_of: OrganisationLater | None = strawberry.field(
        resolver=following("part_of"), description="The signatory that it is a part of."
    )
    not_independent_of: list[Node] = strawberry.field(
        resolver=following_all("not_independent_of"),
        description="What it shares its readings with: together they are one voice.",
    )
