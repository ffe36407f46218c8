"""Everything that the page of one organisation tells, put together from the catalogue.

The page and its tables are two forms of this, so that they cannot disagree.
"""

from dataclasses import dataclass

from pledgegraph.catalogue import Catalogue, EventFilter
from pledgegraph.model import Concept, Deadline, Event, Organisation, Search, Statement
from pledgegraph.web.organisations.assessments import (
    AssessmentEntry,
    CampaignGroup,
    group_by_campaign,
    list_assessment_entries,
)
from pledgegraph.web.organisations.evidence import (
    Item,
    ProvisionGroup,
    Review,
    count_directions,
    find_review,
    group_by_provision,
    list_items,
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


@dataclass(frozen=True, slots=True)
class DueDate:
    """A deadline with the event it is at and the requirement that falls due."""

    deadline: Deadline
    event: Event
    requirement: Statement


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is on record here about one organisation, each part in the order it is told in."""

    organisation: Organisation
    frameworks: tuple[FrameworkEntry, ...]
    thresholds: tuple[ThresholdEntry, ...]
    domains: tuple[DomainGroup, ...]
    items: tuple[Item, ...]
    provisions: tuple[ProvisionGroup, ...]
    directions: tuple[tuple[Concept, int], ...]
    voices: int
    review: Review | None
    assessments: tuple[AssessmentEntry, ...]
    campaigns: tuple[CampaignGroup, ...]
    searches: tuple[Search, ...]
    events: tuple[Event, ...]
    due_dates: tuple[DueDate, ...]

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
    items = list_items(catalogue, organisation)
    assessments = list_assessment_entries(catalogue, organisation)
    return Dossier(
        organisation=organisation,
        frameworks=frameworks,
        thresholds=thresholds,
        domains=group_by_domain(thresholds),
        items=items,
        provisions=group_by_provision(catalogue, items, catalogue.list_columns(instrument)),
        directions=count_directions(catalogue, items),
        voices=catalogue.count_voices(tuple(item.evidence for item in items)),
        review=find_review(items),
        assessments=assessments,
        campaigns=group_by_campaign(catalogue, assessments),
        searches=catalogue.list_searches_for(organisation),
        events=catalogue.list_events(EventFilter(organisations=(organisation.slug,))),
        due_dates=_list_due_dates(catalogue),
    )


def _list_due_dates(catalogue: Catalogue) -> tuple[DueDate, ...]:
    found = []
    for deadline in catalogue.deadlines:
        event = catalogue.find_node(deadline.event)
        requirement = catalogue.find_node(deadline.requirement)
        assert isinstance(event, Event)  # the reader linked it
        assert isinstance(requirement, Statement)
        found.append(DueDate(deadline, event, requirement))
    return tuple(found)
