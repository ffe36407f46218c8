"""What it takes to check records: each engine, each profile, side by side in one run.

The record is the example that answers every requirement by a claim (about 500 triples), and twenty
of it under other names. Each is checked beside all that is shipped, which both engines keep warm,
from the bytes of a file to the report; and the engine alone, from a graph to its results. Results
of both engines are compared. Prints a table in Markdown: medians of interleaved rounds, one round
of the twenty.
"""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from pledgegraph.resources import find_resources
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile, load_file, load_files
from pledgegraph.validation.checks import validate_files
from pledgegraph.validation.context import Context
from pledgegraph.validation.engines import get_engine
from pledgegraph.validation.graphs import create_node
from pledgegraph.validation.profiles import Profile
from pledgegraph.validation.shapes import ShapeSet

_EXAMPLE: Final = "claims/examples/conforming-claims-only.ttl"
_ENGINES: Final = ("reference", "turbo")
_MANY: Final = 20
_ALONE: Final = "alone"
_WHOLE: Final = "whole"


@dataclass(frozen=True, slots=True)
class Case:
    """What is checked, in which profile, and how much of the way is measured."""

    records: int
    profile: Profile
    part: str


def measure_validation(*, rounds: int) -> str:
    """Return the table."""
    shipped = load_files(find_resources())
    store, shapes = EmbeddedStore.from_files(shipped), ShapeSet.from_files(shipped)
    contexts = {
        name: Context.from_store(store, shapes, engine=get_engine(name)) for name in _ENGINES
    }
    files = {number: _list_records(number) for number in (1, _MANY)}
    triples = {n: len(EmbeddedStore.from_files(f).list_triples()) for n, f in files.items()}
    cases = [Case(1, profile, part) for part in (_ALONE, _WHOLE) for profile in Profile]
    cases += [Case(_MANY, profile, _ALONE) for profile in Profile]
    taken: dict[tuple[str, Case], list[float]] = {}
    for case in cases:
        works = {name: _prepare(contexts[name], files[case.records], case) for name in _ENGINES}
        # Many take the reference minutes, and that long does not vary by much.
        for _ in range(rounds if case.records == 1 else 1):
            answers = []
            for name, work in works.items():
                start = time.perf_counter()
                answers.append(work())
                elapsed = (time.perf_counter() - start) * 1_000
                taken.setdefault((name, case), []).append(elapsed)
            if any(answer != answers[0] for answer in answers):
                raise SystemExit(f"the engines give different results: {case}")
    return _format_table(cases, taken, triples)


def _list_records(number: int) -> tuple[SourceFile, ...]:
    example = load_file(find_resources().shapes / _EXAMPLE, "record.ttl")
    return tuple(
        replace(
            example,
            name=f"record-{n}.ttl",
            content=example.content.replace(b"example-lab", b"example-lab-%d" % n),
        )
        for n in range(1, number + 1)
    )


def _prepare(
    context: Context, files: tuple[SourceFile, ...], case: Case
) -> Callable[[], frozenset[tuple[object, ...]]]:
    """Return what is to be measured; it gives what was found, to be compared."""

    def check_whole() -> frozenset[tuple[object, ...]]:
        report = validate_files(files, context=context, profile=case.profile)
        return frozenset((f.focus, f.path, f.value, f.shape) for f in report.findings)

    triples = EmbeddedStore.from_files(files).list_triples()
    focus = frozenset(create_node(triple.subject) for triple in triples)

    def run_alone() -> frozenset[tuple[object, ...]]:
        with context.holding(triples) as data:
            targets = context.shapes.list_targets(data, focus=focus, profile=case.profile)
            results = context.program.run(data, targets)
        return frozenset((r.focus, r.value, r.shape, r.component) for r in results)

    return check_whole if case.part == _WHOLE else run_alone


def _format_table(
    cases: list[Case],
    taken: Mapping[tuple[str, Case], list[float]],
    triples: Mapping[int, int],
) -> str:
    lines = [
        "| Records (triples) | Profile | Measured | reference | turbo | times as fast |",
        "|---|---|---|---:|---:|---:|",
    ]
    for case in cases:
        reference, turbo = (statistics.median(taken[name, case]) for name in _ENGINES)
        part = "file to report" if case.part == _WHOLE else "engine alone"
        lines.append(
            f"| {case.records} ({triples[case.records]:,}) | {case.profile.value} | {part} "
            f"| {reference:,.0f} ms | {turbo:,.1f} ms | {reference / turbo:.1f} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    print(measure_validation(rounds=3))
