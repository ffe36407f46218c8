"""Where two engines differ, result by result.

A result is compared by focus, path, value, shape, component, severity and message; a node without a
name is like any other, since it has another label at each reading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rdflib import Graph
from rdflib.term import BNode, Node

from pledgegraph.validation.engines import Result
from pledgegraph.validation.names import format_path

Told = tuple[str | None, ...]


def list_differences(first: Counter[Told], second: Counter[Told]) -> list[str]:
    """Return the results that only one has, the first's with a minus and the second's with a plus.

    One that both have, but not as often, is among them.
    """
    lost = [f"- {told}" for told in (first - second).elements()]
    return sorted(lost + [f"+ {told}" for told in (second - first).elements()])


def tell_results(results: Iterable[Result], *, shapes: Graph) -> Counter[Told]:
    """Return `results` on `shapes` in words, and how often there is each."""
    return Counter(_tell(result, shapes) for result in results)


def _tell(result: Result, shapes: Graph) -> Told:
    return (
        _name(result.focus),
        None if result.path is None else format_path(shapes, result.path),
        None if result.value is None else _name(result.value),
        str(result.shape),
        str(result.component),
        result.severity.value,
        result.message,
    )


def _name(node: Node) -> str:
    return "_:" if isinstance(node, BNode) else node.n3()
