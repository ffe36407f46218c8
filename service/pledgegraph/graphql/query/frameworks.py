"""Questions about what the signatories published."""

from datetime import date
from typing import Annotated, Any

import strawberry

from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.inputs.frameworks import (
    FrameworkFilterArgument,
    VersionFilterArgument,
    framework_filter,
    list_thresholds,
    version_filter,
)
from pledgegraph.graphql.inputs.names import FrameworkArgument, OrganisationArgument
from pledgegraph.graphql.inputs.times import KnownBy
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.sorting import FRAMEWORKS, THRESHOLDS, VERSIONS, VERSIONS_IN_FORCE
from pledgegraph.graphql.types.frameworks import (
    Framework,
    FrameworkVersion,
    VersionInForce,
)
from pledgegraph.graphql.types.thresholds import Threshold

FrameworkSlugArgument = Annotated[
    str, strawberry.argument(description="Its slug in the organisation.")
]
VersionArgument = Annotated[
    str,
    strawberry.argument(description="Slug of the version in the framework, such as 2025-02-06."),
]
DayArgument = Annotated[
    date | None,
    strawberry.argument(description="On which day; without it, on dataset.knownTo."),
]


def _resolve_framework(
    info: Info, organisation: OrganisationArgument, slug: FrameworkSlugArgument
) -> Any:
    return info.context.catalogue.get_framework(organisation, slug)


def _resolve_version(
    info: Info,
    organisation: OrganisationArgument,
    framework: FrameworkArgument,
    version: VersionArgument,
) -> Any:
    return info.context.catalogue.get_version(organisation, framework, version)


def _list_frameworks(catalogue: Catalogue, filter: FrameworkFilterArgument = None) -> Any:
    return catalogue.list_frameworks(framework_filter(filter))


def _list_versions(catalogue: Catalogue, filter: VersionFilterArgument = None) -> Any:
    return catalogue.list_versions(version_filter(filter))


def _list_in_force(
    catalogue: Catalogue, as_of: DayArgument = None, known_by: KnownBy = None
) -> Any:
    return catalogue.list_in_force(as_of, known_by)


@strawberry.type(description="What one can ask about frameworks.")
class FrameworkQuery:
    """What one can ask about frameworks."""

    framework: Framework = strawberry.field(
        resolver=_resolve_framework,
        description="One framework; an unknown slug is an error with the nearest ones.",
    )
    frameworks: Connection[Framework] = connection_field(
        _list_frameworks,
        sorting=FRAMEWORKS,
        description="Frameworks, by organisation and slug.",
    )
    framework_version: FrameworkVersion = strawberry.field(
        resolver=_resolve_version,
        description="One version; an unknown slug is an error with the nearest ones.",
    )
    framework_versions: Connection[FrameworkVersion] = connection_field(
        _list_versions, sorting=VERSIONS, description="The issued texts of frameworks."
    )
    versions_in_force: Connection[VersionInForce] = connection_field(
        _list_in_force,
        sorting=VERSIONS_IN_FORCE,
        description="The versions that were, or may have been, in force on a day, by organisation "
        "and framework. What was not surely public by knownBy is none of them, and ends none.",
    )
    thresholds: Connection[Threshold] = connection_field(
        list_thresholds,
        sorting=THRESHOLDS,
        description="The lines that versions of frameworks set.",
    )
