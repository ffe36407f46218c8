"""Who promised, when, and from where."""

import strawberry

from pledgegraph import model
from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.inputs.assessments import list_assessments_among
from pledgegraph.graphql.inputs.evidence import list_evidence_among
from pledgegraph.graphql.inputs.frameworks import list_thresholds_among
from pledgegraph.graphql.lists import connection_field, narrowed
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import following, following_all
from pledgegraph.graphql.sorting import (
    ASSESSMENTS,
    CAMPAIGNS,
    EVIDENCE,
    FRAMEWORKS,
    SEARCHES,
    THRESHOLDS,
)
from pledgegraph.graphql.types.agents import Agent
from pledgegraph.graphql.types.instrument import Edition, Instrument
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.references import (
    AssessmentLater,
    CampaignLater,
    EvidenceConnectionLater,
    FrameworkLater,
    SearchLater,
    ThresholdLater,
)
from pledgegraph.graphql.types.values import NOTES, SOURCES, Concept, StatedDate, is_country


@record_type(model.Concept, description="A country.", when=is_country)
class Country(Node):
    """A country."""

    notation: str = strawberry.field(description="Its code of two letters in ISO 3166-1.")
    label: str = strawberry.field(description="Its name.")
    definition: str = strawberry.field(description="What is meant by that name.")


@record_type(
    model.Headquartering, description="A country in which an organisation has its headquarters."
)
class Headquartering(Node):
    """A country in which an organisation has its headquarters."""

    organisation: "Organisation" = strawberry.field(
        resolver=following("organisation"), description="The organisation."
    )
    country: Country = strawberry.field(description="The country.")
    sources: list[str] = strawberry.field(description=SOURCES)


@record_type(model.Endorsement, description="An organisation's agreeing to an instrument.")
class Endorsement(Node):
    """An organisation's agreeing to an instrument."""

    organisation: "Organisation" = strawberry.field(
        resolver=following("organisation"), description="Who agreed."
    )
    instrument: Instrument = strawberry.field(
        resolver=following("instrument"), description="What was agreed to."
    )
    cohort: Concept = strawberry.field(description="The list in which it is named.")
    listed_in: list[Edition] = strawberry.field(
        resolver=following_all("listed_in"), description="The editions that name it."
    )
    issued: StatedDate | None = strawberry.field(
        description="When it agreed; null where no source dates it."
    )
    sources: list[str] = strawberry.field(description=SOURCES)
    notes: list[str] = strawberry.field(description=NOTES)


@record_type(model.Organisation, description="An organisation that endorsed the commitments.")
class Organisation(Agent):
    """An organisation that endorsed the commitments."""

    slug: str = strawberry.field(description="Its name in addresses, such as g42.")
    legal_name: str | None = strawberry.field(description="Its name in law, where known.")
    aliases: list[str] = strawberry.field(description="Other names by which sources call it.")
    homepage: str | None = strawberry.field(description="The address of its site.")
    headquarterings: list[Headquartering] = strawberry.field(
        description="The countries of its headquarters; empty where no source names one."
    )
    endorsement: Endorsement = strawberry.field(description="When and how it agreed.")
    frameworks: Connection[FrameworkLater] = connection_field(
        lambda catalogue, root: catalogue.list_frameworks_of(root),
        sorting=FRAMEWORKS,
        description="Its frameworks, by slug.",
    )
    thresholds: Connection[ThresholdLater] = connection_field(
        narrowed(Catalogue.list_thresholds_set_by, list_thresholds_among),
        sorting=THRESHOLDS,
        description="The thresholds of all versions of its frameworks.",
    )
    evidence: EvidenceConnectionLater = connection_field(
        narrowed(Catalogue.list_evidence_about, list_evidence_among),
        sorting=EVIDENCE,
        description="The evidence about it.",
    )
    assessments: Connection[AssessmentLater] = connection_field(
        narrowed(Catalogue.list_assessments_of, list_assessments_among),
        sorting=ASSESSMENTS,
        description="Other people's verdicts on it and on its frameworks.",
    )
    campaigns: Connection[CampaignLater] = connection_field(
        lambda catalogue, root: catalogue.list_campaigns_about(root),
        sorting=CAMPAIGNS,
        description="The campaigns in which it or a version of its frameworks is judged, by slug.",
    )
    searches: Connection[SearchLater] = connection_field(
        lambda catalogue, root: catalogue.list_searches_for(root),
        sorting=SEARCHES,
        description="What was looked for and not found, or found out of scope, oldest first.",
    )
