"""`pledgegraph.graphql.bounded_cache`."""

from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.graphql.bounded_cache import BoundedCache


def create_cache(**sizes: int) -> BoundedCache[str, str]:
    cache: BoundedCache[str, str] = BoundedCache(max_entries=3, max_bytes=10)
    for key, size in sizes.items():
        cache.add(key, key.upper(), size=size)
    return cache


def test_what_was_added_is_found() -> None:
    cache = create_cache(a=1)
    assert (cache.find("a"), cache.find("b")) == ("A", None)


def test_what_was_used_least_recently_goes_first() -> None:
    cache = create_cache(a=1, b=1, c=1)
    cache.find("a")
    cache.add("d", "D", size=1)
    assert [cache.find(key) for key in "abcd"] == ["A", None, "C", "D"]


def test_bytes_are_bounded_too() -> None:
    cache = create_cache(a=4, b=4, c=4)
    assert ([cache.find(key) for key in "abc"], cache.size) == ([None, "B", "C"], 8)


def test_what_is_larger_than_the_cache_is_not_kept_and_drives_nothing_out() -> None:
    cache = create_cache(a=4, b=11)
    assert ([cache.find(key) for key in "ab"], cache.size) == (["A", None], 4)


def test_a_value_takes_the_place_of_an_older_one() -> None:
    cache = create_cache(a=4)
    cache.add("a", "new", size=6)
    assert (cache.find("a"), len(cache), cache.size) == ("new", 1, 6)


def test_a_cache_of_nothing_keeps_nothing() -> None:
    for cache in (
        BoundedCache[str, str](max_entries=3, max_bytes=0),
        BoundedCache[str, str](max_entries=0, max_bytes=10),
    ):
        cache.add("a", "A", size=1)
        assert (cache.find("a"), len(cache)) == (None, 0)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 12))))
def test_the_bounds_hold_whatever_is_added(added: list[tuple[str, int]]) -> None:
    cache = create_cache()
    last: dict[str, int] = {}
    for key, size in added:
        cache.add(key, key, size=size)
        assert len(cache) <= 3
        assert cache.size <= 10
        last = {**last, key: size} if size <= 10 else last
    assert cache.size == sum(size for key, size in last.items() if cache.find(key))
