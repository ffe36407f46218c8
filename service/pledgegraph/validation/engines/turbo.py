"""pyshacl-turbo, over a native graph of rdflib-turbo.

Shapes are compiled once, with every target replaced by a mark of their own; a run adds the marks of
its nodes to the data, and takes them off again. Promises that the data keeps the text of literals
and the labels of unnamed nodes, and that nothing is inferred or imported. The only module that
knows pyshacl-turbo and rdflib-turbo.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from rdflib import RDF, SH, Graph, URIRef

from pledgegraph.errors import EngineFailure, PledgegraphError
from pledgegraph.validation.engines import TITLES
from pledgegraph.validation.engines.port import RESERVED, Result, Targets
from pledgegraph.validation.engines.prefixes import name_imported_prefixes
from pledgegraph.validation.engines.reports import describe_error, read_report
from pledgegraph.validation.graphs import silenced_logs
from pledgegraph.validation.targets import TARGETS

if TYPE_CHECKING:
    from pyshacl_turbo import CompiledShapes

_TITLE: Final = TITLES["turbo"]
_RUN: Final = URIRef(RESERVED)


@dataclass(frozen=True, slots=True)
class TurboEngine:
    """pyshacl-turbo (https://github.com/legra-ai/pyshacl-turbo)."""

    name: str = "turbo"
    title: str = _TITLE

    @property
    def version(self) -> str:
        """The version that is installed."""
        return version("pyshacl-turbo")

    def create_graph(self) -> Graph:
        """Return an empty native graph."""
        import rdflib_turbo

        graph: Graph = rdflib_turbo.Graph(bind_namespaces="none")
        return graph

    def compile(self, shapes: Graph) -> "TurboProgram":
        """Return `shapes`, each with a mark in place of its targets."""
        marked = Graph(bind_namespaces="none")
        for triple in name_imported_prefixes(shapes):
            if triple[1] not in TARGETS:
                marked.add(triple)
        for kind in (SH.NodeShape, SH.PropertyShape):
            for shape in shapes.subjects(RDF.type, kind):
                if isinstance(shape, URIRef):
                    marked.add((shape, SH.targetObjectsOf, _mark(shape)))
        with _told_as_failures():
            compiled = _compile(marked)
            # Half of the work is done when it is first run.
            _validate(compiled, self.create_graph())
        return TurboProgram(self, shapes, compiled)

    def validate_graphs(self, data: Graph, shapes: Graph) -> Graph:
        """Return the SHACL report on `data`, with the targets that `shapes` declare."""
        with _told_as_failures():
            return _validate(_compile(name_imported_prefixes(shapes)), self.adopt(data))

    def adopt(self, data: Graph) -> Graph:
        """Return `data` if it is native, else a native graph that holds the same."""
        native = self.create_graph()
        if isinstance(data, type(native)):
            return data
        native.addN((*triple, native) for triple in data)
        return native


@dataclass(frozen=True, slots=True)
class TurboProgram:
    """Shapes that pyshacl-turbo has compiled, each with its mark."""

    engine: TurboEngine
    shapes: Graph
    compiled: "CompiledShapes" = field(repr=False)

    def run(self, data: Graph, targets: Targets) -> tuple[Result, ...]:
        """Run each shape of `targets` on its nodes in `data`. See `Program.run`."""
        if not any(targets.values()):
            return ()
        with _told_as_failures():
            native = self.engine.adopt(data)
            with _marking(native, targets):
                report = _validate(self.compiled, native)
            return read_report(report, shapes=self.shapes, engine=_TITLE)


def _mark(shape: URIRef) -> URIRef:
    return URIRef(f"{RESERVED}:{shape}")


@contextmanager
def _marking(data: Graph, targets: Targets) -> Iterator[None]:
    """Let `data` say while the block runs which nodes each shape is to be run on."""
    try:
        for shape, nodes in targets.items():
            for node in nodes:
                data.add((_RUN, _mark(shape), node))
        yield
    finally:
        data.remove((_RUN, None, None))


@contextmanager
def _told_as_failures() -> Iterator[None]:
    try:
        with silenced_logs():
            yield
    except (PledgegraphError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of Rust is no Exception
        raise EngineFailure(engine=_TITLE, problem=describe_error(error)) from error


def _compile(shapes: Graph) -> "CompiledShapes":
    # rdflib-turbo has to be loaded first, for its graphs to be known as native.
    import rdflib_turbo  # noqa: F401
    from pyshacl_turbo import compile_shapes

    compiled: CompiledShapes = compile_shapes(shapes)
    return compiled


def _validate(compiled: "CompiledShapes", data: Graph) -> Graph:
    report: object = compiled.validate(data)[1]
    if not isinstance(report, Graph):
        raise EngineFailure(engine=_TITLE, problem="what it answered is no report")
    return report
