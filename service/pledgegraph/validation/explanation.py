"""From results to findings: names, files and lines, nearest allowed values, and the reasons why.

A result of SHACL names nodes and shapes; a person needs words. Where a shape offers branches, its
result does not say which of them nearly held, so each branch is run alone on the value.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from rdflib import SH, SKOS, Graph, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.term import Node

from pledgegraph.catalogue.nearest import list_nearest
from pledgegraph.terms import shorten
from pledgegraph.validation.engine import Result, run_shapes
from pledgegraph.validation.faults import Fault
from pledgegraph.validation.findings import Branch, Finding, cut, sort_findings
from pledgegraph.validation.graphs import create_node, silenced_logs
from pledgegraph.validation.names import format_path, is_blank, name_subject, name_value
from pledgegraph.validation.shapes import ShapeSet

_DEEPEST: Final = 3
_MOST_REASONS: Final = 10
_MOST_NEAREST: Final = 3
_LONGEST_IRI: Final = 2_000
_LONGEST_MESSAGE: Final = 1_000
Reasons = Mapping[tuple[URIRef, Node], tuple[Finding, ...]]
"""What each branch, run alone on a value, found."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a subject is described, as far as it is known."""

    file: str | None = None
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


def explain_faults(
    faults: Iterable[Fault], *, data: Graph, places: Mapping[str, Place]
) -> tuple[Finding, ...]:
    """Return a finding for each of `faults`, in the order of findings, without repeats."""
    with silenced_logs():
        return sort_findings(_fault_finding(fault, data, places) for fault in faults)


def _fault_finding(fault: Fault, data: Graph, places: Mapping[str, Place]) -> Finding:
    node = create_node(fault.subject)
    place = places.get(str(node), Place())
    path, value = fault.predicate, fault.object
    return Finding(
        severity=fault.severity,
        focus=_focus(node),
        subject=name_subject(data, node),
        path=None if path is None else format_path(data, URIRef(path)),
        value=None if value is None else name_value(data, create_node(value)),
        message=fault.message,
        shape=fault.rule.iri,
        shape_name=fault.rule.name,
        component=fault.rule.component,
        nearest=fault.nearest,
        file=place.file,
        line=place.line,
    )


def _focus(node: Node) -> str:
    return "" if is_blank(node) else cut(str(node), _LONGEST_IRI)


@dataclass(frozen=True, slots=True)
class _Explainer:
    data: Graph
    shapes: ShapeSet
    places: Mapping[str, Place]

    def explain(self, results: tuple[Result, ...], depth: int = 0) -> tuple[Finding, ...]:
        reasons = self._run_branches(results, depth)
        return sort_findings(self._finding(result, reasons) for result in results)

    def _finding(self, result: Result, reasons: Reasons) -> Finding:
        shape = self.shapes.find(str(result.shape))
        place = self.places.get(str(result.focus), Place())
        on_itself = result.path is None and result.value == result.focus
        value = None if result.value is None or on_itself else name_value(self.data, result.value)
        return Finding(
            severity=result.severity,
            focus=_focus(result.focus),
            subject=name_subject(self.data, result.focus),
            path=None if result.path is None else format_path(self.shapes.graph, result.path),
            value=value,
            message=cut(result.message, _LONGEST_MESSAGE),
            shape=str(result.shape),
            shape_name=shape.name if shape else shorten(result.shape),
            component=result.component.fragment.removesuffix("ConstraintComponent"),
            requirements=shape.requirements if shape else (),
            nearest=self._nearest(result),
            file=place.file,
            line=place.line,
            because=self._branches(result, reasons),
        )

    def _branches(self, result: Result, reasons: Reasons) -> tuple[Branch, ...]:
        found = [
            Branch(str(iri), shape.name, reasons[iri, value])
            for iri, value in self._list_trials(result)
            if (iri, value) in reasons and (shape := self.shapes.find(str(iri))) is not None
        ]
        return tuple(sorted(found, key=lambda branch: len(branch.findings)))

    def _list_trials(self, result: Result) -> list[tuple[URIRef, Node]]:
        """Return the (branch, value) pairs that could tell why there is this result."""
        branches = self.shapes.list_branches(str(result.shape), component=result.component)
        values = [result.value] if result.value is not None else self._list_values(result)
        return [(branch, value) for value in values for branch in branches]

    def _list_values(self, result: Result) -> list[Node]:
        # A count is of no single value: any of them may be what nearly counted.
        if not isinstance(result.path, URIRef):
            return []
        return sorted(self.data.objects(result.focus, result.path), key=str)[:_MOST_REASONS]

    def _run_branches(self, results: tuple[Result, ...], depth: int) -> Reasons:
        """Run the branches of all `results` at once, each on its values."""
        targets: dict[URIRef, set[Node]] = defaultdict(set)
        for result in results:
            for branch, value in self._list_trials(result):
                targets[branch].add(value)
        if depth == _DEEPEST or not targets:
            return {}
        found = run_shapes(self.data, self.shapes, targets=targets)
        reasons = {}
        for branch, values in targets.items():
            # A branch's own property shapes report under their own names.
            parts = self.shapes.list_parts(str(branch))
            for value in values:
                own = (r for r in found if r.focus == value and str(r.shape) in parts)
                reasons[branch, value] = self.explain(tuple(own), depth + 1)[:_MOST_REASONS]
        return reasons

    def _nearest(self, result: Result) -> tuple[str, ...]:
        """Return the allowed values most like the one found, at most three."""
        if result.value is None:
            return ()
        allowed = {shorten(str(node)) for node in self._allowed(result.shape)}
        found = list_nearest(shorten(str(result.value)), sorted(allowed))
        return tuple(map(cut, found[:_MOST_NEAREST]))

    def _allowed(self, shape: URIRef) -> Iterable[Node]:
        graph = self.shapes.graph
        for head in graph.objects(shape, SH["in"]):
            yield from RdfList(graph, head)
        for node in graph.objects(shape, SH.node):
            for part in graph.objects(node, SH.property):
                if graph.value(part, SH.path) == SKOS.inScheme:
                    scheme = graph.value(part, SH.hasValue)
                    yield from self.data.subjects(SKOS.inScheme, scheme)
