"""Which frameworks, versions and thresholds are wanted."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import strawberry

from pledgegraph import catalogue
from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.inputs.values import ADMITS, ANY_CASE, as_text, as_tuple
from pledgegraph.model import Threshold


@strawberry.input(description=f"Which frameworks are wanted: {ADMITS}")
class FrameworkFilter:
    """Which frameworks are wanted."""

    organisation: list[str] | None = strawberry.field(
        default=None, description="Slugs of organisations, such as g42."
    )
    text: str | None = strawberry.field(
        default=None, description=f"Text in slug or title, {ANY_CASE}"
    )


@strawberry.input(description=f"Which versions are wanted: {ADMITS}")
class FrameworkVersionFilter:
    """Which versions are wanted."""

    organisation: list[str] | None = strawberry.field(
        default=None, description="Slugs of organisations, such as g42."
    )
    framework: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Ids of frameworks."
    )
    publication: list[str] | None = strawberry.field(
        default=None, description="Codes of the list publication, such as published."
    )
    current: bool | None = strawberry.field(
        default=None, description="Whether they stand as far as this data is known."
    )
    issued_after: date | None = strawberry.field(
        default=None, description="Only those surely issued after this day."
    )
    issued_before: date | None = strawberry.field(
        default=None, description="Only those surely issued before this day."
    )
    as_of: date | None = strawberry.field(
        default=None, description="Only those that were, or may have been, in force on this day."
    )
    known_by: date | None = strawberry.field(
        default=None,
        description="Only those surely public by this day; with asOf, what was not ends none "
        "either.",
    )


@strawberry.input(description=f"Which thresholds are wanted: {ADMITS}")
class ThresholdFilter:
    """Which thresholds are wanted."""

    organisation: list[str] | None = strawberry.field(
        default=None, description="Slugs of organisations, such as g42."
    )
    risk_domain: list[str] | None = strawberry.field(
        default=None,
        description="Codes of the list risk; one with narrower ones stands for these too.",
    )
    basis: list[str] | None = strawberry.field(
        default=None, description="Codes of the list basis: what footnote 3 lets them rest on."
    )
    only_basis: str | None = strawberry.field(
        default=None, description="A code of the list basis: only those that rest on it alone."
    )
    current: bool | None = strawberry.field(
        default=None, description="Whether their version stands as far as this data is known."
    )
    quantified: bool | None = strawberry.field(
        default=None, description="Whether the framework states a number for them."
    )
    assessability: list[str] | None = strawberry.field(
        default=None, description="Codes of the list assessability, such as not-stated."
    )
    text: str | None = strawberry.field(
        default=None,
        description=f"Text in slug, name, description or consequence, {ANY_CASE}",
    )


FrameworkFilterArgument = Annotated[
    FrameworkFilter | None, strawberry.argument(description="Which frameworks; all without it.")
]
VersionFilterArgument = Annotated[
    FrameworkVersionFilter | None,
    strawberry.argument(description="Which versions; all without it."),
]
ThresholdFilterArgument = Annotated[
    ThresholdFilter | None, strawberry.argument(description="Which thresholds; all without it.")
]


def framework_filter(given: FrameworkFilter | None) -> catalogue.FrameworkFilter:
    """Return the catalogue's filter for what was `given`."""
    if given is None:
        return catalogue.FrameworkFilter()
    return catalogue.FrameworkFilter(
        organisations=as_tuple(given.organisation), text=as_text(given.text)
    )


def version_filter(given: FrameworkVersionFilter | None) -> catalogue.VersionFilter:
    """Return the catalogue's filter for what was `given`."""
    if given is None:
        return catalogue.VersionFilter()
    return catalogue.VersionFilter(
        organisations=as_tuple(given.organisation),
        frameworks=as_tuple(given.framework),
        publications=as_tuple(given.publication),
        is_current=given.current,
        issued_after=given.issued_after,
        issued_before=given.issued_before,
        as_of=given.as_of,
        known_by=given.known_by,
    )


def threshold_filter(given: ThresholdFilter | None) -> catalogue.ThresholdFilter:
    """Return the catalogue's filter for what was `given`."""
    if given is None:
        return catalogue.ThresholdFilter()
    return catalogue.ThresholdFilter(
        organisations=as_tuple(given.organisation),
        risks=as_tuple(given.risk_domain),
        bases=as_tuple(given.basis),
        only_basis=given.only_basis,
        is_current=given.current,
        is_quantified=given.quantified,
        assessabilities=as_tuple(given.assessability),
        text=as_text(given.text),
    )


def list_thresholds(catalogue: Catalogue, filter: ThresholdFilterArgument = None) -> Any:
    """Return the thresholds that `filter` admits."""
    return catalogue.list_thresholds(threshold_filter(filter))


def list_thresholds_among(
    catalogue: Catalogue, found: Iterable[Threshold], filter: ThresholdFilterArgument = None
) -> Any:
    """Return those of the thresholds `found` that `filter` admits."""
    return catalogue.list_thresholds(threshold_filter(filter), among=found)
