"""`pledgegraph.validation.engines.reports`."""

from __future__ import annotations

import pytest
from rdflib import SH, Graph, Literal, URIRef

from pledgegraph.errors import EngineFailure
from pledgegraph.severity import Severity
from pledgegraph.validation.engines.port import Result
from pledgegraph.validation.engines.reports import describe_error, one_line, read_report
from tests.validation.samples import E, graph_of

SHAPES = graph_of(
    "e:S a sh:PropertyShape ; sh:path [ sh:inversePath e:p ] ; sh:message 'General.' ."
)
RESULT = """
  a sh:ValidationResult ; sh:focusNode e:x ; sh:resultSeverity sh:Info ; sh:value 7 ;
  sh:sourceShape e:S ; sh:sourceConstraintComponent sh:ClassConstraintComponent
"""


def read(text: str) -> tuple[Result, ...]:
    return read_report(graph_of(text), shapes=SHAPES, engine="sample")


def test_a_result_is_read() -> None:
    [result] = read(
        f"[] a sh:ValidationReport ; sh:result [ {RESULT} ; sh:resultMessage 'General.' ] ."
    )
    assert result == Result(
        focus=URIRef(E + "x"),
        path=None,
        value=Literal(7),
        shape=URIRef(E + "S"),
        component=SH.ClassConstraintComponent,
        severity=Severity.INFO,
        message="General.",
    )


def test_a_path_that_was_copied_is_the_shapes_own() -> None:
    text = f"{RESULT} ; sh:resultPath [ sh:inversePath e:p ]"
    [result] = read(f"[] a sh:ValidationReport ; sh:result [ {text} ] .")
    assert result.path == SHAPES.value(URIRef(E + "S"), SH.path)
    assert result.message == ""


def test_what_is_told_of_one_value_comes_before_what_is_told_of_all() -> None:
    text = f"{RESULT} ; sh:resultMessage 'General.' , 'It has 7.'"
    [result] = read(f"[] a sh:ValidationReport ; sh:result [ {text} ] .")
    assert result.message == "It has 7."


def test_a_detail_is_no_result() -> None:
    text = f"{RESULT} ; sh:detail [ {RESULT} ]"
    assert len(read(f"[] a sh:ValidationReport ; sh:result [ {text} ] .")) == 1


def test_a_report_without_results_has_none() -> None:
    assert read("[] a sh:ValidationReport ; sh:conforms true .") == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "what it answered is no report"),
        ("[] a sh:ValidationReport . [] a sh:ValidationReport .", "is no report"),
        ("[] a sh:ValidationReport ; sh:result [ sh:focusNode e:x ] .", "a result names no shape"),
        (
            f"[] a sh:ValidationReport ; sh:result [ {RESULT.replace('e:S', '[]')} ] .",
            "a result names no shape",
        ),
    ],
)
def test_what_is_no_report_is_a_failure_and_no_verdict(text: str, problem: str) -> None:
    with pytest.raises(EngineFailure, match=f"^sample did not finish: .*{problem}"):
        read(text)


def test_an_error_is_told_in_one_line() -> None:
    assert describe_error(ValueError("two\n lines")) == "two lines"
    assert describe_error(MemoryError()) == "MemoryError"
    assert one_line(" \n") == "it gave no reason"


def test_no_graph_is_changed() -> None:
    report = Graph()
    with pytest.raises(EngineFailure):
        read_report(report, shapes=SHAPES, engine="sample")
    assert len(report) == 0
