"""The columns of each table about organisations: their names are stable, as clients rely on them.

A date is three columns: as stated, earliest, latest. Sources and notes are lists in one cell.
"""

from collections.abc import Callable, Mapping
from typing import Final

from pledgegraph.model import Concept
from pledgegraph.web.organisations.assessments import AssessmentEntry, name_test
from pledgegraph.web.organisations.dossier import Dossier
from pledgegraph.web.organisations.evidence import BearingEntry
from pledgegraph.web.organisations.frameworks import VersionEntry
from pledgegraph.web.organisations.thresholds import ThresholdEntry
from pledgegraph.web.spreadsheet import Columns, date_columns, format_csv


def _count(directions: tuple[tuple[Concept, int], ...], direction: str) -> int:
    return next(n for concept, n in directions if concept.notation == direction)


ORGANISATIONS: Final[Columns[Dossier]] = (
    ("organisation", lambda d: d.organisation.slug),
    ("label", lambda d: d.organisation.label),
    ("legal_name", lambda d: d.organisation.legal_name),
    ("cohort", lambda d: d.organisation.endorsement.cohort.notation),
    *date_columns("endorsed", lambda d: d.organisation.endorsement.issued, Dossier),
    ("countries", lambda d: [h.country.notation for h in d.organisation.headquarterings]),
    ("frameworks", lambda d: [f.framework.title for f in d.frameworks]),
    ("versions", lambda d: len(d.versions)),
    (
        "current_versions",
        lambda d: [f"{v.framework.title}, {v.name}" for v in d.current_versions],
    ),
    ("current_issued", lambda d: [v.version.issued.stated for v in d.current_versions]),
    ("current_urls", lambda d: [v.version.url for v in d.current_versions if v.version.url]),
    ("thresholds_current", lambda d: len(d.current_thresholds)),
    ("thresholds_former", lambda d: len(d.thresholds) - len(d.current_thresholds)),
    ("evidence", lambda d: len(d.evidence)),
    ("bearings_supporting", lambda d: _count(d.directions, "supports")),
    ("bearings_partly_supporting", lambda d: _count(d.directions, "partly-supports")),
    ("bearings_contradicting", lambda d: _count(d.directions, "contradicts")),
    ("requirement_bearings_supporting", lambda d: _count(d.links, "supports")),
    ("requirement_bearings_partly_supporting", lambda d: _count(d.links, "partly-supports")),
    ("requirement_bearings_contradicting", lambda d: _count(d.links, "contradicts")),
    ("voices", lambda d: d.voices),
    ("assessments", lambda d: len(d.assessments)),
    ("search_found", lambda d: [s.publication.notation for s in d.searches]),
    ("searched_on", lambda d: [s.searched_on.isoformat() for s in d.searches]),
    ("search_description", lambda d: [s.description for s in d.searches if s.description]),
    ("iri", lambda d: d.organisation.iri),
)
"""One row an organisation; the bearings that name no requirement are on whole provisions."""

EVIDENCE: Final[Columns[BearingEntry]] = (
    ("organisation", lambda b: b.organisation.slug),
    ("evidence", lambda b: b.evidence.identifier),
    ("provision", lambda b: b.provision.identifier),
    ("requirement", lambda b: b.requirement.identifier if b.requirement else None),
    ("direction", lambda b: b.bearing.direction.notation),
    ("statement", lambda b: b.evidence.statement),
    ("kind", lambda b: b.evidence.kind.notation),
    ("source_title", lambda b: b.source.title),
    ("source_url", lambda b: b.source.url),
    ("source_no_url_because", lambda b: b.source.no_address_because),
    ("publisher", lambda b: b.publisher.label),
    *date_columns("issued", lambda b: b.source.issued, BearingEntry),
    ("locator", lambda b: b.evidence.locator),
    ("no_locator_because", lambda b: b.evidence.no_locator_because),
    ("quality", lambda b: b.evidence.quality.notation if b.evidence.quality else None),
    ("quality_note", lambda b: b.evidence.quality_note),
    ("notes", lambda b: b.evidence.notes),
    ("drawn_by", lambda b: b.bearing.attribution.drawn_by.label),
    ("drawn_on", lambda b: b.bearing.attribution.drawn_on),
    ("mode", lambda b: b.bearing.attribution.mode),
    ("review_state", lambda b: b.bearing.attribution.review_state.notation),
    ("because", lambda b: b.bearing.because),
    ("evidence_iri", lambda b: b.evidence.iri),
    ("bearing_iri", lambda b: b.bearing.iri),
    ("source_iri", lambda b: b.source.iri),
)
"""One row a bearing: a piece of evidence has one for a provision, and one a requirement."""

VERSIONS: Final[Columns[VersionEntry]] = (
    ("organisation", lambda v: v.organisation.slug),
    ("framework", lambda v: v.framework.slug),
    ("framework_title", lambda v: v.framework.title),
    ("version", lambda v: v.version.slug),
    ("label", lambda v: v.version.label),
    ("title", lambda v: v.version.title),
    ("is_current", lambda v: v.is_current),
    ("publication", lambda v: v.version.publication.notation),
    *date_columns("issued", lambda v: v.version.issued, VersionEntry),
    ("date_basis", lambda v: v.version.date_basis.notation),
    ("rival_dates", lambda v: [claim.issued.stated for claim in v.version.rival_dates]),
    *date_columns("effective", lambda v: v.version.effective, VersionEntry),
    ("availability", lambda v: v.version.availability.notation),
    ("url", lambda v: v.version.url),
    ("no_url_because", lambda v: v.version.no_address_because),
    ("media_type", lambda v: v.version.media_type),
    ("languages", lambda v: v.version.languages),
    ("alternative_labels", lambda v: v.version.alternative_labels),
    ("replaces", lambda v: [replaced.iri for replaced in v.replaces]),
    ("reissue_of", lambda v: v.version.reissue_of),
    ("translation_of", lambda v: v.version.translation_of),
    # An empty cell where none was recorded: the text may set some.
    ("thresholds", lambda v: v.thresholds or None),
    ("changed_from", lambda v: v.change.from_version if v.change else None),
    ("what_changed", lambda v: v.change.description if v.change else None),
    ("reasons_stated", lambda v: v.change.reasons_stated if v.change else None),
    ("sources", lambda v: v.version.sources),
    ("notes", lambda v: v.version.notes),
    ("version_iri", lambda v: v.version.iri),
)
"""One row a version, in order."""

THRESHOLDS: Final[Columns[ThresholdEntry]] = (
    ("organisation", lambda t: t.organisation.slug),
    ("framework", lambda t: t.framework.slug),
    ("version", lambda t: t.set_by.version.slug),
    ("is_current", lambda t: t.set_by.is_current),
    ("threshold", lambda t: t.threshold.slug),
    ("label", lambda t: t.threshold.label),
    ("risks", lambda t: [risk.notation for risk in t.threshold.risks]),
    ("domains", lambda t: [domain.notation for domain in t.domains]),
    ("description", lambda t: t.threshold.description),
    ("consequence", lambda t: t.threshold.consequence),
    ("bases", lambda t: [basis.kind.notation for basis in t.threshold.bases]),
    ("criteria", lambda t: [b.criterion for b in t.threshold.bases if b.criterion]),
    ("metrics", lambda t: [b.quantity.metric for b in t.threshold.bases if b.quantity]),
    (
        "comparators",
        lambda t: [b.quantity.comparator.notation for b in t.threshold.bases if b.quantity],
    ),
    ("values", lambda t: [str(b.quantity.value) for b in t.threshold.bases if b.quantity]),
    ("units", lambda t: [b.quantity.unit for b in t.threshold.bases if b.quantity]),
    (
        "crossed_where",
        lambda t: [
            "not met" if b.is_acceptance else "met" for b in t.threshold.bases if b.quantity
        ],
    ),
    ("assessability", lambda t: t.threshold.assessability.notation),
    ("rationale_given", lambda t: t.threshold.rationale_given),
    ("example_given", lambda t: t.threshold.example_given),
    ("locator", lambda t: t.threshold.locator),
    ("sources", lambda t: t.threshold.sources),
    ("notes", lambda t: t.threshold.notes),
    ("threshold_iri", lambda t: t.threshold.iri),
)
"""One row a threshold, those of current versions first."""

ASSESSMENTS: Final[Columns[AssessmentEntry]] = (
    ("organisation", lambda a: a.organisation.slug),
    ("assessment", lambda a: a.assessment.identifier),
    ("campaign", lambda a: a.campaign.slug if a.campaign else None),
    ("assessor", lambda a: a.assessment.assessor.label),
    ("criterion", lambda a: name_test(a.assessment.test)),
    ("result_as_stated", lambda a: a.assessment.result_as_stated),
    ("rating", lambda a: a.assessment.rating.label if a.assessment.rating else None),
    ("score", lambda a: a.assessment.score),
    ("scale", lambda a: a.assessment.scale.title),
    ("scale_lowest", lambda a: a.assessment.scale.lowest),
    ("scale_highest", lambda a: a.assessment.scale.highest),
    ("aspect", lambda a: a.assessment.aspect.notation),
    ("edition", lambda a: a.assessment.edition),
    *date_columns("issued", lambda a: a.assessment.issued, AssessmentEntry),
    ("as_of", lambda a: a.assessment.as_of),
    ("subject", lambda a: a.assessment.subject),
    ("because", lambda a: a.assessment.because),
    ("parts", lambda a: [part.identifier for part in a.parts]),
    ("quality", lambda a: a.assessment.quality.notation if a.assessment.quality else None),
    ("quality_note", lambda a: a.assessment.quality_note),
    ("is_tabled", lambda a: a.assessment.is_tabled),
    ("sources", lambda a: a.assessment.sources),
    ("notes", lambda a: a.assessment.notes),
    ("criterion_iri", lambda a: a.assessment.test.iri),
    ("assessment_iri", lambda a: a.assessment.iri),
)
"""One row an assessment."""


TABLES: Final[Mapping[str, Callable[[Dossier], str]]] = {
    "evidence": lambda dossier: format_csv(EVIDENCE, dossier.bearings),
    "versions": lambda dossier: format_csv(VERSIONS, dossier.versions),
    "thresholds": lambda dossier: format_csv(THRESHOLDS, dossier.thresholds),
    "assessments": lambda dossier: format_csv(ASSESSMENTS, dossier.assessments),
}
"""The tables of one organisation as CSV, by their names in addresses."""
