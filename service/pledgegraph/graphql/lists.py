"""From a question that has a list as its answer to a field that gives the list in pages.

Promises that every list takes the same arguments: its own, then `orderBy` where there is more than
one order, then the four of a page. They stand here and nowhere else.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from inspect import Parameter, Signature, signature
from operator import attrgetter
from typing import Annotated, Any, Final, TypeAlias

import strawberry

from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.connections import (
    After,
    Before,
    First,
    Last,
    PageRequest,
    SortedList,
    SortKey,
    paginate,
    sort_records,
)
from pledgegraph.graphql.context import Context, Info

Question: TypeAlias = Callable[..., Iterable[Any]]
"""`question(catalogue)`, or `question(catalogue, root)` about a record; then its own arguments."""

Key: TypeAlias = Callable[[Catalogue, Any], SortKey]


@dataclass(frozen=True, slots=True)
class Sorting:
    """The orders of one kind of list, the default first, each with what it sorts by.

    The names of list and order go into cursors. Several orders are values of one enumeration.
    """

    name: str
    keys: Mapping[str, Key]
    id_of: Callable[[Any], str] = attrgetter("iri")

    @property
    def default(self) -> str:
        """The order of a list for which none is asked."""
        return next(iter(self.keys))


# A sort key of a few parts, its tuple and two places in lists take no more than this.
_BYTES_PER_RECORD: Final = 400

_PAGE: Final = {"first": First, "after": After, "last": Last, "before": Before}


def connection_field(question: Question, *, sorting: Sorting, description: str) -> Any:
    """Return a field that gives the answer to `question` in pages, sorted as is asked.

    What `question` takes after catalogue and `root` become arguments of the field.
    """

    def resolve(info: Info, order_by: str = sorting.default, **given: Any) -> Any:
        page = PageRequest(**{name: given.pop(name, None) for name in _PAGE})
        found = _find_list(info.context, question, sorting, order_by, given)
        return paginate(found, order=f"{sorting.name}:{order_by}", page=page)

    # Strawberry takes the arguments of a field from the signature of its resolver.
    resolve.__signature__ = _sign(question, sorting)  # type: ignore[attr-defined]
    return strawberry.field(resolver=resolve, description=description)


def _find_list(
    context: Context, question: Question, sorting: Sorting, order: str, given: dict[str, Any]
) -> SortedList[Any]:
    """Return the whole answer to `question`, as it was kept or else found now."""
    root = given.get("root")
    # A filter is not hashable, but its representation is all that it says; its hash is short.
    arguments = repr({name: value for name, value in given.items() if name != "root"})
    digest = sha256(arguments.encode()).digest()
    name = (question, sorting.name, order, root and root.iri, digest)
    found = context.lists.find(name)
    if found is None:
        key = sorting.keys[order]
        found = sort_records(
            question(context.catalogue, **given),
            key=lambda record: key(context.catalogue, record),
            id_of=sorting.id_of,
        )
        context.lists.add(name, found, size=_BYTES_PER_RECORD * (2 + len(found.records)))
    return found


def _sign(question: Question, sorting: Sorting) -> Signature:
    _, *own = signature(question).parameters.values()
    added = [_parameter("info", Info, Parameter.empty)]
    if isinstance(sorting.default, Enum):
        description = strawberry.argument(description="How they are sorted.")
        order: Any = Annotated[type(sorting.default), description]
        added.append(_parameter("order_by", order, sorting.default))
    added += [_parameter(name, annotation, None) for name, annotation in _PAGE.items()]
    keywords = [p.replace(kind=Parameter.KEYWORD_ONLY) for p in own]
    return Signature([*keywords, *added], return_annotation=Any)


def _parameter(name: str, annotation: Any, default: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def narrowed(own: Question, among: Question) -> Question:
    """Return the question that asks `own` of a record, and keeps what a filter admits of that.

    `among(catalogue, found, filter)` looks only through what was found by then: what every record
    of a list is asked costs together no more than looking through all once.
    """

    def ask(catalogue: Catalogue, root: Any, filter: Any = None) -> Iterable[Any]:
        found = own(catalogue, root)
        return found if filter is None else among(catalogue, found, filter)

    catalogue, found, filter = signature(among).parameters.values()
    root = found.replace(name="root", annotation=Parameter.empty)
    ask.__signature__ = Signature([catalogue, root, filter])  # type: ignore[attr-defined]
    return ask
