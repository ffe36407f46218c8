"""`pledgegraph.publishing.manifests`."""

import pytest

from pledgegraph.errors import DataError
from pledgegraph.publishing.manifests import ExpectedResult, Manifest, ManifestTest, read_manifest
from tests.samples import turtle_file

NAME = "shapes/dogs/manifest.ttl"
MANIFEST = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix sht: <http://www.w3.org/ns/shacl-test#> .
<> a mf:Manifest ; dcterms:requires <../cats/examples/conforming-cats.ttl> ;
  mf:entries ( <#bad> <#good> <#nothing> ) .
<#good> a sht:Validate ; rdfs:seeAlso <x:Dog> ;
  mf:action [ sht:dataGraph <examples/conforming-dog.ttl> ] ;
  mf:result [ sh:conforms true ] .
<#bad> a sht:Validate ; mf:action [ sht:dataGraph <examples/violating-dog.ttl> ] ;
  mf:result [ sh:conforms false ; sh:result [ sh:focusNode <x:a> ; sh:sourceShape <x:Dog> ] ,
    [ sh:focusNode [] ; sh:sourceShape <x:Dog-name> ] ] .
"""


def test_tests_come_in_the_order_of_the_manifest() -> None:
    found = read_manifest(turtle_file(MANIFEST, NAME))
    bad, good = found.tests
    assert found.requires == ("shapes/cats/examples/conforming-cats.ttl",)
    assert good == ManifestTest("shapes/dogs/examples/conforming-dog.ttl", True, (), ("x:Dog",))
    assert (bad.file, bad.conforms) == ("shapes/dogs/examples/violating-dog.ttl", False)
    assert set(bad.results) == {ExpectedResult("x:Dog", "x:a"), ExpectedResult("x:Dog-name", "")}


def test_a_file_that_is_no_manifest_has_no_test() -> None:
    assert read_manifest(turtle_file("<x:a> a <x:B> .", NAME)) == Manifest((), ())


def test_a_mistake_is_told_with_its_line() -> None:
    with pytest.raises(DataError, match=r"shapes/dogs/manifest\.ttl, line 2, column"):
        read_manifest(turtle_file("# Dogs\n<x:a> <x:b> .", NAME))
