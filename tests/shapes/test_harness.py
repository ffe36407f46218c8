"""The harness itself: that it would notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from pledgegraph.store.files import SourceFile, load_file
from tests.samples import turtle_file
from tests.shapes.harness import Bench, Manifest, load_manifest

ONTOLOGY = turtle_file(
    "<x:D> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <x:C> .", "ontology/x.ttl"
)
SHAPES = """
@prefix e: <x:> . @prefix sh: <http://www.w3.org/ns/shacl#> .
<x:#S> a sh:NodeShape ; sh:targetClass e:C ; sh:property <x:#S-p> , <x:#S-q> .
<x:#S-p> a sh:PropertyShape ; sh:path e:p ; sh:minCount 1 .
<x:#S-q> a sh:PropertyShape ; sh:path e:q ; sh:or ( <x:#A> <x:#B> ) .
<x:#A> a sh:NodeShape ; sh:class e:A .
<x:#B> a sh:NodeShape ; sh:class e:B .
<x:#T> a sh:NodeShape ; sh:targetClass e:Nowhere ; sh:class e:A .
<x:#U> a sh:NodeShape ; sh:targetSubjectsOf e:nowhere ; sh:class e:A .
"""
MANIFEST = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#> .
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix sht: <http://www.w3.org/ns/shacl-test#> .
<> a mf:Manifest ; rdfs:comment "About this folder." ; dcterms:requires <examples/beside.ttl> ;
  mf:entries ( <#conforming-all> <#violating-without-p> ) .
<x:#U> rdfs:comment "Nothing that is shipped has it." .
<#conforming-all> a sht:Validate ;
  mf:action [ sht:dataGraph <examples/conforming-all.ttl> ; sht:shapesGraph <shapes.ttl> ] ;
  mf:result [ a sh:ValidationReport ; sh:conforms true ] .
<#violating-without-p> a sht:Validate ;
  mf:action [ sht:dataGraph <examples/violating-without-p.ttl> ; sht:shapesGraph <shapes.ttl> ] ;
  mf:result [ a sh:ValidationReport ; sh:conforms false ; sh:result [
    sh:focusNode <x:v> ; sh:sourceShape <x:#S-p> ; sh:resultSeverity sh:Violation ;
    sh:sourceConstraintComponent sh:MinCountConstraintComponent ] ] .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of shapes with two examples and a file beside them."""
    folder = tmp_path / "my shapes" / "sample"
    (folder / "examples").mkdir(parents=True)
    write(folder, "shapes.ttl", SHAPES)
    write(folder, "manifest.ttl", MANIFEST)
    write(folder, "examples/beside.ttl", "<x:a> a <x:A> . <x:faulty> a <x:C> .")
    write(folder, "examples/conforming-all.ttl", "<x:c> a <x:D> ; <x:p> 1 ; <x:q> <x:a> .")
    write(folder, "examples/violating-without-p.ttl", "<x:v> a <x:D> ; <x:q> <x:a> .")
    return folder


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def bench_of(folder: Path) -> tuple[Bench, Manifest]:
    shapes: SourceFile = load_file(folder / "shapes.ttl", "shapes/sample/shapes.ttl")
    return Bench([ONTOLOGY, shapes]), load_manifest(folder / "manifest.ttl")


def test_a_manifest_is_read(folder: Path) -> None:
    _, manifest = bench_of(folder)
    assert [path.name for path in manifest.requires] == ["beside.ttl"]
    assert manifest.excused == {"x:#U"}
    [conforming, violating] = manifest.examples
    assert (conforming.name, conforming.conforms) == ("conforming-all", True)
    assert violating.expected == {("x:v", "S-p", "MinCount", "Violation")}
    assert (violating.kinds_named, violating.kinds_expected) == ({"Violation"}, {"Violation"})


def test_an_example_is_run_beside_the_rest_on_its_own_subjects(folder: Path) -> None:
    bench, manifest = bench_of(folder)
    [conforming, violating] = bench.run(manifest)
    assert conforming.outcomes == set()
    assert violating.outcomes == {("x:v", "S-p", "MinCount", "Violation")}


def test_an_example_leaves_nothing_for_the_next(folder: Path) -> None:
    write(folder, "examples/conforming-all.ttl", "<x:v> a <x:D> ; <x:p> 1 .")
    bench, manifest = bench_of(folder)
    [_, violating] = bench.run(manifest)
    assert violating.outcomes == {("x:v", "S-p", "MinCount", "Violation")}


def test_a_result_too_many_is_noticed(folder: Path) -> None:
    write(folder, "examples/violating-without-p.ttl", "<x:v> a <x:D> ; <x:q> 1 .")
    bench, manifest = bench_of(folder)
    [_, violating] = bench.run(manifest)
    assert violating.outcomes - violating.example.expected == {("x:v", "S-q", "Or", "Violation")}


def test_a_result_too_few_is_noticed(folder: Path) -> None:
    write(folder, "shapes.ttl", SHAPES.replace("sh:minCount 1", "sh:minCount 0"))
    bench, manifest = bench_of(folder)
    [_, violating] = bench.run(manifest)
    assert violating.example.expected - violating.outcomes == {
        ("x:v", "S-p", "MinCount", "Violation")
    }


def test_a_shape_that_nothing_fails_is_noticed(folder: Path) -> None:
    bench, manifest = bench_of(folder)
    assert bench.find_unseen(manifest, bench.run(manifest)) == ["A", "B", "S-q", "T", "U"]
    write(folder, "examples/violating-without-p.ttl", "<x:v> a <x:D> ; <x:q> <x:a> , <x:b> .")
    assert bench.find_unseen(manifest, bench.run(manifest)) == ["T", "U"]


def test_a_target_that_is_nowhere_is_noticed(folder: Path) -> None:
    bench, manifest = bench_of(folder)
    assert bench.find_idle(manifest, bench.run(manifest)) == ["T", "U"]


def test_a_target_that_is_not_in_the_data_is_noticed_unless_excused(folder: Path) -> None:
    bench, manifest = bench_of(folder)
    assert bench.find_idle_on(bench.context(manifest), manifest) == ["T"]
