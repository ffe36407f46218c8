"""The rules of the shapes, from the graph: every shape that a finding may name.

A rule is a shape with a target, or a property shape below one (`sh:property`, at any depth). What
else a rule is made with belongs to it: the branches of its `sh:or` or `sh:xone`, the shapes that
values are held against, and queries.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from pledgegraph.model import Rule, RuleBranch, RuleProfile, Target
from pledgegraph.reader.chains import close
from pledgegraph.reader.links import iris_among, linked, refuse_namesakes, refuse_none
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.reader.order import natural_key
from pledgegraph.reader.readings import find_severity
from pledgegraph.reader.rule_order import rank_rules
from pledgegraph.reader.shape_graph import ShapeGraph, list_iris, read_shape_graph
from pledgegraph.reader.targets import TARGETS, Classes, is_targeted, read_classes
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, OWL, PLEDGE, PROF, SH, SHAPE

_CHOICES: Final = (SH["or"], SH.xone)
_LISTS: Final = (*_CHOICES, SH["and"])
_USED: Final = (SH["not"], SH.node, SH.qualifiedValueShape, SH.sparql)


def read_profiles(store: GraphStore) -> tuple[RuleProfile, ...]:
    """Return the profiles by how much they ask for, the least first, then by token."""
    nodes = read_nodes(store, PROF.Profile)
    tokens = {iri: node.text_of(PROF.hasToken) for iri, node in nodes.items()}
    asked = {
        iri: tuple(i for i in node.iris(PROF.isProfileOf) if i in nodes)
        for iri, node in nodes.items()
    }
    found = [
        RuleProfile(
            iri=iri,
            token=tokens[iri],
            title=node.text_of(DCTERMS.title),
            description=node.text_of(DCTERMS.description),
            runs=tuple(sorted(tokens[i] for i in {iri, *close(iri, asked)})),
        )
        for iri, node in nodes.items()
    ]
    return tuple(sorted(found, key=lambda profile: (len(profile.runs), profile.token)))


def find_shapes_version(store: GraphStore) -> str | None:
    """Return the version that the shapes give themselves, None where they give none."""
    header = read_nodes(store, OWL.Ontology).get(SHAPE.base.removesuffix("#"))
    return None if header is None else header.find_text(OWL.versionInfo)


def read_rules(
    store: GraphStore,
    statements: Iterable[str],
    profiles: Iterable[RuleProfile],
) -> tuple[Rule, ...]:
    """Return the rules in their order, see `rule_order`.

    `statements` are the IRIs of those that may ask for them, in reading order.
    """
    place = {iri: number for number, iri in enumerate(statements)}
    shapes = read_shape_graph(store)
    reader = _Reader(
        shapes=shapes,
        classes=read_classes(store),
        statements=place,
        profiles={profile.iri: profile.token for profile in profiles},
        owners=_find_owners(shapes.nodes),
    )
    found = {iri: reader.create(shapes.nodes[iri]) for iri in reader.owners}
    refuse_namesakes(shapes.nodes, {iri: rule.identifier for iri, rule in found.items()})
    keys = rank_rules(found.values(), place)
    return tuple(sorted(found.values(), key=lambda rule: (keys[rule.iri], rule.iri)))


def _find_owners(nodes: Mapping[str, Node]) -> dict[str, tuple[str, ...]]:
    """Return each rule with what it is part of, by IRIs; what has a target may be part of nothing.

    Raises:
        DataError: a part is described nowhere.
    """
    owners: dict[str, set[str]] = {n.iri: set() for n in nodes.values() if is_targeted(n)}
    waiting = list(owners)
    while waiting:
        owner = nodes[waiting.pop()]
        for part in owner.iris(SH.property):
            linked(nodes, owner, part)
            if part not in owners:
                owners[part] = set()
                waiting.append(part)
            owners[part].add(owner.iri)
    return {iri: tuple(sorted(found)) for iri, found in owners.items()}


@dataclass(frozen=True, slots=True)
class _Own:
    """What a shape says of itself that its parts have as well."""

    requirements: tuple[str, ...]
    profiles: tuple[str, ...]
    since: str | None
    targets: tuple[Target, ...]


_NOTHING: Final = _Own((), (), None, ())
_SAID: Final = frozenset([DCTERMS.subject, DCTERMS.isPartOf, PLEDGE.since, *TARGETS])
"""What a shape says of these its parts have as well; most parts say nothing of them."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """The shapes, the names of classes, and what rules link.

    `statements` gives the place of each, `profiles` the token of each, `owners` what each rule is
    part of. `owns` and `direct` keep what was read of a shape, as parts and branches ask again.
    """

    shapes: ShapeGraph
    classes: Classes
    statements: Mapping[str, int]
    profiles: Mapping[str, str]
    owners: Mapping[str, tuple[str, ...]]
    owns: dict[str, _Own] = field(default_factory=dict)
    direct: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def create(self, node: Node) -> Rule:
        """Return the rule that the shape `node` is."""
        severity = find_severity(node, SH.severity)
        if severity is None:
            raise node.problem(SH.severity, "it has no value", "a severity of SHACL")
        path = next(iter(node.values.get(SH.path, ())), None)
        above = sorted(close(node.iri, self.owners) - {node.iri})
        line = [self._get_own(iri) for iri in (node.iri, *above)]
        asked = {iri for own in line for iri in own.requirements}
        named = {token for own in line for token in own.profiles}
        return Rule(
            iri=node.iri,
            identifier=node.iri.rpartition("#")[2].rpartition("/")[2],
            name=node.text_of(SH.name),
            description=node.text_of(SH.description),
            message=node.text_of(SH.message),
            severity=severity,
            severity_because=node.find_text(PLEDGE.severityBecause),
            requirements=tuple(sorted(asked, key=self.statements.__getitem__)),
            profiles=tuple(token for token in self.profiles.values() if token in named),
            since=_find_since(node, line),
            subject=node.file.split("/")[1],
            file=node.file,
            targets=tuple(dict.fromkeys(target for own in line for target in own.targets)),
            path=None if path is None else self.shapes.format_path(path),
            path_in_words=None if path is None else self.shapes.describe_path(path),
            path_starts=() if path is None else self.shapes.list_starts(path),
            branches=tuple(self._list_branches(node)),
            is_exclusive=SH.xone in node.values,
            parents=self.owners[node.iri],
            parts=node.iris(SH.property),
            uses=self._list_used(node),
        )

    def _get_own(self, iri: str) -> _Own:
        node = self.shapes.nodes[iri]
        if _SAID.isdisjoint(node.values):
            return _NOTHING
        if iri not in self.owns:
            if is_targeted(node):
                refuse_none(node, DCTERMS.isPartOf, expected="a prof:Profile")
            self.owns[iri] = _Own(
                iris_among(node, DCTERMS.subject, self.statements, kind="statement"),
                tuple(linked(self.profiles, node, i) for i in node.iris(DCTERMS.isPartOf)),
                node.find_text(PLEDGE.since),
                self.classes.list_targets(node),
            )
        return self.owns[iri]

    def _list_branches(self, node: Node) -> Iterator[RuleBranch]:
        for iri in chain.from_iterable(self.shapes.list_members(node, c) for c in _CHOICES):
            branch = linked(self.shapes.nodes, node, iri)
            yield RuleBranch(iri, branch.text_of(SH.name), branch.text_of(SH.description))

    def _list_used(self, node: Node) -> tuple[str, ...]:
        """Return what the shape `node` is made with and is no rule, as it is met."""
        found: dict[str, None] = {}
        waiting = self._list_direct(node)
        for iri in waiting:
            if iri not in found and iri not in self.owners:
                found[iri] = None
                if iri not in self.direct:
                    used = linked(self.shapes.nodes, node, iri)
                    self.direct[iri] = (*self._list_direct(used), *used.iris(SH.property))
                waiting += self.direct[iri]
        return tuple(found)

    def _list_direct(self, node: Node) -> list[str]:
        """Return what the shape `node` names; the parts of a rule are rules of their own."""
        members = [i for c in _LISTS if c in node.values for i in self.shapes.list_members(node, c)]
        values = (node.values[p] for p in _USED if p in node.values)
        return members + [iri for found in values for iri in list_iris(found)]


def _find_since(node: Node, line: Iterable[_Own]) -> str:
    """Return the first version that has a rule: its own, or the first of what it is part of."""
    own, *others = (each.since for each in line)
    stated = [own] if own is not None else [text for text in others if text is not None]
    if not stated:
        raise node.problem(PLEDGE.since, "it has no value", "the first version that has it")
    return min(stated, key=natural_key)
