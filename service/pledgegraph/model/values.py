"""What every other record is made of: codes, stated dates, agents."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Concept:
    """One code of a code list; `notation` is unique in its `scheme`, `position` starts at 1."""

    iri: str
    scheme: str
    notation: str
    label: str
    definition: str
    position: int
    broader: str | None = None
    scope_note: str | None = None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeList:
    """A concept scheme with its concepts in order of position."""

    iri: str
    name: str
    title: str
    description: str
    concepts: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as its source states it (day, month or year) and the days it can mean."""

    stated: str
    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class Agent:
    """Who said, published or judged something, and is no signatory.

    `part_of` is the IRI of the signatory that it is a part of; `is_assessor` says that assessments
    by it are on record. `not_independent_of` are the IRIs of what it shares its readings with.
    """

    iri: str
    label: str
    description: str | None = None
    part_of: str | None = None
    is_assessor: bool = False
    not_independent_of: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who drew a judgement, on which day, how, and who has read it since.

    `mode` is EARL's: semiAuto for a reading with machine help.
    """

    drawn_by: Agent
    drawn_on: date
    mode: str
    review_state: Concept
