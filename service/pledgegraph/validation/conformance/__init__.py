"""An outside test suite of SHACL, run through the engines that check records here.

Promises that a test passes only by what the engine answered: a report as expected, or, where the
suite wants that, a refusal, which a crash is not. Which tests are known to fail is written down
with its reason, and a known one that passes is told as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rdflib import Graph

from pledgegraph.errors import EngineFailure, PledgegraphError
from pledgegraph.validation.conformance.comparison import (
    find_report,
    list_differences,
    read_report,
    without_messages,
)
from pledgegraph.validation.conformance.manifests import Suite, SuiteTest, load_suite
from pledgegraph.validation.engines import Engine
from pledgegraph.validation.graphs import create_graph

__all__ = [
    "KNOWN_MISSES",
    "Answer",
    "Outcome",
    "Suite",
    "SuiteRun",
    "SuiteTest",
    "list_engine_differences",
    "load_suite",
    "run_suite",
]

_NUMERIC_TRUE: Final = (
    'the shape says sh:uniqueLang "1"^^xsd:boolean, and only the text "true" switches it on; '
)
KNOWN_MISSES: Final[Mapping[str, Mapping[str, str]]] = {
    "reference": {
        "core/property/uniqueLang-002": f"{_NUMERIC_TRUE}pySHACL asks for the value",
        "sparql/pre-binding/shapesGraph-001": (
            "the query uses $shapesGraph, which SHACL leaves optional; pySHACL does not have it, "
            "and says so"
        ),
    },
    "turbo": {
        "core/property/uniqueLang-002": (
            f"{_NUMERIC_TRUE}pyshacl-turbo does as pySHACL where shapes come as a graph of rdflib"
        ),
    },
}
"""By engine, the tests of the W3C suite that it is known to fail, each with the reason."""

_REFUSAL: Final = "Validation Failure - "
_REFUSALS: Final = ("ConstraintLoadError", "ShapeLoadError", "ValidationFailure")


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine answered: a report as it is compared, or the problem that it named instead.

    `has_refused` is whether it declined the shapes, as opposed to having failed in its work.
    """

    report: Graph | None
    problem: str = ""
    has_refused: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """One test that was run: where its answer is not the expected one, and why, if that is known.

    A test without differences has passed.
    """

    test: SuiteTest
    answer: Answer
    differences: tuple[str, ...]
    known: str | None

    @property
    def has_passed(self) -> bool:
        """Whether the answer is the expected one."""
        return not self.differences


@dataclass(frozen=True, slots=True)
class SuiteRun:
    """A suite run on one engine: an outcome for each test, by name, and what was left out."""

    engine: str
    version: str
    outcomes: tuple[Outcome, ...]
    left_out: tuple[str, ...]

    @property
    def passed(self) -> tuple[Outcome, ...]:
        """What passed."""
        return tuple(o for o in self.outcomes if o.has_passed)

    @property
    def known_misses(self) -> tuple[Outcome, ...]:
        """What did not pass, for a reason that is written down."""
        return tuple(o for o in self.outcomes if not o.has_passed and o.known is not None)

    @property
    def misses(self) -> tuple[Outcome, ...]:
        """What did not pass, and should have."""
        return tuple(o for o in self.outcomes if not o.has_passed and o.known is None)

    @property
    def mended(self) -> tuple[Outcome, ...]:
        """What passed though it is written down that it does not."""
        return tuple(o for o in self.outcomes if o.has_passed and o.known is not None)


def run_suite(suite: Suite, engine: Engine) -> SuiteRun:
    """Run every test of `suite` on `engine`, in the order of their names.

    A test whose files cannot be read has not passed, and the others are run.
    """
    known = KNOWN_MISSES.get(engine.name, {})
    outcomes = []
    for test in suite.tests:
        answer = _ask(suite, test, engine)
        differences = _judge(test, answer)
        outcomes.append(Outcome(test, answer, differences, known.get(test.name)))
    return SuiteRun(engine.title, engine.version, tuple(outcomes), suite.left_out)


def list_engine_differences(first: SuiteRun, second: SuiteRun) -> dict[str, tuple[str, ...]]:
    """Return, for each test that two engines answer differently, in which results; by its name.

    Both runs are of the same suite. Messages are not compared, and two refusals are alike.
    """
    names = (first.engine, second.engine)
    pairs = zip(first.outcomes, second.outcomes, strict=True)
    found = {a.test.name: _compare(a.answer, b.answer, names) for a, b in pairs}
    return {name: differences for name, differences in found.items() if differences}


def _ask(suite: Suite, test: SuiteTest, engine: Engine) -> Answer:
    try:
        triples = suite.load_triples(test.data)
        # Where both are one file, its blank nodes are the same in both.
        others = triples if test.shapes == test.data else suite.load_triples(test.shapes)
        found = engine.validate_graphs(create_graph(triples), create_graph(others))
        return Answer(read_report(found, find_report(found)))
    except EngineFailure as failure:
        return Answer(None, str(failure.fields["problem"]), _is_refusal(failure))
    except PledgegraphError as error:
        return Answer(None, error.message)


def _judge(test: SuiteTest, answer: Answer) -> tuple[str, ...]:
    if test.expected is None:
        if answer.has_refused:
            return ()
        return (f"expected a refusal; found {_name_failure(answer)}",)
    if answer.report is None:
        return (f"expected a report; found {_name_failure(answer)}",)
    return list_differences(test.expected, answer.report)


def _compare(first: Answer, second: Answer, names: tuple[str, str]) -> tuple[str, ...]:
    if first.report is not None and second.report is not None:
        reports = (without_messages(first.report), without_messages(second.report))
        return list_differences(*reports, names=names)
    if first.has_refused and second.has_refused:
        return ()
    pairs = zip(names, (first, second), strict=True)
    return tuple(f"{name}: {_name_failure(answer)}" for name, answer in pairs)


def _name_failure(answer: Answer) -> str:
    if answer.report is not None:
        return "a report"
    return f"a refusal ({answer.problem})" if answer.has_refused else answer.problem


def _is_refusal(failure: EngineFailure) -> bool:
    """Return whether an engine declined the shapes, and did not break down over them.

    Each has errors of its own for that (https://www.w3.org/TR/shacl/#failures); pySHACL returns one
    of them in place of a report, and then only its text is left.
    """
    if failure.__cause__ is None:
        return str(failure.fields["problem"]).startswith(_REFUSAL)
    return type(failure.__cause__).__name__ in _REFUSALS
