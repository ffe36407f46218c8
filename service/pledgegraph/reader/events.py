"""Events, deadlines and searches, from the graph."""

from collections.abc import Mapping
from datetime import date

from pledgegraph.model import Deadline, Event, Organisation, Search
from pledgegraph.reader.codes import Codes
from pledgegraph.reader.dates import START, find_stated_date
from pledgegraph.reader.ground import Ground
from pledgegraph.reader.links import iri_among, iris_among, refuse_none
from pledgegraph.reader.node import read_nodes
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, ID, PLEDGE, RDFS, SCHEMA, SKOS


def read_events(
    store: GraphStore, codes: Codes, organisations: Mapping[str, Organisation]
) -> tuple[Event, ...]:
    """Return the events by the days they can have begun, those without any last."""
    found = [
        Event(
            iri=node.iri,
            identifier=node.iri.removeprefix(ID["event/"]),
            label=node.text_of(RDFS.label),
            description=node.find_text(DCTERMS.description),
            kind=codes.get(node, PLEDGE.eventKind, scheme="event"),
            start=find_stated_date(node, START),
            end=node.find_date(SCHEMA.endDate),
            organisations=iris_among(
                node, PLEDGE.aboutOrganisation, organisations, kind="organisation"
            ),
            sources=node.iris(DCTERMS.source),
            notes=node.texts(SKOS.editorialNote),
        )
        for node in read_nodes(store, PLEDGE.Event, PLEDGE.SummitEvent).values()
    ]
    return tuple(sorted(found, key=_start_of))


def read_deadlines(store: GraphStore, ground: Ground) -> tuple[Deadline, ...]:
    """Return the deadlines by day, those without one last."""
    requirements = ground.requirements
    found = [
        Deadline(
            iri=node.iri,
            requirement=iri_among(node, PLEDGE.deadlineFor, requirements, kind="requirement"),
            event=iri_among(node, PLEDGE.atEvent, ground.events, kind="event"),
            due=node.find_date(PLEDGE.dueDate),
            description=node.find_text(DCTERMS.description),
            disagreements=node.texts(PLEDGE.disagreement),
            sources=node.iris(DCTERMS.source),
            notes=node.texts(SKOS.editorialNote),
        )
        for node in read_nodes(store, PLEDGE.Deadline).values()
    ]
    return tuple(sorted(found, key=lambda d: (d.due or date.max, d.iri)))


def read_searches(store: GraphStore, ground: Ground) -> tuple[Search, ...]:
    """Return the searches by the slug of the organisation, then by day."""
    organisations, promises = ground.organisations, ground.promises
    nodes = read_nodes(store, PLEDGE.Search)
    for node in nodes.values():
        refuse_none(node, PLEDGE.sought, expected="what was looked for")
    found = [
        Search(
            iri=node.iri,
            organisation=iri_among(node, PLEDGE.searchedFor, organisations, kind="organisation"),
            sought=iris_among(node, PLEDGE.sought, promises, kind="provision or statement"),
            publication=ground.codes.get(node, PLEDGE.publication, scheme="publication"),
            searched_on=node.date_of(PLEDGE.searchedOn),
            description=node.find_text(DCTERMS.description),
            disagreements=node.texts(PLEDGE.disagreement),
            sources=node.iris(DCTERMS.source),
            notes=node.texts(SKOS.editorialNote),
        )
        for node in nodes.values()
    ]
    return tuple(
        sorted(found, key=lambda s: (organisations[s.organisation].slug, s.searched_on, s.iri))
    )


def _start_of(event: Event) -> tuple[date, date, str]:
    if event.start is None:
        return date.max, date.max, event.iri
    return event.start.earliest, event.start.latest, event.iri
