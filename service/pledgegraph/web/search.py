"""The page that searches: what is on record by its words, each with its source, place and date.

Promises that what was looked for is marked by elements and never by markup of the data, and that
what the two days leave out is counted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Piece, SearchHit, SearchKind, SearchResult
from pledgegraph.errors import NotFound
from pledgegraph.model import (
    Document,
    Event,
    Evidence,
    FrameworkVersion,
    StatedDate,
    Threshold,
)
from pledgegraph.terms import SITE
from pledgegraph.web.addresses import get_address
from pledgegraph.web.forms import CSV, JSON, TURTLE
from pledgegraph.web.rendering import Renderer, load_document
from pledgegraph.web.spreadsheet import Columns, date_columns, format_csv
from pledgegraph.web.standings import describe_left_out
from pledgegraph.web.state import Kind, PageState, Parameter
from pledgegraph.web.stateful import StatefulPage
from pledgegraph.web.turtle import describe_subjects

KINDS: Final[Mapping[SearchKind, str]] = {
    SearchKind.STATEMENT: "statements of the commitments",
    SearchKind.ORGANISATION: "signatories",
    SearchKind.FRAMEWORK: "frameworks",
    SearchKind.VERSION: "texts of frameworks",
    SearchKind.THRESHOLD: "thresholds",
    SearchKind.EVIDENCE: "evidence",
    SearchKind.DOCUMENT: "other documents",
    SearchKind.CRITERION: "criteria of assessors",
    SearchKind.EVENT: "events",
    SearchKind.RULE: "rules for files",
}
"""What each kind is called on the page, of several."""

PARAMETERS: Final = (
    Parameter("q", Kind.TEXT),
    Parameter("kinds", Kind.NAMES, choices=tuple(kind.value for kind in SearchKind)),
)

MOST_SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class HitView:
    """A hit with where it leads, the text it stands in, its place there and its date.

    `address` is None where no page tells of it.
    """

    hit: SearchHit
    address: str | None
    source: str | None = None
    place: str | None = None
    day: StatedDate | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The page in each of its forms."""

    service: Service
    renderer: Renderer

    def show(self, state: PageState, form: str) -> bytes:
        """Return the page in `form`, a media type."""
        variables = _list_variables(state)
        if form == JSON:
            return self.renderer.answer("search", variables)
        found = self._find(state, _read_kinds(state))
        if form == CSV:
            return format_csv(HITS, map(self._view, found.hits)).encode()
        shown = found.hits[:MOST_SHOWN]
        if form == TURTLE:
            return describe_subjects(self.service.store, (hit.iri for hit in shown))
        every = self._find(state, None) if state.list_values("kinds") else found
        return self.renderer.render(
            "search.html",
            state=state,
            title=self.name(state),
            text=state.find_value("q") or "",
            found=found,
            views=[self._view(hit) for hit in shown],
            counts=_count_kinds(every),
            kinds=KINDS,
            chosen=state.list_values("kinds"),
            is_cut=every.is_cut,
            left_out=describe_left_out(found.left_out, state.times),
            document=load_document("search").strip(),
            variables=variables,
        )

    def name(self, state: PageState) -> str:
        """Return what the page is called."""
        text = state.find_value("q")
        return f"Search: “{text}”" if text else "Search"

    def _find(self, state: PageState, kinds: tuple[SearchKind, ...] | None) -> SearchResult:
        return self.service.catalogue.search(state.find_value("q") or "", state.times, kinds)

    def _view(self, hit: SearchHit) -> HitView:
        """Return `hit` with where it stands."""
        catalogue, record = self.service.catalogue, hit.record
        address = self._find_address(hit.iri)
        match record:
            case Evidence():
                source = catalogue.get_source_of(record)
                view = HitView(
                    hit, address, source.title, record.locator, source.issued, source.url
                )
            case Threshold():
                version = catalogue.get_version_of(record)
                view = HitView(
                    hit, address, version.title, record.locator, version.issued, version.url
                )
            case FrameworkVersion():
                view = HitView(hit, address, day=record.issued, url=record.url)
            case Document():
                publisher = catalogue.get_publisher_of(record).label
                view = HitView(hit, address, publisher, None, record.issued, record.url)
            case Event():
                view = HitView(hit, address, day=record.start)
            case _:
                view = HitView(hit, address)
        return view

    def _find_address(self, iri: str) -> str | None:
        try:
            return get_address(self.service, iri.removeprefix(SITE))
        except NotFound:
            return None


def create_search_pages(service: Service, renderer: Renderer) -> tuple[StatefulPage, ...]:
    """Return the page that searches, over `service`."""
    page = SearchPage(service, renderer)
    return (StatefulPage("/search", page.show, page.name, PARAMETERS),)


def _read_kinds(state: PageState) -> tuple[SearchKind, ...] | None:
    """Return the kinds that `state` chooses; None where it chooses none."""
    return tuple(map(SearchKind, state.list_values("kinds"))) or None


def _count_kinds(found: SearchResult) -> tuple[tuple[SearchKind, int], ...]:
    """Return how many hits there are of each kind."""
    counts = Counter(hit.kind for hit in found.hits)
    return tuple((kind, counts[kind]) for kind in SearchKind)


def _list_variables(state: PageState) -> dict[str, object]:
    """Return what the GraphQL document behind the page is asked with."""
    kinds = _read_kinds(state)
    return {
        "text": state.find_value("q") or "",
        **({"kinds": [kind.name for kind in kinds]} if kinds else {}),
        "asOf": state.times.as_of.isoformat(),
        "knownBy": state.times.known_by.isoformat(),
    }


def _join(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


HITS: Final[Columns[HitView]] = (
    ("kind", lambda v: v.hit.kind.value),
    ("title", lambda v: _join(v.hit.title)),
    ("snippet", lambda v: _join(v.hit.snippet)),
    ("organisations", lambda v: [o.slug for o in v.hit.organisations]),
    ("source_title", lambda v: v.source),
    ("locator", lambda v: v.place),
    *date_columns("issued", lambda v: v.day, HitView),
    ("source_url", lambda v: v.url),
    ("is_former", lambda v: v.hit.is_former),
    ("score", lambda v: v.hit.score),
    ("page", lambda v: v.address),
    ("iri", lambda v: v.hit.iri),
)
"""One row a hit, best first; their names are stable, as clients rely on them."""
