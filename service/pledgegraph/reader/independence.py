"""That whoever shares a reading shares it with somebody described."""

from typing import Final

from pledgegraph.reader.links import refuse_strangers
from pledgegraph.reader.node import Node
from pledgegraph.store.port import GraphStore, bind
from pledgegraph.store.term import Iri
from pledgegraph.terms import PLEDGE

_LINKS: Final = """
SELECT ?subject ?other ?graph WHERE { GRAPH ?graph { ?subject ?link ?other } }
ORDER BY ?subject ?other
"""


def check_independence(store: GraphStore, parties: frozenset[str]) -> None:
    """Raise an error where something is said not to be independent of what is none of `parties`."""
    link = PLEDGE.notIndependentOf
    for subject, other, graph in store.select(bind(_LINKS, {"link": Iri(link)})).rows:
        assert other is not None  # no variable of the query is optional
        node = Node(str(subject), str(graph), {link: (other,)})
        refuse_strangers(node, link, parties, kind="document, agent, organisation or campaign")
