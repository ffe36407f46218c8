"""The profile OWL 2 RL: which axiom may say what, and on which side of it.

Follows https://www.w3.org/TR/owl2-profiles/#OWL_2_RL over triples. Annotations are free, and so are
the values of data; everything else that the profile does not have is found.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, Literal

import pyoxigraph as ox

Side = Literal["sub", "super", "equivalent"]

OWL: Final = "http://www.w3.org/2002/07/owl#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

DATATYPES: Final = frozenset(
    XSD + name
    for name in (
        "decimal integer nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger"
        " long int short byte unsignedLong unsignedInt unsignedShort unsignedByte float double"
        " string normalizedString token language Name NCName NMTOKEN boolean hexBinary"
        " base64Binary anyURI dateTime dateTimeStamp"
    ).split()
) | {RDF + "PlainLiteral", RDF + "XMLLiteral", RDFS + "Literal"}

# What a class may be built with, on each side of an axiom.
CONSTRUCTS: Final[dict[Side, frozenset[str]]] = {
    "sub": frozenset("intersectionOf unionOf oneOf someValuesFrom hasValue".split()),
    "super": frozenset(
        "intersectionOf complementOf allValuesFrom hasValue"
        " maxCardinality maxQualifiedCardinality".split()
    ),
    "equivalent": frozenset("intersectionOf hasValue".split()),
}
NEVER: Final = frozenset(
    "hasSelf minCardinality cardinality minQualifiedCardinality qualifiedCardinality".split()
)
EVERY_CONSTRUCT: Final = NEVER.union(*CONSTRUCTS.values())
# Which side of an axiom the classes of its subject and of its object stand on.
CLASS_AXIOMS: Final[dict[str, tuple[Side | None, Side]]] = {
    RDFS + "subClassOf": ("sub", "super"),
    OWL + "equivalentClass": ("equivalent", "equivalent"),
    OWL + "disjointWith": ("sub", "sub"),
    RDFS + "domain": (None, "super"),
    RDFS + "range": (None, "super"),
}
KNOWN: Final = (EVERY_CONSTRUCT - NEVER) | frozenset(
    (
        "Thing Nothing Class Restriction ObjectProperty DatatypeProperty AnnotationProperty"
        " NamedIndividual Ontology FunctionalProperty InverseFunctionalProperty"
        " TransitiveProperty SymmetricProperty AsymmetricProperty IrreflexiveProperty"
        " AllDisjointClasses AllDisjointProperties AllDifferent NegativePropertyAssertion Axiom"
        " Annotation equivalentClass disjointWith equivalentProperty propertyDisjointWith"
        " inverseOf propertyChainAxiom hasKey sameAs differentFrom members distinctMembers"
        " onProperty onClass onDataRange sourceIndividual assertionProperty targetIndividual"
        " targetValue annotatedSource annotatedProperty annotatedTarget versionIRI versionInfo"
        " imports priorVersion backwardCompatibleWith incompatibleWith deprecated"
    ).split()
)


def list_outside_rl(triples: Iterable[ox.Triple]) -> list[str]:
    """Return what lies outside the profile, sorted, each as a line that names it."""
    graph = Graph(triples)
    return sorted({*_unknown_terms(graph), *_named_constructs(graph), *_class_axioms(graph)})


class Graph:
    """Triples of plain text: an IRI, a label after `_:`, or the text of a literal after `"`."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self.triples = [(_plain(t.subject), t.predicate.value, _plain(t.object)) for t in triples]
        self._values: dict[tuple[str, str], list[str]] = defaultdict(list)
        for subject, predicate, value in self.triples:
            self._values[subject, predicate].append(value)

    def values(self, subject: str, predicate: str) -> list[str]:
        return self._values.get((subject, predicate), [])

    def pairs(self, predicate: str) -> list[tuple[str, str]]:
        return sorted((s, o) for s, p, o in self.triples if p == predicate)

    def is_a(self, subject: str, kind: str) -> bool:
        return OWL + kind in self.values(subject, RDF + "type")

    def items(self, head: str) -> list[str]:
        found = []
        while firsts := self.values(head, RDF + "first"):
            found += firsts
            head = self.values(head, RDF + "rest")[0]
        return found


def is_iri(node: str) -> bool:
    return not node.startswith(("_:", '"'))


def _plain(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    assert not isinstance(node, ox.Triple), "OWL knows no triple as a term"
    if isinstance(node, ox.BlankNode):
        return f"_:{node.value}"
    return f'"{node.value}' if isinstance(node, ox.Literal) else node.value


def _short(node: str) -> str:
    return node.rpartition("#")[2].rpartition("/")[2] if is_iri(node) else "an expression"


def _unknown_terms(graph: Graph) -> Iterator[str]:
    for subject, *terms in graph.triples:
        for term in terms:
            if term.startswith(OWL) and term.removeprefix(OWL) not in KNOWN:
                yield f"{_short(subject)}: owl:{_short(term)} is not of OWL 2 RL"


def _named_constructs(graph: Graph) -> Iterator[str]:
    for subject, predicate, _ in graph.triples:
        name = predicate.removeprefix(OWL)
        if name in EVERY_CONSTRUCT and is_iri(subject):
            yield f"{_short(subject)}: owl:{name} stands on a name, not on an expression"


def _class_axioms(graph: Graph) -> Iterator[str]:
    for subject, predicate, value in graph.triples:
        where = _short(subject)
        if predicate == RDF + "type":
            yield from _type_axiom(graph, subject, value)
        elif predicate == OWL + "members" and graph.is_a(subject, "AllDisjointClasses"):
            for member in graph.items(value):
                yield from _in_class(graph, member, "sub", where)
        elif predicate in CLASS_AXIOMS and not graph.is_a(subject, "AnnotationProperty"):
            left, right = CLASS_AXIOMS[predicate]
            if left is not None:
                yield from _in_class(graph, subject, left, where)
            if predicate == RDFS + "range" and graph.is_a(subject, "DatatypeProperty"):
                yield from _in_data_range(graph, value, where)
            else:
                yield from _in_class(graph, value, right, where)


def _type_axiom(graph: Graph, subject: str, value: str) -> Iterator[str]:
    if not is_iri(value):
        yield from _in_class(graph, value, "super", _short(subject))
    elif graph.is_a(subject, "TransitiveProperty") and value in {
        OWL + "FunctionalProperty",
        OWL + "AsymmetricProperty",
        OWL + "IrreflexiveProperty",
    }:
        yield f"{_short(subject)}: owl:{_short(value)} cannot be said of a transitive property"


def _in_class(graph: Graph, node: str, side: Side, where: str) -> Iterator[str]:
    if node == OWL + "Thing":
        yield f"{where}: owl:Thing stands on the {side} side"
    elif node in DATATYPES or node.startswith(XSD):
        yield f"{where}: the datatype {_short(node)} stands where a class should"
    elif not is_iri(node):
        built = [name for name in sorted(EVERY_CONSTRUCT) if graph.values(node, OWL + name)]
        if len(built) != 1:
            yield f"{where}: an expression is built with {', '.join(built) or 'nothing'}"
        elif built[0] not in CONSTRUCTS[side]:
            yield f"{where}: owl:{built[0]} stands on the {side} side"
        else:
            yield from _in_expression(graph, node, built[0], side, where)


def _in_expression(graph: Graph, node: str, name: str, side: Side, where: str) -> Iterator[str]:
    value = graph.values(node, OWL + name)[0]
    if name in {"intersectionOf", "unionOf"}:
        for part in graph.items(value):
            yield from _in_class(graph, part, side, where)
    elif name in {"someValuesFrom", "allValuesFrom"}:
        yield from _in_filler(graph, node, value, side, where)
    elif name == "complementOf":
        yield from _in_class(graph, value, "sub", where)
    elif name in {"maxCardinality", "maxQualifiedCardinality"}:
        yield from _in_maximum(graph, node, value, where)


def _in_filler(graph: Graph, node: str, value: str, side: Side, where: str) -> Iterator[str]:
    on = graph.values(node, OWL + "onProperty")
    if any(graph.is_a(p, "DatatypeProperty") for p in on):
        yield from _in_data_range(graph, value, where)
    elif not (side == "sub" and value == OWL + "Thing"):
        yield from _in_class(graph, value, side, where)


def _in_maximum(graph: Graph, node: str, value: str, where: str) -> Iterator[str]:
    if value not in {'"0', '"1'}:
        yield f"{where}: a maximum is {value[1:]}, neither 0 nor 1"
    for filler in graph.values(node, OWL + "onClass"):
        if filler != OWL + "Thing":
            yield from _in_class(graph, filler, "sub", where)
    for filler in graph.values(node, OWL + "onDataRange"):
        yield from _in_data_range(graph, filler, where)


def _in_data_range(graph: Graph, node: str, where: str) -> Iterator[str]:
    if is_iri(node):
        if node not in DATATYPES:
            yield f"{where}: {_short(node)} is no datatype of OWL 2 RL"
        return
    parts = graph.values(node, OWL + "intersectionOf")
    if not parts:
        yield f"{where}: a data range is neither a datatype nor an intersection"
    for part in parts:
        for item in graph.items(part):
            yield from _in_data_range(graph, item, where)
