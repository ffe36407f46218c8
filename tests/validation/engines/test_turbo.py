"""`pledgegraph.validation.engines.turbo`: what it alone does."""

from __future__ import annotations

import pytest
import rdflib_turbo
from rdflib import Graph, URIRef

from pledgegraph.errors import EngineFailure
from pledgegraph.validation.engines.turbo import TurboEngine, TurboProgram
from tests.validation.samples import E, graph_of, run, shapes_of

NAMED = """
e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-name ; sh:closed true ;
  sh:ignoredProperties ( <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ) .
e:S-name a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 .
"""


def test_a_chain_too_long_for_the_reference_is_followed_to_its_end() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetNode e:x ; sh:property e:S-p .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:class e:C .
    """
    chain = "\n".join(f"e:c{n} rdfs:subClassOf e:c{n + 1} ." for n in range(3_000))
    assert len(run(shapes, "e:x e:p e:v . e:v a e:c0 . " + chain, "x")) == 1
    assert (
        run(shapes, "e:c3000 rdfs:subClassOf e:C . e:x e:p e:v . e:v a e:c0 . " + chain, "x") == ()
    )


def test_a_graph_of_rdflib_is_copied_and_a_native_one_is_not() -> None:
    engine = TurboEngine()
    data = graph_of("[] e:p '01'^^xsd:integer , 'text' , 'Wort'@de , ( 1 2 ) .")
    native = engine.adopt(data)
    assert isinstance(native, rdflib_turbo.Graph)
    assert set(native) == set(data)
    assert engine.adopt(native) is native


def test_a_mark_is_no_property_of_what_is_marked_and_is_taken_off_again() -> None:
    engine = TurboEngine()
    program = engine.compile(shapes_of(NAMED).graph)
    data = engine.adopt(graph_of("e:x a e:C ; e:name 'X' ."))
    assert program.run(data, {URIRef(E + "S"): [URIRef(E + "x")]}) == ()
    assert len(data) == 2


def test_a_mark_is_taken_off_though_the_engine_failed() -> None:
    class Panicking:
        def validate(self, _: Graph) -> object:
            raise BaseException("a panic of Rust")

    engine = TurboEngine()
    data = engine.adopt(graph_of("e:x a e:C ."))
    program = TurboProgram(engine, shapes_of(NAMED).graph, Panicking())  # type: ignore[arg-type]
    with pytest.raises(EngineFailure, match="pyshacl-turbo did not finish: a panic of Rust; this"):
        program.run(data, {URIRef(E + "S"): [URIRef(E + "x")]})
    assert len(data) == 1


def test_who_interrupts_is_heard() -> None:
    class Interrupted:
        def validate(self, _: Graph) -> object:
            raise KeyboardInterrupt

    engine = TurboEngine()
    program = TurboProgram(engine, shapes_of(NAMED).graph, Interrupted())  # type: ignore[arg-type]
    with pytest.raises(KeyboardInterrupt):
        program.run(graph_of("e:x a e:C ."), {URIRef(E + "S"): [URIRef(E + "x")]})


@pytest.mark.parametrize("term", ["minCont", "minlength", "clas"])
def test_a_term_that_shacl_does_not_have_is_refused(term: str) -> None:
    with pytest.raises(EngineFailure, match=f"Unsupported feature: sh:{term} on <{E}P>"):
        run(f"e:P a sh:PropertyShape ; sh:path e:p ; sh:{term} 1 .", "", "x")
