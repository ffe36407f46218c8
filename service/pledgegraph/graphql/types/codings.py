"""What coders who saw no other's work linked the same evidence to, and how far they agree."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from pledgegraph import catalogue, model
from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import asking, following_all
from pledgegraph.graphql.types.agents import Agent
from pledgegraph.graphql.types.instrument import Provision
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.statements import Requirement
from pledgegraph.graphql.types.values import MODE

if TYPE_CHECKING:
    from pledgegraph.graphql.types.evidence import Evidence

EvidenceType = Annotated["Evidence", strawberry.lazy("pledgegraph.graphql.types.evidence")]


@record_type(
    model.Coding,
    description="What one coder, who saw no other's work, linked a piece of evidence to. It stays "
    "as it was made; a requirement that it does not name was not linked.",
)
class Coding(Node):
    """What one coder, who saw no other's work, linked a piece of evidence to."""

    evidence: EvidenceType = strawberry.field(
        resolver=asking(Catalogue.get_evidence_coded), description="The evidence that was coded."
    )
    number: int = strawberry.field(
        name="round",
        description="1: the coding of all evidence; 2: the blind coding of a part of it.",
    )
    supports: list[Requirement] = strawberry.field(
        resolver=following_all("supports"), description="What it was read to support."
    )
    partly_supports: list[Requirement] = strawberry.field(
        resolver=following_all("partly_supports"),
        description="What it was read to support in part.",
    )
    contradicts: list[Requirement] = strawberry.field(
        resolver=following_all("contradicts"), description="What it was read to contradict."
    )
    drawn_by: Agent = strawberry.field(description="Who answers for the coding.")
    drawn_on: date = strawberry.field(description="On which day it was made.")
    mode: str = strawberry.field(description=MODE)


@record_type(
    catalogue.CodingDifference,
    description="A requirement for which what two coders gave and what was settled are not all "
    "the same, as notations of the code list bearing; null is no link. Where both coders gave the "
    "same, a clarification of the codebook made afterwards has overruled them.",
)
class CodingDifference:
    """A requirement for which two coders and what was settled are not all the same."""

    requirement: Requirement = strawberry.field(description="For what they differ.")
    first: str | None = strawberry.field(description="What the first coder gave.")
    second: str | None = strawberry.field(description="What the second coder gave.")
    settled: str | None = strawberry.field(
        description="Which way the evidence points for it now, as its bearing says."
    )


@record_type(
    model.Settlement,
    description="The decision where two codings of a piece of evidence differ, or where a later "
    "clarification of the codebook overrules what they agree on, with its reason. What was decided "
    "stands as the bearings of the evidence.",
)
class Settlement(Node):
    """The decision on what two codings of a piece of evidence are to become, with its reason."""

    evidence: EvidenceType = strawberry.field(
        resolver=asking(Catalogue.get_evidence_coded), description="The evidence that was coded."
    )
    because: str = strawberry.field(description="The reason.")
    differences: list[CodingDifference] = strawberry.field(
        resolver=asking(Catalogue.list_differences_of),
        description="Where the codings and what was settled differ, in reading order.",
    )
    drawn_by: Agent = strawberry.field(description="Who answers for the decision.")
    drawn_on: date = strawberry.field(description="On which day it was made.")
    mode: str = strawberry.field(description=MODE)


@record_type(
    catalogue.AgreementFigures,
    description="How far two readings agree on pairs of one piece of evidence and one requirement. "
    "Most pairs are linked by neither, so percent is high whatever the readings do.",
)
class AgreementFigures:
    """How far two readings agree on pairs of one piece of evidence and one requirement."""

    pairs: int = strawberry.field(description="How many pairs there are.")
    agreed: int = strawberry.field(description="For how many both give the same value.")
    percent: float | None = strawberry.field(description="These in a hundred; null without a pair.")
    linked: int = strawberry.field(description="How many pairs either reading links.")
    linked_agreed: int = strawberry.field(description="On how many of these both agree.")
    percent_of_linked: float | None = strawberry.field(
        description="These in a hundred of the linked; null where none is."
    )
    alpha: float | None = strawberry.field(
        description="Krippendorff's alpha, nominal, over supports, partly-supports, contradicts "
        "and no link: 1 is agreement throughout, 0 what chance would give. Null where nothing "
        "varies."
    )
    alpha_of_links: float | None = strawberry.field(
        description="The same for the question whether there is a link."
    )


@record_type(
    catalogue.ProvisionAgreement,
    description="How far two readings agree on the requirements of one provision.",
)
class ProvisionAgreement:
    """How far two readings agree on the requirements of one provision."""

    provision: Provision = strawberry.field(description="The provision in which they stand.")
    figures: AgreementFigures = strawberry.field(description="The figures.")


@record_type(
    catalogue.Agreement,
    description="How far two machine-assisted readings of the same evidence agree. It is measured "
    "on both as they were made, and does not show that either is right.",
)
class Agreement:
    """How far two machine-assisted readings of the same evidence agree."""

    items: int = strawberry.field(description="How many pieces of evidence were coded twice.")
    differing: int = strawberry.field(
        description="Of how many of these the codings differ; each was settled."
    )
    figures: AgreementFigures = strawberry.field(description="The figures over all requirements.")
    provisions: list[ProvisionAgreement] = strawberry.field(
        description="The same for each provision in which requirements stand: columns first."
    )
