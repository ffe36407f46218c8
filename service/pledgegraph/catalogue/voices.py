"""How many independent voices say something: a pure count over who depends on whom.

Promises a number that no order of its inputs changes, and that a further dependence never raises.
Imports nothing of the package.
"""

from collections.abc import Iterable


def count_groups(members: Iterable[str], links: Iterable[tuple[str, str]]) -> int:
    """Return into how many groups `members` fall when whatever a link joins is one group.

    A link joins through what is no member too.

    >>> count_groups(["a", "b", "c"], [("a", "x"), ("x", "b")])
    2
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
    return len({leader(member) for member in members})
