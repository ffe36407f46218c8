"""`pledgegraph.web.organisations`, over HTTP against a real server."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pyoxigraph as ox
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app
from tests.live import serve
from tests.web.reading import HTML, Page, read_page

ID = "https://w3id.org/pledgegraph/id/"
SLUGS = (
    "01-ai amazon anthropic cohere g42 google ibm inflection-ai magic meta microsoft minimax "
    "mistral-ai naver nvidia openai samsung-electronics technology-innovation-institute xai "
    "zhipu-ai"
)
COLUMNS = "PRE CHG I II III IV V VI VII VIII BP1 BP2 BP3 BP4 BP5 BP6 BP7 BP8"


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    with serve(create_app(service, Settings())) as url, httpx.Client(base_url=url) as client:
        yield client


@pytest.fixture(scope="module")
def slugs(service: Service) -> list[str]:
    return [organisation.slug for organisation in service.catalogue.organisations]


def read_table(client: httpx.Client, path: str) -> list[dict[str, str]]:
    found = client.get(path)
    assert found.status_code == 200
    assert found.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(found.text, newline="")))


# --- all of them ----------------------------------------------------------------------------


def test_the_list_names_the_twenty(client: httpx.Client) -> None:
    page = read_page(client, "/organisations")
    assert page.text.count("original list, 2024-05-21") == 16
    assert page.text.count("added list, 2025-02") == 4
    assert "16 on the original list and 4 on the added list" in page.text
    rows = read_table(client, "/organisations.csv")
    assert [row["organisation"] for row in rows] == SLUGS.split()
    for row in rows:
        assert f"/organisations/{row['organisation']}" in page.links


def test_the_list_counts_without_a_verdict(client: httpx.Client) -> None:
    text = read_page(client, "/organisations").text
    assert "Numbers say how much was found and read, never how well a promise is kept" in text
    assert re.search(r"Amazon original list, 2024-05-21 United States .* 2 4 \+ supports: 20", text)
    assert "%" not in text
    rows = read_table(client, "/organisations.csv")
    columns = ("versions", "thresholds_current", "thresholds_former", "evidence", "assessments")
    sums = {name: sum(int(row[name]) for row in rows) for name in columns}
    assert sums == {
        "versions": 41,
        "thresholds_current": 95,
        "thresholds_former": 45,
        "evidence": 486,
        "assessments": 568,
    }


def test_who_has_no_framework_is_told_what_was_looked_for(client: httpx.Client) -> None:
    text = read_page(client, "/organisations").text
    assert text.count("None found on 2025-12-09. No framework was found by the sources") == 6
    assert "Out of scope on 2025-12-09. Blog post on existing governance, no severe" in text
    found = {
        row["organisation"]: row["search_found"]
        for row in read_table(client, "/organisations.csv")
        if row["versions"] == "0"
    }
    assert found == {
        "01-ai": "none-found",
        "ibm": "out-of-scope",
        "inflection-ai": "none-found",
        "minimax": "none-found",
        "mistral-ai": "none-found",
        "samsung-electronics": "out-of-scope",
        "technology-innovation-institute": "none-found",
        "zhipu-ai": "none-found",
    }


def test_no_page_calls_an_organisation_compliant(client: httpx.Client, slugs: list[str]) -> None:
    for path in ("/organisations", *(f"/organisations/{slug}" for slug in slugs)):
        text = read_page(client, path).text
        assert not re.search(r"\b(is|are|not|non-)\s*compliant|\bviolates\b|in violation", text)
        assert "The commitments are voluntary" in text
        assert "what was not found is not the same as what was not done" in text
        assert "drafted with machine help and nobody outside has reviewed them yet" in text


def test_the_home_page_leads_there(client: httpx.Client) -> None:
    assert read_page(client, "/").links.count("/organisations") == 2


# --- one of them ----------------------------------------------------------------------------


def test_headings_are_in_order_and_ids_unique(client: httpx.Client, slugs: list[str]) -> None:
    for slug in slugs:
        page = read_page(client, f"/organisations/{slug}")
        steps = [b - a for a, b in zip(page.headings, page.headings[1:], strict=False)]
        assert page.headings[0] == 1
        assert max(steps) == 1
        assert len(page.ids) == len(set(page.ids))
        assert "script" not in page.tags


def test_a_page_says_who_it_is(client: httpx.Client) -> None:
    text = read_page(client, "/organisations/xai").text
    for expected in (
        "Legal name xAI LLC Also called SpaceXAI Homepage x.ai Headquarters United States",
        "Agreed to the commitments Original list, 2024-05-21. Named in the first list",
        "Note: Acquired by SpaceX in February 2026; model cards of 2026 also use the name",
    ):
        assert expected in text
    assert "No source names a country." in read_page(client, "/organisations/magic").text


def test_versions_stand_in_order_with_what_changed(client: httpx.Client) -> None:
    page = read_page(client, "/organisations/xai")
    name = "risk-management-framework"
    versions = [i for i in page.ids if i.startswith(f"version/{name}/")]
    assert versions == [
        f"version/{name}/2025-02-10",
        f"version/{name}/2025-02-20",
        f"version/{name}/august-20-2025",
    ]
    assert page.text.count(" current ") >= 1
    assert "It takes the place of Risk Management Framework." in page.text
    assert "What changed since Risk Management Framework, August 20, 2025" in page.text
    assert "Reasons stated: no" in page.text


def test_a_date_says_what_it_rests_on_and_which_others_there_are(client: httpx.Client) -> None:
    text = read_page(client, "/organisations/anthropic").text
    assert "Another date: 2026-02 basis of the date: not reviewed Note: The listing" in text
    assert "Where it is The text itself was not found; the version is known only from" in text


def test_thresholds_stand_by_domain_current_first(client: httpx.Client) -> None:
    page = read_page(client, "/organisations/anthropic")
    assert [i for i in page.ids if i.startswith("domain/")] == [
        "domain/chemical-biological-radiological-nuclear",
        "domain/cyber-offence",
        "domain/autonomy-and-ai-research",
        "domain/loss-of-control-deception",
        "domain/harmful-manipulation",
        "domain/cross-domain",
    ]
    assert len([i for i in page.ids if i.startswith("threshold/")]) == 19
    assert "12 thresholds of current versions and 7 of former ones, by risk domain" in page.text
    assert "Whether a breach can be determined not reviewed" in page.text
    assert "Explanation given not known Example given no" in page.text


def test_a_threshold_with_a_number_gives_it(client: httpx.Client) -> None:
    text = read_page(client, "/organisations/magic").text
    assert "after the training cutoff: more than 50 per cent) Whether a breach" in text
    rows = read_table(client, "/organisations/magic/thresholds.csv")
    [row] = [row for row in rows if row["threshold"] == "50-accuracy-on-livecodebench"]
    assert (row["comparators"], row["values"]) == ("more-than", "50")
    assert row["units"] == "http://qudt.org/vocab/unit/PERCENT"


def test_evidence_stands_by_provision_in_the_order_of_the_columns(client: httpx.Client) -> None:
    page = read_page(client, "/organisations/mistral-ai")
    assert [i for i in page.ids if i in COLUMNS.split()] == COLUMNS.split()
    assert "CHG Changes of approach Nothing on record here. I Risk assessment 2 items" in page.text
    assert len([i for i in page.ids if re.fullmatch(r"e\d+", i)]) == 22
    machine = "Machine-assisted reading. What is said below, and which way it points, was drawn by"
    assert page.text.count(machine) == 1
    assert "its review state is drafted." in page.text


def test_an_item_says_where_it_stands_or_why_not(client: httpx.Client) -> None:
    text = read_page(client, "/organisations/xai").text
    assert (
        "− contradicts · A tracker rules the deadline missed: no final framework by 10 February "
        "2025, only a draft for systems not in development, and calls the ruling contested. e2 "
        "xAI, Publish a frontier safety framework by the Paris AI Action Summit, Overdue Tracker, "
        "undated; third-party assessment. No place: The ruling is one entry of the tracker's "
        "page; no further place was noted. ◇ Read with care: disputed. The tracker itself marks"
    ) in text


def test_voices_are_counted_apart_from_items(client: httpx.Client) -> None:
    text = read_page(client, "/organisations/anthropic").text
    assert "PRE Opening promise 3 items from 2 independent voices: + supports: 3," in text


def test_assessments_stand_by_campaign_with_their_scale(client: httpx.Client) -> None:
    page = read_page(client, "/organisations/anthropic")
    assert "campaign/fli-2024" in page.ids
    assert "campaign/none" in page.ids
    assert "assessment/fli-2024/overall" in page.ids
    assert "assessment/1" in page.ids
    assert "By Future of Life Institute; 2024, 2024-12-11; aspect: not said." in page.text
    assert "Scale: Per cent of AI Lab Watch" in page.text
    rows = read_table(client, "/organisations/anthropic/assessments.csv")
    [row] = [r for r in rows if r["assessment"] == "anthropic/1"]
    assert (row["result_as_stated"], row["rating"], row["score"]) == ("C+ (2.64)", "C+", "2.64")
    assert (row["edition"], row["is_tabled"]) == ("Summer 2025", "no")


def test_campaigns_that_share_readings_say_so(client: httpx.Client) -> None:
    text = read_page(client, "/organisations/anthropic").text
    assert re.search(r"Not independent of .*: they share readings, so they count as one", text)


def test_a_search_says_what_sources_disagree_about(client: httpx.Client) -> None:
    text = read_page(client, "/organisations/mistral-ai").text
    assert "no framework (none found on 2025-12-09), 22 items of evidence" in text
    assert "Search of 2025-12-09: none found Looked for what PRE asks for." in text
    assert "Sources disagree: Mistral AI signed the EU Code of Practice in 2025" in text
    assert "Due 2025-02-11: PRE.e at AI Action Summit, Paris" in text


# --- as data --------------------------------------------------------------------------------


def test_every_list_of_the_json_is_whole(client: httpx.Client, slugs: list[str]) -> None:
    found = client.get("/organisations.json")
    assert found.headers["content-type"] == "application/json; charset=utf-8"
    lists = list_connections(found.json())
    for slug in slugs:
        lists += list_connections(client.get(f"/organisations/{slug}.json").json())
    short = [c for c in lists if "nodes" in c and c["totalCount"] != len(c["nodes"])]
    assert short == []
    assert len(lists) > 20 * 6


def list_connections(value: object) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [c for item in value for c in list_connections(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if "totalCount" in value else []
    return own + [c for item in value.values() for c in list_connections(item)]


@pytest.mark.parametrize("path", ["/organisations", "/organisations/openai"])
def test_the_document_on_the_page_runs_as_it_is(client: httpx.Client, path: str) -> None:
    page = read_page(client, path)
    [run] = [link for link in page.links if link.startswith("/graphql") and "Organisation" in link]
    assert client.get(run).json()["data"] == client.get(f"{path}.json").json()


def test_the_turtle_is_what_the_files_state(client: httpx.Client, service: Service) -> None:
    folders = ("organisations", "frameworks", "documents", "evidence", "assessments")
    names = {f"data/{folder}/xai.ttl" for folder in folders}
    files = [file.content for file in service.files if file.name in names]
    stated = {t for f in files for t in parse(f)}
    assert len(files) == 5
    assert set(parse(client.get("/organisations/xai.ttl").content)) == stated
    everything = client.get("/organisations.ttl", headers={"accept": "text/turtle"})
    subjects = {str(quad.subject) for quad in parse(everything.content)}
    assert {
        f"<{ID}organisation/xai>",
        f"<{ID}organisation/magic/endorsement/seoul-2024>",
    } < subjects


def parse(turtle: bytes) -> list[ox.Quad]:
    return list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))


def test_a_row_is_a_bearing(client: httpx.Client, slugs: list[str]) -> None:
    rows = [r for slug in slugs for r in read_table(client, f"/organisations/{slug}.csv")]
    assert len({row["bearing_iri"] for row in rows}) == len(rows) == 486
    assert {row["direction"] for row in rows} == {"supports", "partly-supports", "contradicts"}
    assert {row["review_state"] for row in rows} == {"drafted"}
    assert all(bool(row["locator"]) != bool(row["no_locator_because"]) for row in rows)


@pytest.mark.parametrize(
    ("table", "rows"),
    [("evidence", 33), ("versions", 5), ("thresholds", 11), ("assessments", 60)],
)
def test_each_part_is_a_table(client: httpx.Client, table: str, rows: int) -> None:
    path = f"/organisations/xai/{table}.csv"
    assert path in read_page(client, "/organisations/xai").links
    assert len(read_table(client, path)) == rows


def test_a_table_without_rows_has_its_columns(client: httpx.Client) -> None:
    found = client.get("/organisations/mistral-ai/versions.csv").text
    assert found.startswith("organisation,framework,framework_title,version,label,")
    assert found.count("\r\n") == 1


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [("text/csv", "text/csv"), ("text/turtle", "text/turtle"), ("*/*", "text/html")],
)
def test_the_form_is_negotiated(client: httpx.Client, accept: str, media_type: str) -> None:
    for path in ("/organisations", "/organisations/g42"):
        found = client.get(path, headers={"accept": accept})
        assert found.headers["content-type"] == f"{media_type}; charset=utf-8"


# --- addresses ------------------------------------------------------------------------------


def test_the_nearest_are_suggested(client: httpx.Client) -> None:
    found = client.get("/organisations/mistral", headers=HTML)
    page = Page(found.text)
    assert found.status_code == 404
    assert "There is no organisation “mistral”. The nearest are: mistral-ai" in page.text
    assert "/organisations/mistral-ai" in page.links


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("/organisations/Anthropic.json", "There is no organisation “Anthropic”; the nearest are"),
        ("/organisations/nobody/evidence.csv", "There is no organisation “nobody”."),
        ("/organisations/xai/events.csv", "There is no table “events”; the nearest are evidence"),
        ("/organisations/xai/", "There is no page “/organisations/xai/”."),
        ("/evidence/xai/e999", "There is no evidence “xai/e999”"),
        ("/frameworks/xai/risk-management-framework/3", "There is no framework version “3”"),
    ],
)
def test_what_is_not_there_is_a_problem(client: httpx.Client, path: str, detail: str) -> None:
    found = client.get(path)
    assert found.status_code == 404
    assert found.json()["detail"].startswith(detail)


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/evidence/xai/e2", "/organisations/xai#e2"),
        (
            "/frameworks/xai/risk-management-framework/august-20-2025",
            "/organisations/xai#version/risk-management-framework/august-20-2025",
        ),
    ],
)
def test_the_addresses_of_the_plan_lead_to_the_page(
    client: httpx.Client, path: str, target: str
) -> None:
    found = client.get(path)
    assert (found.status_code, found.headers["location"]) == (303, target)
