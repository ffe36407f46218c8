"""What changed, was it said, and what is dated about one organisation."""

from datetime import date
from typing import Any

import strawberry

from pledgegraph import catalogue, model
from pledgegraph.catalogue import Difference, TimelineKind, Unsaid
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import asking, following, following_all
from pledgegraph.graphql.sorting import TIMELINE
from pledgegraph.graphql.types.agents import Agent
from pledgegraph.graphql.types.assessments import Assessment
from pledgegraph.graphql.types.claims import Claim
from pledgegraph.graphql.types.evidence import Evidence
from pledgegraph.graphql.types.frameworks import Change, FrameworkVersion
from pledgegraph.graphql.types.left_out import LeftOut
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.organisations import Organisation
from pledgegraph.graphql.types.sources import Source, source_records_field
from pledgegraph.graphql.types.statements import Requirement
from pledgegraph.graphql.types.thresholds import Threshold
from pledgegraph.graphql.types.times import as_of_field, known_by_field
from pledgegraph.graphql.types.values import MODE, SOURCES, Concept, StatedDate


def _attributed(name: str) -> Any:
    return asking(lambda _, root: getattr(root.attribution, name))


@record_type(
    model.ChangeItem,
    description="What became of one commitment of a framework, in our words. The direction is that "
    "of the commitment, and no verdict on the organisation.",
)
class ChangeItem(Node):
    """What became of one commitment of a framework."""

    change: Change = strawberry.field(
        resolver=following("change"), description="The change it is part of."
    )
    description: str = strawberry.field(description="What became of it, in our words.")
    direction: Concept = strawberry.field(description="Which way the commitment went.")
    requirements: list[Requirement] = strawberry.field(
        resolver=following_all("requirements"),
        description="What the commitment answers; empty where that is not clear.",
    )
    materiality: list[Concept] = strawberry.field(description="Which of its sides moved.")
    disclosure: Concept | None = strawberry.field(
        description="How far the organisation announced it; null where no source tells."
    )
    before: Evidence | None = strawberry.field(
        resolver=following("before"), description="Evidence of the earlier text, if on record."
    )
    after: Evidence | None = strawberry.field(
        resolver=following("after"), description="Evidence of the later text, if on record."
    )
    reasons: list[Evidence] = strawberry.field(
        resolver=following_all("reasons"), description="Evidence on record of why."
    )
    relocated_to: list[Source] = strawberry.field(
        resolver=following_all("relocated_to"), description="The text that it was moved to."
    )
    locator: str | None = strawberry.field(description="The place in the source.")
    sources: list[str] = strawberry.field(description=SOURCES)
    source_records: list[Source] = source_records_field()
    drawn_by: Agent = strawberry.field(resolver=_attributed("drawn_by"), description="Who judged.")
    drawn_on: date = strawberry.field(resolver=_attributed("drawn_on"), description="On which day.")
    mode: str = strawberry.field(
        resolver=_attributed("mode"),
        description=MODE,
    )
    review_state: Concept = strawberry.field(
        resolver=_attributed("review_state"), description="Who has looked at it since."
    )


@record_type(
    catalogue.SilentRevisions,
    description="How far an organisation announced what it changed, counted over the items on "
    "record. These were drawn largely from its own accounts, so what went unsaid is "
    "under-represented and no share is made of them: the studies beside it traced every "
    "commitment.",
)
class SilentRevisions:
    """How far an organisation announced what it changed."""

    organisation: Organisation = strawberry.field(description="The organisation.")
    announced: int = strawberry.field(description="Items that its account tells with direction.")
    partly_announced: int = strawberry.field(
        description="Items whose class alone its account names."
    )
    silent: int = strawberry.field(description="Items that its account leaves out.")
    no_account: int = strawberry.field(description="Items of a change of which it gave no account.")
    not_known: int = strawberry.field(
        description="Items of which no source tells whether they were announced."
    )
    known: int = strawberry.field(
        description="The first three together: the items of which an account tells, or does not."
    )
    silent_strictly: int = strawberry.field(description="The silent, with those announced in part.")
    studies: list[Assessment] = strawberry.field(
        description="What others found who traced every commitment from text to text, as far as "
        "that was surely out at the times asked about."
    )
    studies_left_out: list[LeftOut] = strawberry.field(
        description="How many such findings do not count at these times, by why."
    )


@record_type(
    catalogue.RequirementStep,
    description="What one version of a framework did to the answer to one requirement, as far as "
    "is on record.",
)
class RequirementStep:
    """What one version did to the answer to one requirement."""

    version: FrameworkVersion = strawberry.field(description="The version.")
    change: Change | None = strawberry.field(
        description="The step that leads to it; null for a first version."
    )
    items: list[ChangeItem] = strawberry.field(
        description="Its items about the requirement. None on record does not mean none changed."
    )
    claims: list[Claim] = strawberry.field(
        description="What records say of how far the version answers it."
    )


@record_type(catalogue.TimelineEntry, description="One dated thing about an organisation.")
class TimelineEntry:
    """One dated thing about an organisation."""

    kind: TimelineKind = strawberry.field(description="What kind of thing it is.")
    day: StatedDate = strawberry.field(description="When, as far as is stated.")
    title: str = strawberry.field(description="What it is, in a line.")
    record: Node = strawberry.field(description="What it is about.")
    sources: list[str] = strawberry.field(description=SOURCES)
    is_loose: bool = strawberry.field(
        description="Whether its date can also mean a day outside those asked for."
    )


@record_type(catalogue.Timeline, description="What is dated about an organisation, in order.")
class Timeline:
    """What is dated about an organisation, in order."""

    organisation: Organisation = strawberry.field(description="The organisation.")
    since: date | None = strawberry.field(description="The first day asked for; null: all.")
    until: date | None = strawberry.field(description="The last day asked for; null: all.")
    as_of: date = as_of_field()
    known_by: date = known_by_field()
    entries: Connection[TimelineEntry] = connection_field(
        lambda _, root: root.entries, sorting=TIMELINE, description="The entries, oldest first."
    )
    undated: int = strawberry.field(
        description="How many things about it have no date, so that they stand nowhere here."
    )
    left_out: list[LeftOut] = strawberry.field(
        description="How many in these days do not count at the times asked about, by why."
    )


@record_type(
    catalogue.ThresholdPair,
    description="A threshold that both versions have on record by one label, for the same risks.",
)
class ThresholdPair:
    """A threshold that both versions have on record."""

    before: Threshold = strawberry.field(description="As the first version has it.")
    after: Threshold = strawberry.field(description="As the second version has it.")
    differences: list[Difference] = strawberry.field(
        description="What differs, in our words; empty where the records say the same."
    )


@record_type(
    catalogue.VersionDiff,
    description="Two versions of one organisation's frameworks, as far as is on record.",
)
class VersionDiff:
    """Two versions side by side."""

    organisation: Organisation = strawberry.field(description="Whose they are.")
    as_of: date = as_of_field()
    known_by: date = known_by_field()
    before: FrameworkVersion = strawberry.field(name="from", description="The first version.")
    after: FrameworkVersion = strawberry.field(name="to", description="The second version.")
    only_before: list[Threshold] = strawberry.field(
        name="onlyFrom", description="Thresholds on record of the first version alone."
    )
    only_after: list[Threshold] = strawberry.field(
        name="onlyTo", description="Thresholds on record of the second version alone."
    )
    both: list[ThresholdPair] = strawberry.field(
        description="Thresholds on record of both, by label and risks."
    )
    changes: list[Change] = strawberry.field(
        description="The steps that lead from the first to the second, in order."
    )
    unsaid: list[Unsaid] = strawberry.field(
        description="What none of this can say; also which of the two was not out, or not known."
    )
    thresholds_left_out: list[LeftOut] = strawberry.field(
        description="How many thresholds stand in a version that was not surely public by then."
    )
    changes_left_out: list[LeftOut] = strawberry.field(
        description="How many steps lead to a version that was not surely public by then."
    )
