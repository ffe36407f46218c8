"""At what danger they said they would act."""

from decimal import Decimal

import strawberry

from pledgegraph import model
from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import asking
from pledgegraph.graphql.types.frameworks import FrameworkVersion
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.organisations import Organisation
from pledgegraph.graphql.types.sources import Source, source_records_field
from pledgegraph.graphql.types.values import NOTES, SOURCES, Concept


@record_type(model.Quantity, description="A number that a framework states.")
class Quantity:
    """A number that a framework states."""

    metric: str = strawberry.field(description="What is measured.")
    comparator: Concept = strawberry.field(description="How it is held against the value.")
    value: Decimal = strawberry.field(description="The number, exact.")
    unit: str = strawberry.field(description="The IRI of its unit (QUDT).")


@record_type(model.ThresholdBasis, description="One kind of factor that defines a threshold.")
class ThresholdBasis(Node):
    """One kind of factor that defines a threshold."""

    kind: Concept = strawberry.field(description="Which of the factors of footnote 3 it is.")
    criterion: str | None = strawberry.field(description="What has to be the case, in our words.")
    quantity: Quantity | None = strawberry.field(
        description="The number that the framework states; null where it states none."
    )
    is_acceptance: bool = strawberry.field(
        description="Whether meeting the criterion accepts the risk, so that the threshold is "
        "crossed where it is not met."
    )


@record_type(
    model.Threshold,
    description="A line that a framework's version sets: beyond it a severe risk, unless "
    "adequately mitigated, would be intolerable.",
)
class Threshold(Node):
    """A line that a framework's version sets."""

    slug: str = strawberry.field(description="Its name, unique in its version.")
    label: str = strawberry.field(description="Its name in the framework.")
    description: str = strawberry.field(description="What has to be the case, in our words.")
    consequence: str | None = strawberry.field(
        description="What the framework has follow when it is reached, in our words."
    )
    risks: list[Concept] = strawberry.field(description="The risks it is about.")
    domains: list[Concept] = strawberry.field(
        resolver=asking(Catalogue.list_domains_of),
        description="The widest risks above these, by position.",
    )
    bases: list[ThresholdBasis] = strawberry.field(description="The factors that define it.")
    assessability: Concept = strawberry.field(
        description="Whether a breach can be determined, and by what; not-reviewed until the text "
        "was read for that."
    )
    rationale_given: bool | None = strawberry.field(
        description="Whether the framework says how it was decided upon; null: not known."
    )
    example_given: bool | None = strawberry.field(
        description="Whether the framework gives a situation of intolerable risk; null: not known."
    )
    locator: str | None = strawberry.field(description="Where it stands in the version's text.")
    version: FrameworkVersion = strawberry.field(
        resolver=asking(Catalogue.get_version_of), description="The version that sets it."
    )
    organisation: Organisation = strawberry.field(
        resolver=asking(Catalogue.get_organisation_of),
        description="Whose threshold it is.",
    )
    is_current: bool = strawberry.field(
        resolver=asking(Catalogue.is_set_by_current),
        description="Whether its version stands as far as this data is known.",
    )
    sources: list[str] = strawberry.field(description=SOURCES)
    source_records: list[Source] = source_records_field()
    notes: list[str] = strawberry.field(description=NOTES)
