"""Questions about those who promised."""

from typing import Any

import strawberry

from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.inputs.names import OrganisationArgument
from pledgegraph.graphql.inputs.organisations import (
    OrganisationFilterArgument,
    organisation_filter,
)
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.sorting import ORGANISATIONS
from pledgegraph.graphql.types.organisations import Organisation


def _resolve_organisation(info: Info, slug: OrganisationArgument) -> Any:
    return info.context.catalogue.get_organisation(slug)


def _list_organisations(catalogue: Catalogue, filter: OrganisationFilterArgument = None) -> Any:
    return catalogue.list_organisations(organisation_filter(filter))


@strawberry.type(description="What one can ask about the signatories.")
class OrganisationQuery:
    """What one can ask about the signatories."""

    organisation: Organisation = strawberry.field(
        resolver=_resolve_organisation,
        description="One signatory; an unknown slug is an error with the nearest ones.",
    )
    organisations: Connection[Organisation] = connection_field(
        _list_organisations,
        sorting=ORGANISATIONS,
        description="The organisations that endorsed the commitments.",
    )
