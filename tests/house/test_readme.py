"""The README: its commands run, and its answers are the ones given."""

import json
import re
import shlex
from pathlib import Path

import httpx
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.cli import main
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app
from tests.asking import ask
from tests.live import serve


@pytest.fixture
def readme(repository: Path) -> str:
    return (repository / "README.md").read_text(encoding="utf-8")


def list_blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_two_commands_are_targets_that_exist(readme: str, repository: Path) -> None:
    makefile = (repository / "Makefile").read_text()
    commands = re.findall(r"^make (\w+)", list_blocks(readme, "sh")[0], re.MULTILINE)
    assert commands == ["serve", "test"]
    for command in commands:
        assert f"\n{command}: $(VENV)/.installed" in makefile


def test_the_question_in_the_shell_has_that_answer(
    readme: str, capsys: pytest.CaptureFixture[str]
) -> None:
    [command] = [b for b in list_blocks(readme, "sh") if b.startswith(".venv/bin/pledgegraph")]
    assert main(shlex.split(command)[1:]) == 0
    assert capsys.readouterr().out == list_blocks(readme, "text")[0]


def find_request(readme: str, path: str) -> list[str]:
    requests = [b for b in list_blocks(readme, "sh") if b.startswith("curl")]
    [command] = [b for b in requests if f"8000{path} -H" in b]
    return shlex.split(command.replace("\\\n", " "))


def test_a_file_sent_to_be_checked_passes(readme: str, service: Service, repository: Path) -> None:
    words = find_request(readme, "/validate")
    headers = dict(words[n + 1].split(": ") for n, word in enumerate(words) if word == "-H")
    sent = repository / words[words.index("--data-binary") + 1].removeprefix("@")
    with serve(create_app(service, Settings())) as url:
        found = httpx.post(
            words[2].replace("http://127.0.0.1:8000", url),
            content=sent.read_bytes(),
            headers=headers,
            timeout=60,
        )
    assert found.text.startswith("Passed: 0 violations, 0 warnings, 0 infos.\n")


def test_the_question_over_graphql_has_that_answer(readme: str, service: Service) -> None:
    words = find_request(readme, "/graphql")
    body = words[words.index("-d") + 1]
    address = words[2]
    with serve(create_app(service, Settings())) as url:
        found = httpx.post(
            address.replace("http://127.0.0.1:8000", url),
            content=body,
            headers={"content-type": "application/json"},
        )
    assert found.json() == json.loads(list_blocks(readme, "json")[0])


def test_the_comparison_in_one_query_has_that_answer(readme: str, service: Service) -> None:
    [command] = [b for b in list_blocks(readme, "sh") if "--data-urlencode" in b]
    *_, query = shlex.split(command)
    found = ask(service, query.removeprefix("query="))["coverage"]
    counts = {s["status"]: s["count"] for s in found["statuses"]}
    assert (
        f"nothing is on record here about {counts['NOT_REVIEWED']}; what is on record about the "
        f"others supports it for {counts['SUPPORTED']}, supports it in part for "
        f"{counts['PARTLY']}, is contested for {counts['CONTESTED']} and speaks against it for "
        f"{counts['CONTRADICTED']}."
    ) in " ".join(readme.split())
    assert sum(counts.values()) == 20
    for cell in found["cells"]["nodes"]:
        assert bool(cell["bearings"]["nodes"]) == (cell["status"] != "NOT_REVIEWED")


def test_the_report_on_a_version_is_given(readme: str, service: Service) -> None:
    [query] = list_blocks(readme, "graphql")
    with serve(create_app(service, Settings())) as url:
        found = httpx.post(f"{url}/graphql", json={"query": query}, timeout=60).json()
    report = found["data"]["frameworkVersion"]["validation"]
    assert len(report["findings"]["nodes"]) == 5
    assert (report["claims"], "(not reviewed)" in report["statement"]) == (0, True)


def test_every_setting_is_documented(readme: str) -> None:
    for name in Settings.__dataclass_fields__:
        assert f"`PLEDGEGRAPH_{name.upper()}`" in readme


def test_what_it_points_at_is_there(readme: str, repository: Path) -> None:
    for path in re.findall(r"`([\w./-]+(?:/|\.md|\.graphql))`", readme):
        if not path.startswith("/"):
            assert (repository / path).exists(), path
