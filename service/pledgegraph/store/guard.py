"""Refuse SPARQL text that must not reach an engine.

An engine of this house evaluates `SERVICE` by sending a request, and crashes on text that nests
some ten thousand deep. So text is scanned once, in linear time, before it is parsed: its length,
the depth of its brackets, and the word SERVICE where it is a keyword (not in a string, comment,
IRI, variable or prefixed name). Promises nothing about syntax: the engine judges that.
"""

import re
from collections.abc import Iterator
from typing import Final

from pledgegraph.errors import InvalidArgument, LimitExceeded

MAX_CHARACTERS: Final = 16_000
MAX_DEPTH: Final = 200

_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_TOKEN: Final = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
             | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:\w[\w.-]*)?:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\[_~.!$&'()*+,;=/?\#@%-])*)
  | (?P<open>[({\[]) | (?P<close>[)}\]])
  | (?P<word>\w+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def check_query(text: str) -> None:
    """Return when `text` may be given to the engine.

    Raises:
        LimitExceeded: longer than 16,000 characters or nested deeper than 200 brackets.
        InvalidArgument: it asks for federation (`SERVICE`), which this service does not do.
    """
    if len(text) > MAX_CHARACTERS:
        raise LimitExceeded(
            limit="query-characters",
            maximum=MAX_CHARACTERS,
            found=len(text),
            remedy="ask a shorter query, or several",
        )
    depth = 0
    for kind, token in _list_tokens(text):
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth -= 1
        elif _asks_another_endpoint(kind, token):
            raise InvalidArgument(
                argument="query",
                problem="SERVICE asks another endpoint (a prefix may not have that name either)",
                expected="a query over this dataset alone",
            )
        if depth > MAX_DEPTH:
            raise LimitExceeded(
                limit="query-depth",
                maximum=MAX_DEPTH,
                found=depth,
                remedy="nest fewer groups and brackets",
            )


def _asks_another_endpoint(kind: str, token: str) -> bool:
    # Scannerless engines need no space around a keyword: `1SERVICE<…>` and `SERVICE:x{}` pass as
    # well. Hence any word, or prefix, with the keyword in it.
    text = token.partition(":")[0] if kind == "name" else token
    return kind in ("word", "name") and "SERVICE" in text.upper()


def _list_tokens(text: str) -> Iterator[tuple[str, str]]:
    # SPARQL decodes \u escapes before it reads tokens, so \u0053ERVICE is the keyword too.
    for match in _TOKEN.finditer(_ESCAPE.sub(_decode, text)):
        yield str(match.lastgroup), match.group()


def _decode(escape: re.Match[str]) -> str:
    try:
        return chr(int(escape.group(1) or escape.group(2), 16))
    except (ValueError, OverflowError):
        return escape.group()
