"""What the data says of itself as a whole, from the graph."""

from pledgegraph.model import DatasetRecord
from pledgegraph.reader.node import read_nodes
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCAT, DCTERMS, PLEDGE, RDF


def find_dataset(store: GraphStore) -> DatasetRecord | None:
    """Return the record of the dataset, or None where the data holds none."""
    nodes = tuple(read_nodes(store, DCAT.Dataset).values())
    if not nodes:
        return None
    node, *others = nodes
    if others:
        raise node.problem(RDF.type, f"{others[0].iri} is a dataset too", "one dataset")
    return DatasetRecord(
        iri=node.iri,
        title=node.text_of(DCTERMS.title),
        description=node.text_of(DCTERMS.description),
        known_to=node.date_of(PLEDGE.knownTo),
    )
