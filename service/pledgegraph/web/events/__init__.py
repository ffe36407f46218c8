"""The pages of events: all of them by day, and each with who had published what by its deadline.

Promises that a count leads to what it counts, that dates and readings on which an answer hangs
stand beside it, and that nothing is told of a signatory but what is on record here.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import (
    Board,
    BoardFilter,
    BoardRow,
    EventFilter,
    LeftOut,
    Timeliness,
    sum_left_out,
)
from pledgegraph.errors import NotFound
from pledgegraph.model import Event, Organisation
from pledgegraph.web.anchors import address_of
from pledgegraph.web.events.calendar import CALENDAR, format_calendar
from pledgegraph.web.events.entries import list_entries
from pledgegraph.web.events.signs import (
    NONE,
    PUBLICATION_SIGNS,
    TIMELINESS_SIGNS,
    describe_days,
)
from pledgegraph.web.events.subjects import list_subjects, list_subjects_of_board
from pledgegraph.web.events.tables import BOARD, EVENTS, EventRow, TableRow
from pledgegraph.web.forms import CSV, HTML, JSON, TABLE_FORMATS, TURTLE
from pledgegraph.web.rendering import Renderer, load_document
from pledgegraph.web.spreadsheet import format_csv
from pledgegraph.web.standings import describe_left_out
from pledgegraph.web.state import Kind, PageState, Parameter
from pledgegraph.web.stateful import StatefulPage
from pledgegraph.web.turtle import describe_subjects

_MOST_ROWS: Final = 40
"""As many rows as one GraphQL request may ask for with all that the page tells of each."""

FORMATS: Final = {**TABLE_FORMATS, "ics": CALENDAR}

PARAMETERS: Final = (
    Parameter("publication", Kind.NAME, choices=tuple(PUBLICATION_SIGNS)),
    Parameter("timeliness", Kind.NAME, choices=(*Timeliness, NONE)),
)


@dataclass(frozen=True, slots=True)
class EventPages:
    """The pages in each of their forms."""

    service: Service
    renderer: Renderer

    # --- all events ------------------------------------------------------------------------

    def show_list(self, state: PageState, form: str) -> bytes:
        """Return the page of all events in `form`, a media type."""
        variables = {"kinds": [*state.list_values("kinds")] or None}
        if form == JSON:
            return self.renderer.answer("events", variables)
        wanted = EventFilter(kinds=state.list_values("kinds") or None)
        rows = [self._enter(event) for event in self.service.catalogue.list_events(wanted)]
        if form != HTML:
            return self._show_data(rows, state, form)
        as_of = state.times.as_of
        ahead = [r for r in rows if r.event.start is None or r.event.start.latest > as_of]
        return self.renderer.render(
            "events.html",
            state=state,
            title=self.name_list(state),
            ahead=ahead,
            past=[r for r in reversed(rows) if r not in ahead],
            kinds=Counter(e.kind for e in self.service.catalogue.events),
            describe_when=describe_when,
            document=load_document("events").strip(),
            variables=variables,
        )

    def name_list(self, state: PageState) -> str:
        """Return what the page of all events is called."""
        kinds = state.list_values("kinds")
        return f"Events: {', '.join(kinds)}" if kinds else "Events"

    # --- one event -------------------------------------------------------------------------

    def show_event(self, state: PageState, form: str) -> bytes:
        """Return the page of one event in `form`, a media type.

        Raises:
            NotFound: there is no such event, or no day of it is known that a calendar could show.
        """
        catalogue = self.service.catalogue
        row = self._enter(catalogue.get_event(state.name))
        board = catalogue.find_board(row.event, state.times)
        rows = () if board is None else catalogue.list_board_rows(board, _read_filter(state))
        variables = _list_variables(row.event, board, rows, state)
        if form == JSON:
            return self.renderer.answer("event", variables)
        if form == CSV and board is not None:
            return format_csv(BOARD, (TableRow(r, board) for r in rows)).encode()
        if form == TURTLE and board is not None:
            subjects = (*list_subjects([row]), *list_subjects_of_board(board, rows))
            return describe_subjects(self.service.store, subjects)
        if form != HTML:
            return self._show_data([row], state, form)
        return self._show_html(state, row, board, rows, variables)

    def name_event(self, state: PageState) -> str:
        """Return what the page of an event is called.

        Raises:
            NotFound: there is no such event; with the nearest.
        """
        catalogue = self.service.catalogue
        event = catalogue.get_event(state.name)
        has_board = catalogue.find_publication_deadline(event) is not None
        return f"{event.label}: who had published what" if has_board else event.label

    def _show_html(
        self,
        state: PageState,
        row: EventRow,
        board: Board | None,
        rows: tuple[BoardRow, ...],
        variables: dict[str, object],
    ) -> bytes:
        return self.renderer.render(
            "event.html",
            state=state,
            title=self.name_event(state),
            event=row.event,
            organisations=row.organisations,
            deadlines=[(d, self.service.catalogue.find_node(d.requirement)) for d in row.deadlines],
            board=board,
            rows=rows,
            is_chosen=bool(state.find_value("publication") or state.find_value("timeliness")),
            left_out=describe_left_out(_sum_left_out(board), state.times),
            hinging=_list_hinging(board),
            publication_signs=PUBLICATION_SIGNS,
            timeliness_signs=TIMELINESS_SIGNS,
            no_timing=NONE,
            address_of=address_of,
            describe_days=describe_days,
            describe_when=describe_when,
            document=load_document("event").strip(),
            variables=variables,
        )

    # --- inside ----------------------------------------------------------------------------

    def _enter(self, event: Event) -> EventRow:
        catalogue = self.service.catalogue
        found = [catalogue.find_node(iri) for iri in event.organisations]
        organisations = tuple(o for o in found if isinstance(o, Organisation))
        return EventRow(event, organisations, catalogue.list_deadlines_at(event))

    def _show_data(self, rows: list[EventRow], state: PageState, form: str) -> bytes:
        """Return `rows` as a table, as Turtle or as a calendar."""
        if form == CSV:
            return format_csv(EVENTS, rows).encode()
        if form == TURTLE:
            return describe_subjects(self.service.store, list_subjects(rows))
        base_url = self.renderer.deployment.base_url
        entries = tuple(list_entries(self.service.catalogue, (row.event for row in rows), base_url))
        if not entries:  # a calendar without an entry is none
            raise NotFound(kind="day of it", given=state.name)
        return format_calendar(entries, stamp=state.times.known_to).encode()


def create_event_pages(service: Service, renderer: Renderer) -> tuple[StatefulPage, ...]:
    """Return the page of all events and that of each, over `service`."""
    pages = EventPages(service, renderer)
    kinds = tuple(dict.fromkeys(event.kind.notation for event in service.catalogue.events))
    return (
        StatefulPage(
            "/events",
            pages.show_list,
            pages.name_list,
            (Parameter("kinds", Kind.NAMES, choices=kinds),),
            FORMATS,
        ),
        StatefulPage("/events/{name}", pages.show_event, pages.name_event, PARAMETERS, FORMATS),
    )


def describe_when(event: Event) -> str:
    """Return when an event was, in words."""
    if event.start is None:
        return "day not on record"
    if event.end is None or event.end == event.start.latest:
        return event.start.stated
    return f"{event.start.stated} to {event.end.isoformat()}"


def _read_filter(state: PageState) -> BoardFilter:
    publication, timeliness = (state.list_values(n) for n in ("publication", "timeliness"))
    is_none = timeliness == (NONE,)
    return BoardFilter(
        publications=publication or None,
        timeliness=None if is_none else timeliness or None,
        is_timed=False if is_none else None,
    )


def _list_variables(
    event: Event, board: Board | None, rows: tuple[BoardRow, ...], state: PageState
) -> dict[str, object]:
    """Return what the GraphQL document behind the page is asked with."""
    wanted, times = _read_filter(state), state.times
    return {
        "event": event.identifier,
        "hasBoard": board is not None,
        "asOf": times.as_of.isoformat(),
        "knownBy": times.known_by.isoformat(),
        "publication": wanted.publications and [*wanted.publications],
        "timeliness": wanted.timeliness and [*wanted.timeliness],
        "isTimed": wanted.is_timed,
        "rows": min(len(rows), _MOST_ROWS),
    }


def _sum_left_out(board: Board | None) -> tuple[LeftOut, ...]:
    """Return what the rows of `board` leave out, all together."""
    rows = () if board is None else board.rows
    return sum_left_out(left for row in rows for left in row.left_out)


def _list_hinging(board: Board | None) -> dict[str, list[BoardRow]]:
    """Return by the IRI of each reading whose timeliness would be another under it."""
    found: dict[str, list[BoardRow]] = {}
    for row in () if board is None else board.rows:
        for hinge in row.hinges_on:
            found.setdefault(hinge.reading.iri, []).append(row)
    return found
