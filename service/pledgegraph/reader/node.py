"""One subject of the graph with its values, read strictly: the step between rows and records.

Promises that what cannot be read names the file and the subject, so that whoever edits the data
can find it. Must not know any class of the ontology: that is the reader's part.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeVar

from pledgegraph.errors import DataError
from pledgegraph.store.files import GRAPH_BASE
from pledgegraph.store.port import GraphStore, bind
from pledgegraph.store.term import BlankNode, Iri, Literal, Term
from pledgegraph.terms import RDF

T = TypeVar("T")

_NODES = """
SELECT ?subject ?predicate ?object ?graph WHERE {
  ?subject a ?class .
  GRAPH ?graph { ?subject ?predicate ?object }
}
"""

# More digits than any count here has, and few enough for every engine and for int().
_MOST_DIGITS: Final = 18


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

    def date_of(self, predicate: str) -> date:
        """Return the one day under `predicate`."""
        text = self._literal(self._one(predicate), predicate).value
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
    """Read every subject stated to be of one of `classes`, with all its values, in one query.

    Returns the nodes by IRI, in order of their IRIs. Blank nodes are left out: they have no
    address, so no record.
    """
    rows = store.select(bind(_NODES, {"class": [Iri(c) for c in classes]})).rows
    values: dict[str, dict[str, dict[Term, None]]] = defaultdict(lambda: defaultdict(dict))
    graphs: dict[str, str] = {}
    for subject, predicate, value, graph in rows:
        if isinstance(subject, BlankNode) or value is None:
            continue
        iri = str(subject)
        values[iri][str(predicate)][value] = None
        if predicate == RDF.type:
            graphs[iri] = min(str(graph), graphs.get(iri, str(graph)))
    # Sorted here, as the engine takes several times as long to.
    return {
        iri: Node(iri, graphs[iri], {p: tuple(v) for p, v in found.items()})
        for iri, found in sorted(values.items(), key=lambda item: item[0])
    }


def _show(term: Term) -> str:
    return f"“{term.value}”" if isinstance(term, Literal) else str(term)


def linked(records: Mapping[str, T], node: Node, iri: str) -> T:
    """Return the record that `node` links by `iri`, or raise the error that names both."""
    if iri not in records:
        raise DataError(
            file=node.file,
            subject=node.iri,
            problem=f"it links {iri}, which is not described",
            expected="a description of it in ontology/ or data/, or no link",
        )
    return records[iri]


def kind_of(node: Node, classes: Mapping[str, T], *, general: str | None = None) -> T:
    """Return what `classes` gives for the one class of `node` among them.

    A subclass beats the `general` class that is stated beside it.
    """
    found = sorted(node.types & set(classes))
    special = [c for c in found if c != general] or found
    if len(special) != 1:
        raise node.problem("type", f"it is of {len(special)} kinds", "one kind")
    return classes[special[0]]


def refuse_twins(
    nodes: Mapping[str, Node], predicate: str, keys: Mapping[str, Hashable], *, expected: str
) -> None:
    """Raise the error that names both where two subjects have one key under `predicate`.

    `keys` gives the key of each subject by its IRI.
    """
    seen: dict[Hashable, str] = {}
    for iri, key in keys.items():
        if key in seen:
            raise nodes[iri].problem(predicate, f"{seen[key]} has the same", expected)
        seen[key] = iri


def refuse_strangers(
    node: Node, predicate: str, among: Mapping[str, object] | frozenset[str], *, kind: str
) -> None:
    """Raise an error where `node` links, by `predicate`, an IRI that is not `among` its kind."""
    for iri in node.iris(predicate):
        if iri not in among:
            raise node.problem(
                predicate,
                f"it links {iri}, which is no {kind}",
                "the IRI of one that data/ describes",
            )
