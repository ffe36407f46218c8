"""What others judged of an organisation, by campaign, as its page tells it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, TypeVar

from pledgegraph.catalogue import Catalogue
from pledgegraph.model import (
    Agent,
    Assessment,
    AssessmentCampaign,
    AssessmentCriterion,
    Concept,
    Document,
    Organisation,
    RatingScale,
    StatedDate,
    Statement,
)

T = TypeVar("T")

Party: TypeAlias = AssessmentCampaign | Document | Agent | Organisation
"""What a campaign can share its readings with."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a verdict was given, in which edition, and as of which day."""

    edition: str
    issued: StatedDate | None
    as_of: date | None


@dataclass(frozen=True, slots=True)
class Caution:
    """Why a verdict calls for care: how near its source is to what it reports, and the reason."""

    quality: Concept
    note: str | None


@dataclass(frozen=True, slots=True)
class AssessmentEntry:
    """A verdict with its campaign, None where it is part of none, and the verdicts it sums up."""

    organisation: Organisation
    assessment: Assessment
    campaign: AssessmentCampaign | None
    parts: tuple[Assessment, ...]

    @property
    def when(self) -> Occasion:
        """When the verdict was given."""
        return Occasion(self.assessment.edition, self.assessment.issued, self.assessment.as_of)

    @property
    def caution(self) -> Caution | None:
        """Why it calls for care, None where it does not."""
        quality = self.assessment.quality
        return None if quality is None else Caution(quality, self.assessment.quality_note)


@dataclass(frozen=True, slots=True)
class CampaignGroup:
    """The verdicts of one campaign, who gave them, on which scales, and what shares its readings.

    `campaign` is None for verdicts that are part of none; `related` are the campaigns that it is
    not independent of. `aspect` and `when` are what all its verdicts have in common, None where
    they differ; `cautions` are those that several of them share; `sources` are those of all.
    """

    campaign: AssessmentCampaign | None
    assessors: tuple[Agent, ...]
    scales: tuple[RatingScale, ...]
    entries: tuple[AssessmentEntry, ...]
    related: tuple[Party, ...]
    aspect: Concept | None
    when: Occasion | None
    cautions: tuple[Caution, ...]
    sources: tuple[str, ...]


def list_assessment_entries(
    catalogue: Catalogue, organisation: Organisation
) -> tuple[AssessmentEntry, ...]:
    """Return the verdicts on `organisation`."""
    verdicts = catalogue.list_assessments_of(organisation)
    by_iri = {verdict.iri: verdict for verdict in verdicts}
    entries = []
    for verdict in verdicts:
        campaign = catalogue.find_node(verdict.campaign) if verdict.campaign else None
        known = campaign if isinstance(campaign, AssessmentCampaign) else None
        parts = tuple(by_iri[iri] for iri in verdict.parts if iri in by_iri)
        entries.append(AssessmentEntry(organisation, verdict, known, parts))
    return tuple(entries)


def group_by_campaign(
    catalogue: Catalogue, entries: Iterable[AssessmentEntry]
) -> tuple[CampaignGroup, ...]:
    """Return `entries` by campaign, campaigns by name, those that are part of none last."""
    found = tuple(entries)
    campaigns = {e.campaign.slug: e.campaign for e in found if e.campaign}
    groups = [
        _group(catalogue, campaign, [e for e in found if e.campaign == campaign])
        for _, campaign in sorted(campaigns.items())
    ]
    alone = [entry for entry in found if entry.campaign is None]
    return tuple([*groups, _group(catalogue, None, alone)] if alone else groups)


def name_test(test: AssessmentCriterion | Statement) -> str:
    """Return what a verdict answers, in words: a criterion, or a statement with its identifier."""
    if isinstance(test, AssessmentCriterion):
        return test.label
    return f"{test.identifier} {test.action}: {test.object}"


def name_party(party: Party) -> str:
    """Return what `party` is called."""
    return party.label if isinstance(party, Agent | Organisation) else party.title


def describe_bounds(scale: RatingScale) -> str | None:
    """Return between which numbers `scale` runs, in words; None where none are known."""
    match scale.lowest, scale.highest:
        case None, None:
            return None
        case None, highest:
            return f"up to {highest:f}"
        case lowest, None:
            return f"from {lowest:f}"
        case lowest, highest:
            return f"from {lowest:f} to {highest:f}"


def _group(
    catalogue: Catalogue, campaign: AssessmentCampaign | None, entries: list[AssessmentEntry]
) -> CampaignGroup:
    related = (
        catalogue.find_node(iri) for iri in (campaign.not_independent_of if campaign else ())
    )
    verdicts = [entry.assessment for entry in entries]
    cautions = Counter(entry.caution for entry in entries if entry.caution)
    return CampaignGroup(
        campaign=campaign,
        assessors=tuple(dict.fromkeys(verdict.assessor for verdict in verdicts)),
        scales=tuple(dict.fromkeys(verdict.scale for verdict in verdicts)),
        entries=tuple(entries),
        related=tuple(party for party in related if isinstance(party, Party)),
        aspect=_find_common(verdict.aspect for verdict in verdicts),
        when=_find_common(entry.when for entry in entries),
        cautions=tuple(caution for caution, number in cautions.items() if number > 1),
        sources=tuple(dict.fromkeys(url for verdict in verdicts for url in verdict.sources)),
    )


def _find_common(values: Iterable[T]) -> T | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None
