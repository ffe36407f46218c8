"""`pledgegraph.validation.soundness`."""

from __future__ import annotations

import pytest
from rdflib import RDF, SH, URIRef

from pledgegraph.validation.soundness import Unsound, find_unsound
from tests.validation.samples import E, graph_of


def unsound(text: str) -> Unsound | None:
    graph = graph_of(text)
    kinds = (SH.NodeShape, SH.PropertyShape)
    shapes = [s for kind in kinds for s in graph.subjects(RDF.type, kind)]
    return find_unsound(graph, [shape for shape in shapes if isinstance(shape, URIRef)])


SOUND = """
e:S a sh:NodeShape ; sh:property e:P , e:Q ; sh:or ( e:A e:B ) ; sh:node e:A .
e:P a sh:PropertyShape ; sh:path e:p ; sh:node e:A .
e:Q a sh:PropertyShape ; sh:path ( e:p [ sh:inversePath e:q ] ) ; sh:qualifiedValueShape e:B .
e:A a sh:NodeShape ; sh:class e:C . e:B a sh:NodeShape ; sh:not e:A .
"""


def test_shapes_that_come_to_an_end_are_sound() -> None:
    assert unsound(SOUND) is None


@pytest.mark.parametrize(
    ("text", "shape", "problem"),
    [
        ("e:P a sh:PropertyShape ; sh:minCount 1 .", "P", "this property shape has no sh:path"),
        ("e:P a sh:PropertyShape ; sh:path e:p , e:q .", "P", "it has 2 paths"),
    ],
)
def test_a_property_shape_has_one_path(text: str, shape: str, problem: str) -> None:
    assert unsound(text) == Unsound(E + shape, problem, "one sh:path")


@pytest.mark.parametrize(
    "text",
    [
        "e:A a sh:NodeShape ; sh:node e:A .",
        "e:A a sh:NodeShape ; sh:node e:B . e:B a sh:NodeShape ; sh:node e:A .",
        "e:A a sh:NodeShape ; sh:property e:P . e:P sh:path e:p ; sh:node e:A .",
        "e:A a sh:NodeShape ; sh:or ( e:B e:C ) . e:C a sh:NodeShape ; sh:not e:A .",
        "e:A a sh:NodeShape ; sh:xone ( e:B ) . e:B sh:and ( e:A ) .",
        """e:A a sh:NodeShape ; sh:property [ sh:path e:p ; sh:qualifiedValueShape e:A ] .""",
    ],
)
def test_no_shape_leads_back_to_itself(text: str) -> None:
    found = unsound(text)
    assert found is not None
    assert found.shape == E + "A"
    assert found.problem.startswith("this shape leads back to itself")


def test_the_first_by_name_is_told() -> None:
    found = unsound("e:Z a sh:PropertyShape . e:A a sh:PropertyShape . e:M a sh:PropertyShape .")
    assert found is not None
    assert found.shape == E + "A"


def test_a_list_without_an_end_is_no_circle_of_shapes_and_comes_to_an_end() -> None:
    rdf = f"PREFIX rdf: <{RDF}>\n"
    text = "e:S a sh:NodeShape ; sh:or _:l . _:l rdf:first e:A ; rdf:rest _:l ."
    assert unsound(rdf + text) is None
