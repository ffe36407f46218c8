"""`pledgegraph.validation.engines`: what both engines promise, each asked the same."""

from __future__ import annotations

import time
from importlib.metadata import version

import pytest
from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from pledgegraph.errors import EngineFailure, InvalidArgument
from pledgegraph.severity import Severity
from pledgegraph.validation.engines import TITLES, Result, get_engine
from tests.validation.samples import E, graph_of, run, shapes_of

NAMED = """
e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-name .
e:S-name a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 ; sh:severity sh:Warning ;
  sh:message 'It has no name. Add one.'@en .
"""


@pytest.fixture(params=["reference", "turbo"])
def engine(request: pytest.FixtureRequest) -> str:
    """Return the name of each engine."""
    name: str = request.param
    return name


def test_an_engine_says_what_it_is(engine: str) -> None:
    found = get_engine(engine)
    package = {"reference": "pyshacl", "turbo": "pyshacl-turbo"}[engine]
    assert (found.name, found.title) == (engine, TITLES[engine])
    assert found.version == version(package)


def test_there_is_no_other_engine() -> None:
    with pytest.raises(InvalidArgument, match="none called “fast”; expected turbo or reference"):
        get_engine("fast")


def test_a_result_says_where_what_and_how_severe(engine: str) -> None:
    [result] = run(NAMED, "e:x a e:C .", "x", engine=engine)
    assert result == Result(
        focus=URIRef(E + "x"),
        path=URIRef(E + "name"),
        value=None,
        shape=URIRef(E + "S-name"),
        component=SH.MinCountConstraintComponent,
        severity=Severity.WARNING,
        message="It has no name. Add one.",
    )


def test_only_the_focus_nodes_are_checked(engine: str) -> None:
    assert len(run(NAMED, "e:x a e:C . e:y a e:C .", "x", engine=engine)) == 1


def test_no_focus_node_means_none_and_not_all(engine: str) -> None:
    assert run(NAMED, "e:x a e:C .", engine=engine) == ()
    program = get_engine(engine).compile(shapes_of(NAMED).graph)
    assert program.run(graph_of("e:x a e:C ."), {}) == ()
    assert program.run(graph_of("e:x a e:C ."), {URIRef(E + "S"): ()}) == ()


def test_a_shape_is_run_on_what_it_is_told_to_whatever_it_targets(engine: str) -> None:
    program = get_engine(engine).compile(shapes_of(NAMED).graph)
    nodes: set[Node] = {URIRef(E + "y"), Literal("text"), BNode("b")}
    data = graph_of("e:x a e:C .")
    found = program.run(data, {URIRef(E + "S-name"): nodes})
    assert {result.focus for result in found} == nodes
    assert len(data) == 1


@pytest.mark.parametrize(
    "constraint",
    ["sh:node e:V", "sh:or ( e:V e:V )", "sh:qualifiedValueShape e:V ; sh:qualifiedMinCount 1"],
)
def test_a_value_is_checked_though_it_is_no_focus_node(engine: str, constraint: str) -> None:
    shapes = f"""
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-p .
    e:S-p a sh:PropertyShape ; sh:path e:p ; {constraint} .
    e:V a sh:NodeShape ; sh:property e:V-q .
    e:V-q a sh:PropertyShape ; sh:path e:q ; sh:minCount 1 .
    """
    assert len(run(shapes, "e:x a e:C ; e:p e:v .", "x", engine=engine)) == 1
    assert len(run(shapes, "e:x a e:C ; e:p 'text' .", "x", engine=engine)) == 1
    assert run(shapes, "e:x a e:C ; e:p e:v . e:v e:q 1 .", "x", engine=engine) == ()


def test_what_a_nested_shape_finds_is_not_counted_beside(engine: str) -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-p .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:node e:V .
    e:V a sh:NodeShape ; sh:property e:V-q , e:V-r .
    e:V-q a sh:PropertyShape ; sh:path e:q ; sh:minCount 1 .
    e:V-r a sh:PropertyShape ; sh:path e:r ; sh:minCount 1 .
    """
    [result] = run(shapes, "e:x a e:C ; e:p e:v .", "x", engine=engine)
    assert result.component == SH.NodeConstraintComponent


@pytest.mark.parametrize(
    "path",
    [
        "( e:p [ sh:inversePath e:q ] )",
        "[ sh:alternativePath ( e:p e:q ) ]",
        "[ sh:inversePath e:q ]",
    ],
)
def test_a_path_of_parts_is_the_node_of_the_shapes(engine: str, path: str) -> None:
    shapes = shapes_of(
        f"""
        e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-p .
        e:S-p a sh:PropertyShape ; sh:path {path} ; sh:minCount 1 .
        """
    )
    program = get_engine(engine).compile(shapes.graph)
    [result] = program.run(graph_of("e:x a e:C ."), {URIRef(E + "S"): [URIRef(E + "x")]})
    assert result.path == shapes.graph.value(URIRef(E + "S-p"), SH.path)


def queried(select: str, message: str = "It has {?value}. Mend it.") -> str:
    return f"""
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:sparql e:S-q ; sh:message 'General. Mend.'@en .
    e:S-q a sh:SPARQLConstraint ; sh:message '{message}'@en ; sh:select '''{select}''' .
    """


VALUES = queried("SELECT $this ?value WHERE { $this <x:p> ?value }")


def test_the_message_of_a_query_is_filled_and_comes_before_the_general_one(engine: str) -> None:
    [result] = run(VALUES, "e:x a e:C ; <x:p> 7 .", "x", engine=engine)
    assert result.message == "It has 7. Mend it."
    assert result.severity is Severity.VIOLATION


def test_a_query_says_on_which_path(engine: str) -> None:
    select = "SELECT $this ?value ?path WHERE { $this ?path ?value . FILTER(isLiteral(?value)) }"
    [result] = run(queried(select), "e:x a e:C ; <x:p> 7 .", "x", engine=engine)
    assert (result.path, result.value) == (URIRef("x:p"), Literal(7))


@pytest.mark.parametrize("text", ["\\1", "\\d", "\\g<0>", "a\\\\b", "\\", '"', "{?this}", "$this"])
def test_what_is_in_the_data_is_no_pattern(engine: str, text: str) -> None:
    data = f"e:x a e:C ; <x:p> {Literal(text).n3()} ."
    [result] = run(VALUES, data, "x", engine=engine)
    assert result.message == f"It has {text}. Mend it."
    assert result.value == Literal(text)


@pytest.mark.parametrize(
    ("select", "reason"),
    [
        ("SELECT $this WHERE { VALUES ?x { 1 } $this <x:p> ?x }", "VALUES"),
        ("SELECT $this WHERE { $this ?p ?x MINUS { ?x <x:p> 1 } }", "MINUS"),
        ("SELECT $this WHERE { SERVICE <http://127.0.0.1:9/> { $this ?p ?x } }", "SERVICE"),
        ("SELECT $this WHERE { { SELECT ?x WHERE { $this ?p ?x } } }", "pre-bound|project .this"),
        ("SELECT $this WHERE { $this ?p }", "[Ee]xpected"),
    ],
)
def test_a_query_that_may_not_be_asked_is_a_failure_and_no_verdict(
    engine: str, select: str, reason: str
) -> None:
    with pytest.raises(EngineFailure, match=reason) as caught:
        run(queried(select), "e:x a e:C ; <x:p> 1 .", "x", engine=engine)
    assert caught.value.code == "ENGINE_FAILURE"
    assert "no verdict" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_literal_is_judged_as_it_was_written(engine: str) -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-p , e:S-q .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:pattern '^01$' .
    e:S-q a sh:PropertyShape ; sh:path e:q ; sh:in ( 'percent' ) .
    """
    data = "e:x a e:C ; e:p '01'^^xsd:integer ; e:q 'percent' ."
    assert run(shapes, data, "x", engine=engine) == ()


def test_a_value_is_told_as_it_was_written(engine: str) -> None:
    data = "e:x a e:C ; <x:p> '01'^^xsd:integer ."
    [result] = run(
        VALUES.replace("sh:sparql e:S-q", "sh:property e:P") + PATTERN, data, "x", engine=engine
    )
    assert str(result.value) == "01"


PATTERN = "e:P a sh:PropertyShape ; sh:path <x:p> ; sh:pattern 'no' ."


@pytest.mark.parametrize("kind", ["sh:BlankNode", "sh:IRI"])
def test_an_unnamed_node_keeps_its_kind_and_its_label(engine: str, kind: str) -> None:
    shapes = f"""
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:nodeKind {kind} ; sh:property e:S-p .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:maxCount 0 ; sh:nodeKind sh:Literal .
    """
    data = graph_of("[] a e:C ; e:p [ a e:D ] .")
    [focus] = data.subjects(RDF.type, URIRef(E + "C"))
    [value] = data.objects(focus, URIRef(E + "p"))
    program = get_engine(engine).compile(shapes_of(shapes).graph)
    found = program.run(data, {URIRef(E + "S"): [focus]})
    assert {result.focus for result in found} == {focus}
    assert value in {result.value for result in found}
    assert len(found) == {"sh:BlankNode": 2, "sh:IRI": 3}[kind]


def test_an_impossible_date_is_a_result_and_no_log_line(
    engine: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-p .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:datatype xsd:date .
    """
    [result] = run(shapes, "e:x a e:C ; e:p '2025-02-30'^^xsd:date .", "x", engine=engine)
    assert result.component == SH.DatatypeConstraintComponent
    assert isinstance(result.value, Literal)
    assert (str(result.value), result.value.datatype) == ("2025-02-30", XSD.date)
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_the_data_is_afterwards_as_it_was_even_when_it_fails(engine: str) -> None:
    found = get_engine(engine)
    data = found.create_graph()
    data.add((URIRef("x:a"), URIRef("x:p"), Literal("1")))
    before = set(data)
    program = found.compile(shapes_of(NAMED).graph)
    program.run(data, {URIRef(E + "S"): [URIRef("x:a")]})
    assert set(data) == before


@pytest.mark.parametrize(
    "data",
    [
        " . ".join(f"<x:{n}> <x:next> <x:{n + 1}>" for n in range(300))
        + " . <x:300> <x:next> <x:0>",
        "<x:0> <x:next> <x:0>",
        " . ".join(
            f"<x:{n}> <x:next> {', '.join(f'<x:{m}>' for m in range(60))}" for n in range(60)
        ),
    ],
)
@pytest.mark.parametrize("sign", ["zeroOrMorePath", "oneOrMorePath"])
def test_a_path_that_repeats_comes_to_an_end_in_a_circle(engine: str, data: str, sign: str) -> None:
    shapes = f"""
    e:S a sh:NodeShape ; sh:targetNode <x:0> ; sh:property e:S-p ; sh:sparql e:S-q .
    e:S-p a sh:PropertyShape ; sh:path [ sh:{sign} <x:next> ] ; sh:hasValue <x:nowhere> .
    e:S-q a sh:SPARQLConstraint ; sh:message 'No. Mend.' ;
      sh:select 'SELECT $this WHERE {{ $this <x:next>+ $this }}' .
    """
    shape_set, graph = shapes_of(shapes), graph_of(data + " .")
    begun = time.perf_counter()
    found = (
        get_engine(engine)
        .compile(shape_set.graph)
        .run(graph, shape_set.list_targets(graph, focus=[URIRef("x:0")]))
    )
    assert time.perf_counter() - begun < 5
    assert sorted(result.component.fragment for result in found) == [
        "HasValueConstraintComponent",
        "SPARQLConstraintComponent",
    ]


def test_what_an_ontology_would_add_is_neither_fetched_nor_inferred(engine: str) -> None:
    data = """
    <x:doc> <http://www.w3.org/2002/07/owl#imports> <http://127.0.0.1:9/> .
    e:p rdfs:domain e:C . e:x e:p 1 .
    """
    shapes = NAMED + "<x:shapes> <http://www.w3.org/2002/07/owl#imports> <http://127.0.0.1:9/> ."
    assert run(shapes, data, "x", engine=engine) == ()


def test_a_report_on_graphs_has_the_targets_that_shapes_declare(engine: str) -> None:
    data, shapes = graph_of("e:x a e:C . e:y a e:C ; e:name 'Y' ."), shapes_of(NAMED).graph
    report = get_engine(engine).validate_graphs(data, shapes)
    assert set(report.objects(None, SH.focusNode)) == {URIRef(E + "x")}
    assert list(report.objects(None, SH.conforms)) == [Literal(False)]


def test_graphs_whose_shapes_cannot_be_read_are_a_failure(engine: str) -> None:
    shapes = Graph().parse(
        data=f"<x:S> a <{SH.PropertyShape}> ; <{SH.targetNode}> <x:a> ; <{SH.minCount}> 1 .",
        format="turtle",
    )
    with pytest.raises(EngineFailure):
        get_engine(engine).validate_graphs(Graph(), shapes)
