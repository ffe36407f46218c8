"""What happened, what falls due, and what was looked for."""

from dataclasses import dataclass
from datetime import date

from pledgegraph.model.values import Concept, StatedDate


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or is due; `organisations` are the IRIs of those it concerns.

    `end` is None where it is not known or where the start is all there is.
    """

    iri: str
    identifier: str
    label: str
    description: str | None
    kind: Concept
    start: StatedDate | None
    end: date | None
    organisations: tuple[str, ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for a requirement because of an event; `requirement` and `event` are IRIs."""

    iri: str
    requirement: str
    event: str
    due: date | None
    description: str | None
    disagreements: tuple[str, ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """A dated look for something that was not found, or was found out of scope."""

    iri: str
    organisation: str
    sought: tuple[str, ...]
    publication: Concept
    searched_on: date
    description: str | None
    disagreements: tuple[str, ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DatasetRecord:
    """The data as a whole; `known_to` is the last day up to which it was gathered."""

    iri: str
    title: str
    description: str
    known_to: date
