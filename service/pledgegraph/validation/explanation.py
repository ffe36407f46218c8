"""From results to findings: names, files and lines, nearest allowed values, and the reasons why.

A result of SHACL names nodes and shapes; a person needs words: what was expected, what was found,
and where a shape offers branches, which of them nearly held.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Final

from rdflib import SH, Graph, URIRef
from rdflib.term import Node

from pledgegraph.severity import Severity
from pledgegraph.terms import shorten
from pledgegraph.validation.allowed import list_nearest_allowed
from pledgegraph.validation.candidates import Candidates
from pledgegraph.validation.engines import Program, Result
from pledgegraph.validation.expectation import Expectation
from pledgegraph.validation.faults import Fault
from pledgegraph.validation.findings import MAX_FINDINGS, Branch, Finding, cut, sort_findings
from pledgegraph.validation.graphs import create_node, silenced_logs
from pledgegraph.validation.mentions import name_mentions
from pledgegraph.validation.names import (
    find_owner,
    format_path,
    is_blank,
    name_subject,
    name_value,
)
from pledgegraph.validation.nearness import sort_branches
from pledgegraph.validation.observation import Observation
from pledgegraph.validation.reasons import Reasons, Trial, find_reasons
from pledgegraph.validation.shapes import ShapeSet
from pledgegraph.validation.values import describe_value, name_quoted

_NODE: Final = SH.NodeConstraintComponent
_SPARQL: Final = SH.SPARQLConstraintComponent
_MOST_REASONS: Final = 10
_LONGEST_IRI: Final = 2_000
_LONGEST_MESSAGE: Final = 1_000


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
    program: Program,
    places: Mapping[str, Place],
) -> tuple[Finding, ...]:
    """Return a finding for each result, in the order of findings, without repeats.

    `data` is what the results are about, and `program` the shapes that gave them; `places` says
    where its subjects stand, by their IRIs. Why a branch did not hold is told of the first 1,000.

    Raises:
        EngineFailure: a branch could not be run.
    """
    with silenced_logs():
        ranked = sorted(dict.fromkeys(results), key=lambda result: _rank(result, places))
        told = ranked[:MAX_FINDINGS]
        candidates = Candidates(shapes, data)
        reasons = find_reasons(told, candidates=candidates, program=program)
        explainer = _Explainer(places, candidates, reasons)
        findings = [explainer.explain(result) for result in told]
        # Of the rest a report gives the number.
        findings += [explainer.name(result) for result in ranked[MAX_FINDINGS:]]
        return sort_findings(findings)


def explain_faults(
    faults: Iterable[Fault], *, data: Graph, places: Mapping[str, Place]
) -> tuple[Finding, ...]:
    """Return a finding for each of `faults`, in the order of findings, without repeats."""
    with silenced_logs():
        return sort_findings(_fault_finding(fault, data, places) for fault in faults)


def _fault_finding(fault: Fault, data: Graph, places: Mapping[str, Place]) -> Finding:
    node = create_node(fault.subject)
    place = _find_place(data, node, places)
    path = fault.predicate
    value = None if fault.object is None else create_node(fault.object)
    found = None if value is None else describe_value(data, value)
    return Finding(
        severity=fault.severity,
        focus=_focus(node),
        subject=name_subject(data, node),
        path=None if path is None else format_path(data, URIRef(path)),
        value=None if value is None else name_value(data, value),
        message=fault.message,
        shape=fault.rule.iri,
        shape_name=fault.rule.name,
        component=fault.rule.component,
        nearest=fault.nearest,
        file=place.file,
        line=place.line,
        expected=fault.expected,
        found=fault.found or found,
    )


def _rank(result: Result, places: Mapping[str, Place]) -> tuple[int, str, bool, int, str]:
    """Return what findings are sorted by first."""
    place = places.get(str(result.focus), Place())
    severity = tuple(Severity).index(result.severity)
    return severity, place.file or "", place.line is None, place.line or 0, _focus(result.focus)


def _focus(node: Node) -> str:
    return "" if is_blank(node) else cut(str(node), _LONGEST_IRI)


def _find_place(data: Graph, node: Node, places: Mapping[str, Place]) -> Place:
    """Return where `node` stands: what has no IRI, where that stands which it belongs to."""
    place = places.get(str(node), Place())
    owner = find_owner(data, node) if is_blank(node) else None
    around = places.get(str(owner), Place())
    return around if place.file == around.file else place


class _Explainer:
    """Makes findings of results; `reasons` holds why branches did not hold."""

    def __init__(
        self, places: Mapping[str, Place], candidates: Candidates, reasons: Reasons
    ) -> None:
        self._data = candidates.data
        self._shapes = candidates.shapes
        self._candidates = candidates
        self._reasons = reasons
        self._expectation = Expectation(candidates.shapes, candidates.data)
        self._observation = Observation(candidates)
        self._branches: dict[Trial, Branch] = {}
        # What is wrong with one thing is often wrong in many ways, or with many things.
        self._name_subject = cache(partial(name_subject, candidates.data))
        self._name_value = cache(partial(name_value, candidates.data))
        self._name_mentions = cache(partial(name_mentions, candidates.data))
        self._format_path = cache(partial(format_path, candidates.shapes.graph))
        self._find_place = cache(partial(_find_place, candidates.data, places=places))

    def explain(self, result: Result) -> Finding:
        """Return the finding with what was expected, what was found, and why."""
        return replace(
            self.name(result),
            expected=self._expectation.find_words(result.shape, result.component),
            found=self._observation.find_words(result),
            nearest=self._list_nearest(result),
            because=self._explain_branches(result),
        )

    def _list_nearest(self, result: Result) -> tuple[str, ...]:
        if result.value is None:
            return ()
        there = self._candidates.list_values(result.shape, result.focus)
        return list_nearest_allowed(
            self._expectation, result.shape, result.component, result.value, there=there
        )

    def name(self, result: Result) -> Finding:
        """Return the finding with what the result says."""
        shape = self._shapes.find(str(result.shape))
        place = self._find_place(result.focus)
        value = result.value
        if value == result.focus and (result.path is None or result.component == _SPARQL):
            value = None  # it is the subject itself, also where a query names no other
        return Finding(
            severity=result.severity,
            focus=_focus(result.focus),
            subject=self._name_subject(result.focus),
            path=None if result.path is None else self._format_path(result.path),
            value=None if value is None else self._name_value(value),
            message=cut(self._name_mentions(result.message), _LONGEST_MESSAGE),
            shape=str(result.shape),
            shape_name=shape.name if shape else shorten(result.shape),
            component=result.component.fragment.removesuffix("ConstraintComponent"),
            requirements=shape.requirements if shape else (),
            file=place.file,
            line=place.line,
        )

    def _explain_branches(self, result: Result) -> tuple[Branch, ...]:
        trials = self._reasons.list_trials(result)
        return sort_branches(self._branch(result, trial) for trial in trials)

    def _branch(self, result: Result, trial: Trial) -> Branch:
        if trial not in self._branches:
            self._branches[trial] = self._explain_trial(trial)
        branch = self._branches[trial]
        # What is the finding's own value or subject is named there; anything else was meant for it.
        is_own = trial[1] in (result.value, result.focus)
        is_asked_of_all = result.component == _NODE and result.path is None
        return replace(
            branch,
            value=None if is_own else branch.value,
            is_begun=branch.is_begun or is_asked_of_all or not is_own,
        )

    def _explain_trial(self, trial: Trial) -> Branch:
        iri, value = trial
        shape = self._shapes.find(str(iri))
        found = sort_findings(map(self.explain, self._reasons.results[trial]))
        return Branch(
            shape=str(iri),
            name=shape.name if shape else shorten(iri),
            findings=found[:_MOST_REASONS],
            value=name_quoted(self._data, value),
            is_begun=self._candidates.is_begun(iri, value),
        )
