"""The columns of the tables of cells: their names are stable, as clients rely on them.

Tidy: one row an organisation and promise, with the days it is about in each. A date is three
columns: as stated, earliest, latest.
"""

from functools import partial
from typing import Final

from pledgegraph.catalogue import Cell, Standing
from pledgegraph.model import Provision
from pledgegraph.status import CellStatus
from pledgegraph.web.comparison.cells import describe_promise
from pledgegraph.web.spreadsheet import Columns, date_columns


def _count_requirements(status: CellStatus, cell: Cell) -> int | None:
    if not isinstance(cell.promise, Provision):
        return None
    return sum(found.count for found in cell.requirements if found.status is status)


def _count_left_out(standing: Standing, cell: Cell) -> int:
    return sum(left.count for left in cell.left_out if left.standing is standing)


CELLS: Final[Columns[Cell]] = (
    ("organisation", lambda c: c.organisation.slug),
    ("organisation_label", lambda c: c.organisation.label),
    ("promise", lambda c: c.promise.identifier),
    ("kind", lambda c: "provision" if isinstance(c.promise, Provision) else "requirement"),
    ("promise_label", lambda c: describe_promise(c.promise)),
    ("status", lambda c: c.status.value),
    ("own_status", lambda c: c.own.value),
    ("supports", lambda c: c.counts.supports),
    ("partly_supports", lambda c: c.counts.partly_supports),
    ("contradicts", lambda c: c.counts.contradicts),
    # What supports one requirement wholly and another in part is in both columns above.
    ("in_favour", lambda c: c.counts.in_favour),
    ("claims", lambda c: len(c.claims)),
    ("searches", lambda c: [s.searched_on.isoformat() for s in c.searches]),
    *date_columns("newest", lambda c: c.newest, Cell),
    *(
        (f"requirements_{status.value.replace('-', '_')}", partial(_count_requirements, status))
        for status in CellStatus
        if status is not CellStatus.MIXED
    ),
    *(
        (f"left_out_{standing.value.replace('-', '_')}", partial(_count_left_out, standing))
        for standing in Standing
        if standing is not Standing.COUNTS
    ),
    ("as_of", lambda c: c.times.as_of),
    ("known_by", lambda c: c.times.known_by),
    ("organisation_iri", lambda c: c.organisation.iri),
    ("promise_iri", lambda c: c.promise.iri),
)
"""One row a cell. Of a requirement, the counts of requirements are empty."""
