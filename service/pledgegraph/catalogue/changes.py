"""Questions about what changed between versions, and whether that was said.

Promises that a change counts from the day on which the text that it leads to was surely out, and
that what a date leaves open is kept and what is left out is counted. The items are those on record,
not all that changed. Imports no third party.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from pledgegraph.catalogue.assessments import AssessmentCatalogue
from pledgegraph.catalogue.evidence import EvidenceCatalogue
from pledgegraph.catalogue.left_out import LeftOut, count_left_out
from pledgegraph.catalogue.links import group
from pledgegraph.catalogue.matching import check_known, holds
from pledgegraph.catalogue.silence import (
    NOT_KNOWN,
    SILENT_REVISION_RATE,
    SilentRevisions,
    count_silence,
    name_disclosure,
)
from pledgegraph.catalogue.times import Standing, Times, find_standing, is_known
from pledgegraph.errors import InvalidArgument
from pledgegraph.model import (
    Change,
    ChangeItem,
    Claim,
    Framework,
    FrameworkVersion,
    Organisation,
    StatedDate,
    Statement,
    StatementKind,
)
from pledgegraph.reader import Records


@dataclass(frozen=True, slots=True)
class ChangeFilter:
    """Which changes are wanted: every part given must hold; within a part, any value.

    Organisations are slugs, directions and disclosures codes, requirements identifiers; of these
    three one item has to hold all that are given. `since` and `until` belong to what is wanted: a
    change that can have been on such a day is kept.
    """

    organisations: tuple[str, ...] | None = None
    directions: tuple[str, ...] | None = None
    disclosures: tuple[str, ...] | None = None
    requirements: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None

    @property
    def asks_items(self) -> bool:
        """Whether it asks something of the items of a change."""
        parts = (self.directions, self.disclosures, self.requirements)
        return any(part is not None for part in parts)


@dataclass(frozen=True, slots=True)
class RequirementStep:
    """What one version of a framework did to the answer to one requirement.

    `change` is None for a first version, and then there are no items. `question` names what was
    asked.
    """

    question: str
    version: FrameworkVersion
    change: Change | None
    items: tuple[ChangeItem, ...]
    claims: tuple[Claim, ...]

    @property
    def iri(self) -> str:
        """What it is found by among the answers to all questions."""
        return f"{self.question} {self.version.iri}"


def can_be_within(day: StatedDate, since: date | None, until: date | None) -> bool:
    """Whether `day` can be one of those from `since` to `until`, both included.

    >>> may = StatedDate("2025-05", date(2025, 5, 1), date(2025, 5, 31))
    >>> can_be_within(may, date(2025, 5, 31), None), can_be_within(may, None, date(2025, 4, 30))
    (True, False)
    """
    return (since is None or day.latest >= since) and (until is None or day.earliest <= until)


class ChangeCatalogue(EvidenceCatalogue, AssessmentCatalogue):
    """The part of the catalogue that knows what changed."""

    def __init__(self, records: Records) -> None:
        """Index the claims of `records` by the version that they are about."""
        super().__init__(records)
        self._claims_about = group((c.version, c) for c in records.claims)

    # --- one thing -------------------------------------------------------------------------

    def get_version_before(self, change: Change) -> FrameworkVersion:
        """Return the version that `change` starts from."""
        return self._version_by_iri[change.from_version]

    def get_version_after(self, change: Change) -> FrameworkVersion:
        """Return the version that `change` leads to."""
        return self._version_by_iri[change.to_version]

    def list_claims_about(self, version: FrameworkVersion) -> tuple[Claim, ...]:
        """Return the claims on record about `version`."""
        return self._claims_about.get(version.iri, ())

    def find_standing_of_change(self, change: Change, times: Times) -> Standing:
        """Return whether `change` counts at `times`: its later text was out by then."""
        return find_standing(self.get_version_after(change).issued, times)

    # --- lists -----------------------------------------------------------------------------

    def list_changes(self, wanted: ChangeFilter, times: Times) -> tuple[Change, ...]:
        """Return the wanted changes that count at `times`, newest first.

        Raises:
            InvalidArgument: an organisation, a code or a requirement in `wanted` is unknown, or
                `since` is after `until`.
        """
        return tuple(
            c
            for c in self._list_wanted(wanted)
            if self.find_standing_of_change(c, times) is Standing.COUNTS
        )

    def count_changes_left_out(self, wanted: ChangeFilter, times: Times) -> tuple[LeftOut, ...]:
        """Return how many of the wanted changes do not count at `times`, by why."""
        return count_left_out(
            self.find_standing_of_change(c, times) for c in self._list_wanted(wanted)
        )

    def list_items(self, change: Change, wanted: ChangeFilter) -> tuple[ChangeItem, ...]:
        """Return the items of `change` that hold what `wanted` asks of an item."""
        return tuple(i for i in change.items if self._is_wanted_item(i, wanted))

    def list_silent_revisions(
        self, times: Times, organisations: tuple[str, ...] | None = None
    ) -> tuple[SilentRevisions, ...]:
        """Return, for each organisation with a change that counts, how far it was announced.

        Raises:
            InvalidArgument: an organisation is unknown; with the known ones.
        """
        wanted = ChangeFilter(organisations=organisations)
        changes = self.list_changes(wanted, times)
        question = repr(("silentRevisions", times, organisations))
        found = []
        for organisation in self.organisations:
            own = [c for c in changes if organisation in self.list_organisations_at(c)]
            if own and holds(organisations, (organisation.slug,)):
                found.append(self._count_silence(question, organisation, own, times))
        return tuple(found)

    def list_unexplained_changes(self, wanted: ChangeFilter, times: Times) -> tuple[Change, ...]:
        """Return the wanted changes of an approach for which no reasons were on record by then.

        Reasons are evidence in which the organisation gives them, or the note that it does; they
        excuse a change from the day on which what they were read in was surely public. Where
        `reasons_stated` is None it is not known whether it gave any.
        """
        return tuple(
            c
            for c in self.list_changes(wanted, times)
            if c.affects and not any(is_known(day, times) for day in self._list_reason_days(c))
        )

    def list_requirement_steps(
        self, requirement: Statement, framework: Framework, times: Times
    ) -> tuple[RequirementStep, ...]:
        """Return what each version of `framework` did to the answer to `requirement`, in order.

        Only versions that were surely out by then are among it.
        """
        question = repr(("requirementSteps", requirement.iri, framework.iri, times))
        return tuple(
            self._step(question, requirement, version)
            for version in self.list_versions_of(framework)
            if find_standing(version.issued, times) is Standing.COUNTS
        )

    def list_organisations_at(self, change: Change) -> tuple[Organisation, ...]:
        """Return the organisations whose framework `change` leads to a version of."""
        return self.list_organisations_of(self.get_framework_of(self.get_version_after(change)))

    # --- inside ----------------------------------------------------------------------------

    def _count_silence(
        self, question: str, organisation: Organisation, changes: Iterable[Change], times: Times
    ) -> SilentRevisions:
        """Return how far `changes` were announced, with what those found by then who traced all."""
        every = self.list_assessments_of(organisation)
        standings = {
            a: find_standing(a.issued, times) for a in every if a.test.iri == SILENT_REVISION_RATE
        }
        return count_silence(
            question,
            organisation,
            changes=changes,
            studies=tuple(a for a, standing in standings.items() if standing is Standing.COUNTS),
            studies_left_out=count_left_out(standings.values()),
        )

    def _list_reason_days(self, change: Change) -> Iterator[StatedDate | None]:
        """Return when each text was issued that the reasons for `change` were read in.

        The note that there are reasons was read in the accounts of the change and in its sources;
        where none of these is on record, it has no day.
        """
        evidence = (*change.reasons, *chain.from_iterable(i.reasons for i in change.items))
        yield from (self.get_source_of(self._evidence_by_iri[iri]).issued for iri in evidence)
        if change.reasons_stated:
            accounts = (self._sources[iri] for iri in change.accounts)
            days = [s.issued for s in (*accounts, *self.list_sources_at(change.sources))]
            yield from days or (None,)

    def _list_wanted(self, wanted: ChangeFilter) -> tuple[Change, ...]:
        self._check_change_filter(wanted)
        found = [c for c in self.changes if self._is_wanted_change(c, wanted)]
        return tuple(sorted(found, key=self._newest_first))

    def _newest_first(self, change: Change) -> tuple[int, int, str]:
        issued = self.get_version_after(change).issued
        return (-issued.earliest.toordinal(), -issued.latest.toordinal(), change.iri)

    def _is_wanted_change(self, change: Change, wanted: ChangeFilter) -> bool:
        framework = self.get_framework_of(self.get_version_after(change))
        return (
            self._concerns(framework.organisations, wanted.organisations)
            and can_be_within(self.get_version_after(change).issued, wanted.since, wanted.until)
            and (not wanted.asks_items or bool(self.list_items(change, wanted)))
        )

    def _is_wanted_item(self, item: ChangeItem, wanted: ChangeFilter) -> bool:
        return (
            holds(wanted.directions, (item.direction.notation,))
            and holds(wanted.disclosures, (name_disclosure(item),))
            and holds(wanted.requirements, map(self._identifier_of, item.requirements))
        )

    def _identifier_of(self, iri: str) -> str | None:
        found = self.find_node(iri)
        return found.identifier if isinstance(found, Statement) else None

    def _check_change_filter(self, wanted: ChangeFilter) -> None:
        self._check_organisations(wanted.organisations)
        self._check_codes("direction", wanted.directions, argument="directions")
        codes = tuple(d for d in wanted.disclosures or () if d != NOT_KNOWN)
        self._check_codes("disclosure", codes, argument="disclosures")
        requirements = (s for s in self.statements if s.kind is StatementKind.REQUIREMENT)
        check_known("requirement", wanted.requirements, (s.identifier for s in requirements))
        check_order(wanted.since, wanted.until)

    def _step(
        self, question: str, requirement: Statement, version: FrameworkVersion
    ) -> RequirementStep:
        change = self.find_change_to(version)
        items = () if change is None else change.items
        claims = self._claims_about.get(version.iri, ())
        return RequirementStep(
            question,
            version,
            change,
            tuple(i for i in items if requirement.iri in i.requirements),
            tuple(c for c in claims if c.requirement == requirement.iri),
        )


def check_order(since: date | None, until: date | None) -> None:
    """Refuse a time that ends before it begins.

    Raises:
        InvalidArgument: `since` is after `until`.
    """
    if since is not None and until is not None and since > until:
        raise InvalidArgument(
            argument="since", problem=f"{since} is after {until}", expected="a day up to until"
        )
