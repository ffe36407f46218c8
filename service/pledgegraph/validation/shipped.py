"""What is shipped, beside which a file is checked, and what a file may not change of it.

A file speaks in place of what is shipped of the same subject, but not of the vocabulary: one that
could add a code to our lists, or take a class from its superclass, could make itself pass. Nor may
a shipped thing lose its class, for then no shape would be for it. Promises that what says the same
as is shipped is no fault. Imports no third party.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Self, TypeAlias

from pledgegraph.severity import Severity
from pledgegraph.store.files import GRAPH_BASE
from pledgegraph.store.port import GraphStore
from pledgegraph.store.term import BlankNode, Iri, Term, Triple
from pledgegraph.terms import CODE, PLEDGE, RDF, SHAPE, SKOS
from pledgegraph.validation.faults import CLASSED, SHIPPED, Fault
from pledgegraph.validation.lists import read_lists

Subject: TypeAlias = Iri | BlankNode
Statements: TypeAlias = frozenset[tuple[Iri, Term | tuple[Term, ...]]]
"""What is said of a subject; a list stands as its items."""

_UNNAMED: Final = BlankNode("unnamed")
_OURS: Final = tuple(GRAPH_BASE + folder for folder in ("ontology/", "shapes/"))
_NAMESPACES: Final = (PLEDGE.base, CODE.base, SHAPE.base)
_EXTENDING: Final = (SKOS.inScheme, SKOS.topConceptOf)


@dataclass(frozen=True, slots=True)
class Shipped:
    """What is shipped: the statements on each subject, and the subjects of the vocabulary."""

    statements: Mapping[Subject, Statements]
    vocabulary: frozenset[Subject]

    @classmethod
    def from_store(cls, store: GraphStore) -> Self:
        """Return what is shipped in `store`."""
        parts = {graph: store.list_triples(graph=graph) for graph in store.list_graphs()}
        ours = (t.subject for graph, part in parts.items() if graph.startswith(_OURS) for t in part)
        vocabulary = frozenset(subject for subject in ours if isinstance(subject, Iri))
        return cls(describe(t for part in parts.values() for t in part), vocabulary)

    def is_vocabulary(self, term: Term) -> bool:
        """Whether `term` is described by the ontology, a code list or the shapes, or would be."""
        if not isinstance(term, Iri):
            return False
        return term in self.vocabulary or term.startswith(_NAMESPACES)

    def is_foreign(self, triple: Triple) -> bool:
        """Whether `triple` describes the vocabulary, or puts something new into a list of it."""
        if self.is_vocabulary(triple.subject):
            return True
        is_new = triple[1:] not in self.statements.get(triple.subject, frozenset())
        return is_new and triple.predicate in _EXTENDING and self.is_vocabulary(triple.object)

    def list_vocabulary_faults(self, triples: Iterable[Triple]) -> tuple[Fault, ...]:
        """Return a fault for each statement on the vocabulary that is not shipped."""
        found = tuple(triples)
        items = read_lists(found).items
        return tuple(
            _vocabulary_fault(triple, is_extended=not self.is_vocabulary(triple.subject))
            for triple in found
            if self.is_foreign(triple)
            and _state(triple, items) not in self.statements.get(triple.subject, frozenset())
        )

    def list_class_faults(
        self, triples: Iterable[Triple], *, checked: frozenset[Subject]
    ) -> tuple[Fault, ...]:
        """Return a fault for each subject that was not checked as what it is.

        `checked` are the subjects that some shape is for.
        """
        found = tuple(triples)
        parts = self._list_parts(found)
        faults: list[Fault] = []
        for subject, own in describe(found).items():
            if self.is_vocabulary(subject) or subject in parts:
                continue
            shipped = self.statements.get(subject, frozenset())
            classes = _list_classes(own)
            lost = [kind for kind in _list_classes(shipped) if kind not in classes]
            if lost:
                faults.extend(_lost_fault(subject, kind) for kind in lost)
            elif not classes:
                faults.append(Fault(subject, None, None, rule=CLASSED, message=_NO_CLASS))
            elif subject not in checked and own != shipped:
                faults.append(_unchecked_fault(subject))
        return tuple(faults)

    def _list_parts(self, triples: tuple[Triple, ...]) -> frozenset[Term]:
        """Return the unnamed things that belong to the vocabulary, such as the path of a shape."""
        values: dict[Subject, list[BlankNode]] = {}
        for triple in triples:
            if isinstance(triple.object, BlankNode):
                values.setdefault(triple.subject, []).append(triple.object)
        waiting: list[Subject] = [subject for subject in values if self.is_vocabulary(subject)]
        parts: set[Term] = set()
        while waiting:
            for value in values.get(waiting.pop(), ()):
                if value not in parts:
                    parts.add(value)
                    waiting.append(value)
        return frozenset(parts)


def describe(triples: Iterable[Triple]) -> Mapping[Subject, Statements]:
    """Return what `triples` say of each subject, the mere cells of lists left out."""
    found = tuple(triples)
    lists = read_lists(found)
    stated: dict[Subject, set[tuple[Iri, Term | tuple[Term, ...]]]] = {}
    for triple in found:
        if triple.subject not in lists.cells:
            stated.setdefault(triple.subject, set()).add(_state(triple, lists.items))
    return {subject: frozenset(statements) for subject, statements in stated.items()}


def _state(
    triple: Triple, items: Mapping[BlankNode, tuple[Term, ...]]
) -> tuple[Iri, Term | tuple[Term, ...]]:
    value = triple.object
    if not isinstance(value, BlankNode):
        return triple.predicate, value
    # Its label is another at each reading, so that one unnamed thing is like any other.
    known = items.get(value)
    if known is None:
        return triple.predicate, _UNNAMED
    return triple.predicate, tuple(_UNNAMED if isinstance(t, BlankNode) else t for t in known)


def _list_classes(statements: Statements) -> tuple[Iri, ...]:
    kinds = {value for predicate, value in statements if predicate == RDF.type}
    return tuple(sorted(kind for kind in kinds if isinstance(kind, Iri)))


_NO_CLASS: Final = (
    "The file does not say of which class this is, so what that class needs was not checked. "
    "Say it with rdf:type: “a” in Turtle, “@type” in JSON-LD."
)


def _lost_fault(subject: Subject, kind: Iri) -> Fault:
    message = (
        "What is shipped has this as of a class that the file leaves out, so what that class needs "
        "was not checked. Say that it is of this class, too."
    )
    return Fault(subject, Iri(RDF.type), kind, rule=CLASSED, message=message)


def _unchecked_fault(subject: Subject) -> Fault:
    message = (
        "No shape is for the classes of this, so nothing was checked of it. "
        "Use a class of the ontology if there is one for it."
    )
    return Fault(subject, None, None, rule=CLASSED, message=message, severity=Severity.INFO)


def _vocabulary_fault(triple: Triple, *, is_extended: bool) -> Fault:
    message = (
        "The list is of the vocabulary, which is not the file's to describe, so this is no code "
        "of it. Use a code that the list has."
        if is_extended
        else "This is of the vocabulary, which is not the file's to describe; what is shipped "
        "holds. Leave the statement out."
    )
    return Fault(*triple, rule=SHIPPED, message=message)
