"""What to call things in a sentence: short names of terms, paths and the nodes of a graph.

Promises that no sentence shows a blank node's label, or an IRI where there is a name. Knows
rdflib; must not know shapes or findings.
"""

from typing import Final

from rdflib import DCTERMS, RDF, RDFS, SH, SKOS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.term import Node

from pledgegraph.terms import PLEDGE, shorten

_LONGEST_VALUE: Final = 80
_LABELS: Final = (SKOS.prefLabel, DCTERMS.title, RDFS.label)
_PATH_SIGNS: Final = {
    SH.zeroOrMorePath: "*",
    SH.oneOrMorePath: "+",
    SH.zeroOrOnePath: "?",
}


def format_path(graph: Graph, path: Node) -> str:
    """Return a property path of the shapes' `graph` as SPARQL writes it, with prefixed names."""
    if isinstance(path, URIRef):
        short = shorten(path)
        return short if short != str(path) else f"<{path}>"
    inverse = graph.value(path, SH.inversePath)
    if inverse is not None:
        return "^" + _format_step(graph, inverse)
    alternatives = graph.value(path, SH.alternativePath)
    if alternatives is not None:
        return "|".join(_format_step(graph, step) for step in RdfList(graph, alternatives))
    for predicate, sign in _PATH_SIGNS.items():
        repeated = graph.value(path, predicate)
        if repeated is not None:
            return _format_step(graph, repeated) + sign
    return "/".join(_format_step(graph, step) for step in RdfList(graph, path))


def _format_step(graph: Graph, path: Node) -> str:
    text = format_path(graph, path)
    return f"({text})" if any(sign in text for sign in "/|") else text


def name_value(graph: Graph, value: Node) -> str:
    """Return a value for people: a literal's text, shortened, a prefixed name, or a name.

    What nobody describes has no name; its IRI is all there is to say of it.
    """
    if isinstance(value, Literal):
        text = " ".join(str(value).split())
        return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
    short = shorten(str(value))
    if short != str(value):
        return short
    is_described = is_blank(value) or (value, None, None) in graph
    return name_subject(graph, value) if is_described else f"<{value}>"


def name_subject(graph: Graph, node: Node) -> str:
    """Return what to call `node`: its kind, and its identifier or label.

    A part without a label is called by its owner's name and its own place below it; a thing
    without either by the end of its IRI.
    """
    kind = _kind(graph, node)
    if not isinstance(node, URIRef):
        return f"unnamed {kind or 'thing'}"
    label = _find_label(graph, node)
    if label is not None:
        return f"{kind} {label}".strip()
    owner, rest = _find_owner(graph, node)
    if owner is not None:
        return f"{name_subject(graph, owner)}, {rest.replace('/', ' ')}"
    return f"{kind} {_tail(node)}".strip()


def _kind(graph: Graph, node: Node) -> str:
    kinds = sorted(k for k in graph.objects(node, RDF.type) if isinstance(k, URIRef))
    own = [k for k in kinds if k.startswith(PLEDGE.base)] or kinds
    if not own:
        return ""
    label = _english(graph, own[0], RDFS.label)
    return label if label is not None else _words(_tail(own[0]))


def _find_label(graph: Graph, node: URIRef) -> str | None:
    identifiers = sorted(str(i) for i in graph.objects(node, DCTERMS.identifier))
    if identifiers:
        return identifiers[0]
    for predicate in _LABELS:
        label = _english(graph, node, predicate)
        if label is not None:
            return f"“{label}”"
    return None


def _find_owner(graph: Graph, node: URIRef) -> tuple[URIRef | None, str]:
    owner, _, rest = str(node).rpartition("/")
    while "/" in owner.partition("://")[2]:
        found = URIRef(owner)
        if _find_label(graph, found) is not None:
            return found, rest
        owner, _, tail = owner.rpartition("/")
        rest = f"{tail}/{rest}"
    return None, ""


def _english(graph: Graph, node: Node, predicate: URIRef) -> str | None:
    texts = [t for t in graph.objects(node, predicate) if isinstance(t, Literal)]
    found = sorted(texts, key=lambda t: (t.language != "en", str(t)))
    return str(found[0]) if found else None


def _tail(iri: URIRef) -> str:
    return iri.rstrip("/#").rpartition("/")[2].rpartition("#")[2] or str(iri)


def _words(name: str) -> str:
    # FrameworkVersion → framework version
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


def is_blank(node: Node) -> bool:
    """Return whether `node` has no name of its own."""
    return isinstance(node, BNode)
