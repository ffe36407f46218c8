"""The commitments: their text, its parts and what each part says."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from pledgegraph.model.values import Agent, Concept, StatedDate
from pledgegraph.severity import Severity

SEOUL: Final = "seoul-2024"
"""The identifier of the commitments that the signatories endorsed."""


class StatementKind(StrEnum):
    """What a normative statement is (`ontology/instrument.ttl`, subclasses of its statement)."""

    REQUIREMENT = "Requirement"
    OUTCOME = "OutcomeStatement"
    PERMISSION = "Permission"
    EXCEPTION_CLAUSE = "ExceptionClause"
    DEFINITION = "Definition"
    SCOPE_RULE = "ScopeRule"


class ProvisionKind(StrEnum):
    """Which part of the commitments a provision is."""

    OPENING = "Provision"
    OUTCOME = "Outcome"
    PARAGRAPH = "Paragraph"
    BEST_PRACTICE = "BestPractice"
    FOOTNOTE = "Footnote"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the edition's text: code points from `start` up to, not with, `end`."""

    iri: str
    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer to an open question about the words, by somebody, on a day.

    `is_default` belongs to the pair of a statement and this reading: among the readings of a
    statement it says whether the data follows this one there. Found by its own IRI, a reading is a
    default where the data follows it for any statement.
    """

    iri: str
    identifier: str
    question: str
    interpretation: str
    is_default: bool
    attributed_to: Agent
    created: date
    implied_severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class TextFile:
    """The bytes that were read: where from, their SHA-256, and their text."""

    iri: str
    sha256: str
    retrieved_from: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The instrument as it stood on a day; quotations stand at their places in `file`."""

    iri: str
    label: str
    issued: StatedDate
    url: str
    licence: str
    attribution: str
    file: TextFile


@dataclass(frozen=True, slots=True)
class Instrument:
    """A set of commitments as a work, with the edition that is quoted here."""

    iri: str
    identifier: str
    title: str
    description: str
    edition: Edition


@dataclass(frozen=True, slots=True)
class Provision:
    """An addressable part of an instrument; `position` is its place in reading order, from 1.

    `column` is its place among the columns of every comparison, None where it is no column.
    `part_of` names the provision around it.
    """

    iri: str
    instrument: str
    identifier: str
    kind: ProvisionKind
    label: str
    position: int
    column: int | None
    part_of: str | None
    places: tuple[Place, ...]

    @property
    def rank(self) -> tuple[int, int]:
        """Its place where columns come first, in their order, then what is no column."""
        return (1, self.position) if self.column is None else (0, self.column)


@dataclass(frozen=True, slots=True)
class Statement:
    """One normative statement: what is promised, in which words, how strongly, and when.

    `provision`, `depends_on`, `exceptions` and `outcome` are IRIs. `polarity` and `severity` are
    None where the statement has none; `unchecked_because` then says why no file is checked.
    """

    iri: str
    instrument: str
    identifier: str
    kind: StatementKind
    provision: str
    position: int
    verbatim: str
    places: tuple[Place, ...]
    modality: Concept
    qualifiers: tuple[Concept, ...]
    polarity: Concept | None
    action: str
    object: str
    triggers: tuple[Concept, ...]
    applies_when: str | None
    depends_on: tuple[str, ...]
    exceptions: tuple[str, ...]
    outcome: str | None
    loci: tuple[Concept, ...]
    severity: Severity | None
    severity_because: str
    unchecked_because: str | None
    examples: tuple[str, ...]
    readings: tuple[Reading, ...]
