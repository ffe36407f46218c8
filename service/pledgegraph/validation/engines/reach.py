"""The part of a graph of shapes that takes part when some of them are run. Imports no engine."""

from collections.abc import Iterable

from rdflib import Graph, URIRef
from rdflib.term import Node

from pledgegraph.validation.targets import TARGETS

Statement = tuple[Node, Node, Node]


def list_reach(graph: Graph, shapes: Iterable[URIRef]) -> list[Statement]:
    """Return what `graph` says of `shapes` and of all that they lead to, without any target."""
    found: list[Statement] = []
    waiting: list[Node] = list(shapes)
    reached: set[Node] = set()
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            own = [t for t in graph.triples((node, None, None)) if t[1] not in TARGETS]
            found.extend(own)
            waiting.extend(value for _, _, value in own)
    return found
