"""How one term is written in canonical Turtle: prefixed or in full, abbreviated or with its type.

Promises that a term is written in exactly one way, that different terms are written differently,
and that no character of a text becomes syntax or hides from the reader. Must not know triples:
their order and layout belong to `turtle`.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pledgegraph.errors import DataError
from pledgegraph.store.term import XSD_STRING, Iri, Literal
from pledgegraph.terms import (
    XSD,
)

# Local names that Turtle reads without an escape (https://www.w3.org/TR/turtle/#grammar-production-PN_LOCAL),
# in ASCII: a dot may stand inside but not at the end, a slash or a hash nowhere.
_LOCAL_NAME: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
# https://www.w3.org/TR/turtle/#grammar-production-IRIREF
_FORBIDDEN_IN_IRI: Final = re.compile(r'[<>"{}|^`\\\x00-\x20]')
_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]+(?:-[A-Za-z0-9]+)*")

# Only the canonical form of XML Schema is abbreviated (https://www.w3.org/TR/xmlschema-2/), so that
# reading and writing never touch a digit: 01 stays "01"^^xsd:integer.
_ABBREVIATED: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        XSD.integer: re.compile(r"0|-?[1-9][0-9]*"),
        XSD.decimal: re.compile(r"(?!-0\.0\Z)-?(?:0|[1-9][0-9]*)\.(?:0|[0-9]*[1-9])"),
        XSD.boolean: re.compile(r"true|false"),
    }
)

# Controls, and characters that show nothing or turn the direction of the text around them.
_INVISIBLE: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_NAMED_ESCAPES: Final = {"\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}
# Inside """…""" a quotation mark ends nothing unless it stands first, last or before another.
_LOOSE_QUOTE: Final = re.compile(r'\A"|"(?="|\Z)')


class TermWriter:
    """Writes terms with one table of prefixes, and remembers in `used` which it needed."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        """Write with `prefixes`; of two namespaces that both fit, the longer is taken."""
        self.used: dict[str, str] = {}
        self._prefixes = sorted(prefixes.items(), key=lambda p: (-len(p[1]), p[0]))

    def write(self, term: Iri | Literal) -> str:
        """Return `term` as Turtle.

        Raises:
            DataError: an IRI or a language tag holds a character that it may not hold.
        """
        return self._literal(term) if isinstance(term, Literal) else self._iri(term)

    def _iri(self, iri: str) -> str:
        for prefix, namespace in self._prefixes:
            local = iri.removeprefix(namespace)
            if local != iri and _LOCAL_NAME.fullmatch(local):
                self.used[prefix] = namespace
                return f"{prefix}:{local}"
        if _FORBIDDEN_IN_IRI.search(iri):
            raise DataError(
                subject=repr(iri),
                problem="it holds a character that no IRI may hold",
                expected="an IRI as in RFC 3987",
            )
        return f"<{_INVISIBLE.sub(_escape, iri)}>"

    def _literal(self, literal: Literal) -> str:
        abbreviated = _ABBREVIATED.get(literal.datatype)
        if abbreviated is not None and abbreviated.fullmatch(literal.value):
            return literal.value
        text = _write_text(literal.value)
        if literal.language:
            if not _LANGUAGE_TAG.fullmatch(literal.language):
                raise DataError(
                    subject=text,
                    problem=f"{literal.language!r} is no language tag",
                    expected="a tag as in BCP 47, such as en or en-GB",
                )
            return f"{text}@{literal.language}"
        return text if literal.datatype == XSD_STRING else f"{text}^^{self._iri(literal.datatype)}"


def _write_text(text: str) -> str:
    r"""Return `text` between quotation marks, three where it holds a line break.

    >>> print(_write_text('say "no" \\ twice'))
    "say \"no\" \\ twice"
    """
    escaped = _INVISIBLE.sub(_escape, text.replace("\\", "\\\\"))
    if "\n" in text:
        return '"""' + _LOOSE_QUOTE.sub(r"\"", escaped) + '"""'
    return '"' + escaped.replace('"', r"\"") + '"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    return _NAMED_ESCAPES.get(character) or (
        f"\\u{code:04X}" if character <= "\uffff" else f"\\U{code:08X}"
    )
