"""pySHACL, the reference: each run with those shapes alone that take part in it.

Promises no rules, no inference and no imports. The only module that knows pySHACL.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import Final

from rdflib import RDF, SH, Graph, URIRef

from pledgegraph.errors import DataError, EngineFailure, PledgegraphError
from pledgegraph.validation.engines import TITLES
from pledgegraph.validation.engines.port import Result, Targets
from pledgegraph.validation.engines.prefixes import name_imported_prefixes
from pledgegraph.validation.engines.reach import list_reach
from pledgegraph.validation.engines.reports import describe_error, one_line, read_report
from pledgegraph.validation.graphs import QueriedGraph, silenced_logs, unescape

_TITLE: Final = TITLES["reference"]
_NOBODY: Final = URIRef("urn:pledgegraph:nobody")
_WORDS: Final = frozenset((SH.name, SH.description, SH.order, SH.group))


@dataclass(frozen=True, slots=True)
class ReferenceEngine:
    """pySHACL (https://github.com/RDFLib/pySHACL)."""

    name: str = "reference"
    title: str = _TITLE

    @property
    def version(self) -> str:
        """The version that is installed."""
        return version("pyshacl")

    def create_graph(self) -> Graph:
        """Return an empty graph, in which the text of a query is parsed once."""
        return QueriedGraph()

    def compile(self, shapes: Graph) -> "ReferenceProgram":
        """Return `shapes`, each of which was tried on a node of which nothing is said."""
        program = ReferenceProgram(name_imported_prefixes(shapes))
        # It reads a constraint when it is first needed, so that no fault is seen before.
        named = [s for s in shapes.subjects(RDF.type, SH.NodeShape) if isinstance(s, URIRef)]
        named += [s for s in shapes.subjects(RDF.type, SH.PropertyShape) if isinstance(s, URIRef)]
        program.run(self.create_graph(), dict.fromkeys(named, (_NOBODY,)))
        return program

    def validate_graphs(self, data: Graph, shapes: Graph) -> Graph:
        """Return the SHACL report on `data`, with the targets that `shapes` declare."""
        with _told_as_failures():
            return _validate(data, name_imported_prefixes(shapes))


@dataclass(frozen=True, slots=True)
class ReferenceProgram:
    """Shapes that pySHACL is to be run with."""

    shapes: Graph

    def run(self, data: Graph, targets: Targets) -> tuple[Result, ...]:
        """Run each shape of `targets` on its nodes in `data`. See `Program.run`."""
        # The engine's own option for focus nodes passes whatever a nested shape finds on any other
        # node, and an empty list of them means all. Explicit targets do neither.
        if not any(targets.values()):
            return ()
        with _told_as_failures():
            report = _validate(data, narrow(self.shapes, targets))
            found = read_report(report, shapes=self.shapes, engine=_TITLE)
        return tuple(map(_unescaped, found))


@contextmanager
def _told_as_failures() -> Iterator[None]:
    try:
        with silenced_logs():
            yield
    except PledgegraphError:
        raise
    except RecursionError as error:
        raise DataError(
            problem="something leads on and on, further than can be followed",
            expected="shorter chains from one thing to the next",
        ) from error
    except Exception as error:  # it raises errors of many libraries
        raise EngineFailure(engine=_TITLE, problem=describe_error(error)) from error


def _validate(data: Graph, shapes: Graph) -> Graph:
    # Loading it takes longer than reading all data, and what serves has a process for it.
    import pyshacl

    _, report, text = pyshacl.validate(
        data,
        shacl_graph=shapes,
        inference="none",
        advanced=False,
        abort_on_first=False,
        meta_shacl=False,
        do_owl_imports=False,
    )
    if not isinstance(report, Graph):
        raise EngineFailure(engine=_TITLE, problem=one_line(str(text)))
    return report


def narrow(shapes: Graph, targets: Targets) -> Graph:
    """Return what `targets` reach of the `shapes`, with these targets and no other.

    The engine prepares every shape that it is given at each run, so it is given those alone that
    take part, and of those what it reads.
    """
    narrowed = Graph(bind_namespaces="none")
    for triple in list_reach(shapes, targets):
        if str(triple[1]).startswith((str(SH), str(RDF))) and triple[1] not in _WORDS:
            narrowed.add(triple)
    for shape, nodes in targets.items():
        for node in nodes:
            narrowed.add((shape, SH.targetNode, node))
    return narrowed


def _unescaped(result: Result) -> Result:
    # `QueriedGraph` doubles backslashes in what it answers.
    if result.value is None or result.component != SH.SPARQLConstraintComponent:
        return result
    return replace(result, value=unescape(result.value))
