"""Assessments with what they were made by: campaigns, scales, criteria; from the graph."""

from collections.abc import Mapping
from dataclasses import dataclass

from pledgegraph.model import (
    Assessment,
    AssessmentCampaign,
    AssessmentCriterion,
    Concept,
    RatingScale,
    Statement,
)
from pledgegraph.reader.codes import list_concepts
from pledgegraph.reader.dates import find_stated_date
from pledgegraph.reader.evidence import find_quality
from pledgegraph.reader.ground import Ground
from pledgegraph.reader.links import (
    by_iri,
    find_among,
    iri_among,
    iris_among,
    linked,
    refuse_namesakes,
    refuse_strangers,
)
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.reader.order import natural_key
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, EARL, ID, PLEDGE, PROV, SCHEMA, SKOS


@dataclass(frozen=True, slots=True)
class Schemes:
    """What assessments are made by, each by IRI and in its stated order."""

    scales: Mapping[str, RatingScale]
    criteria: Mapping[str, AssessmentCriterion]
    campaigns: Mapping[str, AssessmentCampaign]


@dataclass(frozen=True, slots=True)
class _Known:
    """What an assessment links; `owners` gives the organisation of each possible subject."""

    ground: Ground
    schemes: Schemes
    tests: Mapping[str, AssessmentCriterion | Statement]
    results: Mapping[str, Node]
    owners: Mapping[str, str]


def read_schemes(store: GraphStore, ground: Ground) -> Schemes:
    """Return scales by IRI, criteria by IRI with numbers as numbers, and campaigns by slug."""
    scales = by_iri(_read_scales(store, ground.concepts))
    nodes = read_nodes(store, PLEDGE.AssessmentCampaign)
    criteria = by_iri(_read_criteria(store, ground, nodes))
    campaigns = _read_campaigns(nodes, ground, scales, criteria)
    return Schemes(scales, criteria, by_iri(campaigns))


def _read_scales(store: GraphStore, concepts: Mapping[str, Node]) -> tuple[RatingScale, ...]:
    nodes = read_nodes(store, PLEDGE.RatingScale)
    values = {
        iri: node
        for iri, node in concepts.items()
        if any(scheme in nodes for scheme in node.iris(SKOS.inScheme))
    }
    return tuple(
        RatingScale(
            iri=node.iri,
            title=node.text_of(DCTERMS.title),
            description=node.text_of(DCTERMS.description),
            values=list_concepts(values, scheme=node.iri),
            lowest=node.find_decimal(SCHEMA.worstRating),
            highest=node.find_decimal(SCHEMA.bestRating),
            passed=_list_matching(values, node.iri, EARL.passed),
            failed=_list_matching(values, node.iri, EARL.failed),
        )
        for node in nodes.values()
    )


def _list_matching(values: Mapping[str, Node], scale: str, outcome: str) -> tuple[str, ...]:
    """Return the values of `scale` that come close to an outcome of EARL."""
    return tuple(
        iri
        for iri, node in values.items()
        if scale in node.iris(SKOS.inScheme) and outcome in node.iris(SKOS.closeMatch)
    )


def _read_criteria(
    store: GraphStore, ground: Ground, campaigns: Mapping[str, Node]
) -> tuple[AssessmentCriterion, ...]:
    found = (
        AssessmentCriterion(
            iri=node.iri,
            label=node.text_of(SKOS.prefLabel),
            campaign=find_among(node, DCTERMS.isPartOf, campaigns, kind="assessment campaign"),
            provisions=iris_among(node, SKOS.closeMatch, ground.provisions, kind="provision"),
            notes=node.texts(SKOS.editorialNote),
        )
        for node in read_nodes(store, PLEDGE.AssessmentCriterion).values()
    )
    return tuple(sorted(found, key=lambda c: natural_key(c.iri)))


def _read_campaigns(
    nodes: Mapping[str, Node],
    ground: Ground,
    scales: Mapping[str, RatingScale],
    criteria: Mapping[str, AssessmentCriterion],
) -> tuple[AssessmentCampaign, ...]:
    parts: dict[str, list[AssessmentCriterion]] = {iri: [] for iri in nodes}
    for criterion in criteria.values():
        if criterion.campaign is not None:
            parts[criterion.campaign].append(criterion)
    found = [_campaign(node, ground, scales, tuple(parts[node.iri])) for node in nodes.values()]
    refuse_namesakes(nodes, {c.iri: c.slug for c in found})
    return tuple(sorted(found, key=lambda c: c.slug))


def read_assessments(
    store: GraphStore, ground: Ground, schemes: Schemes, owners: Mapping[str, str]
) -> tuple[Assessment, ...]:
    """Return the assessments by the slug of their organisation, then by IRI.

    Numbers in an IRI count as numbers. `owners` gives, by IRI, the organisation of each version.
    """
    nodes = read_nodes(store, PLEDGE.Assessment)
    results = read_nodes(store, EARL.TestResult)
    for node in nodes.values():
        refuse_strangers(node, DCTERMS.hasPart, nodes, kind="assessment")
    known = _Known(
        ground=ground,
        schemes=schemes,
        tests={**schemes.criteria, **ground.requirements},
        results=results,
        owners={**owners, **{iri: iri for iri in ground.organisations}},
    )
    found = [_assessment(node, known) for node in nodes.values()]

    def key(assessment: Assessment) -> tuple[object, ...]:
        slug = ground.organisations[assessment.organisation].slug
        return (slug, natural_key(assessment.identifier))

    return tuple(sorted(found, key=key))


def _campaign(
    node: Node,
    ground: Ground,
    scales: Mapping[str, RatingScale],
    criteria: tuple[AssessmentCriterion, ...],
) -> AssessmentCampaign:
    return AssessmentCampaign(
        iri=node.iri,
        slug=node.text_of(DCTERMS.identifier),
        title=node.text_of(DCTERMS.title),
        scope=node.text_of(DCTERMS.description),
        assessors=iris_among(node, PROV.wasAssociatedWith, ground.agents, kind="agent"),
        issued=find_stated_date(node),
        url=node.iri_of(SCHEMA.url),
        scales=tuple(linked(scales, node, iri) for iri in node.iris(PLEDGE.usesScale)),
        criteria=criteria,
        findings=node.texts(DCTERMS.abstract),
        not_independent_of=node.iris(PLEDGE.notIndependentOf),
        sources=node.iris(DCTERMS.source),
        notes=node.texts(SKOS.editorialNote),
    )


def _assessment(node: Node, known: _Known) -> Assessment:
    ground, schemes = known.ground, known.schemes
    subject = node.iri_of(EARL.subject)
    scale = linked(schemes.scales, node, node.iri_of(PLEDGE.onScale))
    result = linked(known.results, node, node.iri_of(EARL.result))
    quality, note = find_quality(node, ground.codes)
    return Assessment(
        iri=node.iri,
        identifier=node.iri.removeprefix(ID["assessment/"]),
        assessor=linked(ground.agents, node, node.iri_of(EARL.assertedBy)),
        subject=subject,
        organisation=linked(known.owners, node, subject),
        test=known.tests[iri_among(node, EARL.test, known.tests, kind="requirement or criterion")],
        scale=scale,
        campaign=find_among(node, PLEDGE.inCampaign, schemes.campaigns, kind="assessment campaign"),
        edition=node.text_of(PLEDGE.edition),
        issued=find_stated_date(node),
        as_of=node.find_date(PLEDGE.asOf),
        aspect=ground.codes.get(node, PLEDGE.aspect, scheme="aspect"),
        result_as_stated=node.text_of(PLEDGE.resultAsStated),
        score=result.find_decimal(PLEDGE.score),
        rating=_find_rating(result, scale),
        because=node.find_text(PLEDGE.because),
        parts=node.iris(DCTERMS.hasPart),
        quality=quality,
        quality_note=note,
        is_tabled=node.find_boolean(PLEDGE.isTabled) or False,
        sources=node.iris(DCTERMS.source),
        notes=node.texts(SKOS.editorialNote),
    )


def _find_rating(result: Node, scale: RatingScale) -> Concept | None:
    iri = result.find_iri(PLEDGE.rating)
    return None if iri is None else linked(by_iri(scale.values), result, iri)
