"""`pledgegraph.validation.candidates`."""

from __future__ import annotations

import pytest
from rdflib import URIRef

from pledgegraph.validation.candidates import Candidates
from tests.validation.samples import E, graph_of, shapes_of

SHAPES = """
e:Claimed a sh:NodeShape ; sh:node e:Reasoned ; sh:property e:Claimed-answers .
e:Claimed-answers a sh:PropertyShape ; sh:path e:answers ; sh:hasValue e:one .
e:Reasoned a sh:NodeShape ; sh:property e:Reasoned-because .
e:Reasoned-because a sh:PropertyShape ; sh:path e:because ; sh:minCount 1 .
e:Test a sh:NodeShape ; sh:class e:Practice ; sh:property e:Test-kind .
e:Test-kind a sh:PropertyShape ; sh:path e:kind ; sh:hasValue e:inside .
e:Outside a sh:PropertyShape ; sh:path e:kind ; sh:hasValue e:outside .
e:Any a sh:NodeShape ; sh:or ( e:Practices e:Claims ) .
e:Practices a sh:NodeShape ; sh:class e:Practice .
e:Claims a sh:NodeShape ; sh:class e:Claim .
e:Both a sh:NodeShape ; sh:and ( e:Practices e:Outside ) .
e:English a sh:NodeShape ; sh:languageIn ( 'en' ) .
e:Version-claimed a sh:PropertyShape ; sh:path [ sh:inversePath e:about ] ;
  sh:qualifiedValueShape e:Claimed ; sh:qualifiedMinCount 1 .
e:Chosen a sh:PropertyShape ; sh:path e:kind ; sh:in ( e:inside e:between ) .
e:Absent a sh:PropertyShape ; sh:path e:answers ; sh:maxCount 0 .
e:Either a sh:NodeShape ; sh:or ( e:Reasoned e:Outside ) .
"""
DATA = """
e:Drill rdfs:subClassOf e:Practice .
e:c1 a e:Claim ; e:about e:v ; e:answers e:one . e:c2 a e:Claim ; e:answers e:two ; e:because 1 .
e:c3 a e:Claim . e:c4 e:answers e:one , e:two .
e:p1 a e:Practice ; e:kind e:inside . e:p2 a e:Drill . e:p3 a e:Practice ; e:kind e:outside .
e:p4 e:kind e:inside .
"""
ALL = ["c1", "c2", "c3", "c4", "p1", "p2", "p3", "p4"]
CANDIDATES = Candidates(shapes_of(SHAPES), graph_of(DATA))


@pytest.mark.parametrize(
    ("shape", "meant"),
    [
        ("Claimed", ["c1", "c4"]),
        ("Practices", ["p1", "p2", "p3"]),
        ("Test", ["p1", "p2", "p4"]),
        ("Outside", ["p3"]),
        ("Both", ["p2", "p3"]),
        ("Any", ALL),
        ("English", ALL),
    ],
)
def test_what_was_meant_has_a_mark_and_no_other(shape: str, meant: list[str]) -> None:
    values = [URIRef(E + name) for name in ALL]
    found = CANDIDATES.list_meant(URIRef(E + shape), values)
    assert [str(value).removeprefix(E) for value in found] == meant


def test_ten_are_meant_at_most() -> None:
    values = [URIRef(f"{E}{n}") for n in range(100, 130)]
    found = CANDIDATES.list_meant(URIRef(E + "English"), values)
    assert found == tuple(values[:10])
    assert CANDIDATES.list_meant(URIRef(E + "English"), []) == ()


@pytest.mark.parametrize(
    ("shape", "value", "is_begun"),
    [
        ("Claimed", "c1", True),
        ("Claimed", "c3", False),
        ("Reasoned", "c2", True),
        ("Reasoned", "c1", False),
        ("Version-claimed", "v", True),
        ("Version-claimed", "w", False),
        ("Either", "c2", True),
        ("Either", "p3", True),
        ("Either", "p1", False),
        ("Either", "c1", False),
        ("Absent", "c1", False),
        ("English", "c1", True),
        ("Practices", "p1", False),
        ("Practices", "c1", False),
        ("Outside", "p3", True),
        ("Outside", "p1", False),
        ("Chosen", "p1", True),
        ("Chosen", "p3", False),
    ],
)
def test_a_branch_is_begun_where_something_of_it_is_there(
    shape: str, value: str, is_begun: bool
) -> None:
    assert CANDIDATES.is_begun(URIRef(E + shape), URIRef(E + value)) is is_begun


def test_a_claim_on_something_else_is_no_beginning() -> None:
    other = Candidates(
        shapes_of(SHAPES), graph_of("e:c a e:Claim ; e:about e:v ; e:answers e:two .")
    )
    assert other.is_begun(URIRef(E + "Version-claimed"), URIRef(E + "v")) is False


def test_the_values_of_a_shape_without_a_path_are_its_subject() -> None:
    assert CANDIDATES.list_values(URIRef(E + "Claimed"), URIRef(E + "x")) == (URIRef(E + "x"),)
    found = CANDIDATES.list_values(URIRef(E + "Version-claimed"), URIRef(E + "v"))
    assert found == (URIRef(E + "c1"),)
