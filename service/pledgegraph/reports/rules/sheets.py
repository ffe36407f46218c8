"""All that is told of one rule, in words, whatever the form it is told in.

Promises one wording for pages and commands. A severity speaks of a file, never of an organisation.
Imports no third party.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue import Catalogue
from pledgegraph.model import (
    Rule,
    RuleExample,
    RuleProfile,
    Statement,
    Target,
    TargetKind,
)
from pledgegraph.model.rules import MessageParts
from pledgegraph.severity import Severity
from pledgegraph.terms import shorten

SEVERITIES: Final = {
    Severity.VIOLATION: "A file with this finding does not pass.",
    Severity.WARNING: "A file with this finding passes, and somebody should look at it.",
    Severity.INFO: "A file with this finding passes: it is a note.",
}
"""What each severity means for a file."""

OF_THE_RECORD: Final = (
    "No words of the commitments ask for it: it is what a record needs so that it can be read, "
    "checked and compared."
)
"""Why there is a rule that checks no statement of the commitments."""

_OTHER_TARGETS: Final = {
    TargetKind.SUBJECTS_OF: "whatever has ",
    TargetKind.OBJECTS_OF: "each value of ",
    TargetKind.NODE: "",
}
_NUMERALS: Final = frozenset("ivx")


@dataclass(frozen=True, slots=True)
class RuleSheet:
    """One rule with all that it links; `reasons` tell why it has its severity.

    `bad` examples are the rule's own, `bad_parts` those of its parts.
    """

    rule: Rule
    statements: tuple[Statement, ...]
    profiles: tuple[RuleProfile, ...]
    parents: tuple[Rule, ...]
    parts: tuple[Rule, ...]
    good: tuple[RuleExample, ...]
    bad: tuple[RuleExample, ...]
    bad_parts: tuple[RuleExample, ...]
    reasons: tuple[str, ...]
    targets: str

    @property
    def message(self) -> MessageParts:
        """What a submitter reads, in its parts."""
        return self.rule.message_parts

    @property
    def meaning(self) -> str:
        """What the severity means for a file."""
        return SEVERITIES[self.rule.severity]


def create_sheet(catalogue: Catalogue, rule: Rule, *, has_examples: bool = True) -> RuleSheet:
    """Return all that is told of `rule`; where examples are not shown, none need be read.

    Raises:
        DataError: an example or its manifest cannot be read.
    """
    statements = catalogue.list_requirements_of_rule(rule)
    examples = catalogue.list_examples_of_rule(rule) if has_examples else ()
    bad = tuple(example for example in examples if not example.is_good)
    return RuleSheet(
        rule=rule,
        statements=statements,
        profiles=catalogue.list_profiles_of_rule(rule),
        parents=catalogue.list_parents_of_rule(rule),
        parts=catalogue.list_parts_of_rule(rule),
        good=tuple(example for example in examples if example.is_good),
        bad=tuple(example for example in bad if example.rule == rule.iri),
        bad_parts=tuple(example for example in bad if example.rule != rule.iri),
        reasons=explain_severity(rule, statements),
        targets=describe_targets(rule.targets),
    )


def explain_severity(rule: Rule, statements: tuple[Statement, ...]) -> tuple[str, ...]:
    """Return why `rule` has its severity: by the words that ask for it, and by its own reason."""
    words = dict.fromkeys(_explain_words(statement, rule.severity) for statement in statements)
    own = () if rule.severity_because is None else (rule.severity_because,)
    return (*(words if statements else (OF_THE_RECORD,)), *own)


def _explain_words(statement: Statement, severity: Severity) -> str:
    if statement.severity is severity:
        return statement.severity_because
    alone = f"By its words alone, {statement.identifier} gives {statement.severity or 'none'}."
    return f"{alone} {statement.severity_because}"


def describe_targets(targets: Iterable[Target]) -> str:
    """Return what a rule is for, in words, empty where it is for nothing by itself.

    >>> event = Target(TargetKind.CLASS, "https://w3id.org/pledgegraph/ns#Event", "event", ())
    >>> describe_targets([event])
    'each event (pledge:Event)'
    """
    found = tuple(targets)
    classes = [f"{t.label} ({shorten(t.iri)})" for t in found if t.kind is TargetKind.CLASS]
    parts = [f"each {_join(classes)}"] if classes else []
    for kind, words in _OTHER_TARGETS.items():
        labels = [target.label for target in found if target.kind is kind]
        parts += [words + _join(labels)] if labels else []
    return "; ".join(parts)


def name_subject(subject: str) -> str:
    """Return what a folder of shapes is called.

    >>> name_subject("best-practices"), name_subject("paragraph-iv")
    ('Best practices', 'Paragraph IV')
    """
    words = [w.upper() if set(w) <= _NUMERALS else w for w in subject.split("-")]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def count_rules(rules: Iterable[Rule]) -> str:
    """Return how many rules there are, with how many parts."""
    found = tuple(rules)
    parts = sum(rule.is_part for rule in found)
    whole = len(found) - parts
    return (
        f"{whole} {'rule' if whole == 1 else 'rules'} and {parts} "
        f"{'part' if parts == 1 else 'parts'} of rules"
    )


def name_example(rule: Rule, example: RuleExample) -> str:
    """Return what an example is called that is shown with `rule`."""
    part = f" (a part: {example.rule.rpartition('#')[2]})" if example.rule != rule.iri else ""
    keeps = "Keeps it, by saying that it is absent" if example.is_absence else "Keeps it"
    what = keeps if example.is_good else f"Breaks it{part}"
    return f"{what}: {'' if example.is_whole else 'from '}{example.file}"


def list_shown_examples(sheet: RuleSheet) -> tuple[RuleExample, ...]:
    """Return the examples that stand with a rule in a document of many: good ones first.

    Those of its parts only where it has none of its own, as the parts have theirs.
    """
    return (*sheet.good, *(sheet.bad or sheet.bad_parts[:1]))


def list_blocks(sheet: RuleSheet) -> Iterator[tuple[str, list[str]]]:
    """Return what is told of a rule but for its examples: titles, each with its paragraphs."""
    rule, message = sheet.rule, sheet.message
    yield f"{rule.identifier}: {rule.name}", [rule.description]
    yield rule.severity.value, [sheet.meaning, *sheet.reasons]
    if sheet.statements:
        yield "Asked for by", [f"{s.identifier}: “{s.verbatim}”" for s in sheet.statements]
    yield "What a submitter reads", [message.problem, *filter(None, [message.asked])]
    if message.remedy:
        yield "What to add or change", [message.remedy]
    if message.absence:
        yield "How to say honestly that it is absent", [message.absence]
    yield "For", [sheet.targets]
    if rule.path:
        yield "Looks at", [rule.path_in_words or rule.path]
    if rule.branches:
        title = "Exactly one of these" if rule.is_exclusive else "One of these is enough"
        yield title, [f"{b.name}: {b.description}" for b in rule.branches]
    if sheet.parents:
        yield "Part of", [f"{p.identifier}: {p.name}" for p in sheet.parents]
    if sheet.parts:
        yield "Parts", [f"{p.identifier}: {p.name}" for p in sheet.parts]
    yield "Checked in", [f"{', '.join(rule.profiles)}; since version {rule.since} of the shapes"]
    yield "Address", [f"{rule.iri}, in {rule.file}"]


def _join(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
