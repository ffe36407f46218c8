"""`pledgegraph.web.organisations`, over HTTP against a real server."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import httpx
import pyoxigraph as ox
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.model import RatingScale
from pledgegraph.publishing.turtle import format_turtle
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app
from pledgegraph.web.organisations.assessments import describe_bounds, name_test
from pledgegraph.web.organisations.dossier import create_dossier
from tests.live import serve
from tests.web.reading import HTML, Page, read_page

ID = "https://w3id.org/pledgegraph/id/"
SLUGS = (
    "01-ai amazon anthropic cohere g42 google ibm inflection-ai magic meta microsoft minimax "
    "mistral-ai naver nvidia openai samsung-electronics technology-innovation-institute xai "
    "zhipu-ai"
)
EARL = "http://www.w3.org/ns/earl#"
PLEDGE = "https://w3id.org/pledgegraph/ns#"
TOLD = (
    "organisation",
    "frameworkVersions",
    "evidence",
    "bearings",
    "moreBearings",
    "events",
    "deadlines",
)
TOLD_ELSEWHERE = (
    "https://w3id.org/pledgegraph/req/",
    f"{ID}edition/",
    f"{ID}provision/",
    f"{ID}reading/",
)
"""What the pages of the commitments tell."""
NAMED = {
    "http://purl.org/dc/terms/publisher",
    f"{EARL}assertedBy",
    f"{EARL}result",
    f"{EARL}subject",
    f"{EARL}test",
    f"{PLEDGE}atEvent",
    f"{PLEDGE}drawnBy",
    f"{PLEDGE}hasBasis",
    f"{PLEDGE}inCampaign",
    f"{PLEDGE}inCountry",
    f"{PLEDGE}onScale",
    f"{PLEDGE}passageOf",
    f"{PLEDGE}rating",
}
"""What the objects of these are is told in full, wherever they are named."""
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
    assert re.search(
        r"Amazon original list, 2024-05-21 United States .* 2 4 29 pieces from \d+ voices\+ sup",
        text,
    )
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
    assert "/organisations" in read_page(client, "/").links


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
    assert "CHG Changes of approach Nothing on record here. I Risk assessment 2 pieces" in page.text
    assert len([i for i in page.ids if re.fullmatch(r"e\d+", i)]) == 22
    machine = "Machine-assisted reading. What is said below, and which way it points, was drawn by"
    assert page.text.count(machine) == 1
    assert "its review state is drafted." in page.text


def test_evidence_says_where_it_stands_or_why_not(client: httpx.Client) -> None:
    text = read_page(client, "/organisations/xai").text
    assert (
        "− contradicts · A tracker rules the deadline missed: no final framework by 10 February "
        "2025, only a draft for systems not in development, and calls the ruling contested. e2 "
        "± partly supports PRE.c (read twice) Because: Only a draft was public at the time. "
        "− contradicts PRE.e (read twice) Because: A named tracker rules that the deadline was "
        "missed; it notes a draft and calls the ruling contested (G15, clarification d). "
        "xAI, Publish a frontier safety framework by the Paris AI Action Summit, Overdue Tracker, "
        "undated; third-party assessment. No place: The ruling is one entry of the tracker's "
        "page; no further place was noted. ◇ Read with care. Source: disputed. The tracker itself"
    ) in text


def test_voices_are_counted_apart_from_evidence(client: httpx.Client) -> None:
    text = read_page(client, "/organisations/anthropic").text
    assert (
        "PRE Opening promise 3 pieces of evidence from 2 independent voices. On the provision as a "
        "whole: + supports: 3. On single requirements: + supports: 3. + supports · The policy"
    ) in text


def test_what_bears_on_the_whole_and_on_parts_is_counted_apart(client: httpx.Client) -> None:
    text = read_page(client, "/organisations/g42").text
    assert (
        "On provisions as a whole: + supports: 15, ± partly supports: 10, − contradicts: 0. On"
        in text
    )
    assert re.search(
        r"On single requirements: \+ supports: \d+, ± partly supports: \d+, − con", text
    )
    [row] = [r for r in read_table(client, "/organisations.csv") if r["organisation"] == "g42"]
    assert (row["bearings_supporting"], row["bearings_partly_supporting"]) == ("15", "10")
    links = [r for r in read_table(client, "/organisations/g42.csv") if r["requirement"]]
    counted = [int(value) for name, value in row.items() if name.startswith("requirement_bear")]
    assert sum(counted) == len(links)


def test_a_piece_stands_once_in_a_provision_and_is_told_in_full_once(
    client: httpx.Client, service: Service, slugs: list[str]
) -> None:
    catalogue = service.catalogue
    for slug in slugs:
        dossier = create_dossier(catalogue, catalogue.get_organisation(slug), "seoul-2024")
        for group in dossier.provisions:
            told = [item.evidence.identifier for item in group.items]
            assert len(told) == len(set(told)) == len(group.evidence)
        homes = [item.evidence for g in dossier.provisions for item in g.items if item.is_home]
        assert sorted(e.iri for e in homes) == sorted(e.iri for e in dossier.evidence)
        assert all(item.whole for g in dossier.provisions for item in g.items if item.is_home)
    page = read_page(client, "/organisations/ibm")
    named = "e6 ± partly supports II.a (read twice) − contradicts II.g (read twice) Because: The"
    assert named in page.text
    assert {"/requirements/II.a", "/requirements/II.g"} <= set(page.links)


def test_evidence_is_counted_once_however_much_it_bears_on(service: Service) -> None:
    catalogue = service.catalogue
    dossier = create_dossier(catalogue, catalogue.get_organisation("g42"), "seoul-2024")
    twice = replace(dossier, bearings=dossier.bearings * 2)
    assert len(twice.bearings) == 2 * len(dossier.bearings)
    assert twice.evidence == dossier.evidence


def test_assessments_stand_by_campaign_with_their_scale(client: httpx.Client) -> None:
    page = read_page(client, "/organisations/anthropic")
    assert "campaign/fli-2024" in page.ids
    assert "campaign/none" in page.ids
    assert "assessment/fli-2024/overall" in page.ids
    assert "assessment/1" in page.ids
    assert "By Future of Life Institute; 2024, 2024-12-11; aspect: not said; scale:" in page.text
    assert "scale: Per cent of AI Lab Watch (from 0 to 100)." in page.text
    rows = read_table(client, "/organisations/anthropic/assessments.csv")
    [row] = [r for r in rows if r["assessment"] == "anthropic/1"]
    assert (row["result_as_stated"], row["rating"], row["score"]) == ("C+ (2.64)", "C+", "2.64")
    assert (row["edition"], row["is_tabled"]) == ("Summer 2025", "no")
    [row] = [r for r in rows if r["assessment"] == "ai-lab-watch/anthropic/risk-assessment"]
    assert (row["scale_lowest"], row["scale_highest"]) == ("0", "100")
    assert row["is_tabled"] == "yes"


@pytest.mark.parametrize(
    ("lowest", "highest", "words"),
    [
        ("0", "100", "from 0 to 100"),
        ("1", None, "from 1"),
        (None, "4.3", "up to 4.3"),
        (None, None, None),
    ],
)
def test_a_scale_of_numbers_has_bounds(
    lowest: str | None, highest: str | None, words: str | None
) -> None:
    scale = RatingScale(
        iri=f"{ID}scale/example",
        title="Points of the Example Index",
        description="",
        values=(),
        lowest=None if lowest is None else Decimal(lowest),
        highest=None if highest is None else Decimal(highest),
    )
    assert describe_bounds(scale) == words


def test_a_verdict_can_answer_a_requirement_itself(service: Service) -> None:
    requirement = service.catalogue.get_statement("seoul-2024", "PRE.e")
    assert name_test(requirement) == "PRE.e publish by the deadline: the framework"


def test_a_caution_that_several_verdicts_share_is_told_once(client: httpx.Client) -> None:
    text = read_page(client, "/organisations/meta").text
    assert text.count("Totals were confirmed on the site; the dimension scores of three") == 1
    assert text.count("(1) ◇ Read with care. Source: primary. Totals were confirmed on the") == 1
    assert "1.5/5◇ Read with care (1)" in text


def test_a_verdict_names_those_that_it_sums_up(client: httpx.Client) -> None:
    page = read_page(client, "/organisations/ibm")
    assert "Sums up Halting Procedures, Risk Evaluation, Risk Mitigations," in page.text
    assert "#assessment/seoul-commitment-tracker/halting-procedures" in page.links


def test_campaigns_that_share_readings_say_so(client: httpx.Client) -> None:
    text = read_page(client, "/organisations/anthropic").text
    assert (
        "Not independent of “SaferAI ratings, first iteration”: what rests on the same reading is "
        "one voice." in text
    )


def test_a_search_says_what_sources_disagree_about(client: httpx.Client) -> None:
    text = read_page(client, "/organisations/mistral-ai").text
    assert "no framework (search of 2025-12-09: none found), 22 pieces of evidence" in text
    assert "Search of 2025-12-09: none found Looked for what PRE asks for." in text
    assert "Sources disagree: Mistral AI signed the EU Code of Practice in 2025" in text


def test_a_deadline_says_whom_it_binds(client: httpx.Client) -> None:
    question = "Does the deadline bind the four organisations that were added to the list?"
    page = read_page(client, "/organisations/mistral-ai")
    assert "Due 2025-02-11: PRE.e at AI Action Summit, Paris" in page.text
    assert question not in page.text
    for slug, label in (("nvidia", "NVIDIA"), ("magic", "Magic"), ("01-ai", "01.ai")):
        page = read_page(client, f"/organisations/{slug}")
        assert f"Due 2025-02-11, if that binds {label}: PRE.e at AI Action" in page.text
        assert f"Open question. {question} {label} is one of them. Followed here." in page.text
        assert page.text.count("Another reading.") == 2
        assert "/requirements/PRE.e#readings" in page.links


def test_only_deadlines_of_what_it_endorses_are_told(service: Service) -> None:
    catalogue = service.catalogue
    organisation = catalogue.get_organisation("g42")
    elsewhere = replace(
        organisation,
        endorsement=replace(organisation.endorsement, instrument=f"{ID}instrument/another"),
    )
    assert len(create_dossier(catalogue, organisation, "seoul-2024").due_dates) == 1
    assert create_dossier(catalogue, elsewhere, "seoul-2024").due_dates == ()


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


def test_the_json_tells_what_the_page_tells(client: httpx.Client) -> None:
    found = client.get("/organisations/nvidia.json").json()
    events = [event["label"] for event in found["events"]["nodes"]]
    assert "NVIDIA joins the commitments" in events
    [deadline] = found["deadlines"]["nodes"]
    assert (deadline["due"], len(deadline["disagreements"])) == ("2025-02-11", 4)
    assert [r["identifier"] for r in deadline["requirement"]["readings"]].count("N3") == 3
    found = client.get("/organisations/mistral-ai.json").json()
    [search] = found["organisation"]["searches"]["nodes"]
    assert [promise["identifier"] for promise in search["sought"]] == ["PRE"]
    assert search["disagreements"][0].startswith("Mistral AI signed the EU Code of Practice")


def test_the_json_counts_voices_as_the_page_does(
    client: httpx.Client, service: Service, slugs: list[str]
) -> None:
    catalogue = service.catalogue
    for slug in slugs:
        dossier = create_dossier(catalogue, catalogue.get_organisation(slug), "seoul-2024")
        told = {g.provision.identifier: (len(g.evidence), g.voices) for g in dossier.provisions}
        told["evidence"] = (len(dossier.evidence), dossier.voices)
        answer = client.get(f"/organisations/{slug}.json").json()["organisation"]
        counted = {name: (answer[name]["totalCount"], answer[name]["voices"]) for name in told}
        assert counted == told
        assert set(COLUMNS.split()) < set(told)


def test_the_turtle_describes_what_the_page_tells(client: httpx.Client, slugs: list[str]) -> None:
    for slug in slugs:
        quads = parse(client.get(f"/organisations/{slug}.ttl").content)
        subjects = list_names(quad.subject for quad in quads)
        answer = client.get(f"/organisations/{slug}.json").json()
        told = {iri for part in TOLD for iri in list_ids(answer[part])}
        named = list_names(quad.object for quad in quads if quad.predicate.value in NAMED)
        assert f"{ID}organisation/{slug}/endorsement/seoul-2024" in told
        assert {iri for iri in told if not iri.startswith(TOLD_ELSEWHERE)} - subjects == set()
        assert named - subjects == set()


def list_ids(value: object) -> list[str]:
    if isinstance(value, list):
        return [iri for item in value for iri in list_ids(item)]
    if not isinstance(value, dict):
        return []
    own = [value["id"]] if "id" in value else []
    return own + [iri for item in value.values() for iri in list_ids(item)]


def test_the_turtle_says_it_once_and_in_canonical_form(client: httpx.Client) -> None:
    text = client.get("/organisations/anthropic.ttl").text
    assert format_turtle(text) == text
    assert len(parse(text.encode())) == len(set(parse(text.encode())))


def test_the_turtle_is_what_the_store_states(client: httpx.Client, service: Service) -> None:
    stated = set(service.store.list_triples())
    found = {triple for triple in stated if triple.subject == f"{ID}search/ibm/2025-12-09"}
    told = client.get("/organisations/ibm.ttl").text
    assert len(found) == 9
    assert format_turtle(found).partition("\n\n")[2] in told


def test_the_turtle_of_the_list_tells_who_and_what_is_current(client: httpx.Client) -> None:
    found = client.get("/organisations.ttl", headers={"accept": "text/turtle"})
    subjects = list_names(quad.subject for quad in parse(found.content))
    assert {
        f"{ID}organisation/xai",
        f"{ID}organisation/magic/endorsement/seoul-2024",
        f"{ID}version/meta/advanced-ai-scaling-framework/2",
        f"{ID}search/ibm/2025-12-09",
        "http://publications.europa.eu/resource/authority/country/ARE",
    } < subjects


def list_names(terms: Iterable[object]) -> set[str]:
    return {term.value for term in terms if isinstance(term, ox.NamedNode)}


def parse(turtle: bytes) -> list[ox.Quad]:
    return list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))


def test_a_row_is_a_bearing(client: httpx.Client, service: Service, slugs: list[str]) -> None:
    rows = [r for slug in slugs for r in read_table(client, f"/organisations/{slug}.csv")]
    assert len({row["bearing_iri"] for row in rows}) == len(rows) == len(service.catalogue.bearings)
    assert len([row for row in rows if not row["requirement"]]) == 486
    assert {row["direction"] for row in rows} == {"supports", "partly-supports", "contradicts"}
    assert {row["review_state"] for row in rows} == {"drafted", "second-read"}
    assert all(bool(row["locator"]) != bool(row["no_locator_because"]) for row in rows)


@pytest.mark.parametrize(
    ("table", "rows"),
    [("evidence", 33 + 71), ("versions", 5), ("thresholds", 11), ("assessments", 60)],
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
