"""What each part of the commitments says.

Types that share the record `Statement` are told apart by its kind.
"""

from collections.abc import Callable
from typing import Annotated, Any, TypeAlias, TypeVar

import strawberry

from pledgegraph import model
from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.enums import STATEMENT_KINDS
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import asking, following
from pledgegraph.graphql.types.events import Event
from pledgegraph.graphql.types.instrument import Instrument, Place, Provision, Reading
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.references import DeadlineLater, RuleLater
from pledgegraph.graphql.types.values import Concept
from pledgegraph.model import StatementKind
from pledgegraph.severity import Severity

T = TypeVar("T", bound=type)

RestsOnProvisions = Annotated[
    list[str] | None,
    strawberry.argument(
        description='Only statements that stand in these provisions, such as ["FN1", "FN3"].'
    ),
]


def _resolve_rests_on(root: Any, info: Info, provisions: RestsOnProvisions = None) -> Any:
    wanted = None if provisions is None else tuple(provisions)
    return info.context.catalogue.list_rests_on(root, provisions=wanted)


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
    rules: list[RuleLater] = strawberry.field(
        resolver=asking(Catalogue.list_rules_of),
        description="The rules by which a file is checked for it, without their parts; none where "
        "no file is checked for it.",
    )
    instrument: Instrument = strawberry.field(
        resolver=asking(lambda c, root: c.get_instrument(root.instrument)),
        description="The instrument it belongs to.",
    )
    provision: Provision = strawberry.field(
        resolver=asking(Catalogue.get_provision_of), description="The provision it stands in."
    )
    depends_on: list["Dependency"] = strawberry.field(
        resolver=asking(Catalogue.list_dependencies),
        description="What it presupposes directly: statements, whole provisions, events.",
    )
    rests_on: list["NormativeStatement"] = strawberry.field(
        resolver=_resolve_rests_on,
        description="The statements it presupposes, directly or not, in reading order. A whole "
        "provision ends the path.",
    )
    dependants: list["NormativeStatement"] = strawberry.field(
        resolver=asking(Catalogue.list_dependants),
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
        resolver=following("outcome"), description="The outcome it serves."
    )
    exceptions: list["ExceptionClause"] = strawberry.field(
        resolver=asking(Catalogue.list_exceptions), description="The exceptions to it."
    )
    deadlines: list[DeadlineLater] = strawberry.field(
        resolver=asking(Catalogue.list_deadlines_for),
        description="The days by which it falls due, where an event sets one.",
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
        resolver=asking(Catalogue.list_excepted_by),
        description="The requirements it is an exception to.",
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
    | Event,
    strawberry.union("Dependency", description="What a statement can depend on."),
]
