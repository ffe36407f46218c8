"""The tables of the page of changes: one row an item, or one row a threshold of two versions.

Every row says which days it is about. A date is three columns: as stated, earliest, latest.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue import Catalogue, ChangeFilter, Times, VersionDiff
from pledgegraph.model import Change, ChangeItem, FrameworkVersion, Statement, Threshold
from pledgegraph.web.spreadsheet import Columns, date_columns


@dataclass(frozen=True, slots=True)
class Line:
    """An item with its change and the versions around it; a change without items has one too."""

    catalogue: Catalogue
    change: Change
    item: ChangeItem | None
    before: FrameworkVersion
    after: FrameworkVersion
    times: Times

    @property
    def organisations(self) -> tuple[str, ...]:
        """The slugs of those whose framework changed."""
        return tuple(o.slug for o in self.catalogue.list_organisations_at(self.change))

    @property
    def disclosure(self) -> str | None:
        """The code of its disclosure; None where no source tells."""
        found = None if self.item is None else self.item.disclosure
        return None if found is None else found.notation

    @property
    def requirements(self) -> tuple[str, ...]:
        """The identifiers of what the item is about."""
        iris = () if self.item is None else self.item.requirements
        found = (self.catalogue.find_node(iri) for iri in iris)
        return tuple(s.identifier for s in found if isinstance(s, Statement))


@dataclass(frozen=True, slots=True)
class Side:
    """A threshold, and on which side of two versions it is on record."""

    where: str
    times: Times
    before: Threshold | None
    after: Threshold | None
    differences: tuple[str, ...] = ()

    @property
    def threshold(self) -> Threshold:
        """The threshold as the later of the two has it."""
        found = self.after or self.before
        assert found is not None  # it is on one side at least
        return found


ITEMS: Final[Columns[Line]] = (
    ("organisations", lambda x: x.organisations),
    ("from", lambda x: x.catalogue.name_version(x.before)),
    ("to", lambda x: x.catalogue.name_version(x.after)),
    *date_columns("issued", lambda x: x.after.issued, Line),
    ("change", lambda x: x.change.description),
    ("reasons_stated", lambda x: x.change.reasons_stated),
    ("item", lambda x: x.item.description if x.item else None),
    ("direction", lambda x: x.item.direction.notation if x.item else None),
    ("disclosure", lambda x: x.disclosure),
    ("materiality", lambda x: () if x.item is None else [m.notation for m in x.item.materiality]),
    ("requirements", lambda x: x.requirements),
    ("place", lambda x: x.item.locator if x.item else None),
    ("sources", lambda x: x.change.sources if x.item is None else x.item.sources),
    ("as_of", lambda x: x.times.as_of),
    ("known_by", lambda x: x.times.known_by),
    ("iri", lambda x: x.change.iri if x.item is None else x.item.iri),
    ("change_iri", lambda x: x.change.iri),
)
"""One row an item that is wanted; a change without any on record has one too."""

SIDES: Final[Columns[Side]] = (
    ("on_record", lambda x: x.where),
    ("threshold", lambda x: x.threshold.label),
    ("risks", lambda x: [r.notation for r in x.threshold.risks]),
    ("differences", lambda x: x.differences),
    ("description_from", lambda x: x.before.description if x.before else None),
    ("description_to", lambda x: x.after.description if x.after else None),
    ("consequence_from", lambda x: x.before.consequence if x.before else None),
    ("consequence_to", lambda x: x.after.consequence if x.after else None),
    ("as_of", lambda x: x.times.as_of),
    ("known_by", lambda x: x.times.known_by),
    ("iri_from", lambda x: x.before.iri if x.before else None),
    ("iri_to", lambda x: x.after.iri if x.after else None),
)
"""One row a threshold of either version."""


def list_lines(
    catalogue: Catalogue, changes: Iterable[Change], wanted: ChangeFilter, times: Times
) -> Iterator[Line]:
    """Return one line an item that is wanted of `changes`, which count at `times`.

    A change without any on record has one.
    """
    for change in changes:
        before, after = catalogue.get_version_before(change), catalogue.get_version_after(change)
        for item in catalogue.list_items(change, wanted) or (None,):
            yield Line(catalogue, change, item, before, after, times)


def list_sides(found: VersionDiff) -> Iterator[Side]:
    """Return one row a threshold: those of the first alone, of both, of the second alone."""
    times = found.times
    yield from (Side("from", times, t, None) for t in found.only_before)
    for pair in found.both:
        differences = tuple(d.value for d in pair.differences)
        yield Side("both", times, pair.before, pair.after, differences)
    yield from (Side("to", times, None, t) for t in found.only_after)
