"""What every other type is made of: codes and stated dates."""

from datetime import date
from typing import Any, Final

import strawberry

from pledgegraph import model
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import following
from pledgegraph.graphql.types.node import Node
from pledgegraph.terms import ID

SOURCES: Final = "The addresses at which it was read."
NOT_INDEPENDENT: Final = "What it shares its readings with: together they are one voice."
MODE: Final = "How, in the terms of EARL: semiAuto is a reading with a machine's help."
NOTES: Final = "What a reader should know of it, in our words."


def is_rating(concept: Any) -> bool:
    """Whether `concept` is a value of an assessor's scale and no code of ours."""
    return bool(concept.scheme.startswith(ID["scale/"]))


def is_country(concept: Any) -> bool:
    """Whether `concept` is a country and no code of ours."""
    return bool(concept.scheme == model.COUNTRIES)


@record_type(
    model.Concept,
    description="One code of a code list.",
    when=lambda concept: not (is_rating(concept) or is_country(concept)),
)
class Concept(Node):
    """One code of a code list."""

    notation: str = strawberry.field(description="The code, unique in its list.")
    label: str = strawberry.field(description="Its name for people.")
    definition: str = strawberry.field(description="What falls under it, and what does not.")
    position: int = strawberry.field(description="Its place in its list, from 1.")
    scope_note: str | None = strawberry.field(description="How it is used here.")
    examples: list[str] = strawberry.field(description="Examples of its use.")
    code_list: "CodeList" = strawberry.field(
        resolver=following("scheme"), description="The list it belongs to."
    )
    broader: "Concept | None" = strawberry.field(
        resolver=following("broader"), description="The code above it."
    )


@record_type(model.CodeList, description="A list of codes, each with its definition.")
class CodeList(Node):
    """A list of codes, each with its definition."""

    name: str = strawberry.field(description="Its one-word name, such as modality.")
    title: str = strawberry.field(description="Its title.")
    description: str = strawberry.field(description="What its codes say.")
    concepts: list[Concept] = strawberry.field(description="Its codes, by position.")


@record_type(model.StatedDate, description="A date as stated, and the days it can mean.")
class StatedDate:
    """A date as stated, and the days it can mean."""

    stated: str = strawberry.field(description="As the source states it: day, month or year.")
    earliest: date = strawberry.field(description="The first day it can mean.")
    latest: date = strawberry.field(description="The last day it can mean.")
