"""Which provisions and statements of the commitments are wanted."""

from typing import Annotated

import strawberry

from pledgegraph import catalogue
from pledgegraph.graphql.inputs.values import ADMITS, ANY_CASE, as_text, as_tuple
from pledgegraph.model import ProvisionKind, StatementKind
from pledgegraph.severity import Severity


@strawberry.input(description=f"Which requirements are wanted: {ADMITS}")
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
        description=f"Text in identifier, quotation, action or object, {ANY_CASE}",
    )


@strawberry.input(description=f"Which statements are wanted: {ADMITS}")
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


ProvisionFilterArgument = Annotated[
    ProvisionFilter | None, strawberry.argument(description="Which provisions; all without it.")
]
RequirementFilterArgument = Annotated[
    RequirementFilter | None, strawberry.argument(description="Which requirements; all without it.")
]
StatementFilterArgument = Annotated[
    NormativeStatementFilter | None,
    strawberry.argument(description="Which statements; all without it."),
]


def statement_filter(
    given: RequirementFilter | None, *, kinds: tuple[StatementKind, ...] | None = None
) -> catalogue.StatementFilter:
    """Return the catalogue's filter for what was `given`, within `kinds` where these are set."""
    if given is None:
        return catalogue.StatementFilter(kinds=kinds)
    if isinstance(given, NormativeStatementFilter) and given.kind is not None:
        kinds = as_tuple(given.kind)
    return catalogue.StatementFilter(
        instrument=given.instrument,
        kinds=kinds,
        provisions=as_tuple(given.provision),
        modalities=as_tuple(given.modality),
        qualifiers=as_tuple(given.qualifier),
        loci=as_tuple(given.locus),
        triggers=as_tuple(given.trigger),
        severities=as_tuple(given.severity),
        rests_on=as_tuple(given.rests_on),
        text=as_text(given.text),
    )


def provision_filter(given: ProvisionFilter | None) -> catalogue.ProvisionFilter:
    """Return the catalogue's filter for what was `given`."""
    if given is None:
        return catalogue.ProvisionFilter()
    return catalogue.ProvisionFilter(
        instrument=given.instrument,
        kinds=as_tuple(given.kind),
        is_column=given.is_column,
    )
