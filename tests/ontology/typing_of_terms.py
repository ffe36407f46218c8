"""The kinds of terms: what OWL 2 DL has to know before it can read the data."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from tests.ontology.owl_rl import OWL, RDF, RDFS, XSD, Graph, is_iri

KINDS: Final = {
    OWL + name: name
    for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
}
BUILT_IN: Final = (OWL, RDF, RDFS, XSD)
CLASS_PLACES: Final = (
    RDF + "type",
    RDFS + "subClassOf",
    RDFS + "domain",
    RDFS + "range",
    "https://schema.org/domainIncludes",
    "https://schema.org/rangeIncludes",
)
NAME_PLACES: Final = (*CLASS_PLACES, RDFS + "subPropertyOf")


def read_kinds(triples: Iterable[ox.Triple]) -> dict[str, set[str]]:
    """Return the kinds that each term is declared to be of, by IRI."""
    kinds = defaultdict(set)
    for subject, kind in Graph(triples).pairs(RDF + "type"):
        if kind in KINDS:
            kinds[subject].add(KINDS[kind])
    return dict(kinds)


def read_used(triples: Iterable[ox.Triple]) -> set[str]:
    """Return the IRIs used as classes or as properties; those of OWL, RDF and XML left out."""
    used = set()
    for _, predicate, value in Graph(triples).triples:
        used.add(predicate)
        if predicate in NAME_PLACES and is_iri(value):
            used.add(value)
    return {iri for iri in used if not iri.startswith(BUILT_IN)}


def list_misused(triples: Iterable[ox.Triple]) -> list[str]:
    """Return `property: why` for each value that does not suit the kind of its property."""
    triples = list(triples)
    kinds = read_kinds(triples)
    found = set()
    for _, predicate, value in Graph(triples).triples:
        kind = kinds.get(predicate, set())
        is_text = value.startswith('"')
        if "ObjectProperty" in kind and is_text:
            found.add(f"{predicate}: a literal, and it is an object property")
        if "DatatypeProperty" in kind and not is_text:
            found.add(f"{predicate}: no literal, and it is a datatype property")
    return sorted(found)
