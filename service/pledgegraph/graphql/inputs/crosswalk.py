"""Which links of the crosswalk are wanted."""

from typing import Annotated

import strawberry

from pledgegraph.graphql.inputs.values import ADMITS


@strawberry.input(description=f"Which links are wanted: {ADMITS}")
class CrosswalkLinkFilter:
    """Which links are wanted."""

    provision: list[str] | None = strawberry.field(
        default=None, description='Identifiers of provisions, such as "II".'
    )
    set: list[str] | None = strawberry.field(
        default=None, description="Slugs of commitment sets, such as white-house-2023."
    )


CrosswalkLinkFilterArgument = Annotated[
    CrosswalkLinkFilter | None, strawberry.argument(description="Which links; all without it.")
]
