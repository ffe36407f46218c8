"""Documents, the evidence in them and which way it points, from the graph."""

from pledgegraph.model import Bearing, Concept, Document, Evidence
from pledgegraph.reader.attribution import read_attribution
from pledgegraph.reader.codes import Codes
from pledgegraph.reader.dates import find_stated_date
from pledgegraph.reader.ground import Ground
from pledgegraph.reader.links import (
    iri_among,
    iris_among,
    refuse_namesakes,
    refuse_none,
    refuse_silence,
)
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.reader.order import natural_key
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, PLEDGE, SCHEMA, SKOS


def read_documents(store: GraphStore, ground: Ground) -> tuple[Document, ...]:
    """Return the documents by slug."""
    publishers = frozenset([*ground.agents, *ground.organisations])
    nodes = read_nodes(store, PLEDGE.Document)
    found = [_document(node, ground.codes, publishers) for node in nodes.values()]
    refuse_namesakes(nodes, {d.iri: d.slug for d in found})
    return tuple(sorted(found, key=lambda d: d.slug))


def read_evidence(
    store: GraphStore, ground: Ground, sources: frozenset[str]
) -> tuple[Evidence, ...]:
    """Return the evidence by identifier, its numbers as numbers.

    `sources` are the IRIs of documents and framework versions.
    """
    nodes = read_nodes(store, PLEDGE.Evidence)
    found = [_evidence(node, ground, sources) for node in nodes.values()]
    refuse_namesakes(nodes, {e.iri: e.identifier for e in found})
    return tuple(sorted(found, key=lambda e: natural_key(e.identifier)))


def read_bearings(
    store: GraphStore, ground: Ground, evidence: tuple[Evidence, ...]
) -> tuple[Bearing, ...]:
    """Return the bearings in the order of their evidence, then by IRI."""
    promises = ground.promises
    place = {item.iri: number for number, item in enumerate(evidence)}
    found = [
        Bearing(
            iri=node.iri,
            evidence=iri_among(node, PLEDGE.ofEvidence, place, kind="evidence"),
            bears_on=iri_among(node, PLEDGE.bearsOn, promises, kind="provision or statement"),
            direction=ground.codes.get(node, PLEDGE.direction, scheme="bearing"),
            attribution=read_attribution(node, ground),
            because=node.find_text(PLEDGE.because),
        )
        for node in read_nodes(store, PLEDGE.Bearing).values()
    ]
    return tuple(sorted(found, key=lambda b: (place[b.evidence], b.iri)))


def find_quality(node: Node, codes: Codes) -> tuple[Concept | None, str | None]:
    """Return what to bear in mind about the source of `node`: the code and its note, or neither."""
    quality = codes.find(node, PLEDGE.sourceQuality, scheme="quality")
    note = node.find_text(PLEDGE.qualityNote)
    if (quality is None) != (note is None):
        missing = PLEDGE.qualityNote if note is None else PLEDGE.sourceQuality
        raise node.problem(missing, "it has no value", "sourceQuality and qualityNote, or neither")
    return quality, note


def _document(node: Node, codes: Codes, publishers: frozenset[str]) -> Document:
    refuse_silence(node, SCHEMA.url, PLEDGE.noAddressBecause)
    return Document(
        iri=node.iri,
        slug=node.text_of(DCTERMS.identifier),
        title=node.text_of(DCTERMS.title),
        publisher=iri_among(node, DCTERMS.publisher, publishers, kind="agent or organisation"),
        issued=find_stated_date(node),
        url=node.find_iri(SCHEMA.url),
        no_address_because=node.find_text(PLEDGE.noAddressBecause),
        availability=codes.get(node, PLEDGE.availability, scheme="availability"),
        not_independent_of=node.iris(PLEDGE.notIndependentOf),
        notes=node.texts(SKOS.editorialNote),
    )


def _evidence(node: Node, ground: Ground, sources: frozenset[str]) -> Evidence:
    refuse_silence(node, PLEDGE.locator, PLEDGE.noLocatorBecause)
    refuse_none(node, PLEDGE.aboutOrganisation, expected="at least one organisation")
    quality, note = find_quality(node, ground.codes)
    return Evidence(
        iri=node.iri,
        identifier=node.text_of(DCTERMS.identifier),
        statement=node.text_of(PLEDGE.statement),
        source=iri_among(node, PLEDGE.passageOf, sources, kind="document or framework version"),
        locator=node.find_text(PLEDGE.locator),
        no_locator_because=node.find_text(PLEDGE.noLocatorBecause),
        organisations=iris_among(
            node, PLEDGE.aboutOrganisation, ground.organisations, kind="organisation"
        ),
        kind=ground.codes.get(node, PLEDGE.evidenceType, scheme="evidence"),
        quality=quality,
        quality_note=note,
        notes=node.texts(SKOS.editorialNote),
    )
