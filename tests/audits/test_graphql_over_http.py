"""The audits of the GraphQL-over-HTTP reference implementation, against a real server.

They run with the Node of the environment that runs the tests, from a folder of their own.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app
from tests.live import serve

HERE = Path(__file__).parent
FILES = ("package.json", "package-lock.json", "audits.mjs")


@pytest.fixture(scope="module")
def app_url(service: Service) -> Iterator[str]:
    """Return the address of the service over everything that is shipped."""
    with serve(create_app(service, Settings())) as url:
        yield url


@pytest.fixture(scope="module")
def audits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the audits and what they import, as the lock has it."""
    folder = tmp_path_factory.mktemp("audits")
    for name in FILES:
        shutil.copy(HERE / name, folder)
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")
    run_node(folder, "npm", "ci", *options, "--cache", str(folder / "cache"))
    return folder


def run_node(folder: Path, command: str, *arguments: str) -> str:
    """Run a command of the environment's own Node, which finds its `node` beside it."""
    done = subprocess.run(
        [Path(sys.executable).with_name(command), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_every_audit_is_ok(audits: Path, app_url: str) -> None:
    results = json.loads(run_node(audits, "node", "audits.mjs", f"{app_url}/graphql"))
    assert [result for result in results if result["status"] != "ok"] == []
    assert len({result["id"] for result in results}) == 61


def test_the_lock_names_exact_versions_and_no_address() -> None:
    lock = (HERE / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in lock
    packages = json.loads(lock)["packages"]
    asked = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked
    assert all(p["integrity"] for name, p in packages.items() if name)
