"""Places in the text of an edition, and that the quoted words stand there.

Only places that a provision or a statement links are looked at: other things may be located in
other ways, in other files.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pledgegraph.model import Place, TextFile
from pledgegraph.reader.links import linked
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import OA, PLEDGE

_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Places:
    """What the graph says of places, each read only when something is located at it."""

    nodes: Mapping[str, Node]
    selectors: Mapping[str, Node]

    def list_of(self, node: Node, file: TextFile) -> tuple[Place, ...]:
        """Return the places that `node` is located at, all in `file`, in order of its text."""
        iris = node.iris(PLEDGE.locatedAt)
        if not iris:
            raise node.problem(PLEDGE.locatedAt, "it has no value", "at least one place")
        found = (self._place(linked(self.nodes, node, iri), file) for iri in iris)
        return tuple(sorted(found, key=lambda p: (p.start, p.end)))

    def _place(self, node: Node, file: TextFile) -> Place:
        quote, position = self._quote_and_position(node)
        place = Place(
            iri=node.iri,
            exact=quote.text_of(OA.exact),
            start=position.integer_of(OA.start),
            end=position.integer_of(OA.end),
        )
        _compare(node, place, file)
        return place

    def _quote_and_position(self, node: Node) -> tuple[Node, Node]:
        selectors = [linked(self.selectors, node, i) for i in node.iris(OA.hasSelector)]
        quotes = [s for s in selectors if OA.TextQuoteSelector in s.types]
        positions = [s for s in selectors if OA.TextPositionSelector in s.types]
        if len(quotes) != 1 or len(positions) != 1:
            raise node.problem(
                OA.hasSelector,
                f"it has {len(quotes)} quotes and {len(positions)} positions",
                "one of each",
            )
        return quotes[0], positions[0]


def read_places(store: GraphStore) -> Places:
    """Return what the graph says of places, unjudged."""
    return Places(
        nodes=read_nodes(store, OA.SpecificResource),
        selectors=read_nodes(store, OA.TextQuoteSelector, OA.TextPositionSelector),
    )


def _compare(node: Node, place: Place, file: TextFile) -> None:
    source = node.iri_of(OA.hasSource)
    if source != file.iri:
        raise node.problem(
            OA.hasSource, f"it is {source}", f"{file.iri}, the file of the instrument's edition"
        )
    if not place.start < place.end <= len(file.text):
        raise node.problem(
            OA.hasSelector,
            f"it is from {place.start} to {place.end} in a text of {len(file.text)} code points",
            "a start before its end, both within the text",
        )
    found = file.text[place.start : place.end]
    if found != place.exact:
        raise node.problem(
            OA.hasSelector,
            f"it quotes “{_show(place.exact)}”, and from {place.start} to {place.end} the text has "
            f"“{_show(found)}”",
            "the words of the text",
        )


def _show(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
