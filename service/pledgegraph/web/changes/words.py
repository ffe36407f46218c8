"""How a change item is shown: signs and words; colour only repeats them.

Promises for each code a sign that no other of its list has.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue import Difference, Unsaid
from pledgegraph.model import Change, Concept


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign with its word, by the notation of a code."""

    notation: str
    sign: str
    word: str
    meaning: str


def _list_signs(*rows: tuple[str, str, str, str]) -> Mapping[str, Sign]:
    return {row[0]: Sign(*row) for row in rows}


DIRECTIONS: Final = _list_signs(
    ("added", "+", "added", "the later text holds what the earlier had no counterpart of"),
    ("strengthened", "↑", "strengthened", "it asks more on one side, and less on none"),
    ("weakened", "↓", "weakened", "it asks less on one side, whatever it asks more of"),
    ("removed", "×", "removed", "the later text has no counterpart"),
    ("relocated", "→", "relocated", "it left the binding text for another place"),
    ("retained", "=", "retained", "it stays, with no material difference"),
)
"""Each direction by its notation. It is that of a commitment in a text, and no verdict."""

DISCLOSURES: Final = _list_signs(
    ("announced", "●", "announced", "the publisher’s account tells it, with its direction"),
    ("partly-announced", "◐", "partly announced", "the account names its class alone"),
    ("silent", "○", "silent", "there is an account, and it leaves this out"),
    ("no-account", "∅", "no account", "the publisher gave no account of this change"),
    ("not-known", "?", "not known", "no source here tells whether it was announced"),
)
"""Each disclosure by its notation, and what stands where there is none."""

DIFFERENCES: Final[Mapping[Difference, str]] = {
    Difference.DESCRIPTION: "description",
    Difference.CONSEQUENCE: "consequence",
    Difference.BASES: "bases",
    Difference.NUMBERS: "numbers",
}

UNSAID: Final[Mapping[Unsaid, str]] = {
    Unsaid.FORMER_THRESHOLDS: "Of former versions only notable thresholds are on record: what one "
    "side lacks here, its text may still set.",
    Unsaid.NO_THRESHOLDS_BEFORE: "No threshold of the first version is on record.",
    Unsaid.NO_THRESHOLDS_AFTER: "No threshold of the second version is on record.",
    Unsaid.NO_STEPS: "No chain of changes on record leads from the first to the second.",
    Unsaid.STEP_WITHOUT_ITEMS: "Of a step between them no single commitment is on record.",
    Unsaid.NOT_OUT_BEFORE: "The first version was not surely out on the day chosen.",
    Unsaid.NOT_OUT_AFTER: "The second version was not surely out on the day chosen.",
    Unsaid.NOT_KNOWN_BEFORE: "The first version was not surely public by the day that sources are "
    "known by: what is on record of it is left out.",
    Unsaid.NOT_KNOWN_AFTER: "The second version was not surely public by the day that sources are "
    "known by: what is on record of it is left out.",
}


def get_disclosure_sign(disclosure: Concept | None) -> Sign:
    """Return how a disclosure is shown, or that there is none."""
    return DISCLOSURES["not-known" if disclosure is None else disclosure.notation]


def describe_reasons(change: Change) -> str:
    """Return whether the organisation said why, in words."""
    if change.reasons_stated is None:
        return "Whether reasons were given is not known."
    if change.reasons_stated:
        return "The organisation gave reasons in public."
    return "No reasons given in public were found."
