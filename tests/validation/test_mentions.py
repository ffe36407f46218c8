"""`pledgegraph.validation.mentions`."""

from __future__ import annotations

import pytest
from rdflib import BNode, URIRef

from pledgegraph.validation.mentions import name_mentions
from tests.validation.samples import graph_of

GRAPH = graph_of(
    """
    PREFIX id: <https://w3id.org/pledgegraph/id/>
    PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
    pledge:Threshold rdfs:label 'threshold'@en .
    id:threshold\\/a\\/1 a pledge:Threshold ; skos:prefLabel 'High'@en .
    id:threshold\\/a\\/2 e:p 1 .
    <https://example.org/page.> e:p 1 . <https://example.org/page> dcterms:title 'Page'@en .
    """
)
GRAPH.add((BNode("a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4"), URIRef("x:p"), URIRef("x:o")))
ID = "https://w3id.org/pledgegraph/id/"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", ""),
        ("It has two titles. Keep one.", "It has two titles. Keep one."),
        (f"It follows {ID}threshold/a/1, which", "It follows threshold “High”, which"),
        (f"It follows <{ID}threshold/a/1>.", "It follows threshold “High”."),
        (f"It follows {ID}threshold/a/2.", "It follows id:threshold/a/2."),
        (f"It follows “{ID}threshold/a/1”.", "It follows “threshold “High””."),
        (f"{ID}threshold/a/1 and {ID}x", "threshold “High” and id:x"),
        ("See https://example.org/x?y=1.", "See <https://example.org/x?y=1>."),
        ("See (https://example.org/page).", "See (“Page”)."),
        ("See https://example.org/page.", "See page."),
        ("It begins with https:// or http://.", "It begins with https:// or http://."),
        ("The thing a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4 is", "The thing unnamed thing is"),
        ("The thing _:a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4.", "The thing unnamed thing."),
        ("The digest a1b2c3d4e5f6a1b2 is", "The digest a1b2c3d4e5f6a1b2 is"),
    ],
)
def test_what_is_filled_in_is_named(text: str, named: str) -> None:
    assert name_mentions(GRAPH, text) == named
