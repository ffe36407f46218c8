"""Start time, memory, and requests per second of `requirements`, side by side in one run.

Prints medians over interleaved rounds, and their ratio to a route of the same service that answers
fixed bytes of the same length. Load goes to loopback only, and stops by itself.
"""

import argparse
import asyncio
import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import psutil
import uvicorn
from starlette.responses import Response
from starlette.routing import Route

from pledgegraph.bootstrap import open_service
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app

QUERY = """query Requirements($text: String) {
  requirements(filter: {text: $text}, first: 100) {
    totalCount
    nodes { id identifier verbatim severity modality { notation label } }
  }
}"""
CONNECTIONS = 16


def serve_fixed(cache_megabytes: int, body: bytes) -> None:
    """Serve the real application with one more route, `/fixed`, that answers `body`."""
    settings = Settings(cache_megabytes=cache_megabytes)
    app = create_app(open_service(settings), settings)

    async def answer(_: object) -> Response:
        return Response(body, media_type="application/json")

    app.router.routes.insert(0, Route("/fixed", answer))
    config = uvicorn.Config(app, port=0, log_level="info", access_log=False, lifespan="off")
    uvicorn.Server(config).run()


@contextmanager
def server(*arguments: str) -> Iterator[tuple[str, psutil.Process, float]]:
    """Run a server; give its address, its process and the seconds until it answered."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            url = next(_list_addresses(process))
            while httpx.get(f"{url}/health").status_code != httpx.codes.OK:
                time.sleep(0.005)
            yield url, psutil.Process(process.pid), time.perf_counter() - start
        finally:
            process.terminate()


def _list_addresses(process: subprocess.Popen[str]) -> Iterator[str]:
    for line in process.stdout or ():
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if found:
            yield found.group()
    raise SystemExit("the server did not start")


def count_requests(url: str, request: bytes, seconds: float) -> float:
    """Return the requests per second that 16 connections get answered."""
    return asyncio.run(_count_requests(url, request, seconds))


async def _count_requests(url: str, request: bytes, seconds: float) -> float:
    start = time.perf_counter()
    counts = await asyncio.gather(
        *(_repeat(url, request, start + seconds) for _ in range(CONNECTIONS))
    )
    return sum(counts) / (time.perf_counter() - start)


async def _repeat(url: str, request: bytes, until: float) -> int:
    host, port = url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    count = 0
    while time.perf_counter() < until:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise SystemExit(head.decode())
        length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
        assert length
        await reader.readexactly(int(length[1]))
        count += 1
    writer.close()
    return count


def _post(path: str, body: bytes) -> bytes:
    head = (
        f"POST {path} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n"
        f"accept: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def main() -> None:
    """Run the benchmark, or one of its servers."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2.0, help="length of one measurement")
    parser.add_argument("--serve", type=int, metavar="MEGABYTES", help=argparse.SUPPRESS)
    parser.add_argument("--length", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve is not None:
        serve_fixed(given.serve, b" " * given.length)
    else:
        measure(given.rounds, given.seconds)


def measure(rounds: int, seconds: float) -> None:
    """Print the start time and memory of a fresh server, then the rates."""
    starts = []
    for _ in range(rounds):
        with server("-m", "pledgegraph.cli", "serve", "--port", "0") as (url, process, started):
            starts.append(started)
            memory = process.memory_info().rss / 2**20
            body = json.dumps({"query": QUERY}).encode()
            answer = httpx.post(
                f"{url}/graphql", content=body, headers={"content-type": "application/json"}
            )
            length = len(answer.content)
    print(f"start to first answer   {statistics.median(starts):8.2f} s")
    print(f"memory after start      {memory:8.0f} MiB")
    print(f"answer of requirements  {length:8} bytes")
    cached = ("-m", "tests.bench", "--serve", "32", "--length", str(length))
    uncached = ("-m", "tests.bench", "--serve", "0", "--length", str(length))
    with server(*cached) as (fast, _, _), server(*uncached) as (slow, _, _):
        requests = {
            "fixed bytes": (fast, b"GET /fixed HTTP/1.1\r\nhost: bench\r\n\r\n"),
            "requirements, cached": (fast, _post("/graphql", body)),
            "requirements, uncached": (slow, _post("/graphql", body)),
        }
        rates: dict[str, list[float]] = {name: [] for name in requests}
        for _ in range(rounds):
            for name, (url, request) in requests.items():
                rates[name].append(count_requests(url, request, seconds))
    fixed = statistics.median(rates["fixed bytes"])
    print(f"\nrequests per second, median of {rounds} rounds, {CONNECTIONS} connections")
    for name, found in rates.items():
        median = statistics.median(found)
        spread = f"{min(found):.0f} to {max(found):.0f}"
        print(f"{name:24}{median:8.0f}   {median / fixed:6.3f} of fixed   ({spread})")


if __name__ == "__main__":
    main()
