"""What a resolver may ask: one catalogue of one dataset revision."""

from typing import Any, Final, TypeAlias

import strawberry

from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.bounded_cache import BoundedCache
from pledgegraph.graphql.connections import SortedList

ListKey: TypeAlias = tuple[object, ...]
Lists: TypeAlias = BoundedCache[ListKey, SortedList[Any]]

_MAX_LISTS: Final = 2_000
_ONE_REQUEST: Final = 8_000_000


class Context:
    """The value that every resolver is given.

    `lists` keeps lists that were asked for: one request may come to the same one a thousand times.
    """

    __slots__ = ("catalogue", "lists")

    def __init__(self, catalogue: Catalogue, *, cache_bytes: int = _ONE_REQUEST) -> None:
        """Answer from `catalogue`, and keep lists of `cache_bytes` at most; 0 keeps none.

        What is kept by default is enough for one request.
        """
        self.catalogue = catalogue
        self.lists: Lists = BoundedCache(max_entries=_MAX_LISTS, max_bytes=cache_bytes)


Info: TypeAlias = strawberry.Info[Context, None]
