"""`pledgegraph.validation.profiles`."""

from __future__ import annotations

import pytest

from pledgegraph.errors import InvalidArgument
from pledgegraph.validation.profiles import Profile, find_profile, parse_profile


def test_there_are_three_the_least_first() -> None:
    assert list(Profile) == ["record", "commitment", "full-commitments"]
    assert [parse_profile(profile.value) for profile in Profile] == list(Profile)


@pytest.mark.parametrize("text", ["", "Record", "records", "record,commitment", "x" * 10_000])
def test_what_is_none_is_told_which_there_are(text: str) -> None:
    with pytest.raises(InvalidArgument) as caught:
        parse_profile(text)
    assert str(caught.value).endswith("expected record, commitment, full-commitments.")
    assert len(str(caught.value)) < 130


def test_a_profile_is_found_by_its_iri() -> None:
    assert find_profile("https://w3id.org/pledgegraph/profile/commitment") is Profile.COMMITMENT
    assert find_profile("https://w3id.org/pledgegraph/ns") is None
    assert [find_profile(profile.iri) for profile in Profile] == list(Profile)
