"""Everything that the page of one organisation tells, put together from the catalogue.

The page and its tables are two forms of this, so that they cannot disagree.
"""

from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue import Catalogue, EventFilter
from pledgegraph.model import (
    Attribution,
    Concept,
    Deadline,
    Event,
    Evidence,
    Organisation,
    Reading,
    Search,
    Statement,
)
from pledgegraph.web.organisations.assessments import (
    AssessmentEntry,
    CampaignGroup,
    group_by_campaign,
    list_assessment_entries,
)
from pledgegraph.web.organisations.evidence import (
    BearingEntry,
    ProvisionGroup,
    count_directions,
    find_attribution,
    group_by_provision,
    is_on_provision,
    is_on_requirement,
    list_bearing_entries,
    list_evidence,
)
from pledgegraph.web.organisations.frameworks import (
    FrameworkEntry,
    VersionEntry,
    list_framework_entries,
)
from pledgegraph.web.organisations.thresholds import (
    DomainGroup,
    ThresholdEntry,
    group_by_domain,
    list_threshold_entries,
)

_ORIGINAL_LIST: Final = "original-list"
_BINDS_LATER: Final = "N3"


@dataclass(frozen=True, slots=True)
class DueDate:
    """A deadline with the event it is at and the requirement that falls due.

    `doubts` are the answers to the open question whether it binds the organisation, the one
    followed here first; empty where that is no question.
    """

    deadline: Deadline
    event: Event
    requirement: Statement
    doubts: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is on record here about one organisation, each part in the order it is told in.

    `directions` counts what bears on provisions as a whole, `links` what bears on requirements;
    each has the attribution that most of it shares.
    """

    organisation: Organisation
    frameworks: tuple[FrameworkEntry, ...]
    thresholds: tuple[ThresholdEntry, ...]
    domains: tuple[DomainGroup, ...]
    bearings: tuple[BearingEntry, ...]
    provisions: tuple[ProvisionGroup, ...]
    directions: tuple[tuple[Concept, int], ...]
    links: tuple[tuple[Concept, int], ...]
    voices: int
    attribution: Attribution | None
    links_attribution: Attribution | None
    assessments: tuple[AssessmentEntry, ...]
    campaigns: tuple[CampaignGroup, ...]
    searches: tuple[Search, ...]
    events: tuple[Event, ...]
    due_dates: tuple[DueDate, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What is on record, each piece once however much it bears on."""
        return list_evidence(self.bearings)

    @property
    def versions(self) -> tuple[VersionEntry, ...]:
        """Every version of every framework."""
        return tuple(version for entry in self.frameworks for version in entry.versions)

    @property
    def current_versions(self) -> tuple[VersionEntry, ...]:
        """The versions that nothing has replaced."""
        return tuple(version for version in self.versions if version.is_current)

    @property
    def current_thresholds(self) -> tuple[ThresholdEntry, ...]:
        """The thresholds that current versions set."""
        return tuple(entry for entry in self.thresholds if entry.set_by.is_current)


def create_dossier(catalogue: Catalogue, organisation: Organisation, instrument: str) -> Dossier:
    """Return what is on record here about `organisation` and its promises in `instrument`."""
    frameworks = list_framework_entries(catalogue, organisation)
    thresholds = list_threshold_entries(catalogue, frameworks)
    bearings = list_bearing_entries(catalogue, organisation)
    whole = tuple(filter(is_on_provision, bearings))
    links = tuple(filter(is_on_requirement, bearings))
    assessments = list_assessment_entries(catalogue, organisation)
    return Dossier(
        organisation=organisation,
        frameworks=frameworks,
        thresholds=thresholds,
        domains=group_by_domain(thresholds),
        bearings=bearings,
        provisions=group_by_provision(catalogue, bearings, catalogue.list_columns(instrument)),
        directions=count_directions(catalogue, whole),
        links=count_directions(catalogue, links),
        voices=catalogue.count_voices(list_evidence(bearings)),
        attribution=find_attribution(whole),
        links_attribution=find_attribution(links),
        assessments=assessments,
        campaigns=group_by_campaign(catalogue, assessments),
        searches=catalogue.list_searches_for(organisation),
        events=catalogue.list_events(EventFilter(organisations=(organisation.slug,))),
        due_dates=_list_due_dates(catalogue, organisation),
    )


def _list_due_dates(catalogue: Catalogue, organisation: Organisation) -> tuple[DueDate, ...]:
    """Return what falls due by an instrument that `organisation` endorses."""
    found = []
    for deadline in catalogue.deadlines:
        event = catalogue.find_node(deadline.event)
        requirement = catalogue.find_node(deadline.requirement)
        assert isinstance(event, Event)  # the reader linked it
        assert isinstance(requirement, Statement)
        instrument = catalogue.get_instrument(requirement.instrument)
        if organisation.endorsement.instrument == instrument.iri:
            doubts = _list_doubts(requirement, organisation)
            found.append(DueDate(deadline, event, requirement, doubts))
    return tuple(found)


def _list_doubts(requirement: Statement, organisation: Organisation) -> tuple[Reading, ...]:
    """Return what can be said on whether the day of `requirement` binds who joined later."""
    if organisation.endorsement.cohort.notation == _ORIGINAL_LIST:
        return ()
    return tuple(r for r in requirement.readings if r.identifier == _BINDS_LATER)
