"""Between the store's plain terms and rdflib's graphs, which the SHACL engine works on.

Promises that a literal keeps the text of its file: rdflib would rewrite `"01"^^xsd:integer` to `1`
before a shape could see it. Knows rdflib; must not know pyoxigraph or the engine.
"""

import logging
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Identifier, Node

from pledgegraph.store.term import XSD_STRING, BlankNode, Iri, Term, Triple

# rdflib logs a traceback for each ill-typed literal, or warns of it, and the engine logs its own
# failures; all reach the caller as findings and errors instead.
_LOGGERS: Final = ("rdflib.term", "pyshacl-validate")


class QueriedGraph(Graph):
    """A graph for the engine's queries, of which two things are known.

    A shape's query is asked once for each focus node, and to parse it takes ten times as long as
    to answer it: so a text is parsed once. And the engine fills the values of an answer into
    messages as templates of a regular expression, in which a backslash is a sign: so it is doubled
    in answers (`unescape` takes that back).
    """

    def __init__(self) -> None:
        """Hold nothing yet, and no namespace."""
        # With prefixes bound, the engine would take an IRI such as `geo:1` for a prefixed name.
        super().__init__(bind_namespaces="none")
        self._prepared: dict[str, Query] = {}

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:
        """Answer a query. See `rdflib.Graph.query`."""
        if isinstance(query_object, str):
            if query_object not in self._prepared:
                self._prepared[query_object] = prepareQuery(query_object)
            query_object = self._prepared[query_object]
        answer = super().query(query_object, *args, **kwargs)
        if answer.type == "SELECT":
            answer.bindings = [
                {name: _escape(value) for name, value in row.items()} for row in answer.bindings
            ]
        return answer


def _escape(value: Identifier) -> Identifier:
    if isinstance(value, Literal) and "\\" in value:
        return _replaced(value, value.replace("\\", "\\\\"))
    return value


def unescape(value: Node) -> Node:
    """Return a value that a query of `QueriedGraph` answered as it is in the graph."""
    if isinstance(value, Literal) and "\\" in value:
        return _replaced(value, value.replace("\\\\", "\\"))
    return value


def _replaced(literal: Literal, text: str) -> Literal:
    return Literal(text, lang=literal.language, datatype=literal.datatype, normalize=False)


def create_graph(triples: Iterable[Triple]) -> Graph:
    """Return an rdflib graph of `triples`, without any namespace bound to it."""
    graph = QueriedGraph()
    fill_graph(graph, triples)
    return graph


def fill_graph(graph: Graph, triples: Iterable[Triple]) -> None:
    """Add `triples` to `graph`, which may be of any kind that rdflib knows."""
    # Most names are there many times, and to make one takes longer than to find it.
    nodes: dict[Term, Node] = {}
    with silenced_logs():
        for triple in triples:
            for term in triple:
                if term not in nodes:
                    nodes[term] = create_node(term)
            subject, predicate, value = triple
            graph.add((nodes[subject], nodes[predicate], nodes[value]))


def create_node(term: Term) -> Node:
    """Return `term` as rdflib has it.

    >>> create_node(Iri("https://example.org/a"))
    rdflib.term.URIRef('https://example.org/a')
    """
    if isinstance(term, Iri):
        return URIRef(term)
    if isinstance(term, BlankNode):
        return BNode(term.label)
    if term.language:
        return Literal(term.value, lang=term.language)
    # Parsed Turtle has no datatype on a plain string, and sh:in and sh:hasValue compare with it.
    if term.datatype == XSD_STRING:
        return Literal(term.value)
    return Literal(term.value, datatype=URIRef(term.datatype), normalize=False)


def walk(start: Node, step: Callable[[Node], Iterable[Node]]) -> frozenset[Node]:
    """Return `start` and all that `step` leads to, however far: rdflib's own walk is recursive."""
    found = {start}
    waiting = [start]
    while waiting:
        new = set(step(waiting.pop())) - found
        found |= new
        waiting.extend(new)
    return frozenset(found)


@contextmanager
def silenced_logs() -> Iterator[None]:
    """Keep the libraries' own log lines and warnings back while the block runs."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", category=UserWarning, module=r"rdflib\.")
            yield
    finally:
        for logger, disabled in zip(loggers, before, strict=True):
            logger.disabled = disabled
