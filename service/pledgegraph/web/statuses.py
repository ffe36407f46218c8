"""How the status of a cell is shown: a sign and a word; colour only repeats them.

Promises the words of the code list, and for each a sign that no other has.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class StatusSign:
    """The sign of a status, its word, and what it says in a line."""

    notation: str
    sign: str
    word: str
    meaning: str

    @property
    def short_word(self) -> str:
        """The word where there is little room."""
        return self.word.removesuffix(" supported")


STATUS_SIGNS: Final[Mapping[str, StatusSign]] = {
    notation: StatusSign(notation, sign, word, meaning)
    for notation, sign, word, meaning in (
        ("contested", "⇄", "contested", "something for it and something against it"),
        ("contradicted", "−", "contradicted", "something against it, nothing for it"),
        ("supported", "+", "supported", "something for it, nothing against it"),
        ("partly", "±", "partly supported", "what is for it is so in part only"),
        ("withheld", "■", "withheld", "held back from the public, with a reason"),
        ("not-applicable", "/", "not applicable", "said not to apply, with a reason"),
        ("not-addressed", "○", "not addressed", "the whole text was read and does not address it"),
        ("none-found", "∅", "none found", "a dated search found nothing"),
        ("not-reviewed", "·", "not reviewed", "nothing on record here; never a no"),
        ("mixed", "≈", "mixed", "its requirements do not all have one status"),
    )
}
"""Each status by its notation, in the order of the code list."""


def get_status_sign(notation: str) -> StatusSign:
    """Return how a status is shown."""
    return STATUS_SIGNS[notation]
