"""`pledgegraph.catalogue.voices`: laws of the groups and their number."""

from collections.abc import Iterable
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.catalogue.voices import find_groups

NAMES = st.sampled_from("abcdefgh")
MEMBERS = st.lists(NAMES)
LINKS = st.lists(st.tuples(NAMES, NAMES))


def count_groups(members: Iterable[str], links: Iterable[tuple[str, str]]) -> int:
    return len(set(find_groups(members, links).values()))


@given(MEMBERS)
def test_without_links_each_speaks_for_itself(members: list[str]) -> None:
    assert count_groups(members, []) == len(set(members))


@given(MEMBERS, LINKS)
def test_there_is_a_voice_where_somebody_speaks_and_never_more_than_they_are(
    members: list[str], links: list[tuple[str, str]]
) -> None:
    assert bool(members) <= count_groups(members, links) <= len(set(members))


@given(MEMBERS, LINKS, st.tuples(NAMES, NAMES))
def test_one_more_link_joins_two_at_most_and_parts_none(
    members: list[str], links: list[tuple[str, str]], link: tuple[str, str]
) -> None:
    before = count_groups(members, links)
    assert before - 1 <= count_groups(members, [*links, link]) <= before


@given(MEMBERS, LINKS, NAMES)
def test_one_more_member_is_one_more_voice_at_most(
    members: list[str], links: list[tuple[str, str]], member: str
) -> None:
    before = count_groups(members, links)
    assert before <= count_groups([*members, member], links) <= before + 1


@given(MEMBERS, LINKS, st.randoms(use_true_random=False))
def test_no_order_and_no_direction_counts(
    members: list[str], links: list[tuple[str, str]], random: Random
) -> None:
    expected = count_groups(members, links)
    turned = [(other, one) for one, other in links]
    random.shuffle(members)
    random.shuffle(turned)
    assert count_groups(members, turned) == expected


@given(st.permutations("abcdefgh"))
def test_a_chain_is_one_voice(names: list[str]) -> None:
    assert count_groups("abcdefgh", pairwise(names)) == 1
