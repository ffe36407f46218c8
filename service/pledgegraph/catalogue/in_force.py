"""Which text was in force on a day: a pure answer from the days that each date can mean.

Promises no guess: what a loosely stated date leaves open is undetermined. Imports no third party.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from pledgegraph.catalogue.links import close
from pledgegraph.model import Framework, FrameworkVersion, StatedDate

Followers = Mapping[str, tuple[FrameworkVersion, ...]]
"""By a version's IRI, the versions that come after it in its place, directly or not."""


class InForce(StrEnum):
    """Whether a version that can have been in force on a day surely was."""

    IN_FORCE = "IN_FORCE"
    UNDETERMINED = "UNDETERMINED"


def index_followers(
    versions: tuple[FrameworkVersion, ...], frameworks: tuple[Framework, ...]
) -> Followers:
    """Return what follows each version: what replaces it, and what replaces its framework.

    A draft takes nobody's place, but what replaces a draft takes the place of what that would have
    replaced.
    """
    before = {v.iri: v.replaces for v in versions}
    works_before = {f.iri: f.replaces for f in frameworks}
    found: dict[str, list[FrameworkVersion]] = {v.iri: [] for v in versions}
    for follower in versions:
        if is_draft(follower):
            continue
        replaced = close(follower.iri, before)
        works = close(follower.framework, works_before)
        for version in versions:
            if version.iri in replaced or version.framework in works:
                found[version.iri].append(follower)
    return {iri: tuple(followers) for iri, followers in found.items()}


def is_draft(version: FrameworkVersion) -> bool:
    """Whether `version` was published as a draft only."""
    return version.publication.notation == "draft"


def list_in_force(
    versions: Iterable[FrameworkVersion], followers: Followers, *, day: date
) -> tuple[tuple[FrameworkVersion, InForce], ...]:
    """Return the versions that can have been in force on `day`, each with whether it surely was.

    A version is in force from the day it takes effect, else from its issue, until the first of its
    followers is. Drafts and translations are not. What was surely not in force is left out.
    """
    found = []
    for version in versions:
        state = _find_state(version, followers[version.iri], day)
        if state is not None and not is_draft(version) and version.translation_of is None:
            found.append((version, state))
    return tuple(found)


def _find_state(
    version: FrameworkVersion, followers: tuple[FrameworkVersion, ...], day: date
) -> InForce | None:
    start = _start_of(version)
    ends = [_start_of(follower) for follower in followers]
    if start.earliest > day or any(end.latest <= day for end in ends):
        return None
    if start.latest <= day and all(end.earliest > day for end in ends):
        return InForce.IN_FORCE
    return InForce.UNDETERMINED


def _start_of(version: FrameworkVersion) -> StatedDate:
    return version.effective or version.issued
