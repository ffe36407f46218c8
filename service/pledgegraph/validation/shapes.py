"""The shapes as a set: what each is called, what it targets, and which file it is from.

Read once and used for any number of runs. Knows rdflib; must not know the engine.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Self

from rdflib import DCTERMS, OWL, RDF, RDFS, SH, Graph, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.term import Node

from pledgegraph.errors import DataError
from pledgegraph.severity import Severity
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile, revision_of
from pledgegraph.validation.graphs import create_graph

Targets = Mapping[URIRef, Collection[Node]]
"""The nodes that each shape is to be run on."""

_TARGETS: Final = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
_LISTS: Final[Mapping[Node, URIRef]] = {
    SH.OrConstraintComponent: SH["or"],
    SH.XoneConstraintComponent: SH.xone,
    SH.AndConstraintComponent: SH["and"],
}
_SINGLES: Final[Mapping[Node, URIRef]] = {
    SH.NodeConstraintComponent: SH.node,
    SH.QualifiedMinCountConstraintComponent: SH.qualifiedValueShape,
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a person may want to know of a shape; `file` is where it stands."""

    iri: str
    name: str
    description: str
    severity: Severity
    requirements: tuple[str, ...]
    has_target: bool
    file: str


@dataclass(frozen=True, slots=True)
class ShapeSet:
    """All shapes by IRI, their graph, and which version of them this is.

    `version` is what the shapes call themselves; `digest` changes with every byte of them.
    """

    version: str
    digest: str
    shapes: Mapping[str, Shape]
    graph: Graph = field(repr=False, compare=False)

    @classmethod
    def from_files(cls, files: Iterable[SourceFile]) -> Self:
        """Return the set of the shapes in those of `files` that are named `shapes.ttl`.

        Raises:
            DataError: a file is no Turtle, two files describe one shape, or there is no shape.
        """
        found = tuple(f for f in files if f.name.endswith("/shapes.ttl"))
        store = EmbeddedStore.from_files(found)
        parts = {f.name: create_graph(store.list_triples(graph=f.graph)) for f in found}
        shapes: dict[str, Shape] = {}
        for name, part in sorted(parts.items()):
            for shape in _list_shapes(part, file=name):
                if shape.iri in shapes:
                    raise DataError(
                        file=name,
                        subject=shape.iri,
                        problem=f"{shapes[shape.iri].file} describes this shape too",
                        expected="each shape in one file",
                    )
                shapes[shape.iri] = shape
        if not shapes:
            raise DataError(problem="there is no shape", expected="a shapes/…/shapes.ttl")
        merged = create_graph(store.list_triples())
        versions = sorted(
            str(version)
            for header in merged.subjects(RDF.type, OWL.Ontology)
            for version in merged.objects(header, OWL.versionInfo)
        )
        return cls(", ".join(versions) or "unversioned", revision_of(found), shapes, merged)

    def find(self, iri: str) -> Shape | None:
        """Return the shape `iri`, or None."""
        return self.shapes.get(iri)

    def list_targets(self, data: Graph, *, focus: Collection[Node]) -> Targets:
        """Return for each shape with a target which of the `focus` nodes it is for.

        A shape that is for none of them is left out. SHACL Core targets
        (https://www.w3.org/TR/shacl/#targets), without the implicit ones of classes.
        """
        wanted = focus if isinstance(focus, set | frozenset) else set(focus)
        targets = {
            URIRef(shape.iri): nodes
            for shape in self.shapes.values()
            if shape.has_target and (nodes := self._target_nodes(shape, data) & wanted)
        }
        return dict(sorted(targets.items()))

    def _target_nodes(self, shape: Shape, data: Graph) -> set[Node]:
        iri = URIRef(shape.iri)
        found = set(self.graph.objects(iri, SH.targetNode))
        for top in self.graph.objects(iri, SH.targetClass):
            for kind in _list_subclasses(data, top):
                found |= set(data.subjects(RDF.type, kind))
        for predicate in self.graph.objects(iri, SH.targetSubjectsOf):
            found |= {s for s, _, _ in data.triples((None, predicate, None))}
        for predicate in self.graph.objects(iri, SH.targetObjectsOf):
            found |= {o for _, _, o in data.triples((None, predicate, None))}
        return found

    def narrow(self, targets: Targets) -> Graph:
        """Return what `targets` reach of the shapes' graph, with these targets and no other.

        The engine prepares every shape that it is given at each run, so it is given those alone
        that take part.
        """
        narrowed = Graph(bind_namespaces="none")
        waiting: list[Node] = list(targets)
        reached: set[Node] = set()
        while waiting:
            node = waiting.pop()
            if node in reached:
                continue
            reached.add(node)
            for triple in self.graph.triples((node, None, None)):
                if triple[1] not in _TARGETS:
                    narrowed.add(triple)
                    waiting.append(triple[2])
        for shape, nodes in targets.items():
            for node in nodes:
                narrowed.add((shape, SH.targetNode, node))
        return narrowed

    def list_branches(self, iri: str, *, component: Node) -> tuple[URIRef, ...]:
        """Return the shapes that a component of the shape `iri` holds values against, in order.

        The members of its `sh:or`, `sh:xone` or `sh:and`, or its `sh:node` or
        `sh:qualifiedValueShape`; nothing for other components.
        """
        shape = URIRef(iri)
        if component in _LISTS:
            heads = self.graph.objects(shape, _LISTS[component])
            members = [member for head in heads for member in RdfList(self.graph, head)]
        elif component in _SINGLES:
            members = sorted(self.graph.objects(shape, _SINGLES[component]), key=str)
        else:
            members = []
        return tuple(member for member in members if isinstance(member, URIRef))

    def list_parts(self, iri: str) -> frozenset[str]:
        """Return `iri` and the property shapes that belong to it, at any depth."""
        return frozenset(map(str, self.graph.transitive_objects(URIRef(iri), SH.property)))


def _list_subclasses(data: Graph, top: Node) -> set[Node]:
    """Return `top` and what is below it; rdflib's own walk goes as deep as the data does."""
    found = {top}
    waiting = [top]
    while waiting:
        below = set(data.subjects(RDFS.subClassOf, waiting.pop())) - found
        found |= below
        waiting.extend(below)
    return found


def _list_shapes(graph: Graph, *, file: str) -> list[Shape]:
    kinds = (SH.NodeShape, SH.PropertyShape)
    nodes = {s for kind in kinds for s in graph.subjects(RDF.type, kind) if isinstance(s, URIRef)}
    return [_shape(graph, node, file) for node in sorted(nodes)]


def _shape(graph: Graph, node: URIRef, file: str) -> Shape:
    # sh:Violation where none is stated: https://www.w3.org/TR/shacl/#severity
    stated = graph.value(node, SH.severity) or SH.Violation
    name = str(stated).removeprefix(str(SH))
    if name not in set(Severity):
        raise DataError(
            file=file,
            subject=str(node),
            problem=f"{stated} is no severity of SHACL",
            expected=", ".join(Severity),
        )
    return Shape(
        iri=str(node),
        name=str(graph.value(node, SH.name) or node.fragment),
        description=str(graph.value(node, SH.description) or ""),
        severity=Severity(name),
        requirements=tuple(sorted(map(str, graph.objects(node, DCTERMS.subject)))),
        has_target=any(graph.value(node, predicate) for predicate in _TARGETS),
        file=file,
    )
