"""Two versions of one organisation's frameworks, held against each other as far as is on record.

Promises that thresholds are paired by label and risk alone, that nothing is called gone which is
only not on record, and that the steps between the two are those of the record. What was not surely
public by the day asked for is left out and counted; what was out only after the day asked about is
told, and said to be so. Imports no third party.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pledgegraph.catalogue.changes import ChangeCatalogue
from pledgegraph.catalogue.left_out import LeftOut, sum_left_out
from pledgegraph.catalogue.thresholds import ThresholdCatalogue
from pledgegraph.catalogue.times import Standing, Times, find_standing, is_known
from pledgegraph.errors import InvalidArgument
from pledgegraph.model import Change, FrameworkVersion, Organisation, Threshold

_PARTS: Final = 3


class Difference(StrEnum):
    """What differs between the records of one threshold in two versions."""

    DESCRIPTION = "description"
    CONSEQUENCE = "consequence"
    BASES = "bases"
    NUMBERS = "numbers"


class Unsaid(StrEnum):
    """What a difference of two versions cannot say, and why."""

    FORMER_THRESHOLDS = "former-thresholds"
    """Of former versions only notable thresholds are on record: one side may lack what it set."""
    NO_THRESHOLDS_BEFORE = "no-thresholds-before"
    """No threshold of the earlier version is on record."""
    NO_THRESHOLDS_AFTER = "no-thresholds-after"
    """No threshold of the later version is on record."""
    NO_STEPS = "no-steps"
    """No chain of changes on record leads from one to the other."""
    STEP_WITHOUT_ITEMS = "step-without-items"
    """Of a step between them no single commitment is on record."""
    NOT_OUT_BEFORE = "not-out-before"
    """The earlier version was not surely out on the day asked about."""
    NOT_OUT_AFTER = "not-out-after"
    """The later version was not surely out on the day asked about."""
    NOT_KNOWN_BEFORE = "not-known-before"
    """The earlier version was not surely public by the day asked for: it is left out."""
    NOT_KNOWN_AFTER = "not-known-after"
    """The later version was not surely public by the day asked for: it is left out."""


@dataclass(frozen=True, slots=True)
class ThresholdPair:
    """One threshold as both versions have it on record, and what differs, in our words."""

    before: Threshold
    after: Threshold
    differences: tuple[Difference, ...]

    @property
    def iri(self) -> str:
        """What it is found by among the answers to all questions."""
        return f"{self.before.iri} {self.after.iri}"


@dataclass(frozen=True, slots=True)
class VersionDiff:
    """Two versions side by side: thresholds by label and risk, and the changes between the two.

    `changes` begin with the step from `before`. `unsaid` says what none of it can tell. What was
    not surely public by then is counted by why, thresholds and steps apart.
    """

    organisation: Organisation
    before: FrameworkVersion
    after: FrameworkVersion
    times: Times
    only_before: tuple[Threshold, ...]
    only_after: tuple[Threshold, ...]
    both: tuple[ThresholdPair, ...]
    changes: tuple[Change, ...]
    unsaid: tuple[Unsaid, ...]
    thresholds_left_out: tuple[LeftOut, ...]
    changes_left_out: tuple[LeftOut, ...]

    @property
    def iri(self) -> str:
        """What it is found by among the answers to all questions."""
        return f"{self.before.iri} {self.after.iri} {self.times}"


class VersionDiffCatalogue(ThresholdCatalogue, ChangeCatalogue):
    """The part of the catalogue that holds versions against each other."""

    def get_version_named(self, name: str, *, argument: str) -> FrameworkVersion:
        """Return the version `organisation/framework/version`, each a slug.

        Raises:
            InvalidArgument: it has not three parts.
            NotFound: no such organisation, framework or version; with the nearest slugs.
        """
        parts = name.split("/")
        if len(parts) != _PARTS:
            raise InvalidArgument(
                argument=argument,
                problem=f"“{name[:80]}” names no version",
                expected="organisation/framework/version, such as "
                "google/frontier-safety-framework/2-0",
            )
        return self.get_version(*parts)

    def name_version(self, version: FrameworkVersion) -> str:
        """Return what `get_version_named` finds `version` by."""
        framework = self.get_framework_of(version)
        organisation = self.list_organisations_of(framework)[0]
        return f"{organisation.slug}/{framework.slug}/{version.slug}"

    def diff_versions(self, before: str, after: str, times: Times) -> VersionDiff:
        """Return what was on record by then to differ between two versions, named as above.

        Thresholds and steps of a text that was not surely public by then are left out and counted.

        Raises:
            InvalidArgument: they are the same, or of different organisations.
            NotFound: there is no such version; with the nearest names.
        """
        first = self.get_version_named(before, argument="from")
        second = self.get_version_named(after, argument="to")
        organisation = self._get_common_organisation(first, second)
        unknown = [v for v in (first, second) if not is_known(v.issued, times)]
        old, new = (() if v in unknown else self.list_thresholds_of(v) for v in (first, second))
        both = _pair(old, new)
        paired = {t.iri for pair in both for t in (pair.before, pair.after)}
        every = self.list_changes_between(first, second)
        changes = tuple(c for c in every if self._is_known_change(c, times))
        return VersionDiff(
            organisation=organisation,
            before=first,
            after=second,
            times=times,
            only_before=tuple(t for t in old if t.iri not in paired),
            only_after=tuple(t for t in new if t.iri not in paired),
            both=both,
            changes=changes,
            unsaid=self._list_unsaid(first, second, every, times),
            thresholds_left_out=_count_unknown(len(self.list_thresholds_of(v)) for v in unknown),
            changes_left_out=_count_unknown((len(every) - len(changes),)),
        )

    def list_changes_between(
        self, before: FrameworkVersion, after: FrameworkVersion
    ) -> tuple[Change, ...]:
        """Return the changes that lead from `before` to `after`, in order; none where none do."""
        found: list[Change] = []
        seen: set[str] = set()
        version = after
        while version.iri != before.iri:
            change = self.find_change_to(version)
            if change is None or version.iri in seen:
                return ()
            seen.add(version.iri)
            found.append(change)
            version = self.get_version_before(change)
        return tuple(reversed(found))

    # --- inside ----------------------------------------------------------------------------

    def _is_known_change(self, change: Change, times: Times) -> bool:
        return is_known(self.get_version_after(change).issued, times)

    def _get_common_organisation(
        self, before: FrameworkVersion, after: FrameworkVersion
    ) -> Organisation:
        if before.iri == after.iri:
            raise InvalidArgument(
                argument="to", problem="it is the same version", expected="another version"
            )
        first = self.list_organisations_of(self.get_framework_of(before))
        second = self.list_organisations_of(self.get_framework_of(after))
        common = next((o for o in first if o in second), None)
        if common is None:
            raise InvalidArgument(
                argument="to",
                problem=f"it is of {second[0].label}, the other of {first[0].label}",
                expected="two versions of one organisation",
            )
        return common

    def _list_unsaid(
        self,
        before: FrameworkVersion,
        after: FrameworkVersion,
        changes: tuple[Change, ...],
        times: Times,
    ) -> tuple[Unsaid, ...]:
        is_former = not (self.is_current(before) and self.is_current(after))
        first, second = (find_standing(v.issued, times) for v in (before, after))
        reasons = {
            Unsaid.FORMER_THRESHOLDS: is_former,
            Unsaid.NO_THRESHOLDS_BEFORE: not self.list_thresholds_of(before),
            Unsaid.NO_THRESHOLDS_AFTER: not self.list_thresholds_of(after),
            Unsaid.NO_STEPS: not changes,
            Unsaid.STEP_WITHOUT_ITEMS: any(
                not c.items for c in changes if self._is_known_change(c, times)
            ),
            Unsaid.NOT_OUT_BEFORE: first is Standing.LATER,
            Unsaid.NOT_OUT_AFTER: second is Standing.LATER,
            Unsaid.NOT_KNOWN_BEFORE: first is Standing.NOT_KNOWN,
            Unsaid.NOT_KNOWN_AFTER: second is Standing.NOT_KNOWN,
        }
        return tuple(reason for reason, holds in reasons.items() if holds)


def _count_unknown(counts: Iterable[int]) -> tuple[LeftOut, ...]:
    return sum_left_out(LeftOut(Standing.NOT_KNOWN, count) for count in counts)


def _key(threshold: Threshold) -> tuple[str, frozenset[str]]:
    return (threshold.label.casefold(), frozenset(r.notation for r in threshold.risks))


def _pair(old: Iterable[Threshold], new: Iterable[Threshold]) -> tuple[ThresholdPair, ...]:
    """Return the thresholds of both with one label and the same risks; of namesakes the first."""
    waiting: dict[tuple[str, frozenset[str]], list[Threshold]] = {}
    for threshold in old:
        waiting.setdefault(_key(threshold), []).append(threshold)
    found = []
    for after in new:
        if waiting.get(_key(after)):
            before = waiting[_key(after)].pop(0)
            found.append(ThresholdPair(before, after, _compare(before, after)))
    return tuple(found)


def _compare(before: Threshold, after: Threshold) -> tuple[Difference, ...]:
    sides = {
        Difference.DESCRIPTION: (before.description, after.description),
        Difference.CONSEQUENCE: (before.consequence, after.consequence),
        Difference.BASES: (_list_bases(before), _list_bases(after)),
        Difference.NUMBERS: (_list_numbers(before), _list_numbers(after)),
    }
    return tuple(what for what, (one, other) in sides.items() if one != other)


def _list_bases(threshold: Threshold) -> list[tuple[str, str]]:
    return sorted((b.kind.notation, b.criterion or "") for b in threshold.bases)


def _list_numbers(threshold: Threshold) -> list[str]:
    return sorted(repr(b.quantity) for b in threshold.bases if b.quantity is not None)
