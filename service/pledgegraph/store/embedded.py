"""The store in memory, on pyoxigraph: built from files at each start, read-only afterwards.

Promises the port's answers with no lock and no file of its own. The only module of this floor
that knows pyoxigraph.
"""

from collections.abc import Iterable
from typing import Final, Self

import pyoxigraph as ox

from pledgegraph.errors import DataError, InvalidArgument
from pledgegraph.store.files import SourceFile
from pledgegraph.store.guard import check_query
from pledgegraph.store.port import Rows
from pledgegraph.store.term import BlankNode, Iri, Literal, Term, Triple

TURTLE: Final = "Turtle 1.1 (https://www.w3.org/TR/turtle/)"
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
        """Build the store from the Turtle among `files`; the others are left out.

        Raises:
            DataError: a file is no Turtle; with its file, line, column and what was expected.
        """
        return cls(quad for file in files if file.is_turtle for quad in _parse_file(file))

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
        return len(self.list_triples())


def _is_part(node: Term, *, of: Iri) -> bool:
    if isinstance(node, Iri):
        return node.startswith(of + "/")
    return isinstance(node, BlankNode)


def _parse_file(file: SourceFile) -> list[ox.Quad]:
    try:
        text = file.content.decode("utf-8")
        # Renamed, since `_:a` of one file is not `_:a` of another.
        quads = list(ox.parse(text, format=ox.RdfFormat.TURTLE, rename_blank_nodes=True))
    except UnicodeDecodeError as error:
        raise DataError(
            file=file.name,
            line=file.content.count(b"\n", 0, error.start) + 1,
            problem=f"byte {error.start} is not UTF-8",
            expected="a text file in UTF-8",
        ) from error
    except SyntaxError as error:
        raise DataError(
            file=file.name,
            line=error.lineno,
            column=error.offset,
            problem=_plain_problem(error),
            expected=TURTLE,
        ) from error
    for quad in quads:
        # The parser reads RDF 1.2 as well, which no shape and no other tool here knows.
        if isinstance(quad.object, ox.Triple):
            raise DataError(
                file=file.name,
                subject=str(quad.subject),
                problem="it has a triple term",
                expected=TURTLE,
            )
    graph = ox.NamedNode(file.graph)
    return [ox.Quad(q.subject, q.predicate, q.object, graph) for q in quads]


def _brief(error: SyntaxError) -> str:
    # The engine lists every character it could have read; the place and the first few serve.
    message = str(error).partition("\n")[0]
    return message if len(message) <= _LONGEST_PROBLEM else message[:_LONGEST_PROBLEM] + "…"


def _plain_problem(error: SyntaxError) -> str:
    # The parser's text repeats the position, which the error already carries.
    message = error.msg
    _, _, tail = message.partition(": ")
    return tail if message.startswith("Parser error") and tail else message


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
