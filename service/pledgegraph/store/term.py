"""RDF terms as plain values, so that no floor above needs an RDF library to read an answer.

Promises hashable, comparable values whose text is exactly the source's. Imports nothing.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

XSD_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


class Iri(str):
    """An absolute IRI; it is its own text."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, order=True)
class BlankNode:
    """A blank node; the label is stable within one store only."""

    label: str


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A literal: lexical form, datatype IRI and, for a language-tagged string, its tag."""

    value: str
    datatype: str = XSD_STRING
    language: str = ""


Term = Iri | BlankNode | Literal


class Triple(NamedTuple):
    """Subject, predicate, object."""

    subject: Iri | BlankNode
    predicate: Iri
    object: Term


_ESCAPES: Final = {
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
}
_FORBIDDEN_IN_IRI: Final = frozenset('<>"{}|^`\\')


def format_term(term: Iri | Literal) -> str:
    r"""Return `term` as SPARQL and Turtle write it, whatever text it holds.

    >>> format_term(Iri("https://example.org/a"))
    '<https://example.org/a>'
    >>> format_term(Literal('say "no"', language="en"))
    '"say \\"no\\""@en'

    Raises:
        ValueError: the IRI holds a character no IRI may hold (RFC 3987), or the term is a blank
            node, which has no name outside its store.
    """
    if isinstance(term, Iri):
        if any(c in _FORBIDDEN_IN_IRI or c <= " " for c in term):
            raise ValueError(f"not an IRI: {term!r}")
        return f"<{term}>"
    if isinstance(term, BlankNode):
        raise ValueError("a blank node has no name outside its store")
    quoted = '"' + "".join(_escape(c) for c in term.value) + '"'
    if term.language:
        if not all(part.isalnum() and part.isascii() for part in term.language.split("-")):
            raise ValueError(f"not a language tag: {term.language!r}")
        return f"{quoted}@{term.language}"
    if term.datatype == XSD_STRING:
        return quoted
    return f"{quoted}^^{format_term(Iri(term.datatype))}"


def _escape(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    return f"\\u{ord(character):04X}" if character < " " or character == "\x7f" else character
