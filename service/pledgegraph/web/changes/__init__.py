"""The page of changes: newest first, or two versions of one organisation side by side.

Promises that what is not known is told as that, and that what the two days leave out is counted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import ChangeFilter, VersionDiff
from pledgegraph.errors import InvalidArgument
from pledgegraph.model import Change
from pledgegraph.web.anchors import address_of
from pledgegraph.web.changes.tables import ITEMS, SIDES, list_lines, list_sides
from pledgegraph.web.changes.words import (
    DIFFERENCES,
    DIRECTIONS,
    DISCLOSURES,
    UNSAID,
    describe_reasons,
    get_disclosure_sign,
)
from pledgegraph.web.forms import CSV, JSON, TURTLE
from pledgegraph.web.rendering import Renderer, load_document
from pledgegraph.web.spreadsheet import format_csv
from pledgegraph.web.standings import describe_left_out
from pledgegraph.web.state import Kind, PageState, Parameter
from pledgegraph.web.stateful import StatefulPage
from pledgegraph.web.turtle import describe_subjects

PARAMETERS: Final = (
    Parameter("organisations", Kind.NAMES),
    Parameter("directions", Kind.NAMES, choices=tuple(DIRECTIONS)),
    Parameter("disclosures", Kind.NAMES, choices=tuple(DISCLOSURES)),
    Parameter("requirements", Kind.NAMES),
    Parameter("since", Kind.DAY),
    Parameter("until", Kind.DAY),
    Parameter("from", Kind.NAME),
    Parameter("to", Kind.NAME),
)

_LISTS: Final = ("organisations", "directions", "disclosures", "requirements")


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The page in each of its forms."""

    service: Service
    renderer: Renderer

    def show(self, state: PageState, form: str) -> bytes:
        """Return the page in `form`, a media type.

        Raises:
            InvalidArgument: a filter or a version cannot be used.
            NotFound: there is no such version; with the nearest names.
        """
        return self._show_diff(state, form) if _is_diff(state) else self._show_list(state, form)

    def name(self, state: PageState) -> str:
        """Return what the page is called.

        Raises:
            InvalidArgument: a filter or a version cannot be used.
            NotFound: there is no such version; with the nearest names.
        """
        return _name_diff(self._diff(state)) if _is_diff(state) else "Changes between versions"

    def _show_list(self, state: PageState, form: str) -> bytes:
        catalogue, wanted = self.service.catalogue, _read_filter(state)
        changes = catalogue.list_changes(wanted, state.times)
        variables = _list_variables(state)
        if form == JSON:
            return self.renderer.answer("changes", variables)
        if form == CSV:
            return format_csv(ITEMS, list_lines(catalogue, changes, wanted, state.times)).encode()
        if form == TURTLE:
            subjects = chain.from_iterable(map(_list_subjects, changes))
            return describe_subjects(self.service.store, subjects)
        rows = [(c, catalogue.list_items(c, wanted)) for c in changes]
        return self.renderer.render(
            "changes.html",
            **self._words(state, changes),
            rows=rows,
            shown=sum(len(items) for _, items in rows),
            is_filtered=wanted.asks_items,
            chosen={name: state.list_values(name) for name in _LISTS},
            organisations=[o for o in catalogue.organisations if self._has_changes(o.slug)],
            left_out=describe_left_out(
                catalogue.count_changes_left_out(wanted, state.times), state.times
            ),
            document=load_document("changes").strip(),
            variables=variables,
        )

    def _show_diff(self, state: PageState, form: str) -> bytes:
        found = self._diff(state)
        names = {"from": state.find_value("from"), "to": state.find_value("to")}
        variables = {**names, **_list_times(state)}
        if form == JSON:
            return self.renderer.answer("version_diff", variables)
        if form == CSV:
            return format_csv(SIDES, list_sides(found)).encode()
        if form == TURTLE:
            return describe_subjects(self.service.store, _list_subjects_of(found))
        return self.renderer.render(
            "changes_diff.html",
            **self._words(state, found.changes),
            found=found,
            unsaid=[UNSAID[reason] for reason in found.unsaid],
            thresholds_left_out=describe_left_out(found.thresholds_left_out, state.times),
            changes_left_out=describe_left_out(found.changes_left_out, state.times),
            differences=DIFFERENCES,
            document=load_document("version_diff").strip(),
            variables=variables,
        )

    def _words(self, state: PageState, changes: Iterable[Change]) -> dict[str, object]:
        """Return what both forms of the page are made with."""
        catalogue = self.service.catalogue
        ends = [(catalogue.get_version_before(c), catalogue.get_version_after(c)) for c in changes]
        return {
            "state": state,
            "title": self.name(state),
            "directions": DIRECTIONS,
            "disclosures": DISCLOSURES,
            "disclosure_of": get_disclosure_sign,
            "reasons_of": describe_reasons,
            "catalogue": catalogue,
            "find": catalogue.find_node,
            "address_of": address_of,
            "names": {v.iri: catalogue.name_version(v) for pair in ends for v in pair},
        }

    def _has_changes(self, slug: str) -> bool:
        wanted = ChangeFilter(organisations=(slug,))
        return bool(self.service.catalogue.list_changes(wanted, self.service.catalogue.get_times()))

    def _diff(self, state: PageState) -> VersionDiff:
        before, after = state.find_value("from"), state.find_value("to")
        if before is None or after is None:
            raise InvalidArgument(
                argument="to" if after is None else "from",
                problem="one version alone cannot be compared",
                expected="both from and to, each organisation/framework/version",
            )
        return self.service.catalogue.diff_versions(before, after, state.times)


def create_change_pages(service: Service, renderer: Renderer) -> tuple[StatefulPage, ...]:
    """Return the page of changes, over `service`."""
    page = ChangesPage(service, renderer)
    return (StatefulPage("/changes", page.show, page.name, PARAMETERS),)


def _is_diff(state: PageState) -> bool:
    return bool(state.find_value("from") or state.find_value("to"))


def _name_diff(found: VersionDiff) -> str:
    labels = (v.label or v.issued.stated for v in (found.before, found.after))
    return f"{found.organisation.label}: from {' to '.join(labels)}"


def _read_filter(state: PageState) -> ChangeFilter:
    lists = {name: state.list_values(name) or None for name in _LISTS}
    return ChangeFilter(**lists, since=_read_day(state, "since"), until=_read_day(state, "until"))


def _read_day(state: PageState, name: str) -> date | None:
    text = state.find_value(name)
    return None if text is None else date.fromisoformat(text)


def _list_variables(state: PageState) -> dict[str, object]:
    """Return what the GraphQL document behind the list is asked with."""
    lists = {n: list(state.list_values(n)) for n in _LISTS if state.list_values(n)}
    days = {n: state.find_value(n) for n in ("since", "until") if state.find_value(n)}
    return {**lists, **days, **_list_times(state)}


def _list_times(state: PageState) -> dict[str, object]:
    return {"asOf": state.times.as_of.isoformat(), "knownBy": state.times.known_by.isoformat()}


def _list_subjects(change: Change) -> Iterator[str]:
    """Return the IRIs of what is told of a change."""
    yield from (change.iri, change.from_version, change.to_version)
    yield from (item.iri for item in change.items)
    yield from (*change.reasons, *change.accounts)


def _list_subjects_of(found: VersionDiff) -> Iterator[str]:
    """Return the IRIs of what is told of two versions."""
    yield from (found.organisation.iri, found.before.iri, found.after.iri)
    pairs = (t for pair in found.both for t in (pair.before, pair.after))
    yield from (t.iri for t in (*found.only_before, *pairs, *found.only_after))
    for change in found.changes:
        yield from _list_subjects(change)
