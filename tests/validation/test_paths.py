"""`pledgegraph.validation.paths`."""

from __future__ import annotations

import pytest
from rdflib import SH, URIRef

from pledgegraph.validation.paths import MAX_VALUES, list_path_values
from tests.validation.samples import E, graph_of

DATA = """
e:a e:p e:b , e:c ; e:q 'A' .
e:b e:p e:d ; e:q 'B' .
e:d e:p e:a ; e:q 'D' .
"""


def follow(path: str, focus: str, data: str = DATA) -> list[str]:
    paths = graph_of(f"e:S sh:path {path} .")
    [node] = paths.objects(URIRef(E + "S"), SH.path)
    found = list_path_values(paths, node, data=graph_of(data), focus=URIRef(E + focus))
    return [str(value).removeprefix(E) for value in found]


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("e:p", ["b", "c"]),
        ("[ sh:inversePath e:p ]", ["d"]),
        ("( e:p e:q )", ["B"]),
        ("( [ sh:inversePath e:p ] e:q )", ["D"]),
        ("[ sh:alternativePath ( e:p e:q ) ]", ["A", "b", "c"]),
        ("[ sh:zeroOrOnePath e:p ]", ["a", "b", "c"]),
        ("[ sh:zeroOrMorePath e:p ]", ["a", "b", "c", "d"]),
        ("[ sh:oneOrMorePath e:p ]", ["a", "b", "c", "d"]),
        ("( [ sh:oneOrMorePath e:p ] e:q )", ["A", "B", "D"]),
        ("[ sh:inversePath ( e:p e:p ) ]", ["b"]),
        ("[ sh:inversePath [ sh:inversePath e:q ] ]", ["A"]),
        ("( e:q e:q )", []),
    ],
)
def test_a_path_leads_to_its_values(path: str, values: list[str]) -> None:
    assert follow(path, "a") == values


def test_one_step_or_more_leads_back_only_in_a_circle() -> None:
    assert follow("[ sh:oneOrMorePath e:p ]", "x", "e:x e:p e:y . e:y e:p e:z .") == ["y", "z"]
    assert follow("[ sh:zeroOrMorePath e:p ]", "x", "e:x e:p e:y .") == ["x", "y"]


def test_nothing_leads_nowhere() -> None:
    assert follow("e:p", "nobody") == []


def test_a_long_chain_has_its_end() -> None:
    chain = " ".join(f"e:n{n} e:p e:n{n + 1} ." for n in range(3_000))
    assert len(follow("[ sh:zeroOrMorePath e:p ]", "n0", chain)) == 3_001


def test_values_are_bounded() -> None:
    many = " , ".join(map(str, range(MAX_VALUES + 5)))
    assert len(follow("e:p", "x", f"e:x e:p {many} .")) == MAX_VALUES
