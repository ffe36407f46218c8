"""What is read first, since everything about organisations links it."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from pledgegraph.model import (
    Agent,
    CodeList,
    Event,
    Instrument,
    Organisation,
    Provision,
    Statement,
    StatementKind,
)
from pledgegraph.reader.codes import Codes
from pledgegraph.reader.node import Node


@dataclass(frozen=True, slots=True)
class Ground:
    """The commitments, who signed them, who spoke and what happened; codes; each by IRI.

    `concepts` are those of the whole graph, unread: scales of assessors are among them.
    """

    concepts: Mapping[str, Node]
    code_lists: tuple[CodeList, ...]
    codes: Codes
    instruments: Mapping[str, Instrument]
    provisions: Mapping[str, Provision]
    statements: Mapping[str, Statement]
    organisations: Mapping[str, Organisation]
    agents: Mapping[str, Agent]
    events: Mapping[str, Event]

    @property
    def promises(self) -> frozenset[str]:
        """The IRIs of provisions and statements."""
        return frozenset(chain(self.provisions, self.statements))

    @property
    def requirements(self) -> dict[str, Statement]:
        """The requirements among the statements, by IRI."""
        return {
            iri: statement
            for iri, statement in self.statements.items()
            if statement.kind is StatementKind.REQUIREMENT
        }

    @property
    def answerable(self) -> dict[str, Statement]:
        """What a claim may answer, by IRI: the requirements, and the grounds of exceptions."""
        kinds = (StatementKind.REQUIREMENT, StatementKind.EXCEPTION_CLAUSE)
        return {iri: s for iri, s in self.statements.items() if s.kind in kinds}
