"""Full text in memory: which entries hold the words of a text, best first, and where.

Promises that a text is only ever words: nothing in it is read as syntax, whatever it holds, and one
without a word finds nothing. Threads may share an index. Must not know what its entries are of.
"""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock
from typing import Final
from unicodedata import normalize

from pledgegraph.errors import EngineFailure

MOST_MATCHES: Final = 1_000

# What marks a match in what SQLite gives back; no text holds them, see `_clean`.
_START: Final = "\x02"
_END: Final = "\x03"
_MARKS: Final = re.compile(f"([{_START}{_END}])")
_REMOVED: Final = dict.fromkeys((*range(32), 127, *range(0xD800, 0xE000)), " ")
_WORD: Final = re.compile(r"[^\W_]+")

_SNIPPET_WORDS: Final = 32
_SHORTEST_BEGINNING: Final = 2

# A word in a title says more than one in a text, and that more than one in what it is about.
_CREATE: Final = (
    "CREATE VIRTUAL TABLE entries USING fts5("
    "title, body, about, kind UNINDEXED, tokenize = 'unicode61 remove_diacritics 2')"
)
_ADD: Final = "INSERT INTO entries (rowid, title, body, about, kind) VALUES (?, ?, ?, ?, ?)"
_FIND: Final = """
SELECT rowid, CAST(round(bm25(entries, 4.0, 2.0, 1.0) * 1000000) AS INTEGER),
  highlight(entries, 0, char(2), char(3)),
  snippet(entries, 1, char(2), char(3), '…', ?)
FROM entries WHERE entries MATCH ? AND instr(?, '/' || kind || '/')
ORDER BY 2, rowid LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is looked through of one thing; `about` is found by, and not shown."""

    kind: str
    title: str
    body: str
    about: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, with whether it is a word that was looked for."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that holds all words, by its number from 0; the smallest score is the best."""

    number: int
    score: int
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]


class SearchIndex:
    """The entries of one dataset, each found by its words."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Index `entries`, which are numbered as they come.

        Raises:
            EngineFailure: this SQLite has no full-text search.
        """
        self._lock = Lock()
        # Python's own check for one thread is replaced by the lock.
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        rows = (
            (number, _clean(e.title), _clean(e.body), _clean(e.about), e.kind)
            for number, e in enumerate(entries)
        )
        try:
            self._connection.execute(_CREATE)
            self._connection.executemany(_ADD, rows)
        except sqlite3.OperationalError as error:
            raise EngineFailure(engine="SQLite", problem=str(error)) from error

    def list_matches(self, text: str, kinds: Iterable[str]) -> tuple[Match, ...]:
        """Return the entries of `kinds` that hold every word of `text`, best first, 1,000 at most.

        The last word, from two characters on, may be the beginning of one. Case and diacritics
        make no difference.
        """
        query = format_query(text)
        if not query:
            return ()
        given = (_SNIPPET_WORDS, query, f"/{'/'.join(kinds)}/", MOST_MATCHES)
        with self._lock:
            rows = self._connection.execute(_FIND, given).fetchall()
        return tuple(
            Match(number, score, split_pieces(title), split_pieces(snippet))
            for number, score, title, snippet in rows
        )


def format_query(text: str) -> str:
    """Return the words of `text` as SQLite is asked for them, empty where it has none.

    What is written together is looked for in that order, as `II.g` and `end-to-end` are.

    >>> format_query('II.g "cyber* OR (up'), format_query("II.g"), format_query("?! -- ")
    ('"II g" "cyber" "OR" "up"*', '"II g"', '')
    """
    parts = (_WORD.findall(part) for part in normalize("NFKC", text).split())
    found = [words for words in parts if words]
    query = " ".join(f'"{" ".join(words)}"' for words in found)
    return f"{query}*" if found and len(found[-1][-1]) >= _SHORTEST_BEGINNING else query


def split_pieces(marked: str) -> tuple[Piece, ...]:
    r"""Return the pieces of a text in which SQLite marked what was looked for.

    >>> split_pieces("a \x02cyber\x03 attack")[1]
    Piece(text='cyber', is_match=True)
    """
    pieces = []
    is_match = False
    for part in _MARKS.split(marked):
        if part in (_START, _END):
            is_match = part == _START
        elif part:
            pieces.append(Piece(part, is_match))
    return tuple(pieces)


def _clean(text: str) -> str:
    return text.translate(_REMOVED)
