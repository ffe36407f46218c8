"""Links turned round.

Promises answers in the order they were given. Imports nothing of the package.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

V = TypeVar("V")


def group(pairs: Iterable[tuple[str, V]]) -> Mapping[str, tuple[V, ...]]:
    """Return the values of each key, in the order of the pairs.

    >>> group([("a", 1), ("b", 2), ("a", 3)])
    {'a': (1, 3), 'b': (2,)}
    """
    found: dict[str, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
