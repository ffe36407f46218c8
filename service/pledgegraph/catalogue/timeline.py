"""Everything dated about one organisation, in one order.

Promises that both bounds belong to what is asked for, that a date which can fall outside them is
kept and marked, and that what has no date or does not count is counted. A search speaks of the
time up to its day, so it counts once it is known, also where it is later than the day asked about.
Imports no third party.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pledgegraph.catalogue.changes import ChangeCatalogue, can_be_within, check_order
from pledgegraph.catalogue.events import EventCatalogue, EventFilter
from pledgegraph.catalogue.left_out import LeftOut, count_left_out
from pledgegraph.catalogue.times import Standing, Times, find_standing, is_known_on
from pledgegraph.model import (
    Assessment,
    AssessmentCriterion,
    Document,
    FrameworkVersion,
    Organisation,
    Provision,
    Record,
    Search,
    StatedDate,
    Statement,
)


class TimelineKind(StrEnum):
    """What kind of thing an entry of a timeline is."""

    ENDORSEMENT = "endorsement"
    VERSION_ISSUED = "version-issued"
    VERSION_EFFECTIVE = "version-effective"
    CHANGE = "change"
    EVENT = "event"
    SEARCH = "search"
    ASSESSMENT = "assessment"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated thing; `is_loose` says that its date can also mean a day outside the bounds.

    `record` is what it is about; `sources` are the addresses at which that was read.
    """

    kind: TimelineKind
    day: StatedDate
    title: str
    record: Record
    sources: tuple[str, ...]
    is_loose: bool

    @property
    def iri(self) -> str:
        """What it is found by among the answers to all questions."""
        return f"{self.kind.value} {self.record.iri} {self.is_loose}"


@dataclass(frozen=True, slots=True)
class Timeline:
    """The entries in order, and what could not be placed: `undated`, and those left out by why."""

    organisation: Organisation
    since: date | None
    until: date | None
    times: Times
    entries: tuple[TimelineEntry, ...]
    undated: int
    left_out: tuple[LeftOut, ...]

    @property
    def iri(self) -> str:
        """What it is found by among the answers to all questions."""
        return repr((self.organisation.iri, self.since, self.until, self.times))


@dataclass(frozen=True, slots=True)
class _Dated:
    kind: TimelineKind
    day: StatedDate | None
    title: str
    record: Record
    sources: tuple[str, ...]


class TimelineCatalogue(ChangeCatalogue, EventCatalogue):
    """The part of the catalogue that tells of an organisation in order of time."""

    def list_timeline(
        self, organisation: str, since: date | None, until: date | None, times: Times
    ) -> Timeline:
        """Return what is dated about the organisation with that slug, oldest first.

        Raises:
            NotFound: there is no such organisation; with the nearest slugs.
            InvalidArgument: `since` is after `until`.
        """
        check_order(since, until)
        about = self.get_organisation(organisation)
        every = tuple(self._list_dated(about))
        entries = []
        left_out = []
        for found in every:
            if found.day is None or not can_be_within(found.day, since, until):
                continue
            standing = _find_standing(found.record, found.day, times)
            left_out.append(standing)
            if standing is Standing.COUNTS:
                entries.append(_enter(found, found.day, since, until))
        return Timeline(
            organisation=about,
            since=since,
            until=until,
            times=times,
            entries=tuple(sorted(entries, key=_order)),
            undated=sum(found.day is None for found in every),
            left_out=count_left_out(left_out),
        )

    # --- inside ----------------------------------------------------------------------------

    def _list_dated(self, organisation: Organisation) -> Iterator[_Dated]:
        endorsement = organisation.endorsement
        yield _Dated(
            TimelineKind.ENDORSEMENT,
            endorsement.issued,
            "Agreed to the commitments",
            endorsement,
            endorsement.sources,
        )
        for framework in self.list_frameworks_of(organisation):
            for version in self.list_versions_of(framework):
                yield from self._list_dated_of(version)
        for event in self.list_events(EventFilter(organisations=(organisation.slug,))):
            yield _Dated(TimelineKind.EVENT, event.start, event.label, event, event.sources)
        for search in self.list_searches_for(organisation):
            day = search.searched_on
            stated = StatedDate(day.isoformat(), day, day)
            title = f"Looked for: {', '.join(map(self._name_promise, search.sought))}"
            yield _Dated(TimelineKind.SEARCH, stated, title, search, search.sources)
        for assessment in self.list_assessments_of(organisation):
            title = _tell(assessment)
            yield _Dated(
                TimelineKind.ASSESSMENT, assessment.issued, title, assessment, assessment.sources
            )
        for document in self._list_documents_about(organisation):
            sources = () if document.url is None else (document.url,)
            yield _Dated(TimelineKind.DOCUMENT, document.issued, document.title, document, sources)

    def _list_dated_of(self, version: FrameworkVersion) -> Iterator[_Dated]:
        title = version.title if version.label is None else f"{version.title}, {version.label}"
        yield _Dated(TimelineKind.VERSION_ISSUED, version.issued, title, version, version.sources)
        if version.effective is not None:
            kind = TimelineKind.VERSION_EFFECTIVE
            yield _Dated(kind, version.effective, title, version, version.sources)
        change = self.find_change_to(version)
        if change is not None:
            yield _Dated(
                TimelineKind.CHANGE, version.issued, change.description, change, change.sources
            )

    def _name_promise(self, iri: str) -> str:
        """Return the identifier of a provision with its label, of a statement with what it asks."""
        promise = self.find_node(iri)
        assert isinstance(promise, Provision | Statement)  # the reader linked it
        if isinstance(promise, Provision):
            return f"{promise.identifier} ({promise.label})"
        return f"{promise.identifier} ({promise.action}: {promise.object})"

    def _list_documents_about(self, organisation: Organisation) -> tuple[Document, ...]:
        sources = (self.get_source_of(e) for e in self.list_evidence_about(organisation))
        return tuple(dict.fromkeys(s for s in sources if isinstance(s, Document)))


def _find_standing(record: Record, day: StatedDate, times: Times) -> Standing:
    if isinstance(record, Search):
        known = is_known_on(record.searched_on, times)
        return Standing.COUNTS if known else Standing.NOT_KNOWN
    return find_standing(day, times)


def _tell(assessment: Assessment) -> str:
    test = assessment.test
    name = test.label if isinstance(test, AssessmentCriterion) else test.identifier
    return f"{assessment.assessor.label} on {name}: {assessment.result_as_stated}"


def _enter(found: _Dated, day: StatedDate, since: date | None, until: date | None) -> TimelineEntry:
    begins_before = since is not None and day.earliest < since
    ends_after = until is not None and day.latest > until
    return TimelineEntry(
        kind=found.kind,
        day=day,
        title=found.title,
        record=found.record,
        sources=found.sources,
        is_loose=begins_before or ends_after,
    )


def _order(entry: TimelineEntry) -> tuple[date, date, int, str]:
    kinds = list(TimelineKind)
    return (entry.day.earliest, entry.day.latest, kinds.index(entry.kind), entry.record.iri)
