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

from pledgegraph.severity import Severity
from pledgegraph.store.term import Literal, Triple
from pledgegraph.terms import shorten
from pledgegraph.validation.engine import Result, run_shapes
from pledgegraph.validation.findings import Branch, Finding, sort_findings
from pledgegraph.validation.graphs import create_node, silenced_logs
from pledgegraph.validation.literals import find_example
from pledgegraph.validation.names import format_path, is_blank, name_subject, name_value
from pledgegraph.validation.shapes import ShapeSet

WELL_TYPED: Final = "https://www.w3.org/TR/rdf11-concepts/#section-Graph-Literal"
"""Stands for a shape in findings that RDF itself asks for: a literal is of its datatype."""

_DEEPEST: Final = 3
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


def explain_literals(
    triples: Iterable[Triple], *, data: Graph, places: Mapping[str, Place]
) -> tuple[Finding, ...]:
    """Return a finding for each of `triples`, whose objects are literals none of their datatype."""
    with silenced_logs():
        return sort_findings(_literal_finding(triple, data, places) for triple in triples)


def _literal_finding(triple: Triple, data: Graph, places: Mapping[str, Place]) -> Finding:
    assert isinstance(triple.object, Literal)
    node = create_node(triple.subject)
    place = places.get(str(node), Place())
    datatype = triple.object.datatype
    example = find_example(datatype)
    remedy = f"Write it as that has it, such as {example}" if example else "Correct the value"
    return Finding(
        severity=Severity.VIOLATION,
        focus="" if is_blank(node) else str(node),
        subject=name_subject(data, node),
        path=format_path(data, URIRef(triple.predicate)),
        value=name_value(data, create_node(triple.object)),
        message=f"The value is none of its datatype {shorten(datatype)}. {remedy}, "
        "or give it the datatype that it is of.",
        shape=WELL_TYPED,
        shape_name="Value of its datatype",
        component="Datatype",
        file=place.file,
        line=place.line,
    )


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
            focus="" if is_blank(result.focus) else str(result.focus),
            subject=name_subject(self.data, result.focus),
            path=None if result.path is None else format_path(self.shapes.graph, result.path),
            value=value,
            message=result.message,
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
        return sorted(self.data.objects(result.focus, result.path), key=str)

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
                reasons[branch, value] = self.explain(tuple(own), depth + 1)
        return reasons

    def _nearest(self, result: Result) -> tuple[str, ...]:
        """Return the allowed values most like the one found, at most three."""
        if result.value is None:
            return ()
        allowed = {shorten(str(node)) for node in self._allowed(result.shape)}
        found = shorten(str(result.value))
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
