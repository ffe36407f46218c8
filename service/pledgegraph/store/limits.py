"""How large a file that is handed in may be, and how deep it may nest, before a parser sees it.

The parsers recurse once for each bracket and end the process on some thousands of them. So the
text is scanned once, in linear time; strings, comments and IRIs are read whole, and where they do
not end, what is in them counts too. Promises nothing about syntax.
"""

import re
from typing import Final

from pledgegraph.errors import LimitExceeded
from pledgegraph.store.files import SourceFile

MAX_BYTES: Final = 10_240_000
MAX_DEPTH: Final = 200

_TURTLE: Final = re.compile(
    rb"""
    \#[^\n\r]*
  | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
  | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
  | <[^<>"{}|^`\x00-\x20]*> | \\.
  | (?P<open><<|[\[({]) | (?P<close>>>|[\])}])
    """,
    re.VERBOSE | re.DOTALL,
)
_JSON: Final = re.compile(
    rb"""
    "(?:[^"\\]|\\.)*"
  | (?P<open>[\[{]) | (?P<close>[\]}])
    """,
    re.VERBOSE | re.DOTALL,
)


def check_file(file: SourceFile) -> None:
    """Return when `file` may be given to a parser.

    Raises:
        LimitExceeded: it is larger than 10,240,000 bytes, or nests deeper than 200 brackets.
    """
    check_size(len(file.content), file.name)
    depth = 0
    for match in (_JSON if file.is_json_ld else _TURTLE).finditer(file.content):
        depth = max(0, depth + (match.lastgroup == "open") - (match.lastgroup == "close"))
        if depth > MAX_DEPTH:
            line = file.content.count(b"\n", 0, match.start()) + 1
            raise LimitExceeded(
                limit="bracket-depth",
                maximum=MAX_DEPTH,
                found=depth,
                remedy=f"nest fewer brackets in {file.name}, line {line}",
            )


def check_size(size: int, name: str) -> None:
    """Return when a file of so many bytes, called `name`, may be read.

    Raises:
        LimitExceeded: it is larger than 10,240,000 bytes.
    """
    if size > MAX_BYTES:
        raise LimitExceeded(
            limit="file-bytes",
            maximum=MAX_BYTES,
            found=size,
            remedy=f"divide {name} into several files",
        )
