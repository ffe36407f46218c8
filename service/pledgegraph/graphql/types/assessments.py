"""Who judged it, on which scale, and what they said."""

from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias

import strawberry

from pledgegraph import model
from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.inputs.assessments import list_assessments_among
from pledgegraph.graphql.lists import connection_field, narrowed
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import following, following_all
from pledgegraph.graphql.sorting import ASSESSMENTS, CRITERIA
from pledgegraph.graphql.types.agents import Agent, Assessor
from pledgegraph.graphql.types.frameworks import FrameworkVersion
from pledgegraph.graphql.types.instrument import Provision
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.organisations import Organisation
from pledgegraph.graphql.types.sources import Source, source_records_field
from pledgegraph.graphql.types.statements import Requirement
from pledgegraph.graphql.types.values import (
    NOT_INDEPENDENT,
    NOTES,
    SOURCES,
    Concept,
    StatedDate,
    is_rating,
)

AssessmentSubject: TypeAlias = Annotated[
    Organisation | FrameworkVersion,
    strawberry.union("AssessmentSubject", description="What an assessment judges."),
]


@record_type(model.Concept, description="A named value of an assessor's scale.", when=is_rating)
class RatingValue(Node):
    """A named value of an assessor's scale."""

    notation: str = strawberry.field(description="Its code, unique on its scale.")
    label: str = strawberry.field(description="Its name, in the assessor's words.")
    definition: str = strawberry.field(description="What it stands for.")
    position: int = strawberry.field(description="Its place on its scale, from 1.")
    scale: "RatingScale" = strawberry.field(
        resolver=following("scheme"), description="The scale it belongs to."
    )


@record_type(model.RatingScale, description="An assessor's scale.")
class RatingScale(Node):
    """An assessor's scale."""

    title: str = strawberry.field(description="Its title.")
    description: str = strawberry.field(description="How it is used.")
    values: list[RatingValue] = strawberry.field(
        description="Its values by position, where they have names."
    )
    lowest: Decimal | None = strawberry.field(
        description="The number that stands for the worst, exact; null where it has no numbers."
    )
    highest: Decimal | None = strawberry.field(
        description="The number that stands for the best, exact; null where it has no numbers."
    )


@record_type(model.AssessmentCriterion, description="A question that an assessor asks.")
class AssessmentCriterion(Node):
    """A question that an assessor asks."""

    label: str = strawberry.field(description="The question, in the assessor's words.")
    campaign: "AssessmentCampaign | None" = strawberry.field(
        resolver=following("campaign"), description="The campaign in which it is asked."
    )
    provisions: list[Provision] = strawberry.field(
        resolver=following_all("provisions"), description="The provisions that come nearest to it."
    )
    notes: list[str] = strawberry.field(description=NOTES)


AssessmentTest: TypeAlias = Annotated[
    AssessmentCriterion | Requirement,
    strawberry.union("AssessmentTest", description="What an assessment answers."),
]


@record_type(
    model.AssessmentCampaign,
    description="One study or rating scheme: who judges whom, by which criteria, on which scales.",
)
class AssessmentCampaign(Node):
    """One study or rating scheme."""

    slug: str = strawberry.field(description="Its name in addresses, such as fli-2024.")
    title: str = strawberry.field(description="Its title.")
    scope: str = strawberry.field(description="What it judges and how, in our words.")
    assessors: list[Agent] = strawberry.field(
        resolver=following_all("assessors"), description="Who judges."
    )
    issued: StatedDate | None = strawberry.field(
        description="When it was published; null where it is undated."
    )
    url: str = strawberry.field(description="Where it is published.")
    scales: list[RatingScale] = strawberry.field(description="The scales it judges on.")
    criteria: Connection[AssessmentCriterion] = connection_field(
        lambda _catalogue, root: root.criteria, sorting=CRITERIA, description="What it asks."
    )
    findings: list[str] = strawberry.field(
        description="What it says of all it judged together, in our words."
    )
    not_independent_of: list[Node] = strawberry.field(
        resolver=following_all("not_independent_of"), description=NOT_INDEPENDENT
    )
    assessments: Connection["Assessment"] = connection_field(
        narrowed(Catalogue.list_assessments_in, list_assessments_among),
        sorting=ASSESSMENTS,
        description="Its verdicts.",
    )
    sources: list[str] = strawberry.field(description=SOURCES)
    notes: list[str] = strawberry.field(description=NOTES)


@record_type(
    model.Assessment,
    description="Somebody's verdict, as stated, on their own scale. Verdicts on different scales "
    "are never compared.",
)
class Assessment(Node):
    """Somebody's verdict, as stated, on their own scale."""

    identifier: str = strawberry.field(description="Its short name, such as g42/1.")
    assessor: Assessor = strawberry.field(description="Who judges.")
    subject: AssessmentSubject = strawberry.field(
        resolver=following("subject"), description="What is judged."
    )
    organisation: Organisation = strawberry.field(
        resolver=following("organisation"), description="The organisation that it concerns."
    )
    test: AssessmentTest = strawberry.field(
        description="What it answers: a question of the assessor's, or a requirement itself."
    )
    scale: RatingScale = strawberry.field(description="On which scale.")
    campaign: AssessmentCampaign | None = strawberry.field(
        resolver=following("campaign"), description="In which campaign, if in one."
    )
    edition: str = strawberry.field(
        description="The issue in which it was published, as its publisher names it."
    )
    issued: StatedDate | None = strawberry.field(
        description="When it was published; null where it is undated."
    )
    as_of: date | None = strawberry.field(
        description="The day whose state it judges, where its assessor names one."
    )
    aspect: Concept = strawberry.field(
        description="Whether it judges what a text says, or what was done."
    )
    result_as_stated: str = strawberry.field(description="The verdict as its assessor gives it.")
    score: Decimal | None = strawberry.field(
        description="The number given, exact; null where the scale has none."
    )
    rating: RatingValue | None = strawberry.field(
        description="The value given; null where the scale names none."
    )
    because: str | None = strawberry.field(description="The assessor's reason, in our words.")
    parts: list["Assessment"] = strawberry.field(
        resolver=following_all("parts"), description="The verdicts that it sums up."
    )
    quality: Concept | None = strawberry.field(
        description="How near its source is to what it reports, where that calls for care."
    )
    quality_note: str | None = strawberry.field(description="Why it calls for care.")
    is_tabled: bool = strawberry.field(
        description="Whether it was read in its campaign's table, and not for the organisation by "
        "itself."
    )
    sources: list[str] = strawberry.field(description=SOURCES)
    source_records: list[Source] = source_records_field()
    notes: list[str] = strawberry.field(description=NOTES)
