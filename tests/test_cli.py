"""`pledgegraph.cli`: each command as it is typed."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.cli import create_parser, main

COMMANDS = (
    "serve",
    "stats",
    "agreement",
    "validate",
    "rules",
    "query",
    "schema",
    "conformance",
    "format",
)


@pytest.fixture
def resources(repository: Path, tmp_path: Path) -> Path:
    """Return a copy of ontology, shapes and data that a test may break."""
    for folder in ("ontology", "shapes", "data"):
        shutil.copytree(repository / folder, tmp_path / folder)
    return tmp_path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pledgegraph.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_command_has_help_that_ends_in_an_example(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for command in COMMANDS:
        with pytest.raises(SystemExit) as caught:
            main([command, "--help"])
        assert caught.value.code == 0
        last = capsys.readouterr().out.rstrip().splitlines()[-1]
        assert last.startswith(f"  pledgegraph {command}")


def test_every_command_is_in_the_help_and_the_readme(repository: Path) -> None:
    readme = (repository / "README.md").read_text()
    text = create_parser().format_help()
    for command in COMMANDS:
        assert re.search(rf"^    {command}( |$)", text, re.MULTILINE)
        assert f"`{command}`" in readme


@pytest.mark.parametrize(
    "example",
    [
        "stats",
        "agreement",
        "validate data/instrument/seoul-2024.ttl",
        "rules P-I.a",
        "query Q05 --format csv",
        "schema",
        "format --check data",
        "query Q04",
    ],
)
def test_the_examples_work(example: str, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    assert main(example.split()) == 0


def test_stats_tell_what_is_held(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["revision"] == service.catalogue.revision
    assert (found["statements"], found["statements by kind"]["Requirement"]) == (84, 74)
    assert found["triples"] == service.store.count()
    assert main(["stats"]) == 0
    assert re.search(r"^statements +84$", capsys.readouterr().out, re.MULTILINE)


def test_a_query_in_a_file_is_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sparql = tmp_path / "count.rq"
    sparql.write_text(
        "PREFIX p: <https://w3id.org/pledgegraph/ns#>\n"
        "SELECT (COUNT(?r) AS ?n) WHERE { ?r a p:Requirement }"
    )
    assert main(["query", str(sparql), "--format", "csv"]) == 0
    assert capsys.readouterr().out == "n\n74\n"
    graphql = tmp_path / "count.graphql"
    graphql.write_text("{ requirements { totalCount } }")
    assert main(["query", str(graphql)]) == 0
    assert json.loads(capsys.readouterr().out) == {"data": {"requirements": {"totalCount": 74}}}


def test_saved_questions_are_listed_and_asked_in_both_languages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["query"]) == 0
    assert "Q04   graphql   What does the text promise" in capsys.readouterr().out
    assert main(["query", "q05", "--language", "graphql"]) == 0
    assert len(json.loads(capsys.readouterr().out)["data"]["requirements"]["nodes"]) == 49


def test_a_version_is_checked_for_who_asks_over_graphql(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "checked.graphql"
    path.write_text("{ frameworkVersions(first: 1) { nodes { validation { verdict } } } }")
    assert main(["query", str(path)]) == 0
    found = json.loads(capsys.readouterr().out)["data"]["frameworkVersions"]["nodes"]
    assert found == [{"validation": {"verdict": "PASSED"}}]


def test_rules_are_told_in_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    assert re.search(
        r"^  P-I\.a +Violation  Risks are assessed \(I\.a\)$", read_out(capsys), re.MULTILINE
    )
    starts = {"markdown": "# Rules\n", "html": "<!doctype html>", "csv": "id,name,", "json": "{"}
    for form, start in starts.items():
        assert main(["rules", "--format", form]) == 0
        assert read_out(capsys).startswith(start)
    assert main(["rules", "--profile", "record", "--format", "json"]) == 0
    profiles = {p for rule in json.loads(read_out(capsys))["rules"] for p in rule["profiles"]}
    assert profiles == {"record"}


def read_out(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["query", "Q99"],
            "There is no saved question “Q99”; the nearest are Q01, Q02, Q03, Q04, Q05, Q06, Q07, "
            "Q08, Q10, Q11, Q13, Q14, Q17, Q18, Q19, Q20, Q26.",
        ),
        (
            ["rules", "P-I.z"],
            "There is no rule “P-I.z”; the nearest are P-I.a, P-I.b, P-I.c.",
        ),
        (
            ["rules", "--profile", "all"],
            "profile: “all” is no profile; expected one of record, commitment, full-commitments.",
        ),
        (
            ["query", "nowhere.rq"],
            "nowhere.rq: the file cannot be read (No such file or directory); expected a readable "
            "text file in UTF-8.",
        ),
        (
            ["serve", "--port", "eighty"],
            "--port: “eighty” is no whole number from 0 to 65535; give such a number.",
        ),
        (
            ["stats", "--resources", "nowhere"],
            "--resources: “nowhere” is no folder that can be read; give a folder that holds "
            "ontology/, shapes/ and data/.",
        ),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err == f"pledgegraph: {message}\n"


def test_a_query_that_takes_too_long_can_be_stopped(tmp_path: Path) -> None:
    query = tmp_path / "endless.rq"
    query.write_text("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    command = [sys.executable, "-m", "pledgegraph", "query", str(query)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asking:
        time.sleep(2)
        asking.send_signal(signal.SIGINT)
        try:
            # 130 where it is stopped before the engine starts, on a slow machine.
            assert asking.wait(timeout=10) in (-signal.SIGINT, 130)
        finally:
            asking.kill()


def test_a_query_that_asks_another_endpoint_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    query = tmp_path / "federated.rq"
    query.write_text("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
    assert main(["query", str(query)]) == 2
    assert capsys.readouterr().err.startswith("pledgegraph: query: SERVICE asks another endpoint")


def test_a_wrong_environment_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLEDGEGRAPH_PROT", "80")
    assert main(["stats"]) == 2
    assert capsys.readouterr().err.startswith(
        "pledgegraph: PLEDGEGRAPH_PROT: there is no such setting; unset it, or use one of "
    )


def test_broken_turtle_stops_the_start_with_its_place(
    resources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = resources / "data" / "events.ttl"
    path.write_text(path.read_text() + "\n<x:a> <x:b> .\n")
    lines = len(path.read_text().splitlines())
    assert main(["stats", "--resources", str(resources)]) == 2
    assert re.fullmatch(
        rf"pledgegraph: data/events\.ttl, line {lines}, column \d+: .*; expected Turtle 1\.1 .*\n",
        capsys.readouterr().err,
    )


def test_what_the_reader_cannot_read_stops_the_start_with_file_and_subject(
    resources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = resources / "data" / "instrument" / "seoul-2024.ttl"
    path.write_text(path.read_text().replace('  dcterms:identifier "II.b" ;\n', ""))
    assert main(["stats", "--resources", str(resources)]) == 2
    assert capsys.readouterr().err == (
        "pledgegraph: data/instrument/seoul-2024.ttl, "
        "https://w3id.org/pledgegraph/req/seoul-2024/II.b: identifier: it has no value; "
        "expected one text.\n"
    )


@pytest.mark.slow
def test_what_is_shipped_passes_its_shapes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate"]) == 0
    assert "Passed: 0 violations, 0 warnings, 0 infos." in capsys.readouterr().out


def test_all_findings_are_told_in_one_run_with_their_places(
    resources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = resources / "data" / "instrument" / "seoul-2024.ttl"
    text = path.read_text().replace('  dcterms:identifier "II.b" ;\n', "")
    path.write_text(text.replace("code:modality-goal", "code:modality-gaol"))
    line = text[: text.index("req:II.b a pledge:Requirement")].count("\n") + 1
    assert main(["validate", str(path)]) == 1
    out = capsys.readouterr().out
    assert f"{path}:{line}: requirement II.b" in out
    assert out.count("found: code:modality-gaol, which is not described") == 1
    assert "3 subjects:" in out
    assert "Not passed: 4 violations, 0 warnings, 0 infos." in out
    assert main(["validate", str(path), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["passed"], found["counts"]["Violation"]) == (False, 4)


def test_json_ld_is_checked_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.jsonld"
    path.write_text(
        '{"@context": "https://w3id.org/pledgegraph/context.jsonld",\n'
        ' "@id": "req:II.z", "dcterms:date": {"@value": "2025-02-30", "@type": "xsd:date"}}'
    )
    assert main(["validate", str(path)]) == 1
    out = capsys.readouterr().out
    assert f"{path}:2: II.z\n" in out
    assert "found: “2025-02-30”, of the type xsd:date" in out
    assert "The value is none of its datatype xsd:date." in out


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("broken.ttl", "<x:a> <x:b> .", "line 1, column 13: . is not a valid RDF object"),
        ("notes.txt", "", "no name there ends in .ttl"),
        ("broken.jsonld", '{"@id": "x:a",}', "line 1, column "),
        ("remote.json", '{"@context": "https://schema.org/"}', "nothing is fetched here"),
        ("deep.ttl", "<x:a> <x:b> " + "(" * 300, "201 is over the limit of 200"),
        (
            "chain.ttl",
            "".join(
                f"<x:{n}> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <x:{n + 1}> ."
                for n in range(2_499)
            ),
            "chain-links: 2499 is over the limit of 200",
        ),
        ("evil.ttl", "<x:a> <x:b> \x1b[31m .", "'�' is not allowed"),
    ],
)
def test_what_cannot_be_checked_is_no_verdict(
    tmp_path: Path, name: str, text: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_text(text)
    assert main(["validate", str(path)]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "text"),
    [("empty.ttl", ""), ("empty.json", "[]"), ("other.ttl", "<x:a> a <x:C> .")],
)
def test_where_nothing_was_checked_there_is_no_verdict(
    tmp_path: Path, name: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_text(text)
    assert main(["validate", str(path)]) == 2
    assert "Nothing was checked: 0 violations" in capsys.readouterr().out
    assert main(["validate", str(path), "--format", "json"]) == 2
    found = json.loads(capsys.readouterr().out)
    assert (found["verdict"], found["passed"]) == ("nothing-checked", False)


@pytest.mark.parametrize(
    ("options", "engine", "profile"),
    [
        ([], "pyshacl-turbo", "record"),
        (["--engine", "reference", "--profile", "commitment"], "pySHACL", "commitment"),
        (
            ["--engine", "turbo", "--profile", "full-commitments"],
            "pyshacl-turbo",
            "full-commitments",
        ),
    ],
)
def test_a_file_is_checked_by_the_engine_and_in_the_profile_that_are_asked_for(
    repository: Path,
    options: list[str],
    engine: str,
    profile: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = repository / "data" / "countries.ttl"
    assert main(["validate", str(path), "--format", "json", *options]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["engine"]["name"], found["profile"]) == (engine, profile)


def test_the_engine_may_be_set_for_good(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLEDGEGRAPH_ENGINE", "reference")
    assert main(["validate", str(repository / "data" / "countries.ttl")]) == 0
    assert "pySHACL 0." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["--profile", "all"],
            "profile: there is none called “all”; expected record, commitment, full-commitments.",
        ),
        (
            ["--engine", "fast"],
            "--engine: there is no engine “fast”; give one of turbo, reference.",
        ),
    ],
)
def test_another_profile_or_engine_is_one_line_that_names_those_there_are(
    options: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["validate", *options]) == 2
    assert capsys.readouterr().err == f"pledgegraph: {message}\n"


def test_a_broken_shape_is_one_line_with_its_file(
    resources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = resources / "shapes" / "registry" / "shapes.ttl"
    shape = "https://w3id.org/pledgegraph/shapes#Broken"
    path.write_text(path.read_text() + f"\n<{shape}> a sh:PropertyShape ; sh:minCount 1 .\n")
    assert main(["validate", "--resources", str(resources)]) == 2
    assert capsys.readouterr().err == (
        f"pledgegraph: shapes/registry/shapes.ttl, {shape}: this property shape has no sh:path; "
        "expected one sh:path.\n"
    )


def test_what_nobody_foresaw_is_no_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    path = tmp_path / "x.ttl"
    path.write_text("")
    monkeypatch.setattr("pledgegraph.validation.checks.validate_files", crash)
    assert main(["validate", str(path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "pledgegraph: something went wrong that nobody foresaw (RecursionError), so there is no "
        "answer and no verdict; to see where, run python -X dev -m pledgegraph …\n"
    )


def test_an_empty_path_is_no_path(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["validate", ""])
    assert caught.value.code == 2
    assert "PATH: it is empty; give a file or a folder" in capsys.readouterr().err


def test_what_a_library_warns_of_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "x.ttl"
    path.write_text('<x:a> a <x:C> ; <x:p> "yes"^^<http://www.w3.org/2001/XMLSchema#boolean> .')
    done = run("validate", str(path))
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("name", ["ontology/codes/risk.ttl", "ontology/disjoint.ttl", "ontology"])
def test_the_shipped_vocabulary_is_checked_by_its_path(name: str, repository: Path) -> None:
    assert main(["validate", str(repository / name)]) == 0


def test_format_changes_only_what_is_not_canonical(
    resources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = resources / "data" / "events.ttl"
    canonical = path.read_text()
    path.write_text(canonical.replace(" ;\n  ", ";\n"))
    assert main(["format", "--check", str(resources / "data")]) == 1
    assert capsys.readouterr().out == f"would change {path}\n"
    assert main(["format", str(resources / "data")]) == 0
    assert path.read_text() == canonical
    assert main(["format", "--check", str(resources / "data")]) == 0


def test_the_shipped_data_is_canonical(repository: Path) -> None:
    assert main(["format", "--check", str(repository / "data")]) == 0, "say: make format"


def test_output_that_nobody_reads_to_the_end_is_no_failure() -> None:
    command = f"{sys.executable} -m pledgegraph.cli schema | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_port_in_use_is_one_line_that_says_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port))
    assert done.returncode == 2
    assert done.stderr == (
        f"pledgegraph: port: 127.0.0.1 port {port} cannot be used (address already in use); "
        "give another with --port, or --port 0 for any that is free.\n"
    )


def test_an_address_of_another_machine_is_told_as_such() -> None:
    done = run("serve", "--host", "192.0.2.1", "--port", "0")
    assert done.returncode == 2
    assert done.stderr.startswith("pledgegraph: host: 192.0.2.1 port 0 cannot be used (")
    assert done.stderr.endswith("give an address of this machine with --host, such as 127.0.0.1.\n")


def test_letters_that_the_terminal_lacks_are_replaced() -> None:
    command = [sys.executable, "-m", "pledgegraph", "query", "Q04"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_serve_prints_the_address_answers_and_stops() -> None:
    command = [sys.executable, "-m", "pledgegraph.cli", "serve", "--port", "0"]
    environment = {**os.environ, "PLEDGEGRAPH_MAX_BODY_KILOBYTES": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as server:
        assert server.stdout
        line = server.stdout.readline()
        [url] = re.findall(r"http://127\.0\.0\.1:\d+/", line)
        assert httpx.get(url).status_code == 200
        too_large = httpx.post(f"{url}graphql", json={"query": "#" * 2_000})
        assert too_large.status_code == 413
        [error] = too_large.json()["errors"]
        assert error["extensions"]["maximum"] == 1_000
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=10) in (0, 130)
        assert server.stderr
        assert server.stderr.read() == ""
