"""How a change item is shown: signs and words; colour only repeats them.

Promises for each code a sign that no other of its list has.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue import Difference, LeftOut, Standing, Unsaid
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
    Unsaid.NOT_OUT: "On the days chosen, one of the two was not surely out.",
}

_LEFT_OUT: Final[Mapping[Standing, str]] = {
    Standing.NOT_KNOWN: "not surely public by then",
    Standing.LATER: "not yet out on that day",
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


def describe_left_out(left_out: Iterable[LeftOut]) -> str:
    """Return how many were left out and why, in words; nothing where none were."""
    return ", ".join(f"{one.count} {_LEFT_OUT.get(one.standing, one.standing)}" for one in left_out)
