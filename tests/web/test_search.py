"""`pledgegraph.web.search`, over HTTP against a real server."""

import csv
import io
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pyoxigraph as ox
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import SearchKind
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app
from pledgegraph.web.search import KINDS
from tests.live import serve
from tests.web.reading import HTML, read_page

PARIS = "as_of=2025-02-11&known_by=2025-02-11"
ID = "https://w3id.org/pledgegraph/id/"
BIOTIER = (
    f"{ID}threshold/meta/advanced-ai-scaling-framework/2/"
    "biotier-refusal-acceptance-criterion-illustrative"
)


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    with serve(create_app(service, Settings())) as url, httpx.Client(base_url=url) as client:
        yield client


def read_table(client: httpx.Client, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(path).text)))


def test_without_words_it_is_a_form(client: httpx.Client) -> None:
    page = read_page(client, "/search")
    assert {"form", "input", "button"} <= set(page.tags)
    assert "mark" not in page.tags
    assert "The texts behind the evidence are not" in page.text


def test_a_hit_leads_to_its_page_with_source_place_and_date(client: httpx.Client) -> None:
    page = read_page(client, "/search?q=biotier")
    anchor = BIOTIER.removeprefix(ID).replace("threshold/meta/", "threshold/")
    assert f"/organisations/meta#{anchor}" in page.links
    assert "mark" in page.tags
    (row,) = read_table(client, "/search.csv?q=biotier&kinds=threshold")
    assert (row["iri"], row["issued"], row["is_former"]) == (BIOTIER, "2026-04-08", "no")
    assert row["locator"]
    assert row["locator"] in page.text


def test_the_best_fifty_are_shown_and_all_are_in_the_table(client: httpx.Client) -> None:
    page = read_page(client, "/search?q=cyber")
    rows = read_table(client, "/search.csv?q=cyber")
    assert f"{len(rows)} things on record hold these words; the 50 that fit best" in page.text
    assert page.tags.count("ol") == 1
    hits = client.get("/search.json?q=cyber").json()["search"]["hits"]
    assert [node["record"]["id"] for node in hits["nodes"]] == [r["iri"] for r in rows[:50]]
    assert hits["totalCount"] == len(rows)


def test_every_address_of_a_hit_is_there(client: httpx.Client) -> None:
    rows = read_table(client, "/search.csv?q=ai")
    pages = {row["page"].partition("#")[0] for row in rows if row["page"]}
    assert len(rows) > 100
    for path in sorted(pages):
        assert client.get(path, headers=HTML).status_code in {200, 303}


def test_kinds_narrow_and_are_counted(client: httpx.Client) -> None:
    page = read_page(client, "/search?q=cyber")
    evidence = read_table(client, "/search.csv?q=cyber&kinds=evidence")
    assert {row["kind"] for row in evidence} == {"evidence"}
    assert f"Evidence ({len(evidence)})" in page.text
    assert "/search?q=cyber&kinds=evidence" in page.links
    narrowed = read_page(client, "/search?q=cyber&kinds=evidence")
    assert "/search?q=cyber" in narrowed.links
    assert f"Evidence ({len(evidence)})" in narrowed.text


def test_the_days_leave_out_and_say_so(client: httpx.Client) -> None:
    query = "q=frontier+governance+framework&kinds=version"
    page = read_page(client, f"/search?{query}&{PARIS}")
    assert "1 thing of the kinds chosen on record holds these words." in page.text
    assert "Left out: 2 not surely public by 2025-02-11." in page.text


@pytest.mark.parametrize(
    "text",
    ['"', "*", "\x00", "🚀", "?!", "<script>alert(1)</script>", "a" * 200, "NEAR(a", "%", "\\"],
)
def test_any_text_is_answered_and_escaped(client: httpx.Client, text: str) -> None:
    found = client.get(f"/search?q={quote(text)}", headers=HTML)
    assert found.status_code == 200
    assert "<script" not in found.text


def test_too_long_a_text_is_a_problem(client: httpx.Client) -> None:
    assert client.get(f"/search?q={'a' * 201}").status_code == 400
    assert client.get("/search?q=a&kinds=note").status_code == 400


def test_nothing_found_is_not_told_as_nothing_said(client: httpx.Client) -> None:
    assert "not the same as that nobody said so" in read_page(client, "/search?q=xyzzy").text


def test_turtle_states_what_is_shown(client: httpx.Client) -> None:
    found = client.get("/search.ttl?q=biotier")
    subjects = {str(t.subject.value) for t in ox.parse(found.content, ox.RdfFormat.TURTLE)}
    assert BIOTIER in subjects


def test_every_kind_has_a_name() -> None:
    assert set(KINDS) == set(SearchKind)
