"""The triples of Turtle files and texts, for tests of the ontology."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

PREFIXES = """
@prefix code: <https://w3id.org/pledgegraph/code#> .
@prefix ex: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix pledge: <https://w3id.org/pledgegraph/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def parse_turtle(text: str) -> list[ox.Triple]:
    """Return the triples of `text`, which may use the prefixes above."""
    return [q.triple for q in ox.parse(PREFIXES + text, format=ox.RdfFormat.TURTLE)]


def load_triples(paths: Iterable[Path]) -> list[ox.Triple]:
    """Return the triples of all files; no blank node of one is one of another."""
    return [
        quad.triple
        for path in sorted(paths)
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
    ]
