"""An event and its deadlines as entries of a calendar.

Promises that an entry says what it rests on, and that a day which is not known is told as open.
"""

from collections.abc import Iterable, Iterator

from pledgegraph.catalogue import Catalogue
from pledgegraph.model import Deadline, Event, Statement
from pledgegraph.web.events.calendar import Entry

VOLUNTARY = "The commitments are voluntary: this is a day that they name, and no verdict on anyone."


def list_entries(
    catalogue: Catalogue, events: Iterable[Event], base_url: str | None
) -> Iterator[Entry]:
    """Return the entries of `events` and of their deadlines; what is undated has none.

    `base_url` is where this is served; without it an entry names no address.
    """
    for event in events:
        url = base_url and f"{base_url}/events/{event.identifier}"
        if event.start is not None:
            yield _enter_event(event, url)
        for deadline in catalogue.list_deadlines_at(event):
            requirement = catalogue.find_node(deadline.requirement)
            assert isinstance(requirement, Statement)  # the reader linked it
            if deadline.due is not None:
                yield _enter_deadline(event, deadline, requirement, url)


def _enter_event(event: Event, url: str | None) -> Entry:
    assert event.start is not None
    start = event.start
    is_open = start.earliest != start.latest
    when = f"Which day is not known: {start.stated}." if is_open else None
    return Entry(
        uid=event.iri,
        summary=f"{event.label} (day not known)" if is_open else event.label,
        description=_join(event.description, when, _tell_sources(event.sources)),
        first=start.earliest,
        last=max(start.latest, event.end or start.latest),
        url=url,
        is_open=is_open,
    )


def _enter_deadline(
    event: Event, deadline: Deadline, requirement: Statement, url: str | None
) -> Entry:
    assert deadline.due is not None
    return Entry(
        uid=deadline.iri,
        summary=f"Deadline: {requirement.action} ({requirement.identifier}), {event.label}",
        description=_join(
            f"“{requirement.verbatim}”",
            deadline.description,
            VOLUNTARY,
            _tell_sources(deadline.sources),
        ),
        first=deadline.due,
        last=deadline.due,
        url=url,
    )


def _tell_sources(sources: tuple[str, ...]) -> str:
    return "\n".join(("Sources:", *sources)) if sources else ""


def _join(*parts: str | None) -> str:
    return "\n\n".join(part for part in parts if part)
