"""Where those who speak about one organisation and one promise do not agree.

Promises that every side is named, that verdicts on different scales are never held against each
other by number, and that no side is called right. Imports no third party.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from pledgegraph.catalogue.cells import Cell
from pledgegraph.catalogue.comparison import ComparisonFilter
from pledgegraph.catalogue.coverage import CoverageCatalogue
from pledgegraph.catalogue.links import group
from pledgegraph.catalogue.times import Times
from pledgegraph.errors import InvalidArgument
from pledgegraph.model import Assessment, Bearing, Organisation, Provision


class DisagreementKind(StrEnum):
    """Who does not agree."""

    EVIDENCE = "evidence"
    ASSESSORS = "assessors"


@dataclass(frozen=True, slots=True)
class Sides:
    """What speaks for, and what against: bearings, or verdicts that say so plainly."""

    bearings_for: tuple[Bearing, ...] = ()
    bearings_against: tuple[Bearing, ...] = ()
    verdicts_for: tuple[Assessment, ...] = ()
    verdicts_against: tuple[Assessment, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sides that do not agree about one organisation and one provision.

    Of evidence: bearings for and against one and the same promise, the provision or a requirement
    in it. Of assessors: verdicts of different assessors on one aspect, stated or implemented, by
    criteria near to the provision, which say plainly, each on its own scale, that what was asked is
    there, and that it is not.
    """

    kind: DisagreementKind
    cell: Cell
    sides: Sides

    @property
    def organisation(self) -> Organisation:
        """The organisation that it is about."""
        return self.cell.organisation

    @property
    def promise(self) -> Provision:
        """The provision that it is about."""
        assert isinstance(self.cell.promise, Provision)  # only provisions are asked for
        return self.cell.promise

    @property
    def iri(self) -> str:
        """Its name among all of one dataset revision."""
        return f"{self.kind}-disagreement:{self.cell.iri}"


class DisagreementCatalogue(CoverageCatalogue):
    """The part of the catalogue that knows who disagrees."""

    def list_disagreements(
        self, wanted: ComparisonFilter, times: Times
    ) -> tuple[Disagreement, ...]:
        """Return the disagreements in the wanted rows and columns, by organisation and column.

        Raises:
            InvalidArgument: an organisation or a provision in `wanted` is unknown, or requirements
                are asked for: disagreements are told by provision.
        """
        if wanted.requirements is not None:
            raise InvalidArgument(
                argument="requirements",
                problem="disagreements are told by provision",
                expected="provisions",
            )
        comparison = self.compare(wanted, times)
        rows = self.list_rows_of(comparison)
        cells = (cell for row in rows for cell in self.list_cells(row))
        return tuple(found for cell in cells for found in self._list_in(cell))

    def _list_in(self, cell: Cell) -> Iterator[Disagreement]:
        evidence = _split_bearings(cell.bearings)
        if evidence.bearings_against:
            yield Disagreement(DisagreementKind.EVIDENCE, cell, evidence)
        for verdicts in _split_verdicts(self.list_assessments_at(cell)):
            yield Disagreement(DisagreementKind.ASSESSORS, cell, verdicts)


def _split_bearings(bearings: Iterable[Bearing]) -> Sides:
    """Return the bearings on those promises that have some for and some against; else none."""
    speaks_for, against = [], []
    for found in group((b.bears_on, b) for b in bearings).values():
        contradicting = [b for b in found if b.direction.notation == "contradicts"]
        if contradicting and len(contradicting) < len(found):
            against += contradicting
            speaks_for += [b for b in found if b not in contradicting]
    return Sides(bearings_for=tuple(speaks_for), bearings_against=tuple(against))


def _split_verdicts(verdicts: Iterable[Assessment]) -> Iterator[Sides]:
    """Return, for each aspect, the verdicts of several assessors that say plainly yes and no.

    What a text states and what was done are two questions: yes to one and no to the other agree.
    """
    rated = [(a, a.rating.iri) for a in verdicts if a.rating is not None]
    plain = [a for a, rating in rated if rating in (*a.scale.passed, *a.scale.failed)]
    for found in group((a.aspect.iri, a) for a in plain).values():
        failed = tuple(a for a in found if a.rating and a.rating.iri in a.scale.failed)
        passed = tuple(a for a in found if a not in failed)
        if passed and failed and len({a.assessor.iri for a in found}) > 1:
            yield Sides(verdicts_for=passed, verdicts_against=failed)
