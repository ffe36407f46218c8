"""Who had published what by a deadline."""

from datetime import date

import strawberry

from pledgegraph import catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.inputs.board import list_rows
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import asking
from pledgegraph.graphql.sorting import BOARD_ROWS, ORGANISATIONS
from pledgegraph.graphql.types.deadlines import Deadline, Search
from pledgegraph.graphql.types.events import Event
from pledgegraph.graphql.types.frameworks import DateClaim, FrameworkVersion
from pledgegraph.graphql.types.instrument import Edition, Reading
from pledgegraph.graphql.types.left_out import LeftOut
from pledgegraph.graphql.types.organisations import Organisation
from pledgegraph.graphql.types.statements import Requirement
from pledgegraph.graphql.types.times import as_of_field, known_by_field
from pledgegraph.graphql.types.values import SOURCES, Concept, StatedDate

_TIMELINESS = (
    "How the first final version stands to the deadline, a code of the list timeliness; null where "
    "the deadline binds and no final version is on record."
)
_DAYS_LATE = "By how many days it is late; null where it is not late."


@record_type(
    catalogue.DaysLate,
    description="By how many days something is late; the two differ where its date is loose.",
)
class DaysLate:
    """By how many days something is late."""

    fewest: int = strawberry.field(description="From its first possible day.")
    most: int = strawberry.field(description="From its last possible day.")


@record_type(catalogue.TimingByReading, description="What a reading gives that is not followed.")
class TimingByReading:
    """What a reading gives that is not followed."""

    reading: Reading = strawberry.field(description="The reading.")
    timeliness: Concept | None = strawberry.field(
        resolver=asking(lambda _, root: root.timing.timeliness), description=_TIMELINESS
    )
    days_late: DaysLate | None = strawberry.field(
        resolver=asking(lambda _, root: root.timing.days_late), description=_DAYS_LATE
    )
    changes: bool = strawberry.field(
        description="Whether that is another timeliness than by the readings followed."
    )


@record_type(catalogue.TimingByDate, description="What a rival date of the first version gives.")
class TimingByDate:
    """What a rival date of the first version gives."""

    claim: DateClaim = strawberry.field(description="The rival date, with what it was read from.")
    timeliness: Concept | None = strawberry.field(
        resolver=asking(lambda _, root: root.timing.timeliness), description=_TIMELINESS
    )
    days_late: DaysLate | None = strawberry.field(
        resolver=asking(lambda _, root: root.timing.days_late), description=_DAYS_LATE
    )


@record_type(
    catalogue.BoardRow,
    description="What is on record here of one signatory's publication, and how it stands to the "
    "deadline. The commitments are voluntary; what was not found may exist.",
)
class PublicationBoardRow:
    """What is on record of one signatory's publication."""

    organisation: Organisation = strawberry.field(description="The signatory.")
    publication: Concept = strawberry.field(
        description="What is on record, a code of the list publication: of a version that counts, "
        "else of the newest search. Not reviewed where there is neither: later may then say more."
    )
    timeliness: Concept | None = strawberry.field(
        resolver=asking(lambda _, root: root.timing.timeliness), description=_TIMELINESS
    )
    days_late: DaysLate | None = strawberry.field(
        resolver=asking(lambda _, root: root.timing.days_late), description=_DAYS_LATE
    )
    first_version: FrameworkVersion | None = strawberry.field(
        description="The first final version, else the first draft; with its address and sources."
    )
    issued: StatedDate | None = strawberry.field(
        description="When the first final version came out; where one of several may be the first, "
        "all the days that can be meant."
    )
    draft: FrameworkVersion | None = strawberry.field(
        description="The first draft, also where a final version followed."
    )
    later: FrameworkVersion | None = strawberry.field(
        description="Where none counts: the first final version that was out only after the day "
        "asked about."
    )
    endorsed: StatedDate | None = strawberry.field(
        description="When it agreed, which may be after the day asked about; the last day is that "
        "of an edition which names it, where that is earlier than its date can mean."
    )
    listed_in: Edition | None = strawberry.field(
        description="The edition that bounds the day on which it agreed; null where the date does."
    )
    search: Search | None = strawberry.field(
        description="The newest search for a publication of it that was known by then."
    )
    sources: list[str] = strawberry.field(description=SOURCES)
    disagreements: list[str] = strawberry.field(
        description="Where sources differ about the deadline or the search, and name it. What is "
        "told of the deadline is as recorded and bears no dates: it is the same whatever days are "
        "asked about."
    )
    by_reading: list[TimingByReading] = strawberry.field(
        description="What the readings give that are not followed, where their rule is known here."
    )
    by_date: list[TimingByDate] = strawberry.field(
        description="The rival dates of the first version that would change the timeliness."
    )
    left_out: list[LeftOut] = strawberry.field(
        description="How many versions, and searches made later than sources were known, do not "
        "count, by why."
    )


@record_type(catalogue.BoardCount, description="The signatories that have one code.")
class PublicationBoardCount:
    """The signatories that have one code."""

    code: Concept | None = strawberry.field(
        description="The code; null for those that the deadline binds and of which no final "
        "version is on record."
    )
    count: int = strawberry.field(
        resolver=asking(lambda _, root: len(root.organisations)),
        description="How many they are; 0 is told too.",
    )
    organisations: Connection[Organisation] = connection_field(
        lambda _, root: root.organisations, sorting=ORGANISATIONS, description="Who they are."
    )


@record_type(
    catalogue.Board,
    description="Who had published what by a deadline, as it is on record here. Each count names "
    "every signatory once.",
)
class PublicationBoard:
    """Who had published what by a deadline."""

    event: Event = strawberry.field(description="The event that sets the deadline.")
    deadline: Deadline = strawberry.field(description="The deadline, and where sources differ.")
    requirement: Requirement = strawberry.field(description="What falls due, word by word.")
    due: date | None = strawberry.field(description="The last day, by the reading followed.")
    as_of: date = as_of_field()
    known_by: date = known_by_field()
    readings: list[Reading] = strawberry.field(
        description="What is open about the deadline, answer by answer, each with whether it is "
        "followed."
    )
    by_publication: list[PublicationBoardCount] = strawberry.field(
        description="How many have each code of the list publication."
    )
    by_timeliness: list[PublicationBoardCount] = strawberry.field(
        description="How many have each code of the list timeliness, and of how many no final "
        "version is on record."
    )
    rows: Connection[PublicationBoardRow] = connection_field(
        list_rows,
        sorting=BOARD_ROWS,
        description="A row for each signatory of the instrument "
        "that is on record, also of those that agreed only after the day asked about; endorsed "
        "says when.",
    )
