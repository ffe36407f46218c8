"""How many fields of one answer may fail.

A field that fails costs what no limit sees beforehand: its error is located in the document, told
and logged, and an unknown name is held against all known ones. Promises that execution halts at the
first field too many, whatever is left to do. Must not know which schema is executed.
"""

from collections.abc import Callable
from typing import Any

from graphql import GraphQLError, GraphQLResolveInfo, located_error


class Halted(BaseException):
    """Too many fields failed. No `Exception`: GraphQL would take that for one more that did."""

    def __init__(self, found: int, last: GraphQLError) -> None:
        """Keep how many failed, and the error of the last."""
        super().__init__(found, last)
        self.found = found
        self.last = last


class FieldErrors:
    """Middleware that counts the resolvers of one execution which fail."""

    def __init__(self, *, maximum: int) -> None:
        """Halt when more than `maximum` fail."""
        self._maximum = maximum
        self._found = 0

    def resolve(
        self,
        resolver: Callable[..., Any],
        root: Any,
        info: GraphQLResolveInfo[Any],
        **arguments: Any,
    ) -> Any:
        """Return what `resolver` returns.

        Raises:
            Halted: it failed, and is one too many.
        """
        try:
            return resolver(root, info, **arguments)
        except Exception as error:
            self._found += 1
            if self._found > self._maximum:
                last = located_error(error, info.field_nodes, info.path.as_list())
                raise Halted(self._found, last) from error
            raise
