"""Run the examples beside the shapes, as their manifests say.

A folder below `shapes/` has a `manifest.ttl` in the form of the W3C SHACL test suite
(https://w3c.github.io/data-shapes/data-shapes-test-suite/). The data graph of a test is its
example together with the ontology, the code lists and the files that the manifest requires
(`dcterms:requires`); the shapes with a target are those of the folder; the focus nodes are the
example's own subjects. Reports are compared as sets of (focus, shape, component, severity).

A test may say which statements of the commitments it is about (`dcterms:subject`): then the claims
that answer these are left out of what the manifest requires, so that a few lines are judged as part
of a whole record. And it may say which profile it is run in (`dcterms:conformsTo`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from rdflib import DCTERMS, RDF, RDFS, SH, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile, load_file
from pledgegraph.validation.engines import Result, get_engine
from pledgegraph.validation.engines.compilation import compile_shapes
from pledgegraph.validation.engines.port import Targets
from pledgegraph.validation.explanation import explain_results
from pledgegraph.validation.findings import Finding
from pledgegraph.validation.graphs import create_graph, fill_graph
from pledgegraph.validation.shapes import ShapeSet
from tests.shapes.agreement import Told, tell_results

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
PLEDGE = Namespace("https://w3id.org/pledgegraph/ns#")
SHT = Namespace("http://www.w3.org/ns/shacl-test#")

ID = "https://w3id.org/pledgegraph/id/"

Outcome = tuple[str, str, str, str]
"""Focus, shape, component, severity; the last three by their local names."""


@dataclass(frozen=True)
class Example:
    """One test of a manifest."""

    path: Path
    conforms: bool
    expected: frozenset[Outcome]
    about: frozenset[URIRef] = frozenset()
    profile: URIRef | None = None

    @property
    def name(self) -> str:
        """The name of its file, which is its fault."""
        return self.path.stem

    @property
    def kinds_named(self) -> set[str]:
        """The severities that its name speaks of."""
        return _KINDS[self.name.partition("-")[0]]

    @property
    def kinds_expected(self) -> set[str]:
        """The severities of its expected results."""
        return {severity for _, _, _, severity in self.expected}


@dataclass(frozen=True)
class Manifest:
    """The tests of one folder; `excused` are targeted shapes that shipped data need not hit."""

    folder: Path
    requires: tuple[Path, ...]
    examples: tuple[Example, ...]
    excused: frozenset[str]


_KINDS: dict[str, set[str]] = {
    "conforming": set(),
    "violating": {"Violation"},
    "warning": {"Warning"},
    "info": {"Info"},
}


def list_manifests(root: Path) -> list[Manifest]:
    """Return the manifests below `root`, by folder."""
    return [load_manifest(path) for path in sorted(root.glob("*/manifest.ttl"))]


def load_manifest(path: Path) -> Manifest:
    """Read a manifest. A shape with an rdfs:comment in it is excused, for that reason."""
    graph = Graph().parse(path, publicID=path.as_uri())
    [head] = graph.subjects(RDF.type, MF.Manifest)
    [entries] = graph.objects(head, MF.entries)
    return Manifest(
        folder=path.parent,
        requires=tuple(sorted(map(_path, graph.objects(head, DCTERMS.requires)))),
        examples=tuple(_example(graph, entry) for entry in Collection(graph, entries)),
        excused=frozenset(str(s) for s in graph.subjects(RDFS.comment)) - {str(head)},
    )


def _example(graph: Graph, entry: Node) -> Example:
    [action] = graph.objects(entry, MF.action)
    [data] = graph.objects(action, SHT.dataGraph)
    [report] = graph.objects(entry, MF.result)
    [conforms] = graph.objects(report, SH.conforms)
    results = graph.objects(report, SH.result)
    profiles = [p for p in graph.objects(entry, DCTERMS.conformsTo) if isinstance(p, URIRef)]
    return Example(
        path=_path(data),
        conforms=str(conforms) == "true",
        expected=frozenset(_expected(graph, r) for r in results),
        about=frozenset(map(URIRef, map(str, graph.objects(entry, DCTERMS.subject)))),
        profile=profiles[0] if profiles else None,
    )


def _expected(graph: Graph, result: Node) -> Outcome:
    [focus] = graph.objects(result, SH.focusNode)
    [shape] = graph.objects(result, SH.sourceShape)
    [component] = graph.objects(result, SH.sourceConstraintComponent)
    [severity] = graph.objects(result, SH.resultSeverity)
    return (str(focus), _local(shape), _local(component).removesuffix(_COMPONENT), _local(severity))


_COMPONENT = "ConstraintComponent"


def _local(node: object) -> str:
    return str(node).rpartition("#")[2]


def _path(node: Node) -> Path:
    return Path(unquote(urlsplit(str(node)).path))


@dataclass(frozen=True)
class Run:
    """What one example gave: results and findings, and the nodes that each shape ran on."""

    example: Example
    results: tuple[Result, ...]
    findings: tuple[Finding, ...]
    targets: Targets

    @property
    def outcomes(self) -> frozenset[Outcome]:
        return frozenset(
            (f.focus, _local(f.shape), f.component, f.severity.value) for f in self.findings
        )


class Bench:
    """The shapes and the graph that examples are run beside."""

    def __init__(self, files: Iterable[SourceFile], *, engine: str = "turbo") -> None:
        """Take the shapes and the ontology among `files`, and run them by `engine`."""
        shipped = tuple(files)
        self.shapes = ShapeSet.from_files(shipped)
        self.engine = get_engine(engine)
        self.program = compile_shapes(self.shapes, self.engine)
        self._ontology = [f for f in shipped if f.name.startswith("ontology/")]

    def context(self, manifest: Manifest) -> Graph:
        """Return what every example of `manifest` is run beside."""
        beside = [load_file(path, path.name) for path in manifest.requires]
        store = EmbeddedStore.from_files([*self._ontology, *beside])
        data = self.engine.create_graph()
        fill_graph(data, store.list_triples())
        return data

    def run(self, manifest: Manifest, *, is_narrow: bool = False) -> list[Run]:
        """Run every example of `manifest`.

        A narrow run leaves out the shapes of other statements than those an example is about.
        """
        data = self.context(manifest)
        return [
            self._run(example, data, manifest, is_narrow=is_narrow) for example in manifest.examples
        ]

    def _run(self, example: Example, data: Graph, manifest: Manifest, *, is_narrow: bool) -> Run:
        file = load_file(example.path, example.path.name)
        own = create_graph(EmbeddedStore.from_files([file]).list_triples())
        added = [triple for triple in own if triple not in data]
        answered = _list_claims(data, example.about)
        for triple in answered:
            data.remove(triple)
        for triple in added:
            data.add(triple)
        targets = {
            shape: nodes
            for shape, nodes in self.shapes.list_targets(data, focus=set(own.subjects())).items()
            if self.is_in(manifest, str(shape))
            and self._is_of(example.profile, shape)
            and (not is_narrow or self._is_about(example, str(shape)))
        }
        results = self.program.run(data, targets)
        findings = explain_results(
            results, data=data, shapes=self.shapes, program=self.program, places={}
        )
        for triple in added:
            data.remove(triple)
        for triple in answered:
            data.add(triple)
        return Run(example, results, findings, targets)

    def tell(self, run: Run) -> Counter[Told]:
        """Return the results of `run` in words, to be compared with another engine's."""
        return tell_results(run.results, shapes=self.shapes.graph)

    def _is_about(self, example: Example, shape: str) -> bool:
        asked = self.shapes.shapes[shape].requirements
        return not (example.about and asked) or not example.about.isdisjoint(map(URIRef, asked))

    def _is_of(self, profile: URIRef | None, shape: Node) -> bool:
        return profile is None or (shape, DCTERMS.isPartOf, profile) in self.shapes.graph

    def is_in(self, manifest: Manifest, shape: str) -> bool:
        """Return whether `shape` stands in the folder of `manifest`."""
        found = self.shapes.find(shape)
        return found is not None and Path(found.file).parent.name == manifest.folder.name

    def list_folders(self) -> set[str]:
        """Return the names of the folders that shapes stand in."""
        return {Path(shape.file).parent.name for shape in self.shapes.shapes.values()}

    def list_shapes(self, manifest: Manifest) -> set[str]:
        """Return the shapes of the folder."""
        return {shape for shape in self.shapes.shapes if self.is_in(manifest, shape)}

    def list_targeted(self, manifest: Manifest) -> set[str]:
        """Return the shapes of the folder that have a target."""
        return {s for s in self.list_shapes(manifest) if self.shapes.shapes[s].has_target}

    def find_unseen(self, manifest: Manifest, runs: Iterable[Run]) -> list[str]:
        """Return the shapes of the folder that no example was seen to fail, by local name.

        A shape that others hold values against may fail out of sight: where it is in no finding,
        it is run on every node of the examples, and has to tell some of them from the others.
        """
        failed = {shape for run in runs for finding in run.findings for shape in _failed(finding)}
        unseen = (
            shape
            for shape in self.list_shapes(manifest)
            if not self.shapes.list_parts(shape) & failed
        )
        return sorted(map(_local, self._find_idle_helpers(manifest, list(unseen))))

    def _find_idle_helpers(self, manifest: Manifest, shapes: list[str]) -> list[str]:
        helpers = [shape for shape in shapes if not self.shapes.shapes[shape].has_target]
        data = self.context(manifest)
        nodes = {node for node in data.subjects() if str(node).startswith(ID)}
        for example in manifest.examples:
            file = load_file(example.path, example.path.name)
            own = create_graph(EmbeddedStore.from_files([file]).list_triples())
            nodes |= {node for node in own.subjects() if isinstance(node, URIRef)}
            data += own
        results = self.program.run(data, {URIRef(shape): nodes for shape in helpers})
        telling = set()
        for shape in helpers:
            parts = self.shapes.list_parts(shape)
            found = {result.focus for result in results if str(result.shape) in parts}
            if found and found != nodes:
                telling.add(shape)
        return [shape for shape in shapes if shape not in telling]

    def find_idle(self, manifest: Manifest, runs: Iterable[Run]) -> list[str]:
        """Return the targeted shapes of the folder that run on no conforming example."""
        conforming = [run for run in runs if run.example.conforms]
        busy = {str(shape) for run in conforming for shape in run.targets}
        return sorted(map(_local, self.list_targeted(manifest) - busy))

    def find_idle_on(self, data: Graph, manifest: Manifest) -> list[str]:
        """Return the targeted shapes of the folder, unless excused, that `data` has nothing for."""
        busy = {str(s) for s in self.shapes.list_targets(data, focus=set(data.subjects()))}
        return sorted(map(_local, self.list_targeted(manifest) - busy - manifest.excused))


def _list_claims(data: Graph, about: Iterable[URIRef]) -> list[tuple[Node, Node, Node]]:
    """Return all that `data` says of the claims that answer what an example is `about`."""
    claims = {claim for statement in about for claim in data.subjects(PLEDGE.answers, statement)}
    return [triple for claim in claims for triple in data.triples((claim, None, None))]


def _failed(finding: Finding) -> Iterator[str]:
    yield finding.shape
    for branch in finding.because:
        if branch.findings:
            yield branch.shape
        for reason in branch.findings:
            yield from _failed(reason)


def find_result(runs: Mapping[Path, list[Run]], manifest: Manifest, example: Example) -> Run:
    """Return the run of `example`."""
    [run] = [run for run in runs[manifest.folder] if run.example == example]
    return run


def predicates_of_texts(data: Graph) -> set[str]:
    """Return the predicates that have a language-tagged value in `data`."""
    return {str(p) for _, p, o in data if getattr(o, "language", None)}


def predicates_of_target(graph: Graph, shape: str) -> set[str]:
    """Return the predicates whose subjects a shape is for."""
    return set(map(str, graph.objects(URIRef(shape), SH.targetSubjectsOf)))


def predicates_of_path(graph: Graph, shape: str) -> set[str]:
    """Return the alternatives of a property shape's path."""
    [path] = graph.objects(URIRef(shape), SH.path)
    [alternatives] = graph.objects(path, SH.alternativePath)
    return set(map(str, Collection(graph, alternatives)))
