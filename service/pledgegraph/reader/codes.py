"""Code lists and their concepts, from the graph."""

from collections.abc import Mapping

from pledgegraph.model import CodeList, Concept
from pledgegraph.reader.node import Node, linked, read_nodes
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import CODE, DCTERMS, PLEDGE, SKOS


def read_code_lists(store: GraphStore) -> tuple[CodeList, ...]:
    """Return every code list of ours by name, its concepts in order of position."""
    schemes = _own(read_nodes(store, SKOS.ConceptScheme))
    concepts: dict[str, list[Concept]] = {iri: [] for iri in schemes}
    for node in _own(read_nodes(store, SKOS.Concept)).values():
        concept = _concept(node)
        linked(concepts, node, concept.scheme).append(concept)
    return tuple(
        CodeList(
            iri=node.iri,
            name=node.iri.removeprefix(CODE.base),
            title=node.text_of(DCTERMS.title),
            description=node.text_of(DCTERMS.description),
            concepts=tuple(sorted(concepts[node.iri], key=lambda c: c.position)),
        )
        for node in schemes.values()
    )


def _own(nodes: Mapping[str, Node]) -> dict[str, Node]:
    return {iri: node for iri, node in nodes.items() if iri.startswith(CODE.base)}


def _concept(node: Node) -> Concept:
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
