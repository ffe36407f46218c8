"""`pledgegraph.validation.targets`."""

from __future__ import annotations

import pytest
from rdflib import Literal, URIRef

from pledgegraph.validation.targets import TargetIndex
from tests.validation.samples import E, graph_of


def names(shapes: str, data: str, *focus: str) -> dict[str, list[str]]:
    index = TargetIndex.from_graph(graph_of(shapes))
    found = index.list_targets(graph_of(data), [URIRef(E + name) for name in focus])
    return {
        shape.removeprefix(E): sorted(str(node).removeprefix(E) for node in nodes)
        for shape, nodes in found.items()
    }


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("sh:targetClass e:C", ["a", "b"]),
        ("sh:targetClass e:D", ["b"]),
        ("sh:targetClass e:C , e:D", ["a", "b"]),
        ("sh:targetSubjectsOf e:p", ["a"]),
        ("sh:targetObjectsOf e:p", ["b"]),
        ("sh:targetNode e:b", ["b"]),
        ("sh:targetSubjectsOf e:p , e:q", ["a", "c"]),
    ],
)
def test_targets_are_those_of_the_standard(target: str, expected: list[str]) -> None:
    data = "e:D rdfs:subClassOf e:C . e:a a e:C ; e:p e:b . e:b a e:D . e:c e:q 1 ."
    assert names(f"e:S {target} .", data, "a", "b", "c") == {"S": expected}


@pytest.mark.parametrize("target", ["sh:targetClass e:None", "sh:targetNode e:none", "e:p e:q"])
def test_a_shape_for_none_of_the_nodes_is_left_out(target: str) -> None:
    assert names(f"e:S {target} .", "e:a a e:C .", "a") == {}


def test_a_target_is_found_above_any_number_of_classes_and_in_a_circle_of_them() -> None:
    chain = "\n".join(f"e:c{n} rdfs:subClassOf e:c{n + 1} ." for n in range(3_000))
    data = f"e:a a e:c0 . e:c3000 rdfs:subClassOf e:C . e:C rdfs:subClassOf e:c0 . {chain}"
    assert names("e:S sh:targetClass e:C .", data, "a") == {"S": ["a"]}


def test_targets_are_of_the_focus_nodes_alone_and_sorted_by_shape() -> None:
    shapes = "e:T sh:targetClass e:C . e:S sh:targetSubjectsOf e:p . e:U sh:targetNode e:b ."
    found = names(shapes, "e:a a e:C . e:b a e:C ; e:p 1 , 2 .", "b")
    assert list(found.items()) == [("S", ["b"]), ("T", ["b"]), ("U", ["b"])]


def test_a_literal_may_be_a_focus_node() -> None:
    index = TargetIndex.from_graph(graph_of("e:S sh:targetObjectsOf e:p ."))
    data = graph_of("e:a e:p 'text' , 1 .")
    assert index.list_targets(data, [Literal("text")]) == {URIRef(E + "S"): {Literal("text")}}
