"""What must not stand in the tree, and what must be equal wherever it stands."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import pledgegraph

# Written in parts, so that this file does not hold what it looks for.
REGISTRIES = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "deb.debian" + ".org")
LOCAL = re.compile(r"(?<![\w.])/(?:work|home|root|opt|Users)/\w")
BLANK_TEST = re.compile(r"pytest\.(?:skip|xfail)|mark\.(?:skip|xfail|skipif)")


@pytest.fixture(scope="module")
def tree(repository: Path) -> dict[str, str]:
    """Return the text of every file that is tracked, or would be."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    paths = {name: repository / name for name in listed}
    return {n: p.read_text(encoding="utf-8") for n, p in paths.items() if p.is_file()}


def holding(tree: dict[str, str], pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in tree.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_the_patterns_find_what_they_look_for() -> None:
    sample = {"a": "see https://" + REGISTRIES[0] + "/x\n in /ho" + "me/me/x"}
    assert len(holding(sample, re.compile("|".join(map(re.escape, REGISTRIES))))) == 1
    assert len(holding(sample, LOCAL)) == 1


def test_no_registry_is_named(tree: dict[str, str]) -> None:
    assert holding(tree, re.compile("|".join(map(re.escape, REGISTRIES)))) == []


def test_no_path_of_a_machine_is_named(tree: dict[str, str]) -> None:
    assert holding(tree, LOCAL) == []


def test_no_test_is_skipped(tree: dict[str, str]) -> None:
    tests = {n: t for n, t in tree.items() if n.startswith("tests/") and "hygiene" not in n}
    assert holding(tests, BLANK_TEST) == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_every_locked_version_has_a_hash_and_no_address(tree: dict[str, str], lock: str) -> None:
    text = tree[lock]
    assert not re.search(r"https?:|file:|--index|--find-links|@ ", text)
    blocks = re.split(r"\n(?=\S)", text)
    assert [b.splitlines()[0] for b in blocks if "--hash=sha256:" not in b] == []


def test_the_served_versions_are_the_tested_ones(tree: dict[str, str]) -> None:
    pinned = re.compile(r"^(\S+==\S+)", re.MULTILINE)
    served = set(pinned.findall(tree["requirements.lock"]))
    assert served - set(pinned.findall(tree["requirements-test.lock"])) == set()


def test_there_is_one_version(tree: dict[str, str], repository: Path) -> None:
    project = tomllib.loads(tree["pyproject.toml"])["project"]
    assert project["version"] == pledgegraph.__version__
    ontology = "".join(t for n, t in tree.items() if re.fullmatch(r"ontology/\w+\.ttl", n))
    assert f'owl:versionInfo "{pledgegraph.__version__}"' in ontology


def test_the_licences_are_there(tree: dict[str, str]) -> None:
    for name in ("Apache-2.0", "CC-BY-4.0", "OGL-UK-3.0"):
        assert len(tree[f"LICENSES/{name}.txt"]) > 5_000
    line = "Contains public sector information licensed under the Open Government Licence v3.0."
    assert line in tree["LICENSE"]
    assert line in tree["data/instrument/seoul-2024.ttl"]
