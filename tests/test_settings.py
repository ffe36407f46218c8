"""`pledgegraph.settings`."""

from pathlib import Path

import psutil
import pytest

from pledgegraph.errors import SettingsError
from pledgegraph.settings import Settings, count_cores, create_settings


def test_without_anything_the_defaults_hold() -> None:
    assert create_settings({"HOME": "/"}) == Settings(
        host="127.0.0.1",
        port=8000,
        resources=None,
        cache_megabytes=32,
        max_body_kilobytes=100,
        engine="turbo",
        validation_workers=min(count_cores(), 2),
        base_url=None,
        report_to=None,
    )


def test_what_is_given_comes_before_the_environment() -> None:
    environment = {"PLEDGEGRAPH_PORT": "1", "PLEDGEGRAPH_HOST": "::1"}
    found = create_settings(environment, given={"port": "2", "host": None})
    assert (found.port, found.host) == (2, "::1")


def test_every_setting_is_read_from_the_environment(tmp_path: Path) -> None:
    environment = {
        "PLEDGEGRAPH_HOST": "localhost",
        "PLEDGEGRAPH_PORT": "0",
        "PLEDGEGRAPH_RESOURCES": str(tmp_path),
        "PLEDGEGRAPH_CACHE_MEGABYTES": "0",
        "PLEDGEGRAPH_MAX_BODY_KILOBYTES": "5",
        "PLEDGEGRAPH_ENGINE": "reference",
        "PLEDGEGRAPH_VALIDATION_WORKERS": "1",
        "PLEDGEGRAPH_BASE_URL": "https://pledges.example.org/",
        "PLEDGEGRAPH_REPORT_TO": "mailto:record@example.org",
    }
    assert create_settings(environment) == Settings(
        host="localhost",
        port=0,
        resources=tmp_path,
        cache_megabytes=0,
        max_body_kilobytes=5,
        engine="reference",
        validation_workers=1,
        base_url="https://pledges.example.org",
        report_to="mailto:record@example.org",
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("BASE_URL", "http://127.0.0.1:8000"),
        ("BASE_URL", "https://example.org/pledges"),
        ("REPORT_TO", "https://example.org/issues?template=record"),
        ("REPORT_TO", "mailto:a.b+record@mail.example.org"),
    ],
)
def test_an_address_is_taken_as_it_is(name: str, text: str) -> None:
    found = create_settings({f"PLEDGEGRAPH_{name}": text})
    assert getattr(found, name.lower()) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "ftp://example.org",
        "https://",
        "https://example.org/?a=1",
        "https://example.org/#a",
        "https://me:secret@example.org",
        "https://example.org:port",
        'https://example.org/"><b>',
        "https://example.org/a b",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_address_to_build_on_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="is no web address to build others on; give one such"):
        create_settings({"PLEDGEGRAPH_BASE_URL": text})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "record@example.org",
        "mailto:",
        "mailto:a@b@c.org",
        "mailto:a@example.org?bcc=b@example.org",
        "http://example.org/issues",
        "javascript:alert(1)",
    ],
)
def test_what_is_nowhere_to_report_to_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="is nowhere to report to; give mailto: and one"):
        create_settings({"PLEDGEGRAPH_REPORT_TO": text})


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        (
            {"PLEDGEGRAPH_PORT": "80_00"},
            "PLEDGEGRAPH_PORT: “80_00” is no whole number from 0 to 65535; give such a number.",
        ),
        (
            {"PLEDGEGRAPH_PORT": "000000000123456789"},
            "PLEDGEGRAPH_PORT: “000000000123456789” is no whole number from 0 to 65535; give such "
            "a number.",
        ),
        (
            {"PLEDGEGRAPH_PORT": "65536"},
            "PLEDGEGRAPH_PORT: “65536” is no whole number from 0 to 65535; give such a number.",
        ),
        (
            {"PLEDGEGRAPH_HOST": "example.org"},
            "PLEDGEGRAPH_HOST: “example.org” is no address to listen on; give an IP address such "
            "as 127.0.0.1, ::1 or 0.0.0.0, or localhost.",
        ),
        (
            {"PLEDGEGRAPH_ENGINE": "fast"},
            "PLEDGEGRAPH_ENGINE: there is no engine “fast”; give one of turbo, reference.",
        ),
        (
            {"PLEDGEGRAPH_RESOURCES": "/nowhere"},
            "PLEDGEGRAPH_RESOURCES: “/nowhere” is no folder that can be read; give a folder that "
            "holds ontology/, shapes/ and data/.",
        ),
    ],
)
def test_a_wrong_value_is_one_line_that_says_what_to_do(
    environment: dict[str, str], message: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        create_settings(environment)
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["0", "", "-1", "two", "100000"])
def test_there_are_at_most_as_many_workers_as_cores(text: str) -> None:
    with pytest.raises(SettingsError, match=f"no whole number from 1 to {count_cores()}; give"):
        create_settings({"PLEDGEGRAPH_VALIDATION_WORKERS": text})


def test_the_cores_are_counted_wherever_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert count_cores() == len(psutil.Process().cpu_affinity())
    monkeypatch.delattr("os.sched_getaffinity")
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert count_cores() == 1


def test_an_unknown_setting_is_refused_with_the_known_ones() -> None:
    with pytest.raises(SettingsError, match=r"PLEDGEGRAPH_PROT: there is no such setting.*_PORT"):
        create_settings({"PLEDGEGRAPH_PROT": "80"})
    with pytest.raises(SettingsError, match=r"PLEDGEGRAPH_port: there is no such setting"):
        create_settings({"PLEDGEGRAPH_port": "80"})
