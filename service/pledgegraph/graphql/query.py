"""The questions of the schema: each asks the catalogue one thing and gives records back."""

from typing import Annotated, Any

import strawberry

from pledgegraph.catalogue import StatementFilter
from pledgegraph.errors import LimitExceeded
from pledgegraph.graphql.connections import (
    MAX_PAGE,
    After,
    Before,
    Connection,
    First,
    Last,
    PageRequest,
    SortKey,
    paginate,
)
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.enums import ProvisionOrder, StatementOrder
from pledgegraph.graphql.inputs import (
    NormativeStatementFilter,
    ProvisionFilter,
    RequirementFilter,
    provision_filter,
    statement_filter,
)
from pledgegraph.graphql.types import (
    CodeList,
    Instrument,
    Node,
    NormativeStatement,
    Provision,
    Requirement,
)
from pledgegraph.model import Provision as ProvisionRecord
from pledgegraph.model import Statement as StatementRecord
from pledgegraph.model import StatementKind
from pledgegraph.severity import Severity

SEOUL = "seoul-2024"

InstrumentArgument = Annotated[
    str, strawberry.argument(description="Identifier of the instrument, such as seoul-2024.")
]
IdentifierArgument = Annotated[
    str, strawberry.argument(description="Its identifier in the instrument, such as II.g.")
]
NodeArgument = Annotated[
    strawberry.ID, strawberry.argument(description="An id from this service: an IRI.")
]
NodesArgument = Annotated[
    list[strawberry.ID], strawberry.argument(description="Ids from this service: IRIs.")
]
ProvisionFilterArgument = Annotated[
    ProvisionFilter | None, strawberry.argument(description="Which provisions; all without it.")
]
ProvisionOrderArgument = Annotated[
    ProvisionOrder, strawberry.argument(description="How they are sorted.")
]
RequirementFilterArgument = Annotated[
    RequirementFilter | None, strawberry.argument(description="Which requirements; all without it.")
]
StatementFilterArgument = Annotated[
    NormativeStatementFilter | None,
    strawberry.argument(description="Which statements; all without it."),
]
StatementOrderArgument = Annotated[
    StatementOrder, strawberry.argument(description="How they are sorted.")
]


def _sort_statement(order: StatementOrder, statement: StatementRecord) -> SortKey:
    place = (statement.instrument, statement.position)
    if order is StatementOrder.POSITION_REVERSED:
        return (statement.instrument, -statement.position)
    if order is StatementOrder.SEVERITY:
        ranks = list(Severity)
        rank = len(ranks) if statement.severity is None else ranks.index(statement.severity)
        return (rank, *place)
    return place


def _sort_provision(order: ProvisionOrder, provision: ProvisionRecord) -> SortKey:
    if order is ProvisionOrder.COLUMN:
        # Those that are no column stand behind all that are.
        return (provision.instrument, provision.column or 1_000_000, provision.position)
    return (provision.instrument, provision.position)


def _page_statements(
    info: Info, wanted: StatementFilter, order: StatementOrder, page: PageRequest
) -> Any:
    return paginate(
        info.context.catalogue.list_statements(wanted),
        order=f"statements:{order.value}",
        key=lambda statement: _sort_statement(order, statement),
        id_of=lambda statement: statement.iri,
        page=page,
    )


def _resolve_dataset_revision(info: Info) -> str:
    return info.context.catalogue.revision


def _resolve_instrument(info: Info, identifier: InstrumentArgument = SEOUL) -> Any:
    return info.context.catalogue.get_instrument(identifier)


def _resolve_instruments(
    info: Info,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> Any:
    return paginate(
        info.context.catalogue.instruments,
        order="instruments:identifier",
        key=lambda instrument: (instrument.identifier,),
        id_of=lambda instrument: instrument.iri,
        page=PageRequest(first=first, after=after, last=last, before=before),
    )


def _resolve_code_lists(
    info: Info,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> Any:
    return paginate(
        info.context.catalogue.code_lists,
        order="codeLists:name",
        key=lambda code_list: (code_list.name,),
        id_of=lambda code_list: code_list.iri,
        page=PageRequest(first=first, after=after, last=last, before=before),
    )


def _resolve_provision(info: Info, instrument: InstrumentArgument, id: IdentifierArgument) -> Any:
    return info.context.catalogue.get_provision(instrument, id)


def _resolve_provisions(
    info: Info,
    filter: ProvisionFilterArgument = None,
    order_by: ProvisionOrderArgument = ProvisionOrder.POSITION,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> Any:
    return paginate(
        info.context.catalogue.list_provisions(provision_filter(filter)),
        order=f"provisions:{order_by.value}",
        key=lambda provision: _sort_provision(order_by, provision),
        id_of=lambda provision: provision.iri,
        page=PageRequest(first=first, after=after, last=last, before=before),
    )


def _resolve_requirement(info: Info, instrument: InstrumentArgument, id: IdentifierArgument) -> Any:
    return info.context.catalogue.get_requirement(instrument, id)


def _resolve_requirements(
    info: Info,
    filter: RequirementFilterArgument = None,
    order_by: StatementOrderArgument = StatementOrder.POSITION,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> Any:
    wanted = statement_filter(filter, kinds=(StatementKind.REQUIREMENT,))
    page = PageRequest(first=first, after=after, last=last, before=before)
    return _page_statements(info, wanted, order_by, page)


def _resolve_statement(info: Info, instrument: InstrumentArgument, id: IdentifierArgument) -> Any:
    return info.context.catalogue.get_statement(instrument, id)


def _resolve_statements(
    info: Info,
    filter: StatementFilterArgument = None,
    order_by: StatementOrderArgument = StatementOrder.POSITION,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> Any:
    page = PageRequest(first=first, after=after, last=last, before=before)
    return _page_statements(info, statement_filter(filter), order_by, page)


def _resolve_node(info: Info, id: NodeArgument) -> Any:
    return info.context.catalogue.find_node(id)


def _resolve_nodes(info: Info, ids: NodesArgument) -> Any:
    if len(ids) > MAX_PAGE:
        raise LimitExceeded(
            limit="page-size",
            maximum=MAX_PAGE,
            found=len(ids),
            remedy="ask for the nodes in several requests",
        )
    return [info.context.catalogue.find_node(id) for id in ids]


@strawberry.type(description="What one can ask.")
class Query:
    """What one can ask."""

    dataset_revision: str = strawberry.field(
        resolver=_resolve_dataset_revision,
        description="The revision of the data that answers: a hash over its files. The same "
        "revision gives the same answers.",
    )
    instrument: Instrument = strawberry.field(
        resolver=_resolve_instrument,
        description="One instrument; an unknown identifier is an error.",
    )
    instruments: Connection[Instrument] = strawberry.field(
        resolver=_resolve_instruments, description="Instruments, by identifier."
    )
    code_lists: Connection[CodeList] = strawberry.field(
        resolver=_resolve_code_lists, description="Code lists, by name."
    )
    provision: Provision = strawberry.field(
        resolver=_resolve_provision,
        description="One provision; an unknown identifier is an error with the nearest ones.",
    )
    provisions: Connection[Provision] = strawberry.field(
        resolver=_resolve_provisions, description="Provisions: the parts of the instruments."
    )
    requirement: Requirement = strawberry.field(
        resolver=_resolve_requirement,
        description="One requirement; an unknown identifier is an error with the nearest ones.",
    )
    requirements: Connection[Requirement] = strawberry.field(
        resolver=_resolve_requirements, description="Requirements: what was promised."
    )
    statement: NormativeStatement = strawberry.field(
        resolver=_resolve_statement,
        description="One normative statement, a requirement or not; an unknown identifier is an "
        "error with the nearest ones.",
    )
    statements: Connection[NormativeStatement] = strawberry.field(
        resolver=_resolve_statements,
        description="Normative statements: requirements, outcomes, permissions, exception "
        "clauses, definitions and scope rules.",
    )
    node: Node | None = strawberry.field(
        resolver=_resolve_node, description="What has this id; null when nothing has."
    )
    nodes: list[Node | None] = strawberry.field(
        resolver=_resolve_nodes,
        description=f"What has these ids, in their order, null for an unknown one; {MAX_PAGE} ids "
        "at most.",
    )
