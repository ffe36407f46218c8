"""RDF lists in triples: which nodes are mere cells, what a list holds, and whether it ends.

A cell is a blank node and says nothing but its item and what comes next
(https://www.w3.org/TR/rdf11-mt/#rdf-collections); whatever says more is a subject of its own.
Promises that a list which was read has an end: the engine would fail on one without. Imports no
third party.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NoReturn

from pledgegraph.errors import DataError
from pledgegraph.store.term import BlankNode, Iri, Term, Triple
from pledgegraph.terms import RDF

_FIRST: Final = RDF.first
_REST: Final = RDF.rest
_NIL: Final = RDF.nil


@dataclass(frozen=True, slots=True)
class Lists:
    """The blank nodes that are mere cells, and the items of each list by its first cell."""

    cells: frozenset[BlankNode]
    items: Mapping[BlankNode, tuple[Term, ...]]


def read_lists(triples: Iterable[Triple], *, file: str | None = None) -> Lists:
    """Return the lists in `triples`, which are of one file.

    Raises:
        DataError: a list goes in a circle, ends without rdf:nil, forks, or runs into another.
    """
    stated: dict[BlankNode, list[Triple]] = defaultdict(list)
    for triple in triples:
        if isinstance(triple.subject, BlankNode):
            stated[triple.subject].append(triple)
    nodes = {
        node: own
        for node, own in stated.items()
        if any(t.predicate in (_FIRST, _REST) for t in own)
    }
    links = {node: _read_cell(own, nodes, file) for node, own in nodes.items()}
    followers = [after for _, after in links.values() if after is not None]
    beginnings = nodes.keys() - set(followers)
    if len(set(followers)) < len(followers):
        _refuse("two parts of lists go on in the same way", file)
    items: dict[BlankNode, tuple[Term, ...]] = {}
    for beginning in beginnings:
        found: list[Term] = []
        node: BlankNode | None = beginning
        while node is not None:
            item, node = links[node]
            found.append(item)
        items[beginning] = tuple(found)
    # What no beginning leads to goes in a circle.
    if sum(map(len, items.values())) < len(nodes):
        _refuse("a list goes in a circle", file)
    cells = frozenset(node for node, own in nodes.items() if all(map(_is_of_cell, own)))
    return Lists(cells, items)


def _read_cell(
    own: list[Triple], nodes: Mapping[BlankNode, list[Triple]], file: str | None
) -> tuple[Term, BlankNode | None]:
    """Return the item of a cell, and the cell that comes next, None at the end."""
    firsts = [t.object for t in own if t.predicate == _FIRST]
    rests = [t.object for t in own if t.predicate == _REST]
    if len(firsts) != 1 or len(rests) != 1:
        _refuse("a part of a list has not one rdf:first and one rdf:rest", file)
    [item], [rest] = firsts, rests
    if rest == Iri(_NIL):
        return item, None
    if not isinstance(rest, BlankNode) or rest not in nodes:
        _refuse("a list does not end in rdf:nil", file)
    return item, rest


def _is_of_cell(triple: Triple) -> bool:
    is_list = (triple.predicate, triple.object) == (RDF.type, RDF.List)
    return is_list or triple.predicate in (_FIRST, _REST)


def _refuse(problem: str, file: str | None) -> NoReturn:
    raise DataError(file=file, problem=problem, expected="a list as ( … ) in Turtle has it")
