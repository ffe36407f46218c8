"""One cell of the comparison: what is on record about an organisation and a promise, counted.

Promises counts of pieces of evidence, and a status that follows from what counts. Imports no third
party.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from pledgegraph.catalogue.left_out import LeftOut
from pledgegraph.catalogue.times import Standing, Times
from pledgegraph.model import (
    Bearing,
    Claim,
    Organisation,
    Provision,
    Search,
    StatedDate,
    Statement,
    StatementKind,
)
from pledgegraph.status import CellStatus, Signals, cell_status

Promise: TypeAlias = Provision | Statement
"""What a column is about: a provision, or one requirement."""

_DIRECTIONS: Final[Mapping[str, str]] = {
    "supports": "supports",
    "partly-supports": "partly_supports",
    "contradicts": "contradicts",
}
_COVERAGES: Final[Mapping[str, str]] = {
    "addressed": "addressed",
    "partly-addressed": "partly_addressed",
    "withheld": "withheld",
    "not-applicable": "not_applicable",
    "not-addressed": "not_addressed",
}
_SPEAKS_FOR: Final = frozenset({"addressed", "partly-addressed"})


@dataclass(frozen=True, slots=True)
class DirectionCounts:
    """How many pieces of evidence point each way: one that does so for two promises counts once.

    One that supports a promise wholly and another in part counts in both; `in_favour` counts it
    once.
    """

    supports: int
    partly_supports: int
    contradicts: int
    in_favour: int


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many have one status."""

    status: CellStatus
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What is on record about one organisation and one promise at some times.

    `own` is the status of what is on the promise itself; for a provision `status` is what this has
    in common with its requirements, and `requirements` says how many of them have each status: all
    that a file is checked for, and of the others, which are a matter of conduct, those on which
    something is on record. `bearings` and `claims` are those that count, for a provision with
    those on its requirements, in reading order. `searches` are those for just this promise.
    `newest` is the date of the newest source of these bearings. `left_out` counts pieces of
    evidence that do not count, by the reason.
    """

    organisation: Organisation
    promise: Promise
    times: Times
    status: CellStatus
    own: CellStatus
    counts: DirectionCounts
    newest: StatedDate | None
    requirements: tuple[StatusCount, ...]
    bearings: tuple[Bearing, ...]
    claims: tuple[Claim, ...]
    searches: tuple[Search, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def iri(self) -> str:
        """Its name among all cells; nothing is stated about it, as it is never stored."""
        name = f"{self.organisation.slug}/{self.promise.identifier}"
        return f"cell:{name}@{self.times.as_of}/{self.times.known_by}"


@dataclass(frozen=True, slots=True)
class Found:
    """What is on one promise itself: what counts, and the evidence that does not, by reason."""

    bearings: tuple[Bearing, ...]
    claims: tuple[Claim, ...]
    searches: tuple[Search, ...]
    left_out: tuple[tuple[str, Standing], ...]

    @property
    def status(self) -> CellStatus:
        """What is on record on the promise itself."""
        counts = Counter(_DIRECTIONS[b.direction.notation] for b in self.bearings)
        counts.update(
            _COVERAGES[c.coverage.notation]
            for c in self.claims
            if c.evidence or c.coverage.notation not in _SPEAKS_FOR
        )
        none_found = sum(s.publication.notation == "none-found" for s in self.searches)
        return cell_status(Signals(**counts, none_found=none_found))


def count_directions(bearings: Iterable[Bearing]) -> DirectionCounts:
    """Return how many pieces of evidence point each way by `bearings`."""
    pairs = {(b.evidence, _DIRECTIONS[b.direction.notation]) for b in bearings}
    counts = Counter(direction for _, direction in pairs)
    return DirectionCounts(
        supports=counts["supports"],
        partly_supports=counts["partly_supports"],
        contradicts=counts["contradicts"],
        in_favour=len({evidence for evidence, way in pairs if way != "contradicts"}),
    )


def count_statuses(statuses: Iterable[CellStatus]) -> tuple[StatusCount, ...]:
    """Return how many of `statuses` there are of each, in the order of the list `cell`.

    >>> [found.count for found in count_statuses([CellStatus.PARTLY, CellStatus.SUPPORTED] * 2)]
    [2, 2]
    """
    counts = Counter(statuses)
    return tuple(StatusCount(status, counts[status]) for status in CellStatus if counts[status])


def is_checkable(statement: Statement) -> bool:
    """Whether a framework's file is checked for `statement`: a requirement that is no conduct."""
    return statement.kind is StatementKind.REQUIREMENT and statement.unchecked_because is None
