"""What a resolver may ask: one catalogue of one dataset revision."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import strawberry

from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.bounded_cache import BoundedCache
from pledgegraph.graphql.connections import SortedList

Lists: TypeAlias = BoundedCache[Hashable, SortedList[Any]]

_MAX_LISTS: Final = 2_000
_MAX_BYTES: Final = 8_000_000


def _create_lists() -> Lists:
    return BoundedCache(max_entries=_MAX_LISTS, max_bytes=_MAX_BYTES)


@dataclass(frozen=True, slots=True)
class Context:
    """The value that every resolver is given.

    `lists` keeps lists that were asked for: one request may come to the same one a thousand times.
    """

    catalogue: Catalogue
    lists: Lists = field(default_factory=_create_lists)


Info: TypeAlias = strawberry.Info[Context, None]
