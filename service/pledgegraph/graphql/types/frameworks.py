"""What the signatories published: frameworks, their versions, and the steps between these."""

import strawberry

from pledgegraph import catalogue, model
from pledgegraph.catalogue import Catalogue, InForce
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import asking, following, following_all
from pledgegraph.graphql.sorting import THRESHOLDS, VERSIONS
from pledgegraph.graphql.types.findings import ValidationReport, resolve_validation
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.organisations import Organisation
from pledgegraph.graphql.types.references import (
    ChangeItemLater,
    EvidenceLater,
    StatementLater,
    ThresholdLater,
)
from pledgegraph.graphql.types.sources import Source, source_records_field
from pledgegraph.graphql.types.values import NOTES, SOURCES, Concept, StatedDate


@record_type(
    model.Framework, description="An organisation's safety framework, whatever its versions say."
)
class Framework(Node):
    """An organisation's safety framework, whatever its versions say."""

    slug: str = strawberry.field(description="Its name in addresses, unique in its organisation.")
    title: str = strawberry.field(description="Its title.")
    organisations: list[Organisation] = strawberry.field(
        resolver=asking(Catalogue.list_organisations_of), description="Whose it is."
    )
    landing_page: str | None = strawberry.field(description="The page that leads to its versions.")
    replaces: list["Framework"] = strawberry.field(
        resolver=following_all("replaces"),
        description="Earlier frameworks that it takes the place of as a whole.",
    )
    replaced_by: list["Framework"] = strawberry.field(
        resolver=asking(Catalogue.list_successors_of),
        description="Later frameworks that take its place as a whole.",
    )
    versions: Connection["FrameworkVersion"] = connection_field(
        lambda catalogue, root: catalogue.list_versions_of(root),
        sorting=VERSIONS,
        description="Its versions.",
    )
    sources: list[str] = strawberry.field(description=SOURCES)
    notes: list[str] = strawberry.field(description=NOTES)


@record_type(model.DateClaim, description="Another date of issue that somebody gives a version.")
class DateClaim(Node):
    """Another date of issue that somebody gives a version."""

    issued: StatedDate = strawberry.field(description="The date they give.")
    basis: Concept = strawberry.field(description="What it was read from.")
    sources: list[str] = strawberry.field(description=SOURCES)
    notes: list[str] = strawberry.field(description="Who gives it.")


@record_type(model.Change, description="The step from one version to another.")
class Change(Node):
    """The step from one version to another."""

    from_version: "FrameworkVersion" = strawberry.field(
        name="from", resolver=following("from_version"), description="The version before it."
    )
    to_version: "FrameworkVersion" = strawberry.field(
        name="to", resolver=following("to_version"), description="The version after it."
    )
    description: str = strawberry.field(description="What changed, in our words.")
    reasons_stated: bool | None = strawberry.field(
        description="Whether the organisation said why; null where that is not known."
    )
    items: list[ChangeItemLater] = strawberry.field(
        description="What became of single commitments. They are those on record, drawn largely "
        "from the organisation's own accounts, and not all that changed."
    )
    affects: list[StatementLater] = strawberry.field(
        resolver=following_all("affects"),
        description="The requirements of paragraphs I to VIII that its items go about differently.",
    )
    reasons: list[EvidenceLater] = strawberry.field(
        resolver=following_all("reasons"),
        description="Evidence on record in which the organisation says why.",
    )
    accounts: list[Source] = strawberry.field(
        resolver=following_all("accounts"),
        description="Documents of its own, beside the text, in which it tells of the change.",
    )
    sources: list[str] = strawberry.field(description=SOURCES)
    source_records: list[Source] = source_records_field()


@record_type(model.FrameworkVersion, description="One issued text of a framework.")
class FrameworkVersion(Source):
    """One issued text of a framework."""

    framework: Framework = strawberry.field(
        resolver=following("framework"), description="The framework it is a text of."
    )
    label: str | None = strawberry.field(
        description="What its publisher calls this version; null where it has no such name."
    )
    alternative_labels: list[str] = strawberry.field(description="What others call this version.")
    issued: StatedDate = strawberry.field(description="When it was issued.")
    date_basis: Concept = strawberry.field(description="What that date was read from.")
    rival_dates: list[DateClaim] = strawberry.field(
        description="Other dates of issue that somebody gives it."
    )
    effective: StatedDate | None = strawberry.field(
        description="From when it is in force; null: from its issue, or not stated."
    )
    publication: Concept = strawberry.field(description="How far its publication has come.")
    media_type: str | None = strawberry.field(
        description="The address of its media type in the registry of IANA."
    )
    languages: list[str] = strawberry.field(description="Its languages, as tags of BCP 47.")
    replaces: list["FrameworkVersion"] = strawberry.field(
        resolver=following_all("replaces"), description="The versions that it takes the place of."
    )
    replaced_by: list["FrameworkVersion"] = strawberry.field(
        resolver=asking(Catalogue.list_followers_of),
        description="The versions that take its place.",
    )
    reissue_of: "FrameworkVersion | None" = strawberry.field(
        resolver=following("reissue_of"),
        description="The first version that had the same label with another text.",
    )
    translation_of: "FrameworkVersion | None" = strawberry.field(
        resolver=following("translation_of"), description="The version that it is a translation of."
    )
    change: Change | None = strawberry.field(
        resolver=asking(Catalogue.find_change_to),
        description="What changed with it; null for a first version.",
    )
    is_current: bool = strawberry.field(
        resolver=asking(Catalogue.is_current),
        description="Whether it stands as far as this data is known, up to dataset.knownTo: it is "
        "published, not withdrawn and no translation, and nothing published replaces it.",
    )
    thresholds: Connection[ThresholdLater] = connection_field(
        lambda catalogue, root: catalogue.list_thresholds_of(root),
        sorting=THRESHOLDS,
        description="The thresholds it sets out.",
    )
    validation: ValidationReport | None = strawberry.field(
        resolver=resolve_validation,
        description="What a check of the record kept here of this version finds. It is made when "
        "it is first asked for: one request may ask for that of five versions. Null only with an "
        "error that says why there is none now: BUSY is one that passes.",
    )
    sources: list[str] = strawberry.field(description=SOURCES)


@record_type(
    catalogue.VersionInForce,
    description="A version that was, or may have been, in force on a day.",
)
class VersionInForce:
    """A version that was, or may have been, in force on a day."""

    version: FrameworkVersion = strawberry.field(description="The version.")
    state: InForce = strawberry.field(description="Whether that is sure.")
