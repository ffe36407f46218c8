"""Requests per second: by wrk where it is installed, else by a client of our own.

Load goes to loopback only, from 16 connections, and stops by itself.
"""

import asyncio
import re
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

CONNECTIONS: Final = 16

_SCRIPT: Final = """wrk.method = "POST"
wrk.headers["content-type"] = "application/json"
wrk.headers["accept"] = "application/json"
wrk.body = [==[%s]==]
"""


@dataclass(frozen=True, slots=True)
class Request:
    """A request that is sent over and over: a GET, or with a body a POST of JSON."""

    url: str
    body: str | None = None


def name_client() -> str:
    """Return what sends the requests, as the report names it."""
    return f"{'wrk' if shutil.which('wrk') else 'an asyncio client (wrk is not installed)'}"


def count_requests(request: Request, *, seconds: float) -> float:
    """Return the requests per second that get answered with 200."""
    wrk = shutil.which("wrk")
    if wrk is None:
        return asyncio.run(_count_requests(request, seconds))
    with tempfile.TemporaryDirectory() as folder:
        command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{round(seconds)}s", "--timeout", "30s"]
        if request.body is not None:
            script = Path(folder) / "post.lua"
            script.write_text(_SCRIPT % request.body, "utf-8")
            command += ["-s", str(script)]
        told = subprocess.run(
            [*command, request.url], check=True, capture_output=True, text=True, timeout=120
        ).stdout
    found = re.search(r"Requests/sec:\s+([\d.]+)", told)
    if found is None or "Non-2xx" in told or "Socket errors" in told:
        raise SystemExit(told)
    return float(found[1])


async def _count_requests(request: Request, seconds: float) -> float:
    start = time.perf_counter()
    counts = await asyncio.gather(*(_repeat(request, start + seconds) for _ in range(CONNECTIONS)))
    return sum(counts) / (time.perf_counter() - start)


async def _repeat(request: Request, until: float) -> int:
    host, port, path = re.fullmatch(r"http://([\d.]+):(\d+)(/.*)", request.url).groups()  # type: ignore[union-attr]
    sent = _format(request, path)
    reader, writer = await asyncio.open_connection(host, int(port))
    count = 0
    while time.perf_counter() < until:
        writer.write(sent)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise SystemExit(head.decode())
        length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
        assert length
        await reader.readexactly(int(length[1]))
        count += 1
    writer.close()
    return count


def _format(request: Request, path: str) -> bytes:
    if request.body is None:
        return f"GET {path} HTTP/1.1\r\nhost: bench\r\n\r\n".encode()
    body = request.body.encode()
    head = (
        f"POST {path} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n"
        f"accept: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
