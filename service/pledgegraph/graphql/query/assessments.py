"""Questions about other people's verdicts."""

from typing import Annotated, Any

import strawberry

from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.inputs.assessments import list_assessments
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.sorting import ASSESSMENTS, ASSESSORS, CAMPAIGNS, SCALES
from pledgegraph.graphql.types.agents import Assessor
from pledgegraph.graphql.types.assessments import Assessment, AssessmentCampaign, RatingScale

AssessmentArgument = Annotated[
    str, strawberry.argument(description="Its identifier, such as g42/1.")
]
CampaignArgument = Annotated[
    str, strawberry.argument(description="Slug of the campaign, such as fli-2024.")
]


def _resolve_assessment(info: Info, identifier: AssessmentArgument) -> Any:
    return info.context.catalogue.get_assessment(identifier)


def _resolve_campaign(info: Info, slug: CampaignArgument) -> Any:
    return info.context.catalogue.get_campaign(slug)


@strawberry.type(description="What one can ask about assessments.")
class AssessmentQuery:
    """What one can ask about assessments."""

    assessment: Assessment = strawberry.field(
        resolver=_resolve_assessment,
        description="One assessment; an unknown identifier is an error with the nearest ones.",
    )
    assessments: Connection[Assessment] = connection_field(
        list_assessments,
        sorting=ASSESSMENTS,
        description="Verdicts of others, each on its own scale.",
    )
    assessors: Connection[Assessor] = connection_field(
        Catalogue.list_assessors,
        sorting=ASSESSORS,
        description="Those who judge, by name.",
    )
    assessment_campaign: AssessmentCampaign = strawberry.field(
        resolver=_resolve_campaign,
        description="One campaign; an unknown slug is an error with the nearest ones.",
    )
    assessment_campaigns: Connection[AssessmentCampaign] = connection_field(
        lambda catalogue: catalogue.campaigns,
        sorting=CAMPAIGNS,
        description="Studies and rating schemes, by slug.",
    )
    rating_scales: Connection[RatingScale] = connection_field(
        lambda catalogue: catalogue.scales,
        sorting=SCALES,
        description="The scales of assessors, by title.",
    )
