"""The shapes as a set: what each is called, what it targets, and which file it is from.

Read once and used for any number of runs. Knows rdflib; must not know the engines.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Self

from rdflib import DCTERMS, OWL, RDF, SH, Graph, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.term import Node

from pledgegraph.errors import DataError
from pledgegraph.severity import Severity
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile, revision_of
from pledgegraph.store.term import Iri, Triple
from pledgegraph.terms import PLEDGE, SITE
from pledgegraph.validation.graphs import create_graph
from pledgegraph.validation.profiles import Profile, find_profile
from pledgegraph.validation.soundness import find_unsound
from pledgegraph.validation.targets import TARGETS, TargetIndex

_PROFILE_OF: Final = URIRef("http://www.w3.org/ns/dx/prof/isProfileOf")
_PROFILES: Final = SITE + "profile/"
_SINCE: Final = URIRef(PLEDGE.since)
_KINDS: Final = frozenset((Iri(SH.NodeShape), Iri(SH.PropertyShape)))
_LISTS: Final[Mapping[Node, URIRef]] = {
    SH.OrConstraintComponent: SH["or"],
    SH.XoneConstraintComponent: SH.xone,
    SH.AndConstraintComponent: SH["and"],
}
_SINGLES: Final[Mapping[Node, URIRef]] = {
    SH.NodeConstraintComponent: SH.node,
    SH.QualifiedMinCountConstraintComponent: SH.qualifiedValueShape,
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a person may want to know of a shape; `file` is where it stands.

    `profiles` are those that it names: without one it is run in all. `since` is the version of the
    shapes that it came with.
    """

    iri: str
    name: str
    description: str
    message: str
    severity: Severity
    requirements: tuple[str, ...]
    profiles: frozenset[Profile]
    since: str | None
    has_target: bool
    file: str


@dataclass(frozen=True, slots=True)
class ShapeSet:
    """All shapes by IRI, their graph, and which version of them this is.

    `version` is what the shapes call themselves; `digest` changes with every byte of them.
    `profiles` are, by each profile, those whose shapes are run in it.
    """

    version: str
    digest: str
    shapes: Mapping[str, Shape]
    profiles: Mapping[Profile, frozenset[Profile]]
    index: TargetIndex = field(repr=False, compare=False)
    graph: Graph = field(repr=False, compare=False)

    @classmethod
    def from_files(cls, files: Iterable[SourceFile]) -> Self:
        """Return the set of the shapes in those of `files` that are named `shapes.ttl`.

        Raises:
            DataError: a file is no Turtle, two files describe one shape, a shape is broken, or
                there is none.
        """
        found = tuple(f for f in files if f.name.endswith("/shapes.ttl"))
        store = EmbeddedStore.from_files(found)
        places = _find_places({f.name: store.list_triples(graph=f.graph) for f in found})
        merged = create_graph(store.list_triples())
        shapes = {iri: _shape(merged, URIRef(iri), file) for iri, file in sorted(places.items())}
        fault = find_unsound(merged, map(URIRef, shapes))
        if fault is not None:
            raise DataError(
                file=shapes[fault.shape].file,
                subject=fault.shape,
                problem=fault.problem,
                expected=fault.expected,
            )
        return cls(
            version=_version(merged),
            digest=revision_of(found),
            shapes=shapes,
            profiles={profile: _list_profiles(merged, profile) for profile in Profile},
            index=TargetIndex.from_graph(merged),
            graph=merged,
        )

    def find(self, iri: str) -> Shape | None:
        """Return the shape `iri`, or None."""
        return self.shapes.get(iri)

    def is_of(self, shape: Shape, profile: Profile) -> bool:
        """Return whether `shape` is run in `profile`."""
        return not shape.profiles or not shape.profiles.isdisjoint(self.profiles[profile])

    def list_targets(
        self, data: Graph, *, focus: Collection[Node], profile: Profile | None = None
    ) -> Mapping[URIRef, Collection[Node]]:
        """Return for each shape of `profile` with a target which of the `focus` nodes it is for.

        A shape that is for none of them is left out. Without a profile all shapes count.
        """
        found = self.index.list_targets(data, focus)
        if profile is None:
            return found
        return {
            iri: nodes
            for iri, nodes in found.items()
            if (shape := self.find(str(iri))) is not None and self.is_of(shape, profile)
        }

    def list_branches(self, iri: str, *, component: Node) -> tuple[URIRef, ...]:
        """Return the shapes that a component of the shape `iri` holds values against, in order.

        The members of its `sh:or`, `sh:xone` or `sh:and`, or its `sh:node` or
        `sh:qualifiedValueShape`; nothing for other components.
        """
        shape = URIRef(iri)
        if component in _LISTS:
            heads = self.graph.objects(shape, _LISTS[component])
            members = [member for head in heads for member in RdfList(self.graph, head)]
        elif component in _SINGLES:
            members = sorted(self.graph.objects(shape, _SINGLES[component]), key=str)
        else:
            members = []
        return tuple(member for member in members if isinstance(member, URIRef))

    def list_parts(self, iri: str) -> frozenset[str]:
        """Return `iri` and the property shapes that belong to it, at any depth."""
        return frozenset(map(str, self.graph.transitive_objects(URIRef(iri), SH.property)))


def _version(graph: Graph) -> str:
    versions = sorted(
        str(version)
        for header in graph.subjects(RDF.type, OWL.Ontology)
        for version in graph.objects(header, OWL.versionInfo)
    )
    return ", ".join(versions) or "unversioned"


def _list_profiles(graph: Graph, profile: Profile) -> frozenset[Profile]:
    """Return `profile` and those that it is a profile of."""
    found = (find_profile(str(node)) for node in _list_above(graph, profile))
    return frozenset(other for other in found if other is not None)


def _list_above(graph: Graph, profile: Profile) -> list[Node]:
    found = graph.transitive_objects(URIRef(profile.iri), _PROFILE_OF)
    return [node for node in found if node is not None]


def _find_places(parts: Mapping[str, Iterable[Triple]]) -> Mapping[str, str]:
    """Return by its IRI in which file each shape is described."""
    places: dict[str, str] = {}
    for name, part in sorted(parts.items()):
        for iri in _list_described(part):
            if iri in places:
                raise DataError(
                    file=name,
                    subject=iri,
                    problem=f"{places[iri]} describes this shape too",
                    expected="each shape in one file",
                )
            places[iri] = name
    if not places:
        raise DataError(problem="there is no shape", expected="a shapes/…/shapes.ttl")
    return places


def _list_described(triples: Iterable[Triple]) -> list[str]:
    """Return the IRIs of the shapes that `triples` say are shapes."""
    kinds = (t for t in triples if t.predicate == str(RDF.type) and t.object in _KINDS)
    return sorted({t.subject for t in kinds if isinstance(t.subject, Iri)})


def _shape(graph: Graph, node: URIRef, file: str) -> Shape:
    since = graph.value(node, _SINCE)
    return Shape(
        iri=str(node),
        name=str(graph.value(node, SH.name) or node.fragment),
        description=str(graph.value(node, SH.description) or ""),
        message=str(graph.value(node, SH.message) or ""),
        severity=_severity(graph, node, file),
        requirements=tuple(sorted(map(str, graph.objects(node, DCTERMS.subject)))),
        profiles=frozenset(_profile(str(p), node, file) for p in _list_named(graph, node)),
        since=None if since is None else str(since),
        has_target=any(graph.value(node, predicate) for predicate in TARGETS),
        file=file,
    )


def _severity(graph: Graph, node: URIRef, file: str) -> Severity:
    # sh:Violation where none is stated: https://www.w3.org/TR/shacl/#severity
    stated = graph.value(node, SH.severity) or SH.Violation
    name = str(stated).removeprefix(str(SH))
    if name not in set(Severity):
        raise DataError(
            file=file,
            subject=str(node),
            problem=f"{stated} is no severity of SHACL",
            expected=", ".join(Severity),
        )
    return Severity(name)


def _list_named(graph: Graph, node: URIRef) -> list[Node]:
    return [p for p in graph.objects(node, DCTERMS.isPartOf) if str(p).startswith(_PROFILES)]


def _profile(iri: str, node: URIRef, file: str) -> Profile:
    profile = find_profile(iri)
    if profile is None:
        raise DataError(
            file=file,
            subject=str(node),
            problem=f"{iri} is no profile",
            expected=", ".join(profile.iri for profile in Profile),
        )
    return profile
