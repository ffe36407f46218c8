"""`pledgegraph.validation.engines.compilation`: a broken shape is told with its file and name."""

from __future__ import annotations

import pytest
from rdflib import URIRef

from pledgegraph.errors import DataError, EngineFailure
from pledgegraph.validation.engines import get_engine
from pledgegraph.validation.engines.compilation import compile_shapes
from pledgegraph.validation.shapes import ShapeSet
from tests.samples import turtle_file
from tests.validation.samples import PREFIXES, E, graph_of

SOUND = "e:A a sh:NodeShape ; sh:targetClass e:C ; sh:class e:D ; sh:node e:S ."


@pytest.fixture(params=["reference", "turbo"])
def engine(request: pytest.FixtureRequest) -> str:
    """Return the name of each engine."""
    name: str = request.param
    return name


def compiled(text: str, engine: str) -> ShapeSet:
    files = [
        turtle_file(PREFIXES + SOUND, "shapes/sound/shapes.ttl"),
        turtle_file(PREFIXES + text, "shapes/broken/shapes.ttl"),
    ]
    shapes = ShapeSet.from_files(files)
    compile_shapes(shapes, get_engine(engine))
    return shapes


def queried(select: str) -> str:
    return f"""
    e:S a sh:NodeShape ; sh:sparql e:S-q .
    e:S-q a sh:SPARQLConstraint ; sh:message 'No. Mend.' ; sh:select '''{select}''' .
    """


@pytest.mark.parametrize(
    ("text", "shape", "fault"),
    [
        ("e:S a sh:PropertyShape ; sh:minCount 1 .", "S", "has no sh:path; expected one sh:path"),
        ("e:S a sh:PropertyShape ; sh:path e:p , e:q .", "S", "it has 2 paths; expected one"),
        ("e:S a sh:NodeShape ; sh:severity sh:Fatal .", "S", "Fatal is no severity of SHACL"),
        ("e:S a sh:NodeShape ; sh:node e:A .", "A", "leads back to itself, by sh:node"),
        (
            "e:S a sh:NodeShape ; sh:property e:P . "
            "e:P a sh:PropertyShape ; sh:path e:p ; sh:node e:S .",
            "P",
            "leads back to itself",
        ),
        (queried("SELECT $this WHERE { $this ?p }"), "S", "[Ee]xpected"),
        (queried("SELECT $this WHERE { $this nope:p 1 }"), "S", "[Pp]refix"),
        (queried("SELECT $this WHERE { VALUES ?x { 1 } $this <x:p> ?x }"), "S", "VALUES"),
        (queried("SELECT $this WHERE { $this <x:p> ?x MINUS { ?x <x:p> 1 } }"), "S", "MINUS"),
        ("e:S a sh:NodeShape ; sh:sparql e:Q . e:Q sh:message 'No. Mend.' .", "S", "sh:select"),
        ("e:S a sh:NodeShape ; sh:property e:Nothing .", "S", "https://example.org/Nothing"),
        ("e:S a sh:NodeShape ; sh:or 7 .", "S", "refuses this shape"),
        ("e:S a sh:PropertyShape ; sh:path [ e:p e:q ] .", "S", "[Pp]ath"),
        ("e:S a sh:PropertyShape ; sh:path e:p ; sh:pattern '(' .", "S", "unterminated"),
        ("e:S a sh:PropertyShape ; sh:path e:p ; sh:minCount 'x' .", "S", "sh:minCount"),
        ("e:S a sh:PropertyShape ; sh:path e:p ; sh:minCount 1 , 2 .", "S", "sh:minCount"),
        (
            "PREFIX p: <https://w3id.org/pledgegraph/profile/> "
            "e:S a sh:NodeShape ; dcterms:isPartOf p:nothing .",
            "S",
            "profile/nothing is no profile; expected https://w3id.org/pledgegraph/profile/record",
        ),
    ],
)
def test_a_broken_shape_is_one_sentence_with_file_shape_and_fault(
    engine: str, text: str, shape: str, fault: str
) -> None:
    with pytest.raises(DataError, match=fault) as caught:
        compiled(text, engine)
    told = str(caught.value)
    place = "sound" if shape == "A" else "broken"
    assert told.startswith(f"shapes/{place}/shapes.ttl, {E}{shape}: ")
    assert caught.value.fields["subject"] == E + shape
    assert "\n" not in told


def test_what_refers_to_a_broken_shape_is_not_the_one_that_is_told(engine: str) -> None:
    text = """
    e:B a sh:NodeShape ; sh:property e:Z . e:Z a sh:PropertyShape ; sh:path e:p ; sh:pattern '(' .
    e:S a sh:NodeShape ; sh:class e:C .
    """
    with pytest.raises(DataError, match=f"^shapes/broken/shapes.ttl, {E}Z: "):
        compiled(text, engine)


def test_sound_shapes_are_prepared_to_be_run(engine: str) -> None:
    shapes = compiled("e:S a sh:NodeShape ; sh:nodeKind sh:IRI .", engine)
    program = compile_shapes(shapes, get_engine(engine))
    node, shape = URIRef(E + "x"), URIRef(E + "A")
    assert [result.focus for result in program.run(graph_of(""), {shape: [node]})] == [node]


def test_a_failure_that_is_of_no_shape_stays_one() -> None:
    class Broken:
        name = title = version = "sample"

        def compile(self, shapes: object) -> object:
            if len(shapes) > 5:  # type: ignore[arg-type]
                raise EngineFailure(engine="sample", problem="it is too much")
            return None

    shapes = compiled("e:S a sh:NodeShape ; sh:nodeKind sh:IRI .", "turbo")
    with pytest.raises(EngineFailure, match="it is too much"):
        compile_shapes(shapes, Broken())  # type: ignore[arg-type]
