"""What breaks a shape and should be told in one way, whatever the engine says, if it says anything.

A property shape has one path, and no shape leads back to itself: engines differ in what they say of
the first, and only warn of the second. Knows rdflib; must not know the engines.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node

_REFERENCES: Final = (SH.property, SH.node, SH.qualifiedValueShape, SH["not"])
_LISTS: Final = (SH["or"], SH.xone, SH["and"])


@dataclass(frozen=True, slots=True)
class Unsound:
    """What is wrong with a shape, and what was expected of it."""

    shape: str
    problem: str
    expected: str


def find_unsound(graph: Graph, shapes: Iterable[URIRef]) -> Unsound | None:
    """Return what is wrong with the first of `shapes` that is broken, or None."""
    leads: dict[Node, frozenset[Node]] = {}
    for shape in sorted(shapes):
        paths = len(list(graph.objects(shape, SH.path)))
        if (shape, RDF.type, SH.PropertyShape) in graph and paths != 1:
            problem = f"it has {paths} paths" if paths else "this property shape has no sh:path"
            return Unsound(str(shape), problem, "one sh:path")
        if _is_in_circle(graph, shape, leads):
            return Unsound(
                str(shape),
                "this shape leads back to itself, by sh:node, sh:property or a list of shapes",
                "shapes that come to an end",
            )
    return None


def _is_in_circle(graph: Graph, shape: Node, leads: dict[Node, frozenset[Node]]) -> bool:
    """Return whether `shape` leads to itself; `leads` keeps what each leads to."""
    seen: set[Node] = set()
    waiting = [shape]
    while waiting:
        node = waiting.pop()
        if node not in leads:
            leads[node] = _list_references(graph, node)
        found = leads[node] - seen
        seen |= found
        waiting.extend(found)
    return shape in seen


def _list_references(graph: Graph, shape: Node) -> frozenset[Node]:
    """Return the shapes that `shape` refers to."""
    found = {other for predicate in _REFERENCES for other in graph.objects(shape, predicate)}
    for predicate in _LISTS:
        for head in graph.objects(shape, predicate):
            found |= set(_list_members(graph, head))
    return frozenset(found)


def _list_members(graph: Graph, head: Node) -> Iterator[Node]:
    """Return the members of a list. It may be broken: that is for the engines to say."""
    seen: set[Node] = set()
    cell: Node | None = head
    while cell is not None and cell not in seen:
        seen.add(cell)
        yield from graph.objects(cell, RDF.first)
        cell = graph.value(cell, RDF.rest)
