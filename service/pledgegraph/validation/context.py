"""What is shipped, kept warm: files are checked beside it, and leave nothing of themselves behind.

Built once, and used for any number of checks, one at a time. Promises that the graph is after a
check as it was before, whatever happened in it.
"""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Self

from rdflib import Graph

from pledgegraph.store.files import GRAPH_BASE
from pledgegraph.store.port import GraphStore
from pledgegraph.store.term import Iri, Triple
from pledgegraph.validation.engines import Engine, Program
from pledgegraph.validation.engines.compilation import compile_shapes
from pledgegraph.validation.graphs import create_node, fill_graph, silenced_logs
from pledgegraph.validation.shapes import ShapeSet
from pledgegraph.validation.shipped import Shipped

_CHECKED = tuple(GRAPH_BASE + folder for folder in ("data/", "ontology/"))


@dataclass(frozen=True, slots=True)
class Context:
    """The shapes as an engine has prepared them, and what is shipped as it works on it best.

    `graph` holds the data and the ontology, `parts` the same by the file that says it.
    """

    shapes: ShapeSet
    engine: Engine
    program: Program
    parts: dict[str, tuple[Triple, ...]] = field(repr=False)
    shipped: Shipped = field(repr=False)
    graph: Graph = field(repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @classmethod
    def from_store(cls, store: GraphStore, shapes: ShapeSet, *, engine: Engine) -> Self:
        """Return what is shipped in `store`, with `shapes` prepared by `engine`.

        Raises:
            DataError: a shape is broken.
            EngineFailure: the engine cannot read the shapes.
        """
        graphs = [graph for graph in store.list_graphs() if graph.startswith(_CHECKED)]
        parts = {_file_of(graph): store.list_triples(graph=graph) for graph in graphs}
        graph = engine.create_graph()
        fill_graph(graph, (triple for part in parts.values() for triple in part))
        return cls(
            shapes=shapes,
            engine=engine,
            program=compile_shapes(shapes, engine),
            parts=parts,
            shipped=Shipped.from_store(store),
            graph=graph,
        )

    @contextmanager
    def holding(self, triples: Iterable[Triple]) -> Iterator[Graph]:
        """Return the graph, which says while the block runs what `triples` say.

        All that is shipped of their subjects is put aside meanwhile.
        """
        held = tuple(triples)
        subjects = {create_node(triple.subject) for triple in held}
        # A native graph makes literals anew when they are read; rdflib warns of ill-typed ones.
        with self._lock, silenced_logs():
            aside = [t for subject in subjects for t in self.graph.triples((subject, None, None))]
            try:
                for subject in subjects:
                    self.graph.remove((subject, None, None))
                fill_graph(self.graph, held)
                yield self.graph
            finally:
                for subject in subjects:
                    self.graph.remove((subject, None, None))
                for triple in aside:
                    self.graph.add(triple)


def _file_of(graph: Iri) -> str:
    return graph.removeprefix(GRAPH_BASE) + ".ttl"
