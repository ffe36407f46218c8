"""The text of the commitments cut where statements begin and end, so that each can be a link.

Promises that nothing is lost: the passages of a block, joined, are its text. Statements overlap
and share words; a passage leads to the narrowest statement over it, and names all of them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from pledgegraph.errors import DataError
from pledgegraph.model import Place, Provision, Statement

_FOOTNOTE_MARK: Final = re.compile(r"<sup>\[\\\[footnote (?P<number>\d+)\\\]\]\(#\)</sup>")
_EMPHASIS: Final = re.compile(r"\*\*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with the identifiers of the statements over it, the narrowest first.

    `ends` are those whose last words these are; `footnote` is the number of the footnote whose
    mark this is, None for words.
    """

    text: str
    statements: tuple[str, ...]
    ends: tuple[str, ...]
    footnote: str | None = None

    @property
    def words(self) -> str:
        """The text as it is read: without the marks of emphasis of the file it stands in."""
        return "" if self.footnote else _EMPHASIS.sub("", self.text)


@dataclass(frozen=True, slots=True)
class Block:
    """A provision with its text in passages, and the statements that stand in it."""

    provision: Provision
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]


def split_blocks(
    text: str, provisions: Iterable[Provision], statements: Sequence[Statement]
) -> tuple[Block, ...]:
    """Return the provisions as blocks in reading order; one within another is part of it.

    Raises:
        DataError: a statement stands in none of them.
    """
    blocks: list[Block] = []
    end = 0
    ordered = sorted(provisions, key=lambda p: (p.places[0].start, -p.places[-1].end))
    for provision in ordered:
        first, last = provision.places[0].start, provision.places[-1].end
        if last <= end:
            continue
        within = [s for s in statements if first <= s.places[0].start and s.places[-1].end <= last]
        passages = split_passages(text, first, last, within)
        blocks.append(Block(provision, passages, tuple(within)))
        end = last
    shown = {statement.iri for block in blocks for statement in block.statements}
    for statement in statements:
        if statement.iri not in shown:
            raise DataError(
                subject=statement.iri,
                problem="its words stand in no provision's text",
                expected="a place within the place of a provision",
            )
    return tuple(blocks)


def split_passages(
    text: str, start: int, end: int, statements: Sequence[Statement]
) -> tuple[Passage, ...]:
    """Return `text[start:end]` as passages that begin and end where statements do."""
    found = _FOOTNOTE_MARK.finditer(text, start, end)
    marks = [(mark.start(), mark.end(), mark["number"]) for mark in found]
    places = [(place, s) for s in statements for place in s.places]
    cuts = {start, end}
    for place, _ in places:
        cuts |= {place.start, place.end}
    for first, last, _ in marks:
        cuts = {c for c in cuts if not first < c < last} | {first, last}
    bounds = sorted(c for c in cuts if start <= c <= end)
    return tuple(_passage(text, first, last, places, marks) for first, last in pairwise(bounds))


def _passage(
    text: str,
    first: int,
    last: int,
    places: Sequence[tuple[Place, Statement]],
    marks: Sequence[tuple[int, int, str]],
) -> Passage:
    over = [s for p, s in places if p.start <= first and last <= p.end]
    narrow = sorted(over, key=lambda s: (_length(s), s.position))
    ends = sorted({s.position: s for s in over if s.places[-1].end == last}.items())
    return Passage(
        text=text[first:last],
        statements=tuple(s.identifier for s in narrow),
        ends=tuple(s.identifier for _, s in ends),
        footnote=next((number for a, _, number in marks if a == first), None),
    )


def _length(statement: Statement) -> int:
    return sum(place.end - place.start for place in statement.places)
