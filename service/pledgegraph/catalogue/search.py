"""Search: everything on record whose words are those of a text, best first.

Promises that what was not out or not known at the times asked about is left out and counted, and
that the same text finds the same. Imports no third party.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from threading import Lock
from typing import TypeAlias

from pledgegraph.catalogue.assessments import AssessmentCatalogue
from pledgegraph.catalogue.events import EventCatalogue
from pledgegraph.catalogue.evidence import EvidenceCatalogue
from pledgegraph.catalogue.left_out import LeftOut, count_left_out
from pledgegraph.catalogue.rules import RuleCatalogue
from pledgegraph.catalogue.search_index import MOST_MATCHES, Entry, Match, Piece, SearchIndex
from pledgegraph.catalogue.thresholds import ThresholdCatalogue
from pledgegraph.catalogue.times import Standing, Times
from pledgegraph.model import (
    AssessmentCriterion,
    Document,
    Event,
    Evidence,
    Framework,
    FrameworkVersion,
    Organisation,
    Rule,
    Statement,
    Threshold,
)
from pledgegraph.reader import Records

Found: TypeAlias = (
    Statement
    | Organisation
    | Framework
    | FrameworkVersion
    | Threshold
    | Evidence
    | Document
    | AssessmentCriterion
    | Event
    | Rule
)
"""What can be found."""


class SearchKind(StrEnum):
    """What kind of thing a hit is."""

    STATEMENT = "statement"
    ORGANISATION = "organisation"
    FRAMEWORK = "framework"
    VERSION = "version"
    THRESHOLD = "threshold"
    EVIDENCE = "evidence"
    DOCUMENT = "document"
    CRITERION = "criterion"
    EVENT = "event"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class SearchHit:
    """Something that holds every word looked for; the smallest score is the best.

    `organisations` are those it is about. `standing` is *counts*, or says of a text that another
    has replaced it by then, or that it is out and not yet in force.
    """

    kind: SearchKind
    record: Found
    organisations: tuple[Organisation, ...]
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    score: int
    standing: Standing

    @property
    def iri(self) -> str:
        """The IRI of what was found."""
        return self.record.iri

    @property
    def is_former(self) -> bool:
        """Whether it stands in a text that another has replaced by then."""
        return self.standing is Standing.REPLACED


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a text found, best first; `left_out` counts what the times left out.

    `is_cut` says that more may hold its words than were looked at, whatever the times.
    """

    text: str
    kinds: tuple[SearchKind, ...]
    times: Times
    hits: tuple[SearchHit, ...]
    left_out: tuple[LeftOut, ...]
    is_cut: bool

    @property
    def iri(self) -> str:
        """What it is found by among the answers to all questions."""
        return repr((self.text, self.kinds, self.times))


class SearchCatalogue(
    ThresholdCatalogue, EvidenceCatalogue, AssessmentCatalogue, EventCatalogue, RuleCatalogue
):
    """The part of the catalogue that finds things by their words.

    The index is made at the first search and kept: who never searches does not wait for it.
    """

    def __init__(self, records: Records) -> None:
        """Take `records`; they are indexed at the first search."""
        super().__init__(records)
        self._found: tuple[tuple[SearchKind, Found], ...] = ()
        self._search_index: SearchIndex | None = None
        self._search_lock = Lock()

    def search(
        self, text: str, times: Times, kinds: Iterable[SearchKind] | None = None
    ) -> SearchResult:
        """Return what holds every word of `text`, best first; of `kinds` only where given.

        The last word may be the beginning of one. A text counts, and what was read in it, from
        when it was out; what has no time of its own is always found. At most 1,000 are looked at.

        Raises:
            EngineFailure: this SQLite has no full-text search.
        """
        chosen = tuple(SearchKind) if kinds is None else tuple(dict.fromkeys(kinds))
        matches = self._open_index().list_matches(text, chosen)
        hits = [self._create_hit(match, times) for match in matches]
        shown = (Standing.COUNTS, Standing.NOT_YET_IN_FORCE, Standing.REPLACED)
        kept = sorted((h for h in hits if h.standing in shown), key=lambda h: (h.score, h.iri))
        left_out = count_left_out(h.standing for h in hits if h.standing not in shown)
        is_cut = len(matches) >= MOST_MATCHES
        return SearchResult(text, chosen, times, tuple(kept), left_out, is_cut)

    # --- inside ----------------------------------------------------------------------------

    def _open_index(self) -> SearchIndex:
        with self._search_lock:
            if self._search_index is None:
                self._found = tuple(self._list_found())
                self._search_index = SearchIndex(self._read(k, r) for k, r in self._found)
            return self._search_index

    def _list_found(self) -> Iterator[tuple[SearchKind, Found]]:
        """Return everything that can be found, by kind."""
        return chain(
            ((SearchKind.STATEMENT, s) for s in self.statements),
            ((SearchKind.ORGANISATION, o) for o in self.organisations),
            ((SearchKind.FRAMEWORK, f) for f in self.frameworks),
            ((SearchKind.VERSION, v) for v in self.versions),
            ((SearchKind.THRESHOLD, t) for t in self.thresholds),
            ((SearchKind.EVIDENCE, e) for e in self.evidence),
            ((SearchKind.DOCUMENT, d) for d in self.documents),
            ((SearchKind.CRITERION, c) for c in self.criteria),
            ((SearchKind.EVENT, e) for e in self.events),
            ((SearchKind.RULE, r) for r in self.rules if not r.is_part),
        )

    def _create_hit(self, match: Match, times: Times) -> SearchHit:
        kind, record = self._found[match.number]
        return SearchHit(
            kind,
            record,
            self._list_about(record),
            match.title,
            match.snippet,
            match.score,
            self._find_standing_of_found(record, times),
        )

    def _read(self, kind: SearchKind, record: Found) -> Entry:
        """Return what is looked through of `record`."""
        title, *body = _list_texts(record)
        about = [o.label for o in self._list_about(record)]
        if isinstance(record, Document):
            about.append(self.get_publisher_of(record).label)
        if isinstance(record, FrameworkVersion):
            about.append(self.get_framework_of(record).title)
        return Entry(kind, title or "", " · ".join(t for t in body if t), " ".join(about))

    def _list_about(self, record: Found) -> tuple[Organisation, ...]:
        """Return the organisations that `record` is about."""
        if isinstance(record, Threshold):
            record = self.get_version_of(record)
        if isinstance(record, FrameworkVersion):
            record = self.get_framework_of(record)
        if isinstance(record, Framework | Evidence | Event):
            return tuple(self._organisation_by_iri[iri] for iri in record.organisations)
        return (record,) if isinstance(record, Organisation) else ()

    def _find_standing_of_found(self, record: Found, times: Times) -> Standing:
        """Return whether `record` counts: by its text or document; what has none always does."""
        if isinstance(record, Threshold):
            record = self.get_version_of(record)
        if isinstance(record, Evidence):
            return self.find_standing(self.get_source_of(record), times)
        if isinstance(record, Document | FrameworkVersion):
            return self.find_standing(record, times)
        if isinstance(record, Framework):
            return self._find_standing_of_work(record, times)
        return Standing.COUNTS

    def _find_standing_of_work(self, framework: Framework, times: Times) -> Standing:
        """Return the best standing of its versions: one that counts, else one that was out."""
        versions = self.list_versions_of(framework)
        standings = [self.find_standing_of(version, times) for version in versions]
        order = (Standing.COUNTS, Standing.NOT_YET_IN_FORCE, Standing.REPLACED)
        return next((s for s in order if s in standings), standings[0])


def _list_texts(record: Found) -> tuple[str | None, ...]:
    """Return the title of `record`, and its texts."""
    found: tuple[str | None, ...]
    match record:
        case Statement():
            found = (record.identifier, record.verbatim, f"{record.action} {record.object}")
        case Organisation():
            found = (record.label, record.legal_name, *record.aliases)
        case Framework() | Document():
            found = (record.title,)
        case FrameworkVersion():
            found = (record.title, record.label, *record.alternative_labels)
        case Threshold():
            criteria = (b.criterion for b in record.bases)
            metrics = (b.quantity.metric for b in record.bases if b.quantity)
            found = (record.label, record.description, record.consequence, *criteria, *metrics)
        case Evidence():
            found = (record.identifier, record.statement)
        case AssessmentCriterion():
            found = (record.label, *record.notes)
        case Event():
            found = (record.label, record.description)
        case Rule():
            found = (f"{record.identifier}: {record.name}", record.description)
    return found
