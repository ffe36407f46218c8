"""The names of things: the project's namespaces and the terms it uses, as plain IRIs.

Promises that a misspelt own term fails when a module is imported, not when a query finds nothing.
A test holds the names here equal to the ontology's. Imports nothing.
"""

from typing import Final

SITE: Final = "https://w3id.org/pledgegraph/"
"""The one fixed base of every shipped IRI. Its redirect is not registered yet."""


class Namespace:
    """A namespace whose terms are read as attributes or items: `SKOS.prefLabel`, `SH["in"]`.

    Not a kind of `str`: `DCTERMS.title` would then be a method of the string.
    """

    __slots__ = ("base",)

    def __init__(self, base: str) -> None:
        """Name the namespace that starts with `base`."""
        self.base = base

    def __getitem__(self, name: object) -> str:
        """Return the IRI of `name` in this namespace."""
        return f"{self.base}{name}"

    def __getattr__(self, name: str) -> str:
        """Return the IRI of the term `name`."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]


class OwnNamespace(Namespace):
    """The namespace of the ontology: only declared names are terms."""

    __slots__ = ()

    def __getattr__(self, name: str) -> str:
        """Return the IRI of the own term `name`; an undeclared name raises AttributeError."""
        if name not in OWN_TERMS:
            raise AttributeError(f"{name} is no term of {self.base}")
        return self[name]


CODE: Final = Namespace(SITE + "code#")
ID: Final = Namespace(SITE + "id/")
REQ: Final = Namespace(SITE + "req/")
SHAPE: Final = Namespace(SITE + "shapes#")

DCAT: Final = Namespace("http://www.w3.org/ns/dcat#")
DCTERMS: Final = Namespace("http://purl.org/dc/terms/")
EARL: Final = Namespace("http://www.w3.org/ns/earl#")
OA: Final = Namespace("http://www.w3.org/ns/oa#")
ORG: Final = Namespace("http://www.w3.org/ns/org#")
OWL: Final = Namespace("http://www.w3.org/2002/07/owl#")
PROV: Final = Namespace("http://www.w3.org/ns/prov#")
RDF: Final = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS: Final = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA: Final = Namespace("https://schema.org/")
SH: Final = Namespace("http://www.w3.org/ns/shacl#")
SKOS: Final = Namespace("http://www.w3.org/2004/02/skos/core#")
SPDX: Final = Namespace("http://spdx.org/rdf/terms#")
XSD: Final = Namespace("http://www.w3.org/2001/XMLSchema#")

OWN_TERMS: Final = frozenset(("DocumentFile", "Instrument", "InstrumentEdition", "Provision", "Reading", "SummitEvent", "action", "appliesWhen", "appliesWhenText", "columnOrder", "defaultReading", "defaultSeverity", "dependsOn", "editionOf", "hasException", "hasFile", "impliesSeverity", "issuedEarliest", "issuedLatest", "locatedAt", "locus", "modality", "object", "partOfOutcome", "polarity", "position", "qualifier", "question", "reading", "retrievedFrom", "statedIn", "uncheckedBecause", "verbatim", ))
PLEDGE: Final = OwnNamespace(SITE + "ns#")
