"""What one request may ask for, counted before anything costly is done with it.

Promises that every check is linear in the request, whatever it holds: a document that is not valid,
fragments that spread each other or themselves, variables without end. A check that fails raises
`LimitExceeded`, whose code names the limit. Must not know the schema: what a document costs there
is counted by `cost`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from pledgegraph.errors import LimitExceeded


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one request may have of each."""

    tokens: int = field(default=2_000, metadata={"help": "words, marks and comments of a document"})
    fragments: int = field(default=50, metadata={"help": "fragments that a document defines"})
    aliases: int = field(default=30, metadata={"help": "aliases in a document"})
    directives: int = field(default=40, metadata={"help": "directives in a document"})
    directives_at_one_place: int = field(default=4, metadata={"help": "directives at one place"})
    repeated_fields: int = field(
        default=80, metadata={"help": "fields selected again where they were selected already"}
    )
    nesting: int = field(default=100, metadata={"help": "brackets within brackets, of any kind"})
    depth: int = field(default=20, metadata={"help": "fields within fields"})
    cost: int = field(default=20_000, metadata={"help": "values that an answer may have"})
    variables_bytes: int = field(default=20_000, metadata={"help": "bytes of the variables"})
    variables_depth: int = field(default=16, metadata={"help": "lists and objects in variables"})
    errors: int = field(default=10, metadata={"help": "errors reported before execution"})
    field_errors: int = field(default=50, metadata={"help": "fields that fail in execution"})


_REMEDIES: Final = {
    "tokens": "send a shorter document, or several",
    "fragments": "define fewer fragments",
    "aliases": "ask for fewer things at once, or for a list with a filter",
    "directives": "use fewer directives",
    "directives-at-one-place": "use each directive once at a place",
    "repeated-fields": "select each field once where it stands",
    "nesting": "put fewer brackets into brackets",
    "depth": "select fewer fields within fields, and follow ids with further requests",
    "cost": "ask for smaller pages with first:, or for fewer fields",
    "field-errors": "put right what the next error tells, which the others may be like",
    "introspection-cost": "ask about fewer types or fields at once",
    "variables-bytes": "send smaller variables, or several requests",
    "variables-depth": "nest the variables less deeply",
}

# The lexical grammar of https://spec.graphql.org/draft/#sec-Appendix-Grammar-Summary, as far as
# counting needs it. What matches nothing here is no GraphQL, and the parser will say so.
_TOKEN: Final = re.compile(
    r'"""(?:[^"\\]|\\"""|\\|"(?!""))*+"""'
    r'|"(?:[^"\\\n\r]|\\.)*+"?'
    r"|\#[^\n\r]*+"
    r"|[A-Za-z_][A-Za-z0-9_]*+"
    r"|-?[0-9][0-9A-Za-z_.+-]*+"
    r"|\.\.\."
    r"|[!$&()\[\]{}:=|@]"
)


_OPENING: Final = frozenset("({[")
_CLOSING: Final = frozenset(")}]")


def check_limit(limit: str, *, maximum: int, found: int) -> None:
    """Return when `found` is within `maximum`.

    Raises:
        LimitExceeded: it is not.
    """
    if found > maximum:
        raise exceed(limit, maximum=maximum, found=found)


def exceed(limit: str, *, maximum: int, found: int) -> LimitExceeded:
    """Return the error of what was `found` to be over `maximum`, with what to do about it."""
    return LimitExceeded(limit=limit, maximum=maximum, found=found, remedy=_REMEDIES[limit])


def count_tokens(source: str) -> int:
    """Count the tokens of a document, comments included, without parsing it.

    >>> count_tokens('query ($n: Int = -1) { a(x: "b c") ...F }  # all')
    20
    """
    return sum(1 for _ in _TOKEN.finditer(source))


def count_nesting(source: str) -> int:
    """Return how deep the brackets of a document nest, without parsing it.

    >>> count_nesting('{ a(x: [1]) { b(y: "{{{") } }')
    3
    """
    depth = deepest = 0
    for token in _TOKEN.finditer(source):
        mark = token.group()
        depth += (mark in _OPENING) - (mark in _CLOSING)
        deepest = max(deepest, depth)
    return deepest


def check_document(document: DocumentNode, limits: Limits) -> None:
    """Return when a parsed document is small enough to be validated.

    Raises:
        LimitExceeded: it is not.
    """
    definitions = document.definitions
    fragments = [d for d in definitions if isinstance(d, FragmentDefinitionNode)]
    # First, because what follows may recurse once for each fragment.
    check_limit("fragments", maximum=limits.fragments, found=len(fragments))
    operations = [d for d in definitions if isinstance(d, OperationDefinitionNode)]
    surveys = {f.name.value: _Survey.of(f) for f in fragments}
    roots = [_Survey.of(operation) for operation in operations]
    every = [*roots, *surveys.values()]
    for limit, found in (
        ("aliases", sum(survey.aliases for survey in every)),
        ("directives", sum(survey.directives for survey in every)),
        ("directives-at-one-place", max((s.directives_at_one_place for s in every), default=0)),
        ("repeated-fields", sum(survey.repeated_fields for survey in every)),
        ("depth", _measure_depth(roots, surveys)),
    ):
        check_limit(limit, maximum=getattr(limits, limit.replace("-", "_")), found=found)


def check_depth_of_variables(variables: Mapping[str, Any], limits: Limits) -> None:
    """Return when the variables nest few enough lists and objects; `{}` is one.

    Raises:
        LimitExceeded: they do not.
    """
    found, level = 0, [variables]
    while level:
        found += 1
        # Level by level, so that what nests without end is refused and not followed.
        check_limit("variables-depth", maximum=limits.variables_depth, found=found)
        level = [inner for outer in level for inner in _list_containers(outer)]


def _list_containers(outer: Any) -> Iterator[Any]:
    values = outer.values() if isinstance(outer, Mapping) else outer
    return (value for value in values if isinstance(value, (Mapping, list, tuple)))


@dataclass(slots=True)
class _Survey:
    """What one operation or fragment holds, without what it spreads."""

    aliases: int = 0
    directives: int = 0
    directives_at_one_place: int = 0
    repeated_fields: int = 0
    depth: int = 0
    spreads: list[tuple[str, int]] = field(default_factory=list)

    @classmethod
    def of(cls, definition: OperationDefinitionNode | FragmentDefinitionNode) -> "_Survey":
        survey = cls()
        survey._count_directives(definition.directives)
        for variable in definition.variable_definitions or ():
            survey._count_directives(variable.directives)
        # A stack of our own: the parser allows deeper nesting than Python's would carry.
        pending = [([definition.selection_set], 1)]
        while pending:
            selection_sets, depth = pending.pop()
            by_key = survey._group_fields(selection_sets, depth)
            survey.depth = max(survey.depth, depth if by_key else 0)
            for nodes in by_key.values():
                survey.repeated_fields += len(nodes) - 1
                if inner := [node.selection_set for node in nodes if node.selection_set]:
                    pending.append((inner, depth + 1))
        return survey

    def _group_fields(
        self, selection_sets: list[SelectionSetNode], depth: int
    ) -> dict[str, list[FieldNode]]:
        """Return the fields of selection sets that merge, by the key of their answer."""
        by_key: dict[str, list[FieldNode]] = {}
        for selection in _list_selections(selection_sets):
            self._count_directives(selection.directives)
            if isinstance(selection, FieldNode):
                self.aliases += selection.alias is not None
                by_key.setdefault((selection.alias or selection.name).value, []).append(selection)
            elif isinstance(selection, FragmentSpreadNode):
                self.spreads.append((selection.name.value, depth - 1))
        return by_key

    def _count_directives(self, directives: Sequence[DirectiveNode] | None) -> None:
        found = len(directives or ())
        self.directives += found
        self.directives_at_one_place = max(self.directives_at_one_place, found)


def _list_selections(selection_sets: list[SelectionSetNode]) -> Iterator[SelectionNode]:
    pending = list(selection_sets)
    while pending:
        for selection in pending.pop().selections:
            yield selection
            if isinstance(selection, InlineFragmentNode):
                pending.append(selection.selection_set)


def _measure_depth(roots: list[_Survey], fragments: Mapping[str, _Survey]) -> int:
    """Return how deep the deepest operation nests fields, fragments included.

    A fragment is measured once. One that spreads itself counts up to there: validation refuses it.
    """
    depths: dict[str, int] = {}

    def measure(survey: _Survey) -> int:
        inner = (depth + measure_fragment(name) for name, depth in survey.spreads)
        return max(survey.depth, max(inner, default=0))

    def measure_fragment(name: str) -> int:
        if name not in depths and name in fragments:
            depths[name] = 0
            depths[name] = measure(fragments[name])
        return depths.get(name, 0)

    return max((measure(root) for root in roots), default=0)
