"""Cells as pages show them: in a table of organisations and promises, each leading further.

Promises that a cell has a name which says in words all that it shows. Must not know which page the
table stands on: where its cells lead is given.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from pledgegraph.catalogue import Catalogue, Cell, Promise, Times
from pledgegraph.model import Organisation, Provision
from pledgegraph.web.state import PageState
from pledgegraph.web.statuses import get_status_sign

MOST_ROWS: Final = 100
"""As many organisations as a table of all of them shows: its other forms hold every one."""


FindAddress: TypeAlias = Callable[[Organisation, Promise], str]
"""Says where the cell of an organisation and a promise leads."""


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell and where it leads."""

    cell: Cell
    address: str

    @property
    def number_for(self) -> int:
        """How many pieces of evidence support it, wholly or partly; each once."""
        return self.cell.counts.in_favour

    @property
    def number_against(self) -> int:
        """How many pieces of evidence contradict it; each once."""
        return self.cell.counts.contradicts

    @property
    def name(self) -> str:
        """What it says, for who does not see the table around it.

        A provision is named with its label, a requirement by its identifier.
        """
        promise = self.cell.promise
        label = f" {promise.label}" if isinstance(promise, Provision) else ""
        word = get_status_sign(self.cell.status).word
        counts = f", {self.number_for} for, {self.number_against} against"
        says = counts if self.number_for or self.number_against else ""
        return f"{self.cell.organisation.label}, {promise.identifier}{label}: {word}{says}"


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promise at the head of a column or a row, and where it leads."""

    promise: Promise
    address: str

    @property
    def words(self) -> str:
        """What it is about, in words."""
        return describe_promise(self.promise)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """The cells of one organisation, in the order of the columns."""

    organisation: Organisation
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Organisations in rows and promises in columns."""

    columns: tuple[PromiseView, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def turned(self) -> tuple[tuple[PromiseView, tuple[CellView, ...]], ...]:
        """The same with the promises in rows."""
        cells = zip(*(row.cells for row in self.rows), strict=True)
        return tuple(zip(self.columns, cells, strict=True))

    @property
    def cells(self) -> tuple[CellView, ...]:
        """Every cell, row by row."""
        return tuple(view for row in self.rows for view in row.cells)

    @property
    def statuses(self) -> frozenset[str]:
        """The statuses that some cell has."""
        return frozenset(view.cell.status.value for view in self.cells)


def create_matrix(
    catalogue: Catalogue,
    state: PageState,
    organisations: Iterable[Organisation],
    promises: Iterable[Promise],
    *,
    find_address: FindAddress | None = None,
) -> Matrix:
    """Return the cells of `organisations` and `promises` at the times of `state`.

    Without `find_address` a cell leads to what it opens to on the page that compares.
    """
    columns = tuple(promises)
    lead = find_address or (lambda o, p: link_cell(state, o, p))
    return Matrix(
        tuple(PromiseView(p, link_promise(state, p)) for p in columns),
        tuple(
            MatrixRow(o, tuple(_view(catalogue, o, p, state.times, lead) for p in columns))
            for o in organisations
        ),
    )


def describe_promise(promise: Promise) -> str:
    """Return what `promise` is about: the label of a provision, the act of a requirement."""
    if isinstance(promise, Provision):
        return promise.label
    return f"{promise.action}: {promise.object}"


def link_cell(state: PageState, organisation: Organisation, promise: Promise) -> str:
    """Return where a cell is opened."""
    return link_promise(state, promise, organisations=(organisation.slug,))


def link_promise(
    state: PageState, promise: Promise, *, organisations: tuple[str, ...] | None = None
) -> str:
    """Return where a promise is compared; without `organisations` for those of the page."""
    kind = "provisions" if isinstance(promise, Provision) else "requirements"
    slugs = state.list_values("organisations") if organisations is None else organisations
    return state.link("/compare", organisations=slugs, **{kind: promise.identifier})


def _view(
    catalogue: Catalogue,
    organisation: Organisation,
    promise: Promise,
    times: Times,
    find_address: FindAddress,
) -> CellView:
    cell = catalogue.get_cell(organisation, promise, times)
    return CellView(cell, find_address(organisation, promise))
