"""What the page of an event tells of, by IRI: the subjects of its Turtle.

A row of a board is computed and never stated; stated is what it is computed from. Must not know how
a subject is described.
"""

from collections.abc import Iterable, Iterator

from pledgegraph.catalogue import Board, BoardRow
from pledgegraph.web.events.tables import EventRow


def list_subjects(rows: Iterable[EventRow]) -> Iterator[str]:
    """Return the IRIs of events, and of their deadlines with what these are for."""
    for row in rows:
        yield row.event.iri
        for deadline in row.deadlines:
            yield from (deadline.iri, deadline.requirement)


def list_subjects_of_board(board: Board, rows: Iterable[BoardRow]) -> Iterator[str]:
    """Return the IRIs of what a board and those of its `rows` that are shown tell of."""
    yield from (reading.iri for reading in board.readings)
    for row in rows:
        endorsement = row.organisation.endorsement
        yield from (row.organisation.iri, endorsement.iri, *endorsement.listed_in)
        for version in (row.first_version, row.draft, row.later):
            if version is not None:
                yield from (version.iri, version.framework)
        if row.search is not None:
            yield row.search.iri
