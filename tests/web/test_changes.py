"""`pledgegraph.web.changes`, over HTTP against a real server."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import pairwise

import httpx
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app
from pledgegraph.web.changes.words import DIRECTIONS, DISCLOSURES
from tests.live import serve
from tests.web.reading import HTML, read_page

GOOGLE = "google/frontier-safety-framework"
DIFF = f"from={GOOGLE}/2-0&to={GOOGLE}/3-1"


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    with serve(create_app(service, Settings())) as url, httpx.Client(base_url=url) as client:
        yield client


def read_table(client: httpx.Client, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(path).text)))


def test_no_two_signs_of_a_list_are_the_same() -> None:
    for signs in (DIRECTIONS, DISCLOSURES):
        assert len({s.sign for s in signs.values()}) == len(signs)


def test_the_page_tells_of_every_change_with_its_care(client: httpx.Client) -> None:
    page = read_page(client, "/changes")
    assert "26 changes with 103 items on record." in page.text
    assert "do not read a share of silence from this list" in page.text
    assert "Whether reasons were given is not known." in page.text
    assert "No reasons given in public were found." in page.text


def test_a_filter_keeps_the_items_that_hold_all_of_it(client: httpx.Client) -> None:
    rows = read_table(client, "/changes.csv?directions=removed&disclosures=silent")
    assert [(r["organisations"], r["direction"], r["disclosure"]) for r in rows] == [
        ("naver", "removed", "silent")
    ]
    assert rows[0]["requirements"] == "I.a; II.a"
    assert rows[0]["place"] == "row NAV-1-002"


def test_the_table_has_a_row_for_each_item_and_for_each_change_without(
    client: httpx.Client,
) -> None:
    rows = read_table(client, "/changes.csv")
    assert sum(bool(r["item"]) for r in rows) == 103
    # Three revisions of the Responsible Scaling Policy and two of the Compliance Framework: no
    # source read here tells which way a commitment went.
    assert sorted(r["to"].partition("/")[2] for r in rows if not r["item"]) == [
        "frontier-compliance-framework/1-2",
        "frontier-compliance-framework/2",
        "responsible-scaling-policy/3-1",
        "responsible-scaling-policy/3-3",
    ]


def test_what_was_not_out_is_left_out_and_counted(client: httpx.Client) -> None:
    page = read_page(client, "/changes?as_of=2024-12-31&known_by=2024-12-31")
    assert "2 changes" in page.text
    assert "Left out: 24 not surely public by 2024-12-31." in page.text


def test_every_row_has_its_days_and_its_change(client: httpx.Client) -> None:
    days = "as_of=2026-09-01&known_by=2026-10-01"
    rows = read_table(client, f"/changes.csv?{days}")
    assert {(r["as_of"], r["known_by"]) for r in rows} == {("2026-09-01", "2026-10-01")}
    assert all(r["change_iri"].endswith("/change") for r in rows)
    assert all(r["iri"].startswith(r["change_iri"]) for r in rows)
    assert {r["iri"] == r["change_iri"] for r in rows if r["item"]} == {False}
    assert all(r["issued_earliest"] <= r["issued_latest"] for r in rows)
    sides = read_table(client, f"/changes.csv?{DIFF}&{days}")
    assert {(r["as_of"], r["known_by"]) for r in sides} == {("2026-09-01", "2026-10-01")}


def test_headings_have_an_order_and_each_section_a_name_of_its_own(client: httpx.Client) -> None:
    for path in ("/changes", f"/changes?{DIFF}"):
        levels = read_page(client, path).headings
        assert levels[0] == 1
        assert all(now <= before + 1 for before, now in pairwise(levels))
    text = client.get("/changes", headers=HTML).text
    names = re.findall(r'<h2 id="change-\d+">(.*?)</h2>', text, re.DOTALL)
    assert len(names) == len(set(names)) == 26


def test_what_was_not_known_of_two_versions_is_left_out_and_counted(client: httpx.Client) -> None:
    page = read_page(client, f"/changes?{DIFF}&known_by=2025-12-31")
    assert "The second version was not surely public by the day that sources are known" in page.text
    assert "Steps left out: 1 not surely public by 2025-12-31." in page.text
    assert "Thresholds left out: 7 not surely public by 2025-12-31." in page.text
    found = client.get(f"/changes.json?{DIFF}&known_by=2025-12-31").json()["versionDiff"]
    assert (found["asOf"], found["knownBy"]) == ("2026-11-23", "2025-12-31")
    assert found["onlyTo"] == []
    assert found["thresholdsLeftOut"] == [{"standing": "NOT_KNOWN", "count": 7}]
    page = read_page(client, f"/changes?{DIFF}&as_of=2025-12-31")
    assert "The second version was not surely out on the day chosen." in page.text
    assert "left out" not in page.text.lower()


def test_the_json_is_the_answer_of_the_document(client: httpx.Client) -> None:
    found = client.get("/changes.json").json()["changes"]
    assert (found["totalCount"], len(found["nodes"])) == (26, 26)


def test_two_versions_stand_side_by_side(client: httpx.Client) -> None:
    page = read_page(client, f"/changes?{DIFF}")
    assert "Google: from 2.0 to 3.1" in page.text
    assert "what one side lacks here, its text may still set" in page.text
    rows = read_table(client, f"/changes.csv?{DIFF}")
    assert {r["on_record"] for r in rows} == {"from", "to"}
    assert client.get(f"/changes.ttl?{DIFF}").status_code == 200
    found = client.get(f"/changes.json?{DIFF}").json()["versionDiff"]
    assert found["unsaid"] == ["FORMER_THRESHOLDS"]


@pytest.mark.parametrize(
    ("query", "status", "told"),
    [
        (f"from={GOOGLE}/2-0", 400, "one version alone"),
        (f"from={GOOGLE}/2-0&to=magic/agi-readiness-policy/1-0", 400, "of one organisation"),
        (f"from={GOOGLE}/9&to={GOOGLE}/2-0", 404, "framework version"),
        ("directions=sideways", 400, "cannot be used"),
        ("since=2026-02-01&until=2026-01-01", 400, "is after"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(
    client: httpx.Client, query: str, status: int, told: str
) -> None:
    found = client.get(f"/changes?{query}")
    assert found.status_code == status
    assert told in found.text
