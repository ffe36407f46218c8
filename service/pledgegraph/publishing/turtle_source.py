"""A Turtle file as it was written, cut into the blocks that describe its subjects.

Promises the author's own lines: nothing is written anew, so what a path or a list looks like and
what a comment says stays. A cut piece has the prefixes that it uses, and is Turtle by itself. Must
not know what the file is about. It has to be Turtle that was read before: no error is told here.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(
    r"""
    (?P<comment>\#[^\r\n]*)
  | (?P<string>\"\"\"(?:[^"\\]++|\\.|"(?!""))*+\"\"\" | '''(?:[^'\\]++|\\.|'(?!''))*+'''
             | "(?:[^"\\]++|\\.)*+" | '(?:[^'\\]++|\\.)*+')
  | (?P<iri><[^<>"{}|^`\x00-\x20]*+>)
  | (?P<end>\.(?=\s|\#|\Z))
  | (?P<space>\s+)
  | (?P<word>[^\s\#"'<]+?(?=\s|[\#"'<;,\[\]()]|\.(?:\s|\#|\Z)|\Z) | .)
    """,
    re.VERBOSE | re.DOTALL,
)
_PREFIX: Final = re.compile(r"@prefix\s+([^\s:]*):\s*<([^>]*)>")
_NAME: Final = re.compile(r"([A-Za-z][\w.-]*)?:")


@dataclass(frozen=True, slots=True)
class Block:
    """What a file says of `subject` in one statement from `start` on, with the comment above it."""

    subject: str
    text: str
    start: int
    prefixes: frozenset[str]


@dataclass(frozen=True, slots=True)
class TurtleSource:
    """A file: the comment at its head, its prefixes, its blocks, and all of it below the head."""

    head: str
    prefixes: Mapping[str, str]
    blocks: tuple[Block, ...]
    body: str

    @property
    def whole(self) -> str:
        """The file without its head and the prefixes that it does not use."""
        used = frozenset(p for block in self.blocks for p in block.prefixes)
        return _write(self.prefixes, used, [self.body])

    def cut(self, subjects: Collection[str]) -> str:
        """Return what the file says of `subjects`, in its order; empty when it says nothing."""
        return join_blocks((self, block) for block in self.blocks if block.subject in subjects)


def split_source(text: str) -> TurtleSource:
    r"""Return the Turtle `text` cut into blocks.

    >>> source = split_source("# A dog.\n\n@prefix x: <x:> .\n@prefix y: <y:> .\n\nx:a x:b 1.5 .\n")
    >>> source.head, source.blocks[0].subject, source.whole
    ('A dog.', 'x:a', '@prefix x: <x:> .\n\nx:a x:b 1.5 .\n')
    """
    prefixes: dict[str, str] = {}
    blocks: list[Block] = []
    for start, end, tokens in _list_statements(text):
        found = _PREFIX.match(text, start)
        if found is not None:
            prefixes[found[1]] = found[2]
        else:
            blocks.append(_create_block(text, start, end, tokens, prefixes))
    body = text[blocks[0].start :] if blocks else ""
    return TurtleSource(_read_head(text), prefixes, tuple(blocks), body)


def join_blocks(blocks: Iterable[tuple[TurtleSource, Block]]) -> str:
    """Return `blocks`, each with the file it is of, as one Turtle text; empty without a block.

    All files have to give a prefix the same meaning.
    """
    prefixes: dict[str, str] = {}
    used: set[str] = set()
    texts = []
    for source, block in blocks:
        prefixes |= source.prefixes
        used |= block.prefixes
        texts.append(block.text)
    return _write(prefixes, used, texts) if texts else ""


def _write(prefixes: Mapping[str, str], used: Collection[str], texts: Iterable[str]) -> str:
    names = [f"@prefix {p}: <{prefixes[p]}> ." for p in sorted(prefixes) if p in used]
    parts = ("\n".join(names), *(text.strip() for text in texts))
    return "\n\n".join(part for part in parts if part) + "\n"


def _list_statements(text: str) -> Iterator[tuple[int, int, list[re.Match[str]]]]:
    """Return where each statement starts and ends, with its tokens.

    A comment belongs to the statement below it unless a blank line stands between.
    """
    start: int | None = None
    tokens: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "space":
            if not tokens and token[0].count("\n") > 1:
                start = None
        elif kind == "comment":
            start = token.start() if start is None else start
        else:
            start = token.start() if start is None else start
            tokens.append(token)
            if kind == "end":
                yield start, token.end(), tokens
                start, tokens = None, []


def _create_block(
    text: str, start: int, end: int, tokens: list[re.Match[str]], prefixes: Mapping[str, str]
) -> Block:
    subject = tokens[0]
    if subject.lastgroup == "iri":
        iri = subject[0][1:-1]
    else:
        prefix, _, local = subject[0].partition(":")
        iri = prefixes.get(prefix, "") + local
    words = (token[0].lstrip("^([") for token in tokens if token.lastgroup == "word")
    names = (_NAME.match(word) for word in words)
    used = frozenset(name[1] or "" for name in names if name is not None) & prefixes.keys()
    return Block(iri, text[start:end], start, used)


def _read_head(text: str) -> str:
    """Return the comment at the top of `text` up to its first blank line, on one line."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("#") or not line.strip("# "):
            break
        lines.append(line.strip("# "))
    return " ".join(lines)
