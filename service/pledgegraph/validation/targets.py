"""Which shapes are for which nodes: SHACL Core targets (https://www.w3.org/TR/shacl/#targets).

Looked up from the nodes that are checked, so that it takes no longer beside much data than beside
little. The implicit targets of classes are left out. Knows rdflib; must not know the engines.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Self

from rdflib import RDF, RDFS, SH, Graph, URIRef
from rdflib.term import Node

from pledgegraph.validation.graphs import walk

TARGETS: Final = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
"""The properties by which a shape says what it is for."""

_Shapes = Mapping[Node, frozenset[URIRef]]


@dataclass(frozen=True, slots=True)
class TargetIndex:
    """The shapes by what they are for: a class, what has a property, what is its value, a node."""

    by_class: _Shapes
    by_subject: _Shapes
    by_object: _Shapes
    by_node: _Shapes

    @classmethod
    def from_graph(cls, graph: Graph) -> Self:
        """Return the index of the shapes in `graph`."""
        return cls(*(_index(graph, predicate) for predicate in TARGETS))

    def list_targets(self, data: Graph, focus: Iterable[Node]) -> Mapping[URIRef, Collection[Node]]:
        """Return for each shape which of the `focus` nodes it is for, without those for none."""
        found: dict[URIRef, set[Node]] = defaultdict(set)
        above: dict[Node, frozenset[Node]] = {}
        for node in focus:
            for shape in self._list_shapes(data, node, above):
                found[shape].add(node)
        return dict(sorted(found.items()))

    def _list_shapes(
        self, data: Graph, node: Node, above: dict[Node, frozenset[Node]]
    ) -> frozenset[URIRef]:
        """Return the shapes for `node`; `above` keeps what is known of classes."""
        shapes = set(self.by_node.get(node, ()))
        for kind in data.objects(node, RDF.type):
            if kind not in above:
                above[kind] = walk(kind, lambda one: data.objects(one, RDFS.subClassOf))
            for one in above[kind]:
                shapes |= self.by_class.get(one, frozenset())
        for predicate in set(data.predicates(node)):
            shapes |= self.by_subject.get(predicate, frozenset())
        for predicate, others in self.by_object.items():
            if (None, predicate, node) in data:
                shapes |= others
        return frozenset(shapes)


def _index(graph: Graph, predicate: URIRef) -> _Shapes:
    found: dict[Node, set[URIRef]] = defaultdict(set)
    for shape, target in graph.subject_objects(predicate):
        if isinstance(shape, URIRef):
            found[target].add(shape)
    return {target: frozenset(shapes) for target, shapes in found.items()}
