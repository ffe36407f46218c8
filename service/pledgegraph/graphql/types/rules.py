"""What a file is checked for: the rules of the shapes, with the words that ask for them."""

from typing import Any

import strawberry

from pledgegraph import model
from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.resolvers import asking, following
from pledgegraph.graphql.types.node import Node
from pledgegraph.graphql.types.references import StatementLater
from pledgegraph.reports.rules.sheets import describe_targets, explain_severity
from pledgegraph.severity import Severity


def _resolve_applies_to(root: Any) -> str:
    return describe_targets(root.targets)


def _resolve_severity_because(root: Any, info: Info) -> list[str]:
    statements = info.context.catalogue.list_requirements_of_rule(root)
    return list(explain_severity(root, statements))


def _resolve_source(root: Any, info: Info) -> str:
    source: str = info.context.catalogue.get_source_of_rules([root])
    return source


def _resolve_asked(root: Any) -> str | None:
    return root.message_parts.asked or None


def _resolve_absence(root: Any) -> str | None:
    return root.message_parts.absence or None


@record_type(
    model.RuleProfile,
    description="What may be asked of a file; a rule says in which profiles it is checked.",
)
class RuleProfile(Node):
    """What may be asked of a file."""

    token: str = strawberry.field(description="Its name for commands and filters: record.")
    title: str = strawberry.field(description="Its title.")
    description: str = strawberry.field(description="What it asks for.")
    runs: list[str] = strawberry.field(
        description="The profiles whose rules are checked in it, its own among them."
    )


@record_type(model.RuleBranch, description="One of the ways in which a rule can be kept.")
class RuleBranch:
    """One of the ways in which a rule can be kept."""

    name: str = strawberry.field(description="Its name.")
    description: str = strawberry.field(description="What is asked for in this way.")


@record_type(model.RuleExample, description="A piece of Turtle that keeps a rule, or breaks it.")
class RuleExample:
    """A piece of Turtle that keeps a rule, or breaks it."""

    is_good: bool = strawberry.field(description="Whether it keeps the rule.")
    description: str = strawberry.field(description="What it shows.")
    text: str = strawberry.field(description="The Turtle.")
    is_whole: bool = strawberry.field(
        description="Whether that is all of its file, but for comments and prefixes without use; "
        "else it is what the file says of one subject."
    )
    is_absence: bool = strawberry.field(
        description="Whether it keeps the rule by saying honestly that something is absent."
    )
    file: str = strawberry.field(description="The file it stands in, below the root of the data.")
    rule: "Rule" = strawberry.field(
        resolver=following("rule"),
        description="The rule it was written for: this one, or a part of it.",
    )


@record_type(
    model.Rule,
    description="A thing that a file is checked for: a SHACL shape that findings name. It speaks "
    "of files, never of organisations.",
)
class Rule(Node):
    """A thing that a file is checked for."""

    identifier: str = strawberry.field(
        description="What it is called in addresses and reports, permanently: P-I.a."
    )
    name: str = strawberry.field(description="Its name for people.")
    description: str = strawberry.field(description="What it asks for, as a sentence about files.")
    message: str = strawberry.field(description="What a submitter reads where a file breaks it.")
    problem: str = strawberry.field(description="Of that, what is wrong: the first sentence.")
    remedy: str = strawberry.field(
        description="Of that, the rest: which words ask for it, what to add or change, and how to "
        "say honestly that it is absent. Empty where the message is one sentence."
    )
    asked: str | None = strawberry.field(
        resolver=_resolve_asked,
        description="Of the remedy, what quotes the commitments; null where nothing does.",
    )
    absence: str | None = strawberry.field(
        resolver=_resolve_absence,
        description="Of the remedy, how to say honestly that it is absent; null where there is "
        "nothing of the kind to say.",
    )
    severity: Severity = strawberry.field(
        description="How much a file lacks that breaks it: that of the words that ask for it, "
        "unless the rule says why not."
    )
    severity_because: list[str] = strawberry.field(
        resolver=_resolve_severity_because,
        description="Why it has this severity: by the words that ask for it, then by its own "
        "reason where it is milder or stricter than these.",
    )
    requirements: list[StatementLater] = strawberry.field(
        resolver=asking(Catalogue.list_requirements_of_rule),
        description="The statements of the commitments that ask for it, in reading order; a rule "
        "on how records are made has none.",
    )
    profiles: list[RuleProfile] = strawberry.field(
        resolver=asking(Catalogue.list_profiles_of_rule),
        description="The profiles that name it; others may run these.",
    )
    since: str = strawberry.field(description="The first version of the shapes that has it.")
    subject: str = strawberry.field(description="The folder of shapes it stands in: paragraph-i.")
    applies_to: str = strawberry.field(
        resolver=_resolve_applies_to,
        description="What it is for, in words: classes, and whatever has a property.",
    )
    path: str | None = strawberry.field(
        description="The property path it looks at, as SPARQL writes it; null where it looks at "
        "the subject itself."
    )
    path_in_words: str | None = strawberry.field(description="That path in words.")
    branches: list[RuleBranch] = strawberry.field(
        description="The ways in which it can be kept, where it offers several."
    )
    is_exclusive: bool = strawberry.field(
        description="Whether exactly one of these ways has to be taken; else one is enough."
    )
    parents: list["Rule"] = strawberry.field(
        resolver=asking(Catalogue.list_parents_of_rule),
        description="What it is part of; most rules are part of none, most parts of one.",
    )
    parts: list["Rule"] = strawberry.field(
        resolver=asking(Catalogue.list_parts_of_rule),
        description="Its parts at any depth: each is a rule of its own, with findings of its own.",
    )
    examples: list[RuleExample] = strawberry.field(
        resolver=asking(Catalogue.list_examples_of_rule),
        description="Examples that keep it, then those that break it or a part of it.",
    )
    source: str = strawberry.field(
        resolver=_resolve_source,
        description="The shape as it is written in Turtle, with its parts and what it is made "
        "with.",
    )
