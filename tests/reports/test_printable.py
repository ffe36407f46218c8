"""`pledgegraph.reports.printable`."""

from __future__ import annotations

import pytest

from pledgegraph.reports.printable import make_printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Größe “x” 東京 …", "Größe “x” 東京 …"),
        ("a\nb\r\nc\td", "a b  c d"),
        ("a\u2028b\u2029c\x85d\u00a0e", "a b c d e"),
        ("\x1b[2J\x07\x00\x9b", "�[2J���"),
        ("\u202eevil\u2066\u200b\ufeff", "�evil���"),
        ("\ud800", "�"),
    ],
)
def test_what_shows_nothing_is_replaced(text: str, shown: str) -> None:
    assert make_printable(text) == shown
