"""Instruments with their editions, the texts of those, and places in the texts."""

from collections.abc import Mapping

from pledgegraph.model import Edition, Instrument, Place, StatedDate, TextFile
from pledgegraph.reader.node import Node, linked, read_nodes
from pledgegraph.store.files import SourceFile
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, OA, PLEDGE, SCHEMA, SPDX


def read_places(store: GraphStore) -> Mapping[str, Place]:
    """Return every place in a text, by its IRI."""
    selectors = read_nodes(store, OA.TextQuoteSelector, OA.TextPositionSelector)
    return {
        node.iri: _place(node, [linked(selectors, node, i) for i in node.iris(OA.hasSelector)])
        for node in read_nodes(store, OA.SpecificResource).values()
    }


def _place(node: Node, selectors: list[Node]) -> Place:
    quotes = [s for s in selectors if OA.TextQuoteSelector in s.types]
    positions = [s for s in selectors if OA.TextPositionSelector in s.types]
    if len(quotes) != 1 or len(positions) != 1:
        raise node.problem(
            OA.hasSelector,
            f"it has {len(quotes)} quotes and {len(positions)} positions",
            "one of each",
        )
    return Place(
        iri=node.iri,
        exact=quotes[0].text_of(OA.exact),
        start=positions[0].integer_of(OA.start),
        end=positions[0].integer_of(OA.end),
    )


def sort_places(node: Node, places: Mapping[str, Place]) -> tuple[Place, ...]:
    """Return the places that `node` is located at, in order of the text."""
    found = (linked(places, node, iri) for iri in node.iris(PLEDGE.locatedAt))
    return tuple(sorted(found, key=lambda p: (p.start, p.end)))


def read_instruments(store: GraphStore, files: tuple[SourceFile, ...]) -> tuple[Instrument, ...]:
    """Return the instruments by identifier, each with its edition and that edition's text.

    `files` gives the texts, which are found by their SHA-256.
    """
    texts = {f.sha256: f for f in files if not f.is_turtle}
    checksums = read_nodes(store, SPDX.Checksum)
    held = read_nodes(store, PLEDGE.DocumentFile)
    editions = {
        node.iri_of(PLEDGE.editionOf): (node, linked(held, node, node.iri_of(PLEDGE.hasFile)))
        for node in read_nodes(store, PLEDGE.InstrumentEdition).values()
    }
    found = []
    for node in read_nodes(store, PLEDGE.Instrument).values():
        if node.iri not in editions:
            raise node.problem(PLEDGE.editionOf, "no edition is of this instrument", "one edition")
        edition, file = editions[node.iri]
        checksum = linked(checksums, file, file.iri_of(SPDX.checksum))
        found.append(
            Instrument(
                iri=node.iri,
                identifier=node.text_of(DCTERMS.identifier),
                title=node.text_of(DCTERMS.title),
                description=node.text_of(DCTERMS.description),
                edition=_edition(edition, _text_file(file, checksum, texts)),
            )
        )
    return tuple(sorted(found, key=lambda i: i.identifier))


def _edition(node: Node, file: TextFile) -> Edition:
    return Edition(
        iri=node.iri,
        label=node.text_of(DCTERMS.title),
        issued=_stated_date(node),
        url=node.iri_of(SCHEMA.url),
        licence=node.iri_of(DCTERMS.license),
        attribution=node.text_of(DCTERMS.bibliographicCitation),
        file=file,
    )


def _text_file(node: Node, checksum: Node, texts: Mapping[str, SourceFile]) -> TextFile:
    sha256 = checksum.text_of(SPDX.checksumValue)
    if sha256 not in texts:
        raise node.problem(
            SPDX.checksum,
            f"no text in data/ has the SHA-256 {sha256[:16]}…",
            "the file's own checksum: the text was changed, or is missing",
        )
    return TextFile(
        iri=node.iri,
        sha256=sha256,
        retrieved_from=node.find_iri(PLEDGE.retrievedFrom),
        text=texts[sha256].content.decode("utf-8"),
    )


def _stated_date(node: Node) -> StatedDate:
    return StatedDate(
        stated=node.text_of(DCTERMS.issued),
        earliest=node.date_of(PLEDGE.issuedEarliest),
        latest=node.date_of(PLEDGE.issuedLatest),
    )
