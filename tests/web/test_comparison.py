"""`pledgegraph.web.comparison`: the page that compares, over HTTP against a real server."""

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
from pledgegraph.web.comparison.cells import CellView, create_matrix
from pledgegraph.web.comparison.opened import group_by_status, open_cell
from tests.live import serve
from tests.web.reading import HTML, read_page
from tests.web.states import read

SILENT_ON_IV_D = (
    "01.ai",
    "Amazon",
    "IBM",
    "Inflection AI",
    "Minimax",
    "Mistral AI",
    "Naver",
    "Samsung Electronics",
    "Technology Innovation Institute",
    "xAI",
    "Zhipu.ai",
)
"""Read in the files: nothing that counts today bears on IV.d."""

STATES = (
    "",
    "?organisations=g42,meta",
    "?provisions=IV",
    "?requirements=IV.d",
    "?organisations=g42,meta&provisions=IV&as_of=2025-02-11&known_by=2025-03-01",
    "?organisations=g42&requirements=IV.d,FN3.b",
    "?provisions=IV,V&requirements=IV.d,II.a",
    "?requirements=I.a,I.b,I.c,I.d,I.e,I.f,I.g,II.a,II.b",
    "?organisations=anthropic,google,meta,openai&provisions=PRE,CHG,I,II,III,IV,V,VI,VII,VIII,BP1",
    "?provisions=PRE,CHG,I,II,III,IV,V,VI,VII,VIII,BP1,BP2,BP3,BP4,BP5,BP6,BP7,BP8",
)


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    with serve(create_app(service, Settings())) as url, httpx.Client(base_url=url) as client:
        yield client


def find_text(client: httpx.Client, query: str) -> str:
    return read_page(client, f"/compare{query}").text


def list_rows(client: httpx.Client, query: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(f"/compare.csv{query}").text)))


# --- reading -------------------------------------------------------------------------------


def test_three_clicks_lead_from_home_to_who_says_nothing(client: httpx.Client) -> None:
    assert "/compare?provisions=IV" in read_page(client, "/").links
    assert "/compare?requirements=IV.d" in read_page(client, "/compare?provisions=IV").links
    text = find_text(client, "?requirements=IV.d")
    silent, _, others = text.partition("Nothing on record here on IV.d: 11")[2].partition(
        "contested on IV.d: 1"
    )
    places = [silent.index(f"{name}: · not reviewed") for name in SILENT_ON_IV_D]
    assert places == sorted(places)
    assert silent.count("as a whole:") == 11
    assert [others.index(name) for name in ("Cohere 2 against", "Google 1 against", "Meta 1 for")]


def test_the_groups_of_a_requirement_come_silent_first(client: httpx.Client) -> None:
    text = find_text(client, "?requirements=IV.d")
    assert "Of 20 signatories:" in text
    headings = re.findall(r"[·⇄−±+] ([a-z ]+) on IV\.d: (\d+)", text)
    assert headings == [
        ("contested", "1"),
        ("contradicted", "2"),
        ("partly supported", "2"),
        ("supported", "4"),
    ]


def test_a_cell_opens_to_statement_source_place_and_reader(client: httpx.Client) -> None:
    page = read_page(client, "/compare?requirements=IV.d&organisations=cohere")
    for expected in (
        "− contradicts IV.d",
        "No process covers pausing or stopping development. e10",
        "The Cohere Secure AI Frontier Model Framework V1.0, version 1.0, Cohere, 2025-02-07; text "
        "of the framework. Place: sections 3 and 3a, pp. 15-16",
        "Because (IV.d): The statement says that no process covers pausing or stopping development",
        "◇ Read with care. Source: primary. One tracker's grade of February 2025",
        "Machine-assisted reading. What is said below, and which way it points, was drawn by "
        "Pledgegraph editors on 2026-11-24 (review state: drafted).",
    ):
        assert expected in page.text
    assert "/organisations/cohere#e10" in page.links
    assert "/compare?requirements=IV.d" in page.links


def test_a_provision_opens_to_its_requirements_with_their_words(client: httpx.Client) -> None:
    page = read_page(client, "/compare?provisions=IV")
    assert "IV.d not develop at all: the model or system" in page.text
    for name in ("IV.a", "IV.b", "IV.c", "IV.d", "IV.e"):
        assert f"/compare?requirements={name}" in page.links
        assert f"/compare?organisations=g42&requirements={name}" in page.links
    assert page.tags.count("tbody") == 2


def test_a_requirement_of_no_column_is_compared_too(client: httpx.Client) -> None:
    page = read_page(client, "/compare?requirements=FN3.b")
    assert "/commitments#FN3" in page.links
    assert "FN3 as a whole" not in page.text
    assert "Of 20 signatories:" in page.text
    assert 'name="requirements" value="BP.0"' in client.get("/compare", headers=HTML).text


def test_few_organisations_are_read_side_by_side(client: httpx.Client) -> None:
    page = read_page(client, "/compare?organisations=meta,g42&provisions=IV")
    assert {"IV/g42", "IV/meta"} <= set(page.ids)
    assert {"#IV/g42", "#IV/meta"} <= set(page.links)
    told = "Required mitigation levels must be in place before a threshold is reached."
    assert page.text.count(told) == 1
    assert "+ supports IV, ± partly supports IV.a, + supports IV.d, ± partly supports IV.e" in (
        page.text
    )
    assert "drawn for provisions by Pledgegraph editors on 2026-11-23" in page.text
    # Two pieces, whichever way and for however many requirements each points.
    assert "G42, IV When thresholds are met or exceeded: mixed, 2 for, 0 against" in page.text
    assert "assessments by others, on their own scales" in page.text


def test_what_the_days_leave_out_is_told(client: httpx.Client) -> None:
    text = find_text(client, "?organisations=meta&requirements=IV.d")
    assert "Left out: 1 from a text that another had replaced by 2026-11-23." in text
    text = find_text(client, "?organisations=meta&requirements=IV.d&as_of=2025-02-11")
    assert "Left out: 1 not surely out by 2025-02-11." in text
    text = find_text(
        client, "?organisations=cohere&requirements=IV.d&as_of=2025-02-09&known_by=2025-02-09"
    )
    assert "Left out: 1 not surely public by 2025-02-09." in text


def test_a_form_that_sends_boxes_is_understood(client: httpx.Client) -> None:
    sent = "?organisations=g42&organisations=meta&provisions=IV&as_of="
    page = client.get(f"/compare{sent}", headers=HTML).text
    assert page == client.get("/compare?organisations=g42,meta&provisions=IV", headers=HTML).text
    for value in ("g42", "meta", "IV"):
        assert f'value="{value}" checked' in page
    assert 'value="xai" checked' not in page


def test_links_keep_the_days(client: httpx.Client) -> None:
    page = read_page(client, "/compare?provisions=IV&as_of=2025-02-11")
    assert "/compare?requirements=IV.d&as_of=2025-02-11" in page.links
    inner = [link for link in page.links if link.startswith("/compare?")]
    back = "/compare?provisions=IV"
    assert [link for link in inner if "as_of=2025-02-11" not in link] == [back]


@pytest.mark.parametrize(
    ("query", "argument"),
    [
        ("?organisations=g24", "organisation"),
        ("?provisions=IX", "provisions"),
        ("?requirements=II.z", "requirements"),
        ("?requirements=OUT1", "requirements"),
    ],
)
def test_what_nothing_is_called_is_refused_with_what_is_known(
    client: httpx.Client, query: str, argument: str
) -> None:
    for suffix in ("", ".json", ".csv", ".ttl", ".bib"):
        found = client.get(f"/compare{suffix}{query}")
        assert found.status_code == 400
        assert found.json()["code"] == "INVALID_ARGUMENT"
        assert found.json()["argument"] == argument


@pytest.mark.parametrize("query", STATES)
def test_a_page_has_unique_ids_in_one_outline(client: httpx.Client, query: str) -> None:
    page = read_page(client, f"/compare{query}")
    assert len(page.ids) == len(set(page.ids))
    steps = [b - a for a, b in zip(page.headings, page.headings[1:], strict=False)]
    assert page.headings[0] == 1
    assert [step for step in steps if step > 1] == []
    assert "script" not in page.tags


# --- data ----------------------------------------------------------------------------------


@pytest.mark.parametrize("query", STATES)
def test_the_forms_tell_the_same(client: httpx.Client, query: str) -> None:
    rows = list_rows(client, query)
    told = {(r["organisation"], r["promise"]): r["status"] for r in rows}
    data = client.get(f"/compare.json{query}")
    assert data.status_code == 200
    found = {
        (row["organisation"]["slug"], cell["identifier"]): cell["status"]
        for part in data.json().values()
        if isinstance(part, dict)
        for row in part["rows"]["nodes"]
        for cell in row["cells"]
    }
    assert len(found) > 1
    assert found == {k: told[k].replace("-", "_").upper() for k in found}
    turtle = client.get(f"/compare.ttl{query}")
    assert turtle.status_code == 200


def test_the_table_is_tidy(client: httpx.Client) -> None:
    rows = list_rows(client, "")
    assert len(rows) == len({(r["organisation"], r["promise"]) for r in rows}) == 20 * 18
    assert {r["kind"] for r in rows} == {"provision"}
    [cohere] = [r for r in list_rows(client, "?requirements=IV.d") if r["organisation"] == "cohere"]
    assert cohere == {
        **dict.fromkeys(cohere, ""),
        "organisation": "cohere",
        "organisation_label": "Cohere",
        "promise": "IV.d",
        "kind": "requirement",
        "promise_label": "not develop at all: the model or system",
        "status": "contradicted",
        "own_status": "contradicted",
        "supports": "0",
        "partly_supports": "0",
        "contradicts": "2",
        "in_favour": "0",
        "claims": "0",
        "newest": "2025-02-10",
        "newest_earliest": "2025-02-10",
        "newest_latest": "2025-02-10",
        "left_out_undated": "0",
        "left_out_not_known": "0",
        "left_out_later": "0",
        "left_out_not_yet_in_force": "0",
        "left_out_replaced": "0",
        "as_of": "2026-11-23",
        "known_by": "2026-11-23",
        "organisation_iri": "https://w3id.org/pledgegraph/id/organisation/cohere",
        "promise_iri": "https://w3id.org/pledgegraph/req/seoul-2024/IV.d",
    }


def test_json_carries_the_evidence_that_the_page_tells(client: httpx.Client) -> None:
    data = client.get("/compare.json?organisations=cohere&requirements=IV.d").json()
    [row] = data["requirements"]["rows"]["nodes"]
    [cell] = row["cells"]
    assert (cell["status"], cell["bearings"]["totalCount"]) == ("CONTRADICTED", 2)
    first = cell["bearings"]["nodes"][0]
    assert first["evidence"]["identifier"] == "cohere/e10"
    assert first["evidence"]["locator"] == "sections 3 and 3a, pp. 15-16"
    assert "provisions" not in data


def test_turtle_states_what_the_page_tells(client: httpx.Client) -> None:
    text = client.get("/compare.ttl?organisations=cohere&requirements=IV.d").text
    subjects = {str(q.subject) for q in ox.parse(text, format=ox.RdfFormat.TURTLE)}
    base = "https://w3id.org/pledgegraph/"
    for name in (
        "id/organisation/cohere",
        "req/seoul-2024/IV.d",
        "id/evidence/cohere/e10",
        "id/evidence/cohere/e10/bearing/IV.d",
        "id/version/cohere/secure-ai-frontier-model-framework/1-0",
        "id/document/seoul-commitment-tracker",
        "id/agent/the-midas-project",
    ):
        assert f"<{base}{name}>" in subjects


def test_the_query_behind_a_page_is_answered_as_its_data(client: httpx.Client) -> None:
    query = "?organisations=cohere&requirements=IV.d"
    page = read_page(client, f"/compare{query}")
    [run] = [link for link in page.links if link.startswith("/graphql?") and "variables=" in link]
    assert client.get(run).json()["data"] == client.get(f"/compare.json{query}").json()


def test_a_comparison_can_be_cited(client: httpx.Client) -> None:
    [item] = client.get("/compare.csl.json?requirements=IV.d&organisations=g42").json()
    assert item["title"] == "Compare: G42: IV.d not develop at all: the model or system"
    text = client.get("/compare.bib?provisions=IV,V").text
    assert "title = {{Compare: IV and V}}" in text


# --- the parts -----------------------------------------------------------------------------


def test_a_piece_of_evidence_counts_once_for_and_once_against(service: Service) -> None:
    catalogue = service.catalogue
    times = catalogue.get_times()
    provision = catalogue.get_provision("seoul-2024", "IV")
    cell = catalogue.get_cell(catalogue.get_organisation("g42"), provision, times)
    view = CellView(cell, "/x")
    assert (cell.counts.supports, cell.counts.partly_supports) == (2, 2)
    assert (view.number_for, view.number_against) == (2, 0)


def test_groups_say_nothing_first_and_support_last(service: Service) -> None:
    catalogue = service.catalogue
    requirement = catalogue.get_requirement("seoul-2024", "IV.d")
    matrix = create_matrix(catalogue, read(""), catalogue.organisations, [requirement])
    groups = group_by_status(open_cell(catalogue, row.cells[0]) for row in matrix.rows)
    assert [(status.value, len(found)) for status, found in groups.items()] == [
        ("not-reviewed", 11),
        ("contested", 1),
        ("contradicted", 2),
        ("partly", 2),
        ("supported", 4),
    ]
