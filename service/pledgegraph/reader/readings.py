"""Readings, the answers to open questions about the words, from the graph."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from pledgegraph.model import Agent, Reading
from pledgegraph.reader.links import linked
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.severity import Severity
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, PLEDGE, PROV, SH

_NUMBER: Final = re.compile(r"N[0-9]{1,6}")


def read_readings(store: GraphStore, agents: Mapping[str, Agent]) -> Mapping[str, Reading]:
    """Return every reading by its IRI, none of them a default: that is up to each statement."""
    return {
        node.iri: Reading(
            iri=node.iri,
            identifier=_identifier(node),
            question=node.text_of(PLEDGE.question),
            interpretation=node.text_of(DCTERMS.description),
            is_default=False,
            attributed_to=linked(agents, node, node.iri_of(PROV.wasAttributedTo)),
            created=node.date_of(DCTERMS.created),
            implied_severity=find_severity(node, PLEDGE.impliesSeverity),
        )
        for node in read_nodes(store, PLEDGE.Reading).values()
    }


def sort_readings(node: Node, readings: Mapping[str, Reading]) -> tuple[Reading, ...]:
    """Return the readings of the statement `node`: by question, those it follows first."""
    iris = node.iris(PLEDGE.reading)
    defaults = node.iris(PLEDGE.defaultReading)
    for iri in defaults:
        if iri not in iris:
            raise node.problem(
                PLEDGE.defaultReading,
                f"{iri} is none of its readings",
                "one that it links by pledge:reading",
            )
    found = [replace(linked(readings, node, i), is_default=i in defaults) for i in iris]
    return tuple(sorted(found, key=lambda r: (int(r.identifier[1:]), not r.is_default, r.iri)))


def find_severity(node: Node, predicate: str) -> Severity | None:
    """Return the severity of SHACL under `predicate`, or None."""
    iri = node.find_iri(predicate)
    if iri is None:
        return None
    name = iri.removeprefix(SH.base)
    if name not in set(Severity):
        raise node.problem(predicate, f"{iri} is no severity of SHACL", ", ".join(Severity))
    return Severity(name)


def _identifier(node: Node) -> str:
    identifier = node.text_of(DCTERMS.identifier)
    if not _NUMBER.fullmatch(identifier):
        raise node.problem(
            DCTERMS.identifier,
            f"“{identifier}” is no number of a question",
            "N and digits, such as N4",
        )
    return identifier
