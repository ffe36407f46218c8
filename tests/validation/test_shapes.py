"""`pledgegraph.validation.shapes`."""

from __future__ import annotations

import pytest
from rdflib import RDF, SH, Literal, URIRef

from pledgegraph.errors import DataError
from pledgegraph.severity import Severity
from pledgegraph.validation.shapes import ShapeSet
from tests.samples import turtle_file
from tests.validation.samples import PREFIXES, E, graph_of, shapes_of

TWO = """
<https://example.org/shapes> a <http://www.w3.org/2002/07/owl#Ontology> ;
  <http://www.w3.org/2002/07/owl#versionInfo> '0.9' .
e:S a sh:NodeShape ; sh:name 'Thing'@en ; sh:description 'What a thing has.'@en ;
  sh:targetClass e:C ; sh:property e:S-p ; sh:severity sh:Info ; dcterms:subject e:r2 , e:r1 .
e:S-p a sh:PropertyShape ; sh:path e:p ; sh:minCount 1 .
"""


def test_a_set_knows_its_shapes() -> None:
    shapes = shapes_of(TWO)
    assert sorted(shapes.shapes) == [E + "S", E + "S-p"]
    shape = shapes.shapes[E + "S"]
    assert (shape.name, shape.description) == ("Thing", "What a thing has.")
    assert shape.severity is Severity.INFO
    assert shape.requirements == (E + "r1", E + "r2")
    assert (shape.has_target, shape.file) == (True, "shapes/sample/shapes.ttl")
    assert shapes.shapes[E + "S-p"].severity is Severity.VIOLATION
    assert not shapes.shapes[E + "S-p"].has_target
    assert shapes.find(E + "none") is None


def test_a_set_knows_its_version_and_changes_its_digest_with_every_byte() -> None:
    shapes = shapes_of(TWO)
    assert shapes.version == "0.9"
    assert shapes.digest == shapes_of(TWO).digest
    assert shapes.digest != shapes_of(TWO + "\n").digest


def test_only_files_of_shapes_are_read() -> None:
    other = turtle_file("e:T broken", "shapes/sample/manifest.ttl")
    sample = turtle_file(PREFIXES + TWO, "shapes/sample/shapes.ttl")
    assert len(ShapeSet.from_files([other, sample]).shapes) == 2


def test_no_shape_is_an_error() -> None:
    with pytest.raises(DataError, match="there is no shape"):
        ShapeSet.from_files([])


def test_a_shape_in_two_files_is_an_error() -> None:
    files = [turtle_file(PREFIXES + TWO, f"shapes/{name}/shapes.ttl") for name in "ab"]
    with pytest.raises(DataError, match=r"shapes/b/shapes.ttl, .*S: shapes/a/shapes.ttl describes"):
        ShapeSet.from_files(files)


def test_a_severity_that_shacl_does_not_have_is_an_error() -> None:
    with pytest.raises(DataError, match="expected Violation, Warning, Info"):
        shapes_of("e:S a sh:NodeShape ; sh:severity sh:Fatal .")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("sh:targetClass e:C", {"a", "b"}),
        ("sh:targetClass e:D", {"b"}),
        ("sh:targetSubjectsOf e:p", {"a"}),
        ("sh:targetObjectsOf e:p", {"b"}),
        ("sh:targetNode e:b", {"b"}),
        ("sh:targetSubjectsOf e:p , e:q", {"a", "c"}),
        ("sh:targetClass e:None", set()),
    ],
)
def test_targets_are_those_of_the_standard(target: str, expected: set[str]) -> None:
    shapes = shapes_of(f"e:S a sh:NodeShape ; {target} .")
    data = graph_of("""e:D rdfs:subClassOf e:C . e:a a e:C ; e:p e:b . e:b a e:D . e:c e:q 1 .""")
    targets = shapes.list_targets(data, focus={URIRef(E + n) for n in "abc"})
    assert {str(n).removeprefix(E) for nodes in targets.values() for n in nodes} == expected


def test_a_target_is_found_below_any_number_of_classes() -> None:
    chain = "\n".join(f"e:c{n} rdfs:subClassOf e:c{n + 1} ." for n in range(3_000))
    data = graph_of(
        f"e:a a e:c0 . e:c3000 rdfs:subClassOf e:C . e:C rdfs:subClassOf e:c0 . {chain}"
    )
    targets = shapes_of(TWO).list_targets(data, focus={URIRef(E + "a")})
    assert targets == {URIRef(E + "S"): {URIRef(E + "a")}}


def test_targets_are_of_the_focus_nodes_alone() -> None:
    data = graph_of("e:a a e:C . e:b a e:C .")
    targets = shapes_of(TWO).list_targets(data, focus=[URIRef(E + "b")])
    assert targets == {URIRef(E + "S"): {URIRef(E + "b")}}


def test_narrowed_shapes_have_the_given_targets_and_no_other() -> None:
    shapes = shapes_of(TWO)
    narrowed = shapes.narrow({URIRef(E + "S-p"): [URIRef(E + "x"), Literal("x")]})
    assert set(narrowed.subject_objects(SH.targetNode)) == {
        (URIRef(E + "S-p"), URIRef(E + "x")),
        (URIRef(E + "S-p"), Literal("x")),
    }
    assert list(narrowed.subject_objects(SH.targetClass)) == []
    assert set(narrowed.subjects(RDF.type)) == {URIRef(E + "S-p")}  # and not the shape around it
    assert list(shapes.graph.subject_objects(SH.targetNode)) == []


def test_branches_are_those_of_the_component_in_order() -> None:
    shapes = shapes_of(
        "e:S a sh:NodeShape ; sh:or ( e:B e:A ) ; sh:node e:N ; sh:targetClass e:C ."
    )
    names = [
        [str(b).removeprefix(E) for b in shapes.list_branches(E + "S", component=component)]
        for component in (
            SH.OrConstraintComponent,
            SH.NodeConstraintComponent,
            SH.XoneConstraintComponent,
            SH.MinCountConstraintComponent,
        )
    ]
    assert names == [["B", "A"], ["N"], [], []]


def test_parts_are_the_shape_and_its_property_shapes() -> None:
    assert shapes_of(TWO).list_parts(E + "S") == {E + "S", E + "S-p"}
