"""Lists as connections: pages over a sorted list, with cursors that name a place in its order.

Follows the Relay Cursor Connections Specification
(https://relay.dev/graphql/connections.htm), and adds `totalCount` and `nodes`. A cursor holds the
sort key and the id of its record, so it stays good while other records come and go.
"""

import base64
import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

import strawberry

from pledgegraph.errors import InvalidArgument, LimitExceeded

MAX_PAGE = 100
DEFAULT_PAGE = 20

T = TypeVar("T")
SortKey = tuple[int | str, ...]

First = Annotated[
    int | None,
    strawberry.argument(
        description=f"How many records from the start, {MAX_PAGE} at most; "
        f"{DEFAULT_PAGE} when neither first nor last is given."
    ),
]
Last = Annotated[
    int | None,
    strawberry.argument(description=f"How many records from the end, {MAX_PAGE} at most."),
]
After = Annotated[
    str | None, strawberry.argument(description="Only records after the one with this cursor.")
]
Before = Annotated[
    str | None, strawberry.argument(description="Only records before the one with this cursor.")
]


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which page is wanted, as the four arguments of a connection say it."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    """Where a page stands in its list."""

    has_next_page: bool = strawberry.field(description="Whether records follow this page.")
    has_previous_page: bool = strawberry.field(description="Whether records precede this page.")
    start_cursor: str | None = strawberry.field(
        description="The cursor of the first record; null for an empty page."
    )
    end_cursor: str | None = strawberry.field(
        description="The cursor of the last record; null for an empty page."
    )


@strawberry.type(description="One record of a page, with its cursor.")
class Edge(Generic[T]):
    """One record of a page, with its cursor."""

    cursor: str = strawberry.field(description="Names this place in the list's order.")
    node: T = strawberry.field(description="The record.")


@strawberry.type(description="One page of a list.")
class Connection(Generic[T]):
    """One page of a list."""

    edges: list[Edge[T]] = strawberry.field(description="The page's records with their cursors.")
    nodes: list[T] = strawberry.field(description="The page's records.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the list.")
    total_count: int = strawberry.field(description="How many records the whole list has.")
    records: strawberry.Private[Sequence[T]]


@dataclass(frozen=True, slots=True)
class SortedList(Generic[T]):
    """A whole list in one order: each record, and the sort key with the id that it stands under."""

    records: Sequence[T]
    keys: Sequence[SortKey]


def sort_records(
    records: Iterable[T], *, key: Callable[[T], SortKey], id_of: Callable[[T], str]
) -> SortedList[T]:
    """Return `records` sorted by `key` and then by id."""
    entries = sorted(((*key(record), id_of(record)), record) for record in records)
    return SortedList([entry[1] for entry in entries], [entry[0] for entry in entries])


def paginate(found: SortedList[T], *, order: str, page: PageRequest) -> Connection[Any]:
    """Return the wanted page of a list.

    `order` names the order, and goes into the cursors: one of another order is refused.

    Raises:
        InvalidArgument: a negative size, or a cursor that this list did not give.
        LimitExceeded: a size over 100.
    """
    sizes = {"first": page.first, "last": page.last}
    for argument, size in sizes.items():
        _check_size(argument, size)
    keys = found.keys
    start, end = 0, len(keys)
    if page.after is not None:
        start = bisect_right(keys, _parse_cursor("after", page.after, order, keys))
    if page.before is not None:
        end = max(start, bisect_left(keys, _parse_cursor("before", page.before, order, keys)))
    first = DEFAULT_PAGE if page.first is None and page.last is None else page.first
    if first is not None:
        end = min(end, start + first)
    if page.last is not None:
        start = max(start, end - page.last)
    nodes = list(found.records[start:end])
    cursors = [_format_cursor(order, key) for key in keys[start:end]]
    return Connection(
        edges=[Edge(cursor=c, node=n) for c, n in zip(cursors, nodes, strict=True)],
        nodes=nodes,
        page_info=PageInfo(
            has_next_page=end < len(keys),
            has_previous_page=start > 0,
            start_cursor=cursors[0] if cursors else None,
            end_cursor=cursors[-1] if cursors else None,
        ),
        total_count=len(keys),
        records=found.records,
    )


def _check_size(argument: str, size: int | None) -> None:
    if size is not None and size < 0:
        raise InvalidArgument(
            argument=argument, problem=f"{size} is negative", expected=f"0 to {MAX_PAGE}"
        )
    if size is not None and size > MAX_PAGE:
        raise LimitExceeded(
            limit="page-size",
            maximum=MAX_PAGE,
            found=size,
            remedy="ask for several pages, using after: and pageInfo.endCursor",
        )


def _format_cursor(order: str, key: SortKey) -> str:
    text = json.dumps([order, *key], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _parse_cursor(argument: str, cursor: str, order: str, keys: Sequence[SortKey]) -> SortKey:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        found = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, list) and found[:1] == [order] and _is_like(found[1:], keys):
        return tuple(found[1:])
    raise InvalidArgument(
        argument=argument,
        problem="this is no cursor of this list in this order",
        expected="a cursor from the same list, asked for with the same orderBy",
    )


def _is_like(parts: list[object], keys: Sequence[SortKey]) -> bool:
    # Keys of one list have the same parts, so the first one tells what can be compared with them.
    return not keys or [type(part) for part in parts] == [type(part) for part in keys[0]]
