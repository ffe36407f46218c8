"""Organisations with their countries and their endorsement, from the graph."""

from collections.abc import Mapping
from dataclasses import dataclass

from pledgegraph.model import (
    COUNTRIES,
    Concept,
    Endorsement,
    Headquartering,
    Instrument,
    Organisation,
)
from pledgegraph.reader.codes import Codes, list_concepts
from pledgegraph.reader.dates import find_stated_date
from pledgegraph.reader.links import (
    by_iri,
    iri_among,
    iris_among,
    linked,
    refuse_namesakes,
    refuse_twins,
)
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, ORG, PLEDGE, SCHEMA, SKOS


@dataclass(frozen=True, slots=True)
class _Parts:
    """What organisations are read with: each by the organisation's IRI."""

    headquarterings: Mapping[str, tuple[Headquartering, ...]]
    endorsements: Mapping[str, Endorsement]


def read_organisations(
    store: GraphStore,
    codes: Codes,
    *,
    concepts: Mapping[str, Node],
    instruments: tuple[Instrument, ...],
) -> tuple[Organisation, ...]:
    """Return the organisations that endorsed an instrument by label, whatever the case.

    `concepts` are those of the whole graph: countries are among them.
    """
    nodes = read_nodes(store, ORG.FormalOrganization)
    countries = by_iri(list_concepts(concepts, scheme=COUNTRIES))
    parts = _Parts(
        headquarterings=_read_headquarterings(store, nodes, countries),
        endorsements=_read_endorsements(store, nodes, codes, instruments),
    )
    found = [_organisation(nodes[iri], parts) for iri in parts.endorsements]
    refuse_namesakes(nodes, {o.iri: o.slug for o in found})
    return tuple(sorted(found, key=lambda o: (o.label.casefold(), o.slug)))


def _organisation(node: Node, parts: _Parts) -> Organisation:
    return Organisation(
        iri=node.iri,
        slug=node.text_of(DCTERMS.identifier),
        label=node.text_of(SKOS.prefLabel),
        legal_name=node.find_text(SCHEMA.legalName),
        aliases=node.texts(SKOS.altLabel),
        homepage=node.find_iri(SCHEMA.url),
        headquarterings=parts.headquarterings.get(node.iri, ()),
        endorsement=parts.endorsements[node.iri],
        sources=node.iris(DCTERMS.source),
        notes=node.texts(SKOS.editorialNote),
    )


def _read_headquarterings(
    store: GraphStore, organisations: Mapping[str, Node], countries: Mapping[str, Concept]
) -> Mapping[str, tuple[Headquartering, ...]]:
    found: dict[str, list[Headquartering]] = {}
    for node in read_nodes(store, PLEDGE.Headquartering).values():
        iri = iri_among(node, PLEDGE.headquarteredOrganisation, organisations, kind="organisation")
        country = linked(countries, node, node.iri_of(PLEDGE.inCountry))
        sources = node.iris(DCTERMS.source)
        found.setdefault(iri, []).append(Headquartering(node.iri, iri, country, sources))
    return {
        iri: tuple(sorted(seats, key=lambda h: h.country.notation)) for iri, seats in found.items()
    }


def _read_endorsements(
    store: GraphStore,
    organisations: Mapping[str, Node],
    codes: Codes,
    instruments: tuple[Instrument, ...],
) -> Mapping[str, Endorsement]:
    nodes = read_nodes(store, PLEDGE.Endorsement)
    endorsed = by_iri(instruments)
    editions = by_iri(i.edition for i in instruments)
    found = [
        Endorsement(
            iri=node.iri,
            organisation=iri_among(node, PLEDGE.endorsedBy, organisations, kind="organisation"),
            instrument=iri_among(node, PLEDGE.endorses, endorsed, kind="instrument"),
            cohort=codes.get(node, PLEDGE.cohort, scheme="cohort"),
            listed_in=iris_among(node, PLEDGE.listedIn, editions, kind="edition"),
            issued=find_stated_date(node),
            sources=node.iris(DCTERMS.source),
            notes=node.texts(SKOS.editorialNote),
        )
        for node in nodes.values()
    ]
    refuse_twins(
        nodes,
        PLEDGE.endorsedBy,
        {e.iri: e.organisation for e in found},
        expected="one endorsement of each organisation",
    )
    return {e.organisation: e for e in found}
