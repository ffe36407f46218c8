"""Links turned round or followed to their end.

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
