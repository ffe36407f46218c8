"""Small shapes and data for the tests of this folder."""

from __future__ import annotations

from collections.abc import Sequence

from rdflib import Graph, URIRef
from rdflib.term import Node

from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile
from pledgegraph.validation.context import Context
from pledgegraph.validation.engines import Result, get_engine
from pledgegraph.validation.explanation import Place, explain_results
from pledgegraph.validation.findings import Finding
from pledgegraph.validation.graphs import create_graph
from pledgegraph.validation.shapes import ShapeSet
from tests.samples import turtle_file

PREFIXES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX e: <https://example.org/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
E = "https://example.org/"


def shapes_of(text: str, name: str = "shapes/sample/shapes.ttl") -> ShapeSet:
    """Return the shapes of a Turtle text, which may use the prefixes above."""
    return ShapeSet.from_files([turtle_file(PREFIXES + text, name)])


def graph_of(text: str) -> Graph:
    """Return the graph of a Turtle text."""
    store = EmbeddedStore.from_files([turtle_file(PREFIXES + text)])
    return create_graph(store.list_triples())


def context_of(files: Sequence[SourceFile], shapes: ShapeSet, *, engine: str = "turbo") -> Context:
    """Return what is in `files` as what is shipped, with `shapes` for an engine."""
    return Context.from_store(EmbeddedStore.from_files(files), shapes, engine=get_engine(engine))


def run(shapes: str, data: str, *focus: str, engine: str = "turbo") -> tuple[Result, ...]:
    """Run the shapes on the nodes `focus` of the data."""
    shape_set, graph = shapes_of(shapes), graph_of(data)
    nodes: set[Node] = {URIRef(E + name) for name in focus}
    program = get_engine(engine).compile(shape_set.graph)
    return program.run(graph, shape_set.list_targets(graph, focus=nodes))


def explain(
    shapes: str, data: str, *, engine: str = "turbo", **places: Place
) -> tuple[Finding, ...]:
    """Run the shapes on every subject of the data and explain the results."""
    shape_set, graph = shapes_of(shapes), graph_of(data)
    program = get_engine(engine).compile(shape_set.graph)
    targets = shape_set.list_targets(graph, focus=set(graph.subjects()))
    results = program.run(graph, targets)
    named = {E + name: place for name, place in places.items()}
    return explain_results(results, data=graph, shapes=shape_set, program=program, places=named)
