"""`pledgegraph.catalogue.search_index`: words and nothing but words."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pledgegraph.catalogue import search_index
from pledgegraph.catalogue.search_index import Entry, Match, Piece, SearchIndex
from pledgegraph.errors import EngineFailure

ENTRIES = [
    Entry("note", "Cyber uplift", "Attacks that need no expert.", "Zürich Labs"),
    Entry("note", "Weights", "Cyber attacks on weights; uplift is not meant.", ""),
    Entry("rule", "II.g", "An explanation of how thresholds were decided upon", ""),
    Entry("rule", "II.h", "Thresholds with an end-to-end example, II and g apart", ""),
    Entry("note", "Straße", "Marks \x02 and \x03 and \x00 and \ud800 in a text", "O'Brien; x"),
]
INDEX = SearchIndex(ENTRIES)
KINDS = ("note", "rule")


def numbers(text: str, kinds: tuple[str, ...] = KINDS) -> list[int]:
    return [match.number for match in INDEX.list_matches(text, kinds)]


def told(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{p.text}]" if p.is_match else p.text for p in pieces)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cyber uplift", [0, 1]),  # a title says more than a text
        ("CYBER", [0, 1]),
        ("zurich", [0]),  # found by what it is about
        ("ZÜRICH att", [0]),
        ("thresh", [2, 3]),  # the last word may be a beginning
        ("thresh decided", []),  # the others may not
        ("II.g", [2]),  # not where the two stand apart
        ("end-to-end", [3]),
        ("weights expert", []),  # every word has to be there
        ("g", [2, 3]),
        ("e", []),  # one character is a word of its own
        ("o'brien", [4]),
        ("", []),
        ("   ", []),
        ("?! -- … “”", []),
        ("🚀", []),
        ("🚀 cyber", [0, 1]),
        ('"', []),
        ("*", []),
        ("cyber*", [0, 1]),
        ("cyber OR thresholds", []),
        ("NOT cyber", [1]),  # the one text that has both words
        ("title:cyber", []),
        ("NEAR(cyber uplift)", []),
        ("^cyber", [0, 1]),
        ("cyber') --", [0, 1]),
        ("\x00cyber\x00", [0, 1]),
        ("\ud800", []),
        ("暮らし", []),
    ],
)
def test_a_text_is_words_and_nothing_but_words(text: str, expected: list[int]) -> None:
    assert numbers(text) == expected


def test_only_the_kinds_asked_for_are_found() -> None:
    assert numbers("thresholds", ("rule",)) == [2, 3]
    assert numbers("thresholds", ("note",)) == []
    assert numbers("thresholds", ()) == []


def test_what_was_looked_for_is_marked_in_pieces() -> None:
    first, second = INDEX.list_matches("uplift cyb", KINDS)
    assert told(first.title) == "[Cyber] [uplift]"
    assert told(first.snippet) == "Attacks that need no expert."
    assert told(second.snippet) == "[Cyber] attacks on weights; [uplift] is not meant."


def test_a_long_text_is_cut_around_its_words() -> None:
    words = " ".join(f"w{n}" for n in range(200))
    (match,) = SearchIndex([Entry("note", "", words, "")]).list_matches("w150", KINDS)
    shown = told(match.snippet)
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "[w150]" in shown
    assert len(shown.split()) == 32


def test_no_more_than_a_thousand_are_given() -> None:
    index = SearchIndex(Entry("note", "same", str(n), "") for n in range(1_100))
    found = index.list_matches("same", KINDS)
    assert [match.number for match in found] == list(range(1_000))


@given(st.text(max_size=60))
@example("\x00")
@example('"""')
@example("a" * 200)
@example("﷽" * 11)  # one character that is many when normalised
def test_any_text_at_all_is_answered(text: str) -> None:
    found = INDEX.list_matches(text, KINDS)
    assert all(isinstance(match, Match) for match in found)
    assert found == INDEX.list_matches(text, KINDS)
    assert [(m.score, m.number) for m in found] == sorted((m.score, m.number) for m in found)


@given(st.sampled_from([w for e in ENTRIES[:4] for w in e.body.split()]), st.text(max_size=20))
def test_more_words_never_find_more(word: str, other: str) -> None:
    few = set(numbers(f"{other} {word}"))
    assert few <= set(numbers(word))


@given(st.text())
def test_pieces_put_together_are_the_text(text: str) -> None:
    plain = text.replace("\x02", "").replace("\x03", "")
    assert "".join(piece.text for piece in search_index.split_pieces(text)) == plain


def test_threads_may_share_an_index() -> None:
    texts = ["cyber", "thresholds", "II.g", "weights"] * 50
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(numbers, texts)) == [numbers(text) for text in texts]


def test_without_full_text_search_the_error_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_: object, **__: object) -> object:
        class Without:
            def execute(self, _: str) -> None:
                raise sqlite3.OperationalError("no such module: fts5")

        return Without()

    monkeypatch.setattr(search_index.sqlite3, "connect", connect)  # type: ignore[attr-defined]
    with pytest.raises(EngineFailure, match="no such module: fts5"):
        SearchIndex(ENTRIES)
