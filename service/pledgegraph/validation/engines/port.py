"""What an engine is asked for, and the results that it answers. Loads no engine, and no rdflib."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from pledgegraph.severity import Severity

if TYPE_CHECKING:
    from rdflib import Graph, URIRef
    from rdflib.term import Node

Targets: TypeAlias = "Mapping[URIRef, Collection[Node]]"
"""The nodes that each shape is to be run on."""

RESERVED: Final = "urn:pledgegraph:run"
"""No data has a subject or a property of this name, or of one that begins with it."""


@dataclass(frozen=True, slots=True)
class Result:
    """One validation result (https://www.w3.org/TR/shacl/#results), as rdflib nodes.

    `path` is a node of the shapes' graph, None for a result on the node itself.
    """

    focus: "Node"
    path: "Node | None"
    value: "Node | None"
    shape: "URIRef"
    component: "URIRef"
    severity: Severity
    message: str


class Program(Protocol):
    """Shapes that an engine has prepared, to be run any number of times."""

    def run(self, data: "Graph", targets: Targets) -> tuple[Result, ...]:
        """Run each shape of `targets` on its nodes in `data` and return the results, sorted.

        Other shapes take part only where those refer to them. Without targets nothing is run.
        `data` is afterwards as it was before.

        Raises:
            DataError: the data has a chain too long to be followed.
            EngineFailure: the engine raised, or answered something that is no report.
        """


class Engine(Protocol):
    """A SHACL processor (https://www.w3.org/TR/shacl/#conformance)."""

    @property
    def name(self) -> str:
        """What it is chosen by."""

    @property
    def title(self) -> str:
        """What it calls itself."""

    @property
    def version(self) -> str:
        """The version that is installed."""

    def create_graph(self) -> "Graph":
        """Return an empty graph of the kind that it works on best; it takes any other too."""

    def compile(self, shapes: "Graph") -> Program:
        """Return `shapes` prepared to be run on given nodes, whatever targets they declare.

        Raises:
            EngineFailure: it cannot read them.
        """

    def validate_graphs(self, data: "Graph", shapes: "Graph") -> "Graph":
        """Return the SHACL report on `data`, with the targets that `shapes` declare.

        For outside suites: https://www.w3.org/TR/shacl/#validation-report

        Raises:
            EngineFailure: the engine refused the shapes, or did not finish.
        """
