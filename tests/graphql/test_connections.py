"""`pledgegraph.graphql.connections`."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.errors import InvalidArgument, LimitExceeded
from pledgegraph.graphql.connections import PageRequest, paginate, sort_records

LETTERS = tuple("abcdefghij")


def page(records: tuple[str, ...] = LETTERS, *, order: str = "name", **request: Any) -> Any:
    found = sort_records(records, key=lambda record: (record,), id_of=lambda record: record)
    return paginate(found, order=order, page=PageRequest(**request))


def test_the_first_page_says_that_more_follow() -> None:
    found = page(first=3)
    assert found.nodes == ["a", "b", "c"]
    assert [edge.node for edge in found.edges] == ["a", "b", "c"]
    assert (found.page_info.has_previous_page, found.page_info.has_next_page) == (False, True)
    assert found.page_info.start_cursor == found.edges[0].cursor
    assert found.page_info.end_cursor == found.edges[-1].cursor
    assert found.total_count == 10
    assert list(found.records) == list(LETTERS)


def test_pages_go_backwards_from_the_end() -> None:
    last = page(last=3)
    assert last.nodes == ["h", "i", "j"]
    assert (last.page_info.has_previous_page, last.page_info.has_next_page) == (True, False)
    assert page(last=3, before=last.page_info.start_cursor).nodes == ["e", "f", "g"]


def test_first_is_applied_before_last() -> None:
    assert page(first=5, last=2).nodes == ["d", "e"]


def test_after_and_before_enclose_a_page() -> None:
    cursors = [edge.cursor for edge in page().edges]
    assert page(after=cursors[2], before=cursors[6]).nodes == ["d", "e", "f"]
    assert page(after=cursors[6], before=cursors[2]).nodes == []


def test_without_a_size_a_page_has_twenty() -> None:
    many = tuple(f"{n:03}" for n in range(50))
    assert len(page(many).nodes) == 20
    assert len(page(many, last=30).nodes) == 30


def test_an_empty_page_has_no_cursors() -> None:
    found = page((), first=5)
    assert (found.nodes, found.total_count) == ([], 0)
    assert (found.page_info.start_cursor, found.page_info.end_cursor) == (None, None)
    assert page(first=0).nodes == []


@given(st.sets(st.text(min_size=1, max_size=3), max_size=30), st.integers(1, 35))
def test_walking_the_pages_visits_each_record_once_in_order(records: set[str], size: int) -> None:
    walked: list[str] = []
    found = page(tuple(records), first=size)
    walked.extend(found.nodes)
    while found.page_info.has_next_page:
        found = page(tuple(records), first=size, after=found.page_info.end_cursor)
        walked.extend(found.nodes)
    assert walked == sorted(records)


@given(st.sets(st.text(min_size=1, max_size=3), max_size=30), st.integers(1, 35))
def test_walking_backwards_visits_the_same(records: set[str], size: int) -> None:
    walked: list[str] = []
    found = page(tuple(records), last=size)
    walked[:0] = found.nodes
    while found.page_info.has_previous_page:
        found = page(tuple(records), last=size, before=found.page_info.start_cursor)
        walked[:0] = found.nodes
    assert walked == sorted(records)


def test_a_cursor_stays_good_when_its_record_goes() -> None:
    cursor = page(first=3).page_info.end_cursor
    assert page(("a", "b", "d", "e"), after=cursor).nodes == ["d", "e"]


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "x",
        "====",
        "ÿ",
        "a" * 5000,
        "bm9uc2Vuc2U",  # nonsense
        "e30",  # {}
        "W10",  # []
        "WyJuYW1lIixbXV0",  # ["name",[]]
        "WyJuYW1lIiwxLCJhIl0",  # ["name",1,"a"]
        "WyJuYW1lIiwiYSJd",  # ["name","a"]
    ],
)
@pytest.mark.parametrize("argument", ["after", "before"])
def test_a_cursor_of_another_make_is_refused(argument: str, cursor: str) -> None:
    request: dict[str, Any] = {argument: cursor}
    with pytest.raises(InvalidArgument, match=f"^{argument}: this is no cursor"):
        page(**request)


def test_a_cursor_of_another_order_is_refused() -> None:
    cursor = page(order="severity").page_info.end_cursor
    with pytest.raises(InvalidArgument, match="no cursor of this list in this order"):
        page(after=cursor)


@pytest.mark.parametrize("argument", ["first", "last"])
def test_sizes_have_limits(argument: str) -> None:
    with pytest.raises(InvalidArgument, match=f"^{argument}: -1 is negative"):
        page(**dict[str, Any]({argument: -1}))
    with pytest.raises(LimitExceeded) as caught:
        page(**dict[str, Any]({argument: 101}))
    assert caught.value.fields == {"limit": "page-size", "maximum": 100, "found": 101}
