"""JSON-LD made ready for the parser: strict JSON, and no context that would have to be fetched.

Our own context stands in the package and takes the place of its address. A standard processor
leaves out without a word what it does not understand; here that is an error. Promises that nothing
is fetched. Imports no RDF library: parsing belongs to `parsing`.
"""

import json
import math
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Final, NoReturn

from pledgegraph.errors import JSON, DataError
from pledgegraph.terms import SITE

CONTEXT_ADDRESS: Final = SITE + "context.jsonld"
JSON_LD: Final = "JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/)"

# What no context defines is read as a name or an address below these, and so found again.
UNKNOWN: Final = "https://unknown.invalid/name#"
RELATIVE: Final = "https://unknown.invalid/address/"

_FIRST_CONTEXT: Final[dict[str, JSON]] = {"@vocab": UNKNOWN, "@base": RELATIVE}
_KEYWORDS: Final = frozenset(
    """
    @base @container @context @default @direction @embed @explicit @graph @id @import @included
    @index @json @language @list @nest @none @omitDefault @prefix @propagate @protected
    @requireAll @reverse @set @type @value @version @vocab
    """.split()
)
_LIKE_KEYWORD: Final = re.compile(r"@[A-Za-z]+")
_NOT_IN_IRI: Final = re.compile(r'[\x00-\x20<>"{}|\\^`]')
_LANGUAGE: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_MOST_DIGITS: Final = 15
# An escape, with both halves of a character beyond U+FFFF taken together.
_ESCAPE: Final = re.compile(
    r"""
    \\u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}
  | (?P<half>\\u[Dd][89A-Fa-f][0-9A-Fa-f]{2})
  | \\.
    """,
    re.VERBOSE | re.DOTALL,
)


def load_context() -> dict[str, JSON]:
    """Read the project's context: the prefixes that people see, as names."""
    text = (files("pledgegraph.store") / "context.jsonld").read_text(encoding="utf-8")
    context: dict[str, JSON] = json.loads(text)["@context"]
    return context


def create_document(text: str, *, file: str) -> str:
    """Return the document `text` as JSON-LD that stands alone; its lines are not kept.

    `file` is what errors call it.

    Raises:
        DataError: it is no JSON, it names a context that would have to be fetched, or holds what
            a processor would leave out.
    """
    return json.dumps(_Reader(file, load_context()).read(text))


class _Reader:
    def __init__(self, file: str, context: dict[str, JSON]) -> None:
        self._file = file
        self._context = context

    def read(self, text: str) -> JSON:
        self._refuse_halves(text)
        try:
            document: JSON = json.loads(
                text,
                object_pairs_hook=self._read_object,
                parse_int=self._read_integer,
                parse_float=self._read_number,
                parse_constant=self._refuse_constant,
            )
        except json.JSONDecodeError as error:
            raise DataError(
                file=self._file,
                line=error.lineno,
                column=error.colno,
                problem="it is empty" if not text.strip() else f"it is no JSON ({error.msg})",
                expected=JSON_LD,
            ) from error
        tops = document if isinstance(document, list) else [document]
        if not all(isinstance(top, dict) for top in tops):
            self._refuse("it is no JSON object", "an object, or an array of objects")
        found = [self._with_first_context(self._resolve(top, "")) for top in tops]
        # An array around the whole would make a graph of its own of a mere `@graph`.
        return found if isinstance(document, list) else found[0]

    def _with_first_context(self, top: JSON) -> JSON:
        assert isinstance(top, dict)
        return {**top, "@context": [_FIRST_CONTEXT, *_list_items(top.get("@context", []))]}

    def _resolve(self, node: JSON, place: str) -> JSON:
        """Return `node` with our context in place of its address, everywhere."""
        if isinstance(node, list):
            return [self._resolve(item, f"{place}/{n}") for n, item in enumerate(node)]
        if not isinstance(node, dict):
            return node
        found: dict[str, JSON] = {}
        for key, value in node.items():
            inner = f"{place}/{key}"
            self._check_member(key, value, inner)
            if key == "@context":
                found[key] = self._resolve_context(value, inner)
            else:
                found[key] = self._resolve(value, inner)
        return found

    def _resolve_context(self, context: JSON, place: str) -> list[JSON]:
        if isinstance(context, list):
            return [part for item in context for part in self._resolve_context(item, place)]
        if context is None:
            return [None, _FIRST_CONTEXT]
        if context == CONTEXT_ADDRESS:
            return [dict(self._context)]
        if isinstance(context, str):
            self._refuse_context(context, place)
        if not isinstance(context, dict):
            self._refuse("a context is of another type", "an object", place)
        if "@import" in context:
            self._refuse_context(str(context["@import"]), place)
        unset = {key: name for key, name in _FIRST_CONTEXT.items() if context.get(key, "") is None}
        return [self._resolve({**context, **unset}, place)]

    def _check_member(self, key: str, value: JSON, place: str) -> None:
        if _LIKE_KEYWORD.fullmatch(key) and key not in _KEYWORDS:
            self._refuse(f"“{key}” is no keyword", "one of JSON-LD 1.1, such as @id", place)
        names = [key] if "://" in key else []
        if key in ("@id", "@type"):
            names += [item for item in _list_items(value) if isinstance(item, str)]
        for name in names:
            if _NOT_IN_IRI.search(name):
                self._refuse(f"“{name}” is no address", "one without blanks and quotes", place)
        if key == "@language" and isinstance(value, str) and not _LANGUAGE.fullmatch(value):
            self._refuse(f"“{value}” is no language tag", "one such as en or pt-BR", place)

    def _read_object(self, pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            self._refuse(f"“{twice}” stands twice in one object", "each key once")
        return found

    def _read_integer(self, digits: str) -> int:
        # The parser would write a longer one as 1.2E17, with fewer digits.
        if len(digits) > _MOST_DIGITS:
            self._refuse(
                f"the number {digits[:_MOST_DIGITS]}… is too long to be kept",
                'a text with its datatype, such as {"@value": "…", "@type": "xsd:integer"}',
            )
        return int(digits)

    def _read_number(self, digits: str) -> float:
        number = float(digits)
        if not math.isfinite(number):
            self._refuse(f"the number {digits[:_MOST_DIGITS]} is too large", "a smaller one")
        return number

    def _refuse_halves(self, text: str) -> None:
        """Refuse what JSON can write and no text can hold: one half of a pair of surrogates."""
        for match in _ESCAPE.finditer(text):
            if match["half"]:
                raise DataError(
                    file=self._file,
                    line=text.count("\n", 0, match.start()) + 1,
                    problem=f"{match['half']} is half a character",
                    expected="both halves, or the character itself",
                )

    def _refuse_constant(self, name: str) -> NoReturn:
        self._refuse(f"{name} is no JSON", "a number, or null")

    def _refuse_context(self, address: str, place: str) -> NoReturn:
        self._refuse(
            f"the context “{address}” would have to be fetched, and nothing is fetched here",
            f"“{CONTEXT_ADDRESS}”, which is built in, or the context itself as an object",
            place,
        )

    def _refuse(self, problem: str, expected: str, place: str | None = None) -> NoReturn:
        raise DataError(file=self._file, subject=place, problem=problem, expected=expected)


def _list_items(value: JSON) -> Iterator[JSON]:
    yield from value if isinstance(value, list) else [value]
