"""Questions about what others judged, by which criteria and on which scales.

Promises answers by organisation, verdicts kept apart and never averaged. Imports no third party.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pledgegraph.catalogue.links import group
from pledgegraph.catalogue.matching import check_known, having_text, holds, index_texts
from pledgegraph.catalogue.nearest import list_nearest
from pledgegraph.catalogue.organisations import OrganisationCatalogue
from pledgegraph.errors import NotFound
from pledgegraph.model import (
    Agent,
    Assessment,
    AssessmentCampaign,
    AssessmentCriterion,
    Organisation,
    Statement,
)
from pledgegraph.reader import Records
from pledgegraph.terms import ID


@dataclass(frozen=True, slots=True)
class AssessmentFilter:
    """Which assessments are wanted: every part given must hold; within a part, any value.

    Organisations and campaigns are slugs; assessors and scales are IRIs or what follows
    `id/agent/` and `id/scale/` in these. So are criteria, after `id/criterion/`; requirements that
    are judged by are named among them by their IRIs. Provisions are identifiers, and keep what is
    judged by a criterion near to one of them, or by a requirement in it. `is_tabled` asks for what
    was read in a campaign's table, or for the rest; `is_newest` for the newest edition of what one
    assessor judged of one subject by one criterion, or for the older ones. `text` is looked for in
    identifier, criterion, result and reason, whatever the case.
    """

    organisations: tuple[str, ...] | None = None
    assessors: tuple[str, ...] | None = None
    campaigns: tuple[str, ...] | None = None
    scales: tuple[str, ...] | None = None
    criteria: tuple[str, ...] | None = None
    provisions: tuple[str, ...] | None = None
    is_tabled: bool | None = None
    is_newest: bool | None = None
    text: str | None = None


class AssessmentCatalogue(OrganisationCatalogue):
    """The part of the catalogue that knows assessments and what they are made by."""

    def __init__(self, records: Records) -> None:
        """Index the assessments, campaigns, scales and criteria of `records`."""
        super().__init__(records)
        self.assessments = records.assessments
        self.campaigns = records.campaigns
        self.scales = records.scales
        self.criteria = records.criteria
        self._assessments = {a.identifier: a for a in records.assessments}
        self._campaigns = {c.slug: c for c in records.campaigns}
        self._assessors = tuple(a for a in records.agents if a.is_assessor)
        self._tests = tuple(
            dict.fromkeys(
                [*(c.iri for c in records.criteria), *(a.test.iri for a in self.assessments)]
            )
        )
        self._campaigns_by = group((iri, c) for c in records.campaigns for iri in c.assessors)
        self._assessments_of = group((a.organisation, a) for a in records.assessments)
        self._assessments_in = group((a.campaign or "", a) for a in records.assessments)
        self._assessments_by = group((a.assessor.iri, a) for a in records.assessments)
        judged_in = {(a.organisation, a.campaign) for a in records.assessments}
        self._campaigns_about = group(
            (o.iri, c)
            for o in records.organisations
            for c in records.campaigns
            if (o.iri, c.iri) in judged_in
        )
        self._newest = _index_newest(records.assessments)
        self._texts_of_assessments = index_texts(
            (a.iri, (a.identifier, _name(a.test), a.result_as_stated, a.because))
            for a in records.assessments
        )

    def get_assessment(self, identifier: str) -> Assessment:
        """Return the assessment `identifier`, such as `g42/1`.

        Raises:
            NotFound: there is none; with the nearest identifiers.
        """
        if identifier not in self._assessments:
            nearest = list_nearest(identifier, self._assessments)
            raise NotFound(kind="assessment", given=identifier, nearest=nearest)
        return self._assessments[identifier]

    def get_campaign(self, slug: str) -> AssessmentCampaign:
        """Return the campaign `slug`, such as `fli-2024`.

        Raises:
            NotFound: there is none; with the nearest slugs.
        """
        if slug not in self._campaigns:
            nearest = list_nearest(slug, self._campaigns)
            raise NotFound(kind="assessment campaign", given=slug, nearest=nearest)
        return self._campaigns[slug]

    def list_assessments(
        self, wanted: AssessmentFilter, *, among: Iterable[Assessment] | None = None
    ) -> tuple[Assessment, ...]:
        """Return the wanted assessments by the slug of their organisation, then by identifier.

        Where `among` is given, only what it holds is looked through, and comes in its order.

        Raises:
            InvalidArgument: a name in `wanted` is unknown; with the known ones.
        """
        self._check_organisations(wanted.organisations)
        self._check_provisions(wanted.provisions)
        check_known("campaign", wanted.campaigns, self._campaigns)
        assessors = tuple(a.iri for a in self._assessors)
        scales = tuple(s.iri for s in self.scales)
        by_iri = replace(
            wanted,
            assessors=_to_iris("assessor", "agent/", wanted.assessors, assessors),
            campaigns=wanted.campaigns and tuple(self._campaigns[c].iri for c in wanted.campaigns),
            scales=_to_iris("scale", "scale/", wanted.scales, scales),
            criteria=_to_iris("criterion", "criterion/", wanted.criteria, self._tests),
        )
        has_text = having_text(wanted.text, self._texts_of_assessments)
        return tuple(
            a
            for a in (self.assessments if among is None else among)
            if has_text(a.iri) and self._is_wanted_assessment(a, by_iri)
        )

    def list_assessors(self) -> tuple[Agent, ...]:
        """Return the agents whose assessments are on record, by IRI."""
        return self._assessors

    def list_campaigns_by(self, assessor: Agent) -> tuple[AssessmentCampaign, ...]:
        """Return the campaigns in which `assessor` judges, alone or with others, by slug."""
        return self._campaigns_by.get(assessor.iri, ())

    def list_campaigns_about(self, organisation: Organisation) -> tuple[AssessmentCampaign, ...]:
        """Return the campaigns in which `organisation` or a version of its is judged, by slug."""
        return self._campaigns_about.get(organisation.iri, ())

    def list_assessments_by(self, assessor: Agent) -> tuple[Assessment, ...]:
        """Return the assessments that `assessor` made, by organisation."""
        return self._assessments_by.get(assessor.iri, ())

    def list_assessments_of(self, organisation: Organisation) -> tuple[Assessment, ...]:
        """Return the assessments of `organisation` and of its framework versions."""
        return self._assessments_of.get(organisation.iri, ())

    def list_assessments_in(self, campaign: AssessmentCampaign) -> tuple[Assessment, ...]:
        """Return the assessments made in `campaign`, by organisation."""
        return self._assessments_in.get(campaign.iri, ())

    def _is_wanted_assessment(self, a: Assessment, wanted: AssessmentFilter) -> bool:
        """Whether `a` is wanted, but for the text.

        Everything but organisations and provisions is named by IRI in `wanted`.
        """
        return (
            self._concerns((a.organisation,), wanted.organisations)
            and holds(wanted.assessors, (a.assessor.iri,))
            and holds(wanted.campaigns, (a.campaign,))
            and holds(wanted.scales, (a.scale.iri,))
            and holds(wanted.criteria, (a.test.iri,))
            and self._tests_in(a.test, wanted.provisions)
            and wanted.is_tabled in (None, a.is_tabled)
            and wanted.is_newest in (None, a.iri in self._newest)
        )

    def _tests_in(
        self, test: AssessmentCriterion | Statement, provisions: tuple[str, ...] | None
    ) -> bool:
        """Whether `test` is a requirement in one of the `provisions`, or comes near to one."""
        near = (test.provision,) if isinstance(test, Statement) else test.provisions
        return holds(provisions, (self._provision(iri).identifier for iri in near))


def _index_newest(assessments: Iterable[Assessment]) -> frozenset[str]:
    """Return the IRIs of the newest assessments of each subject by each criterion and assessor.

    What is undated is older than what is dated; of one day all are the newest.
    """
    series = group(
        (f"{a.assessor.iri} {a.subject} {a.test.iri} {a.aspect.iri}", a) for a in assessments
    )
    newest = {name: max(_day(a) for a in found) for name, found in series.items()}
    return frozenset(
        a.iri for name, found in series.items() for a in found if _day(a) == newest[name]
    )


def _day(assessment: Assessment) -> date:
    return date.min if assessment.issued is None else assessment.issued.latest


def _name(test: AssessmentCriterion | Statement) -> str:
    return test.verbatim if isinstance(test, Statement) else test.label


def _to_iris(
    name: str, folder: str, given: tuple[str, ...] | None, known: tuple[str, ...]
) -> tuple[str, ...] | None:
    """Return what is `given` as IRIs: each is one already, or what follows the folder in one.

    Raises:
        InvalidArgument: one is not `known`; with the known ones.
    """
    if given is None:
        return None
    base = ID[folder]
    iris = {iri.removeprefix(base): iri for iri in known}
    short = tuple(value.removeprefix(base) for value in given)
    check_known(name, short, iris)
    return tuple(iris[value] for value in short)
