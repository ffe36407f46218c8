"""How most fields are answered: by a link of the record, or by one question to the catalogue.

Promises no answer of its own: what a field says stands in the records.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.context import Info

Resolver: TypeAlias = Callable[..., Any]


def following(attribute: str) -> Resolver:
    """Return a resolver that gives the record whose IRI stands in `attribute`, None without one."""

    def resolve(root: Any, info: Info) -> Any:
        return info.context.catalogue.find_node(getattr(root, attribute) or "")

    return resolve


def following_all(attribute: str) -> Resolver:
    """Return a resolver that gives the records whose IRIs stand in `attribute`, in their order."""

    def resolve(root: Any, info: Info) -> Any:
        found = (info.context.catalogue.find_node(iri) for iri in getattr(root, attribute))
        return [record for record in found if record is not None]

    return resolve


def asking(question: Callable[[Catalogue, Any], Any]) -> Resolver:
    """Return a resolver that asks the catalogue `question` about the record."""

    def resolve(root: Any, info: Info) -> Any:
        return question(info.context.catalogue, root)

    return resolve
