"""Fields that give what stands in their record as it is: most of what an answer is made of.

Such a field needs no arguments, no place and no middleware, unless something is wrong with it.
Promises the answer that graphql-core would give: a value is read and written directly, and whatever
is not plainly one, be it missing, refused by its type or an error, is left to graphql-core, which
asks again and tells. So a record must give the same when it is read twice.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from inspect import signature
from operator import attrgetter
from typing import Any, Final

from graphql import (
    GraphQLField,
    GraphQLLeafType,
    GraphQLObjectType,
    GraphQLSchema,
    get_nullable_type,
    is_leaf_type,
    is_non_null_type,
    is_object_type,
)
from graphql.execution import Executor
from strawberry.schema.schema_converter import CustomGraphQLEnumType, GraphQLCoreConverter
from strawberry.types.field import StrawberryField

_PLAIN: Final = "pledgegraph.plain"


@dataclass(frozen=True, slots=True)
class _PlainField:
    """How a field is answered: what is read of its record, and how that is written."""

    read: Callable[[Any], Any]
    write: Callable[[Any], Any]
    is_nullable: bool


class PlainExecutor(Executor[None]):
    """graphql-core's execution, but for fields that were marked as plain."""

    def execute_field(
        self,
        parent_type: GraphQLObjectType,
        source: Any,
        field_details_list: Any,
        path: Any,
        position_context: Any,
    ) -> Any:
        """Return the value of one field of `source`. See `Executor.execute_field`."""
        field = self.schema.get_field(parent_type, field_details_list[0].node.name.value)
        plain: _PlainField | None = field.extensions.get(_PLAIN) if field else None
        if plain is not None:
            try:
                value = plain.read(source)
                written = None if value is None else plain.write(value)
            except Exception:  # noqa: BLE001  # told below, in its place
                written = value = ...
            if (value is None and plain.is_nullable) or isinstance(written, (str, int, float)):
                return written
        return super().execute_field(
            parent_type, source, field_details_list, path, position_context
        )


def mark_plain_fields(schema: GraphQLSchema) -> None:
    """Find the plain fields of a schema that Strawberry made."""
    for type in filter(is_object_type, schema.type_map.values()):
        for field in type.fields.values():
            definition = field.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
            read = _find_reader(definition) if isinstance(definition, StrawberryField) else None
            if read is not None:
                _mark(field, read)


def _find_reader(definition: StrawberryField) -> Callable[[Any], Any] | None:
    """Return what reads a field of its record, None where more than the record is needed."""
    if definition.is_basic_field:
        return attrgetter(definition.python_name)
    resolver = definition.base_resolver
    if resolver is None or definition.extensions or definition.permission_classes:
        return None
    function: Any = resolver.wrapped_func
    return function if [*signature(function).parameters] == ["root"] else None


def _mark(field: GraphQLField, read: Callable[[Any], Any]) -> None:
    field.resolve = lambda root, _info: read(root)
    type = get_nullable_type(field.type)
    if is_leaf_type(type):
        plain = _PlainField(read, _writer(type), not is_non_null_type(field.type))
        field.extensions[_PLAIN] = plain


def _writer(type: GraphQLLeafType) -> Callable[[Any], Any]:
    """Return what writes a value of `type`, or None of what is none."""
    if not isinstance(type, CustomGraphQLEnumType):
        return type.coerce_output_value
    # The library looks through all names for each value.
    names = {value.value: name for name, value in type.values.items()}
    members: Iterable[Enum] = iter(type.wrapped_cls)
    return {member: names[member.value] for member in members if member.value in names}.get
