"""How rules stand in a list: by subject, each with its parts; and the terms in their sentences.

Promises that each rule stands once, so that its identifier can be its place on the page.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from pledgegraph.catalogue import Catalogue
from pledgegraph.model import Rule
from pledgegraph.terms import PREFIXES

_TERM: Final = re.compile(rf"\b(?:{'|'.join(PREFIXES)}):[A-Za-z0-9](?:[\w.-]*\w)?")


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule in a list, with those of its parts that are in the list.

    `askers` are identifiers of the statements that ask for it, `owners` those of the rules that it
    is part of where none of these stands above it.
    """

    rule: Rule
    askers: tuple[str, ...]
    owners: tuple[str, ...]
    parts: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The rules of one subject in a list."""

    subject: str
    views: tuple[RuleView, ...]


def group_rules(catalogue: Catalogue, rules: Iterable[Rule]) -> tuple[RuleGroup, ...]:
    """Return `rules`, which are in their order, by subject; parts stand under what they are of."""
    return tuple(
        RuleGroup(subject, _list_views(catalogue, list(found)))
        for subject, found in groupby(rules, key=lambda rule: rule.subject)
    )


def _list_views(catalogue: Catalogue, rules: list[Rule]) -> tuple[RuleView, ...]:
    heads: list[tuple[Rule, list[Rule]]] = []
    below: set[str] = set()
    for rule in rules:
        if rule.iri in below:
            heads[-1][1].append(rule)
        else:
            heads.append((rule, []))
            below = {part.iri for part in catalogue.list_parts_of_rule(rule)}
    return tuple(
        RuleView(
            rule,
            tuple(s.identifier for s in catalogue.list_requirements_of_rule(rule)),
            tuple(owner.identifier for owner in catalogue.list_parents_of_rule(rule)),
            tuple(parts),
        )
        for rule, parts in heads
    )


def split_terms(text: str) -> tuple[tuple[str, bool], ...]:
    """Return `text` cut into words and names of terms, each with whether it is a name.

    >>> split_terms("Add pledge:because. Or not.")
    (('Add ', False), ('pledge:because', True), ('. Or not.', False))
    """
    pieces: list[tuple[str, bool]] = []
    end = 0
    for found in _TERM.finditer(text):
        pieces += [(text[end : found.start()], False), (found[0], True)]
        end = found.end()
    return tuple(piece for piece in [*pieces, (text[end:], False)] if piece[0])
