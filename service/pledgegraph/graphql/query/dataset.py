"""Questions about the data as a whole."""

from typing import Any

import strawberry

from pledgegraph.graphql.context import Info
from pledgegraph.graphql.types.dataset import Dataset


def _resolve_dataset(info: Info) -> Any:
    return info.context.catalogue.dataset


def _resolve_dataset_revision(info: Info) -> str:
    return info.context.catalogue.revision


@strawberry.type(description="What one can ask about the data as a whole.")
class DatasetQuery:
    """What one can ask about the data as a whole."""

    dataset_revision: str = strawberry.field(
        resolver=_resolve_dataset_revision,
        description="The revision of the data that answers: a hash over its files. The same "
        "revision gives the same answers.",
    )
    dataset: Dataset | None = strawberry.field(
        resolver=_resolve_dataset,
        description="The data as a whole; null where it does not describe itself.",
    )
