"""The pages of rules, over HTTP against a real server."""

import csv
import io
from collections.abc import Iterator

import httpx
import pyoxigraph as ox
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import RuleFilter
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app
from pledgegraph.web.rules.listing import group_rules, split_terms
from tests.live import serve
from tests.web.reading import HTML, Page, read_page

SHAPE = "https://w3id.org/pledgegraph/shapes#"


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    with (
        serve(create_app(service, Settings())) as url,
        httpx.Client(base_url=url, timeout=60) as client,
    ):
        yield client


def read_rows(client: httpx.Client, path: str) -> list[dict[str, str]]:
    found = client.get(path)
    assert found.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(found.text)))


# --- all rules -----------------------------------------------------------------------------


def test_every_rule_has_its_place_on_the_list_once(client: httpx.Client, service: Service) -> None:
    page = read_page(client, "/rules")
    identifiers = [rule.identifier for rule in service.catalogue.rules]
    assert [i for i in page.ids if i in identifiers] == identifiers
    assert {f"/rules/{identifier}" for identifier in identifiers} <= set(page.links)
    assert len(page.ids) == len(set(page.ids))
    assert "script" not in page.tags
    assert page.headings[:2] == [1, 2]


def test_filters_stand_in_the_address_and_are_counted(client: httpx.Client) -> None:
    page = read_page(client, "/rules?profile=commitment&requirement=I&severity=Info")
    assert "4 rules and 0 parts of rules are of the kind chosen" in page.text
    wanted = ["P-I.c", "P-I.d", "P-I.j", "P-I.k"]
    assert [i for i in page.ids if i.startswith("P-I.")] == wanted
    query = "profile=commitment&severity=Info&requirement=I"
    assert f"/rules.md?{query}" in page.links
    assert [r["id"] for r in read_rows(client, f"/rules.csv?{query}")] == wanted
    found = client.get(f"/rules.json?{query}").json()["rules"]
    assert [rule["identifier"] for rule in found["nodes"]] == wanted


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("requirement=I.a", ["P-I.a"]),
        ("text=label+of+the+event", ["Event-label"]),
        ("subject=paragraph-i&severity=Info,Violation&text=training", ["P-I.c", "P-I.d"]),
        ("text=xyzzy", []),
    ],
)
def test_a_filter_keeps_what_it_admits(client: httpx.Client, query: str, found: list[str]) -> None:
    assert [row["id"] for row in read_rows(client, f"/rules.csv?{query}")] == found


def test_what_no_rule_is_of_is_told_and_no_mistake(client: httpx.Client) -> None:
    page = read_page(client, "/rules?text=xyzzy")
    assert "No rule is of that kind." in page.text
    assert "/rules" in page.links


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("severity=bad", "INVALID_ARGUMENT"),
        ("profile=all", "INVALID_ARGUMENT"),
        ("subject=rules", "INVALID_ARGUMENT"),
        ("requirement=II.z", "INVALID_ARGUMENT"),
        ("rule=P-I.a", "BAD_PARAMETER"),
    ],
)
def test_a_mistake_in_the_address_is_told(client: httpx.Client, query: str, code: str) -> None:
    found = client.get(f"/rules?{query}")
    assert (found.status_code, found.json()["code"]) == (400, code)


def test_each_form_tells_of_every_rule(client: httpx.Client, service: Service) -> None:
    identifiers = [rule.identifier for rule in service.catalogue.rules]
    rows = read_rows(client, "/rules.csv")
    assert [row["id"] for row in rows] == identifiers
    assert rows[0]["page"] == f"/rules/{identifiers[0]}"
    found = client.get("/rules.json").json()["rules"]
    assert [rule["identifier"] for rule in found["nodes"]] == identifiers
    assert found["totalCount"] == len(identifiers)
    markdown = client.get("/rules", headers={"accept": "text/markdown"})
    assert markdown.headers["content-type"] == "text/markdown; charset=utf-8"
    assert markdown.text.count("\n### ") == len(identifiers)
    turtle = client.get("/rules.ttl").text
    subjects = {str(q.subject) for q in ox.parse(turtle, format=ox.RdfFormat.TURTLE)}
    assert {f"<{SHAPE}{identifier}>" for identifier in identifiers} <= subjects


# --- one rule ------------------------------------------------------------------------------


def test_a_rule_tells_why_by_which_words_and_what_to_do(client: httpx.Client) -> None:
    page = read_page(client, "/rules/P-I.a")
    for expected in (
        "▲ Violation. A file with this finding does not pass. That speaks of the file, never",
        "A promise in plain words, so a file has to answer it.",
        "“Assess the risks posed by their frontier models or systems across the AI lifecycle”",
        "Worded will.",
        "What is wrong It is not described how risks are assessed across the lifecycle.",
        "How to say honestly that it is absent If the framework does not describe it, claim I.a",
        "Keeps it A practice of assessing risks is described.",
        "Keeps it: absence said honestly",
        "Breaks it Neither a practice of assessing risks nor a claim",
        "For Each framework version (pledge:FrameworkVersion)",
        "One of these is enough Described practice.",
        "Since version 0.2.0 of the shapes",
        f"Its address {SHAPE}P-I.a",
        "shape:P-I.a a sh:NodeShape ;",
    ):
        assert expected in page.text
    assert {"/requirements/I.a", "/rules?profile=commitment", "/rules?subject=paragraph-i"} <= set(
        page.links
    )


def test_a_rule_and_its_part_lead_to_each_other(client: httpx.Client) -> None:
    whole = read_page(client, "/rules/EventShape")
    assert "/rules/Event-label" in whole.links
    assert "/rules/Event-label#examples" in whole.links
    assert "No words of the commitments ask for it" in whole.text
    part = read_page(client, "/rules/Event-label")
    assert "/rules/EventShape" in part.links
    assert "An event without a label." in part.text


def test_every_rule_has_a_page_that_says_its_severity(
    client: httpx.Client, service: Service
) -> None:
    for rule in service.catalogue.rules:
        page = read_page(client, f"/rules/{rule.identifier}")
        assert f"{rule.severity}. A file with this finding" in page.text, rule.identifier
        assert len(page.ids) == len(set(page.ids)), rule.identifier


def test_a_rule_is_data_in_each_form(client: httpx.Client) -> None:
    [row] = read_rows(client, "/rules/P-I.a.csv")
    assert (row["id"], row["severity"]) == ("P-I.a", "Violation")
    rule = client.get("/rules/P-I.a.json").json()["rule"]
    assert (rule["identifier"], rule["examples"][0]["isGood"]) == ("P-I.a", True)
    assert client.get("/rules/P-I.a.md").text.startswith("# P-I.a: Risks are assessed\n")
    assert client.get("/rules/P-I.a.bib").text.startswith("@misc{pledgegraph-")
    turtle = list(ox.parse(client.get("/rules/P-I.a.ttl").text, format=ox.RdfFormat.TURTLE))
    subjects = {str(q.subject) for q in turtle}
    assert {f"<{SHAPE}P-I.a>", f"<{SHAPE}P-I.a-described>"} <= subjects
    accepted = client.get("/rules/P-I.a", headers={"accept": "text/turtle"})
    assert accepted.headers["content-type"] == "text/turtle; charset=utf-8"


def test_an_unknown_rule_leads_to_the_nearest(client: httpx.Client) -> None:
    found = client.get("/rules/P-I.z", headers=HTML)
    assert found.status_code == 404
    assert {"/rules/P-I.a", "/rules/P-I.b", "/rules/P-I.c"} <= set(Page(found.text).links)


# --- where addresses lead ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/shapes", "/rules"),
        ("/profile/record", "/rules?profile=record"),
        ("/profile/full-commitments", "/rules?profile=full-commitments"),
    ],
)
def test_names_lead_to_pages(client: httpx.Client, address: str, target: str) -> None:
    found = client.get(address)
    assert (found.status_code, found.headers["location"]) == (303, target)


def test_who_prefers_turtle_gets_every_shape(client: httpx.Client, service: Service) -> None:
    found = client.get("/shapes", headers={"accept": "text/turtle"})
    assert (found.status_code, found.headers["location"]) == (303, "/shapes.ttl")
    quads = ox.parse(client.get("/shapes.ttl").text, format=ox.RdfFormat.TURTLE)
    subjects = {str(q.subject) for q in quads}
    assert {f"<{rule.iri}>" for rule in service.catalogue.rules} <= subjects
    assert f"<{SHAPE}P-I.a-claimed>" in subjects


def test_a_statement_names_the_rules_that_check_it(client: httpx.Client) -> None:
    page = read_page(client, "/requirements/I.c")
    assert "Checked by ● Info P-I.c Risks are assessed before training" in page.text
    assert "/rules/P-I.c" in page.links
    assert client.get("/requirements/I.c.json").json()["statement"]["rules"][0]["severity"] == (
        "INFO"
    )
    assert "Checked by" not in read_page(client, "/requirements/FN2").text


def test_rules_are_found_by_their_words(client: httpx.Client) -> None:
    assert "/rules/P-I.a" in read_page(client, "/search?q=P-I.a&kinds=rule").links


# --- what a list is made of ----------------------------------------------------------------


def test_a_part_whose_rule_is_not_in_the_list_stands_by_itself(service: Service) -> None:
    catalogue = service.catalogue
    found = catalogue.list_rules(RuleFilter(subjects=("events",), is_part=True))
    [group] = group_rules(catalogue, found)
    assert [view.rule for view in group.views] == list(found)
    assert all(view.owners for view in group.views)
    assert {view.parts for view in group.views} == {()}


def test_terms_are_told_from_words() -> None:
    found = split_terms("Let pledge:answers name req:I.a, or code:risk-x. See https://x.org/a:b.")
    assert [piece for piece, is_term in found if is_term] == [
        "pledge:answers",
        "req:I.a",
        "code:risk-x",
    ]
    assert "".join(piece for piece, _ in found).endswith("See https://x.org/a:b.")
