"""Provisions, the addressable parts of an instrument, from the graph."""

from collections.abc import Mapping

from pledgegraph.model import Instrument, Provision, ProvisionKind
from pledgegraph.reader.links import kind_of, linked, refuse_namesakes, refuse_strangers
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.reader.places import Places
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, PLEDGE, SKOS


def read_provisions(
    store: GraphStore, instruments: tuple[Instrument, ...], places: Places
) -> tuple[Provision, ...]:
    """Return the provisions by instrument, then position."""
    classes = {PLEDGE[kind.value]: kind for kind in ProvisionKind}
    nodes = read_nodes(store, *classes)
    owners = _read_owners(store, instruments, nodes)
    found = []
    for node in nodes.values():
        if node.iri not in owners:
            raise node.problem(PLEDGE.hasProvision, "no instrument has it", "one instrument")
        refuse_strangers(node, DCTERMS.isPartOf, nodes, kind="provision")
        kind = kind_of(node, classes, general=PLEDGE.Provision)
        found.append(_provision(node, kind, owners[node.iri], places))
    refuse_namesakes(nodes, {p.iri: (p.instrument, p.identifier) for p in found})
    return tuple(sorted(found, key=lambda p: (p.instrument, p.position)))


def _provision(
    node: Node, kind: ProvisionKind, instrument: Instrument, places: Places
) -> Provision:
    return Provision(
        iri=node.iri,
        instrument=instrument.identifier,
        identifier=node.text_of(DCTERMS.identifier),
        kind=kind,
        label=node.text_of(SKOS.prefLabel),
        position=node.integer_of(PLEDGE.position),
        column=node.find_integer(PLEDGE.columnOrder),
        part_of=node.find_iri(DCTERMS.isPartOf),
        places=places.list_of(node, instrument.edition.file),
    )


def _read_owners(
    store: GraphStore, instruments: tuple[Instrument, ...], provisions: Mapping[str, Node]
) -> Mapping[str, Instrument]:
    """Return the instrument that has each provision, by the provision's IRI."""
    nodes = read_nodes(store, PLEDGE.Instrument)
    owners: dict[str, Instrument] = {}
    for instrument in instruments:
        node = nodes[instrument.iri]
        for iri in node.iris(PLEDGE.hasProvision):
            linked(provisions, node, iri)
            if iri in owners:
                raise node.problem(
                    PLEDGE.hasProvision,
                    f"{owners[iri].iri} has {iri} too",
                    "each provision in one instrument",
                )
            owners[iri] = instrument
    return owners
