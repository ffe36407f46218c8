"""From results to findings: names, files and lines, nearest allowed values, and the reasons why.

A result of SHACL names nodes and shapes; a person needs words. Where a shape offers branches, its
result does not say which of them nearly held, so each branch is run alone on the value.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from rdflib import SH, SKOS, Graph, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.term import Node

from pledgegraph.validation.engine import Result, run_shapes
from pledgegraph.validation.findings import Branch, Finding, sort_findings
from pledgegraph.validation.names import format_path, is_blank, name_subject, name_value, short_term
from pledgegraph.validation.shapes import ShapeSet

_DEEPEST: Final = 3
_BRANCHING: Final = frozenset(
    (
        SH.OrConstraintComponent,
        SH.XoneConstraintComponent,
        SH.AndConstraintComponent,
        SH.NodeConstraintComponent,
    )
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a subject is described."""

    file: str
    line: int | None = None


def explain_results(
    results: Iterable[Result],
    *,
    data: Graph,
    shapes: ShapeSet,
    places: Mapping[str, Place],
) -> tuple[Finding, ...]:
    """Return a finding for each result, in the order of findings, without repeats.

    `data` is what the results are about; `places` says where its subjects stand, by their IRIs.

    Raises:
        EngineFailure: a branch could not be run.
    """
    return _Explainer(data, shapes, places).explain(tuple(results))


@dataclass(frozen=True, slots=True)
class _Explainer:
    data: Graph
    shapes: ShapeSet
    places: Mapping[str, Place]

    def explain(self, results: tuple[Result, ...], depth: int = 0) -> tuple[Finding, ...]:
        reasons = self._run_branches(results, depth)
        return sort_findings(self._finding(result, reasons) for result in results)

    def _finding(
        self, result: Result, reasons: Mapping[tuple[str, Node], tuple[Finding, ...]]
    ) -> Finding:
        shape = self.shapes.find(str(result.shape))
        place = self.places.get(str(result.focus))
        on_itself = result.path is None and result.value == result.focus
        value = None if result.value is None or on_itself else name_value(self.data, result.value)
        return Finding(
            severity=result.severity,
            focus="" if is_blank(result.focus) else str(result.focus),
            subject=name_subject(self.data, result.focus),
            path=None if result.path is None else format_path(self.shapes.graph, result.path),
            value=value,
            message=result.message,
            shape=str(result.shape),
            shape_name=shape.name if shape else short_term(result.shape),
            component=short_term(result.component).removesuffix("ConstraintComponent"),
            requirements=shape.requirements if shape else (),
            nearest=self._nearest(result),
            file=place.file if place else None,
            line=place.line if place else None,
            because=self._branches(result, reasons),
        )

    def _branches(
        self, result: Result, reasons: Mapping[tuple[str, Node], tuple[Finding, ...]]
    ) -> tuple[Branch, ...]:
        if result.value is None or result.component not in _BRANCHING:
            return ()
        found = []
        for iri in self._branches_of(result):
            shape = self.shapes.find(iri)
            if (iri, result.value) in reasons and shape is not None:
                found.append(Branch(iri, shape.name, reasons[iri, result.value]))
        return tuple(sorted(found, key=lambda branch: len(branch.findings)))

    def _branches_of(self, result: Result) -> tuple[str, ...]:
        shape = self.shapes.find(str(result.shape))
        return shape.branches if shape else ()

    def _run_branches(
        self, results: tuple[Result, ...], depth: int
    ) -> Mapping[tuple[str, Node], tuple[Finding, ...]]:
        """Run the branches of all `results` at once; return the findings by (branch, value)."""
        targets: dict[URIRef, set[Node]] = defaultdict(set)
        for result in results:
            if result.component in _BRANCHING and result.value is not None:
                for iri in self._branches_of(result):
                    targets[URIRef(iri)].add(result.value)
        if depth == _DEEPEST or not targets:
            return {}
        found = run_shapes(self.data, self.shapes, targets=targets)
        reasons = {}
        for branch, values in targets.items():
            # A branch's own property shapes report under their own names.
            parts = self.shapes.list_parts(str(branch))
            for value in values:
                own = (r for r in found if r.focus == value and str(r.shape) in parts)
                reasons[str(branch), value] = self.explain(tuple(own), depth + 1)
        return reasons

    def _nearest(self, result: Result) -> tuple[str, ...]:
        """Return the allowed values most like the one found, at most three."""
        if result.value is None:
            return ()
        allowed = {short_term(str(node)) for node in self._allowed(result.shape)}
        found = short_term(str(result.value))
        return tuple(get_close_matches(found, sorted(allowed), n=3, cutoff=0.6))

    def _allowed(self, shape: URIRef) -> Iterable[Node]:
        graph = self.shapes.graph
        for head in graph.objects(shape, SH["in"]):
            yield from RdfList(graph, head)
        for node in graph.objects(shape, SH.node):
            for part in graph.objects(node, SH.property):
                if graph.value(part, SH.path) == SKOS.inScheme:
                    scheme = graph.value(part, SH.hasValue)
                    yield from self.data.subjects(SKOS.inScheme, scheme)
