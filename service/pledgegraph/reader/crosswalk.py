"""Other sets of promises and how the commitments relate to them, from the graph."""

from collections.abc import Mapping

from pledgegraph.model import Clause, CommitmentSet, CrosswalkLink
from pledgegraph.reader.attribution import read_attribution
from pledgegraph.reader.dates import stated_date_of
from pledgegraph.reader.ground import Ground
from pledgegraph.reader.links import iri_among, refuse_namesakes
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.reader.order import natural_key
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, PLEDGE, SCHEMA, SKOS


def read_commitment_sets(store: GraphStore) -> tuple[CommitmentSet, ...]:
    """Return the sets by day of issue, then slug."""
    nodes = read_nodes(store, PLEDGE.CommitmentSet)
    clauses = _read_clauses(store, nodes)
    found = [
        CommitmentSet(
            iri=node.iri,
            slug=node.text_of(DCTERMS.identifier),
            title=node.text_of(DCTERMS.title),
            nature=node.text_of(PLEDGE.nature),
            issued=stated_date_of(node),
            url=node.iri_of(SCHEMA.url),
            clauses=tuple(sorted(clauses[node.iri], key=lambda c: (c.position, c.iri))),
            notes=node.texts(SKOS.editorialNote),
        )
        for node in nodes.values()
    ]
    refuse_namesakes(nodes, {s.iri: s.slug for s in found})
    return tuple(sorted(found, key=lambda s: (s.issued.earliest, s.issued.latest, s.slug)))


def read_crosswalk_links(
    store: GraphStore, ground: Ground, sets: tuple[CommitmentSet, ...]
) -> tuple[CrosswalkLink, ...]:
    """Return the links by provision, columns of comparisons first, then in the order of `sets`."""
    provisions = ground.provisions
    place = {item.iri: number for number, item in enumerate(sets)}
    found = [
        CrosswalkLink(
            iri=node.iri,
            provision=iri_among(node, PLEDGE.linksProvision, provisions, kind="provision"),
            commitment_set=iri_among(node, PLEDGE.linksSet, place, kind="commitment set"),
            clause_cited=node.find_text(PLEDGE.clauseCited),
            relation=ground.codes.get(node, PLEDGE.crosswalkRelation, scheme="crosswalk"),
            because=node.find_text(PLEDGE.because),
            attribution=read_attribution(node, ground),
            sources=node.iris(DCTERMS.source),
        )
        for node in read_nodes(store, PLEDGE.CrosswalkLink).values()
    ]

    def key(link: CrosswalkLink) -> tuple[object, ...]:
        return (*provisions[link.provision].rank, place[link.commitment_set], natural_key(link.iri))

    return tuple(sorted(found, key=key))


def _read_clauses(store: GraphStore, sets: Mapping[str, Node]) -> Mapping[str, list[Clause]]:
    found: dict[str, list[Clause]] = {iri: [] for iri in sets}
    for node in read_nodes(store, PLEDGE.Clause).values():
        of = iri_among(node, PLEDGE.clauseOf, sets, kind="commitment set")
        text = node.text_of(DCTERMS.description)
        found[of].append(Clause(node.iri, text, node.integer_of(PLEDGE.position)))
    return found
