"""Turn a frozen record into a GraphQL type, without copying it.

A resolver returns records as they are. GraphQL then asks each type whether a value is one of its
own; `record_type` answers that with the record's class, in this one place.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import strawberry

T = TypeVar("T", bound=type)


def record_type(
    record: type, *, description: str, when: Callable[[Any], bool] | None = None
) -> Callable[[T], T]:
    """Declare a GraphQL object type whose values are instances of `record`.

    `when` narrows the instances to those the type is for, where several types share one record.
    """

    def is_type_of(value: Any, _info: object) -> bool:
        return isinstance(value, record) and (when is None or when(value))

    def decorate(cls: T) -> T:
        cls.is_type_of = staticmethod(is_type_of)  # type: ignore[attr-defined]
        return strawberry.type(cls, description=description)

    return decorate
