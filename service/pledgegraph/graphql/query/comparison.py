"""Questions that hold organisations and promises against each other."""

from typing import Annotated, Any

import strawberry

from pledgegraph import catalogue as read_model
from pledgegraph.catalogue import Catalogue, Promise
from pledgegraph.errors import InvalidArgument
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.inputs.names import (
    OrganisationArgument,
    Organisations,
    RequirementArgument,
)
from pledgegraph.graphql.inputs.times import AsOf, KnownBy
from pledgegraph.graphql.inputs.values import as_tuple
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.sorting import CROSSWALK_LINKS, DISAGREEMENTS, EXAMPLES, GAPS
from pledgegraph.graphql.types.comparison import Comparison, Coverage
from pledgegraph.graphql.types.crosswalk import CrosswalkLink
from pledgegraph.graphql.types.evidence import Bearing
from pledgegraph.graphql.types.open_questions import Disagreement, Gap
from pledgegraph.model import SEOUL

Provisions = Annotated[
    list[str] | None,
    strawberry.argument(
        description='Identifiers of provisions, such as "IV"; the 18 columns without it.'
    ),
]
Requirements = Annotated[
    list[str] | None,
    strawberry.argument(
        description='Identifiers of requirements, such as "IV.d", as columns instead of provisions.'
    ),
]
RequirementOrNone = Annotated[
    str | None,
    strawberry.argument(description='Identifier of a requirement, such as "IV.d"; or else:'),
]
ProvisionOrNone = Annotated[
    str | None, strawberry.argument(description='Identifier of a provision, such as "IV".')
]


def _resolve_comparison(
    info: Info,
    organisations: Organisations = None,
    provisions: Provisions = None,
    requirements: Requirements = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> Any:
    catalogue = info.context.catalogue
    wanted = read_model.ComparisonFilter(
        organisations=as_tuple(organisations),
        provisions=as_tuple(provisions),
        requirements=as_tuple(requirements),
    )
    return catalogue.compare(wanted, catalogue.get_times(as_of=as_of, known_by=known_by))


def _resolve_coverage(
    info: Info,
    requirement: RequirementOrNone = None,
    provision: ProvisionOrNone = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> Any:
    catalogue = info.context.catalogue
    promise = _get_promise(catalogue, requirement, provision)
    return catalogue.get_coverage(promise, catalogue.get_times(as_of=as_of, known_by=known_by))


def _get_promise(catalogue: Catalogue, requirement: str | None, provision: str | None) -> Promise:
    if requirement is not None and provision is None:
        return catalogue.get_requirement(SEOUL, requirement)
    if provision is not None and requirement is None:
        return catalogue.get_provision(SEOUL, provision)
    raise InvalidArgument(
        argument="requirement",
        problem="either a requirement or a provision is asked for",
        expected="one of the two",
    )


def _list_gaps(
    catalogue: Catalogue,
    organisation: OrganisationArgument,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> Any:
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.list_gaps(catalogue.get_organisation(organisation), times)


def _list_examples(
    catalogue: Catalogue,
    requirement: RequirementArgument,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> Any:
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.list_examples(catalogue.get_requirement(SEOUL, requirement), times)


def _list_disagreements(
    catalogue: Catalogue,
    organisations: Organisations = None,
    provisions: Provisions = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> Any:
    wanted = read_model.ComparisonFilter(
        organisations=as_tuple(organisations), provisions=as_tuple(provisions)
    )
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.list_disagreements(wanted, times)


def _list_crosswalk(
    catalogue: Catalogue,
    requirement: RequirementArgument,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> Any:
    statement = catalogue.get_requirement(SEOUL, requirement)
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.list_crosswalk_links_at(statement, times)


@strawberry.type(description="What one can ask about organisations and promises side by side.")
class ComparisonQuery:
    """What one can ask about organisations and promises side by side."""

    comparison: Comparison = strawberry.field(
        resolver=_resolve_comparison,
        description="Organisations and promises side by side, each cell with what is on record "
        "here. Columns are provisions or requirements, not both.",
    )
    coverage: Coverage = strawberry.field(
        resolver=_resolve_coverage,
        description="What is on record about all organisations on one requirement or provision: "
        "who is silent on it here, and what the others say.",
    )
    gaps: Connection[Gap] = connection_field(
        _list_gaps,
        sorting=GAPS,
        description="What is open in what is on record about one organisation, requirement by "
        "requirement, in words that could be sent.",
    )
    examples: Connection[Bearing] = connection_field(
        _list_examples,
        sorting=EXAMPLES,
        description="What supports a requirement, newest first, of organisations about which "
        "nothing on record speaks against it.",
    )
    disagreements: Connection[Disagreement] = connection_field(
        _list_disagreements,
        sorting=DISAGREEMENTS,
        description="Where evidence, or assessors, do not agree; by organisation and provision.",
    )
    crosswalk: Connection[CrosswalkLink] = connection_field(
        _list_crosswalk,
        sorting=CROSSWALK_LINKS,
        description="How the provision that a requirement stands in relates to other sets of "
        "promises and duties: the links are drawn by provision, never by requirement.",
    )
