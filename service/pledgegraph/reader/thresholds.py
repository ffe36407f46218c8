"""Thresholds with their bases, from the graph."""

from collections.abc import Mapping
from dataclasses import dataclass

from pledgegraph.model import FrameworkVersion, Quantity, Threshold, ThresholdBasis
from pledgegraph.reader.codes import Codes
from pledgegraph.reader.links import linked, refuse_namesakes, refuse_none
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, PLEDGE, QUDT, SKOS


@dataclass(frozen=True, slots=True)
class _Parts:
    """What thresholds are made of, by IRI; `versions` is the version that defines each."""

    codes: Codes
    bases: Mapping[str, Node]
    metrics: Mapping[str, Node]
    values: Mapping[str, Node]
    assessabilities: Mapping[str, Node]
    versions: Mapping[str, str]


def read_thresholds(
    store: GraphStore, codes: Codes, versions: tuple[FrameworkVersion, ...]
) -> tuple[Threshold, ...]:
    """Return the thresholds in the order of the versions that define them, then by IRI."""
    nodes = read_nodes(store, PLEDGE.Threshold)
    parts = _Parts(
        codes=codes,
        bases=read_nodes(store, PLEDGE.ThresholdBasis),
        metrics=read_nodes(store, PLEDGE.ThresholdMetric),
        values=read_nodes(store, QUDT.QuantityValue),
        assessabilities=read_nodes(store, PLEDGE.Assessability),
        versions=_read_definitions(store, nodes),
    )
    found = [_threshold(node, parts) for node in nodes.values()]
    refuse_namesakes(nodes, {t.iri: (t.version, t.slug) for t in found})
    place = {version.iri: number for number, version in enumerate(versions)}
    return tuple(sorted(found, key=lambda t: (place[t.version], t.iri)))


def _read_definitions(store: GraphStore, thresholds: Mapping[str, Node]) -> Mapping[str, str]:
    """Return the version that defines each threshold, by the threshold's IRI."""
    found: dict[str, str] = {}
    for node in read_nodes(store, PLEDGE.FrameworkVersion).values():
        for iri in node.iris(PLEDGE.definesThreshold):
            linked(thresholds, node, iri)
            if iri in found:
                raise node.problem(
                    PLEDGE.definesThreshold,
                    f"{found[iri]} defines {iri} too",
                    "each threshold in one version",
                )
            found[iri] = node.iri
    return found


def _threshold(node: Node, parts: _Parts) -> Threshold:
    if node.iri not in parts.versions:
        raise node.problem(PLEDGE.definesThreshold, "no version defines it", "one version")
    refuse_none(node, PLEDGE.concernsRisk, expected="a code of the list risk")
    refuse_none(node, PLEDGE.hasBasis, expected="at least one basis")
    assessability = linked(parts.assessabilities, node, node.iri_of(PLEDGE.assessability))
    bases = [_basis(linked(parts.bases, node, i), parts) for i in node.iris(PLEDGE.hasBasis)]
    return Threshold(
        iri=node.iri,
        slug=node.text_of(DCTERMS.identifier),
        version=parts.versions[node.iri],
        label=node.text_of(SKOS.prefLabel),
        description=node.text_of(DCTERMS.description),
        consequence=node.find_text(PLEDGE.consequence),
        risks=parts.codes.list_of(node, PLEDGE.concernsRisk, scheme="risk"),
        bases=tuple(sorted(bases, key=lambda b: (b.kind.position, b.iri))),
        assessability=parts.codes.get(
            assessability, PLEDGE.assessabilityStatus, scheme="assessability"
        ),
        rationale_given=node.find_boolean(PLEDGE.rationaleGiven),
        example_given=node.find_boolean(PLEDGE.exampleGiven),
        locator=node.find_text(PLEDGE.locator),
        sources=node.iris(DCTERMS.source),
        notes=node.texts(SKOS.editorialNote),
    )


def _basis(node: Node, parts: _Parts) -> ThresholdBasis:
    return ThresholdBasis(
        iri=node.iri,
        kind=parts.codes.get(node, PLEDGE.basisType, scheme="basis"),
        criterion=node.find_text(PLEDGE.criterion),
        quantity=_find_quantity(node, parts),
        is_acceptance=node.find_boolean(PLEDGE.isAcceptance) or False,
    )


def _find_quantity(node: Node, parts: _Parts) -> Quantity | None:
    predicates = (PLEDGE.metric, PLEDGE.comparator, PLEDGE.value)
    if not any(predicate in node.values for predicate in predicates):
        return None
    metric = linked(parts.metrics, node, node.iri_of(PLEDGE.metric))
    value = linked(parts.values, node, node.iri_of(PLEDGE.value))
    return Quantity(
        metric=metric.text_of(SKOS.prefLabel),
        comparator=parts.codes.get(node, PLEDGE.comparator, scheme="comparator"),
        value=value.decimal_of(QUDT.numericValue),
        unit=value.iri_of(QUDT.hasUnit),
    )
