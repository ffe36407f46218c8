"""The publication board of an event: who had published what by its deadline.

Promises that what is on record counts as it did at the times asked about, that a date or a reading
on which an answer hangs is told beside it, and that what is left out is counted. A row never says
that an organisation did not publish, only what is on record here. Imports no third party.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pledgegraph.catalogue.board_rows import Board, BoardCount, BoardFilter, BoardRow, name_board
from pledgegraph.catalogue.board_timing import (
    Codes,
    Dates,
    find_timing,
    list_by_date,
    list_by_reading,
)
from pledgegraph.catalogue.in_force import is_published
from pledgegraph.catalogue.left_out import count_left_out
from pledgegraph.catalogue.matching import holds
from pledgegraph.catalogue.publications import PublicationCatalogue, list_naming, span
from pledgegraph.catalogue.times import Standing, Times, find_standing, is_known_on
from pledgegraph.errors import InvalidArgument
from pledgegraph.model import (
    Concept,
    Deadline,
    Edition,
    Event,
    FrameworkVersion,
    Organisation,
    Search,
    Statement,
)
from pledgegraph.reader import Records

_KEPT: Final = 4
"""A board of twenty thousand rows takes tens of megabytes, so that only a few are kept."""

_FIRST_LIST: Final = "original-list"
_EVERY_ROW: Final = BoardFilter()


@dataclass(frozen=True, slots=True)
class _Question:
    """What all rows of a board are made by."""

    event: Event
    deadline: Deadline
    requirement: Statement
    times: Times
    publications: Codes
    timings: Codes


class BoardCatalogue(PublicationCatalogue):
    """The part of the catalogue that holds publications against a deadline."""

    def __init__(self, records: Records) -> None:
        """Keep the boards that were asked for last: each is the same for the same question."""
        super().__init__(records)
        self._boards = lru_cache(_KEPT)(self._make_board)

    def get_board(self, event: Event, times: Times) -> Board:
        """Return who had published what by the deadline of `event`, as it is told at `times`.

        All who endorsed, as the data knows them, have a row, also those who did so only after the
        day asked about.

        Raises:
            InvalidArgument: the event sets no deadline for a publication; with those that do.
        """
        found = self.find_board(event, times)
        if found is None:
            known = [e.identifier for e in self.events if self.find_publication_deadline(e)]
            raise InvalidArgument(
                argument="event",
                problem=f"“{event.identifier}” sets no deadline for a publication",
                expected=f"one of {', '.join(known)}" if known else "none: no event here does",
            )
        return found

    def find_board(self, event: Event, times: Times) -> Board | None:
        """Return the board of `event`, None where it sets no deadline for a publication.

        Of several such deadlines it is the first to fall due.
        """
        has_board = self.find_publication_deadline(event) is not None
        return self._boards(event.identifier, times) if has_board else None

    def list_board_rows(
        self, board: Board, wanted: BoardFilter = _EVERY_ROW
    ) -> tuple[BoardRow, ...]:
        """Return the wanted rows of `board`, by label.

        Raises:
            InvalidArgument: a code in `wanted` is unknown; with the codes of its list.
        """
        self._check_codes("publication", wanted.publications)
        self._check_codes("timeliness", wanted.timeliness)
        return tuple(row for row in board.rows if _is_wanted(row, wanted))

    def find_publication_deadline(self, event: Event) -> Deadline | None:
        """Return the first deadline of `event` for something that is to be published, or None.

        Where there is one, there is a board.
        """
        for deadline in self.list_deadlines_at(event):
            loci = self._requirement_of(deadline).loci
            if "publication" in (locus.notation for locus in loci):
                return deadline
        return None

    # --- inside ----------------------------------------------------------------------------

    def _requirement_of(self, deadline: Deadline) -> Statement:
        found = self._nodes[deadline.requirement]
        assert isinstance(found, Statement)  # the reader linked it
        return found

    def _make_board(self, identifier: str, times: Times) -> Board:
        event = self.get_event(identifier)
        deadline = self.find_publication_deadline(event)
        assert deadline is not None  # it was looked for before
        requirement = self._requirement_of(deadline)
        publications, timings = self._codes_of("publication"), self._codes_of("timeliness")
        question = _Question(event, deadline, requirement, times, publications, timings)
        instrument = self.get_instrument(requirement.instrument).iri
        rows = tuple(
            self._make_row(organisation, question)
            for organisation in self.organisations
            if organisation.endorsement.instrument == instrument
        )
        name = name_board(event, times)
        published = {r.iri: r.publication for r in rows}
        timed = {r.iri: r.timing.timeliness for r in rows}
        return Board(
            event=event,
            deadline=deadline,
            requirement=requirement,
            times=times,
            rows=rows,
            by_publication=_count(publications.values(), published, rows, name),
            by_timeliness=_count((*timings.values(), None), timed, rows, name),
        )

    def _make_row(self, organisation: Organisation, question: _Question) -> BoardRow:
        times = question.times
        versions = self.list_originals_of(organisation)
        standings = [find_standing(v.issued, times) for v in versions]
        found = list(zip(versions, standings, strict=True))
        counted = [v for v, standing in found if standing is Standing.COUNTS]
        finals = self.list_first_of(filter(is_published, counted))
        drafts = self.list_first_of(v for v in counted if v.publication.notation == "draft")
        later = self.list_first_of(
            v for v, standing in found if standing is Standing.LATER and is_published(v)
        )
        first = next(iter((*finals, *drafts)), None)
        dates, listed_in = self._find_dates(organisation, finals, question)
        searches = self.list_searches_about(organisation, question.requirement)
        known = [s for s in searches if is_known_on(s.searched_on, times)]
        search = known[-1] if known else None
        unknown = [Standing.NOT_KNOWN] * (len(searches) - len(known))
        rivals = finals[0].rival_dates if finals else ()
        told = [*question.deadline.disagreements, *(search.disagreements if search else ())]
        return BoardRow(
            organisation=organisation,
            publication=_find_publication(first, search, question.publications),
            timing=find_timing(dates, question.timings),
            first_version=first,
            issued=dates.issued,
            draft=next(iter(drafts), None),
            later=None if finals else next(iter(later), None),
            endorsed=dates.endorsed,
            listed_in=listed_in,
            search=search,
            sources=first.sources if first else search.sources if search else (),
            disagreements=list_naming(organisation, told),
            by_reading=list_by_reading(dates, question.requirement.readings, question.timings),
            by_date=list_by_date(dates, rivals, question.timings),
            left_out=count_left_out([*standings, *unknown]),
        )

    def _find_dates(
        self,
        organisation: Organisation,
        finals: tuple[FrameworkVersion, ...],
        question: _Question,
    ) -> tuple[Dates, Edition | None]:
        """Return what the timing is made of, and the edition that bounds the endorsement."""
        endorsed, listed_in = self.find_endorsed(organisation)
        start = question.event.start
        dates = Dates(
            issued=span(finals),
            endorsed=endorsed,
            due=question.deadline.due,
            begins=start.earliest if start else None,
            is_on_first_list=organisation.endorsement.cohort.notation == _FIRST_LIST,
        )
        return dates, listed_in

    def _codes_of(self, name: str) -> Codes:
        return {c.notation: c for c in self._code_lists[name].concepts}


def _find_publication(
    first: FrameworkVersion | None, search: Search | None, codes: Codes
) -> Concept:
    """Return what is on record: a version, else what the newest search found.

    Where neither is, nobody has looked.
    """
    found = first or search
    return found.publication if found else codes["not-reviewed"]


def _is_wanted(row: BoardRow, wanted: BoardFilter) -> bool:
    timed = row.timing.timeliness
    return (
        holds(wanted.publications, (row.publication.notation,))
        and holds(wanted.timeliness, (timed.notation if timed else None,))
        and wanted.is_timed in (None, timed is not None)
    )


def _count(
    codes: Iterable[Concept | None],
    found: Mapping[str, Concept | None],
    rows: tuple[BoardRow, ...],
    board: str,
) -> tuple[BoardCount, ...]:
    """Return who has each of the `codes`, in their order, where nobody has one too."""
    having: dict[Concept | None, list[Organisation]] = {code: [] for code in codes}
    for row in rows:
        having[found[row.iri]].append(row.organisation)
    return tuple(BoardCount(code, tuple(them), board) for code, them in having.items())
