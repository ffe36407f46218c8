"""What the parts of every filter are turned into."""

from collections.abc import Sequence
from typing import Final, TypeVar

from pledgegraph.errors import LimitExceeded
from pledgegraph.graphql.connections import MAX_PAGE

V = TypeVar("V")

ADMITS: Final = (
    "every part given must hold; within a list, any value. An empty list admits nothing."
)


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
