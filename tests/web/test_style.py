"""The style sheet: its colours can be read, light and dark (WCAG 2.2, 1.4.3)."""

import re
from importlib.resources import files

import pytest

# What stands on what, by the names of the style sheet's colours.
PAIRS = (
    ("ink", "paper"),
    ("ink", "tint"),
    ("ink", "mark"),
    ("quiet", "paper"),
    ("quiet", "tint"),
    ("link", "paper"),
    ("link", "tint"),
    ("link", "mark"),
    ("violation", "paper"),
    ("warning", "paper"),
    ("info", "paper"),
    ("for", "paper"),
    ("for", "tint"),
    ("for", "for-tint"),
    ("part", "paper"),
    ("part", "tint"),
    ("part", "part-tint"),
    ("against", "paper"),
    ("against", "tint"),
    ("against", "against-tint"),
    ("both", "paper"),
    ("both", "tint"),
    ("both", "both-tint"),
)


def read_colours() -> list[dict[str, str]]:
    """Return the colours by name, light ones first, then the dark ones."""
    style = (files("pledgegraph.web") / "assets" / "pledgegraph.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    return [dict(re.findall(r"--([a-z-]+): #([0-9a-f]{3,6});", block)) for block in blocks]


def luminance(colour: str) -> float:
    """Return the relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    full = "".join(2 * c for c in colour) if len(colour) == 3 else colour
    parts = [int(full[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_word_stands_out_from_what_it_stands_on(scheme: int) -> None:
    colours = read_colours()[scheme]
    weak = []
    for front, back in PAIRS:
        low, high = sorted(luminance(colours[name]) for name in (front, back))
        ratio = (high + 0.05) / (low + 0.05)
        if ratio < 4.5:
            weak.append((front, back, round(ratio, 2)))
    assert weak == []


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert (luminance("fff") + 0.05) / (luminance("000000") + 0.05) == pytest.approx(21)
