"""Who said, published or judged something, from the graph."""

from collections.abc import Mapping
from typing import Final

from pledgegraph.model import Agent, Organisation
from pledgegraph.reader.links import by_iri, find_among
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.store.port import GraphStore, bind
from pledgegraph.store.term import Iri
from pledgegraph.terms import DCTERMS, EARL, ORG, PLEDGE, PROV, RDFS, SKOS

_ASSESSORS: Final = """
SELECT DISTINCT ?agent WHERE { ?assessment a ?class ; ?by ?agent }
"""

_CLASSES: Final = (
    ORG.FormalOrganization,
    PROV.Agent,
    PROV.Organization,
    PROV.Person,
    PROV.SoftwareAgent,
)


def read_agents(
    store: GraphStore, organisations: Mapping[str, Organisation]
) -> Mapping[str, Agent]:
    """Return the agents by IRI, in order of their IRIs: all but signatories and governments.

    `organisations` are the signatories, by IRI; an organisation that is none is an agent.
    """
    nodes = read_nodes(store, *_CLASSES)
    assessors = _read_assessors(store)
    return by_iri(
        _agent(node, assessors, organisations)
        for node in nodes.values()
        if node.iri not in organisations and PLEDGE.Government not in node.types
    )


def _read_assessors(store: GraphStore) -> frozenset[str]:
    terms = {"class": Iri(PLEDGE.Assessment), "by": Iri(EARL.assertedBy)}
    return frozenset(str(agent) for (agent,) in store.select(bind(_ASSESSORS, terms)).rows)


def _agent(
    node: Node, assessors: frozenset[str], organisations: Mapping[str, Organisation]
) -> Agent:
    is_formal = ORG.FormalOrganization in node.types
    return Agent(
        iri=node.iri,
        label=node.text_of(SKOS.prefLabel if is_formal else RDFS.label),
        description=node.find_text(DCTERMS.description),
        part_of=find_among(node, ORG.subOrganizationOf, organisations, kind="organisation"),
        is_assessor=node.iri in assessors,
        not_independent_of=node.iris(PLEDGE.notIndependentOf),
        sources=node.iris(DCTERMS.source),
        notes=node.texts(SKOS.editorialNote),
    )
