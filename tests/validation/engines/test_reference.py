"""`pledgegraph.validation.engines.reference`: what it alone does."""

from __future__ import annotations

import pytest
from rdflib import RDF, SH, Literal, URIRef

from pledgegraph.errors import DataError
from pledgegraph.validation.engines.reference import narrow
from tests.validation.samples import E, run, shapes_of

TWO = """
e:S a sh:NodeShape ; sh:name 'Thing'@en ; sh:description 'What a thing has.'@en ;
  sh:targetClass e:C ; sh:property e:S-p ; sh:severity sh:Info ; dcterms:subject e:r2 .
e:S-p a sh:PropertyShape ; sh:path ( e:p e:q ) ; sh:minCount 1 .
"""


def test_narrowed_shapes_have_the_given_targets_and_no_other() -> None:
    graph = shapes_of(TWO).graph
    narrowed = narrow(graph, {URIRef(E + "S-p"): [URIRef(E + "x"), Literal("x")]})
    assert set(narrowed.subject_objects(SH.targetNode)) == {
        (URIRef(E + "S-p"), URIRef(E + "x")),
        (URIRef(E + "S-p"), Literal("x")),
    }
    assert list(narrowed.subject_objects(SH.targetClass)) == []
    assert set(narrowed.subjects(RDF.type)) == {URIRef(E + "S-p")}  # and not the shape around it
    assert list(graph.subject_objects(SH.targetNode)) == []


def test_narrowed_shapes_are_what_the_engine_reads_and_no_words_about_them() -> None:
    narrowed = narrow(shapes_of(TWO).graph, {URIRef(E + "S"): [URIRef(E + "x")]})
    assert set(narrowed.predicates()) == {
        *(RDF.type, RDF.first, RDF.rest),
        *(SH.property, SH.path, SH.minCount, SH.severity, SH.targetNode),
    }


def test_a_chain_too_long_to_be_followed_is_an_error_of_the_data() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetNode e:x ; sh:property e:S-p .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:class e:C .
    """
    chain = "\n".join(f"e:c{n} rdfs:subClassOf e:c{n + 1} ." for n in range(3_000))
    with pytest.raises(DataError, match="something leads on and on"):
        run(shapes, "e:x e:p e:v . e:v a e:c0 . " + chain, "x", engine="reference")
