"""What a resolver may ask: one catalogue of one dataset revision, and who checks its records."""

from typing import Any, Final, Protocol, TypeAlias

import strawberry

from pledgegraph.catalogue import Catalogue
from pledgegraph.errors import InvalidRequest
from pledgegraph.graphql.bounded_cache import BoundedCache
from pledgegraph.graphql.connections import SortedList
from pledgegraph.validation.findings import ValidationReport
from pledgegraph.validation.profiles import Profile

ListKey: TypeAlias = tuple[object, ...]
Lists: TypeAlias = BoundedCache[ListKey, SortedList[Any]]

_MAX_LISTS: Final = 2_000
_MAX_REPORTS: Final = 2_000
_BYTES_PER_REPORT: Final = 1_000
_ONE_REQUEST: Final = 8_000_000


class Checks(Protocol):
    """Checks the record of a version that is shipped, wherever that is done, for any thread."""

    def validate_version(self, version: str, *, profile: Profile) -> ValidationReport:
        """Return the report on the version with this IRI.

        Raises:
            Busy: as many as can be are checked just now.
            EngineFailure: the check did not finish, which is no verdict.
        """
        ...


class Context:
    """The value that every resolver is given.

    `lists` keeps lists that were asked for: one request may come to the same one a thousand times.
    """

    __slots__ = ("_checks", "_reports", "catalogue", "lists")

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        checks: Checks | None = None,
        cache_bytes: int = _ONE_REQUEST,
    ) -> None:
        """Answer from `catalogue`, and of `checks` what is checked of its records, if anything is.

        Lists of `cache_bytes` are kept at most, and as much of reports; 0 keeps none. What is kept
        by default is enough for one request.
        """
        self.catalogue = catalogue
        self.lists: Lists = BoundedCache(max_entries=_MAX_LISTS, max_bytes=cache_bytes)
        self._checks = checks
        self._reports: BoundedCache[tuple[str, Profile], ValidationReport] = BoundedCache(
            max_entries=_MAX_REPORTS, max_bytes=cache_bytes
        )

    def validate_version(self, version: str, profile: Profile) -> ValidationReport:
        """Return the report on a version, by its IRI, as it was kept or else made now.

        The data of a context never changes, so that a report stays true.

        Raises:
            InvalidRequest: nothing is checked here.
            PledgegraphError: see `Checks`.
        """
        report = self._reports.find((version, profile))
        if report is None:
            if self._checks is None:
                raise InvalidRequest(
                    code="NOT_CHECKED_HERE",
                    part="validation",
                    problem="no record is checked here",
                    expected="the same to be asked of the service, or of pledgegraph query",
                )
            report = self._checks.validate_version(version, profile=profile)
            size = _BYTES_PER_REPORT + sum(finding.size for finding in report.findings)
            self._reports.add((version, profile), report, size=size)
        return report


Info: TypeAlias = strawberry.Info[Context, None]
