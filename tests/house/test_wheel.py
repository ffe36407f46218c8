"""The wheel: installed into an empty folder, it serves what the checkout serves."""

import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from pledgegraph.bootstrap import Service


@pytest.mark.slow
def test_the_wheel_serves_from_an_empty_folder(
    repository: Path, tmp_path: Path, service: Service
) -> None:
    dist, venv, empty = tmp_path / "dist", tmp_path / "venv", tmp_path / "empty"
    empty.mkdir()
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    build = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(dist), "."]
    subprocess.run([*pip, *build], cwd=repository, check=True)
    [wheel] = dist.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    program = str(venv / "bin" / "pip")
    install = [program, "--disable-pip-version-check", "--quiet", "install", str(wheel)]
    subprocess.run(install, cwd=empty, check=True)
    # Nothing of this checkout may help: not its folder, not its settings.
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "PLEDGE"))}
    command = [str(venv / "bin" / "pledgegraph"), "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=empty, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout
            [url] = re.findall(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())
            assert httpx.get(f"{url}ready").json()["revision"] == service.catalogue.revision
            assert httpx.get(f"{url}assets/pledgegraph.css").status_code == 200
            assert "<h1>" in httpx.get(url, headers={"accept": "text/html"}).text
            answer = httpx.post(f"{url}graphql", json={"query": "{ requirements { totalCount } }"})
            assert answer.json() == {"data": {"requirements": {"totalCount": 74}}}
        finally:
            server.terminate()
