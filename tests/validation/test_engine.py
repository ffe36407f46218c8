"""`pledgegraph.validation.engine`."""

from __future__ import annotations

import pytest
from rdflib import SH, Literal, URIRef

from pledgegraph.errors import DataError, EngineFailure
from pledgegraph.severity import Severity
from pledgegraph.validation.engine import run_shapes
from tests.validation.samples import E, graph_of, run, shapes_of

NAMED = """
e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-name .
e:S-name a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 ; sh:severity sh:Warning ;
  sh:message 'It has no name. Add one.'@en .
"""


def test_a_result_says_where_what_and_how_severe() -> None:
    [result] = run(NAMED, "e:x a e:C .", "x")
    assert result.focus == URIRef(E + "x")
    assert result.path == URIRef(E + "name")
    assert result.value is None
    assert result.shape == URIRef(E + "S-name")
    assert result.component == SH.MinCountConstraintComponent
    assert result.severity is Severity.WARNING
    assert result.message == "It has no name. Add one."


def test_only_the_focus_nodes_are_checked() -> None:
    assert len(run(NAMED, "e:x a e:C . e:y a e:C .", "x")) == 1


def test_no_focus_node_means_none_and_not_all() -> None:
    assert run(NAMED, "e:x a e:C .") == ()
    assert run_shapes(graph_of("e:x a e:C ."), shapes_of(NAMED), targets={}) == ()


@pytest.mark.parametrize(
    "constraint",
    ["sh:node e:V", "sh:or ( e:V e:V )", "sh:qualifiedValueShape e:V ; sh:qualifiedMinCount 1"],
)
def test_a_value_is_checked_though_it_is_no_focus_node(constraint: str) -> None:
    shapes = f"""
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-p .
    e:S-p a sh:PropertyShape ; sh:path e:p ; {constraint} .
    e:V a sh:NodeShape ; sh:property e:V-q .
    e:V-q a sh:PropertyShape ; sh:path e:q ; sh:minCount 1 .
    """
    assert len(run(shapes, "e:x a e:C ; e:p e:v .", "x")) == 1
    assert len(run(shapes, "e:x a e:C ; e:p 'text' .", "x")) == 1
    assert run(shapes, "e:x a e:C ; e:p e:v . e:v e:q 1 .", "x") == ()


def test_what_a_nested_shape_finds_is_not_counted_beside() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-p .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:node e:V .
    e:V a sh:NodeShape ; sh:property e:V-q , e:V-r .
    e:V-q a sh:PropertyShape ; sh:path e:q ; sh:minCount 1 .
    e:V-r a sh:PropertyShape ; sh:path e:r ; sh:minCount 1 .
    """
    [result] = run(shapes, "e:x a e:C ; e:p e:v .", "x")
    assert result.component == SH.NodeConstraintComponent


def queried(select: str, message: str = "It has {?value}. Mend it.") -> str:
    return f"""
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:sparql e:S-q ; sh:message 'General. Mend.'@en .
    e:S-q a sh:SPARQLConstraint ; sh:message '{message}'@en ; sh:select '''{select}''' .
    """


def test_the_message_of_a_query_is_filled_and_comes_before_the_general_one() -> None:
    [result] = run(
        queried("SELECT $this ?value WHERE { $this <x:p> ?value }"), "e:x a e:C ; <x:p> 7 .", "x"
    )
    assert result.message == "It has 7. Mend it."
    assert result.severity is Severity.VIOLATION


@pytest.mark.parametrize("text", ["\\1", "\\d", "\\g<0>", "a\\\\b"])
def test_a_backslash_in_the_data_is_no_pattern(text: str) -> None:
    data = f"e:x a e:C ; <x:p> {Literal(text).n3()} ."
    [result] = run(queried("SELECT $this ?value WHERE { $this <x:p> ?value }"), data, "x")
    assert result.message == f"It has {text}. Mend it."
    assert result.value == Literal(text)


@pytest.mark.parametrize(
    ("select", "reason"),
    [
        ("SELECT $this WHERE { VALUES ?x { 1 } $this <x:p> ?x }", "VALUES"),
        ("SELECT $this WHERE { $this ?p ?x MINUS { ?x <x:p> 1 } }", "MINUS"),
        ("SELECT $this WHERE { SERVICE <http://127.0.0.1:9/> { $this ?p ?x } }", "SERVICE"),
        ("SELECT $this WHERE { { SELECT ?x WHERE { $this ?p ?x } } }", "pre-bound"),
        ("SELECT $this WHERE { $this ?p }", "Expected"),
    ],
)
def test_a_query_that_may_not_be_asked_is_a_failure_and_no_verdict(
    select: str, reason: str
) -> None:
    with pytest.raises(EngineFailure, match=reason) as caught:
        run(queried(select), "e:x a e:C ; <x:p> 1 .", "x")
    assert caught.value.code == "ENGINE_FAILURE"
    assert "no verdict" in str(caught.value)


def test_a_literal_is_judged_as_it_was_written() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-p , e:S-q .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:pattern '^01$' .
    e:S-q a sh:PropertyShape ; sh:path e:q ; sh:in ( 'percent' ) .
    """
    assert run(shapes, "e:x a e:C ; e:p '01'^^xsd:integer ; e:q 'percent' .", "x") == ()


def test_an_impossible_date_is_a_result_and_no_log_line(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-p .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:datatype xsd:date .
    """
    [result] = run(shapes, "e:x a e:C ; e:p '2025-02-30'^^xsd:date .", "x")
    assert result.component == SH.DatatypeConstraintComponent
    assert caplog.records == []
    assert capsys.readouterr() == ("", "")


def test_a_chain_too_long_to_be_followed_is_an_error_of_the_data() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetNode e:x ; sh:property e:S-p .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:class e:C .
    """
    chain = "\n".join(f"e:c{n} rdfs:subClassOf e:c{n + 1} ." for n in range(3_000))
    with pytest.raises(DataError, match="something leads on and on"):
        run(shapes, "e:x e:p e:v . e:v a e:c0 . " + chain, "x")
