"""Instruments with their editions, and the texts of those."""

from collections.abc import Mapping

from pledgegraph.errors import DataError
from pledgegraph.model import Edition, Instrument, TextFile
from pledgegraph.reader.dates import stated_date_of
from pledgegraph.reader.links import linked, refuse_namesakes, refuse_twins
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.store.files import SourceFile
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, PLEDGE, SCHEMA, SPDX


def read_instruments(store: GraphStore, files: tuple[SourceFile, ...]) -> tuple[Instrument, ...]:
    """Return the instruments by identifier, each with its edition and that edition's text.

    `files` gives the texts, which are found by their SHA-256.
    """
    nodes = read_nodes(store, PLEDGE.Instrument)
    if not nodes:
        raise DataError(problem="there is no instrument", expected="a pledge:Instrument in data/")
    editions = _read_editions(store, nodes, files)
    found = [_instrument(node, editions) for node in nodes.values()]
    refuse_namesakes(nodes, {i.iri: i.identifier for i in found})
    return tuple(sorted(found, key=lambda i: i.identifier))


def _instrument(node: Node, editions: Mapping[str, Edition]) -> Instrument:
    if node.iri not in editions:
        raise node.problem(PLEDGE.editionOf, "no edition is of this instrument", "one edition")
    return Instrument(
        iri=node.iri,
        identifier=node.text_of(DCTERMS.identifier),
        title=node.text_of(DCTERMS.title),
        description=node.text_of(DCTERMS.description),
        edition=editions[node.iri],
    )


def _read_editions(
    store: GraphStore, instruments: Mapping[str, Node], files: tuple[SourceFile, ...]
) -> Mapping[str, Edition]:
    """Return the one edition of each instrument, by the instrument's IRI."""
    texts = {f.sha256: f for f in files if not f.is_turtle}
    checksums = read_nodes(store, SPDX.Checksum)
    held = read_nodes(store, PLEDGE.DocumentFile)
    nodes = read_nodes(store, PLEDGE.InstrumentEdition)
    of = {n.iri: linked(instruments, n, n.iri_of(PLEDGE.editionOf)).iri for n in nodes.values()}
    refuse_twins(nodes, PLEDGE.editionOf, of, expected="one edition of each instrument")
    found = {}
    for node in nodes.values():
        file = linked(held, node, node.iri_of(PLEDGE.hasFile))
        checksum = linked(checksums, file, file.iri_of(SPDX.checksum))
        found[of[node.iri]] = _edition(node, _text_file(file, checksum, texts))
    return found


def _edition(node: Node, file: TextFile) -> Edition:
    return Edition(
        iri=node.iri,
        label=node.text_of(DCTERMS.title),
        issued=stated_date_of(node),
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
    try:
        text = texts[sha256].content.decode("utf-8")
    except UnicodeDecodeError as error:
        name = texts[sha256].name
        raise node.problem(SPDX.checksum, f"{name} is no UTF-8", "a text in UTF-8") from error
    return TextFile(
        iri=node.iri,
        sha256=sha256,
        retrieved_from=node.find_iri(PLEDGE.retrievedFrom),
        text=text,
    )
