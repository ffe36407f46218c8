"""What a store promises to the floors above: questions in SPARQL, plain terms out.

An adapter keeps these promises for one engine. A store holds the published named graphs and, once,
their merged triples as its default graph; nobody writes to it after it was built.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from pledgegraph.store.term import Iri, Literal, Term, Triple, format_term


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT: variable names, and one tuple of terms a row, None where unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)


class GraphStore(Protocol):
    """A read-only RDF dataset with SPARQL 1.1 query."""

    def select(self, query: str) -> Rows:
        """Answer a SELECT query over the dataset.

        Raises:
            InvalidArgument: the text is no SELECT query of SPARQL 1.1.
        """
        ...

    def list_graphs(self) -> tuple[Iri, ...]:
        """Return the names of the published graphs, sorted."""
        ...

    def list_triples(self, *, graph: Iri | None = None) -> tuple[Triple, ...]:
        """Return the triples of one graph, or of the merged default graph; unordered."""
        ...

    def describe(self, subject: Iri) -> tuple[Triple, ...]:
        """Return what is stated about `subject` and about its parts.

        A part is a node whose IRI continues the subject's by `/`, reached from it. Empty when
        nothing is stated.
        """
        ...

    def count(self) -> int:
        """Return the number of distinct triples published."""
        ...


# What may stand before the WHERE clause. Comments, strings and IRIs are read whole, so that no
# word within them counts; a clause may be written without its keyword, but not for `bind`.
_PIECE: Final = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
             | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w+)
  | (?P<name>\w[\w.-]*:[\w.:-]* | :[\w.:-]+)
  | (?P<where>\bWHERE(?:\s|\#[^\n\r]*[\n\r])*\{)
  | (?P<select>\bSELECT\b)
  | (?P<brace>\{)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def bind(query: str, terms: Mapping[str, Iri | Literal | Iterable[Iri | Literal]]) -> str:
    """Return `query` with each variable `$name` restricted to the term, or the terms, given.

    The values are written as SPARQL terms into VALUES clauses at the start of the WHERE clause:
    text never becomes syntax. The clause must be the query's own and its first group, written
    with its keyword; the word in a comment, string or IRI does not count.

    >>> bind("SELECT ?s WHERE { ?s a $c }", {"c": Iri("https://example.org/C")})
    'SELECT ?s WHERE { VALUES $c { <https://example.org/C> } ?s a $c }'

    Raises:
        ValueError: a name is no variable of the query, a term cannot be written, or there is no
            WHERE clause of that kind.
    """
    place = _find_where(query)
    clauses = [_values_clause(query, name, value) for name, value in sorted(terms.items())]
    return query[:place] + "".join(f" {c}" for c in clauses) + query[place:]


def _find_where(query: str) -> int:
    selects = 0
    for piece in _PIECE.finditer(query):
        selects += piece.lastgroup == "select"
        if selects > 1 or piece.lastgroup == "brace":
            raise ValueError("the query has another group before its WHERE clause")
        if piece.lastgroup == "where":
            return piece.end()
    raise ValueError("the query has no WHERE clause to bind values in")


def _values_clause(query: str, name: str, value: Iri | Literal | Iterable[Iri | Literal]) -> str:
    if not re.search(rf"[?$]{re.escape(name)}\b", query) or not name.isidentifier():
        raise ValueError(f"the query has no variable ${name}")
    terms = (value,) if isinstance(value, (Iri, Literal)) else tuple(value)
    return f"VALUES ${name} {{ {' '.join(format_term(t) for t in terms)} }}"
