"""Filters of the lists: small typed inputs; an unknown code is an error that names the known."""

import strawberry

from pledgegraph import catalogue
from pledgegraph.errors import LimitExceeded
from pledgegraph.graphql.connections import MAX_PAGE
from pledgegraph.model import ProvisionKind, StatementKind
from pledgegraph.severity import Severity


@strawberry.input(
    description="Which requirements are wanted: every part given must hold; within a list, any "
    "value. An empty list admits nothing."
)
class RequirementFilter:
    """Which requirements are wanted."""

    instrument: str | None = strawberry.field(
        default=None, description="Identifier of the instrument, such as seoul-2024."
    )
    provision: list[str] | None = strawberry.field(
        default=None, description='Identifiers of the provisions they stand in, such as "II".'
    )
    modality: list[str] | None = strawberry.field(
        default=None, description="Codes of the list modality, such as will or should."
    )
    qualifier: list[str] | None = strawberry.field(
        default=None, description="Codes of the list qualifier, such as as-appropriate."
    )
    locus: list[str] | None = strawberry.field(
        default=None, description="Codes of the list locus: where one would look."
    )
    trigger: list[str] | None = strawberry.field(
        default=None, description="Codes of the list trigger: when they apply."
    )
    severity: list[Severity] | None = strawberry.field(
        default=None, description="Their severities; those without one match none."
    )
    rests_on: list[str] | None = strawberry.field(
        default=None,
        description="Identifiers of provisions: only what depends, directly or not, on a statement "
        "of these.",
    )
    text: str | None = strawberry.field(
        default=None,
        description="Text in identifier, quotation, action or object, whatever the case.",
    )


@strawberry.input(
    description="Which statements are wanted: every part given must hold; within a list, any "
    "value. An empty list admits nothing."
)
class NormativeStatementFilter(RequirementFilter):
    """Which statements are wanted."""

    kind: list[StatementKind] | None = strawberry.field(
        default=None, description="What the statements are."
    )


@strawberry.input(description="Which provisions are wanted: every part given must hold.")
class ProvisionFilter:
    """Which provisions are wanted."""

    instrument: str | None = strawberry.field(
        default=None, description="Identifier of the instrument, such as seoul-2024."
    )
    kind: list[ProvisionKind] | None = strawberry.field(
        default=None, description="Which parts of the commitments."
    )
    is_column: bool | None = strawberry.field(
        default=None, description="Whether they are columns of every comparison."
    )


def statement_filter(
    given: RequirementFilter | None, *, kinds: tuple[StatementKind, ...] | None = None
) -> catalogue.StatementFilter:
    """Return the catalogue's filter for what was `given`, within `kinds` where these are set."""
    if given is None:
        return catalogue.StatementFilter(kinds=kinds)
    if isinstance(given, NormativeStatementFilter) and given.kind is not None:
        kinds = tuple(given.kind)
    return catalogue.StatementFilter(
        instrument=given.instrument,
        kinds=kinds,
        provisions=_tuple(given.provision),
        modalities=_tuple(given.modality),
        qualifiers=_tuple(given.qualifier),
        loci=_tuple(given.locus),
        triggers=_tuple(given.trigger),
        severities=None if given.severity is None else tuple(given.severity),
        rests_on=_tuple(given.rests_on),
        text=given.text,
    )


def provision_filter(given: ProvisionFilter | None) -> catalogue.ProvisionFilter:
    """Return the catalogue's filter for what was `given`."""
    if given is None:
        return catalogue.ProvisionFilter()
    return catalogue.ProvisionFilter(
        instrument=given.instrument,
        kinds=None if given.kind is None else tuple(given.kind),
        is_column=given.is_column,
    )


def _tuple(values: list[str] | None) -> tuple[str, ...] | None:
    if values is not None and len(values) > MAX_PAGE:
        raise LimitExceeded(
            limit="filter-values",
            maximum=MAX_PAGE,
            found=len(values),
            remedy="give fewer values, or ask several times",
        )
    return None if values is None else tuple(dict.fromkeys(values))
