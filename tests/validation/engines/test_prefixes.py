"""`pledgegraph.validation.engines.prefixes`."""

from __future__ import annotations

import pytest
from rdflib import SH, Graph, URIRef

from pledgegraph.settings import ENGINES
from pledgegraph.validation.engines import get_engine
from pledgegraph.validation.engines.prefixes import name_imported_prefixes
from tests.validation.samples import E, graph_of

TURTLE = """
@prefix e: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
e:query sh:prefixes e:outer .
e:other sh:prefixes e:alone .
e:outer owl:imports e:inner .
e:inner owl:imports e:innermost , e:outer .
"""


def test_a_query_names_what_its_prefixes_import() -> None:
    given = Graph().parse(data=TURTLE, format="turtle")
    found = name_imported_prefixes(given)
    assert set(found.objects(URIRef("https://example.org/query"), SH.prefixes)) == {
        URIRef("https://example.org/outer"),
        URIRef("https://example.org/inner"),
        URIRef("https://example.org/innermost"),
    }
    assert len(found) == len(given) + 2


def test_without_imports_the_graph_is_the_one_given() -> None:
    given = Graph().parse(data=TURTLE.replace("owl:imports", "owl:sameAs"), format="turtle")
    assert name_imported_prefixes(given) is given


@pytest.mark.parametrize("name", ENGINES)
def test_either_engine_knows_them(name: str) -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetNode e:x ; sh:sparql e:S-q .
    e:S-q sh:prefixes e:outer ; sh:select "SELECT $this WHERE { $this in:p ?value }" .
    e:outer <http://www.w3.org/2002/07/owl#imports> e:inner .
    e:inner sh:declare e:in .
    e:in sh:prefix "in" ; sh:namespace "https://example.org/"^^xsd:anyURI .
    """
    engine = get_engine(name)
    data = graph_of("e:x e:p 1 .")
    program = engine.compile(graph_of(shapes))
    assert len(program.run(data, {URIRef(E + "S"): [URIRef(E + "x")]})) == 1
