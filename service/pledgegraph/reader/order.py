"""The order of names that hold numbers."""

import re
from typing import Final

_PART: Final = re.compile(r"(\D*)(\d{0,18})")


def natural_key(name: str) -> tuple[tuple[str, int], ...]:
    """Return the key that sorts `name` with its numbers as numbers.

    >>> sorted(["e10", "e9", "e"], key=natural_key)
    ['e', 'e9', 'e10']
    """
    return tuple((text, int(digits or -1)) for text, digits in _PART.findall(name))
