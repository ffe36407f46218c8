"""The names that are like one that nothing has: what an error suggests.

Promises an answer in little time whatever name is given. Imports nothing of the package.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

_ALIKE: Final = 0.6
_LONGEST: Final = 64
_MOST: Final = 5


def list_nearest(given: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return up to five of the `known` that are like `given`, nearest first, equals in order.

    What stands within `given` comes before what is spelt like it; case does not matter. Nothing
    is like a name of more than 64 characters: comparing takes time that grows with its length.

    >>> list_nearest("ii.B", ["I.a", "II.a", "II.b"])
    ('II.b', 'II.a')
    >>> list_nearest("II", ["I.a", "II.a", "II.b"])
    ('II.a', 'II.b')
    """
    if len(given) > _LONGEST:
        return ()
    wanted = given.casefold()
    rated = [(_rate(wanted, name.casefold()), name) for name in known]
    alike = sorted((r for r in rated if r[0] >= _ALIKE), key=lambda r: r[0], reverse=True)
    return tuple(name for _, name in alike[:_MOST])


def _rate(wanted: str, name: str) -> float:
    if name.startswith(f"{wanted}."):
        return 1.0
    return SequenceMatcher(None, wanted, name).ratio()
