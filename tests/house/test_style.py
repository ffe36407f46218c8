"""Types and style, as their tools see them."""

import subprocess
import sys
from pathlib import Path

import pytest


def run(repository: Path, *command: str) -> str:
    done = subprocess.run(
        [Path(sys.executable).with_name(command[0]), *command[1:]],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.slow
def test_types_hold(repository: Path, tmp_path: Path) -> None:
    assert run(repository, "mypy", "--cache-dir", str(tmp_path)) == ""


def test_the_style_holds(repository: Path) -> None:
    assert run(repository, "ruff", "check", "--no-cache", "service", "tests") == ""


def test_the_code_is_formatted(repository: Path) -> None:
    found = run(repository, "ruff", "format", "--no-cache", "--check", "service", "tests")
    assert found == "", f"say: make format\n{found}"
