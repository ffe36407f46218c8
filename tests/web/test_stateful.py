"""`pledgegraph.web.stateful`, over HTTP against a real server, by the home page."""

import json
from collections.abc import Iterator

import httpx
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app
from tests.live import serve
from tests.web.reading import HTML


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    settings = Settings(base_url="https://pledges.example.org")
    with serve(create_app(service, settings)) as url, httpx.Client(base_url=url) as client:
        yield client


def test_a_page_can_be_cited_in_its_state(client: httpx.Client) -> None:
    found = client.get("/index.csl.json?as_of=2025-02-11")
    assert found.headers["content-type"] == (
        "application/vnd.citationstyles.csl+json; charset=utf-8"
    )
    assert json.loads(found.text)[0]["URL"] == (
        "https://pledges.example.org/?as_of=2025-02-11&known_by=2026-11-23"
    )
    found = client.get("/", headers={"accept": "application/x-bibtex"})
    assert found.headers["content-type"] == "application/x-bibtex; charset=utf-8"
    assert found.text.startswith("@misc{pledgegraph-")


@pytest.mark.parametrize(
    ("query", "code"),
    [("?nothing=1", "BAD_PARAMETER"), ("?as_of=yesterday", "INVALID_ARGUMENT")],
)
def test_what_a_page_does_not_know_is_a_problem(
    client: httpx.Client, query: str, code: str
) -> None:
    for path in ("/", "/index.json", "/index.bib"):
        found = client.get(path + query)
        assert (found.status_code, found.json()["code"]) == (400, code)
    assert client.get("/" + query, headers=HTML).headers["content-type"].startswith("text/html")


def test_a_page_without_a_state_passes_a_query_over(client: httpx.Client) -> None:
    assert client.get("/commitments?nothing=1").status_code == 200


def test_what_means_the_same_is_the_same(client: httpx.Client) -> None:
    first = client.get("/?known_by=2025-03-01&as_of=2025-02-11")
    again = client.get("/?as_of=2025-02-11&known_by=2025-03-01&")
    assert first.headers["etag"] == again.headers["etag"]
    assert first.headers["etag"] != client.get("/").headers["etag"]


def test_an_empty_field_of_a_form_is_not_given(client: httpx.Client) -> None:
    assert client.get("/?as_of=&known_by=").headers["etag"] == client.get("/").headers["etag"]


def test_what_is_not_made_is_not_acceptable(client: httpx.Client) -> None:
    assert client.get("/", headers={"accept": "image/png"}).status_code == 406
    assert client.get("/index.xlsx").status_code == 404
