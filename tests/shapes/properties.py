"""Which property shapes are there for what the ontology says that a class may have.

What a submitter is asked for is read from the shapes: a property of a class that no shape speaks of
could not be handed in, and a link that no shape holds against a class could lead to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, RDFS, SH, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

PLEDGE = Namespace("https://w3id.org/pledgegraph/ns#")
SCHEMA = Namespace("https://schema.org/")

LISTS = (SH["or"], SH.xone, SH["and"])
DESCRIBED = (SH["class"], SH.node, SH["or"], SH["in"], SH.hasValue)
PLAIN = (SH.datatype, SH.nodeKind, SH.qualifiedValueShape)


def list_unshaped(classes: list[str], ontology: Graph, shapes: Graph) -> list[str]:
    """Return `Class property` for each property of a class that has no property shape there."""
    return [
        f"{name} {_short(path)}"
        for name, path in _list_properties(classes, ontology)
        if not _list_shapes_of(PLEDGE[name], path, ontology, shapes)
    ]


def list_unheld(classes: list[str], ontology: Graph, shapes: Graph) -> list[str]:
    """Return `Class property` for each whose values no property shape there holds against anything.

    A link to what has a class of ours, or a code, is held against a description of it; any other
    value at least against its datatype or the kind of node it is.
    """
    return [
        f"{name} {_short(path)}"
        for name, path in _list_properties(classes, ontology)
        if not any(
            shapes.value(shape, constraint) is not None
            for shape in _list_shapes_of(PLEDGE[name], path, ontology, shapes)
            for constraint in _list_constraints(path, ontology)
        )
    ]


def _list_properties(classes: list[str], ontology: Graph) -> Iterator[tuple[str, URIRef]]:
    for name in classes:
        # An activity of any vocabulary may have a digest: that is not asked of records.
        wider = {k for k in _list_wider(PLEDGE[name], ontology) if str(k).startswith(str(PLEDGE))}
        found = {
            path
            for domain in (RDFS.domain, SCHEMA.domainIncludes)
            for kind in wider
            for path in ontology.subjects(domain, kind)
            if isinstance(path, URIRef)
        }
        yield from ((name, path) for path in sorted(found))


def _list_constraints(path: URIRef, ontology: Graph) -> tuple[URIRef, ...]:
    ranges = {
        value for p in (RDFS.range, SCHEMA.rangeIncludes) for value in ontology.objects(path, p)
    }
    plain = (str(RDFS), str(RDF), "http://www.w3.org/2001/XMLSchema#")
    is_link = not any(str(value).startswith(plain) for value in ranges)
    return DESCRIBED if is_link else (*DESCRIBED, *PLAIN)


def _list_wider(kind: Node, ontology: Graph) -> set[Node]:
    return {k for k in ontology.transitive_objects(kind, RDFS.subClassOf) if k is not None}


def _list_shapes_of(kind: Node, path: URIRef, ontology: Graph, shapes: Graph) -> list[Node]:
    """Return the property shapes with `path` that belong to a shape for what has the class."""
    targeted = {s for k in _list_wider(kind, ontology) for s in shapes.subjects(SH.targetClass, k)}
    targeted |= set(shapes.subjects(SH.targetSubjectsOf, path))
    parts = {part for shape in targeted for part in _list_parts(shape, shapes)}
    return [part for part in parts if (part, SH.path, path) in shapes]


def _list_parts(shape: Node, shapes: Graph) -> set[Node]:
    """Return the shape with its property shapes and its branches, at any depth."""
    found: set[Node] = set()
    waiting = [shape]
    while waiting:
        part = waiting.pop()
        if part not in found:
            found.add(part)
            waiting += shapes.objects(part, SH.property)
            waiting += [
                m for p in LISTS for h in shapes.objects(part, p) for m in _items(shapes, h)
            ]
    return found


def _items(graph: Graph, head: Node) -> list[Node]:
    return list(Collection(graph, head))


def _short(term: URIRef) -> str:
    return str(term).removeprefix(str(PLEDGE))
