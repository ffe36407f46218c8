"""Who speaks with whom: a pure partition over who depends on whom.

Promises groups that no order of its inputs changes, and that a further dependence never parts.
Imports nothing of the package.
"""

from collections.abc import Iterable, Mapping


def find_groups(members: Iterable[str], links: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return the group of each of the `members`, named by one of those that speak in it.

    Whatever a link joins is one group; a link joins through what is no member too.

    >>> sorted(find_groups(["a", "b", "c"], [("a", "x"), ("x", "b")]).items())
    [('a', 'a'), ('b', 'a'), ('c', 'c')]
    """
    leaders: dict[str, str] = {}

    def leader(name: str) -> str:
        while name in leaders:
            name = leaders[name]
        return name

    for one, other in links:
        first, second = leader(one), leader(other)
        if first != second:
            leaders[second] = first
    return {member: leader(member) for member in members}
