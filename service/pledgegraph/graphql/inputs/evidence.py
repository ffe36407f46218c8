"""Which evidence and which bearings are wanted."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import strawberry

from pledgegraph import catalogue
from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.inputs.values import ADMITS, ANY_CASE, as_text, as_tuple
from pledgegraph.model import Evidence


@strawberry.input(description=f"Which bearings are wanted: {ADMITS}")
class BearingFilter:
    """Which bearings are wanted."""

    organisation: list[str] | None = strawberry.field(
        default=None, description="Slugs of the organisations the evidence is about, such as g42."
    )
    provision: list[str] | None = strawberry.field(
        default=None,
        description='Identifiers of provisions, such as "II": what bears on one or on a statement '
        "in it.",
    )
    direction: list[str] | None = strawberry.field(
        default=None, description="Codes of the list bearing, such as supports."
    )


@strawberry.input(description=f"Which evidence is wanted: {ADMITS}")
class EvidenceFilter(BearingFilter):
    """Which evidence is wanted."""

    kind: list[str] | None = strawberry.field(
        default=None, description="Codes of the list evidence: the kind of source."
    )
    quality: list[str] | None = strawberry.field(
        default=None, description="Codes of the list quality; what needs no care matches none."
    )
    published_after: date | None = strawberry.field(
        default=None,
        description="Only what was surely published after this day: nothing undated.",
    )
    published_before: date | None = strawberry.field(
        default=None,
        description="Only what was surely published before this day: nothing undated.",
    )
    has_locator: bool | None = strawberry.field(
        default=None, description="Whether a place in the source is named."
    )
    text: str | None = strawberry.field(
        default=None, description=f"Text in identifier, statement or place, {ANY_CASE}"
    )


BearingFilterArgument = Annotated[
    BearingFilter | None, strawberry.argument(description="Which bearings; all without it.")
]
EvidenceFilterArgument = Annotated[
    EvidenceFilter | None, strawberry.argument(description="Which evidence; all without it.")
]


def bearing_filter(given: BearingFilter | None) -> catalogue.BearingFilter:
    """Return the catalogue's filter for what was `given`."""
    if given is None:
        return catalogue.BearingFilter()
    return catalogue.BearingFilter(
        organisations=as_tuple(given.organisation),
        provisions=as_tuple(given.provision),
        directions=as_tuple(given.direction),
    )


def evidence_filter(given: EvidenceFilter | None) -> catalogue.EvidenceFilter:
    """Return the catalogue's filter for what was `given`."""
    if given is None:
        return catalogue.EvidenceFilter()
    return catalogue.EvidenceFilter(
        organisations=as_tuple(given.organisation),
        provisions=as_tuple(given.provision),
        directions=as_tuple(given.direction),
        kinds=as_tuple(given.kind),
        qualities=as_tuple(given.quality),
        published_after=given.published_after,
        published_before=given.published_before,
        has_locator=given.has_locator,
        text=as_text(given.text),
    )


def list_evidence(catalogue: Catalogue, filter: EvidenceFilterArgument = None) -> Any:
    """Return the evidence that `filter` admits."""
    return catalogue.list_evidence(evidence_filter(filter))


def list_evidence_among(
    catalogue: Catalogue, found: Iterable[Evidence], filter: EvidenceFilterArgument = None
) -> Any:
    """Return what of the evidence `found` that `filter` admits."""
    return catalogue.list_evidence(evidence_filter(filter), among=found)
