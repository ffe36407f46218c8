"""Codings of evidence, and what settles where they differ, from the graph."""

from collections.abc import Iterable

from pledgegraph.model import Coding, Evidence, Settlement
from pledgegraph.reader.attribution import read_mode
from pledgegraph.reader.ground import Ground
from pledgegraph.reader.links import by_iri, iri_among, iris_among, linked, refuse_twins
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import PLEDGE

_ROUNDS = (1, 2)
_LINKS = (PLEDGE.codedAsSupporting, PLEDGE.codedAsPartlySupporting, PLEDGE.codedAsContradicting)


def read_codings(
    store: GraphStore, ground: Ground, evidence: tuple[Evidence, ...]
) -> tuple[Coding, ...]:
    """Return the codings in the order of their evidence, then by round."""
    place = _number(by_iri(evidence))
    nodes = read_nodes(store, PLEDGE.Coding)
    found = [_coding(node, ground, place) for node in nodes.values()]
    keys = {c.iri: (c.evidence, c.number) for c in found}
    refuse_twins(nodes, PLEDGE.codingRound, keys, expected="one coding of a piece in a round")
    return tuple(sorted(found, key=lambda c: (place[c.evidence], c.number)))


def read_settlements(
    store: GraphStore, ground: Ground, evidence: tuple[Evidence, ...]
) -> tuple[Settlement, ...]:
    """Return what settles codings that differ, in the order of the evidence."""
    place = _number(by_iri(evidence))
    nodes = read_nodes(store, PLEDGE.Settlement)
    found = [
        Settlement(
            iri=node.iri,
            evidence=iri_among(node, PLEDGE.ofEvidence, place, kind="evidence"),
            because=node.text_of(PLEDGE.because),
            drawn_by=linked(ground.agents, node, node.iri_of(PLEDGE.drawnBy)),
            drawn_on=node.date_of(PLEDGE.drawnOn),
            mode=read_mode(node),
        )
        for node in nodes.values()
    ]
    keys = {s.iri: s.evidence for s in found}
    refuse_twins(nodes, PLEDGE.ofEvidence, keys, expected="one settlement of a piece")
    return tuple(sorted(found, key=lambda s: place[s.evidence]))


def _coding(node: Node, ground: Ground, evidence: dict[str, int]) -> Coding:
    place = _number(ground.statements)
    supports, partly, contradicts = (
        iris_among(node, link, ground.requirements, kind="requirement") for link in _LINKS
    )
    _refuse_two_ways(node, (*supports, *partly, *contradicts))
    return Coding(
        iri=node.iri,
        evidence=iri_among(node, PLEDGE.ofEvidence, evidence, kind="evidence"),
        number=_round(node),
        supports=tuple(sorted(supports, key=place.__getitem__)),
        partly_supports=tuple(sorted(partly, key=place.__getitem__)),
        contradicts=tuple(sorted(contradicts, key=place.__getitem__)),
        drawn_by=linked(ground.agents, node, node.iri_of(PLEDGE.drawnBy)),
        drawn_on=node.date_of(PLEDGE.drawnOn),
        mode=read_mode(node),
    )


def _round(node: Node) -> int:
    number = node.integer_of(PLEDGE.codingRound)
    if number not in _ROUNDS:
        raise node.problem(PLEDGE.codingRound, f"{number} is no round", "1 or 2")
    return number


def _refuse_two_ways(node: Node, linked_to: tuple[str, ...]) -> None:
    twice = sorted(iri for iri in set(linked_to) if linked_to.count(iri) > 1)
    if twice:
        raise node.problem(
            PLEDGE.codedAsSupporting, f"{twice[0]} is coded in two ways", "each requirement once"
        )


def _number(iris: Iterable[str]) -> dict[str, int]:
    return {iri: number for number, iri in enumerate(iris)}
