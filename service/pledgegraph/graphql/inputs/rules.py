"""Which rules are wanted."""

from typing import Annotated

import strawberry

from pledgegraph import catalogue
from pledgegraph.graphql.inputs.values import ADMITS, ANY_CASE, as_text, as_tuple
from pledgegraph.severity import Severity


@strawberry.input(description=f"Which rules are wanted: {ADMITS}")
class RuleFilter:
    """Which rules are wanted."""

    profile: list[str] | None = strawberry.field(
        default=None,
        description="Tokens of profiles, such as commitment: all that is checked in these.",
    )
    severity: list[Severity] | None = strawberry.field(
        default=None, description="Their severities."
    )
    subject: list[str] | None = strawberry.field(
        default=None, description="The folders of shapes they stand in, such as paragraph-i."
    )
    requirement: list[str] | None = strawberry.field(
        default=None, description="Identifiers of the statements that ask for them, such as II.g."
    )
    provision: list[str] | None = strawberry.field(
        default=None, description='Identifiers of the provisions these stand in, such as "II".'
    )
    part: bool | None = strawberry.field(
        default=None, description="Whether they are parts of other rules."
    )
    text: str | None = strawberry.field(
        default=None,
        description=f"Text in identifier, name, description or message, {ANY_CASE}",
    )


RuleFilterArgument = Annotated[
    RuleFilter | None, strawberry.argument(description="Which rules; all without it.")
]


def rule_filter(given: RuleFilter | None) -> catalogue.RuleFilter:
    """Return the catalogue's filter for what was `given`."""
    if given is None:
        return catalogue.RuleFilter()
    return catalogue.RuleFilter(
        profiles=as_tuple(given.profile),
        severities=as_tuple(given.severity),
        subjects=as_tuple(given.subject),
        requirements=as_tuple(given.requirement),
        provisions=as_tuple(given.provision),
        is_part=given.part,
        text=as_text(given.text),
    )
