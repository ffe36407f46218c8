"""SHACL over given files or over everything that is shipped, reported as findings.

Promises one report with all findings, a verdict only where the engine finished, and no network:
Turtle is parsed strictly by the store, and nothing is imported or inferred. rdflib and pySHACL
stay on this floor; pyoxigraph does not come here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rdflib import Graph
from rdflib.term import Node

from pledgegraph.errors import InvalidArgument
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import GRAPH_BASE, SourceFile, list_paths, load_file
from pledgegraph.store.port import GraphStore
from pledgegraph.store.term import BlankNode, Iri, Triple
from pledgegraph.validation.engine import ENGINE_NAME, engine_version, run_shapes
from pledgegraph.validation.explanation import Place, explain_results
from pledgegraph.validation.findings import ValidationReport
from pledgegraph.validation.graphs import create_graph, create_node
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
    texts = {file.name: file.content for file in files}
    return _check(data, shapes, _Subjects.of(checked), texts)


def validate_files(
    files: Sequence[SourceFile], *, context: GraphStore, shapes: ShapeSet
) -> ValidationReport:
    """Check each subject of the given Turtle `files`, beside what `context` says of others.

    What the files say of a subject stands in place of all that the context says of it: a copy of
    a shipped file, changed, is checked as if it were the shipped one.

    Raises:
        DataError: a file is no Turtle; with its line, column and what was expected.
        EngineFailure: the engine did not finish, which is no verdict.
    """
    own = EmbeddedStore.from_files(files)
    parts = {file.name: own.list_triples(graph=file.graph) for file in files if file.is_turtle}
    described = {triple.subject for part in parts.values() for triple in part}
    beside = (
        triple
        for graph in _list_graphs(context, _CONTEXT)
        for triple in context.list_triples(graph=graph)
        if triple.subject not in described
    )
    data = create_graph((*(triple for part in parts.values() for triple in part), *beside))
    texts = {file.name: file.content for file in files}
    return _check(data, shapes, _Subjects.of(parts), texts)


def load_turtle(paths: Iterable[Path]) -> tuple[SourceFile, ...]:
    """Read the Turtle files at `paths`, and those in the folders among them, sorted by name.

    A file is named by its path as given.

    Raises:
        InvalidArgument: there is nothing at a path, or nothing there ends in `.ttl`.
        DataError: a file cannot be read.
    """
    found = {str(file): file for path in paths for file in _list_turtle(path)}
    return tuple(load_file(found[name], name) for name in sorted(found))


def _list_turtle(path: Path) -> list[Path]:
    files = [f for f in list_paths(path) if f.suffix == ".ttl"] if path.is_dir() else [path]
    if not path.exists():
        problem = "nothing is there"
    elif not files or files[0].suffix != ".ttl":
        problem = "no name there ends in .ttl"
    else:
        return files
    raise InvalidArgument(
        argument=str(path),
        problem=problem,
        expected="a Turtle file whose name ends in .ttl, or a folder of such files",
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
    data: Graph, shapes: ShapeSet, subjects: _Subjects, texts: Mapping[str, bytes]
) -> ValidationReport:
    targets = shapes.list_targets(data, focus=subjects.nodes)
    results = run_shapes(data, shapes, targets=targets)
    places = _find_places(
        {str(r.focus): subjects.files.get(str(r.focus), "") for r in results}, texts
    )
    return ValidationReport(
        findings=explain_results(results, data=data, shapes=shapes, places=places),
        subjects=len(subjects.nodes),
        targeted=len({node for nodes in targets.values() for node in nodes}),
        engine=ENGINE_NAME,
        engine_version=engine_version(),
        shapes_version=shapes.version,
        shapes_digest=shapes.digest,
    )


def _find_places(files: Mapping[str, str], texts: Mapping[str, bytes]) -> Mapping[str, Place]:
    wanted = set(files.values()) & set(texts)
    lines = {name: find_lines(texts[name].decode("utf-8")) for name in wanted}
    return {
        focus: Place(name, lines.get(name, {}).get(focus)) for focus, name in files.items() if name
    }


def _list_graphs(store: GraphStore, folders: tuple[str, ...]) -> tuple[Iri, ...]:
    return tuple(g for g in store.list_graphs() if _file_of(g).startswith(folders))


def _file_of(graph: Iri) -> str:
    return graph.removeprefix(GRAPH_BASE) + ".ttl"
