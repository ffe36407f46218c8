"""Start, memory, and a matrix of 20 organisations by 18 provisions, side by side in one run.

The matrix is asked about the twenty signatories at every size of the corpus, so its answer is the
same bytes: in process, over HTTP without and with kept answers, against the same bytes through the
same framework, and against stock Strawberry with a SPARQL query per field. Prints a table in
Markdown: medians of interleaved rounds, and their ratios. All answers are compared first. A second
table is of the checks of records (`validation`).
"""

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import httpx
import psutil

from pledgegraph.resources import find_resources
from tests.bench.corpus import write_corpus
from tests.bench.load import CONNECTIONS, Request, count_requests, name_client
from tests.bench.servers import MATRIX, list_signatories
from tests.bench.validation import measure_validation

_SIZES: Final = (20, 200, 2_000)
_SHIPPED: Final = 20
_STARTS: Final = 5
# Of what takes so long only a few get answered in the time that is enough for the others.
_LONGER: Final = 3
_JSON: Final = {"content-type": "application/json", "accept": "application/json"}


@dataclass(slots=True)
class Measured:
    """What was measured over one corpus; rates are requests per second."""

    start: float
    memory: float
    in_process: float = 0.0
    rates: dict[str, list[float]] = field(default_factory=dict)

    def rate(self, name: str) -> float:
        """Return the median of one rate."""
        return statistics.median(self.rates[name])


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2.0, help="length of one measurement")
    parser.add_argument(
        "--organisations",
        type=int,
        nargs="+",
        default=_SIZES,
        help=f"sizes of the corpora, the {_SHIPPED} that are shipped among them",
    )
    parser.add_argument(
        "--without-stock", action="store_true", help="leave out the other, for want of memory"
    )
    parser.add_argument(
        "--part", choices=("all", "matrix", "validation"), default="all", help="what to measure"
    )
    given = parser.parse_args()
    if given.part != "validation":
        _print_matrix(given)
    if given.part != "matrix":
        print(_describe_machine(), end="\n\n")
        print(measure_validation(rounds=given.rounds))


def _print_matrix(given: argparse.Namespace) -> None:
    measured = {
        size: _measure(
            size, rounds=given.rounds, seconds=given.seconds, has_stock=not given.without_stock
        )
        for size in sorted(given.organisations)
    }
    print(_describe_run(given), end="\n\n")
    print(_format_table(measured), end="\n\n")


def _measure(size: int, *, rounds: int, seconds: float, has_stock: bool) -> Measured:
    with tempfile.TemporaryDirectory() as name:
        folder = find_resources().root
        if size > _SHIPPED:
            folder = Path(name)
            write_corpus(folder, size - _SHIPPED)
        with ExitStack() as running:
            ours = running.enter_context(_running("ours", folder))
            stock = running.enter_context(_running("stock", folder)) if has_stock else None
            found = Measured(ours["start"], ours["memory"], ours["in_process"])
            requests = _list_requests(ours, stock)
            _compare(requests)
            for _ in range(rounds):
                for kind, request in requests.items():
                    length = seconds * (_LONGER if kind == "stock" else 1)
                    rate = count_requests(request, seconds=length)
                    found.rates.setdefault(kind, []).append(rate)
        if size == _SHIPPED:
            starts = [_start(folder) for _ in range(_STARTS)]
            found.start, found.memory = map(statistics.median, zip(*starts, strict=True))
    return found


def _start(folder: Path) -> tuple[float, float]:
    """Return the seconds from nothing to the first answer, and then the memory in MiB.

    Of larger corpora the process that is measured tells them itself: they open for minutes.
    """
    command = [sys.executable, "-m", "pledgegraph.cli", "serve", "--port", "0"]
    start = time.perf_counter()
    with subprocess.Popen(
        [*command, "--resources", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            found = (re.search(r"http://127\.0\.0\.1:\d+", line) for line in process.stdout or ())
            url = next(match.group() for match in found if match)
            httpx.get(f"{url}/health", timeout=60).raise_for_status()
            taken = time.perf_counter() - start
            return taken, psutil.Process(process.pid).memory_info().rss / 2**20
        finally:
            process.terminate()


@contextmanager
def _running(kind: str, folder: Path) -> Iterator[dict[str, Any]]:
    """Run one of `servers`, and give what it tells."""
    command = [sys.executable, "-m", "tests.bench.servers", kind, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield json.loads(process.stdout.readline())
        finally:
            process.kill()


def _list_requests(ours: dict[str, Any], stock: dict[str, Any] | None) -> dict[str, Request]:
    body = json.dumps({"query": MATRIX, "variables": {"organisations": list_signatories()}})
    requests = {
        "fixed": Request(f"http://127.0.0.1:{ours['keeping']}/fixed"),
        "cached": Request(f"http://127.0.0.1:{ours['keeping']}/graphql", body),
        "uncached": Request(f"http://127.0.0.1:{ours['forgetting']}/graphql", body),
    }
    if stock is not None:
        requests["stock"] = Request(f"http://127.0.0.1:{stock['stock']}/graphql", body)
    return requests


def _compare(requests: dict[str, Request]) -> None:
    """Ask everyone twice; end the run where an answer is another one."""
    answers: dict[str, Any] = {}
    for kind, request in [*requests.items(), *requests.items()]:
        method = "GET" if request.body is None else "POST"
        found = httpx.request(
            method, request.url, content=request.body, headers=_JSON, timeout=60
        ).raise_for_status()
        answers[kind] = found.json()["data"]
        if answers[kind] != answers["fixed"] or len(answers[kind]["comparison"]["rows"]) != 1:
            raise SystemExit(f"{kind} gives another answer")
    rows = answers["fixed"]["comparison"]["rows"]["nodes"]
    assert [len(row["cells"]) for row in rows] == [18] * _SHIPPED


def _describe_machine() -> str:
    memory = psutil.virtual_memory().total / 2**30
    arguments = " ".join(sys.argv[1:])
    command = f'make bench ARGS="{arguments}"' if arguments else "make bench"
    return (
        f"Date: {datetime.now(UTC):%Y-%m-%d}. Command: `{command}`. "
        f"Machine: {os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()}, "
        f"Python {platform.python_version()}."
    )


def _describe_run(given: argparse.Namespace) -> str:
    return (
        f"{_describe_machine()} Requests by {name_client()} from {CONNECTIONS} "
        f"connections for {given.seconds:.0f} s ({given.seconds * _LONGER:.0f} s of the stock "
        f"one); medians of {given.rounds} interleaved rounds."
    )


def _format_table(measured: dict[int, Measured]) -> str:
    sizes = [f"{n:,}{' (shipped)' if n == _SHIPPED else ''}" for n in measured]
    rows = {
        "Organisations": sizes,
        "Start to first answer": [f"{m.start:.2f} s" for m in measured.values()],
        "Memory after start": [f"{m.memory:.0f} MiB" for m in measured.values()],
        "Matrix in process": [f"{m.in_process:.1f} ms" for m in measured.values()],
        "Fixed bytes, same framework": [_rate(m, "fixed") for m in measured.values()],
        "Matrix, cached": [_rate(m, "cached") for m in measured.values()],
        "… of fixed bytes": [_ratio(m, "cached", "fixed") for m in measured.values()],
        "Matrix, uncached": [_rate(m, "uncached") for m in measured.values()],
        "Matrix, stock": [_rate(m, "stock") for m in measured.values()],
        "… uncached, times stock": [_ratio(m, "uncached", "stock") for m in measured.values()],
    }
    lines = [f"| {name} | {' | '.join(cells)} |" for name, cells in rows.items()]
    lines.insert(1, "|---" + "|---:" * len(sizes) + "|")
    return "\n".join(lines)


def _rate(measured: Measured, kind: str) -> str:
    found = measured.rates.get(kind)
    if found is None:
        return "not run"
    digits = 1 if measured.rate(kind) < 100 else 0
    low, high = (f"{value:,.{digits}f}" for value in (min(found), max(found)))
    return f"{measured.rate(kind):,.{digits}f}/s ({low} to {high})"


def _ratio(measured: Measured, one: str, other: str) -> str:
    if other not in measured.rates:
        return "not run"
    return f"{measured.rate(one) / measured.rate(other):.2f}"


if __name__ == "__main__":
    main()
