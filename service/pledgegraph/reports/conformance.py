"""How an engine did in an outside test suite, as text for people and as plain JSON.

Promises that every test that did not pass is named with what was expected and what was found, and
that what the files of a suite hold can neither break a line nor speak to the terminal. Imports no
third party.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pledgegraph.errors import JSON
from pledgegraph.reports.printable import make_printable
from pledgegraph.validation.conformance import Outcome, SuiteRun, list_engine_differences

_COLUMNS: Final = ("", "tests", "passed")


def format_conformance(run: SuiteRun, *, against: SuiteRun | None = None) -> str:
    """Return `run` for people: counts, what did not pass and why, the verdict last.

    With another engine's run of the same suite, also where the two answer differently.
    """
    lines = [f"SHACL test suite on {_engine(run)}", "", *_table(run)]
    lines += _section("Known misses", map(_miss, run.known_misses))
    lines += _section("Other misses", map(_miss, run.misses))
    mended = ((o.test.name, f"listed as missed: {o.known}") for o in run.mended)
    lines += _section(
        "Passed, though listed as known misses", ([name, text] for name, text in mended)
    )
    refused = ([f"{o.test.name}: {o.answer.problem}"] for o in _refused(run))
    lines += _section("Refused, as the suite asks", refused)
    lines += _section("In no manifest, and run all the same", ([n] for n in _unlisted(run)))
    lines += _section(
        "Not run: rejected by the suite, or of another kind", ([n] for n in run.left_out)
    )
    if against is not None:
        found = list_engine_differences(run, against).items()
        differing = [[name, *differences] for name, differences in found]
        heading = f"Answered otherwise by {_engine(against)}: {len(differing)}"
        lines += _section(heading, differing) or ["", heading]
    lines += ["", _verdict(run)]
    return "\n".join(map(make_printable, lines))


def conformance_json(run: SuiteRun, *, against: SuiteRun | None = None) -> dict[str, JSON]:
    """Return `run` as plain JSON, the tests of each list by name."""
    found: dict[str, JSON] = {
        **_counts_json(run),
        "parts": {name: {"tests": n, "passed": p} for name, n, p in _list_parts(run)},
        "knownMisses": [_outcome_json(outcome) for outcome in run.known_misses],
        "misses": [_outcome_json(outcome) for outcome in run.misses],
        "passedThoughKnown": [outcome.test.name for outcome in run.mended],
        "refused": {outcome.test.name: outcome.answer.problem for outcome in _refused(run)},
        "inNoManifest": list(_unlisted(run)),
        "notRun": list(run.left_out),
    }
    if against is not None:
        differences = list_engine_differences(run, against)
        found["against"] = {
            **_counts_json(against),
            "differences": {name: list(lines) for name, lines in differences.items()},
        }
    return found


def _counts_json(run: SuiteRun) -> dict[str, JSON]:
    return {
        "engine": {"name": run.engine, "version": run.version},
        "tests": len(run.outcomes),
        "passed": len(run.passed),
    }


def _outcome_json(outcome: Outcome) -> dict[str, JSON]:
    return {
        "test": outcome.test.name,
        "reason": outcome.known,
        "differences": list(outcome.differences),
    }


def _engine(run: SuiteRun) -> str:
    return f"{run.engine} {run.version}"


def _refused(run: SuiteRun) -> tuple[Outcome, ...]:
    return tuple(o for o in run.passed if o.answer.has_refused)


def _unlisted(run: SuiteRun) -> tuple[str, ...]:
    return tuple(o.test.name for o in run.outcomes if not o.test.is_included)


def _list_parts(run: SuiteRun) -> tuple[tuple[str, int, int], ...]:
    """Return each first folder of the tests with how many there are in it, and how many passed."""
    tests = Counter(_part(outcome) for outcome in run.outcomes)
    passed = Counter(_part(outcome) for outcome in run.passed)
    return tuple((name, tests[name], passed[name]) for name in sorted(tests))


def _part(outcome: Outcome) -> str:
    folder, slash, _ = outcome.test.name.partition("/")
    return folder if slash else "."


def _table(run: SuiteRun) -> Iterator[str]:
    counts = [*_list_parts(run), ("all", len(run.outcomes), len(run.passed))]
    rows = [_COLUMNS, *((name, str(tests), str(passed)) for name, tests, passed in counts)]
    first = max(len(row[0]) for row in rows)
    for name, tests, passed in rows:
        yield f"{name:<{first}}  {tests:>5}  {passed:>6}"


def _section(heading: str, items: Iterable[Sequence[str]]) -> list[str]:
    """Return lines for `items`, the first of each at the margin; nothing where there are none."""
    lines: list[str] = []
    for first, *more in items:
        lines += [f"  {first}", *(f"    {line}" for line in more)]
    return ["", heading, *lines] if lines else []


def _miss(outcome: Outcome) -> list[str]:
    reason = [] if outcome.known is None else [f"because {outcome.known}"]
    return [outcome.test.name, *reason, *outcome.differences]


def _verdict(run: SuiteRun) -> str:
    known, other = len(run.known_misses), len(run.misses)
    return (
        f"{len(run.passed)} of {len(run.outcomes)} passed; {known} missed for a known reason, "
        f"{other or 'none'} beside."
    )
