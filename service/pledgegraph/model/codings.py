"""What coders who saw no other's work linked the same evidence to, and how differences ended."""

from dataclasses import dataclass
from datetime import date

from pledgegraph.model.values import Agent


@dataclass(frozen=True, slots=True)
class Coding:
    """What one coder linked one piece of evidence to: kept as it was made, for agreement.

    `evidence` is an IRI, and so are the requirements, in reading order; one that is not named was
    not linked. `number` is the round, 1 or 2; `mode` is EARL's.
    """

    iri: str
    evidence: str
    number: int
    supports: tuple[str, ...]
    partly_supports: tuple[str, ...]
    contradicts: tuple[str, ...]
    drawn_by: Agent
    drawn_on: date
    mode: str


@dataclass(frozen=True, slots=True)
class Settlement:
    """The decision on what two codings of one piece of evidence are to become.

    It is made where they differ, or where a later clarification of the codebook overrules what they
    agree on. `evidence` is an IRI; what was decided stands as its bearings.
    """

    iri: str
    evidence: str
    because: str
    drawn_by: Agent
    drawn_on: date
    mode: str
