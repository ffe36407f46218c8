"""What a constraint asked for, in words: `exactly 1 value: a code of the list code:risk`.

The message of a shape tells what may be wrong; a constraint is one of these things. Promises a
phrase for every component of SHACL Core (https://www.w3.org/TR/shacl/#core-components) that names
classes, lists and shapes by name. Knows rdflib; must not know an engine.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from rdflib import RDF, SH, SKOS, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.term import Node

from pledgegraph.validation.findings import cut
from pledgegraph.validation.literals import find_example
from pledgegraph.validation.names import format_path, name_class, name_value
from pledgegraph.validation.patterns import PATTERNS
from pledgegraph.validation.shapes import ShapeSet
from pledgegraph.validation.values import count_characters, name_quoted

_MOST_CHOICES: Final = 8
_LONGEST: Final = 300
_NODE_KINDS: Final[Mapping[Node, str]] = {
    SH.IRI: "an IRI",
    SH.Literal: "a literal",
    SH.BlankNode: "something without an IRI of its own",
    SH.IRIOrLiteral: "an IRI or a literal",
    SH.BlankNodeOrIRI: "a thing, not a literal",
    SH.BlankNodeOrLiteral: "a literal, or something without an IRI of its own",
}


@dataclass(frozen=True, slots=True)
class Expectation:
    """Tells what the constraints of `shapes` ask for; `data` has the labels of classes."""

    shapes: ShapeSet
    data: Graph

    def find_words(self, shape: URIRef, component: Node) -> str | None:
        """Return what `component` of `shape` asks for, or None for what has no words but its own.

        Such is a query.
        """
        words = _WORDS.get(component)
        told = None if words is None else words(self, shape)
        return None if not told else cut(told, _LONGEST)

    def find_list(self, shape: Node) -> Node | None:
        """Return the code list that `shape` asks a value to belong to, or None."""
        graph = self.shapes.graph
        for part in graph.objects(shape, SH.property):
            if graph.value(part, SH.path) == SKOS.inScheme:
                return graph.value(part, SH.hasValue)
        return None

    def list_named(self, shape: Node, predicate: URIRef) -> list[Node]:
        """Return what `shape` gives for a parameter, the items where it is a list."""
        graph = self.shapes.graph
        found = sorted(graph.objects(shape, predicate), key=str)
        if predicate not in _LISTS:
            return found
        return [item for head in found for item in RdfList(graph, head)]

    def name_shapes(self, shape: Node, predicate: URIRef, *, joined: str) -> str:
        """Return the names of the shapes that `shape` gives for a parameter."""
        found = (self.shapes.find(str(other)) for other in self.list_named(shape, predicate))
        names = (other.name if other else "" for other in found)
        return joined.join(f"“{name}”" if name else "another rule" for name in names)

    def number(self, shape: Node, predicate: URIRef) -> int | None:
        """Return the number that `shape` gives for a parameter, or None."""
        value = self.shapes.graph.value(shape, predicate)
        return int(value) if isinstance(value, Literal) else None


_LISTS: Final = (SH["and"], SH["in"], SH.languageIn, SH["or"], SH.xone)
_Words: TypeAlias = Callable[[Expectation, URIRef], str | None]


# What a value is to be


def _node(asked: Expectation, shape: URIRef) -> str:
    for other in asked.list_named(shape, SH.node):
        codes = asked.find_list(other)
        if codes is not None:
            return f"a code of the list {name_value(asked.data, codes)}"
    return f"a value that is {asked.name_shapes(shape, SH.node, joined=' and ')}"


def _class(asked: Expectation, shape: URIRef) -> str:
    return " and ".join(
        f"{name_class(asked.data, kind)} ({format_path(asked.data, kind)})"
        for kind in asked.list_named(shape, SH["class"])
    )


def _datatype(asked: Expectation, shape: URIRef) -> str:
    [datatype] = asked.list_named(shape, SH.datatype)
    if datatype == XSD.string:
        return "a plain string"
    if datatype == RDF.langString:
        return "a text with a language tag"
    example = find_example(str(datatype))
    such_as = f", such as {example}" if example else ""
    return f"a value of the type {format_path(asked.data, datatype)}{such_as}"


def _node_kind(asked: Expectation, shape: URIRef) -> str:
    [kind] = asked.list_named(shape, SH.nodeKind)
    return _NODE_KINDS[kind]


def _choice(asked: Expectation, shape: URIRef) -> str:
    allowed = [name_quoted(asked.data, node) for node in asked.list_named(shape, SH["in"])]
    if len(allowed) == 1:
        return allowed[0]
    more = len(allowed) - _MOST_CHOICES
    told = ", ".join(allowed[:_MOST_CHOICES])
    return f"one of {told}" + (f" or {more} others" if more > 0 else "")


def _language(asked: Expectation, shape: URIRef) -> str:
    tags = " or ".join(f"@{tag}" for tag in asked.list_named(shape, SH.languageIn))
    return f"a text tagged {tags}"


def _pattern(asked: Expectation, shape: URIRef) -> str | None:
    [pattern] = asked.list_named(shape, SH.pattern)
    found = asked.shapes.find(str(shape))
    described = found.description.removesuffix(".") if found else None
    return PATTERNS.get(str(pattern), described)


def _has_value(asked: Expectation, shape: URIRef) -> str:
    wanted = asked.list_named(shape, SH.hasValue)
    return " and ".join(name_quoted(asked.data, value) for value in wanted)


def _shapes(words: str, predicate: URIRef, joined: str) -> _Words:
    return lambda asked, shape: words.format(asked.name_shapes(shape, predicate, joined=joined))


# How it is to compare


def _bound(words: str, predicate: URIRef) -> _Words:
    return lambda asked, shape: words.format(*asked.list_named(shape, predicate))


def _length(words: str, predicate: URIRef) -> _Words:
    def tell(asked: Expectation, shape: URIRef) -> str:
        return words.format(count_characters(asked.number(shape, predicate) or 0))

    return tell


def _compared(words: str, predicate: URIRef) -> _Words:
    def tell(asked: Expectation, shape: URIRef) -> str:
        others = asked.list_named(shape, predicate)
        return words.format(" or ".join(format_path(asked.data, other) for other in others))

    return tell


# How many values there are to be


def _count(asked: Expectation, shape: URIRef) -> str:
    most = asked.number(shape, SH.maxCount)
    number = _number(asked.number(shape, SH.minCount), most)
    kind = next((w(asked, shape) for p, w in _KINDS if asked.list_named(shape, p)), None)
    if kind is None or most == 0:
        return number
    rest = kind.removeprefix("a value")
    return number + (rest if rest != kind else f": {kind}")


def _qualified_count(asked: Expectation, shape: URIRef) -> str:
    least = asked.number(shape, SH.qualifiedMinCount)
    most = asked.number(shape, SH.qualifiedMaxCount)
    for other in asked.list_named(shape, SH.qualifiedValueShape):
        codes = asked.find_list(other)
        if codes is not None:
            return f"{_number(least, most)} of the list {name_value(asked.data, codes)}"
    names = asked.name_shapes(shape, SH.qualifiedValueShape, joined=" and ")
    return f"{_number(least, most)}{' that is' if (least or most) == 1 else ', each'} {names}"


def _number(least: int | None, most: int | None) -> str:
    """Return how many values there may be, in words.

    >>> _number(1, None), _number(None, 1), _number(1, 1), _number(2, 3), _number(None, 0)
    ('at least 1 value', 'at most 1 value', 'exactly 1 value', '2 to 3 values', 'no value')
    """
    if most == 0:
        return "no value"
    if not least:
        return f"at most {_values(most or 0)}"
    if most is None:
        return f"at least {_values(least)}"
    return f"exactly {_values(least)}" if least == most else f"{least:,} to {_values(most)}"


def _values(number: int) -> str:
    return f"{number:,} {'value' if number == 1 else 'values'}"


_KINDS: Final[tuple[tuple[URIRef, _Words], ...]] = (
    (SH.node, _node),
    (SH["class"], _class),
    (SH["in"], _choice),
    (SH["or"], _shapes("either {}", SH["or"], " or ")),
    (SH.datatype, _datatype),
    (SH.languageIn, _language),
    (SH.nodeKind, _node_kind),
)
"""What says best of which kind a value is to be comes first."""

_WORDS: Final[Mapping[Node, _Words]] = {
    SH.AndConstraintComponent: _shapes("{}", SH["and"], " and "),
    SH.ClassConstraintComponent: _class,
    SH.ClosedConstraintComponent: lambda _asked, _shape: "no other property than the rule names",
    SH.DatatypeConstraintComponent: _datatype,
    SH.DisjointConstraintComponent: _compared("no value that {} has too", SH.disjoint),
    SH.EqualsConstraintComponent: _compared("the same values as {}", SH.equals),
    SH.HasValueConstraintComponent: _has_value,
    SH.InConstraintComponent: _choice,
    SH.LanguageInConstraintComponent: _language,
    SH.LessThanConstraintComponent: _compared("a value before that of {}", SH.lessThan),
    SH.LessThanOrEqualsConstraintComponent: _compared(
        "a value that is not after that of {}", SH.lessThanOrEquals
    ),
    SH.MaxCountConstraintComponent: _count,
    SH.MaxExclusiveConstraintComponent: _bound("less than {}", SH.maxExclusive),
    SH.MaxInclusiveConstraintComponent: _bound("not more than {}", SH.maxInclusive),
    SH.MaxLengthConstraintComponent: _length("{} at most", SH.maxLength),
    SH.MinCountConstraintComponent: _count,
    SH.MinExclusiveConstraintComponent: _bound("more than {}", SH.minExclusive),
    SH.MinInclusiveConstraintComponent: _bound("not less than {}", SH.minInclusive),
    SH.MinLengthConstraintComponent: _length("{} at least", SH.minLength),
    SH.NodeConstraintComponent: _node,
    SH.NodeKindConstraintComponent: _node_kind,
    SH.NotConstraintComponent: _shapes("nothing that is {}", SH["not"], " or "),
    SH.OrConstraintComponent: _shapes("either {}", SH["or"], " or "),
    SH.PatternConstraintComponent: _pattern,
    SH.QualifiedMaxCountConstraintComponent: _qualified_count,
    SH.QualifiedMinCountConstraintComponent: _qualified_count,
    SH.UniqueLangConstraintComponent: lambda _asked, _shape: "one text in each language",
    SH.XoneConstraintComponent: _shapes("either {}, and not more than one", SH.xone, " or "),
}
