"""Questions about what changed, and about what is dated."""

from datetime import date
from typing import Annotated, Any

import strawberry

from pledgegraph.catalogue import Catalogue, ChangeFilter
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.inputs.names import (
    FrameworkArgument,
    OrganisationArgument,
    Organisations,
    RequirementArgument,
)
from pledgegraph.graphql.inputs.times import AsOf, KnownBy
from pledgegraph.graphql.inputs.values import as_tuple
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.sorting import CHANGES, REQUIREMENT_STEPS, SILENT_REVISIONS
from pledgegraph.graphql.types.changes import (
    RequirementStep,
    SilentRevisions,
    Timeline,
    VersionDiff,
)
from pledgegraph.graphql.types.frameworks import Change
from pledgegraph.model import SEOUL

Directions = Annotated[
    list[str] | None,
    strawberry.argument(
        description="Codes of the list direction, such as weakened: with an item that has one."
    ),
]
Disclosures = Annotated[
    list[str] | None,
    strawberry.argument(
        description="Codes of the list disclosure, such as silent, or not-known: with an item that "
        "has one, and that holds for the other lists too."
    ),
]
Requirements = Annotated[
    list[str] | None,
    strawberry.argument(
        description='Identifiers of requirements, such as "II.a": with an item about one.'
    ),
]
Since = Annotated[
    date | None,
    strawberry.argument(description="The first day wanted; what can have been on it is among it."),
]
Until = Annotated[
    date | None,
    strawberry.argument(description="The last day wanted; what can have been on it is among it."),
]
From = Annotated[
    str,
    strawberry.argument(
        name="from",
        description="The first version as organisation/framework/version, each a slug, such as "
        "google/frontier-safety-framework/2-0.",
    ),
]
To = Annotated[str, strawberry.argument(description="The second version, in the same form.")]


def _list_changes(
    catalogue: Catalogue,
    organisations: Organisations = None,
    directions: Directions = None,
    disclosures: Disclosures = None,
    requirements: Requirements = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> Any:
    wanted = ChangeFilter(
        organisations=as_tuple(organisations),
        directions=as_tuple(directions),
        disclosures=as_tuple(disclosures),
        requirements=as_tuple(requirements),
        since=since,
        until=until,
    )
    return catalogue.list_changes(wanted, catalogue.get_times(as_of=as_of, known_by=known_by))


def _list_unexplained(
    catalogue: Catalogue,
    organisations: Organisations = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> Any:
    wanted = ChangeFilter(organisations=as_tuple(organisations))
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.list_unexplained_changes(wanted, times)


def _list_silent(
    catalogue: Catalogue,
    organisations: Organisations = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> Any:
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.list_silent_revisions(times, as_tuple(organisations))


def _list_steps(
    catalogue: Catalogue,
    requirement: RequirementArgument,
    organisation: OrganisationArgument,
    framework: FrameworkArgument,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> Any:
    return catalogue.list_requirement_steps(
        catalogue.get_requirement(SEOUL, requirement),
        catalogue.get_framework(organisation, framework),
        catalogue.get_times(as_of=as_of, known_by=known_by),
    )


def _resolve_timeline(
    info: Info,
    organisation: OrganisationArgument,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> Any:
    catalogue = info.context.catalogue
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.list_timeline(organisation, since, until, times)


def _resolve_diff(
    info: Info, from_: From, to: To, as_of: AsOf = None, known_by: KnownBy = None
) -> Any:
    catalogue = info.context.catalogue
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.diff_versions(from_, to, times)


@strawberry.type(description="What one can ask about changes and about time.")
class ChangeQuery:
    """What one can ask about changes and about time."""

    changes: Connection[Change] = connection_field(
        _list_changes,
        sorting=CHANGES,
        description="The steps between versions whose later text was surely out, by organisation "
        "and framework, oldest first.",
    )
    unexplained_changes: Connection[Change] = connection_field(
        _list_unexplained,
        sorting=CHANGES,
        description="Changes of an approach under paragraphs I to VIII for which no reasons of the "
        "organisation are on record that were surely public by knownBy. Where reasonsStated is "
        "null it is not known whether it gave any; it tells what is known today, so that it can be "
        "true where the reasons were published, or found dated, later.",
    )
    silent_revisions: Connection[SilentRevisions] = connection_field(
        _list_silent,
        sorting=SILENT_REVISIONS,
        description="How far each organisation announced what it changed, by name: counts of the "
        "items on record, of which no share is made, beside what was found by those who traced "
        "every commitment.",
    )
    requirement_steps: Connection[RequirementStep] = connection_field(
        _list_steps,
        sorting=REQUIREMENT_STEPS,
        description="How the answer to one requirement moved across the versions of a framework.",
    )
    timeline: Timeline = strawberry.field(
        resolver=_resolve_timeline,
        description="Everything dated about one organisation, in one order. Both days belong to "
        "what is asked for; a date that can fall among them is there and marked.",
    )
    version_diff: VersionDiff = strawberry.field(
        resolver=_resolve_diff,
        description="Two versions of one organisation's frameworks held against each other, and "
        "what that cannot say.",
    )
