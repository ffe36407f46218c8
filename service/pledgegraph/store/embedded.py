"""The store in memory, on pyoxigraph: built from files at each start, read-only afterwards.

Promises the port's answers with no lock and no file of its own. Knows pyoxigraph, as `parsing`
does, and nothing else of this floor.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import Final, Self, TypeAlias

import pyoxigraph as ox

from pledgegraph.errors import InvalidArgument
from pledgegraph.store.files import SourceFile
from pledgegraph.store.guard import check_query
from pledgegraph.store.parsing import parse_file
from pledgegraph.store.port import Rows
from pledgegraph.store.term import BlankNode, Iri, Literal, Term, Triple

_LONGEST_PROBLEM: Final = 160

# More than are shipped: of those, each is read again once.
_MOST_READ: Final = 256

_Subjects: TypeAlias = Mapping[Iri | BlankNode, list[Triple]]
"""What one file states about each subject."""


class EmbeddedStore:
    """A `GraphStore` in this process."""

    def __init__(self, files: Iterable[SourceFile]) -> None:
        """Hold what `files` say, and, once, their merged triples as the default graph."""
        self._files = {file.graph: file for file in files}
        self._store = ox.Store()
        # The store answers SPARQL but rewrites literals ("01" to 1, any integer type to
        # xsd:integer); what is handed out as triples is read again, as the files have it.
        self._read = lru_cache(_MOST_READ)(self._parse)
        # A file with blank nodes is kept as read: reading it again would name them anew.
        self._kept: dict[Iri, _Subjects] = {}
        for graph, file in self._files.items():
            quads = parse_file(file)
            self._store.bulk_extend(quads)
            # A real default graph: a union flag would count a triple once for each graph it is in.
            self._store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
            if any(isinstance(term, ox.BlankNode) for q in quads for term in (q.subject, q.object)):
                self._kept[graph] = _by_subject(quads)

    @classmethod
    def from_files(cls, files: Iterable[SourceFile]) -> Self:
        """Build the store from the Turtle and JSON-LD among `files`; the others are left out.

        Raises:
            DataError: a file is neither; with its file, line, column and what was expected.
        """
        return cls(file for file in files if file.is_turtle or file.is_json_ld)

    def select(self, query: str) -> Rows:
        """Answer a SELECT query over the dataset. See `GraphStore.select`."""
        check_query(query)
        try:
            answer = self._store.query(query)
        except SyntaxError as error:
            raise InvalidArgument(
                argument="query", problem=_brief(error), expected="a SELECT query of SPARQL 1.1"
            ) from error
        if not isinstance(answer, ox.QuerySolutions):
            raise InvalidArgument(
                argument="query",
                problem="it is an ASK, CONSTRUCT or DESCRIBE query",
                expected="a SELECT query",
            )
        names = tuple(variable.value for variable in answer.variables)
        # Rows are computed while they are read, so an evaluation error shows only here.
        try:
            rows = tuple(
                tuple(None if value is None else _term(value) for value in solution)
                for solution in answer
            )
        except (RuntimeError, ValueError, OSError, TypeError) as error:
            raise InvalidArgument(
                argument="query", problem=str(error), expected="a query that can be evaluated"
            ) from error
        return Rows(names, rows)

    def list_graphs(self) -> tuple[Iri, ...]:
        """Return the names of the published graphs, sorted. See `GraphStore.list_graphs`."""
        names = (g.value for g in self._store.named_graphs() if isinstance(g, ox.NamedNode))
        return tuple(sorted(Iri(name) for name in names))

    def list_triples(self, *, graph: Iri | None = None) -> tuple[Triple, ...]:
        """Return the triples of one graph or of all. See `GraphStore.list_triples`."""
        graphs = self._files if graph is None else self._files.keys() & {graph}
        found = (self._read(name).values() for name in graphs)
        return tuple(dict.fromkeys(chain.from_iterable(chain.from_iterable(found))))

    def describe(self, subject: Iri) -> tuple[Triple, ...]:
        """Return what is stated about `subject` and its parts. See `GraphStore.describe`."""
        found: dict[Triple, None] = {}
        seen: set[Iri | BlankNode] = {subject}
        waiting: list[Iri | BlankNode] = [subject]
        while waiting:
            node = waiting.pop()
            for graph in self._list_graphs_of(node):
                for triple in self._read(graph).get(node, ()):
                    found[triple] = None
                    part = triple.object
                    if _is_part(part, of=subject) and part not in seen:
                        seen.add(part)  # type: ignore[arg-type]  # _is_part excludes literals
                        waiting.append(part)  # type: ignore[arg-type]
        return tuple(found)

    def count(self) -> int:
        """Return the number of distinct triples published. See `GraphStore.count`."""
        return len({quad.triple for file in self._files.values() for quad in parse_file(file)})

    def _parse(self, graph: Iri) -> _Subjects:
        return self._kept.get(graph) or _by_subject(parse_file(self._files[graph]))

    def _list_graphs_of(self, node: Iri | BlankNode) -> list[Iri]:
        """Return the names of the graphs that state something about `node`, sorted."""
        try:
            name = ox.NamedNode(node) if isinstance(node, Iri) else ox.BlankNode(node.label)
        except ValueError:
            return []  # nothing can be stated about what is no IRI
        quads = self._store.quads_for_pattern(name, None, None)
        graphs = {q.graph_name.value for q in quads if isinstance(q.graph_name, ox.NamedNode)}
        return sorted(map(Iri, graphs))


def _by_subject(quads: Iterable[ox.Quad]) -> _Subjects:
    found: dict[Iri | BlankNode, list[Triple]] = {}
    for triple in map(_triple, quads):
        found.setdefault(triple.subject, []).append(triple)
    return found


def _is_part(node: Term, *, of: Iri) -> bool:
    if isinstance(node, Iri):
        return node.startswith(of + "/")
    return isinstance(node, BlankNode)


def _brief(error: SyntaxError) -> str:
    # The engine lists every character it could have read; the place and the first few serve.
    message = str(error).partition("\n")[0]
    return message if len(message) <= _LONGEST_PROBLEM else message[:_LONGEST_PROBLEM] + "…"


def _triple(quad: ox.Quad) -> Triple:
    subject = _term(quad.subject)
    assert not isinstance(subject, Literal)  # no RDF syntax has a literal there
    return Triple(subject, Iri(quad.predicate.value), _term(quad.object))


def _term(value: object) -> Term:
    match value:
        case ox.NamedNode():
            return Iri(value.value)
        case ox.Literal():
            return Literal(value.value, value.datatype.value, value.language or "")
        case ox.BlankNode():
            return BlankNode(value.value)
    raise TypeError(f"{value} is a triple term, which only RDF 1.2 has")
