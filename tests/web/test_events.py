"""The pages of events, over HTTP against a real server."""

import csv
import io
from collections.abc import Iterator

import httpx
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app
from tests.answers_board import FIRST_FINAL, NONE_ON_RECORD
from tests.live import serve
from tests.web.reading import HTML, read_page

PARIS = "/events/paris-2025"


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    with (
        serve(create_app(service, Settings())) as url,
        httpx.Client(base_url=url, timeout=30) as client,
    ):
        yield client


def read_rows(client: httpx.Client, path: str) -> list[dict[str, str]]:
    found = client.get(path)
    assert found.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(found.text)))


# --- the board -----------------------------------------------------------------------------


def test_the_board_tells_of_every_signatory(client: httpx.Client) -> None:
    page = read_page(client, PARIS)
    assert {*FIRST_FINAL, *NONE_ON_RECORD} <= set(page.ids)
    for found in FIRST_FINAL.values():
        assert found.url in page.links
    assert "late by 6 days" in page.text
    assert "late by 190 days" in page.text
    assert "“publishing a safety framework focused on severe risks by the upcoming AI Summit" in (
        page.text
    )
    assert page.headings[:2] == [1, 2]


def test_each_count_leads_to_its_rows(client: httpx.Client) -> None:
    page = read_page(client, PARIS)
    wanted = {
        "publication=published": list(FIRST_FINAL),
        "publication=out-of-scope": ["ibm", "samsung-electronics"],
        "timeliness=late": ["nvidia", "xai"],
        "timeliness=none": list(NONE_ON_RECORD),
    }
    for query, slugs in wanted.items():
        assert f"{PARIS}?{query}#rows" in page.links
        shown = read_page(client, f"{PARIS}?{query}")
        assert [i for i in shown.ids if i in {*FIRST_FINAL, *NONE_ON_RECORD}] == slugs
        assert [r["organisation"] for r in read_rows(client, f"{PARIS}.csv?{query}")] == slugs
        rows = client.get(f"{PARIS}.json?{query}").json()["publicationBoard"]["rows"]
        assert [n["organisation"]["slug"] for n in rows["nodes"]] == slugs


def test_the_state_on_the_last_day_is_an_address(client: httpx.Client) -> None:
    address = f"{PARIS}?as_of=2025-02-11"
    assert address in read_page(client, PARIS).links
    page = read_page(client, address)
    assert "published: 10" in page.text
    assert "draft: 1" in page.text
    assert "not reviewed: 1" in page.text
    assert "Later: Frontier AI Risk Assessment, 2025-02-17" in page.text
    assert "27 not surely out by 2025-02-11" in page.text


def test_what_an_answer_hangs_on_stands_beside_it(client: httpx.Client) -> None:
    text = read_page(client, f"{PARIS}?timeliness=late").text
    assert "A rival date, 2025-02-11 (from: file metadata): on time." in text
    assert "N3 , by a reading not followed: not applicable" in text.replace("N3,", "N3 ,")
    assert "xAI: two drafts exist" in text
    assert "By it, otherwise: 01.ai (not applicable), Magic (not applicable)" in text


def test_the_board_is_a_table_of_data(client: httpx.Client) -> None:
    rows = {r["organisation"]: r for r in read_rows(client, f"{PARIS}.csv")}
    assert {slug: row["issued"] for slug, row in rows.items() if row["issued"]} == {
        slug: found.issued for slug, found in FIRST_FINAL.items()
    }
    nvidia = rows["nvidia"]
    assert (nvidia["timeliness"], nvidia["days_late_fewest"], nvidia["days_late_most"]) == (
        "late",
        "6",
        "6",
    )
    assert nvidia["endorsed_latest"] == "2025-02-07"
    assert rows["xai"]["draft_issued"] == rows["xai"]["draft_issued_latest"] == "2025-02-10"
    assert {row["later_issued_earliest"] for row in rows.values()} == {""}
    assert nvidia["hinges_on_dates"] == "2025-02-11: on-time"
    assert nvidia["hinges_on_readings"].endswith("N3/binds-the-first-list-only: not-applicable")
    assert rows["ibm"]["searched_on"] == "2025-12-09"
    assert all(row["sources"] for row in rows.values())


def test_turtle_states_what_the_board_is_computed_from(client: httpx.Client) -> None:
    text = client.get(f"{PARIS}.ttl").text
    base = "<https://w3id.org/pledgegraph/id/"
    for subject in (
        f"{base}event/paris-2025/deadline/PRE.e> a ",
        f"{base}version/nvidia/frontier-ai-risk-assessment/2025-02-17> a ",
        f"{base}version/nvidia/frontier-ai-risk-assessment/2025-02-17/rival-date/1> a ",
        f"{base}version/xai/risk-management-framework/2025-02-10> a ",
        f"{base}search/ibm/2025-12-09> a ",
        f"{base}organisation/magic/endorsement/seoul-2024> a ",
    ):
        assert subject in text
    assert "req:PRE.e a pledge:Requirement" in text


def test_the_deadline_goes_into_a_calendar(client: httpx.Client) -> None:
    found = client.get(f"{PARIS}.ics")
    assert found.headers["content-type"] == "text/calendar; charset=utf-8"
    text = found.text
    assert text.count("BEGIN:VEVENT\r\n") == 2
    assert "DTSTAMP:20261123T000000Z\r\nDTSTART;VALUE=DATE:20250211\r\n" in text
    assert "DTSTART;VALUE=DATE:20250210\r\nDTEND;VALUE=DATE:20250212\r\n" in text
    assert client.get(PARIS, headers={"accept": "text/calendar"}).text == text


# --- other events --------------------------------------------------------------------------


def test_an_event_without_a_deadline_has_a_page(client: httpx.Client) -> None:
    page = read_page(client, "/events/joined-magic")
    assert "Magic joins the commitments" in page.text
    assert "(a day from 2025-02-01 to 2025-02-28)" in page.text
    assert "/organisations/magic" in page.links
    assert "board" not in page.ids
    data = client.get("/events/joined-magic.json").json()
    assert data["event"]["start"]["stated"] == "2025-02"
    assert "publicationBoard" not in data
    (row,) = read_rows(client, "/events/joined-magic.csv")
    assert (row["event"], row["organisations"]) == ("joined-magic", "magic")


def test_every_event_has_its_forms(service: Service, client: httpx.Client) -> None:
    for event in service.catalogue.events:
        for suffix in ("", ".json", ".csv", ".ttl", ".ics", ".bib"):
            found = client.get(f"/events/{event.identifier}{suffix}", headers=HTML)
            assert found.status_code == 200, event.identifier + suffix


def test_the_list_leads_to_every_event_by_day(service: Service, client: httpx.Client) -> None:
    page = read_page(client, "/events")
    every = [event.identifier for event in service.catalogue.events]
    assert [i for i in page.ids if i in every] == [
        "ny-raise-effective",
        *(i for i in reversed(every) if i != "ny-raise-effective"),
    ]
    assert {f"/events/{identifier}" for identifier in every} <= set(page.links)
    assert len(read_rows(client, "/events.csv")) == len(every)
    assert client.get("/events.ics").text.count("BEGIN:VEVENT\r\n") == len(every) + 1


def test_the_list_splits_at_the_day_asked_about(client: httpx.Client) -> None:
    page = read_page(client, "/events?as_of=2024-06-01&kinds=summit")
    assert [i for i in page.ids if i in {"ahead", "past", "paris-2025", "seoul-summit"}] == [
        "ahead",
        "paris-2025",
        "past",
        "seoul-summit",
    ]
    assert "/events/paris-2025?as_of=2024-06-01" in page.links


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/events/paris-2026", 404),
        ("/events/paris-2025?timeliness=soon", 400),
        ("/events/paris-2025?nothing=1", 400),
        ("/events?kinds=party", 400),
    ],
)
def test_what_is_unknown_is_a_problem(client: httpx.Client, path: str, status: int) -> None:
    assert client.get(path, headers=HTML).status_code == status
    assert client.get(path).headers["content-type"].startswith("application/problem+json")
