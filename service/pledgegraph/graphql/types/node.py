"""What every thing with an address has."""

from typing import Any

import strawberry


def _resolve_id(root: Any) -> strawberry.ID:
    return strawberry.ID(root.iri)


@strawberry.interface(description="Anything with an address of its own.")
class Node:
    """Anything with an address of its own."""

    id: strawberry.ID = strawberry.field(
        resolver=_resolve_id, description="Its IRI: unique everywhere, and good for node(id:)."
    )
