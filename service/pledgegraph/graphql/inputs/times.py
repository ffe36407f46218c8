"""The two clocks of a question, as arguments."""

from datetime import date
from typing import Annotated, TypeAlias

import strawberry

AsOf: TypeAlias = Annotated[
    date | None,
    strawberry.argument(
        description="The day that is asked about: which text was in force, which document was "
        "out. Without it the last day up to which the data was gathered, never today."
    ),
]
KnownBy: TypeAlias = Annotated[
    date | None,
    strawberry.argument(
        description="Only what had surely been published by this day counts. Without it the last "
        "day up to which the data was gathered."
    ),
]
