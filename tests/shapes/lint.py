"""What SHACL does not say about shapes, and this project asks: one rule, one function.

An engine passes over a misspelt term, an unknown class or a forbidden clause in silence, or with a
failure that is easily taken for a verdict. Each rule returns its offenders as short texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rdflib import DCTERMS, RDF, RDFS, SH, XSD, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.paths import Path
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Node, Variable

PLEDGE = "https://w3id.org/pledgegraph/ns#"
OWN = (PLEDGE, "https://w3id.org/pledgegraph/code#", "https://w3id.org/pledgegraph/req/")
PROFILE = "https://w3id.org/pledgegraph/profile/"
PROFILES = {
    frozenset({URIRef(PROFILE + "record")}),
    frozenset({URIRef(PROFILE + "commitment"), URIRef(PROFILE + "full-commitments")}),
    frozenset({URIRef(PROFILE + "commitment")}),
    frozenset({URIRef(PROFILE + "full-commitments")}),
}

LISTS = (SH["or"], SH.xone, SH["and"])
REFERENCES = (SH.property, SH.node, SH.qualifiedValueShape, SH["not"])
TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
PAIRS = (SH.equals, SH.disjoint)
STEPS = (
    SH.inversePath,
    SH.alternativePath,
    SH.zeroOrMorePath,
    SH.oneOrMorePath,
    SH.zeroOrOnePath,
)
# Terms of SHACL that are left out here: engines differ in them, pass over them, or fail on data
# that has a fault (pySHACL raises where lessThan meets a value it cannot compare).
LEFT_OUT = frozenset(
    (
        "deactivated",
        "entailment",
        "js",
        "lessThan",
        "lessThanOrEquals",
        "rule",
        "shapesGraph",
        "target",
    )
)
SENTENCES = re.compile(r"^[A-Z][^{}]*[^.{}\s]\. [A-Z][^{}]+\.$")
PLACEHOLDER = re.compile(r"\{[?$]?(\w+)\}")
FORBIDDEN = re.compile(r"\b(VALUES|MINUS|SERVICE)\b", re.IGNORECASE)
SELECT = re.compile(r"\bSELECT\b(.*?)(?:\bWHERE\b|\{)", re.IGNORECASE | re.DOTALL)
QUOTED = re.compile(r"“([^”]+)”")
TEXT = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'")
VERSION = re.compile(r"^\d+\.\d+\.\d+$")
NAME = re.compile(r"(?<![\w?$])([A-Za-z][\w-]*):([A-Za-z][\w.-]*\w)")


def short(node: object) -> str:
    """Return the end of an IRI, or what a blank node is."""
    return "a blank node" if isinstance(node, BNode) else re.split(r"[#/]", str(node))[-1]


def list_shapes(graph: Graph) -> list[Node]:
    """Return every node that is used as a shape, stated to be one or not."""
    found = {s for kind in (SH.NodeShape, SH.PropertyShape) for s in graph.subjects(RDF.type, kind)}
    found |= {s for predicate in TARGETS for s in graph.subjects(predicate)}
    return sorted(found | set(list_references(graph)), key=str)


def list_references(graph: Graph) -> list[Node]:
    """Return every node that a shape refers to as a shape."""
    found = {o for predicate in REFERENCES for o in graph.objects(None, predicate)}
    for predicate in LISTS:
        for head in graph.objects(None, predicate):
            found |= set(Collection(graph, head))
    return sorted(found, key=str)


def list_queries(graph: Graph) -> list[tuple[Node, str]]:
    """Return every query of a SPARQL constraint with its node."""
    nodes = sorted(set(graph.objects(None, SH.sparql)), key=str)
    return [(n, str(query)) for n in nodes for query in graph.objects(n, SH.select)]


def prefixes_of(graph: Graph, node: Node) -> dict[str, str]:
    """Return the prefixes that a SPARQL constraint may use."""
    return {
        str(graph.value(declaration, SH.prefix)): str(graph.value(declaration, SH.namespace))
        for owner in graph.objects(node, SH.prefixes)
        for declaration in graph.objects(owner, SH.declare)
    }


def no_blank_shapes(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """Every shape, branch and SPARQL constraint has an IRI."""
    nodes = [*list_shapes(graph), *graph.objects(None, SH.sparql)]
    for node in nodes:
        if isinstance(node, BNode):
            owners = sorted(short(s) for s in graph.subjects(None, node))
            yield f"a blank node in {', '.join(owners)}"


def described_once(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """Every shape has one name, description and message, in English."""
    for shape in list_shapes(graph):
        for predicate in (SH.name, SH.description, SH.message):
            texts = list(graph.objects(shape, predicate))
            if [getattr(text, "language", None) for text in texts] != ["en"]:
                yield f"{short(shape)} {short(predicate)}"


def one_severity(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """Every shape states one severity of SHACL."""
    allowed = {SH.Violation, SH.Warning, SH.Info}
    for shape in list_shapes(graph):
        found = list(graph.objects(shape, SH.severity))
        if len(found) != 1 or found[0] not in allowed:
            yield short(shape)


def severity_on_the_shape(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """No severity stands on a SPARQL constraint, where engines pass over it."""
    for node in set(graph.objects(None, SH.sparql)):
        if graph.value(node, SH.severity) is not None:
            yield short(node)


def typed_shapes(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """Every shape is stated to be a node shape, or a property shape with one path, never both."""
    for shape in list_shapes(graph):
        kinds = {SH.NodeShape, SH.PropertyShape} & set(graph.objects(shape, RDF.type))
        paths = len(list(graph.objects(shape, SH.path)))
        if (kinds, paths) not in (({SH.NodeShape}, 0), ({SH.PropertyShape}, 1)):
            yield short(shape)


def two_sentences(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """Every message says what is wrong in its first sentence, and after it what to do."""
    nodes = [*list_shapes(graph), *graph.objects(None, SH.sparql)]
    for node in nodes:
        for message in graph.objects(node, SH.message):
            if not SENTENCES.match(PLACEHOLDER.sub("x", str(message))):
                yield short(node)


def no_placeholder_in_core(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """No message of a shape has a placeholder, which is printed as it stands."""
    for shape in list_shapes(graph):
        if any(re.search(r"[{}]", str(m)) for m in graph.objects(shape, SH.message)):
            yield short(shape)


def queries_have_messages(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """Every SPARQL constraint has a message, whose placeholders the query projects."""
    for node in sorted(set(graph.objects(None, SH.sparql)), key=str):
        messages = list(graph.objects(node, SH.message))
        heads = " ".join(SELECT.findall(str(graph.value(node, SH.select)))[:1])
        wanted = {name for m in messages for name in PLACEHOLDER.findall(str(m))}
        if len(messages) != 1 or wanted - set(re.findall(r"[?$](\w+)", heads)):
            yield short(node)


def queries_can_be_asked(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """Every query is SPARQL with the prefixes it declares."""
    for node, query in list_queries(graph):
        try:
            prepareQuery(query, initNs=prefixes_of(graph, node))
        except Exception as error:  # noqa: BLE001  # the parser raises errors of several libraries
            yield f"{short(node)}: {error}"


def queries_without_clauses(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """No query has VALUES, MINUS or SERVICE, which SHACL forbids."""
    for node, query in list_queries(graph):
        for clause in FORBIDDEN.findall(TEXT.sub("''", query)):
            yield f"{short(node)} {clause.upper()}"


def queries_project_this(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """Every SELECT of a query, inner ones too, projects $this."""
    for node, query in list_queries(graph):
        if not all(re.search(r"[?$]this\b", head) for head in SELECT.findall(query)):
            yield short(node)


def shacl_terms_exist(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """Every term of the SHACL namespace is one of its terms, and one that is used here."""
    for term in sorted({t for triple in graph for t in triple if isinstance(t, URIRef)}):
        name = str(term).removeprefix(str(SH))
        if name != str(term) and (term not in SH or name in LEFT_OUT):
            yield f"sh:{name}"


def references_are_shapes(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """Every shape that another refers to is described, and none without a target is left alone."""
    referred = set(list_references(graph))
    for shape in list_shapes(graph):
        if graph.value(shape, RDF.type) is None:
            yield f"{short(shape)} is not described"
        if shape not in referred and not any(graph.value(shape, t) for t in TARGETS):
            yield f"{short(shape)} is not used"


def no_circles(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """No shape leads back to itself: engines pass over that in silence."""
    leads: dict[Node, set[Node]] = {}
    for shape in list_shapes(graph):
        leads[shape] = {o for p in REFERENCES for o in graph.objects(shape, p)}
        for predicate in LISTS:
            for head in graph.objects(shape, predicate):
                leads[shape] |= set(Collection(graph, head))
    for shape, first in leads.items():
        seen: set[Node] = set()
        waiting = list(first)
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting.extend(leads.get(node, ()))
        if shape in seen:
            yield short(shape)


def terms_are_declared(graph: Graph, shipped: Graph) -> Iterator[str]:
    """Every path, class and target is declared."""
    named = [pair for p in (*TARGETS[:3], *PAIRS, SH["class"]) for pair in graph.subject_objects(p)]
    for shape, path in graph.subject_objects(SH.path):
        named += [(shape, term) for term in leaves(graph, path)]
    for shape, term in named:
        if not is_declared(term, shipped):
            yield f"{short(shape)} {short(term)}"


def values_are_known(graph: Graph, shipped: Graph) -> Iterator[str]:
    """Every own value that a shape asks for is described, and every datatype is one of XSD's."""
    known = {str(datatype) for datatype in dir(XSD)} | {str(RDF.langString)}
    for shape, datatype in graph.subject_objects(SH.datatype):
        if str(datatype) not in known:
            yield f"{short(shape)} {short(datatype)}"
    for shape, value in list_values(graph):
        if str(value).startswith(OWN) and not is_declared(value, shipped):
            yield f"{short(shape)} {short(value)}"


def leaves(graph: Graph, path: Node) -> Iterator[Node]:
    """Return the predicates of a property path."""
    if isinstance(path, URIRef):
        yield path
        return
    for predicate in STEPS:
        for step in graph.objects(path, predicate):
            yield from leaves(graph, step)
    for step in Collection(graph, path):
        yield from leaves(graph, step)


def list_values(graph: Graph) -> Iterator[tuple[Node, Node]]:
    """Return the values that shapes ask for, each with its shape."""
    yield from graph.subject_objects(SH.hasValue)
    for shape, head in graph.subject_objects(SH["in"]):
        yield from ((shape, value) for value in Collection(graph, head))


def is_declared(term: Node, shipped: Graph) -> bool:
    """Return whether something is said of `term`: the core of RDF and RDFS is known anyway."""
    # rdflib's own startswith takes no tuple.
    return str(term).startswith((str(RDF), str(RDFS))) or (term, RDF.type, None) in shipped


def queried_terms_are_declared(graph: Graph, shipped: Graph) -> Iterator[str]:
    """Every own term, and every property and class, that a query names is declared."""
    known = {str(datatype) for datatype in dir(XSD)}
    for node, query in list_queries(graph):
        prefixes = prefixes_of(graph, node)
        for prefix, local in sorted(set(NAME.findall(TEXT.sub("''", query)))):
            term = URIRef(prefixes.get(prefix, "") + local)
            if str(term) not in known and not is_declared(term, shipped):
                yield f"{short(node)} {prefix}:{local}"


def requirements_exist(graph: Graph, shipped: Graph) -> Iterator[str]:
    """A shape is as severe as the statement it checks, or says why it is not."""
    milder = URIRef(PLEDGE + "severityBecause")
    for shape, subject in sorted(graph.subject_objects(DCTERMS.subject)):
        stated = shipped.value(subject, URIRef(PLEDGE + "defaultSeverity"))
        same = graph.value(shape, SH.severity) == stated
        if stated is None or not (same or graph.value(shape, milder)):
            yield f"{short(shape)} {short(subject)}"


def asks_in_the_words_of_the_text(graph: Graph, shipped: Graph) -> Iterator[str]:
    """The message of a shape on statements quotes words of one of them, and leads to each."""
    for shape in sorted(set(graph.subjects(DCTERMS.subject)), key=str):
        subjects = set(graph.objects(shape, DCTERMS.subject))
        verbatim = [
            str(v) for s in subjects for v in shipped.objects(s, URIRef(PLEDGE + "verbatim"))
        ]
        quoted = [q for m in graph.objects(shape, SH.message) for q in QUOTED.findall(str(m))]
        is_quoted = any(quote in text for quote in quoted for text in verbatim)
        if not is_quoted or set(graph.objects(shape, RDFS.seeAlso)) != subjects:
            yield short(shape)


def no_variable_predicates(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """No query asks for any property whatever: an engine may mark its focus nodes with one."""
    for node, query in list_queries(graph):
        algebra = prepareQuery(query, initNs=prefixes_of(graph, node)).algebra
        if any(is_whatever(step) for step in list_predicates(algebra)):
            yield short(node)


def is_whatever(step: object) -> bool:
    """Return whether a predicate is a variable, or a path with “any but” in it."""
    return isinstance(step, Variable) or (isinstance(step, Path) and "!" in repr(step))


def list_predicates(part: object) -> Iterator[object]:
    """Return the predicates of the patterns in a part of a query's algebra."""
    if isinstance(part, CompValue):
        for name, value in part.items():
            if name == "triples":
                # Within EXISTS a group stays as the parser has it: flat, three terms to a triple.
                flat = [term for triple in value for term in triple]
                yield from flat[1::3]
            else:
                yield from list_predicates(value)
    elif isinstance(part, list | tuple | set):
        for value in part:
            yield from list_predicates(value)


def profiled(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """Every shape with a target is of the record's profile, or of one or both of the others."""
    for shape in {s for predicate in TARGETS for s in graph.subjects(predicate)}:
        if frozenset(graph.objects(shape, DCTERMS.isPartOf)) not in PROFILES:
            yield short(shape)


def dated(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """Every shape with a target says since which version of the shapes it is there."""
    for shape in {s for predicate in TARGETS for s in graph.subjects(predicate)}:
        found = [str(text) for text in graph.objects(shape, URIRef(PLEDGE + "since"))]
        if len(found) != 1 or not VERSION.match(found[0]):
            yield short(shape)


def one_constraint_a_node_shape(graph: Graph, _shipped: Graph) -> Iterator[str]:
    """A node shape with a target checks either its properties or one thing of its own.

    Two things under one message could not be told apart.
    """
    own = (*LISTS, SH.node, SH["not"], SH.sparql, SH["in"], SH["class"], SH.nodeKind, SH.pattern)
    for shape in {s for predicate in TARGETS for s in graph.subjects(predicate)}:
        checks = [p for p in own for _ in graph.objects(shape, p)]
        checks += [SH.property] if graph.value(shape, SH.property) else []
        if len(checks) != 1:
            yield short(shape)


@dataclass(frozen=True)
class Rule:
    """A rule and its sentence."""

    name: str
    sentence: str
    find: Callable[[Graph, Graph], Iterator[str]]

    def list_offenders(self, shapes: Graph, shipped: Graph) -> list[str]:
        """Return what in `shapes` breaks the rule, given everything that is shipped."""
        return sorted(set(self.find(shapes, shipped)))


RULES = [
    Rule(find.__name__, (find.__doc__ or "").partition("\n")[0], find)
    for find in (
        no_blank_shapes,
        described_once,
        one_severity,
        severity_on_the_shape,
        typed_shapes,
        two_sentences,
        no_placeholder_in_core,
        queries_have_messages,
        queries_can_be_asked,
        queries_without_clauses,
        queries_project_this,
        shacl_terms_exist,
        references_are_shapes,
        no_circles,
        terms_are_declared,
        values_are_known,
        queried_terms_are_declared,
        requirements_exist,
        asks_in_the_words_of_the_text,
        no_variable_predicates,
        profiled,
        dated,
        one_constraint_a_node_shape,
    )
]
