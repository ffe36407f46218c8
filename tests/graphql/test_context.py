"""`pledgegraph.graphql.context`: what is kept of what was checked."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from pledgegraph.catalogue import Catalogue
from pledgegraph.errors import Busy, InvalidRequest
from pledgegraph.graphql.context import Context
from pledgegraph.severity import Severity
from pledgegraph.validation.findings import Finding, ValidationReport
from pledgegraph.validation.profiles import Profile

CATALOGUE = cast("Catalogue", None)
FINDING = Finding(Severity.INFO, "x:v", "v", None, None, "m", "x:s", "S", "Or")


class Counting:
    """Checks that make a new report each time, and fail as often as they are told to."""

    def __init__(self, *, failures: int = 0, message: str = "m") -> None:
        self.asked = 0
        self.failures = failures
        self.finding = replace(FINDING, message=message)

    def validate_version(self, version: str, *, profile: Profile) -> ValidationReport:
        self.asked += 1
        if self.asked <= self.failures:
            raise Busy(service="validation", seconds=20)
        return ValidationReport((self.finding,), 1, 1, version, "1", "1", "d", profile=profile)


def test_a_version_is_checked_once_in_each_profile() -> None:
    checks = Counting()
    context = Context(CATALOGUE, checks=checks)
    first = context.validate_version("x:v", Profile.RECORD)
    assert context.validate_version("x:v", Profile.RECORD) is first
    assert context.validate_version("x:v", Profile.COMMITMENT).profile is Profile.COMMITMENT
    assert context.validate_version("x:w", Profile.RECORD).engine == "x:w"
    assert checks.asked == 3


def test_a_failure_is_not_kept() -> None:
    context = Context(CATALOGUE, checks=Counting(failures=1))
    with pytest.raises(Busy):
        context.validate_version("x:v", Profile.RECORD)
    assert context.validate_version("x:v", Profile.RECORD).is_passed


@pytest.mark.parametrize(
    ("checks", "cache_bytes"), [(Counting(), 0), (Counting(message="m" * 5_000), 6_000)]
)
def test_no_more_is_kept_than_there_is_room_for(checks: Counting, cache_bytes: int) -> None:
    context = Context(CATALOGUE, checks=checks, cache_bytes=cache_bytes)
    for _ in range(2):
        context.validate_version("x:v", Profile.RECORD)
    assert checks.asked == 2


def test_who_checks_nothing_says_so() -> None:
    with pytest.raises(InvalidRequest, match=r"^validation: no record is checked here; ") as caught:
        Context(CATALOGUE).validate_version("x:v", Profile.RECORD)
    assert caught.value.code == "NOT_CHECKED_HERE"
