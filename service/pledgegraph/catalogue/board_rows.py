"""The records that a publication board is made of.

Promises that nothing in them is stored in the data: they are computed at the times asked about.
Imports no third party.
"""

from dataclasses import dataclass
from datetime import date

from pledgegraph.catalogue.left_out import LeftOut
from pledgegraph.catalogue.timeliness import DaysLate
from pledgegraph.catalogue.times import Times
from pledgegraph.model import (
    Concept,
    DateClaim,
    Deadline,
    Edition,
    Event,
    FrameworkVersion,
    Organisation,
    Reading,
    Search,
    StatedDate,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Timing:
    """A timeliness with by how many days it is late, where it is.

    `timeliness` is None where no final version is on record.
    """

    timeliness: Concept | None
    days_late: DaysLate | None


@dataclass(frozen=True, slots=True)
class TimingByReading:
    """The timing that a reading gives which the board does not follow.

    `changes` says whether that is another timeliness than the board's, whatever the days.
    """

    reading: Reading
    timing: Timing
    changes: bool


@dataclass(frozen=True, slots=True)
class TimingByDate:
    """The timing that a rival date of the first version gives, where it is another."""

    claim: DateClaim
    timing: Timing


@dataclass(frozen=True, slots=True)
class BoardRow:
    """What is on record of one signatory's publication, and how it stands to the deadline.

    `first_version` is the first final one, or where there is none the first draft; `draft` is the
    first draft, also where a final version followed. `issued` is when the first final version came
    out: where that of several may be the first, all the days that can be meant. `later` is the
    first final version that is known but was out only after the day asked about. `endorsed` is
    bounded by the edition in `listed_in`, where one that names the organisation says more than the
    date itself. `search` is the newest that is known. `disagreements` name the organisation; those
    about the deadline bear no dates, and are as recorded whatever the times. `by_reading` tells
    what readings give that are not followed, `by_date` which rival dates of the version would
    change the timeliness. `left_out` counts what does not count at these times:
    versions, and searches made after the day by which sources were known.
    """

    organisation: Organisation
    publication: Concept
    timing: Timing
    first_version: FrameworkVersion | None
    issued: StatedDate | None
    draft: FrameworkVersion | None
    later: FrameworkVersion | None
    endorsed: StatedDate | None
    listed_in: Edition | None
    search: Search | None
    sources: tuple[str, ...]
    disagreements: tuple[str, ...]
    by_reading: tuple[TimingByReading, ...]
    by_date: tuple[TimingByDate, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def iri(self) -> str:
        """The name of its organisation."""
        return self.organisation.iri

    @property
    def hinges_on(self) -> tuple[TimingByReading, ...]:
        """The readings under which the timeliness would be another."""
        return tuple(found for found in self.by_reading if found.changes)


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """Which rows are wanted: every part given must hold; within a part, any value.

    Publications and timeliness are codes; `is_timed` asks for those whose timeliness can be told,
    or for those without a final version.
    """

    publications: tuple[str, ...] | None = None
    timeliness: tuple[str, ...] | None = None
    is_timed: bool | None = None


@dataclass(frozen=True, slots=True)
class BoardCount:
    """The signatories that have one code; without a code, those that no timeliness is told of.

    These have no final version, and were bound by the deadline.
    """

    code: Concept | None
    organisations: tuple[Organisation, ...]
    board: str

    @property
    def iri(self) -> str:
        """Its name among all counts of all boards."""
        return f"{self.board}#{self.code.iri if self.code else 'none'}"


@dataclass(frozen=True, slots=True)
class Board:
    """Who had published what by a deadline: a row for each signatory, by label.

    The signatories are those that the data knows, whenever they endorsed: who joined after the day
    asked about has a row too, and `endorsed` says when.

    `due` is the last day by the reading followed. `readings` are those of the requirement, each
    with whether it is followed. Each of the two counts names every signatory once.
    """

    event: Event
    deadline: Deadline
    requirement: Statement
    times: Times
    rows: tuple[BoardRow, ...]
    by_publication: tuple[BoardCount, ...]
    by_timeliness: tuple[BoardCount, ...]

    @property
    def due(self) -> date | None:
        """The last day."""
        return self.deadline.due

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What is open about the deadline, answer by answer."""
        return self.requirement.readings

    @property
    def iri(self) -> str:
        """Its name among all boards; nothing is stated about it, as it is never stored."""
        return name_board(self.event, self.times)


def name_board(event: Event, times: Times) -> str:
    """Return the name of the board of `event` at `times`."""
    return f"board:{event.identifier}@{times.as_of}/{times.known_by}"
