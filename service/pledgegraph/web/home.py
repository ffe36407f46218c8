"""The home page: who published what by the deadline, the matrix, and what changed last.

Promises the answer to who had published what before everything else, each count leading to what it
counts. An event is on it when the data gives it a deadline for a publication, by whatever name.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Board, BoardRow, Cell, ChangeFilter
from pledgegraph.model import SEOUL, Change, Event, FrameworkVersion, Organisation
from pledgegraph.web.anchors import address_of
from pledgegraph.web.comparison.cells import MOST_ROWS, Matrix, create_matrix
from pledgegraph.web.comparison.subjects import list_subjects_of_cells
from pledgegraph.web.comparison.tables import CELLS
from pledgegraph.web.events.signs import PUBLICATION_SIGNS
from pledgegraph.web.forms import CSV, JSON, TURTLE
from pledgegraph.web.organisations.frameworks import name_version
from pledgegraph.web.rendering import Renderer, load_document
from pledgegraph.web.spreadsheet import format_csv
from pledgegraph.web.state import PageState
from pledgegraph.web.stateful import StatefulPage
from pledgegraph.web.turtle import describe_subjects

LATEST_CHANGES: Final = 6
_NOT_REVIEWED: Final = "not-reviewed"


@dataclass(frozen=True, slots=True)
class Count:
    """How many signatories are at one place of the board, and where they are listed."""

    sign: str
    words: str
    number: int
    address: str


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """Who had published what by the deadline of an event, or so far where it lies ahead."""

    board: Board
    due: date
    counts: tuple[Count, ...]
    address: str

    @property
    def event(self) -> Event:
        """The event."""
        return self.board.event

    @property
    def searched_later(self) -> tuple[date, ...]:
        """The days after the one told of on which was searched for what is told as not there."""
        without = [row for row in self.board.rows if row.first_version is None]
        days = {row.search.searched_on for row in without if row.search is not None}
        return tuple(sorted(day for day in days if day > self.board.times.as_of))

    @property
    def is_over(self) -> bool:
        """Whether the last day is not after the day that is asked about."""
        return self.board.times.as_of >= self.due


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A step between two versions, with whose it is and where it is told."""

    change: Change
    before: FrameworkVersion
    after: FrameworkVersion
    title: str
    organisations: tuple[Organisation, ...]

    @property
    def names(self) -> tuple[str, str]:
        """What the two versions are called."""
        return name_version(self.before), name_version(self.after)

    @property
    def address(self) -> str:
        """Where it is told on the page of the first of its organisations."""
        return address_of(self.after.iri, self.organisations[0].slug)


@dataclass(frozen=True, slots=True)
class HomePage:
    """The home page in each of its forms."""

    service: Service
    renderer: Renderer

    def show(self, state: PageState, form: str) -> bytes:
        """Return the page in `form`, a media type."""
        if form == JSON:
            return self.renderer.answer("home", self._list_variables(state))
        organisations = self.service.catalogue.organisations
        if form == CSV:
            return format_csv(CELLS, self._list_cells(state, organisations)).encode()
        if form == TURTLE:
            return self._describe(state, self._list_cells(state, organisations))
        matrix = self._create_matrix(state, organisations[:MOST_ROWS])
        return self.renderer.render(
            "home.html",
            state=state,
            title=self.name(state),
            deadline=self._find_deadline(state),
            matrix=matrix,
            number=len(organisations),
            changes=self._list_changes(state),
            document=load_document("home").strip(),
            variables=self._list_variables(state),
        )

    def name(self, _: PageState) -> str:
        """Return what the page is called."""
        return "Frontier AI Safety Commitments: what is on record"

    def _create_matrix(self, state: PageState, organisations: Iterable[Organisation]) -> Matrix:
        catalogue = self.service.catalogue
        return create_matrix(catalogue, state, organisations, catalogue.list_columns(SEOUL))

    def _list_cells(
        self, state: PageState, organisations: Iterable[Organisation]
    ) -> tuple[Cell, ...]:
        return tuple(view.cell for view in self._create_matrix(state, organisations).cells)

    def _find_deadline(self, state: PageState) -> DeadlineView | None:
        """Return the first event with a deadline for a publication; None where none has one."""
        catalogue = self.service.catalogue
        for event in catalogue.events:
            found = catalogue.find_publication_deadline(event)
            if found is not None and found.due is not None:
                day = min(found.due, state.times.as_of)
                board = catalogue.get_board(event, replace(state.times, as_of=day))
                path = f"/events/{event.identifier}"
                counts = tuple(_list_counts(state, board, path))
                return DeadlineView(board, found.due, counts, state.link(path))
        return None

    def _list_changes(self, state: PageState) -> tuple[ChangeView, ...]:
        catalogue = self.service.catalogue
        found = catalogue.list_changes(ChangeFilter(), state.times)[:LATEST_CHANGES]
        return tuple(
            ChangeView(
                change=change,
                before=catalogue.get_version_before(change),
                after=(after := catalogue.get_version_after(change)),
                title=catalogue.get_framework_of(after).title,
                organisations=catalogue.list_organisations_at(change),
            )
            for change in found
        )

    def _list_variables(self, state: PageState) -> dict[str, object]:
        deadline, times = self._find_deadline(state), state.times
        return {
            "rows": min(len(self.service.catalogue.organisations), 20),
            "event": deadline.event.identifier if deadline else "",
            "byDeadline": deadline is not None,
            "due": deadline.board.times.as_of.isoformat() if deadline else None,
            "asOf": times.as_of.isoformat(),
            "knownBy": times.known_by.isoformat(),
        }

    def _describe(self, state: PageState, cells: Iterable[Cell]) -> bytes:
        """Return as Turtle what is stated about all that the page tells of."""
        subjects = [*list_subjects_of_cells(cells)]
        for view in self._list_changes(state):
            subjects += (view.change.iri, view.before.iri, view.after.iri)
        deadline = self._find_deadline(state)
        if deadline is not None:
            subjects += (deadline.event.iri, deadline.board.deadline.iri)
            subjects += (iri for row in deadline.board.rows for iri in _list_subjects_of(row))
        return describe_subjects(self.service.store, subjects)


def create_home_pages(service: Service, renderer: Renderer) -> tuple[StatefulPage, ...]:
    """Return the home page over `service`."""
    page = HomePage(service, renderer)
    return (StatefulPage("/", page.show, page.name, data_path="/index"),)


def _list_counts(state: PageState, board: Board, path: str) -> Iterable[Count]:
    """Return how many have which code, most first in its order; those with none are left out.

    Of those on whom nothing is on record by that day, whoever published later is told as such.
    """
    for found in board.by_publication:
        assert found.code is not None  # each row has a code of that list
        notation = found.code.notation
        address = state.link(path, publication=notation, as_of=board.times.as_of) + "#rows"
        rows = [r for r in board.rows if r.publication == found.code]
        later = [r for r in rows if notation == _NOT_REVIEWED and r.later is not None]
        sign = PUBLICATION_SIGNS[notation]
        if later:
            yield Count(sign, "published only later", len(later), address)
        if len(rows) > len(later):
            yield Count(sign, found.code.label, len(rows) - len(later), address)


def _list_subjects_of(row: BoardRow) -> Iterable[str]:
    yield row.organisation.endorsement.iri
    yield from (v.iri for v in (row.first_version, row.draft, row.later) if v is not None)
    if row.search is not None:
        yield row.search.iri
