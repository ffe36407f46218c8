"""What others judged of an organisation, by campaign, as its page tells it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pledgegraph.catalogue import Catalogue
from pledgegraph.model import (
    Agent,
    Assessment,
    AssessmentCampaign,
    Concept,
    Organisation,
    RatingScale,
    StatedDate,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a verdict was given, in which edition, and as of which day."""

    edition: str
    issued: StatedDate | None
    as_of: date | None


@dataclass(frozen=True, slots=True)
class AssessmentEntry:
    """A verdict with its campaign, None where it is part of none."""

    organisation: Organisation
    assessment: Assessment
    campaign: AssessmentCampaign | None

    @property
    def when(self) -> Occasion:
        """When the verdict was given."""
        return Occasion(self.assessment.edition, self.assessment.issued, self.assessment.as_of)


@dataclass(frozen=True, slots=True)
class CampaignGroup:
    """The verdicts of one campaign, who gave them, on which scales, and what shares its readings.

    `campaign` is None for verdicts that are part of none; `related` are the names of what the
    campaign is not independent of. `aspect` and `when` are what all its verdicts have in common,
    None where they differ; `sources` are those of all of them.
    """

    campaign: AssessmentCampaign | None
    assessors: tuple[Agent, ...]
    scales: tuple[RatingScale, ...]
    entries: tuple[AssessmentEntry, ...]
    related: tuple[str, ...]
    aspect: Concept | None
    when: Occasion | None
    sources: tuple[str, ...]


def list_assessment_entries(
    catalogue: Catalogue, organisation: Organisation
) -> tuple[AssessmentEntry, ...]:
    """Return the verdicts on `organisation`."""
    entries = []
    for assessment in catalogue.list_assessments_of(organisation):
        campaign = catalogue.find_node(assessment.campaign) if assessment.campaign else None
        known = campaign if isinstance(campaign, AssessmentCampaign) else None
        entries.append(AssessmentEntry(organisation, assessment, known))
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


def _group(
    catalogue: Catalogue, campaign: AssessmentCampaign | None, entries: list[AssessmentEntry]
) -> CampaignGroup:
    others = campaign.not_independent_of if campaign else ()
    verdicts = [entry.assessment for entry in entries]
    return CampaignGroup(
        campaign=campaign,
        assessors=tuple(dict.fromkeys(verdict.assessor for verdict in verdicts)),
        scales=tuple(dict.fromkeys(verdict.scale for verdict in verdicts)),
        entries=tuple(entries),
        related=tuple(name_of(catalogue, iri) for iri in others),
        aspect=_find_common(verdict.aspect for verdict in verdicts),
        when=_find_common(entry.when for entry in entries),
        sources=tuple(dict.fromkeys(url for verdict in verdicts for url in verdict.sources)),
    )


def name_of(catalogue: Catalogue, iri: str) -> str:
    """Return what the record whose IRI is `iri` is called, the IRI itself where it has no name."""
    record = catalogue.find_node(iri)
    name = getattr(record, "title", None) or getattr(record, "label", None)
    return name if isinstance(name, str) else iri


def _find_common(values: Iterable[T]) -> T | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None
