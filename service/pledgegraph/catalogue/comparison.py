"""What is on record about each organisation and each promise, side by side.

Promises cells that are computed from the records whenever they are asked for, and that evidence
left out of a cell is counted in it; claims of versions that do not count, and searches and
assessments that were not public by then, are not. What a text says of an act, that a
framework was published or a change was told, counts also before it takes effect and after it was
replaced: an act stays done. Imports no third party.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from pledgegraph.catalogue.assessments import AssessmentCatalogue
from pledgegraph.catalogue.cells import (
    Cell,
    DirectionCounts,
    Found,
    Promise,
    StatusCount,
    count_directions,
    count_statuses,
    is_checkable,
)
from pledgegraph.catalogue.events import EventCatalogue
from pledgegraph.catalogue.evidence import EvidenceCatalogue, Source
from pledgegraph.catalogue.left_out import count_left_out
from pledgegraph.catalogue.links import group
from pledgegraph.catalogue.matching import check_known
from pledgegraph.catalogue.times import Standing, Times, find_standing, is_known_on
from pledgegraph.errors import InvalidArgument
from pledgegraph.model import (
    SEOUL,
    Assessment,
    Bearing,
    Claim,
    Evidence,
    Organisation,
    StatedDate,
    Statement,
    StatementKind,
)
from pledgegraph.reader import Records
from pledgegraph.status import CellStatus, provision_status

_STAYS_DONE: Final = frozenset({Standing.REPLACED, Standing.NOT_YET_IN_FORCE})
"""The standings of a text that was published all the same."""

_ACTS: Final = frozenset({"publication", "change-account"})
"""Where one looks for what is done once and stays done, whatever text came later."""


@dataclass(frozen=True, slots=True)
class ComparisonFilter:
    """Which rows and columns are wanted; columns come in the order given.

    Organisations are slugs, provisions and requirements identifiers; without organisations it is
    all of them, without columns the 18 provisions that are columns of every comparison.
    """

    organisations: tuple[str, ...] | None = None
    provisions: tuple[str, ...] | None = None
    requirements: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows, by label, and columns of one comparison, at the times it is about."""

    wanted: ComparisonFilter
    organisations: tuple[Organisation, ...]
    columns: tuple[Promise, ...]
    times: Times

    @property
    def iri(self) -> str:
        """Its name among all comparisons of one dataset revision."""
        return f"comparison:{self.wanted}@{self.times.as_of}/{self.times.known_by}"


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation in a comparison."""

    organisation: Organisation
    comparison: Comparison

    @property
    def iri(self) -> str:
        """The name of its organisation."""
        return self.organisation.iri


@dataclass(frozen=True, slots=True)
class ColumnTotal:
    """One column of a comparison, summed up over its rows.

    `statuses` counts organisations by the status of their cell; `counts` those about which at least
    one piece of evidence points a way: one organisation may be in all three.
    """

    promise: Promise
    statuses: tuple[StatusCount, ...]
    counts: DirectionCounts


_NOTHING: Final = Found((), (), (), ())

_MOST_KEPT: Final = 10_000
"""How many cells are kept: those of all requirements at five times, and some 20 MB."""


class ComparisonCatalogue(EvidenceCatalogue, AssessmentCatalogue, EventCatalogue):
    """The part of the catalogue that holds organisations and promises against each other."""

    def __init__(self, records: Records) -> None:
        """Index bearings, claims and searches by organisation and promise."""
        super().__init__(records)
        self.claims = records.claims
        self._bearings_at = group(
            (_key(o, b.bears_on), b)
            for b in records.bearings
            for o in self.get_evidence_of(b).organisations
        )
        self._claims_at = group(
            (_key(o, c.requirement), c)
            for c in records.claims
            for o in self.get_framework_of(self._version_by_iri[c.version]).organisations
        )
        self._kept: dict[tuple[str, str, Times], Cell] = {}
        self._acts = _index_acts(records.statements)
        self._searches_at = group(
            (_key(s.organisation, sought), s) for s in records.searches for sought in s.sought
        )
        self._known = frozenset([*self._bearings_at, *self._claims_at, *self._searches_at])

    # --- questions -------------------------------------------------------------------------

    def compare(self, wanted: ComparisonFilter, times: Times) -> Comparison:
        """Return the wanted rows and columns; cells are asked for one by one.

        Raises:
            InvalidArgument: an organisation, a provision or a requirement in `wanted` is unknown,
                or both kinds of columns are asked for.
        """
        organisations, columns = self._choose_organisations(wanted), self._choose_columns(wanted)
        return Comparison(wanted, organisations, columns, times)

    def list_rows_of(self, comparison: Comparison) -> tuple[Row, ...]:
        """Return the rows of `comparison`, in its order."""
        return tuple(Row(o, comparison) for o in comparison.organisations)

    def list_cells(self, row: Row) -> tuple[Cell, ...]:
        """Return the cells of `row`, in the order of the columns."""
        times = row.comparison.times
        return tuple(self.get_cell(row.organisation, p, times) for p in row.comparison.columns)

    def list_totals(self, comparison: Comparison) -> tuple[ColumnTotal, ...]:
        """Return each column of `comparison` summed up, in the order of the columns."""
        return tuple(
            _sum_up(p, [self.get_cell(o, p, comparison.times) for o in comparison.organisations])
            for p in comparison.columns
        )

    def get_cell(self, organisation: Organisation, promise: Promise, times: Times) -> Cell:
        """Return what is on record about `organisation` and `promise` at `times`."""
        name = (organisation.iri, promise.iri, times)
        cell = self._kept.get(name)
        if cell is None:
            cell = self._make_cell(organisation, promise, times)
            # All go at once: what is asked for again is soon found again.
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[name] = cell
        return cell

    def list_evidence_in(self, cell: Cell) -> tuple[Evidence, ...]:
        """Return the evidence whose bearings count in `cell`, each once."""
        iris = dict.fromkeys(b.evidence for b in cell.bearings)
        return tuple(self._evidence_by_iri[iri] for iri in iris)

    def list_assessments_at(self, cell: Cell) -> tuple[Assessment, ...]:
        """Return what others judged of the organisation that is near to the promise of `cell`.

        For a provision that is what was judged by a requirement in it, or by a criterion near to
        it; for a requirement only what was judged by itself. What need not have been public at the
        times of the cell is left out.
        """
        promise, times = cell.promise, cell.times
        return tuple(
            a
            for a in self.list_assessments_of(cell.organisation)
            if self._is_judged_by(a, promise) and _counts(a, times)
        )

    # --- inside ----------------------------------------------------------------------------

    def _choose_organisations(self, wanted: ComparisonFilter) -> tuple[Organisation, ...]:
        if wanted.organisations is None:
            return self.organisations
        self._check_organisations(wanted.organisations)
        chosen = (self._organisations[slug] for slug in dict.fromkeys(wanted.organisations))
        return tuple(sorted(chosen, key=lambda o: (o.label.casefold(), o.slug)))

    def _choose_columns(self, wanted: ComparisonFilter) -> tuple[Promise, ...]:
        if wanted.provisions is not None and wanted.requirements is not None:
            raise InvalidArgument(
                argument="requirements",
                problem="columns are either provisions or requirements",
                expected="one of the two",
            )
        if wanted.requirements is not None:
            known = {
                identifier: s
                for (instrument, identifier), s in self._by_identifier.items()
                if instrument == SEOUL and s.kind is StatementKind.REQUIREMENT
            }
            check_known("requirement", wanted.requirements, known, argument="requirements")
            return tuple(known[identifier] for identifier in dict.fromkeys(wanted.requirements))
        columns = {p.identifier: p for p in self.list_columns(SEOUL)}
        check_known("column", wanted.provisions, columns, argument="provisions")
        chosen = columns if wanted.provisions is None else wanted.provisions
        return tuple(columns[identifier] for identifier in dict.fromkeys(chosen))

    def _make_cell(self, organisation: Organisation, promise: Promise, times: Times) -> Cell:
        found = self._find(organisation, promise, times)
        inner = [
            (s, self._find(organisation, s, times))
            for s in (() if isinstance(promise, Statement) else self.list_statements_in(promise))
        ]
        statuses = [
            f.status for s, f in inner if is_checkable(s) or f.status is not CellStatus.NOT_REVIEWED
        ]
        every = (found, *(f for _, f in inner))
        bearings = tuple(b for f in every for b in f.bearings)
        return Cell(
            organisation=organisation,
            promise=promise,
            times=times,
            status=provision_status(found.status, statuses) if inner else found.status,
            own=found.status,
            counts=count_directions(bearings),
            newest=self._find_newest(bearings),
            requirements=count_statuses(statuses),
            bearings=bearings,
            claims=tuple(c for f in every for c in f.claims),
            searches=found.searches,
            left_out=count_left_out(
                standing for _, standing in dict.fromkeys(p for f in every for p in f.left_out)
            ),
        )

    def _find(self, organisation: Organisation, promise: Promise, times: Times) -> Found:
        key = _key(organisation.iri, promise.iri)
        if key not in self._known:
            return _NOTHING
        is_act = promise.iri in self._acts
        bearings, left_out = [], []
        for bearing in self._bearings_at.get(key, ()):
            standing = self.find_standing(self._source_of(bearing), times)
            if standing is Standing.COUNTS or (is_act and standing in _STAYS_DONE):
                bearings.append(bearing)
            else:
                left_out.append((bearing.evidence, standing))
        return Found(
            bearings=tuple(bearings),
            claims=tuple(c for c in self._claims_at.get(key, ()) if self._stands_now(c, times)),
            searches=tuple(
                s for s in self._searches_at.get(key, ()) if is_known_on(s.searched_on, times)
            ),
            left_out=tuple(left_out),
        )

    def _source_of(self, bearing: Bearing) -> Source:
        return self.get_source_of(self.get_evidence_of(bearing))

    def _stands_now(self, claim: Claim, times: Times) -> bool:
        version = self._version_by_iri[claim.version]
        return self.find_standing_of(version, times) is Standing.COUNTS

    def _find_newest(self, bearings: Iterable[Bearing]) -> StatedDate | None:
        days = (self._source_of(b).issued for b in bearings)
        dated = (day for day in days if day is not None)
        return max(dated, key=lambda day: (day.latest, day.earliest), default=None)

    def _is_judged_by(self, assessment: Assessment, promise: Promise) -> bool:
        if isinstance(promise, Statement):
            return assessment.test.iri == promise.iri
        return self._tests_in(assessment.test, (promise.identifier,))


def _sum_up(promise: Promise, cells: Sequence[Cell]) -> ColumnTotal:
    return ColumnTotal(
        promise=promise,
        statuses=count_statuses(cell.status for cell in cells),
        counts=DirectionCounts(
            supports=sum(cell.counts.supports > 0 for cell in cells),
            partly_supports=sum(cell.counts.partly_supports > 0 for cell in cells),
            contradicts=sum(cell.counts.contradicts > 0 for cell in cells),
            in_favour=sum(cell.counts.in_favour > 0 for cell in cells),
        ),
    )


def _index_acts(statements: Iterable[Statement]) -> frozenset[str]:
    """Return the IRIs of the statements that ask for acts, and of the provisions they stand in."""
    acts = [s for s in statements if _ACTS & {locus.notation for locus in s.loci}]
    return frozenset(chain((s.iri for s in acts), (s.provision for s in acts)))


def _key(organisation: str, promise: str) -> str:
    return f"{organisation} {promise}"


def _counts(assessment: Assessment, times: Times) -> bool:
    return find_standing(assessment.issued, times) is Standing.COUNTS
