"""The order of names that hold numbers."""

import re
from typing import Final

_DIGITS: Final = re.compile("[0-9]+")
_WIDTH: Final = 18


def natural_key(name: str) -> str:
    """Return `name` so that numbers in it compare by what they count.

    >>> sorted(["g42/e10", "g42/e9", "g42/e"], key=natural_key)
    ['g42/e', 'g42/e9', 'g42/e10']
    """
    return _DIGITS.sub(lambda digits: digits.group().zfill(_WIDTH), name)
