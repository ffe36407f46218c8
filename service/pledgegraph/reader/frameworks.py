"""Frameworks and their versions, from the graph."""

from collections.abc import Mapping, Sequence

from pledgegraph.model import (
    DateClaim,
    Framework,
    FrameworkVersion,
    Organisation,
)
from pledgegraph.reader.chains import index_chains, rank_chain
from pledgegraph.reader.codes import Codes
from pledgegraph.reader.dates import EFFECTIVE, find_stated_date, stated_date_of
from pledgegraph.reader.ground import Ground
from pledgegraph.reader.links import (
    by_iri,
    iri_among,
    iris_among,
    linked,
    refuse_namesakes,
    refuse_none,
    refuse_silence,
)
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCAT, DCTERMS, PLEDGE, SCHEMA, SKOS


def read_frameworks(store: GraphStore, ground: Ground) -> tuple[Framework, ...]:
    """Return the frameworks by the slug of their organisation, then their own."""
    nodes = read_nodes(store, PLEDGE.Framework)
    organisations = ground.organisations
    found = [_framework(node, organisations, nodes) for node in nodes.values()]
    refuse_namesakes(nodes, {f.iri: (f.organisations, f.slug) for f in found})
    return tuple(sorted(found, key=lambda f: (organisations[f.organisations[0]].slug, f.slug)))


def read_versions(
    store: GraphStore, codes: Codes, frameworks: tuple[Framework, ...]
) -> tuple[FrameworkVersion, ...]:
    """Return the versions by framework, then by the days of issue, then what is replaced first."""
    nodes = read_nodes(store, PLEDGE.FrameworkVersion)
    works = {framework.iri: place for place, framework in enumerate(frameworks)}
    rivals = _read_date_claims(store, codes)
    found = [_version(node, codes, works, rivals) for node in nodes.values()]
    refuse_namesakes(nodes, {v.iri: (v.framework, v.slug) for v in found})
    for node in nodes.values():
        for predicate in (DCTERMS.replaces, PLEDGE.reissueOf, PLEDGE.translationOf):
            iris_among(node, predicate, nodes, kind="framework version")
    return _sort_versions(found, works)


def _framework(
    node: Node, organisations: Mapping[str, Organisation], frameworks: Mapping[str, Node]
) -> Framework:
    refuse_none(node, PLEDGE.frameworkOf, expected="at least one organisation")
    return Framework(
        iri=node.iri,
        slug=node.text_of(DCTERMS.identifier),
        title=node.text_of(DCTERMS.title),
        organisations=iris_among(node, PLEDGE.frameworkOf, organisations, kind="organisation"),
        landing_page=node.find_iri(DCAT.landingPage),
        replaces=iris_among(node, PLEDGE.replacesFramework, frameworks, kind="framework"),
        sources=node.iris(DCTERMS.source),
        notes=node.texts(SKOS.editorialNote),
    )


def _version(
    node: Node, codes: Codes, works: Mapping[str, int], rivals: Mapping[str, DateClaim]
) -> FrameworkVersion:
    refuse_silence(node, SCHEMA.url, PLEDGE.noAddressBecause)
    refuse_none(node, DCTERMS.language, expected="at least one language")
    return FrameworkVersion(
        iri=node.iri,
        slug=node.text_of(DCTERMS.identifier),
        framework=iri_among(node, PLEDGE.versionOf, works, kind="framework"),
        label=node.find_text(DCAT.version),
        title=node.text_of(DCTERMS.title),
        issued=stated_date_of(node),
        date_basis=codes.get(node, PLEDGE.dateBasis, scheme="datebasis"),
        effective=find_stated_date(node, EFFECTIVE),
        publication=codes.get(node, PLEDGE.publication, scheme="publication"),
        availability=codes.get(node, PLEDGE.availability, scheme="availability"),
        url=node.find_iri(SCHEMA.url),
        no_address_because=node.find_text(PLEDGE.noAddressBecause),
        media_type=node.find_iri(DCAT.mediaType),
        languages=node.texts(DCTERMS.language),
        replaces=node.iris(DCTERMS.replaces),
        reissue_of=node.find_iri(PLEDGE.reissueOf),
        rival_dates=tuple(linked(rivals, node, iri) for iri in node.iris(PLEDGE.rivalDate)),
        alternative_labels=node.texts(PLEDGE.alternativeLabel),
        sources=node.iris(DCTERMS.source),
        notes=node.texts(SKOS.editorialNote),
        translation_of=node.find_iri(PLEDGE.translationOf),
    )


def _read_date_claims(store: GraphStore, codes: Codes) -> Mapping[str, DateClaim]:
    return by_iri(
        DateClaim(
            iri=node.iri,
            issued=stated_date_of(node),
            basis=codes.get(node, PLEDGE.dateBasis, scheme="datebasis"),
            sources=node.iris(DCTERMS.source),
            notes=node.texts(SKOS.editorialNote),
        )
        for node in read_nodes(store, PLEDGE.DateClaim).values()
    )


def _sort_versions(
    versions: Sequence[FrameworkVersion], works: Mapping[str, int]
) -> tuple[FrameworkVersion, ...]:
    chains = index_chains(versions)

    def key(version: FrameworkVersion) -> tuple[object, ...]:
        return (works[version.framework], *rank_chain(chains[version.iri]), version.iri)

    return tuple(sorted(versions, key=key))
