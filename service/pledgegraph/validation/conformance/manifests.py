"""The tests of an outside suite, read from its manifests: which graphs, and what is expected.

The form is that of the W3C SHACL test suite (https://w3c.github.io/data-shapes/data-shapes-test-suite/).
Tests that no manifest includes (the suite has one) are run as well. Promises that nothing outside
the given folder is read, nothing is fetched, each manifest is read once however they include one
another, and a literal keeps the text of its file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn
from urllib.parse import unquote, urlsplit

from rdflib import RDF, BNode, Graph, Namespace, URIRef
from rdflib.term import Node

from pledgegraph.errors import DataError, InvalidArgument, PledgegraphError
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile, list_paths, load_file
from pledgegraph.store.limits import check_file, check_size
from pledgegraph.store.term import Triple
from pledgegraph.validation.conformance.comparison import read_report
from pledgegraph.validation.graphs import create_graph

MF: Final = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT: Final = Namespace("http://www.w3.org/ns/shacl-test#")

_ROOTS: Final = ("", "tests", "data-shapes-test-suite/tests")
_MANIFEST: Final = "manifest.ttl"


@dataclass(frozen=True, slots=True)
class SuiteTest:
    """One test: a data graph, a shapes graph, and the report that is expected of them.

    `name` is its address below the first manifest, which may not lead to it (`is_included`).
    Without an expected report the engine has to refuse the shapes.
    """

    name: str
    is_included: bool
    data: Path
    shapes: Path
    expected: Graph | None


@dataclass(frozen=True, slots=True)
class Suite:
    """The tests of a folder by name, and the names of entries that are not run.

    Those are of another kind than SHACL validation, or rejected by the suite itself.
    """

    folder: Path
    tests: tuple[SuiteTest, ...]
    left_out: tuple[str, ...]

    def load_triples(self, path: Path) -> tuple[Triple, ...]:
        """Return what the Turtle file at `path` says; its own address is what `<>` means in it.

        Raises:
            DataError: it cannot be read, or is no Turtle.
            LimitExceeded: it is too large, or nests too deep.
        """
        return _load_triples(path, self.folder)


def load_suite(folder: Path) -> Suite:
    """Read the manifests in `folder`: its `manifest.ttl`, or that of the `tests` in it.

    Raises:
        InvalidArgument: there is no manifest, or none of its tests is of SHACL validation.
        DataError: a manifest cannot be read, says too little, or leads out of the folder.
        LimitExceeded: a manifest is too large, or nests too deep.
    """
    root = _find_root(folder)
    if root is None:
        raise InvalidArgument(
            argument=str(folder),
            problem=f"there is no {_MANIFEST} in it, nor in {' or '.join(_ROOTS[1:])}",
            expected="the folder of a test suite, such as data-shapes-test-suite",
        )
    found = dict(_Reader(folder.resolve(), root).read())
    tests = [test for test in found.values() if test is not None]
    if not tests:
        raise InvalidArgument(
            argument=str(folder),
            problem="its manifests have no test of SHACL validation",
            expected="entries of the class sht:Validate",
        )
    return Suite(
        folder.resolve(),
        tuple(sorted(tests, key=lambda test: test.name)),
        tuple(sorted(name for name, test in found.items() if test is None)),
    )


def _find_root(folder: Path) -> Path | None:
    try:
        paths = [(folder / root / _MANIFEST).resolve() for root in _ROOTS]
        within = folder.resolve()
        return next((p for p in paths if p.is_file() and p.is_relative_to(within)), None)
    except (RuntimeError, ValueError):  # links in a circle; a name that no file can have
        return None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the manifests within `folder`, `root` first."""

    folder: Path
    root: Path

    def read(self) -> Iterator[tuple[str, SuiteTest | None]]:
        """Yield the name of each entry, with its test where it is to be run."""
        seen = {self.root}
        yield from self._read_from(self.root, seen, is_included=True)
        for path in list_paths(self.root.parent):
            if path not in seen and self._is_manifest(path):
                seen.add(path)
                yield from self._read_from(path, seen, is_included=False)

    def _read_from(
        self, start: Path, seen: set[Path], *, is_included: bool
    ) -> Iterator[tuple[str, SuiteTest | None]]:
        waiting = [start]
        while waiting:
            path = waiting.pop()
            graph = create_graph(_load_triples(path, self.folder))
            for entry in self._list_entries(graph, path):
                name = self._name_entry(entry, path)
                yield name, self._find_test(graph, entry, path, is_included=is_included)
            manifest = URIRef(path.as_uri())
            included = {self._find_path(n, path) for n in graph.objects(manifest, MF.include)}
            waiting += sorted(included - seen)
            seen |= included

    def _is_manifest(self, path: Path) -> bool:
        """Return whether a file that no manifest includes has tests; a broken one has none."""
        if path.suffix != ".ttl" or path.is_symlink():
            return False
        try:
            triples = _load_triples(path, self.folder)
        except PledgegraphError:
            return False
        return any(triple.predicate == str(MF.entries) for triple in triples)

    def _list_entries(self, graph: Graph, path: Path) -> list[Node]:
        lists = list(graph.objects(URIRef(path.as_uri()), MF.entries))
        try:
            return [entry for found in lists for entry in graph.items(found)]
        except ValueError:
            self._refuse(path, "its list of entries goes in a circle", "a list that ends")

    def _name_entry(self, entry: Node, path: Path) -> str:
        if not isinstance(entry, URIRef):
            self._refuse(path, "one of its entries has no address", "an address for each")
        return entry.removeprefix(self.root.parent.as_uri() + "/")

    def _find_test(
        self, graph: Graph, entry: Node, path: Path, *, is_included: bool
    ) -> SuiteTest | None:
        is_test = (entry, RDF.type, SHT.Validate) in graph
        if not is_test or (entry, MF.status, SHT.rejected) in graph:
            return None
        action = self._get(graph, entry, MF.action, path)
        result = self._get(graph, entry, MF.result, path)
        file = _name(path, self.folder)
        return SuiteTest(
            self._name_entry(entry, path),
            is_included,
            self._find_path(self._get(graph, action, SHT.dataGraph, path), path),
            self._find_path(self._get(graph, action, SHT.shapesGraph, path), path),
            None if result == SHT.Failure else read_report(graph, result, file=file),
        )

    def _get(self, graph: Graph, node: Node, predicate: URIRef, path: Path) -> Node:
        found = list(graph.objects(node, predicate))
        if len(found) != 1:
            subject = "a test" if isinstance(node, BNode) else f"the test {node}"
            name = predicate.rpartition("#")[2]
            self._refuse(path, f"{subject} has {len(found)} values of {name}", "exactly one")
        return found[0]

    def _find_path(self, node: Node, said_in: Path) -> Path:
        """Return the path that an address means: a file in the folder, whether it is there or not.

        Raises:
            DataError: it is no address of a file, or one outside the folder.
        """
        parts = urlsplit(str(node)) if isinstance(node, URIRef) else None
        if parts is None or parts.scheme != "file" or parts.netloc or parts.query:
            self._refuse(
                said_in, f"it names “{node}”", "a file beside it, since nothing is fetched"
            )
        try:
            path = Path(unquote(parts.path)).resolve()
        except (OSError, RuntimeError, ValueError):
            self._refuse(said_in, f"it names “{node}”", "an address that a file can have")
        if not path.is_relative_to(self.folder):
            self._refuse(
                said_in, f"it names “{node}”, outside the given folder", "a file within it"
            )
        return path

    def _refuse(self, path: Path, problem: str, expected: str) -> NoReturn:
        raise DataError(file=_name(path, self.folder), problem=problem, expected=expected)


def _load_triples(path: Path, folder: Path) -> tuple[Triple, ...]:
    name = _name(path, folder)
    if path.is_file():  # else it is refused where it is read
        check_size(path.stat().st_size, name)
    file = load_file(path, name)
    # The base stands on the first line of the text, so that every line keeps its number.
    content = f"@base <{path.as_uri()}> . ".encode() + file.content.removeprefix(b"\xef\xbb\xbf")
    based = SourceFile(path, name, content, file.sha256, media_type="text/turtle")
    check_file(based)
    return EmbeddedStore.from_files([based]).list_triples()


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()
