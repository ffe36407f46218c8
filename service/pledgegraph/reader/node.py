"""One subject of the graph with its values, read strictly: the step between rows and records.

Promises that what cannot be read names the file and the subject, so that whoever edits the data
can find it. Must not know any class of the ontology: that is the reader's part.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from pledgegraph.errors import DataError
from pledgegraph.store.files import GRAPH_BASE
from pledgegraph.store.port import GraphStore, bind
from pledgegraph.store.term import BlankNode, Iri, Literal, Term
from pledgegraph.terms import RDF

_GRAPHS: Final = """
SELECT ?subject ?graph WHERE { GRAPH ?graph { ?subject a ?class } }
"""

_VALUES: Final = """
SELECT ?subject ?predicate ?object WHERE { ?subject a ?class ; ?predicate ?object }
"""

# More digits than any count here has, and few enough for every engine and for int().
_MOST_DIGITS: Final = 18

# On each side of the point: room for what is stated (10^26 operations), within a float's range.
_MOST_DECIMALS: Final = 40
_DECIMAL: Final = re.compile(r"[+-]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})", re.ASCII)
_BOOLEANS: Final = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Node:
    """A subject, the graph that states what it is, and its values by predicate, unordered."""

    iri: str
    graph: str
    values: Mapping[str, tuple[Term, ...]] = field(repr=False)

    @property
    def types(self) -> frozenset[str]:
        """The classes it is stated to be of."""
        return frozenset(str(t) for t in self.values.get(RDF.type, ()) if isinstance(t, Iri))

    @property
    def file(self) -> str:
        """The name of the file it is described in."""
        return self.graph.removeprefix(GRAPH_BASE) + ".ttl"

    def iris(self, predicate: str) -> tuple[str, ...]:
        """Return the IRIs under `predicate`, sorted."""
        return tuple(sorted(str(self._iri(t, predicate)) for t in self._all(predicate)))

    def iri_of(self, predicate: str) -> str:
        """Return the one IRI under `predicate`."""
        return str(self._iri(self._one(predicate), predicate))

    def find_iri(self, predicate: str) -> str | None:
        """Return the one IRI under `predicate`, or None."""
        term = self._find(predicate)
        return None if term is None else str(self._iri(term, predicate))

    def texts(self, predicate: str) -> tuple[str, ...]:
        """Return the English or untagged texts under `predicate`, sorted."""
        found = (self._literal(t, predicate) for t in self._all(predicate))
        return tuple(sorted(t.value for t in found if t.language in ("", "en")))

    def text_of(self, predicate: str) -> str:
        """Return the one English or untagged text under `predicate`."""
        text = self.find_text(predicate)
        if text is None:
            raise self.problem(predicate, "it has no value", "one text")
        return text

    def find_text(self, predicate: str) -> str | None:
        """Return the one English or untagged text under `predicate`, or None."""
        found = self.texts(predicate)
        if len(found) > 1:
            raise self.problem(predicate, f"it has {len(found)} values", "one text")
        return found[0] if found else None

    def integer_of(self, predicate: str) -> int:
        """Return the one whole number under `predicate`."""
        number = self.find_integer(predicate)
        if number is None:
            raise self.problem(predicate, "it has no value", "one whole number")
        return number

    def find_integer(self, predicate: str) -> int | None:
        """Return the one whole number under `predicate`, or None."""
        term = self._find(predicate)
        if term is None:
            return None
        text = self._literal(term, predicate).value
        if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
            raise self.problem(
                predicate, f"“{text}” is no whole number", f"at most {_MOST_DIGITS} digits"
            )
        return int(text)

    def decimal_of(self, predicate: str) -> Decimal:
        """Return the one decimal number under `predicate`."""
        number = self.find_decimal(predicate)
        if number is None:
            raise self.problem(predicate, "it has no value", "one decimal number")
        return number

    def find_decimal(self, predicate: str) -> Decimal | None:
        """Return the one decimal number under `predicate`, or None."""
        term = self._find(predicate)
        if term is None:
            return None
        text = self._literal(term, predicate).value
        if not _DECIMAL.fullmatch(text):
            raise self.problem(
                predicate,
                f"“{text}” is no decimal number",
                f"at most {_MOST_DECIMALS} digits on each side of the point",
            )
        return Decimal(text)

    def find_boolean(self, predicate: str) -> bool | None:
        """Return the one truth value under `predicate`, or None."""
        term = self._find(predicate)
        if term is None:
            return None
        text = self._literal(term, predicate).value
        if text not in _BOOLEANS:
            raise self.problem(predicate, f"“{text}” is no truth value", "true or false")
        return _BOOLEANS[text]

    def date_of(self, predicate: str) -> date:
        """Return the one day under `predicate`."""
        day = self.find_date(predicate)
        if day is None:
            raise self.problem(predicate, "it has no value", "one day")
        return day

    def find_date(self, predicate: str) -> date | None:
        """Return the one day under `predicate`, or None."""
        term = self._find(predicate)
        if term is None:
            return None
        text = self._literal(term, predicate).value
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise self.problem(predicate, f"“{text}” is no day", "YYYY-MM-DD") from error

    def problem(self, predicate: str, problem: str, expected: str) -> DataError:
        """Return the error that names this subject, its file and the predicate."""
        name = predicate.rpartition("#")[2].rpartition("/")[2]
        return DataError(
            file=self.file,
            subject=self.iri,
            problem=f"{name}: {problem}",
            expected=expected,
        )

    def _all(self, predicate: str) -> tuple[Term, ...]:
        return self.values.get(predicate, ())

    def _find(self, predicate: str) -> Term | None:
        found = self._all(predicate)
        if len(found) > 1:
            raise self.problem(predicate, f"it has {len(found)} values", "at most one")
        return found[0] if found else None

    def _one(self, predicate: str) -> Term:
        term = self._find(predicate)
        if term is None:
            raise self.problem(predicate, "it has no value", "one value")
        return term

    def _iri(self, term: Term, predicate: str) -> Iri:
        if not isinstance(term, Iri):
            raise self.problem(predicate, f"{_show(term)} is no IRI", "an IRI")
        return term

    def _literal(self, term: Term, predicate: str) -> Literal:
        if not isinstance(term, Literal):
            raise self.problem(predicate, f"{_show(term)} is no literal", "a literal")
        return term


def read_nodes(store: GraphStore, *classes: str) -> dict[str, Node]:
    """Read every subject stated to be of one of `classes`, with all its values, in two queries.

    Returns the nodes by IRI, in order of their IRIs. Blank nodes are left out: they have no
    address, so no record.
    """
    terms = {"class": [Iri(c) for c in classes]}
    graphs: dict[str, str] = {}
    for subject, graph in store.select(bind(_GRAPHS, terms)).rows:
        if not isinstance(subject, BlankNode):
            graphs[str(subject)] = min(str(graph), graphs.get(str(subject), str(graph)))
    # Sorted here, as the engine takes several times as long to.
    values: dict[str, dict[str, dict[Term, None]]] = {iri: {} for iri in sorted(graphs)}
    for subject, predicate, value in store.select(bind(_VALUES, terms)).rows:
        if value is not None and not isinstance(subject, BlankNode):
            values[str(subject)].setdefault(str(predicate), {})[value] = None
    return {
        iri: Node(iri, graphs[iri], {p: tuple(v) for p, v in found.items()})
        for iri, found in values.items()
    }


def _show(term: Term) -> str:
    return f"“{term.value}”" if isinstance(term, Literal) else str(term)
