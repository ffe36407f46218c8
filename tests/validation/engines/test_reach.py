"""`pledgegraph.validation.engines.reach`."""

from __future__ import annotations

from rdflib import SH, URIRef

from pledgegraph.validation.engines.reach import list_reach
from tests.validation.samples import E, graph_of

SHAPES = """
e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:P ; sh:or ( e:A e:B ) .
e:P a sh:PropertyShape ; sh:path e:p ; sh:targetNode e:x .
e:A a sh:NodeShape ; sh:not e:S . e:B a sh:NodeShape . e:Other a sh:NodeShape ; sh:node e:S .
"""


def test_what_a_shape_leads_to_takes_part_without_targets() -> None:
    found = list_reach(graph_of(SHAPES), [URIRef(E + "S")])
    names = {str(subject).removeprefix(E) for subject, _, _ in found if isinstance(subject, URIRef)}
    assert names == {"S", "P", "A", "B"}
    assert {p for _, p, _ in found} & {SH.targetClass, SH.targetNode} == set()
    assert len(found) == len(set(found)) == 12


def test_without_shapes_nothing_takes_part() -> None:
    assert list_reach(graph_of(SHAPES), []) == []
