"""Which things were meant for what a shape asks for, and whether any of it is there.

Where a version has 72 claims and none of them is a reasoned claim on I.a, only a claim on I.a says
what is wrong. A shape tells by what it is meant: by the class and the values that it asks for by
name. Knows rdflib; must not know the engine.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.term import Node

from pledgegraph.validation.graphs import walk
from pledgegraph.validation.paths import list_path_values
from pledgegraph.validation.shapes import ShapeSet

MOST_CANDIDATES: Final = 10

_NONE: Final = Literal(0)
_ALL: Final = (SH["and"],)
_ANY: Final = (SH["and"], SH["or"], SH.xone)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Tells what in `data` was meant for which of the `shapes`."""

    shapes: ShapeSet
    data: Graph

    def list_meant(self, shape: Node, values: Iterable[Node]) -> tuple[Node, ...]:
        """Return those of `values` that were meant for `shape`, at most ten, sorted.

        That is: has one of the marks that the shape asks for, a class or a value of a property,
        and none that differs from them. All are meant where the shape asks for no mark.
        """
        marks = list(self._list_marks(shape))
        meant = [value for value in values if self._is_meant(value, marks)]
        return tuple(sorted(meant, key=str)[:MOST_CANDIDATES])

    def is_begun(self, shape: Node, value: Node) -> bool:
        """Return whether `value` has anything of what `shape` asks for.

        What is there and must not be, or must be another, speaks for another shape; so does
        another class. What else is asked of the value itself, such as a datatype, has something to
        be asked of.
        """
        parts = list(self._list_parts(shape, _ANY))
        if not parts:
            return not any(self._list_classes(shape))
        return any(self._has_any(part, value) for part in parts)

    def list_values(self, shape: Node, focus: Node) -> tuple[Node, ...]:
        """Return what the path of a property shape leads to from `focus`; without one, `focus`."""
        path = self.shapes.graph.value(shape, SH.path)
        if path is None:
            return (focus,)
        return list_path_values(self.shapes.graph, path, data=self.data, focus=focus)

    def _has_any(self, part: Node, value: Node) -> bool:
        graph = self.shapes.graph
        if graph.value(part, SH.maxCount) == _NONE:
            return False
        there = self.list_values(part, value)
        inner = graph.value(part, SH.qualifiedValueShape)
        if inner is not None:
            return bool(self.list_meant(inner, there))
        allowed = {n for head in graph.objects(part, SH["in"]) for n in RdfList(graph, head)}
        allowed |= set(graph.objects(part, SH.hasValue))
        return bool(allowed & set(there) if allowed else there)

    def _is_meant(self, value: Node, marks: "list[_Mark]") -> bool:
        verdicts = {self._rate(value, mark) for mark in marks}
        return not marks or (True in verdicts and False not in verdicts)

    def _rate(self, value: Node, mark: "_Mark") -> bool | None:
        """Return whether `value` has the `mark`, None where it has nothing in its place."""
        there = set(list_path_values(self.shapes.graph, mark.path, data=self.data, focus=value))
        return bool(there & mark.wanted) if there else None

    def _list_marks(self, shape: Node) -> "Iterator[_Mark]":
        graph = self.shapes.graph
        for kind in self._list_classes(shape):
            below = walk(kind, lambda one: self.data.subjects(RDFS.subClassOf, one))
            yield _Mark(RDF.type, below)
        for part in self._list_parts(shape, _ALL):
            path = graph.value(part, SH.path)
            wanted = frozenset(graph.objects(part, SH.hasValue))
            if path is not None and wanted:
                yield _Mark(path, wanted)

    def _list_classes(self, shape: Node) -> Iterator[Node]:
        """Return the classes that `shape` asks its own node to be of."""
        for own in self._list_own(shape, _ALL):
            if (own, SH.path, None) not in self.shapes.graph:
                yield from self.shapes.graph.objects(own, SH["class"])

    def _list_parts(self, shape: Node, lists: tuple[URIRef, ...]) -> Iterator[Node]:
        """Return the property shapes that ask something of the same node as `shape`."""
        graph = self.shapes.graph
        for own in self._list_own(shape, lists):
            if (own, SH.path, None) in graph:
                yield own
            else:
                yield from graph.objects(own, SH.property)

    def _list_own(self, shape: Node, lists: tuple[URIRef, ...]) -> list[Node]:
        """Return `shape` and the shapes that it asks the same node to hold, alone or in `lists`."""
        graph = self.shapes.graph
        found: list[Node] = []
        waiting = [shape]
        while waiting:
            own = waiting.pop()
            if own in found:
                continue
            found.append(own)
            if (own, SH.path, None) in graph:
                continue
            waiting.extend(graph.objects(own, SH.node))
            for predicate in lists:
                for head in graph.objects(own, predicate):
                    waiting.extend(RdfList(graph, head))
        return found


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a thing that is meant has one of, at the end of a path."""

    path: Node
    wanted: frozenset[Node]
