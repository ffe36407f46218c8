"""The regular expressions of the shapes in words, for people who do not read them.

One that is not here is told by the description of its shape. Imports nothing of the package.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PATTERNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "^https?://": "an address that begins with https:// or http://",
        "^[a-z0-9]+(-[a-z0-9]+)*$": "small letters and digits, in parts joined by hyphens",
        "^sha256:[0-9a-f]{64}$": "sha256: and 64 of the digits 0 to 9 and a to f",
        "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "a language tag, such as en or zh-Hant",
        "^\\S+$": "a text without blanks",
    }
)
