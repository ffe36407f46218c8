"""The order of rules: by subject, those on the commitments first, each followed by its parts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from pledgegraph.model import Rule
from pledgegraph.reader.order import natural_key

RuleKey: TypeAlias = tuple[int, str, int, int, str, str]
"""What a rule is sorted by: its subject, then the rule that it is or is part of, then the part."""

_NAMED_AFTER: Final = "P-"


def rank_rules(rules: Iterable[Rule], statements: Iterable[str]) -> Mapping[str, RuleKey]:
    """Return the sort key of each rule, by IRI; `statements` are IRIs in reading order.

    Subjects stand in the order of the words that ask for their rules, then by name. So do rules in
    a subject: of those on one statement the one that is named after it (`P-II.a`) comes first. A
    part follows what it is part of; what that has in another subject stands by itself.
    """
    found = {rule.iri: rule for rule in rules}
    place = {iri: number for number, iri in enumerate(statements)}
    last = len(place)
    first: dict[str, int] = defaultdict(lambda: last)
    for rule in found.values():
        asked = (place[iri] for iri in rule.requirements)
        first[rule.subject] = min(first[rule.subject], *asked, last)

    def rank(rule: Rule) -> RuleKey:
        top, *below = _list_line(rule, found)
        return (
            first[top.subject],
            natural_key(top.subject),
            min((place[iri] for iri in top.requirements), default=last),
            int(not top.identifier.startswith(_NAMED_AFTER)),
            natural_key(top.identifier),
            " ".join(natural_key(part.identifier) for part in below),
        )

    return {iri: rank(rule) for iri, rule in found.items()}


def _list_line(rule: Rule, rules: Mapping[str, Rule]) -> list[Rule]:
    """Return what `rule` is part of within its subject, the outermost first, and `rule` itself."""
    line = [rule]
    while True:
        owners = (rules[iri] for iri in line[0].parents)
        owner = next((o for o in owners if o.subject == rule.subject and o not in line), None)
        if owner is None:
            return line
        line.insert(0, owner)
