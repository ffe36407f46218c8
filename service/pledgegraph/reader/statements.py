"""Provisions, normative statements and the readings of these, from the graph."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from pledgegraph.model import (
    Agent,
    Concept,
    Place,
    Provision,
    ProvisionKind,
    Reading,
    Statement,
    StatementKind,
)
from pledgegraph.reader.editions import sort_places
from pledgegraph.reader.node import Node, linked, read_nodes
from pledgegraph.severity import Severity, derive_severity
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, ID, PLEDGE, PROV, RDFS, SH, SKOS

T = TypeVar("T")


def read_provisions(store: GraphStore, places: Mapping[str, Place]) -> tuple[Provision, ...]:
    """Return the provisions by instrument, then position."""
    classes = {PLEDGE[kind.value]: kind for kind in ProvisionKind}
    found = [
        Provision(
            iri=node.iri,
            instrument=_instrument_in(node, ID["provision/"]),
            identifier=node.text_of(DCTERMS.identifier),
            kind=_kind(node, classes, general=PLEDGE.Provision),
            label=node.text_of(SKOS.prefLabel),
            position=node.integer_of(PLEDGE.position),
            column=node.find_integer(PLEDGE.columnOrder),
            part_of=node.find_iri(DCTERMS.isPartOf),
            places=sort_places(node, places),
        )
        for node in read_nodes(store, *classes).values()
    ]
    return tuple(sorted(found, key=lambda p: (p.instrument, p.position)))


def read_statements(
    store: GraphStore,
    concepts: Mapping[str, Concept],
    places: Mapping[str, Place],
    provisions: Mapping[str, Provision],
) -> tuple[Statement, ...]:
    """Return the normative statements by instrument, then position."""
    classes = {PLEDGE[kind.value]: kind for kind in StatementKind}
    nodes = read_nodes(store, *classes)
    defaults = {iri for node in nodes.values() for iri in node.iris(PLEDGE.defaultReading)}
    known = _Known(concepts, places, provisions, _read_readings(store, defaults))
    found = (_statement(node, _kind(node, classes), known) for node in nodes.values())
    return tuple(sorted(found, key=lambda s: (s.instrument, s.position)))


@dataclass(frozen=True, slots=True)
class _Known:
    """What statements link, by IRI."""

    concepts: Mapping[str, Concept]
    places: Mapping[str, Place]
    provisions: Mapping[str, Provision]
    readings: Mapping[str, Reading]

    def codes(self, node: Node, predicate: str) -> tuple[Concept, ...]:
        """Return the codes under `predicate` of `node`, by position."""
        found = (linked(self.concepts, node, iri) for iri in node.iris(predicate))
        return tuple(sorted(found, key=lambda c: c.position))


def _statement(node: Node, kind: StatementKind, known: _Known) -> Statement:
    provision = linked(known.provisions, node, node.iri_of(PLEDGE.statedIn))
    modality = linked(known.concepts, node, node.iri_of(PLEDGE.modality))
    qualifiers, loci = known.codes(node, PLEDGE.qualifier), known.codes(node, PLEDGE.locus)
    reason = derive_severity(
        modality=modality.notation,
        qualifiers=[q.notation for q in qualifiers],
        loci=[c.notation for c in loci],
        is_best_practice=provision.kind is ProvisionKind.BEST_PRACTICE,
    )
    return Statement(
        iri=node.iri,
        instrument=provision.instrument,
        identifier=node.text_of(DCTERMS.identifier),
        kind=kind,
        provision=provision.iri,
        position=node.integer_of(PLEDGE.position),
        verbatim=node.text_of(PLEDGE.verbatim),
        places=sort_places(node, known.places),
        modality=modality,
        qualifiers=qualifiers,
        polarity=next(iter(known.codes(node, PLEDGE.polarity)), None),
        action=node.text_of(PLEDGE.action),
        object=node.text_of(PLEDGE.object),
        triggers=known.codes(node, PLEDGE.appliesWhen),
        applies_when=node.find_text(PLEDGE.appliesWhenText),
        depends_on=node.iris(PLEDGE.dependsOn),
        exceptions=node.iris(PLEDGE.hasException),
        outcome=node.find_iri(PLEDGE.partOfOutcome),
        loci=loci,
        severity=_find_severity(node, PLEDGE.defaultSeverity),
        severity_because=reason.because,
        unchecked_because=node.find_text(PLEDGE.uncheckedBecause),
        examples=node.texts(SKOS.example),
        readings=_sorted_readings(node, known.readings),
    )


def _read_readings(store: GraphStore, defaults: set[str]) -> Mapping[str, Reading]:
    agents = read_nodes(store, PROV.Agent, PROV.Organization, PROV.Person, PROV.SoftwareAgent)
    return {
        node.iri: Reading(
            iri=node.iri,
            identifier=node.text_of(DCTERMS.identifier),
            question=node.text_of(PLEDGE.question),
            interpretation=node.text_of(DCTERMS.description),
            is_default=node.iri in defaults,
            attributed_to=_agent(linked(agents, node, node.iri_of(PROV.wasAttributedTo))),
            created=node.date_of(DCTERMS.created),
            implied_severity=_find_severity(node, PLEDGE.impliesSeverity),
        )
        for node in read_nodes(store, PLEDGE.Reading).values()
    }


def _agent(node: Node) -> Agent:
    return Agent(node.iri, node.text_of(RDFS.label), node.find_text(DCTERMS.description))


def _sorted_readings(node: Node, readings: Mapping[str, Reading]) -> tuple[Reading, ...]:
    found = (linked(readings, node, iri) for iri in node.iris(PLEDGE.reading))
    return tuple(sorted(found, key=lambda r: (int(r.identifier[1:]), not r.is_default, r.iri)))


def _find_severity(node: Node, predicate: str) -> Severity | None:
    iri = node.find_iri(predicate)
    if iri is None:
        return None
    name = iri.removeprefix(SH.base)
    if name not in set(Severity):
        raise node.problem(predicate, f"{iri} is no severity of SHACL", ", ".join(Severity))
    return Severity(name)


def _kind(node: Node, classes: Mapping[str, T], *, general: str | None = None) -> T:
    # A subclass beats the general class that is stated beside it.
    found = sorted(node.types & set(classes))
    special = [c for c in found if c != general] or found
    if len(special) != 1:
        raise node.problem("type", f"it is of {len(special)} kinds", "one kind")
    return classes[special[0]]


def _instrument_in(node: Node, base: str) -> str:
    return node.iri.removeprefix(base).partition("/")[0]
