"""What is on record on one promise for all, and what is open about one organisation.

Promises sentences that speak of the record, never of what an organisation did. Imports no third
party.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue.cells import (
    Cell,
    Promise,
    StatusCount,
    count_statuses,
    is_checkable,
)
from pledgegraph.catalogue.comparison import ComparisonCatalogue
from pledgegraph.catalogue.times import Standing, Times
from pledgegraph.model import Bearing, Organisation, Statement, StatementKind
from pledgegraph.status import CellStatus

_SUPPORTS: Final = "supports"

_OPEN: Final[Mapping[CellStatus, str]] = {
    CellStatus.NOT_REVIEWED: "nothing is on record here. If it is answered somewhere, please say "
    "where.",
    CellStatus.NONE_FOUND: "a search found nothing. If it is answered somewhere, please say where.",
    CellStatus.PARTLY: "what is on record here supports it in part. If there is more, please say "
    "where.",
    CellStatus.CONTRADICTED: "what is on record here speaks against it. If that is wrong or has "
    "changed, please say where it is answered.",
    CellStatus.CONTESTED: "some of what is on record here speaks for it and some against it. If "
    "that can be settled, please say by what.",
    CellStatus.NOT_ADDRESSED: "the record of the framework says that its text does not answer it. "
    "If another text does, please say where.",
}
"""What is to be said of each status that leaves something open, after the words of the promise."""

_OTHER: Final[Mapping[Standing, str]] = {
    Standing.REPLACED: " Something is on record of an earlier text of the framework.",
    Standing.NOT_YET_IN_FORCE: " Something is on record of a text that is not yet in force.",
}
"""What is added where a text that does not count says something."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is on record about all organisations on one promise."""

    promise: Promise
    times: Times
    statuses: tuple[StatusCount, ...]
    cells: tuple[Cell, ...]

    @property
    def iri(self) -> str:
        """Its name among all coverages of one dataset revision."""
        return f"coverage:{self.promise.iri}@{self.times.as_of}/{self.times.known_by}"


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement of which something is open in what is on record about an organisation.

    `sentence` says what, in words that could be sent to the organisation as they are.
    """

    cell: Cell
    requirement: Statement
    sentence: str

    @property
    def iri(self) -> str:
        """The name of its cell."""
        return self.cell.iri


class CoverageCatalogue(ComparisonCatalogue):
    """The part of the catalogue that looks along one row or one column of the comparison."""

    def get_coverage(self, promise: Promise, times: Times) -> Coverage:
        """Return what is on record on `promise` about each organisation, by label."""
        cells = tuple(self.get_cell(o, promise, times) for o in self.organisations)
        return Coverage(promise, times, count_statuses(c.status for c in cells), cells)

    def list_gaps(self, organisation: Organisation, times: Times) -> tuple[Gap, ...]:
        """Return the requirements of which something is open, in reading order.

        Those for which a file is checked, and of the others, which are a matter of conduct, those
        on which something is on record. What is supported, or is said with a reason not to apply or
        to be held back, is not open.
        """
        requirements = (s for s in self.statements if s.kind is StatementKind.REQUIREMENT)
        cells = ((s, self.get_cell(organisation, s, times)) for s in requirements)
        return tuple(Gap(c, s, _tell(s, c)) for s, c in cells if _is_open(s, c))

    def list_examples(self, requirement: Statement, times: Times) -> tuple[Bearing, ...]:
        """Return the bearings that support `requirement`, of all organisations, by evidence.

        An organisation has none where anything on record speaks against it.
        """
        cells = (self.get_cell(o, requirement, times) for o in self.organisations)
        return tuple(
            bearing
            for cell in cells
            if cell.status is CellStatus.SUPPORTED
            for bearing in cell.bearings
            if bearing.direction.notation == _SUPPORTS
        )


def _is_open(requirement: Statement, cell: Cell) -> bool:
    is_due = is_checkable(requirement) or cell.status is not CellStatus.NOT_REVIEWED
    return is_due and cell.status in _OPEN


def _tell(statement: Statement, cell: Cell) -> str:
    other = next((_OTHER[x.standing] for x in cell.left_out if x.standing in _OTHER), "")
    what = f"{statement.identifier} (“{statement.verbatim}”)"
    times = cell.times
    known = f"as known on {times.known_by}"
    day = known if times.as_of == times.known_by else f"as of {times.as_of}, {known}"
    return f"{what}: {day}, {_OPEN[cell.status]}{other}"
