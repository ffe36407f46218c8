"""Questions about evidence that was coded twice."""

from typing import Any

import strawberry

from pledgegraph.graphql.context import Info
from pledgegraph.graphql.types.codings import Agreement


def _resolve_agreement(info: Info) -> Any:
    return info.context.catalogue.measure_agreement()


@strawberry.type(description="What one can ask about double coding.")
class CodingQuery:
    """What one can ask about double coding."""

    agreement: Agreement = strawberry.field(
        resolver=_resolve_agreement,
        description="How far two machine-assisted readings of the same evidence agree; no piece "
        "where none was coded twice.",
    )
