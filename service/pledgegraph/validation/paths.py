"""Which values a property path of SHACL leads to.

An engine says that there are too few values, and not which there are. Promises an end whatever
circles the data goes in, no recursion along the data, and at most 10,000 values at a step. Knows
rdflib; must not know shapes.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from rdflib import SH, Graph, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.term import Node

MAX_VALUES: Final = 10_000


def list_path_values(paths: Graph, path: Node, *, data: Graph, focus: Node) -> tuple[Node, ...]:
    """Return what `path`, a node of the graph `paths`, leads to from `focus`, sorted as text.

    Every kind of path: https://www.w3.org/TR/shacl/#property-paths
    """
    return tuple(sorted(_Walk(paths, data).follow(path, {focus}), key=str))


class _Walk:
    """From a set of nodes along a path, or against it."""

    def __init__(self, paths: Graph, data: Graph) -> None:
        self._paths = paths
        self._data = data

    def follow(self, path: Node, starts: set[Node], *, is_back: bool = False) -> set[Node]:
        if isinstance(path, URIRef):
            look = self._data.subjects if is_back else self._data.objects
            pairs = ((path, start) if is_back else (start, path) for start in starts)
            return _bound(value for pair in pairs for value in look(*pair))
        inverse = self._paths.value(path, SH.inversePath)
        if inverse is not None:
            return self.follow(inverse, starts, is_back=not is_back)
        alternatives = self._paths.value(path, SH.alternativePath)
        if alternatives is not None:
            ways = RdfList(self._paths, alternatives)
            return _bound(v for way in ways for v in self.follow(way, starts, is_back=is_back))
        for predicate, is_reflexive, is_repeated in _REPEATED:
            inner = self._paths.value(path, predicate)
            if inner is not None:
                follow = self._repeat if is_repeated else self.follow
                found = follow(inner, starts, is_back=is_back)
                return found | starts if is_reflexive else found
        steps = list(RdfList(self._paths, path))
        for step in reversed(steps) if is_back else steps:
            starts = self.follow(step, starts, is_back=is_back)
        return starts

    def _repeat(self, path: Node, starts: set[Node], *, is_back: bool) -> set[Node]:
        found: set[Node] = set()
        new = starts
        while new and len(found) < MAX_VALUES:
            new = self.follow(path, new, is_back=is_back) - found
            found |= new
        return found


_REPEATED: Final = (
    (SH.zeroOrMorePath, True, True),
    (SH.oneOrMorePath, False, True),
    (SH.zeroOrOnePath, True, False),
)
"""The predicate, whether the start counts, and whether there may be more than one step."""


def _bound(values: Iterable[Node]) -> set[Node]:
    return set(islice(values, MAX_VALUES))
