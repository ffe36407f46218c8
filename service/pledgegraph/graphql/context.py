"""What a resolver may ask: one catalogue of one dataset revision."""

from dataclasses import dataclass
from typing import TypeAlias

import strawberry

from pledgegraph.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Context:
    """The value that every resolver is given."""

    catalogue: Catalogue


Info: TypeAlias = strawberry.Info[Context, None]
