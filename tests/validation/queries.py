"""The queries of shapes, taken apart."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import SH, Graph
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Query
from rdflib.term import Node


def prepare_queries(shapes: Graph) -> dict[Node, Query]:
    """Return each query of the shapes, parsed, by the constraint that asks it."""
    prefixes = {
        str(shapes.value(node, SH.prefix)): str(shapes.value(node, SH.namespace))
        for node in shapes.objects(None, SH.declare)
    }
    queries = shapes.subject_objects(SH.select)
    return {node: prepareQuery(str(text), initNs=prefixes) for node, text in queries}


def list_patterns(part: object) -> Iterator[tuple[object, object, object]]:
    """Return the triple patterns of a query; within EXISTS several stand in one list."""
    if isinstance(part, CompValue):
        for found in dict.get(part, "triples") or ():
            for at in range(0, len(found), 3):
                yield found[at], found[at + 1], found[at + 2]
        for value in part.values():
            yield from list_patterns(value)
    elif isinstance(part, list | tuple | set):
        for value in part:
            yield from list_patterns(value)
