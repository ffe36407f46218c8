"""Normative statements, from the graph."""

from collections.abc import Mapping
from dataclasses import dataclass

from pledgegraph.model import (
    Concept,
    Event,
    Instrument,
    Provision,
    ProvisionKind,
    Reading,
    Statement,
    StatementKind,
)
from pledgegraph.reader.codes import Codes
from pledgegraph.reader.links import kind_of, linked, refuse_namesakes, refuse_strangers
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.reader.places import Places
from pledgegraph.reader.readings import find_severity, sort_readings
from pledgegraph.severity import Severity, SeverityReason, derive_severity
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, PLEDGE, SKOS


@dataclass(frozen=True, slots=True)
class Context:
    """What statements link: codes; instruments by identifier, everything else by IRI."""

    codes: Codes
    readings: Mapping[str, Reading]
    instruments: Mapping[str, Instrument]
    provisions: Mapping[str, Provision]
    events: Mapping[str, Event]
    places: Places


def read_statements(store: GraphStore, known: Context) -> tuple[Statement, ...]:
    """Return the normative statements by instrument, then position."""
    classes = {PLEDGE[kind.value]: kind for kind in StatementKind}
    nodes = read_nodes(store, *classes)
    found = [_statement(n, kind_of(n, classes), known) for n in nodes.values()]
    refuse_namesakes(nodes, {s.iri: (s.instrument, s.identifier) for s in found})
    _check_links(nodes, found, known)
    return tuple(sorted(found, key=lambda s: (s.instrument, s.position)))


def _statement(node: Node, kind: StatementKind, known: Context) -> Statement:
    provision = linked(known.provisions, node, node.iri_of(PLEDGE.statedIn))
    modality = known.codes.get(node, PLEDGE.modality, scheme="modality")
    qualifiers = known.codes.list_of(node, PLEDGE.qualifier, scheme="qualifier")
    loci = known.codes.list_of(node, PLEDGE.locus, scheme="locus")
    reason = _severity_reason(node, provision, modality, qualifiers, loci)
    file = known.instruments[provision.instrument].edition.file
    return Statement(
        iri=node.iri,
        instrument=provision.instrument,
        identifier=node.text_of(DCTERMS.identifier),
        kind=kind,
        provision=provision.iri,
        position=node.integer_of(PLEDGE.position),
        verbatim=node.text_of(PLEDGE.verbatim),
        places=known.places.list_of(node, file),
        modality=modality,
        qualifiers=qualifiers,
        polarity=_polarity(node, kind, known),
        action=node.text_of(PLEDGE.action),
        object=node.text_of(PLEDGE.object),
        triggers=known.codes.list_of(node, PLEDGE.appliesWhen, scheme="trigger"),
        applies_when=node.find_text(PLEDGE.appliesWhenText),
        depends_on=node.iris(PLEDGE.dependsOn),
        exceptions=node.iris(PLEDGE.hasException),
        outcome=node.find_iri(PLEDGE.partOfOutcome),
        loci=loci,
        severity=_severity(node, reason),
        severity_because=reason.because,
        unchecked_because=node.find_text(PLEDGE.uncheckedBecause),
        examples=node.texts(SKOS.example),
        readings=sort_readings(node, known.readings),
    )


def _polarity(node: Node, kind: StatementKind, known: Context) -> Concept | None:
    if kind is StatementKind.REQUIREMENT:
        return known.codes.get(node, PLEDGE.polarity, scheme="polarity")
    return known.codes.find(node, PLEDGE.polarity, scheme="polarity")


def _severity_reason(
    node: Node,
    provision: Provision,
    modality: Concept,
    qualifiers: tuple[Concept, ...],
    loci: tuple[Concept, ...],
) -> SeverityReason:
    try:
        return derive_severity(
            modality=modality.notation,
            qualifiers=[q.notation for q in qualifiers],
            loci=[c.notation for c in loci],
            is_best_practice=provision.kind is ProvisionKind.BEST_PRACTICE,
        )
    except KeyError as error:
        raise node.problem(
            PLEDGE.modality,
            f"the rule of severity does not know “{modality.notation}”",
            "a modality that it knows",
        ) from error


def _severity(node: Node, reason: SeverityReason) -> Severity | None:
    stored = find_severity(node, PLEDGE.defaultSeverity)
    if stored is not reason.severity:
        because = reason.because.removesuffix(".")
        raise node.problem(
            PLEDGE.defaultSeverity,
            f"it has {stored or 'no value'}, and the words give {reason.severity or 'none'} "
            f"({because})",
            reason.severity or "no value",
        )
    return stored


def _check_links(nodes: Mapping[str, Node], statements: list[Statement], known: Context) -> None:
    presupposed = frozenset([*nodes, *known.provisions, *known.events])
    clauses = frozenset(s.iri for s in statements if s.kind is StatementKind.EXCEPTION_CLAUSE)
    outcomes = frozenset(
        p.iri for p in known.provisions.values() if p.kind is ProvisionKind.OUTCOME
    )
    for statement in statements:
        node = nodes[statement.iri]
        refuse_strangers(node, PLEDGE.dependsOn, presupposed, kind="statement, provision or event")
        refuse_strangers(node, PLEDGE.hasException, clauses, kind="exception clause")
        refuse_strangers(node, PLEDGE.partOfOutcome, outcomes, kind="outcome")
        if statement.exceptions and statement.kind is not StatementKind.REQUIREMENT:
            raise node.problem(
                PLEDGE.hasException, f"it is of the kind {statement.kind}", "a requirement"
            )
