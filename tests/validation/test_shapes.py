"""`pledgegraph.validation.shapes`."""

from __future__ import annotations

import pytest
from rdflib import SH, URIRef

from pledgegraph.errors import DataError
from pledgegraph.resources import find_resources
from pledgegraph.severity import Severity
from pledgegraph.store.files import load_files
from pledgegraph.validation.profiles import Profile
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
    ("text", "problem"),
    [
        ("e:S a sh:PropertyShape ; sh:minCount 1 .", "this property shape has no sh:path"),
        ("e:S a sh:NodeShape ; sh:node e:S .", "this shape leads back to itself"),
        (
            "e:S a sh:NodeShape ; dcterms:isPartOf <https://w3id.org/pledgegraph/profile/none> .",
            "https://w3id.org/pledgegraph/profile/none is no profile; expected https://w3id.org/",
        ),
    ],
)
def test_a_broken_shape_is_an_error_with_its_file_and_its_name(text: str, problem: str) -> None:
    with pytest.raises(DataError, match=f"^shapes/sample/shapes.ttl, {E}S: {problem}"):
        shapes_of(text)


PROFILED = """
PREFIX prof: <http://www.w3.org/ns/dx/prof/>
PREFIX profile: <https://w3id.org/pledgegraph/profile/>
profile:commitment prof:isProfileOf profile:record . profile:record prof:isProfileOf e:ontology .
e:All a sh:NodeShape ; sh:targetClass e:C .
e:R a sh:NodeShape ; sh:targetClass e:C ; dcterms:isPartOf profile:record , e:whole .
e:B a sh:NodeShape ; sh:targetClass e:C ;
  dcterms:isPartOf profile:commitment , profile:full-commitments .
e:F a sh:NodeShape ; sh:targetClass e:C ; dcterms:isPartOf profile:full-commitments ;
  <https://w3id.org/pledgegraph/ns#since> "0.2.0" ; sh:message "It is not. Let it."@en .
"""


def test_a_shape_knows_its_profiles_its_message_and_since_when_it_is() -> None:
    shapes = shapes_of(PROFILED)
    shape = shapes.shapes[E + "F"]
    assert (shape.message, shape.since) == ("It is not. Let it.", "0.2.0")
    assert shape.profiles == {Profile.FULL_COMMITMENTS}
    assert shapes.shapes[E + "R"].profiles == {Profile.RECORD}
    other = shapes.shapes[E + "All"]
    assert (other.message, other.since, other.profiles) == ("", None, frozenset())


def test_a_profile_has_the_shapes_of_what_the_shapes_say_it_is_a_profile_of() -> None:
    assert shapes_of(PROFILED).profiles == {
        Profile.RECORD: {Profile.RECORD},
        Profile.COMMITMENT: {Profile.COMMITMENT, Profile.RECORD},
        Profile.FULL_COMMITMENTS: {Profile.FULL_COMMITMENTS},
    }


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (None, ["All", "B", "F", "R"]),
        (Profile.RECORD, ["All", "R"]),
        (Profile.COMMITMENT, ["All", "B", "R"]),
        (Profile.FULL_COMMITMENTS, ["All", "B", "F"]),
    ],
)
def test_targets_are_of_the_shapes_of_a_profile(
    profile: Profile | None, expected: list[str]
) -> None:
    node = URIRef(E + "a")
    found = shapes_of(PROFILED).list_targets(graph_of("e:a a e:C ."), focus=[node], profile=profile)
    assert found == {URIRef(E + name): {node} for name in expected}


def test_every_profile_of_what_is_shipped_has_the_rules_of_a_record() -> None:
    shapes = ShapeSet.from_files(load_files(find_resources()))
    assert shapes.profiles == {
        Profile.RECORD: {Profile.RECORD},
        Profile.COMMITMENT: {Profile.COMMITMENT, Profile.RECORD},
        Profile.FULL_COMMITMENTS: {Profile.FULL_COMMITMENTS, Profile.RECORD},
    }


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
