"""Questions about what others judged, by which criteria and on which scales.

Promises answers by organisation, verdicts kept apart and never averaged. Imports no third party.
"""

from dataclasses import dataclass

from pledgegraph.catalogue.links import group
from pledgegraph.catalogue.matching import check_known, has_text, holds
from pledgegraph.catalogue.nearest import list_nearest
from pledgegraph.catalogue.organisations import OrganisationCatalogue
from pledgegraph.errors import NotFound
from pledgegraph.model import Assessment, AssessmentCampaign, Organisation
from pledgegraph.reader import Records
from pledgegraph.terms import ID


@dataclass(frozen=True, slots=True)
class AssessmentFilter:
    """Which assessments are wanted: every part given must hold; within a part, any value.

    Organisations and campaigns are slugs; assessors, scales and criteria are IRIs or what follows
    `id/agent/`, `id/scale/` and `id/criterion/` in these. Provisions are identifiers, and keep
    what is judged by a criterion near to one of them. `is_tabled` asks for what was read in a
    campaign's table, or for the rest. `text` is looked for in criterion, result and reason,
    whatever the case.
    """

    organisations: tuple[str, ...] | None = None
    assessors: tuple[str, ...] | None = None
    campaigns: tuple[str, ...] | None = None
    scales: tuple[str, ...] | None = None
    criteria: tuple[str, ...] | None = None
    provisions: tuple[str, ...] | None = None
    is_tabled: bool | None = None
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
        self._assessors = tuple(a.iri for a in records.agents if a.is_assessor)
        self._assessments_of = group((a.organisation, a) for a in records.assessments)
        self._assessments_in = group((a.campaign or "", a) for a in records.assessments)

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

    def list_assessments(self, wanted: AssessmentFilter) -> tuple[Assessment, ...]:
        """Return the wanted assessments by the slug of their organisation, then by identifier.

        Raises:
            InvalidArgument: a name in `wanted` is unknown; with the known ones.
        """
        self._check_organisations(wanted.organisations)
        self._check_provisions(wanted.provisions)
        check_known("campaign", wanted.campaigns, self._campaigns)
        assessors = _to_iris("assessor", "agent/", wanted.assessors, self._assessors)
        scales = _to_iris("scale", "scale/", wanted.scales, tuple(s.iri for s in self.scales))
        criteria = _to_iris(
            "criterion", "criterion/", wanted.criteria, tuple(c.iri for c in self.criteria)
        )
        return tuple(
            a
            for a in self.assessments
            if holds(assessors, (a.assessor.iri,))
            and holds(scales, (a.scale.iri,))
            and holds(criteria, (a.criterion.iri,))
            and self._is_wanted_assessment(a, wanted)
        )

    def list_assessments_of(self, organisation: Organisation) -> tuple[Assessment, ...]:
        """Return the assessments of `organisation` and of its framework versions."""
        return self._assessments_of.get(organisation.iri, ())

    def list_assessments_in(self, campaign: AssessmentCampaign) -> tuple[Assessment, ...]:
        """Return the assessments made in `campaign`, by organisation."""
        return self._assessments_in.get(campaign.iri, ())

    def _is_wanted_assessment(self, a: Assessment, wanted: AssessmentFilter) -> bool:
        campaigns = None
        if wanted.campaigns is not None:
            campaigns = tuple(self._campaigns[slug].iri for slug in wanted.campaigns)
        fields = (a.identifier, a.criterion.label, a.result_as_stated, a.because)
        return (
            self._concerns((a.organisation,), wanted.organisations)
            and holds(campaigns, (a.campaign,))
            and holds(
                wanted.provisions,
                (self._provision(iri).identifier for iri in a.criterion.provisions),
            )
            and wanted.is_tabled in (None, a.is_tabled)
            and has_text(wanted.text, fields)
        )


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
    short = tuple(value.removeprefix(base) for value in given)
    check_known(name, short, (iri.removeprefix(base) for iri in known))
    return tuple(base + value for value in short)
