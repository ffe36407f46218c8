"""Which other promises and laws correspond."""

from dataclasses import dataclass

from pledgegraph.model.values import Attribution, Concept, StatedDate


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a commitment set, in our own words; `position` starts at 1."""

    iri: str
    text: str
    position: int


@dataclass(frozen=True, slots=True)
class CommitmentSet:
    """Another set of promises or duties that the commitments are compared with."""

    iri: str
    slug: str
    title: str
    nature: str
    issued: StatedDate
    url: str
    clauses: tuple[Clause, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CrosswalkLink:
    """How a provision relates to a place in another set: somebody's reading, with its state.

    `provision` and `commitment_set` are IRIs; `clause_cited` is None where nothing corresponds.
    """

    iri: str
    provision: str
    commitment_set: str
    clause_cited: str | None
    relation: Concept
    because: str | None
    attribution: Attribution
    sources: tuple[str, ...]
