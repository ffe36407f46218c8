r"""Refuse SPARQL text that must not reach an engine.

The embedded engine evaluates `SERVICE` by sending a request, and crashes on text that nests some
thousands deep. So text is scanned once, in linear time, before it is parsed: its length, the depth
of its brackets, the number of its operators, and the word SERVICE where it is a keyword (not in a
string, comment, IRI, variable or prefixed name). Promises nothing about syntax otherwise.

The scan is safe only while it and the engine agree where each string, comment, IRI and name ends.
The engine has no lexer: `<` begins an IRI or is an operator as the grammar asks. Text that could
be read in two ways is refused, not guessed at:

- A quote that begins no complete string, and a string beside another without a blank: the engine
  reads three quotes as an empty string and the start of another where no three quotes follow.
- A backslash outside strings and the escapes of names. The engine decodes \u in strings and IRIs
  alone, and after it knows where they end.
- `<…>` with a quote, `#` or bracket before the first `//`. Read as an operator, the text behind
  `<` would begin a string, comment or group. After `//` no such reading is left: two slashes
  follow each other in no query outside strings, comments and IRIs.
"""

import re
from collections.abc import Iterator
from typing import Final

from pledgegraph.errors import InvalidArgument, LimitExceeded

MAX_CHARACTERS: Final = 16_000
MAX_DEPTH: Final = 200
# The engine recurses once for each of some operators, and reads long paths in quadratic time.
MAX_OPERATORS: Final = 200

# Names hold no `.` here and begin with no `-`: in `:.SERVICE` and `:-1SERVICE` the name ends first.
_ESCAPE: Final = r"""\\(?:[tbnrf"'\\]|u(?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})"""
_NAME_ESCAPE: Final = r"""%[0-9A-Fa-f]{2}|\\[_~.!$&'()*+,;=/?\#@%-]"""
_TOKEN: Final = re.compile(
    rf"""
    (?P<comment>\#[^\n\r]*)
  | (?P<string>\"\"\"(?:[^"\\]|{_ESCAPE}|"(?!""))*\"\"\" | '''(?:[^'\\]|{_ESCAPE}|'(?!''))*'''
             | "(?:[^"\\\n\r]|{_ESCAPE})*" | '(?:[^'\\\n\r]|{_ESCAPE})*')
  | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w+)
  | (?P<name>\w*:(?:(?:[\w:]|{_NAME_ESCAPE})(?:[\w:-]|{_NAME_ESCAPE})*)?)
  | (?P<open>[({{\[]) | (?P<close>[)}}\]])
  | (?P<word>\w+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_OPERATORS: Final = frozenset("!*+-/<~")


def check_query(text: str) -> None:
    """Return when `text` may be given to the engine.

    Raises:
        LimitExceeded: longer than 16,000 characters, nested deeper than 200 brackets, or with
            more than 200 operators.
        InvalidArgument: it asks for federation (`SERVICE`), which this service does not do, or
            could be read in two ways.
    """
    _keep_limit("query-characters", len(text), MAX_CHARACTERS, "ask a shorter query, or several")
    depth = operators = 0
    for kind, token in _list_tokens(text):
        if _asks_another_endpoint(kind, token):
            raise InvalidArgument(
                argument="query",
                problem="SERVICE asks another endpoint (a prefix may not have that name either)",
                expected="a query over this dataset alone",
            )
        depth = max(0, depth + (kind == "open") - (kind == "close"))
        operators += _count_operators(kind, token)
        _keep_limit("query-depth", depth, MAX_DEPTH, "nest fewer groups and brackets")
        _keep_limit("query-operators", operators, MAX_OPERATORS, "write fewer operators and steps")


def _keep_limit(limit: str, found: int, maximum: int, remedy: str) -> None:
    if found > maximum:
        raise LimitExceeded(limit=limit, maximum=maximum, found=found, remedy=remedy)


def _asks_another_endpoint(kind: str, token: str) -> bool:
    # Scannerless engines need no space around a keyword: `1SERVICE<…>` and `SERVICE:x{}` pass as
    # well. Hence any word, or prefix, with the keyword in it.
    text = token.partition(":")[0] if kind == "name" else token
    return kind in ("word", "name") and "SERVICE" in text.upper()


def _count_operators(kind: str, token: str) -> int:
    # An IRI without `//` could be operators and operands: `?a<1+1+1>?b`.
    text = _ambiguous_part(token) if kind == "iri" else token
    return sum(c in _OPERATORS for c in text) if kind in ("iri", "other") else 0


def _ambiguous_part(iri: str) -> str:
    return iri[1:-1].partition("//")[0]


def _list_tokens(text: str) -> Iterator[tuple[str, str]]:
    before = ""
    for match in _TOKEN.finditer(text):
        kind, token = str(match.lastgroup), match.group()
        if kind == "iri" and any(c in "'#()[]" for c in _ambiguous_part(token)):
            raise _ambiguous(
                "<…> with ' # ( ) [ or ] in it could be a comparison",
                "a blank after < where it compares; an IRI in full, with // before those signs",
            )
        if (kind, token) == ("other", "\\"):
            raise _ambiguous("\\ stands outside strings", "the character itself")
        if token in ('"', "'") or (kind == before == "string"):
            raise _ambiguous(
                "a string does not end, or stands beside another",
                "both quotes, escapes such as \\n or \\u00E9 only, and a blank between strings",
            )
        before = kind
        yield kind, token


def _ambiguous(problem: str, expected: str) -> InvalidArgument:
    return InvalidArgument(argument="query", problem=problem, expected=expected)
