"""`pledgegraph.validation.context`."""

from __future__ import annotations

import time

import pytest
from rdflib import Graph, Literal, URIRef

from pledgegraph.resources import find_resources
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import load_files
from pledgegraph.store.term import Triple
from pledgegraph.validation.checks import validate_files
from pledgegraph.validation.context import Context
from pledgegraph.validation.shapes import ShapeSet
from tests.samples import turtle_file
from tests.validation.samples import PREFIXES, E, context_of, shapes_of

FILES = [
    turtle_file(PREFIXES + text, f"{name}.ttl")
    for name, text in {
        "data/x": "e:a a e:C ; e:name 'A' ; e:n '01'^^xsd:integer ; e:list ( 1 2 ) . e:b a e:C .",
        "ontology/x": "e:C rdfs:label 'thing'@en .",
        "shapes/x/shapes": "e:S a sh:NodeShape ; sh:class e:C .",
    }.items()
]
SHAPES = shapes_of("e:S a sh:NodeShape ; sh:targetClass e:C ; sh:class e:C .")


@pytest.fixture(params=["reference", "turbo"])
def context(request: pytest.FixtureRequest) -> Context:
    """Return what is shipped, for each engine."""
    return context_of(FILES, SHAPES, engine=request.param)


def triples_of(text: str) -> tuple[Triple, ...]:
    return EmbeddedStore.from_files([turtle_file(PREFIXES + text)]).list_triples()


def said_of(graph: Graph, name: str) -> set[tuple[str, str]]:
    return {
        (str(p).removeprefix(E), str(o).removeprefix(E))
        for p, o in graph.predicate_objects(URIRef(E + name))
        if str(p).startswith(E)
    }


def test_the_data_and_the_ontology_are_in_the_graph_and_the_shapes_are_not(
    context: Context,
) -> None:
    assert sorted(context.parts) == ["data/x.ttl", "ontology/x.ttl"]
    assert len(context.graph) == sum(map(len, context.parts.values())) == 10
    assert (URIRef(E + "S"), None, None) not in context.graph
    assert str(context.graph.value(URIRef(E + "a"), URIRef(E + "n"))) == "01"


def test_what_is_held_stands_in_place_of_what_is_shipped_of_its_subjects(
    context: Context,
) -> None:
    with context.holding(triples_of("e:a e:name 'Other' . e:new e:name 'New' .")) as graph:
        assert said_of(graph, "a") == {("name", "Other")}
        assert said_of(graph, "new") == {("name", "New")}
        assert (URIRef(E + "b"), None, None) in graph


@pytest.mark.parametrize(
    "text",
    [
        "",
        "e:a e:name 'A' .",
        "e:a e:name 'Other' ; e:list ( 3 ) . [] e:name 'unnamed' . e:new e:of e:a .",
        "e:b a e:C , e:D . e:C rdfs:label 'other'@en .",
    ],
)
def test_afterwards_the_graph_is_as_it_was(context: Context, text: str) -> None:
    before = set(context.graph)
    with context.holding(triples_of(text)):
        pass
    assert set(context.graph) == before
    with pytest.raises(ZeroDivisionError), context.holding(triples_of(text)):
        raise ZeroDivisionError
    assert set(context.graph) == before


def test_what_was_put_in_meanwhile_of_a_held_subject_is_gone_too(context: Context) -> None:
    before = set(context.graph)
    with context.holding(triples_of("e:a e:name 'Other' .")) as graph:
        graph.add((URIRef(E + "a"), URIRef(E + "more"), Literal(1)))
    assert set(context.graph) == before


def test_a_small_file_beside_all_that_is_shipped_takes_no_time() -> None:
    files = load_files(find_resources())
    context = context_of(files, ShapeSet.from_files(files))
    [given] = [f for f in files if f.name == "data/agents.ttl"]
    validate_files([given], context=context)
    begun = time.perf_counter()
    for _ in range(5):
        assert validate_files([given], context=context).is_passed
    assert (time.perf_counter() - begun) / 5 < 0.3
