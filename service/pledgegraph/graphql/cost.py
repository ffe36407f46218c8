"""What a valid operation costs at most: how many values its answer may have.

A field costs 1, and what is selected under it once for each value it may have: for a page as many
as `first` or `last` ask for; for the cells of a comparison as many as it has columns; for another
list as many as the longest list that it is given, or else an assumed number; for a list of
introspection as many as the schema has on average. The true number is mostly lower, since filters
and short lists are not known here. A page of a list that has to be looked through, because a filter
narrows it, costs as much more as that may take, whatever its size. Promises work linear in the
document: a fragment is counted once for each size of page it stands in. Must not run a resolver.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableValues,
    get_argument_values,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_enum_type,
    is_input_object_type,
    is_interface_type,
    is_introspection_type,
    is_list_type,
    is_object_type,
)

from pledgegraph.graphql.connections import DEFAULT_PAGE, MAX_PAGE

ASSUMED_LIST: Final = 10

COLUMNS: Final = 18
"""How many columns a comparison has that asks for none: the provisions that are columns."""

_COLUMN_ARGUMENTS: Final = frozenset({"provisions", "requirements"})
_PER_COLUMN: Final = frozenset({"cells", "columns", "totals"})
"""The arguments that choose columns, and the plain lists below them with a value for each."""

ASSUMED_ORGANISATIONS: Final = 20

_PER_CELL: Final[Mapping[str, int]] = {
    "Comparison.totals": 5,
    "Query.disagreements": 5,
    "Query.coverage": 5,
    "Query.examples": 5,
    "ComparisonRow.cells": 2,
}
"""What a field costs for each cell that it makes, whatever is selected of these.

Measured: a cell that was not asked for before takes 60 to 100 microseconds, as five to ten values.
"""

_OWN: Final[Mapping[str, int]] = {
    "Query.gaps": 74 * 5,
    "ComparisonCell.assessments": 5,
    "FrameworkVersion.validation": 3_334,
    "Rule.examples": 20,
    "Rule.source": 100,
}
"""What other fields cost on top that have to look for what they give, by the same measure.

A validation is the exception: measured, it takes 40 ms for what RECORD asks for and 170 to 200 ms,
at most 510, for all, which would be more values than a request may have. But it is made in another
process and once for a version and a profile, so it costs a little over a sixth of what a request
may: one may ask for five. A rule's source is as long as a hundred other texts.
"""

LOOKING_THROUGH: Final = 10
"""What a filter costs on top, with one more for each value that it gives.

Measured: to read a filter and look through the longest list of a record takes a few hundred
microseconds, a page that nothing narrows 60, a plain value 6.
"""

_NO_FILTER: Final = frozenset({"first", "after", "last", "before", "orderBy"})

# The largest whole number that every reader of JSON holds: a bomb's may have a hundred digits.
_LARGEST: Final = 2**53 - 1


@dataclass(frozen=True, slots=True)
class _Sizes:
    """How long lists are that stand here: of the page around, and of the comparison above."""

    page: int | None = None
    columns: int | None = None
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What an operation asks of the data, and what it asks of the schema about itself."""

    data: int
    introspection: int


class CostModel:
    """Counts what operations cost over one schema."""

    def __init__(
        self, schema: GraphQLSchema, *, organisations: int = ASSUMED_ORGANISATIONS
    ) -> None:
        """Take the mean lengths of the lists of introspection from `schema`.

        `organisations` is how many there are in the data that is asked.
        """
        self._schema = schema
        self._organisations = organisations
        self._introspection_lengths = _measure_introspection(schema)

    def measure(
        self,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        variables: VariableValues,
    ) -> Cost:
        """Return what `operation` of a valid `document` costs with these coerced variables.

        Raises:
            GraphQLError: an argument cannot be made of them: one without null was given a null.
        """
        root = self._schema.get_root_type(operation.operation)
        count = _Count(self._schema, self._introspection_lengths, document, variables)
        sizes = _Sizes(rows=self._organisations)
        data, introspection = count.count_selections(operation.selection_set, root, sizes)
        return Cost(data=_round_up(data), introspection=_round_up(introspection))


class _Count:
    """One count over one document. The pairs are (data, introspection)."""

    def __init__(
        self,
        schema: GraphQLSchema,
        introspection_lengths: Mapping[str, float],
        document: DocumentNode,
        variables: VariableValues,
    ) -> None:
        self._schema = schema
        self._introspection_lengths = introspection_lengths
        self._variables = variables
        self._fragments = {
            definition.name.value: definition
            for definition in document.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self._counted: dict[tuple[str, _Sizes], tuple[float, float]] = {}

    def count_selections(
        self, selection_set: SelectionSetNode, parent: GraphQLNamedType | None, sizes: _Sizes
    ) -> tuple[float, float]:
        """Count what is selected on `parent`; `sizes` are those of lists that stand in it."""
        pairs = [self._count_selection(s, parent, sizes) for s in selection_set.selections]
        return sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)

    def _count_selection(
        self, selection: SelectionNode, parent: GraphQLNamedType | None, sizes: _Sizes
    ) -> tuple[float, float]:
        if isinstance(selection, FieldNode):
            return self._count_field(selection, parent, sizes)
        if isinstance(selection, FragmentSpreadNode):
            return self._count_fragment(selection.name.value, sizes)
        assert isinstance(selection, InlineFragmentNode)
        condition = selection.type_condition
        inner = self._schema.get_type(condition.name.value) if condition else parent
        return self.count_selections(selection.selection_set, inner, sizes)

    def _count_fragment(self, name: str, sizes: _Sizes) -> tuple[float, float]:
        if (name, sizes) not in self._counted:
            fragment = self._fragments[name]
            inner = self._schema.get_type(fragment.type_condition.name.value)
            counted = self.count_selections(fragment.selection_set, inner, sizes)
            self._counted[name, sizes] = counted
        return self._counted[name, sizes]

    def _count_field(
        self, node: FieldNode, parent: GraphQLNamedType | None, sizes: _Sizes
    ) -> tuple[float, float]:
        name = node.name.value
        field = self._schema.get_field(parent, name)  # type: ignore[arg-type]  # valid: composite
        assert field is not None
        values = get_argument_values(field, node, self._variables)
        inner_page = _measure_page(field, values)
        inner_sizes = _Sizes(
            page=inner_page,
            columns=_measure_columns(field, values) or sizes.columns,
            rows=_measure_rows(values, sizes.rows),
        )
        own_sizes = sizes if inner_page is None else inner_sizes
        length = self._measure_length(field, name, values, own_sizes)
        data = introspection = 0.0
        if node.selection_set:
            inner = get_named_type(field.type)
            data, introspection = self.count_selections(node.selection_set, inner, inner_sizes)
        own = 1.0 if node.selection_set else max(1.0, length)
        own += _measure_work(f"{parent.name}.{name}" if parent else name, inner_sizes)
        if inner_page is not None:
            own += _measure_filter(values)
        if name in ("__schema", "__type") or (parent and is_introspection_type(parent)):
            return data * length, own + introspection * length
        return own + data * length, introspection * length

    def _measure_length(
        self, field: GraphQLField, name: str, values: Mapping[str, Any], sizes: _Sizes
    ) -> float:
        if not is_list_type(get_nullable_type(field.type)):
            return 1
        if is_introspection_type(get_named_type(field.type)):
            return self._introspection_lengths[name]
        if sizes.page is not None:
            return sizes.page
        if name in _PER_COLUMN and sizes.columns is not None:
            return sizes.columns
        given = [len(value) for value in values.values() if isinstance(value, list)]
        return max(given, default=ASSUMED_LIST)


def _round_up(number: float) -> int:
    # Means add up to whole numbers but for the last digits of a float.
    return min(ceil(round(number, 6)), _LARGEST)


def _measure_page(field: GraphQLField, values: Mapping[str, Any]) -> int | None:
    """Return how many records a page has, or None when `field` gives no page.

    A size over the largest, which the field itself refuses, counts as the largest.
    """
    if "first" not in field.args and "last" not in field.args:
        return None
    sizes = [values[name] for name in ("first", "last") if values.get(name) is not None]
    return max(0, min(max(sizes, default=DEFAULT_PAGE), MAX_PAGE))


def _measure_columns(field: GraphQLField, values: Mapping[str, Any]) -> int | None:
    """Return how many columns `field` chooses, or None when it chooses none."""
    if not _COLUMN_ARGUMENTS.issubset(field.args):
        return None
    given = [values[name] for name in _COLUMN_ARGUMENTS if values.get(name) is not None]
    return max(map(len, given), default=COLUMNS)


def _measure_rows(values: Mapping[str, Any], above: int | None) -> int | None:
    """Return how many organisations `values` choose, or as many as are chosen `above`."""
    given = values.get("organisations")
    return above if given is None else len(given)


def _measure_work(name: str, sizes: _Sizes) -> int:
    """Return what the field `name` costs on top because of the cells that it makes or looks at."""
    columns = COLUMNS if sizes.columns is None else sizes.columns
    rows = sizes.rows or 0
    match name:
        case "ComparisonRow.cells":
            cells = columns
        case "Query.coverage" | "Query.examples":
            cells = rows
        case _:
            cells = rows * columns
    return _OWN.get(name, 0) + _PER_CELL.get(name, 0) * cells


def _measure_filter(values: Mapping[str, Any]) -> int:
    """Return what a page costs on top where `values` make it look through its list."""
    given = [
        value for name, value in values.items() if name not in _NO_FILTER and value is not None
    ]
    return LOOKING_THROUGH + sum(_count_values(value) for value in given) if given else 0


def _count_values(value: Any) -> int:
    if isinstance(value, Mapping):
        return sum(_count_values(each) for each in value.values())
    return sum(_count_values(each) for each in value) if isinstance(value, list) else 1


def _measure_introspection(schema: GraphQLSchema) -> dict[str, float]:
    """Return the mean length of each list of introspection, by the name of its field."""
    types = list(schema.type_map.values())
    composite = [t for t in types if is_object_type(t) or is_interface_type(t)]
    fields = [field for t in composite for field in t.fields.values()]
    abstract = [t for t in types if is_abstract_type(t)]
    directives = schema.directives

    def mean(lists: Iterable[Any], among: int) -> float:
        return sum(len(each) for each in lists) / max(1, among)

    arguments = [each.args for each in (*fields, *directives)]
    return {
        "types": len(types),
        "directives": len(directives),
        "fields": mean((t.fields for t in composite), len(types)),
        "interfaces": mean((t.interfaces for t in composite), len(types)),
        "possibleTypes": mean((schema.get_possible_types(t) for t in abstract), len(types)),
        "enumValues": mean((t.values for t in types if is_enum_type(t)), len(types)),
        "inputFields": mean((t.fields for t in types if is_input_object_type(t)), len(types)),
        "args": mean(arguments, len(arguments)),
        "locations": mean((d.locations for d in directives), len(directives)),
    }
