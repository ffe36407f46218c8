"""Questions about what is on record, and where."""

from typing import Annotated, Any

import strawberry

from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.inputs.evidence import (
    BearingFilterArgument,
    bearing_filter,
    list_evidence,
)
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.sorting import BEARINGS, DOCUMENTS, EVIDENCE
from pledgegraph.graphql.types.evidence import Bearing, Evidence, EvidenceConnection
from pledgegraph.graphql.types.sources import SourceDocument

EvidenceArgument = Annotated[
    str,
    strawberry.argument(description="An organisation's slug and a name there, such as g42/e4."),
]


def _resolve_evidence_item(info: Info, identifier: EvidenceArgument) -> Any:
    return info.context.catalogue.get_evidence(identifier)


def _list_bearings(catalogue: Catalogue, filter: BearingFilterArgument = None) -> Any:
    return catalogue.list_bearings(bearing_filter(filter))


@strawberry.type(description="What one can ask about evidence.")
class EvidenceQuery:
    """What one can ask about evidence."""

    evidence_item: Evidence = strawberry.field(
        resolver=_resolve_evidence_item,
        description="One piece of evidence; an unknown identifier is an error with the nearest "
        "ones.",
    )
    evidence: EvidenceConnection = connection_field(
        list_evidence, sorting=EVIDENCE, description="What sources say, each at one place."
    )
    bearings: Connection[Bearing] = connection_field(
        _list_bearings,
        sorting=BEARINGS,
        description="Which way evidence points, by the evidence.",
    )
    documents: Connection[SourceDocument] = connection_field(
        lambda catalogue: catalogue.documents,
        sorting=DOCUMENTS,
        description="The texts that evidence is read in, but versions of frameworks, by slug.",
    )
