"""Questions about rules: what a file is asked for, by which words, and what keeps a rule.

Promises rules by subject, those on the commitments first, each followed by its parts. What is
written beside the shapes, examples and source, is read when it is first asked for, and kept.
Imports no third party.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock
from typing import Final, Protocol

from pledgegraph.catalogue.instrument import InstrumentCatalogue
from pledgegraph.catalogue.links import group
from pledgegraph.catalogue.matching import check_known, having_text, holds, index_texts
from pledgegraph.catalogue.nearest import list_nearest
from pledgegraph.errors import NotFound
from pledgegraph.model import Rule, RuleExample, RuleProfile, Statement
from pledgegraph.reader import Records
from pledgegraph.reader.rule_order import rank_rules
from pledgegraph.severity import Severity

_MOST_NEAREST: Final = 3


@dataclass(frozen=True, slots=True)
class RuleFilter:
    """Which rules are wanted: every part given must hold; within a part, any value.

    Profiles are tokens: a rule is in each that runs it. Subjects are folders, requirements and
    provisions identifiers of the commitments. `text` is looked for in identifier, name, description
    and message, whatever the case.
    """

    profiles: tuple[str, ...] | None = None
    severities: tuple[Severity, ...] | None = None
    subjects: tuple[str, ...] | None = None
    requirements: tuple[str, ...] | None = None
    provisions: tuple[str, ...] | None = None
    is_part: bool | None = None
    text: str | None = None


class RuleTexts(Protocol):
    """What is written of rules beside the records."""

    def load_examples(self, rule: Rule) -> tuple[RuleExample, ...]:
        """Return the examples of `rule`, good ones first; none where none was written."""
        ...

    def load_source(self, rules: Iterable[Rule]) -> str:
        """Return the shapes of `rules` as they are written, each with what it is made with."""
        ...


class NoRuleTexts:
    """The texts of rules where only records are at hand: none."""

    def load_examples(self, rule: Rule) -> tuple[RuleExample, ...]:  # noqa: ARG002 - none has any
        """Return no example."""
        return ()

    def load_source(self, rules: Iterable[Rule]) -> str:  # noqa: ARG002 - none has any
        """Return the empty text."""
        return ""


class RuleCatalogue(InstrumentCatalogue):
    """The part of the catalogue that knows what files are checked for."""

    def __init__(self, records: Records) -> None:
        """Index the rules of `records`; nothing is written of them until it is given."""
        super().__init__(records)
        self.rules = records.rules
        self.profiles = records.profiles
        self.shapes_version = records.shapes_version
        self.rule_keys = rank_rules(records.rules, (s.iri for s in records.statements))
        self.rule_subjects = tuple(dict.fromkeys(rule.subject for rule in records.rules))
        self._rule_texts: RuleTexts = NoRuleTexts()
        self._rule_lock = Lock()
        self._examples: dict[str, tuple[RuleExample, ...]] = {}
        self._rules_by_iri = {rule.iri: rule for rule in records.rules}
        self._rules_by_identifier = {rule.identifier: rule for rule in records.rules}
        self._rules_of = group(
            (iri, rule) for rule in records.rules if not rule.is_part for iri in rule.requirements
        )
        self._rules_using = group((iri, rule) for rule in records.rules for iri in rule.uses)
        self._texts_of_rules = index_texts(
            (r.iri, (r.identifier, r.name, r.description, r.message)) for r in records.rules
        )
        self._runs = group((token, p.token) for p in records.profiles for token in p.runs)

    # --- one rule --------------------------------------------------------------------------

    def get_rule(self, identifier: str) -> Rule:
        """Return the rule `identifier`, such as `P-I.a`.

        Raises:
            NotFound: there is none; with the nearest three.
        """
        found = self._rules_by_identifier.get(identifier)
        if found is None:
            nearest = list_nearest(identifier, self._rules_by_identifier)
            raise NotFound(kind="rule", given=identifier, nearest=nearest[:_MOST_NEAREST])
        return found

    def find_rule_using(self, iri: str) -> Rule | None:
        """Return the first rule that is made with the shape or query `iri`, or None."""
        return next(iter(self._rules_using.get(iri, ())), None)

    def list_examples_of_rule(self, rule: Rule) -> tuple[RuleExample, ...]:
        """Return the examples of `rule`, good ones first.

        The bad ones of a rule with parts are those of its parts as well, its own first.
        """
        with self._rule_lock:
            if rule.iri not in self._examples:
                self._examples[rule.iri] = self._rule_texts.load_examples(rule)
            return self._examples[rule.iri]

    def get_source_of_rules(self, rules: Iterable[Rule]) -> str:
        """Return the shapes of `rules` as they are written in Turtle, with what they are made with.

        A rule with parts is followed by these.
        """
        found = (r for rule in rules for r in (rule, *self.list_parts_of_rule(rule)))
        return self._rule_texts.load_source(dict.fromkeys(found))

    # --- lists -----------------------------------------------------------------------------

    def list_rules(self, wanted: RuleFilter) -> tuple[Rule, ...]:
        """Return the wanted rules by subject.

        Raises:
            InvalidArgument: a name in `wanted` is unknown; with the known ones.
        """
        self._check_rules(wanted)
        has_text = having_text(wanted.text, self._texts_of_rules)
        return tuple(r for r in self.rules if has_text(r.iri) and self._is_wanted_rule(r, wanted))

    def list_rules_of(self, statement: Statement) -> tuple[Rule, ...]:
        """Return the rules that check a file for `statement`, without their parts."""
        return self._rules_of.get(statement.iri, ())

    def list_parts_of_rule(self, rule: Rule) -> tuple[Rule, ...]:
        """Return the parts of `rule`, and theirs, in order."""
        found: dict[str, Rule] = {}
        waiting = [*reversed(rule.parts)]
        while waiting:
            part = self._rules_by_iri[waiting.pop()]
            if part.iri not in found:
                found[part.iri] = part
                waiting += reversed(part.parts)
        return tuple(found.values())

    def list_parents_of_rule(self, rule: Rule) -> tuple[Rule, ...]:
        """Return what `rule` is part of, by identifier."""
        return tuple(self._rules_by_iri[iri] for iri in rule.parents)

    def list_requirements_of_rule(self, rule: Rule) -> tuple[Statement, ...]:
        """Return the statements that ask for what `rule` checks, in reading order."""
        found = (self._nodes[iri] for iri in rule.requirements)
        return tuple(statement for statement in found if isinstance(statement, Statement))

    def list_profiles_of_rule(self, rule: Rule) -> tuple[RuleProfile, ...]:
        """Return the profiles that name `rule`."""
        return tuple(profile for profile in self.profiles if profile.token in rule.profiles)

    # --- inside ----------------------------------------------------------------------------

    def _is_wanted_rule(self, rule: Rule, wanted: RuleFilter) -> bool:
        """Whether `rule` is wanted, but for the text."""
        statements = self.list_requirements_of_rule(rule)
        places = (self._provision(s.provision).identifier for s in statements)
        running = (token for named in rule.profiles for token in self._runs.get(named, ()))
        return (
            holds(wanted.profiles, running)
            and holds(wanted.severities, (rule.severity,))
            and holds(wanted.subjects, (rule.subject,))
            and holds(wanted.requirements, (s.identifier for s in statements))
            and holds(wanted.provisions, places)
            and wanted.is_part in (None, rule.is_part)
        )

    def _check_rules(self, wanted: RuleFilter) -> None:
        check_known("profile", wanted.profiles, (p.token for p in self.profiles))
        check_known("subject", wanted.subjects, self.rule_subjects)
        identifiers = (s.identifier for s in self.statements)
        check_known("requirement", wanted.requirements, identifiers)
        self._check_provisions(wanted.provisions)
