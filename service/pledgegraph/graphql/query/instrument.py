"""Questions about the commitments themselves."""

from typing import Annotated, Any

import strawberry

from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.inputs.instrument import (
    ProvisionFilterArgument,
    RequirementFilterArgument,
    StatementFilterArgument,
    provision_filter,
    statement_filter,
)
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.sorting import CODE_LISTS, INSTRUMENTS, PROVISIONS, STATEMENTS
from pledgegraph.graphql.types.instrument import Instrument, Provision
from pledgegraph.graphql.types.statements import NormativeStatement, Requirement
from pledgegraph.graphql.types.values import CodeList
from pledgegraph.model import SEOUL, StatementKind

InstrumentArgument = Annotated[
    str, strawberry.argument(description="Identifier of the instrument, such as seoul-2024.")
]
IdentifierArgument = Annotated[
    str, strawberry.argument(description="Its identifier in the instrument, such as II.g.")
]


def _resolve_instrument(info: Info, identifier: InstrumentArgument = SEOUL) -> Any:
    return info.context.catalogue.get_instrument(identifier)


def _resolve_provision(info: Info, instrument: InstrumentArgument, id: IdentifierArgument) -> Any:
    return info.context.catalogue.get_provision(instrument, id)


def _resolve_requirement(info: Info, instrument: InstrumentArgument, id: IdentifierArgument) -> Any:
    return info.context.catalogue.get_requirement(instrument, id)


def _resolve_statement(info: Info, instrument: InstrumentArgument, id: IdentifierArgument) -> Any:
    return info.context.catalogue.get_statement(instrument, id)


def _list_provisions(catalogue: Catalogue, filter: ProvisionFilterArgument = None) -> Any:
    return catalogue.list_provisions(provision_filter(filter))


def _list_requirements(catalogue: Catalogue, filter: RequirementFilterArgument = None) -> Any:
    wanted = statement_filter(filter, kinds=(StatementKind.REQUIREMENT,))
    return catalogue.list_statements(wanted)


def _list_statements(catalogue: Catalogue, filter: StatementFilterArgument = None) -> Any:
    return catalogue.list_statements(statement_filter(filter))


@strawberry.type(description="What one can ask about the commitments.")
class InstrumentQuery:
    """What one can ask about the commitments."""

    instrument: Instrument = strawberry.field(
        resolver=_resolve_instrument,
        description="One instrument; an unknown identifier is an error.",
    )
    instruments: Connection[Instrument] = connection_field(
        lambda catalogue: catalogue.instruments,
        sorting=INSTRUMENTS,
        description="Instruments, by identifier.",
    )
    code_lists: Connection[CodeList] = connection_field(
        lambda catalogue: catalogue.code_lists,
        sorting=CODE_LISTS,
        description="Code lists, by name.",
    )
    provision: Provision = strawberry.field(
        resolver=_resolve_provision,
        description="One provision; an unknown identifier is an error with the nearest ones.",
    )
    provisions: Connection[Provision] = connection_field(
        _list_provisions,
        sorting=PROVISIONS,
        description="Provisions: the parts of the instruments.",
    )
    requirement: Requirement = strawberry.field(
        resolver=_resolve_requirement,
        description="One requirement; an unknown identifier is an error with the nearest ones.",
    )
    requirements: Connection[Requirement] = connection_field(
        _list_requirements,
        sorting=STATEMENTS,
        description="Requirements: what was promised.",
    )
    statement: NormativeStatement = strawberry.field(
        resolver=_resolve_statement,
        description="One normative statement, a requirement or not; an unknown identifier is an "
        "error with the nearest ones.",
    )
    statements: Connection[NormativeStatement] = connection_field(
        _list_statements,
        sorting=STATEMENTS,
        description="Normative statements: requirements, outcomes, permissions, exception "
        "clauses, definitions and scope rules.",
    )
