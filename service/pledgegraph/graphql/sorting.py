"""How each kind of list may be sorted, and by what.

Promises keys made of what a record says, so that a cursor stays good while other records come and
go: never a place in a list.
"""

from datetime import date
from hashlib import sha256
from typing import Any, Final

from pledgegraph import model
from pledgegraph.catalogue import Catalogue, TimelineKind
from pledgegraph.graphql.connections import SortKey
from pledgegraph.graphql.lists import Sorting
from pledgegraph.graphql.orders import (
    AssessmentOrder,
    ChangeOrder,
    EventOrder,
    EvidenceOrder,
    FindingOrder,
    FrameworkVersionOrder,
    OrganisationOrder,
    ProvisionOrder,
    PublicationBoardOrder,
    RuleOrder,
    StatementOrder,
    ThresholdOrder,
)
from pledgegraph.reader.chains import rank_chain
from pledgegraph.reader.order import natural_key
from pledgegraph.severity import Severity
from pledgegraph.status import CellStatus
from pledgegraph.validation.findings import Finding

_LAST: Final = 1_000_000
"""Behind every position and every day: what has none stands last."""


# --- what records are sorted by ------------------------------------------------------------


def _statement(_: Catalogue, statement: model.Statement) -> SortKey:
    return (statement.instrument, statement.position)


def _statement_reversed(_: Catalogue, statement: model.Statement) -> SortKey:
    return (statement.instrument, -statement.position)


def _statement_by_severity(catalogue: Catalogue, statement: model.Statement) -> SortKey:
    ranks = list(Severity)
    rank = len(ranks) if statement.severity is None else ranks.index(statement.severity)
    return (rank, *_statement(catalogue, statement))


def _provision(_: Catalogue, provision: model.Provision) -> SortKey:
    return (provision.instrument, provision.position)


def _provision_by_column(_: Catalogue, provision: model.Provision) -> SortKey:
    return (provision.instrument, *provision.rank)


def _label(_: Catalogue, record: Any) -> SortKey:
    return (record.label.casefold(),)


def _organisation_by_cohort(catalogue: Catalogue, organisation: model.Organisation) -> SortKey:
    return (organisation.endorsement.cohort.position, *_label(catalogue, organisation))


def _framework(catalogue: Catalogue, framework: model.Framework) -> SortKey:
    organisations = catalogue.list_organisations_of(framework)
    return (organisations[0].slug, framework.slug)


def _days(catalogue: Catalogue, version: model.FrameworkVersion) -> tuple[int, int, int]:
    return rank_chain(catalogue.list_chain_of(version))


def _version(catalogue: Catalogue, version: model.FrameworkVersion) -> SortKey:
    framework = catalogue.get_framework_of(version)
    return (*_framework(catalogue, framework), *_days(catalogue, version))


def _version_by_date(catalogue: Catalogue, version: model.FrameworkVersion) -> SortKey:
    return (*_days(catalogue, version), *_version(catalogue, version))


def _version_by_date_reversed(catalogue: Catalogue, version: model.FrameworkVersion) -> SortKey:
    reversed_days = (-number for number in _days(catalogue, version))
    return (*reversed_days, *_version(catalogue, version))


def _threshold(catalogue: Catalogue, threshold: model.Threshold) -> SortKey:
    version = catalogue.get_version_of(threshold)
    return (*_version(catalogue, version), version.slug)


def _threshold_by_risk(catalogue: Catalogue, threshold: model.Threshold) -> SortKey:
    first = min((risk.position for risk in threshold.risks), default=_LAST)
    return (first, *_threshold(catalogue, threshold))


def _newest(issued: model.StatedDate | None) -> tuple[int, int]:
    if issued is None:
        return (_LAST, _LAST)
    return (-issued.earliest.toordinal(), -issued.latest.toordinal())


def _evidence(_: Catalogue, evidence: model.Evidence) -> SortKey:
    return (natural_key(evidence.identifier),)


def _evidence_by_date(catalogue: Catalogue, evidence: model.Evidence) -> SortKey:
    issued = catalogue.get_source_of(evidence).issued
    return (*_newest(issued), *_evidence(catalogue, evidence))


def _bearing(_: Catalogue, bearing: model.Bearing) -> SortKey:
    return (natural_key(bearing.iri),)


def _assessment(catalogue: Catalogue, assessment: model.Assessment) -> SortKey:
    organisation = catalogue.find_node(assessment.organisation)
    assert isinstance(organisation, model.Organisation)  # the reader linked it
    return (organisation.slug, natural_key(assessment.identifier))


def _assessment_by_date(catalogue: Catalogue, assessment: model.Assessment) -> SortKey:
    return (*_newest(assessment.issued), *_assessment(catalogue, assessment))


def _event(_: Catalogue, event: model.Event) -> SortKey:
    if event.start is None:
        return (_LAST, _LAST)
    return (event.start.earliest.toordinal(), event.start.latest.toordinal())


def _event_reversed(_: Catalogue, event: model.Event) -> SortKey:
    return _newest(event.start)


def _deadline(_: Catalogue, deadline: model.Deadline) -> SortKey:
    return ((deadline.due or date.max).toordinal(),)


def _search(_: Catalogue, search: model.Search) -> SortKey:
    return (search.searched_on.toordinal(),)


def _commitment_set(_: Catalogue, found: model.CommitmentSet) -> SortKey:
    return (found.issued.earliest.toordinal(), found.issued.latest.toordinal(), found.slug)


def _crosswalk_link(catalogue: Catalogue, link: model.CrosswalkLink) -> SortKey:
    provision = catalogue.find_node(link.provision)
    linked = catalogue.find_node(link.commitment_set)
    assert isinstance(provision, model.Provision)
    assert isinstance(linked, model.CommitmentSet)
    return (*_provision_by_column(catalogue, provision), *_commitment_set(catalogue, linked))


def _change(catalogue: Catalogue, change: model.Change) -> SortKey:
    version = catalogue.find_node(change.to_version)
    assert isinstance(version, model.FrameworkVersion)
    return _version(catalogue, version)


def _change_by_date_reversed(catalogue: Catalogue, change: model.Change) -> SortKey:
    return (*_newest(catalogue.get_version_after(change).issued), *_change(catalogue, change))


def _timeline_entry(_: Catalogue, entry: Any) -> SortKey:
    day = entry.day
    kinds = list(TimelineKind)
    return (day.earliest.toordinal(), day.latest.toordinal(), kinds.index(entry.kind))


def _in_force(catalogue: Catalogue, row: Any) -> SortKey:
    return _version(catalogue, row.version)


def _compared_threshold(catalogue: Catalogue, row: Any) -> SortKey:
    return _threshold(catalogue, row.threshold)


def _row(catalogue: Catalogue, row: Any) -> SortKey:
    return _label(catalogue, row.organisation)


def _gap(_: Catalogue, gap: Any) -> SortKey:
    return (gap.cell.promise.position,)


def _disagreement(catalogue: Catalogue, found: Any) -> SortKey:
    return (*_label(catalogue, found.organisation), *found.promise.rank, found.kind.value)


def _bearing_by_date(catalogue: Catalogue, bearing: model.Bearing) -> SortKey:
    source = catalogue.get_source_of(catalogue.get_evidence_of(bearing))
    return (*_newest(source.issued), *_bearing(catalogue, bearing))


def _cell_by_status(catalogue: Catalogue, cell: Any) -> SortKey:
    return (list(CellStatus).index(cell.status), *_label(catalogue, cell.organisation))


def _board_row_by_date(catalogue: Catalogue, row: Any) -> SortKey:
    days = (
        (_LAST, _LAST)
        if row.issued is None
        else (row.issued.earliest.toordinal(), row.issued.latest.toordinal())
    )
    return (*days, *_row(catalogue, row))


def _rule(catalogue: Catalogue, rule: model.Rule) -> SortKey:
    return catalogue.rule_keys[rule.iri]


def _rule_by_severity(catalogue: Catalogue, rule: model.Rule) -> SortKey:
    return (list(Severity).index(rule.severity), *_rule(catalogue, rule))


def _finding(catalogue: Catalogue, finding: Finding) -> SortKey:
    return (list(Severity).index(finding.severity), *_finding_by_requirement(catalogue, finding))


def _finding_by_requirement(catalogue: Catalogue, finding: Finding) -> SortKey:
    statements = (catalogue.find_node(iri) for iri in finding.requirements)
    positions = (s.position for s in statements if isinstance(s, model.Statement))
    place = min(positions, default=_LAST)
    rank = list(Severity).index(finding.severity)
    return (place, rank, natural_key(finding.shape), finding.focus, finding.path or "")


def _name_finding(finding: Finding) -> str:
    # All that it says tells it from others of its report, which a cursor need not hold in full.
    return sha256(repr(finding).encode("utf-8", "replace")).hexdigest()[:16]


# --- the orders of each list ---------------------------------------------------------------

INSTRUMENTS: Final = Sorting("instruments", {"identifier": lambda _, i: (i.identifier,)})
CODE_LISTS: Final = Sorting("codeLists", {"name": lambda _, code_list: (code_list.name,)})
STATEMENTS: Final = Sorting(
    "statements",
    {
        StatementOrder.POSITION: _statement,
        StatementOrder.POSITION_REVERSED: _statement_reversed,
        StatementOrder.SEVERITY: _statement_by_severity,
    },
)
PROVISIONS: Final = Sorting(
    "provisions",
    {ProvisionOrder.POSITION: _provision, ProvisionOrder.COLUMN: _provision_by_column},
)
ORGANISATIONS: Final = Sorting(
    "organisations",
    {OrganisationOrder.LABEL: _label, OrganisationOrder.COHORT: _organisation_by_cohort},
)
FRAMEWORKS: Final = Sorting("frameworks", {"slug": _framework})
VERSIONS: Final = Sorting(
    "frameworkVersions",
    {
        FrameworkVersionOrder.FRAMEWORK: _version,
        FrameworkVersionOrder.ISSUED: _version_by_date,
        FrameworkVersionOrder.ISSUED_REVERSED: _version_by_date_reversed,
    },
)
VERSIONS_IN_FORCE: Final = Sorting(
    "versionsInForce",
    {"framework": _in_force},
    id_of=lambda row: str(row.version.iri),
)
CHANGES: Final = Sorting(
    "changes",
    {ChangeOrder.VERSION: _change, ChangeOrder.ISSUED_REVERSED: _change_by_date_reversed},
)
TIMELINE: Final = Sorting("timeline", {"day": _timeline_entry})
SILENT_REVISIONS: Final = Sorting("silentRevisions", {"label": _row})
REQUIREMENT_STEPS: Final = Sorting("requirementSteps", {"version": _in_force})
THRESHOLDS: Final = Sorting(
    "thresholds",
    {ThresholdOrder.VERSION: _threshold, ThresholdOrder.RISK: _threshold_by_risk},
)
COMPARED_THRESHOLDS: Final = Sorting("comparedThresholds", {"version": _compared_threshold})
THRESHOLD_SIDES: Final = Sorting(
    "thresholdSides",
    {"label": _row},
    id_of=lambda side: str(side.organisation.iri),
)
SEARCH_HITS: Final = Sorting("searchHits", {"score": lambda _, hit: (hit.score,)})
DOCUMENTS: Final = Sorting("documents", {"slug": lambda _, document: (document.slug,)})
EVIDENCE: Final = Sorting(
    "evidence",
    {EvidenceOrder.ORGANISATION: _evidence, EvidenceOrder.PUBLISHED: _evidence_by_date},
)
BEARINGS: Final = Sorting("bearings", {"evidence": _bearing})
CLAIMS: Final = Sorting("claims", {"version": lambda _, claim: (natural_key(claim.iri),)})
EXAMPLES: Final = Sorting("examples", {"published": _bearing_by_date})
ROWS: Final = Sorting("rows", {"label": _row})
GAPS: Final = Sorting("gaps", {"position": _gap})
DISAGREEMENTS: Final = Sorting("disagreements", {"label": _disagreement})
CELLS: Final = Sorting("cells", {"status": _cell_by_status})
ASSESSMENTS: Final = Sorting(
    "assessments",
    {
        AssessmentOrder.ORGANISATION: _assessment,
        AssessmentOrder.PUBLISHED: _assessment_by_date,
    },
)
ASSESSORS: Final = Sorting("assessors", {"label": _label})
CAMPAIGNS: Final = Sorting("assessmentCampaigns", {"slug": lambda _, campaign: (campaign.slug,)})
CRITERIA: Final = Sorting("criteria", {"label": _label})
SCALES: Final = Sorting("ratingScales", {"title": lambda _, scale: (scale.title.casefold(),)})
EVENTS: Final = Sorting(
    "events",
    {EventOrder.START: _event, EventOrder.START_REVERSED: _event_reversed},
)
DEADLINES: Final = Sorting("deadlines", {"due": _deadline})
SEARCHES: Final = Sorting("searches", {"day": _search})
COMMITMENT_SETS: Final = Sorting("commitmentSets", {"issued": _commitment_set})
CROSSWALK_LINKS: Final = Sorting("crosswalkLinks", {"provision": _crosswalk_link})
RULES: Final = Sorting("rules", {RuleOrder.SUBJECT: _rule, RuleOrder.SEVERITY: _rule_by_severity})
FINDINGS: Final = Sorting(
    "findings",
    {FindingOrder.SEVERITY: _finding, FindingOrder.REQUIREMENT: _finding_by_requirement},
    id_of=_name_finding,
)
BOARD_ROWS: Final = Sorting(
    "publicationBoardRows",
    {PublicationBoardOrder.LABEL: _row, PublicationBoardOrder.ISSUED: _board_row_by_date},
)
