"""SHACL over given files or over everything that is shipped, reported as findings.

Promises one report with all findings (the first 1,000 in words, the rest in number), a verdict
only where the engine finished, and no network: files are parsed strictly by the store, and nothing
is fetched, imported or inferred. rdflib and pySHACL stay on this floor; pyoxigraph does not come
here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rdflib import Graph

from pledgegraph.errors import InvalidArgument
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import (
    GRAPH_BASE,
    JSON_LD_SUFFIXES,
    SourceFile,
    list_paths,
    load_file,
)
from pledgegraph.store.limits import check_file, check_size
from pledgegraph.store.port import GraphStore
from pledgegraph.store.term import Iri, Triple
from pledgegraph.validation.chains import check_chains
from pledgegraph.validation.engine import ENGINE_NAME, engine_version, run_shapes
from pledgegraph.validation.explanation import Place, explain_faults, explain_results
from pledgegraph.validation.faults import Fault, list_literal_faults, list_name_faults
from pledgegraph.validation.findings import (
    Finding,
    ValidationReport,
    limit_findings,
    sort_findings,
)
from pledgegraph.validation.graphs import create_graph, create_node
from pledgegraph.validation.json_positions import find_json_lines
from pledgegraph.validation.lists import read_lists
from pledgegraph.validation.positions import find_lines
from pledgegraph.validation.shapes import ShapeSet
from pledgegraph.validation.shipped import Shipped, Subject, describe

_CONTEXT: Final = ("data/", "ontology/")


def validate_dataset(
    store: GraphStore, shapes: ShapeSet, *, files: Sequence[SourceFile] = ()
) -> ValidationReport:
    """Check everything that is shipped: each subject of the data and of the ontology.

    `files` are those the store was built from; with them, findings carry lines.

    Raises:
        EngineFailure: the engine did not finish, which is no verdict.
    """
    parts = {
        _file_of(graph): store.list_triples(graph=graph) for graph in _list_graphs(store, _CONTEXT)
    }
    given = _Given(parts, files, Shipped.from_store(store))
    return _check(create_graph(given.triples), shapes, given)


def validate_files(
    files: Sequence[SourceFile], *, context: GraphStore, shapes: ShapeSet
) -> ValidationReport:
    """Check each subject of the given `files`, beside what `context` says of others.

    A file is Turtle or JSON-LD, as its name says.

    What the files say of a subject stands in place of all that the context says of it: a copy of
    a shipped file, changed, is checked as if it were the shipped one. Of the vocabulary the context
    holds, and what a file says otherwise is a finding.

    Raises:
        LimitExceeded: a file is too large, nests too deep, or has too long a chain.
        DataError: a file cannot be read as that; with its line and column as far as known.
        EngineFailure: the engine did not finish, which is no verdict.
    """
    for file in files:
        check_file(file)
    own = EmbeddedStore.from_files(files)
    parts = {file.name: own.list_triples(graph=file.graph) for file in files}
    for name, part in parts.items():
        read_lists(part, file=name)
    given = _Given(parts, files, Shipped.from_store(context))
    check_chains(given.triples)
    heard = [t for t in given.triples if not given.shipped.is_foreign(t)]
    described = {triple.subject for triple in heard}
    beside = (
        triple
        for graph in _list_graphs(context, _CONTEXT)
        for triple in context.list_triples(graph=graph)
        if triple.subject not in described
    )
    return _check(create_graph((*heard, *beside)), shapes, given)


def load_given(paths: Iterable[Path]) -> tuple[SourceFile, ...]:
    """Read the files at `paths`, and those in the folders among them, sorted by name.

    In a folder those count that end in `.ttl` or `.jsonld`; any other JSON there need not be
    JSON-LD. A file is named by its path as given.

    Raises:
        InvalidArgument: there is nothing at a path, or nothing there has a fitting name.
        LimitExceeded: a file is too large.
        DataError: a file cannot be read.
    """
    found = {str(file): file for path in paths for file in _list_given(path)}
    for name, file in found.items():
        if file.is_file():  # else it is refused where it is read
            check_size(file.stat().st_size, name)
    return tuple(load_file(found[name], name) for name in sorted(found))


def _list_given(path: Path) -> list[Path]:
    in_folder = (".ttl", ".jsonld")
    if path.is_dir():
        files = [file for file in list_paths(path) if file.suffix in in_folder]
    else:
        files = [path] if path.suffix in (".ttl", *JSON_LD_SUFFIXES) else []
    if not path.exists():
        problem = "nothing is there"
    elif not files:
        problem = "no name there ends in .ttl or .jsonld"
    else:
        return files
    raise InvalidArgument(
        argument=str(path),
        problem=problem,
        expected="a file of Turtle (.ttl) or JSON-LD (.jsonld, .json), or a folder of such files",
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """What is to be checked: the triples of each file, the files, and what is shipped beside."""

    parts: Mapping[str, Sequence[Triple]]
    sources: Sequence[SourceFile]
    shipped: Shipped

    @property
    def triples(self) -> tuple[Triple, ...]:
        """All that the files say."""
        return tuple(triple for part in self.parts.values() for triple in part)

    def find_files(self) -> Mapping[Subject, str]:
        """Return each subject, and the file that it is described in."""
        files: dict[Subject, str] = {}
        for name, part in sorted(self.parts.items(), reverse=True):
            files |= dict.fromkeys(describe(part), name)
        return files


def _check(data: Graph, shapes: ShapeSet, given: _Given) -> ValidationReport:
    """Check the subjects of what is `given`; `data` is that with what stands beside it."""
    files = given.find_files()
    nodes = {create_node(subject): subject for subject in files}
    targets = shapes.list_targets(data, focus=frozenset(nodes))
    checked = frozenset(nodes[node] for found in targets.values() for node in found)
    results = run_shapes(data, shapes, targets=targets)
    faults = _list_faults(given, checked)
    about = {nodes[r.focus] for r in results if r.focus in nodes} | {f.subject for f in faults}
    places = _find_places({s: files[s] for s in about if s in files}, given.sources)
    told = explain_results(results, data=data, shapes=shapes, places=places)
    untold = explain_faults(faults, data=data, places=places)
    findings, left_out = limit_findings(_join(told, untold))
    return ValidationReport(
        findings=findings,
        subjects=len(nodes),
        targeted=len(checked),
        engine=ENGINE_NAME,
        engine_version=engine_version(),
        shapes_version=shapes.version,
        shapes_digest=shapes.digest,
        untold=left_out,
    )


def _list_faults(given: _Given, checked: frozenset[Subject]) -> tuple[Fault, ...]:
    return (
        *list_literal_faults(given.triples),
        *list_name_faults(given.triples),
        *given.shipped.list_vocabulary_faults(given.triples),
        *given.shipped.list_class_faults(given.triples, checked=checked),
    )


def _join(told: tuple[Finding, ...], untold: tuple[Finding, ...]) -> tuple[Finding, ...]:
    # A shape that asks for the datatype has found the same, and says it better.
    found = {(f.focus, f.path, f.value) for f in told if f.component == "Datatype"}
    rest = (f for f in untold if (f.focus, f.path, f.value) not in found)
    return sort_findings((*told, *rest))


def _find_places(
    files: Mapping[Subject, str], sources: Sequence[SourceFile]
) -> Mapping[str, Place]:
    wanted = set(files.values())
    lines = {source.name: _find_lines(source) for source in sources if source.name in wanted}
    nodes = {str(create_node(subject)): name for subject, name in files.items()}
    return {node: Place(name, lines.get(name, {}).get(node)) for node, name in nodes.items()}


def _find_lines(source: SourceFile) -> Mapping[str, int]:
    text = source.content.decode("utf-8")
    return find_json_lines(text) if source.is_json_ld else find_lines(text)


def _list_graphs(store: GraphStore, folders: tuple[str, ...]) -> tuple[Iri, ...]:
    return tuple(g for g in store.list_graphs() if _file_of(g).startswith(folders))


def _file_of(graph: Iri) -> str:
    return graph.removeprefix(GRAPH_BASE) + ".ttl"
