"""SHACL over given files or over everything that is shipped, reported as findings.

Promises one report with all findings, a verdict only where the engine finished, and no network:
files are parsed strictly by the store, and nothing is fetched, imported or inferred. rdflib and
pySHACL stay on this floor; pyoxigraph does not come here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rdflib import Graph
from rdflib.term import Node

from pledgegraph.errors import InvalidArgument
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import (
    GRAPH_BASE,
    JSON_LD_SUFFIXES,
    SourceFile,
    list_paths,
    load_file,
)
from pledgegraph.store.limits import check_file
from pledgegraph.store.port import GraphStore
from pledgegraph.store.term import BlankNode, Iri, Triple
from pledgegraph.validation.engine import ENGINE_NAME, engine_version, run_shapes
from pledgegraph.validation.explanation import Place, explain_literals, explain_results
from pledgegraph.validation.findings import Finding, ValidationReport, sort_findings
from pledgegraph.validation.graphs import create_graph, create_node
from pledgegraph.validation.json_positions import find_json_lines
from pledgegraph.validation.literals import list_ill_typed
from pledgegraph.validation.positions import find_lines
from pledgegraph.validation.shapes import ShapeSet

_CHECKED: Final = ("data/", "ontology/codes/")
_CONTEXT: Final = ("data/", "ontology/")


def validate_dataset(
    store: GraphStore, shapes: ShapeSet, *, files: Sequence[SourceFile] = ()
) -> ValidationReport:
    """Check everything that is shipped: each subject of the data and of the code lists.

    `files` are those the store was built from; with them, findings carry lines.

    Raises:
        EngineFailure: the engine did not finish, which is no verdict.
    """
    parts = {
        _file_of(graph): store.list_triples(graph=graph) for graph in _list_graphs(store, _CONTEXT)
    }
    checked = {name: part for name, part in parts.items() if name.startswith(_CHECKED)}
    data = create_graph(triple for part in parts.values() for triple in part)
    return _check(data, shapes, checked, files)


def validate_files(
    files: Sequence[SourceFile], *, context: GraphStore, shapes: ShapeSet
) -> ValidationReport:
    """Check each subject of the given `files`, beside what `context` says of others.

    A file is Turtle or JSON-LD, as its name says.

    What the files say of a subject stands in place of all that the context says of it: a copy of
    a shipped file, changed, is checked as if it were the shipped one.

    Raises:
        LimitExceeded: a file is too large, or nests too deep.
        DataError: a file cannot be read as that; with its line and column as far as known.
        EngineFailure: the engine did not finish, which is no verdict.
    """
    for file in files:
        check_file(file)
    own = EmbeddedStore.from_files(files)
    parts = {file.name: own.list_triples(graph=file.graph) for file in files}
    described = {triple.subject for part in parts.values() for triple in part}
    beside = (
        triple
        for graph in _list_graphs(context, _CONTEXT)
        for triple in context.list_triples(graph=graph)
        if triple.subject not in described
    )
    data = create_graph((*(triple for part in parts.values() for triple in part), *beside))
    return _check(data, shapes, parts, files)


def load_given(paths: Iterable[Path]) -> tuple[SourceFile, ...]:
    """Read the files at `paths`, and those in the folders among them, sorted by name.

    In a folder those count that end in `.ttl` or `.jsonld`; any other JSON there need not be
    JSON-LD. A file is named by its path as given.

    Raises:
        InvalidArgument: there is nothing at a path, or nothing there has a fitting name.
        DataError: a file cannot be read.
    """
    found = {str(file): file for path in paths for file in _list_given(path)}
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
class _Subjects:
    """The nodes to check, and the file that each is described in."""

    nodes: frozenset[Node]
    files: Mapping[str, str]

    @classmethod
    def of(cls, parts: Mapping[str, Sequence[Triple]]) -> "_Subjects":
        # The cells of an RDF list are no subjects of their own.
        files: dict[Iri | BlankNode, str] = {}
        for name, triples in sorted(parts.items(), reverse=True):
            cells = {t.subject for t in triples if t.predicate == _FIRST}
            files |= dict.fromkeys((t.subject for t in triples if t.subject not in cells), name)
        return cls(
            frozenset(map(create_node, files)),
            {str(create_node(subject)): name for subject, name in files.items()},
        )


_FIRST: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first"


def _check(
    data: Graph,
    shapes: ShapeSet,
    parts: Mapping[str, Sequence[Triple]],
    sources: Sequence[SourceFile],
) -> ValidationReport:
    """Check the subjects of `parts`, the triples of each file; `sources` are those files."""
    subjects = _Subjects.of(parts)
    targets = shapes.list_targets(data, focus=subjects.nodes)
    results = run_shapes(data, shapes, targets=targets)
    files = {str(r.focus): subjects.files.get(str(r.focus), "") for r in results}
    ill_typed = {name: list_ill_typed(triples) for name, triples in parts.items()}
    files |= {str(create_node(t.subject)): name for name, ts in ill_typed.items() for t in ts}
    places = _find_places(files, sources)
    told = explain_results(results, data=data, shapes=shapes, places=places)
    untold = explain_literals(
        (triple for triples in ill_typed.values() for triple in triples), data=data, places=places
    )
    return ValidationReport(
        findings=_join(told, untold),
        subjects=len(subjects.nodes),
        targeted=len({node for nodes in targets.values() for node in nodes}),
        engine=ENGINE_NAME,
        engine_version=engine_version(),
        shapes_version=shapes.version,
        shapes_digest=shapes.digest,
    )


def _join(told: tuple[Finding, ...], untold: tuple[Finding, ...]) -> tuple[Finding, ...]:
    # A shape that asks for the datatype has found the same, and says it better.
    found = {(f.focus, f.path, f.value) for f in told if f.component == "Datatype"}
    rest = (f for f in untold if (f.focus, f.path, f.value) not in found)
    return sort_findings((*told, *rest))


def _find_places(files: Mapping[str, str], sources: Sequence[SourceFile]) -> Mapping[str, Place]:
    wanted = set(files.values())
    lines = {source.name: _find_lines(source) for source in sources if source.name in wanted}
    return {
        focus: Place(name, lines.get(name, {}).get(focus)) for focus, name in files.items() if name
    }


def _find_lines(source: SourceFile) -> Mapping[str, int]:
    text = source.content.decode("utf-8")
    return find_json_lines(text) if source.is_json_ld else find_lines(text)


def _list_graphs(store: GraphStore, folders: tuple[str, ...]) -> tuple[Iri, ...]:
    return tuple(g for g in store.list_graphs() if _file_of(g).startswith(folders))


def _file_of(graph: Iri) -> str:
    return graph.removeprefix(GRAPH_BASE) + ".ttl"
