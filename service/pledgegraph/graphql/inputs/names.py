"""Names of things, as arguments that several questions take."""

from typing import Annotated, TypeAlias

import strawberry

Organisations: TypeAlias = Annotated[
    list[str] | None,
    strawberry.argument(description="Slugs of organisations, such as g42; all without it."),
]
OrganisationArgument: TypeAlias = Annotated[
    str, strawberry.argument(description="Slug of the organisation, such as g42.")
]
FrameworkArgument: TypeAlias = Annotated[
    str, strawberry.argument(description="Slug of the framework in the organisation.")
]
RequirementArgument: TypeAlias = Annotated[
    str, strawberry.argument(description='Identifier of the requirement, such as "IV.d".')
]
