"""`pledgegraph.validation.conformance`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from rdflib import Graph

from pledgegraph.errors import EngineFailure
from pledgegraph.settings import ENGINES
from pledgegraph.validation.conformance import (
    KNOWN_MISSES,
    Outcome,
    list_engine_differences,
    load_suite,
    run_suite,
)
from pledgegraph.validation.engines import get_engine
from pledgegraph.validation.engines.reference import ReferenceEngine
from tests.validation.suites import (
    MINUS,
    NAMED,
    PASSES,
    UNNAMED_FOUND,
    include,
    write,
    write_test,
)


@dataclass(frozen=True, slots=True)
class Failing(ReferenceEngine):
    """An engine that breaks down whatever it is asked."""

    name: str = "failing"
    title: str = "Failing"

    def validate_graphs(self, data: Graph, shapes: Graph) -> Graph:  # noqa: ARG002
        raise EngineFailure(engine=self.title, problem="no: memory; left") from MemoryError()


def run_one(folder: Path, text: str, engine: str) -> Outcome:
    """Run the one test of the manifest `text`."""
    suite = load_suite(write(folder, {"manifest.ttl": text}))
    [outcome] = run_suite(suite, get_engine(engine)).outcomes
    return outcome


both = pytest.mark.parametrize("engine", ENGINES)


@both
def test_a_report_as_expected_passes(tmp_path: Path, engine: str) -> None:
    found = run_one(tmp_path, write_test("one", UNNAMED_FOUND, more=NAMED), engine)
    assert (found.has_passed, found.differences, found.known) == (True, (), None)


@both
def test_another_report_does_not(tmp_path: Path, engine: str) -> None:
    found = run_one(tmp_path, write_test("one", PASSES, more=NAMED), engine)
    assert not found.has_passed
    assert found.differences == (
        "expected only: conforms true",
        "found only: conforms false",
        "found only: sh:focusNode https://example.org/x, sh:resultPath https://example.org/name, "
        "sh:resultSeverity sh:Violation, "
        "sh:sourceConstraintComponent sh:MinCountConstraintComponent, "
        "sh:sourceShape https://example.org/S-name",
    )


@both
def test_an_expected_refusal_passes_with_its_reason(tmp_path: Path, engine: str) -> None:
    found = run_one(tmp_path, write_test("one", "sht:Failure", more=MINUS), engine)
    assert found.has_passed
    assert "MINUS" in found.answer.problem


@both
def test_a_report_in_place_of_a_refusal_does_not(tmp_path: Path, engine: str) -> None:
    found = run_one(tmp_path, write_test("one", "sht:Failure", more=NAMED), engine)
    assert found.differences == ("expected a refusal; found a report",)


@both
def test_a_refusal_in_place_of_a_report_does_not(tmp_path: Path, engine: str) -> None:
    [told] = run_one(tmp_path, write_test("one", PASSES, more=MINUS), engine).differences
    assert told.startswith("expected a report; found a refusal (")
    assert "MINUS" in told


def test_a_breakdown_is_no_refusal(tmp_path: Path) -> None:
    text = write_test("one", "sht:Failure", more=MINUS)
    suite = load_suite(write(tmp_path, {"manifest.ttl": text}))
    [outcome] = run_suite(suite, Failing()).outcomes
    assert outcome.differences == ("expected a refusal; found no: memory; left",)


@both
def test_a_graph_that_cannot_be_read_is_no_refusal(tmp_path: Path, engine: str) -> None:
    text = write_test("one", "sht:Failure").replace("sht:dataGraph <>", "sht:dataGraph <a.ttl>")
    write(tmp_path, {"a.ttl": "e:x e:name"})
    [told] = run_one(tmp_path, text, engine).differences
    assert told.startswith("expected a refusal; found a.ttl, line 8, column ")


@both
def test_literals_reach_the_engine_as_they_are_written(tmp_path: Path, engine: str) -> None:
    shapes = """
    e:x e:n "01"^^xsd:integer .
    e:S a sh:NodeShape ; sh:targetNode e:x ; sh:property e:S-n .
    e:S-n a sh:PropertyShape ; sh:path e:n ; sh:minInclusive 2 .
    """
    expected = """[ sh:conforms false ; sh:result [
      sh:focusNode e:x ; sh:resultPath e:n ; sh:value "01"^^xsd:integer ;
      sh:resultSeverity sh:Violation ; sh:sourceShape e:S-n ;
      sh:sourceConstraintComponent sh:MinInclusiveConstraintComponent ] ]"""
    assert run_one(tmp_path, write_test("one", expected, more=shapes), engine).differences == ()


@both
def test_prefixes_that_prefixes_import_are_known_and_nothing_is_fetched(
    tmp_path: Path, engine: str
) -> None:
    shapes = """
    e:x e:n 1 .
    e:S a sh:NodeShape ; sh:targetNode e:x ; sh:sparql e:S-query .
    e:S-query sh:prefixes e:outer ; sh:select "SELECT $this ?value WHERE { $this i:n ?value }" .
    e:outer owl:imports <http://127.0.0.1:9/inner> .
    <http://127.0.0.1:9/inner> owl:imports e:outer ;
      sh:declare [ sh:prefix "i" ; sh:namespace "https://example.org/"^^xsd:anyURI ] .
    """
    expected = """[ sh:conforms false ; sh:result [
      sh:focusNode e:x ; sh:value 1 ; sh:resultSeverity sh:Violation ; sh:sourceShape e:S ;
      sh:sourceConstraint e:S-query ;
      sh:sourceConstraintComponent sh:SPARQLConstraintComponent ] ]"""
    assert run_one(tmp_path, write_test("one", expected, more=shapes), engine).differences == ()


def test_a_known_miss_is_told_with_its_reason_and_a_mended_one_too(tmp_path: Path) -> None:
    [missed, mended] = ["core/property/uniqueLang-002", "sparql/pre-binding/shapesGraph-001"]
    files = {
        "manifest.ttl": include(missed + ".ttl", mended + ".ttl", "core/other.ttl"),
        missed + ".ttl": write_test("uniqueLang-002", PASSES, more=NAMED),
        mended + ".ttl": write_test("shapesGraph-001", UNNAMED_FOUND, more=NAMED),
        "core/other.ttl": write_test("other", PASSES, more=NAMED),
    }
    run = run_suite(load_suite(write(tmp_path, files)), get_engine("reference"))
    assert [o.test.name for o in run.known_misses] == [missed]
    assert [o.test.name for o in run.mended] == [mended]
    assert [o.test.name for o in run.misses] == ["core/other"]
    assert [o.test.name for o in run.passed] == [mended]
    assert run.known_misses[0].known == KNOWN_MISSES["reference"][missed]


def test_known_misses_are_those_of_engines_that_are_there() -> None:
    assert set(KNOWN_MISSES) == set(ENGINES)


def test_each_known_miss_is_told_in_the_documentation(repository: Path) -> None:
    told = (repository / "docs/conformance.md").read_text(encoding="utf-8")
    for test in {**KNOWN_MISSES["reference"], **KNOWN_MISSES["turbo"]}:
        assert f"| `{test}` |" in told


def test_two_engines_are_compared_result_by_result(tmp_path: Path) -> None:
    shapes_graph = MINUS.replace("MINUS { $this ?p 1 }", "GRAPH $shapesGraph { e:S ?q ?r }")
    files = {
        "manifest.ttl": include("a.ttl", "b.ttl", "c.ttl"),
        "a.ttl": write_test("a", PASSES, more=NAMED),
        "b.ttl": write_test("b", PASSES, more=MINUS),
        "c.ttl": write_test("c", PASSES, more=shapes_graph.replace("e:S ?q", "?s ?q")),
    }
    suite = load_suite(write(tmp_path, files))
    reference, turbo = (run_suite(suite, get_engine(name)) for name in ("reference", "turbo"))
    [(name, (first, second))] = list_engine_differences(reference, turbo).items()
    assert name == "c"
    assert first.startswith("pySHACL: SPARQL Constraint text has $shapesGraph in it")
    assert second == "pyshacl-turbo: a report"
    failed = run_suite(suite, Failing())
    assert list_engine_differences(turbo, failed)["b"][1] == "Failing: no: memory; left"
