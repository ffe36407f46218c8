"""Who says, publishes or judges something."""

import strawberry

from pledgegraph import model
from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.inputs.assessments import list_assessments_among
from pledgegraph.graphql.lists import connection_field, narrowed
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import asking, following, following_all
from pledgegraph.graphql.sorting import ASSESSMENTS
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.references import (
    AssessmentLater,
    CampaignLater,
    OrganisationLater,
)
from pledgegraph.graphql.types.values import NOT_INDEPENDENT, NOTES, SOURCES


@strawberry.interface(description="Who said, published or judged something.")
class Agent(Node):
    """Who said, published or judged something."""

    label: str = strawberry.field(description="Its name.")
    sources: list[str] = strawberry.field(description=SOURCES)
    notes: list[str] = strawberry.field(description=NOTES)


@strawberry.type(description="An agent that is no signatory.")
class ThirdParty(Agent):
    """An agent that is no signatory: what its types have in common, and no type of the schema."""

    description: str | None = strawberry.field(description="Who that is.")
    part_of: OrganisationLater | None = strawberry.field(
        resolver=following("part_of"), description="The signatory that it is a part of."
    )
    not_independent_of: list[Node] = strawberry.field(
        resolver=following_all("not_independent_of"), description=NOT_INDEPENDENT
    )


@record_type(
    model.Agent,
    description="An agent whose assessments are on record.",
    when=lambda agent: agent.is_assessor,
)
class Assessor(ThirdParty):
    """An agent whose assessments are on record."""

    campaigns: list[CampaignLater] = strawberry.field(
        resolver=asking(Catalogue.list_campaigns_by),
        description="The campaigns in which it judges, alone or with others.",
    )
    assessments: Connection[AssessmentLater] = connection_field(
        narrowed(Catalogue.list_assessments_by, list_assessments_among),
        sorting=ASSESSMENTS,
        description="Its assessments.",
    )


@record_type(
    model.Agent,
    description="An agent that is neither a signatory nor an assessor.",
    when=lambda agent: not agent.is_assessor,
)
class OtherAgent(ThirdParty):
    """An agent that is neither a signatory nor an assessor."""
