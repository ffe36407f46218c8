"""What changed between versions, with what became of each commitment, from the graph."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pledgegraph.model import Change, ChangeItem, FrameworkVersion
from pledgegraph.reader.attribution import read_attribution
from pledgegraph.reader.ground import Ground
from pledgegraph.reader.links import find_among, iri_among, iris_among, refuse_twins
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.reader.order import natural_key
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, PLEDGE


@dataclass(frozen=True, slots=True)
class Texts:
    """What a change links: versions by IRI in their order, IRIs of evidence and of documents."""

    versions: Mapping[str, FrameworkVersion]
    evidence: frozenset[str]
    documents: frozenset[str]


def read_changes(store: GraphStore, ground: Ground, texts: Texts) -> tuple[Change, ...]:
    """Return the changes in the order of the versions that they lead to, items by their numbers."""
    nodes = read_nodes(store, PLEDGE.Change)
    items = _read_items(store, ground, texts, nodes)
    found = [_change(node, ground, texts, items.get(node.iri, ())) for node in nodes.values()]
    refuse_twins(
        nodes,
        PLEDGE.changeTo,
        {c.iri: c.to_version for c in found},
        expected="one change that leads to a version",
    )
    leading_to = {c.to_version: c for c in found}
    return tuple(leading_to[iri] for iri in texts.versions if iri in leading_to)


def _change(node: Node, ground: Ground, texts: Texts, items: tuple[ChangeItem, ...]) -> Change:
    kind = "framework version"
    return Change(
        iri=node.iri,
        from_version=iri_among(node, PLEDGE.changeFrom, texts.versions, kind=kind),
        to_version=iri_among(node, PLEDGE.changeTo, texts.versions, kind=kind),
        description=node.text_of(DCTERMS.description),
        reasons_stated=node.find_boolean(PLEDGE.reasonsStated),
        sources=node.iris(DCTERMS.source),
        items=items,
        affects=iris_among(
            node, PLEDGE.affectsApproachTo, ground.promises, kind="provision or statement"
        ),
        reasons=iris_among(node, PLEDGE.reason, texts.evidence, kind="evidence"),
        accounts=iris_among(node, PLEDGE.accountedBy, texts.documents, kind="document"),
    )


def _read_items(
    store: GraphStore, ground: Ground, texts: Texts, changes: Mapping[str, Node]
) -> Mapping[str, tuple[ChangeItem, ...]]:
    nodes = read_nodes(store, PLEDGE.ChangeItem)
    for node in changes.values():
        iris_among(node, PLEDGE.hasItem, nodes, kind="change item")
    owners = {iri: node.iri for node in changes.values() for iri in node.iris(PLEDGE.hasItem)}
    found: dict[str, list[ChangeItem]] = defaultdict(list)
    for node in nodes.values():
        if node.iri not in owners:
            raise node.problem(PLEDGE.hasItem, "no change has this item", "one change that has it")
        found[owners[node.iri]].append(_item(node, owners[node.iri], ground, texts))
    return {
        iri: tuple(sorted(items, key=lambda i: natural_key(i.iri))) for iri, items in found.items()
    }


def _item(node: Node, change: str, ground: Ground, texts: Texts) -> ChangeItem:
    codes = ground.codes
    places = texts.documents | frozenset(texts.versions)
    return ChangeItem(
        iri=node.iri,
        change=change,
        description=node.text_of(DCTERMS.description),
        direction=codes.get(node, PLEDGE.direction, scheme="direction"),
        requirements=iris_among(
            node, PLEDGE.aboutRequirement, ground.requirements, kind="requirement"
        ),
        materiality=codes.list_of(node, PLEDGE.materiality, scheme="materiality"),
        disclosure=codes.find(node, PLEDGE.disclosure, scheme="disclosure"),
        before=find_among(node, PLEDGE.before, texts.evidence, kind="evidence"),
        after=find_among(node, PLEDGE.after, texts.evidence, kind="evidence"),
        reasons=iris_among(node, PLEDGE.reason, texts.evidence, kind="evidence"),
        relocated_to=iris_among(
            node, PLEDGE.relocatedTo, places, kind="document or framework version"
        ),
        attribution=read_attribution(node, ground),
        locator=node.find_text(PLEDGE.locator),
        sources=node.iris(DCTERMS.source),
    )
