"""`pledgegraph.web.home`, over HTTP against a real server."""

import csv
import io
import re
from collections.abc import Iterator

import httpx
import pyoxigraph as ox
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app
from tests.live import serve
from tests.web.reading import read_page


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    with serve(create_app(service, Settings())) as url, httpx.Client(base_url=url) as client:
        yield client


def test_the_first_thing_is_who_had_published_what_by_the_deadline(client: httpx.Client) -> None:
    page = read_page(client, "/")
    start = page.text.index("Of 20 signatories")
    assert page.text[start:].startswith(
        "Of 20 signatories, by the deadline of AI Action Summit, Paris, 2025-02-11: "
        "10 ● published 1 ◐ draft 2 ◇ out of scope 6 ∅ none found 1 · published only later "
        "The board has dates"
    )
    for code in ("published", "draft", "out-of-scope", "none-found", "not-reviewed"):
        address = f"/events/paris-2025?publication={code}&as_of=2025-02-11#rows"
        assert address in page.links
    listed = read_page(client, "/events/paris-2025?publication=draft&as_of=2025-02-11").text
    assert "1 signatory of 20" in listed
    assert "xAI" in listed


def test_before_the_deadline_it_says_so(client: httpx.Client) -> None:
    text = read_page(client, "/?as_of=2025-01-15").text
    assert (
        "Of 20 signatories, up to 2025-01-15, before the deadline of AI Action Summit, Paris on "
        "2025-02-11:" in text
    )


def test_the_matrix_is_a_table_whose_every_cell_leads_on(client: httpx.Client) -> None:
    page = read_page(client, "/")
    cells = [link for link in page.links if re.fullmatch(r"/compare\?organisations=.+&p.+", link)]
    assert len(cells) == len(set(cells)) == 20 * 18
    assert "/compare?organisations=g42&provisions=IV" in cells
    assert "G42, IV When thresholds are met or exceeded: mixed, 2 for, 0 against" in page.text
    text = client.get("/", headers={"accept": "text/html"}).text
    assert text.count('<th scope="col">') == 1 + 18
    assert text.count('<th scope="row">') == 20
    assert '<caption id="matrix-caption">On record here: 20 signatories, 18 provisions' in text
    assert "≈ mixed its requirements do not all have one status" in page.text


def test_the_days_stay_in_every_cell(client: httpx.Client) -> None:
    page = read_page(client, "/?as_of=2025-02-11&known_by=2025-02-11")
    cells = [link for link in page.links if link.startswith("/compare?organisations=")]
    days = "&as_of=2025-02-11&known_by=2025-02-11"
    assert len(cells) == 360
    assert [link for link in cells if not link.endswith(days)] == []


def test_the_latest_changes_are_the_newest_that_count(client: httpx.Client) -> None:
    text = read_page(client, "/").text.partition("Latest changes of frameworks")[2]
    names = (
        "Amazon: Amazon's Frontier Model Safety Framework 2025-02-09 → 2026-09-17",
        "Anthropic: Frontier Safety Roadmap 2026-02-24 → 2026-07-29",
        "Anthropic: Frontier Compliance Framework version 1.2 → version 2",
    )
    places = [text.index(name) for name in names]
    assert places == sorted(places)
    assert text.partition("All changes")[0].count("→") == 6
    text = read_page(client, "/?as_of=2025-03-01").text.partition("Latest changes")[2]
    assert "2026-09-17" not in text.partition("All changes")[0]


def test_it_is_data_as_well(client: httpx.Client) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/index.csv").text)))
    told = {(r["organisation"], r["promise"]): r["status"] for r in rows}
    data = client.get("/index.json").json()
    assert len(rows) == 360
    assert {
        (row["organisation"]["slug"], cell["identifier"]): cell["status"]
        for row in data["comparison"]["rows"]["nodes"]
        for cell in row["cells"]
    } == {k: status.replace("-", "_").upper() for k, status in told.items()}
    counts = {c["code"]["notation"]: c["count"] for c in data["publicationBoard"]["byPublication"]}
    assert counts == {
        "published": 10,
        "draft": 1,
        "out-of-scope": 2,
        "announced": 0,
        "none-found": 6,
        "not-reviewed": 1,
    }
    assert len(data["changes"]["nodes"]) == 6


def test_its_turtle_states_what_it_tells_of(client: httpx.Client) -> None:
    text = client.get("/index.ttl").text
    subjects = {str(q.subject) for q in ox.parse(text, format=ox.RdfFormat.TURTLE)}
    base = "https://w3id.org/pledgegraph/id/"
    for name in (
        "organisation/g42",
        "provision/seoul-2024/IV",
        "evidence/g42/e10/bearing/IV",
        "event/paris-2025",
        "version/g42/frontier-ai-safety-framework/2025-02-06",
        "search/ibm/2025-12-09",
    ):
        assert f"<{base}{name}>" in subjects


def test_it_says_when_what_was_not_found_was_searched_for(client: httpx.Client) -> None:
    text = " ".join(client.get("/").text.split())
    assert 'rest on searches made later, on <time datetime="2025-12-09">2025-12-09</time>;' in text


def test_an_iri_of_ours_is_answered_here(client: httpx.Client) -> None:
    page = client.get("/events/paris-2025").text
    assert 'href="/id/edition/seoul-2024/2025-02-07"' in page
    assert 'href="https://w3id.org/' not in page


def test_a_search_that_is_not_later_is_not_called_so(client: httpx.Client) -> None:
    known_then = client.get("/?known_by=2025-02-11").text
    assert "rest on searches made later" not in known_then
