"""What to call things in a sentence: short names of terms, paths and the nodes of a graph.

Promises that no sentence shows a blank node's label, or an IRI where there is a name, and that no
name is longer than 120 characters. Knows rdflib; must not know shapes.
"""

from typing import Final

from rdflib import DCTERMS, RDF, RDFS, SH, SKOS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.term import Node

from pledgegraph.terms import DCAT, ID, ORG, PLEDGE, PROV, REQ, shorten
from pledgegraph.validation.findings import cut

_LONGEST_VALUE: Final = 80
_MOST_STEPS: Final = 8
_LABELS: Final = (SKOS.prefLabel, DCTERMS.title, RDFS.label)
_VERSION: Final = URIRef(DCAT["version"])
_ANSWERS: Final = URIRef(PLEDGE.answers)
# What it is called where it is not by its class.
_KINDS: Final = {ORG["FormalOrganization"]: "organisation", PROV["Organization"]: "organisation"}
_CALLED_BY_TITLE: Final = {
    ORG["FormalOrganization"],
    PLEDGE["AssessmentCampaign"],
    PLEDGE["CommitmentSet"],
    PLEDGE["Document"],
    PLEDGE["Framework"],
    PLEDGE["FrameworkVersion"],
    PLEDGE["Threshold"],
}
_LONGEST_CLASS: Final = 40
_UNCOUNTED: Final = {"evidence"}
_PATH_SIGNS: Final = {
    SH.zeroOrMorePath: "*",
    SH.oneOrMorePath: "+",
    SH.zeroOrOnePath: "?",
}


def format_path(graph: Graph, path: Node) -> str:
    """Return a property path of the shapes' `graph` as SPARQL writes it, with prefixed names."""
    if isinstance(path, URIRef):
        short = shorten(path)
        return cut(short) if short != str(path) else f"<{cut(path)}>"
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
    is_compound = not isinstance(path, URIRef) and any(sign in text for sign in "/|")
    return f"({text})" if is_compound else text


def name_value(graph: Graph, value: Node) -> str:
    """Return a value for people: a literal's text, shortened, a prefixed name, or a name.

    What nobody describes has no name; its IRI is all there is to say of it.
    """
    if isinstance(value, Literal):
        return cut(" ".join(str(value).split()), _LONGEST_VALUE)
    short = shorten(str(value))
    if short != str(value):
        return cut(short)
    is_described = is_blank(value) or (value, None, None) in graph
    return name_subject(graph, value) if is_described else f"<{cut(str(value))}>"


def name_term(graph: Graph, term: Node) -> str:
    """Return what to call `term` in a sentence: a record by its name, all else as `name_value`."""
    is_record = isinstance(term, URIRef) and str(term).startswith((ID.base, REQ.base))
    if is_record and (term, RDF.type, None) in graph:
        return name_subject(graph, term)
    return name_value(graph, term)


def name_class(graph: Graph, kind: Node) -> str:
    """Return a thing of the class `kind`, with its article: `an organisation`, `evidence`."""
    known = _KINDS.get(str(kind)) or _english(graph, kind, RDFS.label)
    name = cut(known or _words(_tail(kind)) or "thing", _LONGEST_CLASS)
    if name in _UNCOUNTED:
        return name
    return f"{'an' if name[0].lower() in 'aeio' else 'a'} {name}"


def name_kind(graph: Graph, node: Node) -> str | None:
    """Return what `node` is by its classes, with an article; None where it has none."""
    kinds = _list_kinds(graph, node)
    return name_class(graph, kinds[0]) if kinds else None


def name_subject(graph: Graph, node: Node) -> str:
    """Return what to call `node`: its kind, and its identifier or its title, with its number.

    What has neither is called by its owner and its own place below it (`evidence g42/e4, bearing
    II`), or else by its place in our addresses, and elsewhere by the end of its IRI. What has no
    IRI is called by what it belongs to; a claim also by what it answers.
    """
    return cut(_name_subject(graph, node, steps=_MOST_STEPS))


def find_owner(graph: Graph, node: Node) -> URIRef | None:
    """Return the nearest thing with an IRI that leads to `node`, at most eight steps away."""
    for _ in range(_MOST_STEPS):
        owners = sorted(graph.subjects(None, node), key=lambda n: (is_blank(n), str(n)))
        if not owners:
            return None
        node = owners[0]
        if isinstance(node, URIRef):
            return node
    return None


def _name_subject(graph: Graph, node: Node, *, steps: int) -> str:
    kind = _kind(graph, node)
    if not isinstance(node, URIRef):
        owner = find_owner(graph, node)
        name = f"unnamed {kind or 'thing'}{_answered(graph, node)}"
        return name if owner is None else f"{name} of {_name_subject(graph, owner, steps=steps)}"
    label = _find_label(graph, node)
    if label is not None:
        return f"{kind} {label}".strip()
    owner, rest, steps = _find_owner(graph, node, steps)
    if owner is not None:
        return f"{_name_subject(graph, owner, steps=steps)}, {rest.replace('/', ' ')}"
    place, slash, below = node.removeprefix(ID.base).partition("/")
    if node.startswith(ID.base) and slash:
        return f"{kind or place} {below}"
    return f"{kind} {_tail(node)}{_answered(graph, node)}".strip()


def _answered(graph: Graph, node: Node) -> str:
    """Return ` on I.a` for what answers the requirement I.a, else nothing."""
    found = min((r for r in graph.objects(node, _ANSWERS) if isinstance(r, URIRef)), default=None)
    return "" if found is None else f" on {_tail(found)}"


def _kind(graph: Graph, node: Node) -> str:
    kinds = _list_kinds(graph, node)
    if not kinds:
        return ""
    if str(kinds[0]) in _KINDS:
        return _KINDS[str(kinds[0])]
    label = _english(graph, kinds[0], RDFS.label)
    return label if label is not None else _words(_tail(kinds[0]))


def _list_kinds(graph: Graph, node: Node) -> list[URIRef]:
    """Return the classes of `node`: our own where it is of any."""
    kinds = sorted(k for k in graph.objects(node, RDF.type) if isinstance(k, URIRef))
    return [k for k in kinds if k.startswith(PLEDGE.base)] or kinds


def _find_label(graph: Graph, node: URIRef) -> str | None:
    identifier = min(map(str, graph.objects(node, DCTERMS.identifier)), default=None)
    title = _find_title(graph, node)
    kinds = {str(kind) for kind in graph.objects(node, RDF.type)}
    if title is not None and (identifier is None or kinds & _CALLED_BY_TITLE):
        return title
    if identifier is not None and kinds & _CALLED_BY_TITLE and node.startswith(ID.base):
        # Such an identifier tells it from others of one owner only.
        return node.removeprefix(ID.base).partition("/")[2]
    return identifier


def _find_title(graph: Graph, node: URIRef) -> str | None:
    number = min((f" {n}" for n in graph.objects(node, _VERSION)), default="")
    for predicate in _LABELS:
        title = _english(graph, node, predicate)
        if title is not None:
            # Versions of a framework may have one title.
            return f"“{title}”" + ("" if title.endswith(number) else number)
    return None


def _find_owner(graph: Graph, node: URIRef, steps: int) -> tuple[URIRef | None, str, int]:
    """Return the owner, the place of `node` below it, and how many of the `steps` up are left."""
    owner, _, rest = str(node).rpartition("/")
    while steps and "/" in owner.partition("://")[2]:
        steps -= 1
        found = URIRef(owner)
        if _find_label(graph, found) is not None or _is_described(graph, found):
            return found, rest, steps
        owner, _, tail = owner.rpartition("/")
        rest = f"{tail}/{rest}"
    return None, "", steps


def _is_described(graph: Graph, node: URIRef) -> bool:
    # Elsewhere the end of an address says too little to name a part by.
    return node.startswith(ID.base) and (node, RDF.type, None) in graph


def _english(graph: Graph, node: Node, predicate: URIRef) -> str | None:
    texts = [t for t in graph.objects(node, predicate) if isinstance(t, Literal)]
    found = sorted(texts, key=lambda t: (t.language != "en", str(t)))
    return str(found[0]) if found else None


def _tail(iri: Node) -> str:
    return str(iri).rstrip("/#").rpartition("/")[2].rpartition("#")[2] or str(iri)


def _words(name: str) -> str:
    # FrameworkVersion → framework version
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


def is_blank(node: Node) -> bool:
    """Return whether `node` has no name of its own."""
    return isinstance(node, BNode)
