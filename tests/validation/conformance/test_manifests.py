"""`pledgegraph.validation.conformance.manifests`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from rdflib import SH, Literal

from pledgegraph.errors import DataError, InvalidArgument, LimitExceeded
from pledgegraph.validation.conformance.manifests import load_suite
from tests.validation.suites import PASSES, include, write, write_test


def test_tests_are_found_through_manifests_and_named_by_their_place(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "manifest.ttl": include("b/manifest.ttl", "a.ttl"),
            "b/manifest.ttl": include("one.ttl"),
            "b/one.ttl": write_test("one", PASSES),
            "a.ttl": write_test("a", "sht:Failure"),
        },
    )
    suite = load_suite(tmp_path)
    assert [test.name for test in suite.tests] == ["a", "b/one"]
    assert suite.tests[0].expected is None
    assert suite.tests[1].expected is not None
    assert suite.tests[1].data == suite.tests[1].shapes == tmp_path / "b/one.ttl"


@pytest.mark.parametrize("place", ["", "tests", "data-shapes-test-suite/tests"])
def test_the_first_manifest_may_be_in_the_folder_of_tests(tmp_path: Path, place: str) -> None:
    write(tmp_path / place, {"manifest.ttl": write_test("one", PASSES)})
    assert [test.name for test in load_suite(tmp_path).tests] == ["one"]


def test_a_folder_may_be_called_anything(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "ä b#c%20d?[e]",
        {"manifest.ttl": include("one.ttl"), "one.ttl": write_test("one", PASSES)},
    )
    assert [test.name for test in load_suite(folder).tests] == ["one"]


def test_manifests_that_include_one_another_are_read_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "manifest.ttl": include("manifest.ttl", "a.ttl"),
            "a.ttl": include("manifest.ttl", "a.ttl") + write_test("a", PASSES),
        },
    )
    assert [test.name for test in load_suite(tmp_path).tests] == ["a"]


def test_a_test_in_no_manifest_is_found_and_told_apart(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "manifest.ttl": write_test("one", PASSES),
            "two.ttl": write_test("two", PASSES),
            "data.ttl": "e:x e:name 1 .",
            "broken.ttl": "mf:entries (",
        },
    )
    found = [(test.name, test.is_included) for test in load_suite(tmp_path).tests]
    assert found == [("one", True), ("two", False)]


def test_what_is_rejected_or_of_another_kind_is_left_out_by_name(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "manifest.ttl": include("a.ttl", "b.ttl", "c.ttl"),
            "a.ttl": write_test("a", PASSES),
            "b.ttl": write_test("b", PASSES, more="<b> mf:status sht:rejected ."),
            "c.ttl": "<> mf:entries ( <c> ) . <c> a sht:Another .",
        },
    )
    suite = load_suite(tmp_path)
    assert [test.name for test in suite.tests] == ["a"]
    assert suite.left_out == ("b", "c")


def test_an_expected_value_keeps_its_text(tmp_path: Path) -> None:
    report = '[ sh:conforms false ; sh:result [ sh:value "01"^^xsd:integer ] ]'
    write(tmp_path, {"manifest.ttl": write_test("one", report)})
    [test] = load_suite(tmp_path).tests
    assert test.expected is not None
    [value] = test.expected.objects(None, SH.value)
    assert isinstance(value, Literal)
    assert str(value) == "01"


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("../../etc/passwd", "etc/passwd”, outside the given folder; expected a file within it."),
        ("%2e%2e/secret.ttl", "secret.ttl”, outside the given folder; expected a file within it."),
        ("file:///etc/passwd", "“file:///etc/passwd”, outside the given folder; expected a file"),
        ("link.ttl", "link.ttl”, outside the given folder; expected a file within it."),
        ("https://example.org/a.ttl", "“https://example.org/a.ttl”; expected a file beside it"),
        ("file://example.org/a.ttl", "“file://example.org/a.ttl”; expected a file beside it"),
        ("a.ttl?b", "a.ttl?b”; expected a file beside it, since nothing is fetched."),
        ("a%00.ttl", "a%00.ttl”; expected an address that a file can have."),
    ],
)
def test_nothing_leads_out_of_the_folder(tmp_path: Path, address: str, problem: str) -> None:
    folder = write(tmp_path / "suite", {"manifest.ttl": include(address)})
    (tmp_path / "secret.ttl").write_text("")
    (folder / "link.ttl").symlink_to(tmp_path / "secret.ttl")
    with pytest.raises(DataError) as caught:
        load_suite(folder)
    assert str(caught.value).startswith("manifest.ttl: it names “")
    assert problem in str(caught.value)


def test_no_graph_of_a_test_is_outside_the_folder(tmp_path: Path) -> None:
    text = write_test("one", PASSES).replace("sht:shapesGraph <>", "sht:shapesGraph <../x.ttl>")
    write(tmp_path / "suite", {"manifest.ttl": text})
    with pytest.raises(DataError, match=r"x\.ttl”, outside the given folder"):
        load_suite(tmp_path / "suite")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<> mf:entries (", "manifest.ttl, line 8, column "),
        (
            include("nowhere.ttl"),
            "nowhere.ttl: the file cannot be read (No such file or directory)",
        ),
        (include("pipe.ttl"), "pipe.ttl: it is no regular file; expected a file of text."),
        (
            "<> mf:entries ( [ a sht:Validate ] ) .",
            "manifest.ttl: one of its entries has no address",
        ),
        (
            "<> mf:entries _:a . _:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:a .",
            "manifest.ttl: its list of entries goes in a circle; expected a list that ends.",
        ),
        (
            "<> mf:entries ( e:one ) . e:one a sht:Validate ; mf:action [ ] .",
            "manifest.ttl: the test https://example.org/one has 0 values of result;",
        ),
        (
            "<> mf:entries ( e:one ) . e:one a sht:Validate ; mf:action [ ] ; mf:result [ ] .",
            "manifest.ttl: a test has 0 values of dataGraph; expected exactly one.",
        ),
        (
            write_test(
                "one", "[ sh:result [ sh:resultPath _:a ] ]", more="_:a sh:inversePath _:a ."
            ),
            "manifest.ttl: a path in a report has more than 100 parts; expected a path that can",
        ),
    ],
)
def test_a_broken_manifest_is_named(tmp_path: Path, text: str, problem: str) -> None:
    write(tmp_path, {"manifest.ttl": text})
    os.mkfifo(tmp_path / "pipe.ttl")
    with pytest.raises(DataError) as caught:
        load_suite(tmp_path)
    assert str(caught.value).startswith(problem)


def test_a_manifest_that_nests_too_deep_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"manifest.ttl": "<> mf:entries " + "(" * 9_999})
    with pytest.raises(LimitExceeded, match=r"nest fewer brackets in manifest\.ttl, line 8"):
        load_suite(tmp_path)


def test_a_folder_without_a_manifest_is_refused(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for folder in (tmp_path, tmp_path / "nowhere", tmp_path / "circle", Path("a\0b")):
        with pytest.raises(InvalidArgument, match=r"there is no manifest\.ttl in it"):
            load_suite(folder)


def test_a_suite_without_a_test_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"manifest.ttl": "<> a mf:Manifest ; mf:entries () ."})
    with pytest.raises(InvalidArgument, match="its manifests have no test of SHACL validation"):
        load_suite(tmp_path)
