"""Code lists and their concepts, from the graph."""

from pledgegraph.model import CodeList, Concept
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import CODE, DCTERMS, PLEDGE, SKOS


def read_code_lists(store: GraphStore) -> tuple[CodeList, ...]:
    """Return every code list of ours by name, its concepts in order of position."""
    concepts = [
        _concept(n) for n in read_nodes(store, SKOS.Concept).values() if n.iri.startswith(CODE.base)
    ]
    schemes = read_nodes(store, SKOS.ConceptScheme).values()
    return tuple(
        CodeList(
            iri=node.iri,
            name=node.iri.removeprefix(CODE.base),
            title=node.text_of(DCTERMS.title),
            description=node.text_of(DCTERMS.description),
            concepts=tuple(
                sorted((c for c in concepts if c.scheme == node.iri), key=lambda c: c.position)
            ),
        )
        for node in schemes
        if node.iri.startswith(CODE.base)
    )


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
