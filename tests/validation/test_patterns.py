"""`pledgegraph.validation.patterns`."""

from __future__ import annotations

import re

import pytest

from pledgegraph.validation.patterns import PATTERNS

WORDS = {words: pattern for pattern, words in PATTERNS.items()}


@pytest.mark.parametrize(
    ("words", "right", "wrong"),
    [
        (
            "an address that begins with https:// or http://",
            "https://example.org",
            "example.org",
        ),
        (
            "small letters and digits, in parts joined by hyphens",
            "frontier-safety-plan-2",
            "Frontier plan",
        ),
        (
            "sha256: and 64 of the digits 0 to 9 and a to f",
            "sha256:" + "0f" * 32,
            "sha256:" + "0F" * 32,
        ),
        ("a language tag, such as en or zh-Hant", "zh-Hant", "english"),
        ("a text without blanks", "to-act", "to act"),
    ],
)
def test_the_words_say_what_fits(words: str, right: str, wrong: str) -> None:
    assert re.search(WORDS[words], right)
    assert not re.search(WORDS[words], wrong)


def test_no_pattern_is_told_in_the_words_of_another() -> None:
    assert len(WORDS) == len(PATTERNS) == 5
