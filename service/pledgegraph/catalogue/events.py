"""Questions about what happened, what falls due and what was looked for.

Promises answers by day. Imports no third party.
"""

from dataclasses import dataclass
from datetime import date

from pledgegraph.catalogue.links import group
from pledgegraph.catalogue.matching import holds, is_within
from pledgegraph.catalogue.nearest import list_nearest
from pledgegraph.catalogue.organisations import OrganisationCatalogue
from pledgegraph.errors import NotFound
from pledgegraph.model import Deadline, Event, Organisation, Provision, Search, Statement
from pledgegraph.reader import Records


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are wanted: every part given must hold; within a part, any value.

    Kinds are codes, organisations slugs. `after` and `before` keep what surely began later, or
    earlier, than that day.
    """

    kinds: tuple[str, ...] | None = None
    organisations: tuple[str, ...] | None = None
    after: date | None = None
    before: date | None = None


class EventCatalogue(OrganisationCatalogue):
    """The part of the catalogue that knows events, deadlines and searches."""

    def __init__(self, records: Records) -> None:
        """Index the events, deadlines and searches of `records`."""
        super().__init__(records)
        self.events = records.events
        self.deadlines = records.deadlines
        self.searches = records.searches
        self._events = {e.identifier: e for e in records.events}
        self._deadlines_at = group((d.event, d) for d in records.deadlines)
        self._searches_for = group((s.organisation, s) for s in records.searches)

    def get_event(self, identifier: str) -> Event:
        """Return the event `identifier`, such as `paris-2025`.

        Raises:
            NotFound: there is none; with the nearest identifiers.
        """
        if identifier not in self._events:
            nearest = list_nearest(identifier, self._events)
            raise NotFound(kind="event", given=identifier, nearest=nearest)
        return self._events[identifier]

    def list_events(self, wanted: EventFilter) -> tuple[Event, ...]:
        """Return the wanted events by the days they can have begun, undated ones last.

        Raises:
            InvalidArgument: a kind or an organisation in `wanted` is unknown; with the known ones.
        """
        self._check_codes("kind", wanted.kinds, scheme="event")
        self._check_organisations(wanted.organisations)
        return tuple(
            e
            for e in self.events
            if holds(wanted.kinds, (e.kind.notation,))
            and self._concerns(e.organisations, wanted.organisations)
            and is_within(e.start, after=wanted.after, before=wanted.before)
        )

    def list_deadlines_at(self, event: Event) -> tuple[Deadline, ...]:
        """Return the deadlines that `event` sets, by day."""
        return self._deadlines_at.get(event.iri, ())

    def list_deadlines_for(self, promise: Statement | Provision) -> tuple[Deadline, ...]:
        """Return the deadlines for a requirement, or for those in a provision, by day."""
        wanted = (promise,) if isinstance(promise, Statement) else self.list_statements_in(promise)
        iris = {statement.iri for statement in wanted}
        return tuple(d for d in self.deadlines if d.requirement in iris)

    def list_searches_for(self, organisation: Organisation) -> tuple[Search, ...]:
        """Return the searches for something of `organisation`, by day."""
        return self._searches_for.get(organisation.iri, ())
