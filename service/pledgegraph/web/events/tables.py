"""The columns of the tables of events and boards: their names are stable, as clients rely on them.

Tidy: one row a signatory, or one an event. A date is three columns: as stated, earliest, latest.
"""

from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue import Board, BoardRow
from pledgegraph.model import Deadline, Event, Organisation
from pledgegraph.web.spreadsheet import Columns, date_columns


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with the organisations it concerns, and its deadlines."""

    event: Event
    organisations: tuple[Organisation, ...]
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a board with the board."""

    row: BoardRow
    board: Board


BOARD: Final[Columns[TableRow]] = (
    ("organisation", lambda t: t.row.organisation.slug),
    ("organisation_label", lambda t: t.row.organisation.label),
    ("cohort", lambda t: t.row.organisation.endorsement.cohort.notation),
    ("publication", lambda t: t.row.publication.notation),
    ("timeliness", lambda t: t.row.timing.timeliness.notation if t.row.timing.timeliness else None),
    (
        "days_late_fewest",
        lambda t: t.row.timing.days_late.fewest if t.row.timing.days_late else None,
    ),
    ("days_late_most", lambda t: t.row.timing.days_late.most if t.row.timing.days_late else None),
    ("due", lambda t: t.board.due),
    *date_columns("issued", lambda t: t.row.issued, TableRow),
    (
        "date_basis",
        lambda t: t.row.first_version.date_basis.notation if t.row.first_version else None,
    ),
    ("first_version", lambda t: t.row.first_version.title if t.row.first_version else None),
    ("first_version_url", lambda t: t.row.first_version.url if t.row.first_version else None),
    *date_columns("draft_issued", lambda t: t.row.draft.issued if t.row.draft else None, TableRow),
    *date_columns("later_issued", lambda t: t.row.later.issued if t.row.later else None, TableRow),
    *date_columns("endorsed", lambda t: t.row.endorsed, TableRow),
    ("searched_on", lambda t: t.row.search.searched_on if t.row.search else None),
    (
        "hinges_on_readings",
        lambda t: [
            f"{h.reading.iri}: "
            f"{h.timing.timeliness.notation if h.timing.timeliness else 'nothing to time'}"
            for h in t.row.hinges_on
        ],
    ),
    (
        "hinges_on_dates",
        lambda t: [
            f"{d.claim.issued.stated}: "
            f"{d.timing.timeliness.notation if d.timing.timeliness else 'nothing to time'}"
            for d in t.row.by_date
        ],
    ),
    ("disagreements", lambda t: t.row.disagreements),
    ("sources", lambda t: t.row.sources),
    ("left_out", lambda t: sum(left.count for left in t.row.left_out)),
    ("as_of", lambda t: t.board.times.as_of),
    ("known_by", lambda t: t.board.times.known_by),
    ("organisation_iri", lambda t: t.row.organisation.iri),
    ("first_version_iri", lambda t: t.row.first_version.iri if t.row.first_version else None),
    ("deadline_iri", lambda t: t.board.deadline.iri),
)
"""One row a signatory. Timeliness is empty where it is bound, and nothing final is on record."""

EVENTS: Final[Columns[EventRow]] = (
    ("event", lambda r: r.event.identifier),
    ("label", lambda r: r.event.label),
    ("kind", lambda r: r.event.kind.notation),
    *date_columns("start", lambda r: r.event.start, EventRow),
    ("end", lambda r: r.event.end),
    ("organisations", lambda r: [o.slug for o in r.organisations]),
    ("due", lambda r: [d.due.isoformat() for d in r.deadlines if d.due]),
    ("description", lambda r: r.event.description),
    ("sources", lambda r: r.event.sources),
    ("notes", lambda r: r.event.notes),
    ("event_iri", lambda r: r.event.iri),
)
"""One row an event."""
