"""The object types of the schema: what a client sees of each record.

A field is the record's attribute of that name, or asks the catalogue one question. No SPARQL, no
computation. Types that share the record `Statement` are told apart by its kind.
"""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, TypeAlias, TypeVar

import strawberry

from pledgegraph import model
from pledgegraph.catalogue import ProvisionFilter
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.enums import STATEMENT_KINDS
from pledgegraph.graphql.record_type import record_type
from pledgegraph.model import ProvisionKind, StatementKind
from pledgegraph.severity import Severity


def _resolve_id(root: Any) -> strawberry.ID:
    return strawberry.ID(root.iri)


T = TypeVar("T", bound=type)

RestsOnProvisions = Annotated[
    list[str] | None,
    strawberry.argument(
        description='Only statements that stand in these provisions, such as ["FN1", "FN3"].'
    ),
]


def _resolve_code_list(root: Any, info: Info) -> Any:
    return info.context.catalogue.find_node(root.scheme)


def _resolve_broader(root: Any, info: Info) -> Any:
    return info.context.catalogue.find_node(root.broader or "")


def _resolve_columns(root: Any, info: Info) -> Any:
    return info.context.catalogue.list_columns(root.identifier)


def _resolve_provisions(root: Any, info: Info) -> Any:
    wanted = ProvisionFilter(instrument=root.identifier)
    return info.context.catalogue.list_provisions(wanted)


def _resolve_part_of(root: Any, info: Info) -> Any:
    return info.context.catalogue.find_node(root.part_of or "")


def _resolve_parts(root: Any, info: Info) -> Any:
    return info.context.catalogue.list_parts_of(root.iri)


def _resolve_statements_in(root: Any, info: Info) -> Any:
    return info.context.catalogue.list_statements_in(root)


def _resolve_instrument(root: Any, info: Info) -> Any:
    return info.context.catalogue.get_instrument(root.instrument)


def _resolve_provision(root: Any, info: Info) -> Any:
    return info.context.catalogue.get_provision_of(root)


def _resolve_depends_on(root: Any, info: Info) -> Any:
    return info.context.catalogue.list_dependencies(root)


def _resolve_rests_on(root: Any, info: Info, provisions: RestsOnProvisions = None) -> Any:
    wanted = None if provisions is None else tuple(provisions)
    return info.context.catalogue.list_rests_on(root, provisions=wanted)


def _resolve_dependants(root: Any, info: Info) -> Any:
    return info.context.catalogue.list_dependants(root)


def _resolve_outcome(root: Any, info: Info) -> Any:
    return info.context.catalogue.find_node(root.outcome or "")


def _resolve_exceptions(root: Any, info: Info) -> Any:
    return info.context.catalogue.list_exceptions(root)


def _resolve_limits(root: Any, info: Info) -> Any:
    return info.context.catalogue.list_excepted_by(root)


@strawberry.interface(description="Anything with an address of its own.")
class Node:
    """Anything with an address of its own."""

    id: strawberry.ID = strawberry.field(
        resolver=_resolve_id, description="Its IRI: unique everywhere, and good for node(id:)."
    )


@record_type(model.Concept, description="One code of a code list.")
class Concept(Node):
    """One code of a code list."""

    notation: str = strawberry.field(description="The code, unique in its list.")
    label: str = strawberry.field(description="Its name for people.")
    definition: str = strawberry.field(description="What falls under it, and what does not.")
    position: int = strawberry.field(description="Its place in its list, from 1.")
    scope_note: str | None = strawberry.field(description="How it is used here.")
    examples: list[str] = strawberry.field(description="Examples of its use.")
    code_list: "CodeList" = strawberry.field(
        resolver=_resolve_code_list, description="The list it belongs to."
    )
    broader: "Concept | None" = strawberry.field(
        resolver=_resolve_broader, description="The code above it."
    )


@record_type(model.CodeList, description="A list of codes, each with its definition.")
class CodeList(Node):
    """A list of codes, each with its definition."""

    name: str = strawberry.field(description="Its one-word name, such as modality.")
    title: str = strawberry.field(description="Its title.")
    description: str = strawberry.field(description="What its codes say.")
    concepts: list[Concept] = strawberry.field(description="Its codes, by position.")


@record_type(model.StatedDate, description="A date as stated, and the days it can mean.")
class StatedDate:
    """A date as stated, and the days it can mean."""

    stated: str = strawberry.field(description="As the source states it: day, month or year.")
    earliest: date = strawberry.field(description="The first day it can mean.")
    latest: date = strawberry.field(description="The last day it can mean.")


@record_type(model.Agent, description="Who said or made something.")
class Agent(Node):
    """Who said or made something."""

    label: str = strawberry.field(description="Its name.")
    description: str | None = strawberry.field(description="Who that is.")


@record_type(model.Place, description="A stretch of the edition's text.")
class Place:
    """A stretch of the edition's text."""

    exact: str = strawberry.field(description="The words that stand there.")
    start: int = strawberry.field(description="Where it starts: Unicode code points, from 0.")
    end: int = strawberry.field(description="Where it ends; this code point is not part of it.")


@record_type(
    model.Reading, description="One answer to an open question about the words, by somebody."
)
class Reading(Node):
    """One answer to an open question about the words, by somebody."""

    identifier: str = strawberry.field(description="The open question's number, such as N4.")
    question: str = strawberry.field(description="The open question.")
    interpretation: str = strawberry.field(description="The answer, with its reason.")
    is_default: bool = strawberry.field(description="Whether this data follows it.")
    implied_severity: Severity | None = strawberry.field(
        description="The severity that follows from it, where one does."
    )
    attributed_to: Agent = strawberry.field(description="Whose reading it is.")
    created: date = strawberry.field(description="When it was written down.")


@record_type(model.TextFile, description="The bytes that quotations were checked against.")
class TextFile(Node):
    """The bytes that quotations were checked against."""

    sha256: str = strawberry.field(description="The SHA-256 of the bytes, in hex.")


@record_type(model.Edition, description="An instrument as it stood on a day.")
class Edition(Node):
    """An instrument as it stood on a day."""

    label: str = strawberry.field(description="Its name.")
    issued: StatedDate = strawberry.field(description="When it was issued.")
    url: str = strawberry.field(description="Where it was published.")
    licence: str = strawberry.field(description="The address of its licence.")
    attribution: str = strawberry.field(description="The line to give when quoting it.")
    file: TextFile = strawberry.field(description="The file that quotations stand in.")


@record_type(model.Instrument, description="A set of commitments.")
class Instrument(Node):
    """A set of commitments."""

    identifier: str = strawberry.field(description="Its short name, such as seoul-2024.")
    title: str = strawberry.field(description="Its title.")
    description: str = strawberry.field(description="What it is.")
    edition: Edition = strawberry.field(description="The edition that is quoted here.")

    columns: list["Provision"] = strawberry.field(
        resolver=_resolve_columns,
        description="The provisions that every comparison has as its columns.",
    )
    provisions: list["Provision"] = strawberry.field(
        resolver=_resolve_provisions, description="Its provisions in reading order."
    )


@record_type(model.Provision, description="An addressable part of an instrument.")
class Provision(Node):
    """An addressable part of an instrument."""

    identifier: str = strawberry.field(description="Its short name: PRE, II, BP3, FN2.")
    kind: ProvisionKind = strawberry.field(description="Which part of the commitments it is.")
    label: str = strawberry.field(description="Its name for people.")
    position: int = strawberry.field(description="Its place in reading order, from 1.")
    column: int | None = strawberry.field(
        description="Its place among the columns of every comparison; null where it is no column."
    )
    places: list[Place] = strawberry.field(description="Where its words stand in the edition.")
    part_of: "Provision | None" = strawberry.field(
        resolver=_resolve_part_of, description="The provision around it."
    )
    parts: list["Provision"] = strawberry.field(
        resolver=_resolve_parts, description="The provisions within it, in reading order."
    )
    statements: list["NormativeStatement"] = strawberry.field(
        resolver=_resolve_statements_in,
        description="The statements that stand in it, in reading order.",
    )


@record_type(model.Event, description="A summit, at which something was promised or is due.")
class SummitEvent(Node):
    """A summit, at which something was promised or is due."""

    identifier: str = strawberry.field(description="Its short name.")
    label: str = strawberry.field(description="Its name for people.")
    description: str | None = strawberry.field(description="What it is.")


@strawberry.interface(
    description="A normative statement: one thing that the commitments promise, allow or define."
)
class NormativeStatement(Node):
    """A normative statement: one thing that the commitments promise, allow or define."""

    identifier: str = strawberry.field(
        description="Its short name, unique in its instrument: II.g. The letters are ours, in "
        "reading order, and permanent."
    )
    kind: StatementKind = strawberry.field(description="What it is.")
    position: int = strawberry.field(description="Its place in reading order, from 1.")
    verbatim: str = strawberry.field(
        description="The words of the commitments; … marks what is left out."
    )
    places: list[Place] = strawberry.field(description="Where these words stand in the edition.")
    modality: Concept = strawberry.field(description="How strongly it is worded.")
    qualifiers: list[Concept] = strawberry.field(
        description="What the words attach to it: as appropriate, if at all, in the extreme."
    )
    action: str = strawberry.field(description="What is to be done, in our words.")
    object: str = strawberry.field(description="To what, in our words.")
    triggers: list[Concept] = strawberry.field(description="When it applies, as codes.")
    applies_when: str | None = strawberry.field(
        description="When it applies, in our words; null: always."
    )
    loci: list[Concept] = strawberry.field(description="Where one would look for it.")
    severity: Severity | None = strawberry.field(
        description="What a framework's file lacks when it does not answer this; null: no file is "
        "checked for it."
    )
    severity_because: str = strawberry.field(
        description="How the words give that severity, or none."
    )
    examples: list[str] = strawberry.field(
        description="Examples the commitments give; none of them is required."
    )
    readings: list[Reading] = strawberry.field(
        description="Answers to open questions about the words: by question, the default first."
    )
    instrument: Instrument = strawberry.field(
        resolver=_resolve_instrument, description="The instrument it belongs to."
    )
    provision: Provision = strawberry.field(
        resolver=_resolve_provision, description="The provision it stands in."
    )
    depends_on: list["Dependency"] = strawberry.field(
        resolver=_resolve_depends_on,
        description="What it presupposes directly: statements, whole provisions, events.",
    )
    rests_on: list["NormativeStatement"] = strawberry.field(
        resolver=_resolve_rests_on,
        description="The statements it presupposes, directly or not, in reading order. A whole "
        "provision ends the path.",
    )
    dependants: list["NormativeStatement"] = strawberry.field(
        resolver=_resolve_dependants,
        description="The statements that presuppose it directly, in reading order.",
    )


def _statement_type(kind: StatementKind) -> Callable[[T], T]:
    return record_type(
        model.Statement,
        description=STATEMENT_KINDS[kind],
        when=lambda statement: statement.kind is kind,
    )


@_statement_type(StatementKind.REQUIREMENT)
class Requirement(NormativeStatement):
    """An atomic thing that the signatories promise."""

    polarity: Concept = strawberry.field(
        description="Whether something is to be done, or not to be done."
    )
    unchecked_because: str | None = strawberry.field(
        description="Why no file is checked for it; null where files are."
    )
    outcome: Provision | None = strawberry.field(
        resolver=_resolve_outcome, description="The outcome it serves."
    )
    exceptions: list["ExceptionClause"] = strawberry.field(
        resolver=_resolve_exceptions, description="The exceptions to it."
    )


@_statement_type(StatementKind.OUTCOME)
class OutcomeStatement(NormativeStatement):
    """The goal that an outcome states; never checked."""


@_statement_type(StatementKind.PERMISSION)
class Permission(NormativeStatement):
    """Something that the commitments allow."""


@_statement_type(StatementKind.EXCEPTION_CLAUSE)
class ExceptionClause(NormativeStatement):
    """A ground on which a requirement need not be kept in full."""

    limits: list[Requirement] = strawberry.field(
        resolver=_resolve_limits, description="The requirements it is an exception to."
    )


@_statement_type(StatementKind.DEFINITION)
class Definition(NormativeStatement):
    """What a word of the commitments means."""


@_statement_type(StatementKind.SCOPE_RULE)
class ScopeRule(NormativeStatement):
    """What the commitments are about, and what not."""


STATEMENT_TYPES = (
    Requirement,
    OutcomeStatement,
    Permission,
    ExceptionClause,
    Definition,
    ScopeRule,
)

Dependency: TypeAlias = Annotated[
    Requirement
    | OutcomeStatement
    | Permission
    | ExceptionClause
    | Definition
    | ScopeRule
    | Provision
    | SummitEvent,
    strawberry.union("Dependency", description="What a statement can depend on."),
]
