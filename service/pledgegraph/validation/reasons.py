"""Why the branches of a shape did not hold: each is run alone, on what was meant for it.

A result of `sh:or`, of a nested shape or of a count does not say what failed inside
(https://www.w3.org/TR/shacl/#results-details asks for no details). Promises one run of the engine
for each level of nesting, however many results there are. Knows rdflib; must not know an engine.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from rdflib import URIRef
from rdflib.term import Node

from pledgegraph.validation.candidates import Candidates
from pledgegraph.validation.engines import Program, Result

MOST_LEVELS: Final = 4
MOST_TRIALS: Final = 10_000

Trial: TypeAlias = tuple[URIRef, Node]
"""A branch, and the node that it is run on."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """What was tried for each result, and what each trial gave; nothing where it held."""

    trials: Mapping[Result, tuple[Trial, ...]]
    results: Mapping[Trial, tuple[Result, ...]]

    def list_trials(self, result: Result) -> tuple[Trial, ...]:
        """Return the trials that tell why there is `result`."""
        return self.trials.get(result, ())


def find_reasons(results: Iterable[Result], *, candidates: Candidates, program: Program) -> Reasons:
    """Return why there are `results`, down to four levels, and of at most 10,000 trials.

    Of a result whose trials were not all made nothing is told.

    Raises:
        EngineFailure: a branch could not be run.
    """
    tried: dict[Result, tuple[Trial, ...]] = {}
    known: dict[Trial, tuple[Result, ...]] = {}
    level: Sequence[Result] = tuple(results)
    for _ in range(MOST_LEVELS):
        tried |= {r: _list_trials(r, candidates) for r in level if r not in tried}
        new = dict.fromkeys(t for r in level for t in tried[r] if t not in known)
        trials = tuple(new)[: MOST_TRIALS - len(known)]
        if not trials:
            break
        known |= _try(trials, candidates, program)
        level = [result for trial in trials for result in known[trial]]
    told = {r: trials for r, trials in tried.items() if all(t in known for t in trials)}
    return Reasons(told, known)


def _list_trials(result: Result, candidates: Candidates) -> tuple[Trial, ...]:
    shapes = candidates.shapes
    branches = shapes.list_branches(str(result.shape), component=result.component)
    if not branches:
        return ()
    if result.value is not None:
        return tuple((branch, result.value) for branch in branches)
    # A count is of no single value: any that was meant may be what nearly counted.
    there = candidates.list_values(result.shape, result.focus)
    return tuple((b, value) for b in branches for value in candidates.list_meant(b, there))


def _try(
    trials: Sequence[Trial], candidates: Candidates, program: Program
) -> Mapping[Trial, tuple[Result, ...]]:
    targets: dict[URIRef, set[Node]] = defaultdict(set)
    for branch, value in trials:
        targets[branch].add(value)
    found: dict[Node, dict[Result, None]] = defaultdict(dict)
    for result in program.run(candidates.data, targets):
        found[result.focus][result] = None
    # A branch's own property shapes report under their own names.
    parts = {branch: candidates.shapes.list_parts(str(branch)) for branch in targets}
    return {
        (branch, value): tuple(r for r in found[value] if str(r.shape) in parts[branch])
        for branch, value in trials
    }
