"""What tables of cells tell of, by IRI: the subjects of their Turtle.

A cell is computed and never stated; stated is what it is computed from. Must not know how a subject
is described.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from pledgegraph.catalogue import Cell
from pledgegraph.web.comparison.opened import Opened


def list_subjects_of_cells(cells: Iterable[Cell]) -> tuple[str, ...]:
    """Return the IRIs of organisations and promises, and of the bearings, claims and searches."""
    return tuple(dict.fromkeys(chain.from_iterable(map(_list_of_cell, cells))))


def list_subjects_of_opened(opened: Iterable[Opened]) -> tuple[str, ...]:
    """Return the IRIs of all that opened cells tell of, sources, publishers and assessors too."""
    return tuple(dict.fromkeys(chain.from_iterable(map(_list_of_opened, opened))))


def _list_of_cell(cell: Cell) -> Iterator[str]:
    yield from (cell.organisation.iri, cell.promise.iri)
    yield from (bearing.iri for bearing in cell.bearings)
    yield from (claim.iri for claim in cell.claims)
    yield from (search.iri for search in cell.searches)


def _list_of_opened(opened: Opened) -> Iterator[str]:
    yield from _list_of_cell(opened.cell)
    for item in opened.items:
        yield from (item.evidence.iri, item.source.iri, item.publisher.iri)
        yield from (p.bearing.attribution.drawn_by.iri for p in item.pointers)
    for entry in opened.claims:
        yield entry.version.iri
        yield from (evidence.iri for evidence in entry.evidence)
    for verdict in opened.verdicts:
        judged = verdict.assessment
        yield from (judged.iri, judged.assessor.iri, judged.test.iri, judged.scale.iri)
        if verdict.campaign:
            yield verdict.campaign.iri
