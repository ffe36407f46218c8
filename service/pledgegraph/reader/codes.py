"""Concepts of the graph: our code lists, and those of others that records link."""

from collections.abc import Mapping
from dataclasses import dataclass

from pledgegraph.model import CodeList, Concept
from pledgegraph.reader.links import linked
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import CODE, DCTERMS, PLEDGE, SKOS


@dataclass(frozen=True, slots=True)
class Codes:
    """The concepts of our code lists, by IRI."""

    concepts: Mapping[str, Concept]

    def list_of(self, node: Node, predicate: str, *, scheme: str) -> tuple[Concept, ...]:
        """Return the codes under `predicate` of `node`, all of the list `scheme`, by position."""
        found = [linked(self.concepts, node, iri) for iri in node.iris(predicate)]
        for concept in found:
            if concept.scheme != CODE[scheme]:
                raise node.problem(
                    predicate, f"{concept.iri} is of another list", f"a code of the list {scheme}"
                )
        return tuple(sorted(found, key=lambda c: c.position))

    def find(self, node: Node, predicate: str, *, scheme: str) -> Concept | None:
        """Return the one code under `predicate` of `node`, of the list `scheme`, or None."""
        node.find_iri(predicate)
        return next(iter(self.list_of(node, predicate, scheme=scheme)), None)

    def get(self, node: Node, predicate: str, *, scheme: str) -> Concept:
        """Return the one code under `predicate` of `node`, of the list `scheme`."""
        found = self.find(node, predicate, scheme=scheme)
        if found is None:
            raise node.problem(predicate, "it has no value", f"a code of the list {scheme}")
        return found


def read_code_lists(store: GraphStore, concepts: Mapping[str, Node]) -> tuple[CodeList, ...]:
    """Return every code list of ours by name, its codes in order of position.

    `concepts` are those of the whole graph, by IRI.
    """
    schemes = _own(read_nodes(store, SKOS.ConceptScheme))
    found: dict[str, list[Concept]] = {iri: [] for iri in schemes}
    for node in _own(concepts).values():
        concept = concept_of(node)
        linked(found, node, concept.scheme).append(concept)
    return tuple(
        CodeList(
            iri=node.iri,
            name=node.iri.removeprefix(CODE.base),
            title=node.text_of(DCTERMS.title),
            description=node.text_of(DCTERMS.description),
            concepts=_by_position(found[node.iri]),
        )
        for node in schemes.values()
    )


def list_concepts(concepts: Mapping[str, Node], *, scheme: str) -> tuple[Concept, ...]:
    """Return those of the `concepts` that are in `scheme`, somebody else's, by position."""
    return _by_position(
        [concept_of(node) for node in concepts.values() if scheme in node.iris(SKOS.inScheme)]
    )


def concept_of(node: Node) -> Concept:
    """Return the concept that `node` describes."""
    return Concept(
        iri=node.iri,
        scheme=node.iri_of(SKOS.inScheme),
        notation=node.text_of(SKOS.notation),
        label=node.text_of(SKOS.prefLabel),
        definition=node.text_of(SKOS.definition),
        position=node.integer_of(PLEDGE.position),
        broader=node.find_iri(SKOS.broader),
        scope_note=node.find_text(SKOS.scopeNote),
        examples=node.texts(SKOS.example),
    )


def _own(nodes: Mapping[str, Node]) -> dict[str, Node]:
    return {iri: node for iri, node in nodes.items() if iri.startswith(CODE.base)}


def _by_position(concepts: list[Concept]) -> tuple[Concept, ...]:
    return tuple(sorted(concepts, key=lambda c: (c.position, c.iri)))
