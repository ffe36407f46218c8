"""The store in memory, on pyoxigraph: built from files at each start, read-only afterwards.

Promises the port's answers with no lock and no file of its own. Knows pyoxigraph, as `parsing`
does, and nothing else of this floor.
"""

from collections.abc import Iterable
from typing import Final, Self

import pyoxigraph as ox

from pledgegraph.errors import InvalidArgument
from pledgegraph.store.files import SourceFile
from pledgegraph.store.guard import check_query
from pledgegraph.store.parsing import parse_file
from pledgegraph.store.port import Rows
from pledgegraph.store.term import BlankNode, Iri, Literal, Term, Triple

_LONGEST_PROBLEM: Final = 160


class EmbeddedStore:
    """A `GraphStore` in this process."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        """Hold `quads` and, once, their merged triples as the default graph."""
        named = tuple(quads)
        # A real default graph: a union flag would count a triple once for each graph it is in.
        self._store = ox.Store()
        self._store.bulk_extend(named)
        self._store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in named)
        # The store answers SPARQL but rewrites literals ("01" to 1, any integer type to
        # xsd:integer); what is handed out as triples comes from here, as the files have it.
        self._dataset = ox.Dataset(named)

    @classmethod
    def from_files(cls, files: Iterable[SourceFile]) -> Self:
        """Build the store from the Turtle and JSON-LD among `files`; the others are left out.

        Raises:
            DataError: a file is neither; with its file, line, column and what was expected.
        """
        graphs = (file for file in files if file.is_turtle or file.is_json_ld)
        return cls(quad for file in graphs for quad in parse_file(file))

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
        if graph is None:
            return tuple(dict.fromkeys(map(_triple, self._dataset)))
        return tuple(map(_triple, self._dataset.quads_for_graph_name(ox.NamedNode(graph))))

    def describe(self, subject: Iri) -> tuple[Triple, ...]:
        """Return what is stated about `subject` and its parts. See `GraphStore.describe`."""
        try:
            ox.NamedNode(subject)
        except ValueError:
            return ()  # nothing can be stated about what is no IRI
        found: list[Triple] = []
        seen: set[Iri | BlankNode] = {subject}
        waiting: list[Iri | BlankNode] = [subject]
        while waiting:
            node = waiting.pop()
            name = ox.NamedNode(node) if isinstance(node, Iri) else ox.BlankNode(node.label)
            quads = self._dataset.quads_for_subject(name)
            for triple in dict.fromkeys(map(_triple, quads)):
                found.append(triple)
                part = triple.object
                if _is_part(part, of=subject) and part not in seen:
                    seen.add(part)  # type: ignore[arg-type]  # _is_part excludes literals
                    waiting.append(part)  # type: ignore[arg-type]
        return tuple(found)

    def count(self) -> int:
        """Return the number of distinct triples published. See `GraphStore.count`."""
        return len({quad.triple for quad in self._dataset})


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
