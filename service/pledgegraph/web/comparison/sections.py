"""The parts of the page that compares: one for each provision and each requirement asked for.

Promises that those about whom nothing is on record come first, and that evidence is told only where
it can be read: for few organisations, or few requirements.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue import Catalogue, Promise, StatusCount, count_statuses
from pledgegraph.model import Organisation, Provision, Statement
from pledgegraph.status import CellStatus
from pledgegraph.web.comparison.cells import (
    CellView,
    Matrix,
    PromiseView,
    create_matrix,
    link_cell,
)
from pledgegraph.web.comparison.choice import Choice, list_requirements_in
from pledgegraph.web.comparison.opened import (
    NOTHING,
    Opened,
    group_by_status,
    name_anchor,
    open_cell,
)
from pledgegraph.web.state import PageState

# More of either is a table to choose from, and no longer a text to read.
_MOST_SIDE_BY_SIDE: Final = 4
_MOST_REQUIREMENTS: Final = 8


@dataclass(frozen=True, slots=True)
class Tally:
    """A promise with how many of the organisations have which status."""

    promise: PromiseView
    counts: tuple[StatusCount, ...]


@dataclass(frozen=True, slots=True)
class ProvisionSection:
    """A provision with its requirements: the cells, and what they open to for few organisations.

    `opened` is empty where there are too many organisations to read about.
    """

    provision: Provision
    matrix: Matrix
    tallies: tuple[Tally, ...]
    opened: tuple[Opened, ...]

    @property
    def cells(self) -> tuple[CellView, ...]:
        """Every cell of it."""
        return self.matrix.cells


@dataclass(frozen=True, slots=True)
class RequirementSection:
    """One requirement: organisations by status, those without anything on record first.

    `wholes` are the cells of the provision that it stands in, by the slug of the organisation;
    there are none where that is no column of a comparison. `is_open` says that the evidence is
    told, and not only which status there is.
    """

    requirement: Statement
    provision: Provision
    opened: tuple[Opened, ...]
    wholes: Mapping[str, CellView]
    is_open: bool

    @property
    def groups(self) -> Mapping[CellStatus, tuple[Opened, ...]]:
        """The organisations that something is on record about, by status."""
        groups = group_by_status(self.opened)
        return {status: found for status, found in groups.items() if status not in NOTHING}

    @property
    def without(self) -> tuple[Opened, ...]:
        """The organisations that nothing is on record about."""
        return tuple(o for o in self.opened if o.cell.status in NOTHING)

    @property
    def cells(self) -> tuple[CellView, ...]:
        """Every cell of it."""
        return tuple(o.view for o in self.opened)


def is_few(choice: Choice) -> bool:
    """Whether the organisations of `choice` can be read side by side."""
    return len(choice.organisations) <= _MOST_SIDE_BY_SIDE


def list_provision_sections(
    catalogue: Catalogue, state: PageState, choice: Choice
) -> tuple[ProvisionSection, ...]:
    """Return a section for each provision of `choice`."""
    return tuple(_open_provision(catalogue, state, choice, p) for p in choice.provisions)


def list_requirement_sections(
    catalogue: Catalogue, state: PageState, choice: Choice
) -> tuple[RequirementSection, ...]:
    """Return a section for each requirement of `choice`."""
    is_open = len(choice.requirements) <= _MOST_REQUIREMENTS or is_few(choice)
    return tuple(
        _open_requirement(catalogue, state, choice, requirement, is_open=is_open)
        for requirement in choice.requirements
    )


def _open_requirement(
    catalogue: Catalogue,
    state: PageState,
    choice: Choice,
    requirement: Statement,
    *,
    is_open: bool,
) -> RequirementSection:
    provision = catalogue.get_provision_of(requirement)
    is_column = provision.column is not None
    promises: tuple[Promise, ...] = (requirement, provision) if is_column else (requirement,)
    rows = create_matrix(catalogue, state, choice.organisations, promises).rows
    return RequirementSection(
        requirement=requirement,
        provision=provision,
        opened=tuple(open_cell(catalogue, row.cells[0]) for row in rows),
        wholes={row.organisation.slug: row.cells[1] for row in rows if is_column},
        is_open=is_open,
    )


def _open_provision(
    catalogue: Catalogue, state: PageState, choice: Choice, provision: Provision
) -> ProvisionSection:
    promises: tuple[Promise, ...] = (provision, *list_requirements_in(catalogue, provision))
    few = is_few(choice)

    def find_address(organisation: Organisation, promise: Promise) -> str:
        """Lead down the page to what is told there, else to the page that opens the cell."""
        is_told = few and promise is provision
        anchor = name_anchor(organisation, promise)
        return f"#{anchor}" if is_told else link_cell(state, organisation, promise)

    matrix = create_matrix(
        catalogue, state, choice.organisations, promises, find_address=find_address
    )
    # The cell of the provision holds what is on its requirements too.
    wholes = (row.cells[0] for row in matrix.rows) if few else ()
    return ProvisionSection(
        provision=provision,
        matrix=matrix,
        tallies=tuple(_tally(promise, views) for promise, views in matrix.turned),
        opened=tuple(open_cell(catalogue, view) for view in wholes),
    )


def _tally(promise: PromiseView, views: tuple[CellView, ...]) -> Tally:
    return Tally(promise, count_statuses(view.cell.status for view in views))
