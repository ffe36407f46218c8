"""Shapes given to an engine; what it says of a broken one is told with its name and its file.

Imports no engine.
"""

from rdflib import Graph, URIRef

from pledgegraph.errors import DataError, EngineFailure
from pledgegraph.validation.engines.port import Engine, Program
from pledgegraph.validation.engines.reach import list_reach
from pledgegraph.validation.shapes import ShapeSet


def compile_shapes(shapes: ShapeSet, engine: Engine) -> Program:
    """Return `shapes` prepared by `engine`.

    Raises:
        DataError: a shape is broken: its file, its name, and what is wrong with it.
        EngineFailure: the engine cannot read them, and not for any one shape.
    """
    try:
        return engine.compile(shapes.graph)
    except EngineFailure as failure:
        broken = _list_broken(shapes, engine)
        if not broken:
            raise
        # What refers to a broken shape is refused with it, and reaches more.
        _, iri, problem = min(broken)
        raise DataError(
            file=shapes.shapes[iri].file,
            subject=iri,
            problem=f"{engine.title} refuses this shape: {problem}",
            expected="a shape that is well formed (https://www.w3.org/TR/shacl/)",
        ) from failure


def _list_broken(shapes: ShapeSet, engine: Engine) -> list[tuple[int, str, str]]:
    """Return the shapes that are refused alone: how much each reaches, its IRI, and why."""
    broken = []
    for iri in shapes.shapes:
        alone = Graph(bind_namespaces="none")
        alone += list_reach(shapes.graph, [URIRef(iri)])
        try:
            engine.compile(alone)
        except EngineFailure as failure:
            broken.append((len(alone), iri, str(failure.fields["problem"])))
    return broken
