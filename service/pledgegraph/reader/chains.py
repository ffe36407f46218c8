"""Links followed to their end: what is reached from a record, and the chain of a version.

Promises answers that no cycle keeps from ending. Must not know the graph: records link by IRI.
"""

from collections.abc import Iterable, Mapping

from pledgegraph.model import FrameworkVersion


def close(start: str, direct: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return what is reached from `start`, which is among it only through a cycle.

    >>> sorted(close("a", {"a": ("b",), "b": ("c",), "c": ("b",)}))
    ['b', 'c']
    """
    seen: set[str] = set()
    waiting = list(direct[start])
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting.extend(direct[key])
    return frozenset(seen)


def index_chains(
    versions: Iterable[FrameworkVersion],
) -> Mapping[str, tuple[FrameworkVersion, ...]]:
    """Return, by IRI, each version with all that it replaces, directly or not, itself first."""
    known = {version.iri: version for version in versions}
    replaced = {iri: version.replaces for iri, version in known.items()}
    return {
        iri: (version, *(known[other] for other in sorted(close(iri, replaced) - {iri})))
        for iri, version in known.items()
    }


def rank_chain(chain: tuple[FrameworkVersion, ...]) -> tuple[int, int, int]:
    """Return what a version with this chain is sorted by: first and last day of issue, and length.

    The days are ordinals. No version is older than what it replaces, however loosely its own day
    is stated.
    """
    issued = [version.issued for version in chain]
    return (
        max(day.earliest.toordinal() for day in issued),
        max(day.latest.toordinal() for day in issued),
        len(chain),
    )
