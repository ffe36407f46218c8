"""`pledgegraph.web.thresholds`, over HTTP against a real server."""

import csv
import io
from collections.abc import Iterator

import httpx
import pyoxigraph as ox
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import MeasurableTest, RiskCoverage, Standing
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app
from pledgegraph.web.thresholds.words import COVERAGES, TESTS
from tests.answers_thresholds import AUTONOMY_COVERAGE, GRID
from tests.live import serve
from tests.web.reading import HTML, read_page

CYBER = "/thresholds?risk=cyber-offence"
PARIS = "as_of=2025-02-11&known_by=2025-02-11"
ID = "https://w3id.org/pledgegraph/id/"


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    with serve(create_app(service, Settings())) as url, httpx.Client(base_url=url) as client:
        yield client


def read_table(client: httpx.Client, path: str) -> list[dict[str, str]]:
    found = client.get(path)
    assert found.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(found.text)))


def test_the_grid_leads_to_each_risk_and_each_organisation(client: httpx.Client) -> None:
    page = read_page(client, "/thresholds")
    for risk, counts in GRID.items():
        assert f"/thresholds?risk={risk}" in page.links
        for organisation in counts:
            assert f"/thresholds?risk={risk}#{organisation}" in page.links
    assert "Not every number is here." in page.text
    assert "Thresholds left out: 45 from texts that others had replaced by 2026-11-23." in page.text
    assert page.headings[0] == 1


def test_the_grid_is_a_tidy_table(client: httpx.Client) -> None:
    rows = read_table(client, "/thresholds.csv")
    assert len(rows) == 20 * 8
    found: dict[str, dict[str, int]] = {risk: {} for risk in GRID}
    for row in rows:
        if row["thresholds"] != "0":
            found[row["risk"]][row["organisation"]] = int(row["thresholds"])
    assert found == GRID
    autonomy = {r["organisation"]: r["coverage"] for r in rows if r["risk"].startswith("autonomy")}
    assert {
        slug: coverage.upper().replace("-", "_") for slug, coverage in autonomy.items()
    } == AUTONOMY_COVERAGE


def test_a_risk_shows_its_thresholds_side_by_side(client: httpx.Client) -> None:
    page = read_page(client, CYBER)
    assert "9 of 20 organisations have a threshold for this risk on record: 20 thresholds, 2" in (
        page.text
    )
    assert set(GRID["cyber-offence"]) <= set(page.ids)
    assert "no measurable test on record here" in page.text
    assert "pass@10 in any category of simple, unguided capture-the-flag challenges" in page.text
    assert page.text.count("Place") >= 20
    assert page.tags.count("tr") == 1 + 20  # all in one table too


def test_who_has_none_is_told_with_the_reason(client: httpx.Client) -> None:
    page = read_page(client, "/thresholds?risk=autonomy-and-ai-research")
    values = {"spanned", "none-for-risk", "not-read-here", "no-framework"}
    assert values <= set(page.ids)
    assert "The September 2026 PDF was not opened" in page.text
    assert "None found on 2025-12-09" in page.text


def test_every_link_within_the_page_leads_somewhere(client: httpx.Client) -> None:
    for path in (CYBER, f"{CYBER}&{PARIS}", "/thresholds"):
        page = read_page(client, path)
        assert len(page.ids) == len(set(page.ids))
        for link in page.links:
            if link.startswith("#"):
                assert link[1:] in page.ids


def test_links_of_the_grid_lead_to_what_they_name(client: httpx.Client) -> None:
    page = read_page(client, f"/thresholds?{PARIS}")
    inner = [link for link in page.links if link.startswith("/thresholds?risk=") and "#" in link]
    assert inner
    for link in inner[:8]:
        path, _, anchor = link.partition("#")
        assert PARIS in path
        assert anchor in read_page(client, path).ids


def test_narrower_risks_and_the_wider_one_are_linked(client: httpx.Client) -> None:
    wide = "chemical-biological-radiological-nuclear"
    assert "/thresholds?risk=biological" in read_page(client, f"/thresholds?risk={wide}").links
    assert f"/thresholds?risk={wide}" in read_page(client, "/thresholds?risk=biological").links


def test_a_risk_has_one_row_a_threshold(client: httpx.Client) -> None:
    rows = read_table(client, "/thresholds.csv?risk=cyber-offence")
    thresholds = [row for row in rows if row["threshold_iri"]]
    assert (len(rows), len(thresholds)) == (20 + 11, 20)
    (number,) = [row for row in thresholds if row["threshold"] == "simple-suite-threshold-cyber"]
    assert (number["test"], number["values"], number["crossed_where"]) == ("number", "75", "met")
    assert {row["is_first_hand"] for row in thresholds if row["organisation"] == "amazon"} == {"no"}


@pytest.mark.parametrize("query", ["", f"?{PARIS}", "?organisations=g42,meta"])
def test_json_is_the_grid(client: httpx.Client, query: str) -> None:
    found = client.get(f"/thresholds.json{query}").json()["thresholdComparison"]
    rows = read_table(client, f"/thresholds.csv{query}")
    assert [
        (row["risk"]["notation"], node["organisation"]["slug"], node["withNumber"])
        for row in found["rows"]
        for node in row["organisations"]["nodes"]
    ] == [(r["risk"], r["organisation"], int(r["with_number"])) for r in rows]


@pytest.mark.parametrize("risk", [*GRID, "biological"])
@pytest.mark.parametrize("days", ["", f"&{PARIS}"])
def test_json_of_a_risk_is_whole(client: httpx.Client, risk: str, days: str) -> None:
    found = client.get(f"/thresholds.json?risk={risk}{days}").json()["thresholdComparison"]
    sides = [*found["covering"]["nodes"], *found["others"]["nodes"]]
    assert found["covering"]["totalCount"] + found["others"]["totalCount"] == len(sides) == 20
    lists = [side[name] for side in sides for name in ("thresholds", "spanning") if name in side]
    assert all(each["totalCount"] == len(each["nodes"]) for each in lists)
    rows = read_table(client, f"/thresholds.csv?risk={risk}{days}")
    assert sorted(
        node["threshold"]["id"]
        for side in found["covering"]["nodes"]
        for node in side["thresholds"]["nodes"]
    ) == sorted(row["threshold_iri"] for row in rows if row["threshold_iri"])


def test_turtle_states_the_thresholds_and_the_searches(client: httpx.Client) -> None:
    found = client.get("/thresholds.ttl?risk=cyber-offence&organisations=g42,ibm")
    subjects = {str(t.subject.value) for t in ox.parse(found.content, ox.RdfFormat.TURTLE)}
    rows = read_table(client, "/thresholds.csv?risk=cyber-offence&organisations=g42,ibm")
    assert {row["threshold_iri"] for row in rows if row["threshold_iri"]} <= subjects
    assert {f"{ID}organisation/g42", f"{ID}organisation/ibm"} <= subjects
    assert any(subject.startswith(f"{ID}search/") for subject in subjects)


def test_it_takes_the_days_and_says_what_they_leave_out(client: httpx.Client) -> None:
    page = read_page(client, f"/thresholds?{PARIS}")
    assert "Thresholds left out: 99 not surely public by 2025-02-11; 7 from texts" in page.text


def test_only_searches_that_were_known_are_shown_in_any_form(client: httpx.Client) -> None:
    for path in ("/thresholds", CYBER):
        assert "None found on 2025-12-09" in read_page(client, path).text
        join = "&" if "?" in path else "?"
        assert "None found on 2025-12-09" in read_page(client, f"{path}{join}as_of=2025-02-11").text
        page = read_page(client, f"{path}{join}{PARIS}")
        assert "2025-12-09" not in page.text
        assert "no search known by then" in page.text
        assert "Left out: 1 made later than the day known by." in page.text

    def read(days: str) -> tuple[set[tuple[str, str]], set[tuple[int, int]]]:
        rows = read_table(client, f"/thresholds.csv?organisations=ibm{days}")
        query = f"/thresholds.json?risk=cyber-offence&organisations=ibm{days}"
        sides = client.get(query).json()["thresholdComparison"]["others"]["nodes"]
        return (
            {(row["searched_on"], row["searches_left_out"]) for row in rows},
            {(side["searches"]["totalCount"], side["searchesLeftOut"]) for side in sides},
        )

    assert read("") == ({("2025-12-09", "0")}, {(1, 0)})
    assert read(f"&{PARIS}") == ({("", "1")}, {(0, 1)})
    search = b"search/ibm/2025-12-09"
    assert search in client.get(f"{CYBER.replace('?', '.ttl?')}&organisations=ibm").content
    assert (
        search not in client.get(f"{CYBER.replace('?', '.ttl?')}&organisations=ibm&{PARIS}").content
    )


def test_every_row_has_its_days(client: httpx.Client) -> None:
    for path in ("/thresholds.csv?", "/thresholds.csv?risk=cyber-offence&"):
        rows = read_table(client, f"{path}as_of=2025-03-01&known_by=2025-12-31")
        assert {(row["as_of"], row["known_by"]) for row in rows} == {("2025-03-01", "2025-12-31")}
    rows = read_table(client, "/thresholds.csv?risk=cyber-offence")
    dated = [row for row in rows if row["threshold_iri"]]
    assert all(r["version_issued_earliest"] <= r["version_issued_latest"] for r in dated)
    assert {r["version_issued"] for r in rows if not r["threshold_iri"]} == {""}


def test_what_is_unknown_is_a_problem(client: httpx.Client) -> None:
    for path in ("/thresholds?risk=cyber", "/thresholds.json?organisations=x"):
        found = client.get(path, headers=HTML)
        assert found.status_code == 400
        assert "expected one of" in found.text


def test_it_can_be_cited(client: httpx.Client) -> None:
    assert "Thresholds: cyber offence" in client.get("/thresholds.bib?risk=cyber-offence").text
    assert client.get("/thresholds.bib?risk=x").status_code == 400


def test_every_value_has_words(service: Service) -> None:
    assert set(COVERAGES) == set(RiskCoverage)
    assert set(TESTS) == set(MeasurableTest)
    assert len({sign.sign for sign in COVERAGES.values()}) == len(COVERAGES)
    assert Standing.COUNTS not in {
        left.standing
        for left in service.catalogue.compare_thresholds(
            None, service.catalogue.get_times()
        ).left_out
    }
