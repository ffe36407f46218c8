"""The shapes as nodes with their lists and paths: what rules are read from, without an engine.

Promises that a node is found by its IRI, that a list is read in its order, and that a path is told
as SPARQL writes it and in words (https://www.w3.org/TR/shacl/#property-paths).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pledgegraph.reader.node import Node
from pledgegraph.store.files import GRAPH_BASE
from pledgegraph.store.port import GraphStore
from pledgegraph.store.term import Iri, Term, Triple
from pledgegraph.store.values import Values, group_by_subject, list_items
from pledgegraph.terms import SH, shorten

_FOLDER: Final = f"{GRAPH_BASE}shapes/"
_NAMED_BY: Final = "what names it with "
_REPEATED: Final = {
    SH.zeroOrMorePath: ("*", "any number of times"),
    SH.oneOrMorePath: ("+", "once or more"),
    SH.zeroOrOnePath: ("?", "where there is one"),
}


@dataclass(frozen=True, slots=True)
class ShapeGraph:
    """What the shapes' files state, by subject; `nodes` are those that have IRIs, sorted."""

    nodes: Mapping[str, Node]
    values: Values

    def list_members(self, node: Node, predicate: str) -> tuple[str, ...]:
        """Return the IRIs in the lists under `predicate` of `node`, in their order."""
        heads = node.values.get(predicate, ())
        items = (item for head in heads for item in list_items(self.values, head))
        return tuple(str(item) for item in items if isinstance(item, Iri))

    def format_path(self, path: Term) -> str:
        """Return a path as SPARQL writes it, with prefixed names: `^pledge:practiceOf`."""
        if isinstance(path, Iri):
            short = shorten(path)
            return short if short != path else f"<{path}>"
        kind, steps = self._read_path(path)
        texts = [self._format_step(step) for step in steps]
        if kind == SH.inversePath:
            return f"^{texts[0]}"
        if kind in _REPEATED:
            return texts[0] + _REPEATED[kind][0]
        return ("|" if kind == SH.alternativePath else "/").join(texts)

    def describe_path(self, path: Term) -> str:
        """Return a path in words: `pledge:atPhase of what names it with pledge:practiceOf`."""
        if isinstance(path, Iri):
            return self.format_path(path)
        kind, steps = self._read_path(path)
        words = [self.describe_path(step) for step in steps]
        if kind == SH.inversePath:
            return f"{_NAMED_BY}{words[0]}"
        if kind in _REPEATED:
            return f"{words[0]} ({_REPEATED[kind][1]})"
        if kind == SH.alternativePath:
            return _join_alternatives(words)
        return " of ".join(reversed(words))

    def list_starts(self, path: Term) -> tuple[str, ...]:
        """Return the properties that `path` begins with, `^` before one that it follows backwards.

        What it follows backwards and is no single property is left out.
        """
        if isinstance(path, Iri):
            return (str(path),)
        kind, steps = self._read_path(path)
        if kind == SH.inversePath:
            return tuple(f"^{step}" for step in steps if isinstance(step, Iri))
        first = steps if kind == SH.alternativePath else steps[:1]
        return tuple(start for step in first for start in self.list_starts(step))

    def _format_step(self, path: Term) -> str:
        text = self.format_path(path)
        is_compound = not isinstance(path, Iri) and any(sign in text for sign in "/|")
        return f"({text})" if is_compound else text

    def _read_path(self, path: Term) -> tuple[str, tuple[Term, ...]]:
        """Return what kind of path it is, and its steps; a sequence is of no kind."""
        values = self.values.get(path, {})
        for kind in (SH.inversePath, *_REPEATED):
            if kind in values:
                return kind, values[kind][:1]
        if SH.alternativePath in values:
            return SH.alternativePath, tuple(list_items(self.values, values[SH.alternativePath][0]))
        return "", tuple(list_items(self.values, path))


def read_shape_graph(store: GraphStore) -> ShapeGraph:
    """Read what the files below `shapes/` state."""
    graphs: dict[Term, str] = {}
    triples: list[Triple] = []
    for graph in store.list_graphs():
        if graph.startswith(_FOLDER):
            found = store.list_triples(graph=graph)
            triples += found
            for triple in found:
                graphs.setdefault(triple.subject, graph)
    values = group_by_subject(triples)
    nodes = {str(s): Node(str(s), graphs[s], v) for s, v in values.items() if isinstance(s, Iri)}
    return ShapeGraph(dict(sorted(nodes.items())), values)


def list_iris(terms: Iterable[Term]) -> tuple[str, ...]:
    """Return the IRIs among `terms`, sorted.

    >>> from pledgegraph.store.term import Literal
    >>> list_iris([Iri("x:b"), Literal("c"), Iri("x:a")])
    ('x:a', 'x:b')
    """
    return tuple(sorted(str(term) for term in terms if isinstance(term, Iri)))


def _join_alternatives(words: list[str]) -> str:
    """Return the ways in `words`; what they all begin with is said once.

    >>> _join_alternatives(["what names it with a:x", "what names it with a:y"])
    'what names it with a:x or a:y'
    """
    start = _NAMED_BY if all(text.startswith(_NAMED_BY) for text in words) else ""
    *others, last = (text.removeprefix(start) for text in words)
    return start + (f"{', '.join(others)} or {last}" if others else last)
