"""Questions about what a file is checked for."""

from typing import Annotated, Any

import strawberry

from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.inputs.rules import RuleFilterArgument, rule_filter
from pledgegraph.graphql.lists import connection_field
from pledgegraph.graphql.sorting import RULES
from pledgegraph.graphql.types.rules import Rule, RuleProfile
from pledgegraph.terms import SHAPE

RuleArgument = Annotated[
    strawberry.ID,
    strawberry.argument(description="What a finding names, such as P-I.a, or the rule's IRI."),
]


def _resolve_rule(info: Info, id: RuleArgument) -> Any:
    return info.context.catalogue.get_rule(id.removeprefix(SHAPE.base))


def _list_profiles(info: Info) -> Any:
    return info.context.catalogue.profiles


def _list_rules(catalogue: Catalogue, filter: RuleFilterArgument = None) -> Any:
    return catalogue.list_rules(rule_filter(filter))


@strawberry.type(description="What one can ask about the rules that files are checked for.")
class RuleQuery:
    """What one can ask about the rules that files are checked for."""

    rule: Rule = strawberry.field(
        resolver=_resolve_rule,
        description="One rule; an unknown id is an error with the nearest three.",
    )
    rules: Connection[Rule] = connection_field(
        _list_rules,
        sorting=RULES,
        description="Rules: what files are checked for, with their parts.",
    )
    rule_profiles: list[RuleProfile] = strawberry.field(
        resolver=_list_profiles,
        description="What may be asked of a file, the least first.",
    )
