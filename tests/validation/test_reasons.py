"""`pledgegraph.validation.reasons`."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from rdflib import Graph, URIRef

from pledgegraph.validation import reasons
from pledgegraph.validation.candidates import Candidates
from pledgegraph.validation.engines import Program, Result, get_engine
from pledgegraph.validation.engines.port import Targets
from pledgegraph.validation.reasons import Reasons, find_reasons
from tests.validation.samples import E, graph_of, shapes_of

SHAPES = """
e:S a sh:NodeShape ; sh:targetClass e:C ; sh:or ( e:Told e:Claimed ) .
e:Told a sh:NodeShape ; sh:property e:Told-p .
e:Told-p a sh:PropertyShape ; sh:path e:p ; sh:minCount 1 .
e:Claimed a sh:PropertyShape ; sh:path [ sh:inversePath e:about ] ;
  sh:qualifiedValueShape e:Reasoned ; sh:qualifiedMinCount 1 .
e:Reasoned a sh:NodeShape ; sh:node e:Because ; sh:property e:Reasoned-answers .
e:Reasoned-answers a sh:PropertyShape ; sh:path e:answers ; sh:hasValue e:one .
e:Because a sh:NodeShape ; sh:property e:Because-why .
e:Because-why a sh:PropertyShape ; sh:path e:why ; sh:minCount 1 .
"""


@dataclass
class Counted:
    """A program that keeps what it is asked for."""

    program: Program
    asked: list[Targets] = field(default_factory=list)

    def run(self, data: Graph, targets: Targets) -> tuple[Result, ...]:
        """Run it, and keep the targets."""
        self.asked.append(targets)
        return self.program.run(data, targets)


def find(data: str) -> tuple[tuple[Result, ...], Reasons, list[Targets]]:
    """Return the results on `data`, their reasons, and what the engine was asked for these."""
    shapes, graph = shapes_of(SHAPES), graph_of(data)
    program = Counted(get_engine("turbo").compile(shapes.graph))
    targets = shapes.list_targets(graph, focus=set(graph.subjects()))
    results = program.program.run(graph, targets)
    found = find_reasons(results, candidates=Candidates(shapes, graph), program=program)
    return results, found, program.asked


def trial(shape: str, value: str) -> tuple[URIRef, URIRef]:
    """Return the trial of a shape on a value, by their names."""
    return URIRef(E + shape), URIRef(E + value)


def test_each_branch_is_tried_on_what_was_meant() -> None:
    [result], found, _ = find(
        """
        e:x a e:C . e:c1 e:about e:x ; e:answers e:one .
        e:c2 e:about e:x ; e:answers e:two ; e:why 1 .
        """
    )
    assert found.list_trials(result) == (trial("Told", "x"), trial("Claimed", "x"))
    [claimed] = found.results[trial("Claimed", "x")]
    assert found.list_trials(claimed) == (trial("Reasoned", "c1"),)
    [reasoned] = found.results[trial("Reasoned", "c1")]
    assert found.list_trials(reasoned) == (trial("Because", "c1"),)
    [because] = found.results[trial("Because", "c1")]
    assert (str(because.shape), because.focus) == (E + "Because-why", URIRef(E + "c1"))
    assert found.list_trials(because) == ()


def test_without_anything_meant_nothing_is_tried() -> None:
    _, found, asked = find("e:x a e:C . e:c e:about e:x ; e:answers e:two .")
    [claimed] = found.results[trial("Claimed", "x")]
    assert found.list_trials(claimed) == ()
    assert len(asked) == 1


def test_there_is_one_run_for_each_level_however_many_results() -> None:
    data = "\n".join(f"e:x{n} a e:C . e:c{n} e:about e:x{n} ; e:answers e:one ." for n in range(50))
    results, found, asked = find(data)
    assert (len(results), len(asked)) == (50, 3)
    assert [sorted(map(str, targets)) for targets in asked] == [
        [E + "Claimed", E + "Told"],
        [E + "Reasoned"],
        [E + "Because"],
    ]
    assert len(found.results) == 200


def test_no_results_have_no_reasons() -> None:
    results, found, asked = find("e:x a e:C ; e:p 1 .")
    assert (results, asked) == ((), [])
    assert (found.trials, found.results) == ({}, {})


def test_of_too_many_trials_those_are_told_that_were_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reasons, "MOST_TRIALS", 3)
    results, found, _ = find("e:x a e:C . e:y a e:C .")
    assert sorted(len(found.list_trials(result)) for result in results) == [0, 2]
