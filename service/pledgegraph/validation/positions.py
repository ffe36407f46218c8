"""On which line of a Turtle file a subject is described.

The store's parser judges a file but gives no places in it. So the text is scanned once for its
statements, in linear time, after that parser accepted it. Promises the line of a subject written
as an IRI or a prefixed name; parts inside brackets have none. Imports no third party.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

_TOKEN: Final = re.compile(
    r"""
    (?P<skip>\#[^\n]*
      | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
  | <(?P<iri>[^<>"{}|^`\x00-\x20]*)>
  | (?P<name>(?:\w[\w.-]*)?:(?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*(?:[\w:-]|%[0-9A-Fa-f]{2}|\\.))?)
  | (?P<directive>@?\b(?:prefix|base)\b)
  | (?P<language>@[A-Za-z0-9-]+)
  | (?P<open>[\[(]) | (?P<close>[\])])
  | (?P<number>[+-]?\d*\.?\d+(?:[eE][+-]?\d+)?)
  | (?P<end>\.)
  | (?P<word>[\w-]+)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ESCAPE: Final = re.compile(r"\\(.)")
_CODE_POINT: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def find_lines(text: str) -> Mapping[str, int]:
    r"""Return the line, from 1, on which each subject of a Turtle document is first described.

    >>> find_lines("PREFIX e: <https://example.org/>\n\ne:a e:p 'e:b .' ; e:q 1.5 .\n<x> e:p e:b .")
    {'https://example.org/a': 3, 'x': 4}
    """
    prefixes: dict[str, str] = {}
    found: dict[str, int] = {}
    line, scanned = 1, 0
    for first, *others in _list_heads(text):
        line += text.count("\n", scanned, first.start())
        scanned = first.start()
        if first.lastgroup == "directive" and len(others) == _PREFIX_PARTS - 1:
            prefixes[others[0].group().removesuffix(":")] = others[1]["iri"] or ""
        elif first.lastgroup in ("iri", "name"):
            found.setdefault(_expand(first, prefixes), line)
    return found


def _list_heads(text: str) -> Iterator[list[re.Match[str]]]:
    """Return the first tokens of each statement: three of a prefix, one of all others."""
    head: list[re.Match[str]] = []
    depth = 0
    is_told = False
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "skip":
            continue
        if kind == "end" and depth == 0:
            head, is_told = [], False
            continue
        depth += (kind == "open") - (kind == "close")
        if is_told:
            continue
        head.append(match)
        word = head[0].group().lower() if head[0].lastgroup == "directive" else ""
        if len(head) == _WORD_PARTS.get(word.removeprefix("@"), 1):
            yield head
            # SPARQL's form of a directive ends without a dot.
            head, is_told = [], word in ("", "@prefix", "@base")


_PREFIX_PARTS: Final = 3
_WORD_PARTS: Final = {"prefix": _PREFIX_PARTS, "base": 2}


def _expand(match: re.Match[str], prefixes: Mapping[str, str]) -> str:
    if match["iri"] is not None:
        return _CODE_POINT.sub(lambda m: chr(int(m[1] or m[2], 16)), match["iri"])
    prefix, _, local = match.group().partition(":")
    return prefixes.get(prefix, "") + _ESCAPE.sub(r"\1", local)
