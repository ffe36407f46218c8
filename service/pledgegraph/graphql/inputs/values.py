"""What the parts of every filter are turned into."""

from collections.abc import Sequence
from typing import Final, TypeVar

from pledgegraph.errors import LimitExceeded
from pledgegraph.graphql.connections import MAX_PAGE

V = TypeVar("V")

ADMITS: Final = (
    "every part given must hold; within a list, any value. An empty list admits nothing."
)

MAX_TEXT: Final = 200

ANY_CASE: Final = f"whatever the case; {MAX_TEXT} characters at most."


def as_tuple(values: Sequence[V] | None) -> tuple[V, ...] | None:
    """Return the values given, each once, and None where none were.

    Raises:
        LimitExceeded: more than 100 were given.
    """
    if values is not None and len(values) > MAX_PAGE:
        raise LimitExceeded(
            limit="filter-values",
            maximum=MAX_PAGE,
            found=len(values),
            remedy="give fewer values, or ask several times",
        )
    return None if values is None else tuple(dict.fromkeys(values))


def as_text(text: str | None) -> str | None:
    """Return the text given.

    Raises:
        LimitExceeded: it has more than 200 characters.
    """
    if text is not None and len(text) > MAX_TEXT:
        raise LimitExceeded(
            limit="filter-text",
            maximum=MAX_TEXT,
            found=len(text),
            remedy="look for a few words of it",
        )
    return text
