"""Which branch of a finding nearly held. Imports no third party."""

from collections.abc import Iterable

from pledgegraph.validation.findings import Branch, Finding

Distance = tuple[bool, int, int]


def sort_branches(branches: Iterable[Branch]) -> tuple[Branch, ...]:
    """Return `branches` with those first that hold, then those that nearly did."""
    return tuple(sorted(branches, key=measure_distance))


def measure_distance(branch: Branch) -> Distance:
    """Return how far `branch` is from holding, to compare with that of others.

    A branch of which something is there is nearer than one of which nothing is, then one with
    fewer faults, then one whose faults lie less deep.
    """
    is_absent = bool(branch.findings) and not branch.is_begun
    return (is_absent, *_measure(branch))


def _measure(branch: Branch) -> tuple[int, int]:
    """Return the faults of `branch` and how deep they lie; a fault with reasons counts as these."""
    inner = [_measure_finding(finding) for finding in branch.findings]
    return sum(faults for faults, _ in inner), max((depth for _, depth in inner), default=0)


def _measure_finding(finding: Finding) -> tuple[int, int]:
    failed = (branch for branch in finding.because if branch.findings)
    faults, depth = min(map(_measure, failed), default=(1, 0))
    return faults, depth + 1
