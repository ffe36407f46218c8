"""Which text was in force on a day: a pure answer from the days that each date can mean.

Promises no guess: what a loosely stated date leaves open is undetermined. Imports no third party.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from pledgegraph.catalogue.links import group
from pledgegraph.model import Framework, FrameworkVersion, StatedDate
from pledgegraph.reader.chains import close

Endings = Mapping[str, tuple[FrameworkVersion, ...]]
"""By a version's IRI, the versions whose coming into force ends it."""


class InForce(StrEnum):
    """Whether a version that can have been in force on a day surely was."""

    IN_FORCE = "IN_FORCE"
    UNDETERMINED = "UNDETERMINED"


@dataclass(frozen=True, slots=True)
class VersionInForce:
    """A version that can have been in force on a day, with whether it surely was."""

    version: FrameworkVersion
    state: InForce


def index_endings(
    versions: tuple[FrameworkVersion, ...], frameworks: tuple[Framework, ...]
) -> Endings:
    """Return what ends each version: what replaces it, and what replaces its framework.

    Either may do so through others. Only what was published takes a place; but what replaces a
    draft takes the place of what that would have replaced.
    """
    before = {v.iri: v.replaces for v in versions}
    works_before = {f.iri: f.replaces for f in frameworks}
    found: dict[str, list[FrameworkVersion]] = {v.iri: [] for v in versions}
    versions_of = group((v.framework, v.iri) for v in versions)
    for later in filter(is_published, versions):
        works = close(later.framework, works_before)
        ended = chain.from_iterable(versions_of.get(work, ()) for work in works)
        for iri in close(later.iri, before).union(ended):
            found[iri].append(later)
    return {iri: tuple(ends) for iri, ends in found.items()}


def is_published(version: FrameworkVersion) -> bool:
    """Whether `version` was published: not as a draft only, and not just announced."""
    return version.publication.notation == "published"


def list_in_force(
    versions: Iterable[FrameworkVersion], endings: Endings, *, day: date
) -> tuple[VersionInForce, ...]:
    """Return the versions that can have been in force on `day`, each with whether it surely was.

    A version is in force from the day it takes effect, else from its issue, until the first that
    ends it is. Only what was published is, and no translation. What was surely not in force is
    left out. A version that has been withdrawn since was in force on a day before that; as no
    record says when it was withdrawn, it stays in force here until something ends it.
    """
    found = []
    for version in versions:
        state = _find_state(version, endings[version.iri], day)
        if state is not None and is_published(version) and version.translation_of is None:
            found.append(VersionInForce(version, state))
    return tuple(found)


def _find_state(
    version: FrameworkVersion, ending: tuple[FrameworkVersion, ...], day: date
) -> InForce | None:
    start = start_of(version)
    ends = [start_of(later) for later in ending]
    if start.earliest > day or any(end.latest <= day for end in ends):
        return None
    if start.latest <= day and all(end.earliest > day for end in ends):
        return InForce.IN_FORCE
    return InForce.UNDETERMINED


def start_of(version: FrameworkVersion) -> StatedDate:
    """Return from when `version` is in force: when it takes effect, else its issue."""
    return version.effective or version.issued
