"""What there is, in words: the value that a finding is about, or the values that were counted.

Promises short texts without a blank node's label, and without an IRI where there is a name. Knows
rdflib; must not know shapes.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from rdflib import SKOS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from pledgegraph.terms import shorten
from pledgegraph.validation.findings import cut
from pledgegraph.validation.names import is_blank, name_kind, name_subject, name_term, name_value

NOTHING: Final = "nothing"

_MOST_TOLD: Final = 3
_LONGEST: Final = 300


def describe_value(graph: Graph, value: Node) -> str:
    """Return what `value` is: a literal with its type, or a thing with its list or its class.

    >>> describe_value(Graph(), Literal("2025-02-30", datatype=XSD.date))
    '“2025-02-30”, of the type xsd:date'
    """
    if isinstance(value, Literal):
        return f"“{name_value(graph, value)}”, {_describe_type(value)}"
    name = name_value(graph, value)
    if is_blank(value) or name == name_subject(graph, value):
        return name  # which says of which class it is
    lists = sorted(name_value(graph, scheme) for scheme in graph.objects(value, SKOS.inScheme))
    if lists:
        return cut(f"{name}, of the list {lists[0]}", _LONGEST)
    kind = name_kind(graph, value)
    if kind is not None:
        return f"{name}, {kind}"
    is_described = (value, None, None) in graph
    return f"{name}, {'of no class' if is_described else 'which is not described'}"


def _describe_type(literal: Literal) -> str:
    if literal.language:
        return f"tagged {cut(literal.language)}"
    if literal.datatype in (None, XSD.string):
        return "a plain string"
    return f"of the type {_short(literal.datatype)}"


def _short(iri: object) -> str:
    short = shorten(str(iri))
    return cut(short) if short != str(iri) else f"<{cut(short)}>"


def describe_values(graph: Graph, values: Sequence[Node]) -> str:
    """Return how many `values` there are, and which, of many only the first three.

    >>> describe_values(Graph(), [Literal("a"), Literal("b")])
    '2 values: “a”, “b”'
    """
    if not values:
        return NOTHING
    count = f"{len(values):,} {'value' if len(values) == 1 else 'values'}"
    such_as = ": " if len(values) <= _MOST_TOLD else ", such as "
    return cut(f"{count}{such_as}{list_names(graph, values)}", _LONGEST)


def list_names(graph: Graph, values: Sequence[Node]) -> str:
    """Return the first three of `values` by name."""
    return ", ".join(name_quoted(graph, value) for value in values[:_MOST_TOLD])


def name_quoted(graph: Graph, value: Node) -> str:
    """Return a literal in quotation marks, anything else as it is called."""
    name = name_term(graph, value)
    return f"“{name}”" if isinstance(value, Literal) else name


def describe_length(graph: Graph, value: Node) -> str:
    """Return `value` with the number of its characters."""
    length = len(str(value)) if isinstance(value, Literal | URIRef) else 0
    return f"{name_quoted(graph, value)}, of {count_characters(length)}"


def count_characters(number: int) -> str:
    """Return so many characters in words."""
    return f"{number:,} {'character' if number == 1 else 'characters'}"


def describe_repeated(graph: Graph, values: Sequence[Node]) -> str:
    """Return the texts among `values` whose language another one has too."""
    tagged = [v for v in values if isinstance(v, Literal) and v.language]
    counts = Counter(str(v.language) for v in tagged)
    repeated = [v for v in tagged if counts[str(v.language)] > 1]
    languages = ", ".join(dict.fromkeys(cut(str(v.language)) for v in repeated))
    return cut(f"{len(repeated)} texts in {languages}: {list_names(graph, repeated)}", _LONGEST)
