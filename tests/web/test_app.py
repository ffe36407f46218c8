"""`pledgegraph.web.app` and its pages, over HTTP against a real server."""

import hashlib
import json
import re
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgegraph.bootstrap import Service
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app
from tests.live import serve
from tests.web.reading import HTML, Page, read_page

REQ = "https://w3id.org/pledgegraph/req/seoul-2024/"

OTHER_RULE = re.compile(
    r"^/rules/(?!P-I\.a\.)[\w.-]+\.(?:json|csv|ttl|md|bib)\b"
    r"|^/graphql\?query=query%20Rule%28(?!.*P-I\.a%22)"
)
"""What leads from the page of a rule to its data; P-I.a stands for the others."""


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    with serve(create_app(service, Settings())) as url, httpx.Client(base_url=url) as client:
        yield client


def test_every_statement_can_be_chosen_in_the_text(client: httpx.Client, service: Service) -> None:
    page = read_page(client, "/commitments")
    wanted = {f"/requirements/{s.identifier}" for s in service.catalogue.statements}
    assert wanted <= set(page.links)
    assert "Given the evolving state of the science in this area, the undersigned" in page.text
    assert "script" not in page.tags
    assert "Contains public sector information licensed under the Open Government" in page.text


def test_no_page_loads_anything_from_elsewhere(client: httpx.Client) -> None:
    for path in ("/", "/commitments", "/requirements/II.g"):
        text = client.get(path, headers=HTML).text
        assert 'src="http' not in text
        assert 'rel="stylesheet" href="/assets/' in text


def is_followed(link: str) -> bool:
    """Whether a link leads to a page of ours that no other stands for.

    The same page about other days, the same cell of another organisation, and the data of another
    rule than one, are left out.
    """
    is_other = "as_of=" in link or ("organisations=" in link and "organisations=g42" not in link)
    is_other = is_other or bool(OTHER_RULE.search(link))
    return not is_other and not link.startswith(("http", "mailto:"))


def test_the_pages_link_nothing_that_is_not_there(client: httpx.Client) -> None:
    places: dict[str, list[str]] = {}
    waiting = ["/"]
    while waiting:
        address, _, place = waiting.pop().partition("#")
        if address not in places:
            found = client.get(address, headers=HTML, follow_redirects=True)
            assert found.status_code == 200, address
            is_page = found.headers["content-type"].startswith("text/html")
            page = Page(found.text if is_page else "")
            places[address] = page.ids
            links = [address + link if link.startswith("#") else link for link in page.links]
            waiting += filter(is_followed, dict.fromkeys(links))
        assert not place or place in places[address], f"{address}#{place}"
    assert len(places) > 84 * 3 + 20 * 7


def test_ids_are_unique_on_a_page(client: httpx.Client) -> None:
    paths = ("/", "/commitments", "/requirements/PRE.e", "/organisations", "/organisations/xai")
    for path in paths:
        ids = read_page(client, path).ids
        assert len(ids) == len(set(ids))


def test_a_page_explains_its_statement(client: httpx.Client) -> None:
    text = read_page(client, "/requirements/I.d").text
    for expected in (
        "I.d",
        "“as appropriate, before and during training”",
        "How strongly it is worded will. Promise: the signatory says that it will do this.",
        "as appropriate. Leaves it to the signatory",
        "● Info. “As appropriate” leaves it to judgement, so a file without it gets a note.",
        "N4:",
        "Followed here.",
        "Another reading.",
        "3220 to 3262: code points",
    ):
        assert expected in text


@pytest.mark.parametrize("path", ["/requirements/VII.a", "/requirements/OUT1", "/requirements/FN2"])
def test_each_page_is_data_as_well(client: httpx.Client, path: str) -> None:
    data = client.get(f"{path}.json")
    assert data.headers["content-type"] == "application/json; charset=utf-8"
    name = path.rpartition("/")[2]
    assert data.json()["statement"]["id"] == REQ + name
    turtle = client.get(f"{path}.ttl")
    assert turtle.headers["content-type"] == "text/turtle; charset=utf-8"
    triples = list(ox.parse(turtle.text, format=ox.RdfFormat.TURTLE))
    assert any(str(q.subject) == f"<{REQ}{name}>" for q in triples)


def test_the_commitments_are_data_as_well(client: httpx.Client, service: Service) -> None:
    found = client.get("/commitments.json").json()["instrument"]
    assert sum(len(p["statements"]) for p in found["provisions"]) == 84
    turtle = list(ox.parse(client.get("/commitments.ttl").text, format=ox.RdfFormat.TURTLE))
    [file] = [f for f in service.files if f.name == "data/instrument/seoul-2024.ttl"]
    assert len(turtle) == len(list(ox.parse(file.content.decode(), format=ox.RdfFormat.TURTLE)))


def test_places_can_be_checked_in_the_text(client: httpx.Client, service: Service) -> None:
    found = client.get("/index.txt")
    assert found.headers["content-type"] == "text/plain; charset=utf-8"
    assert hashlib.sha256(found.content).hexdigest().startswith("9b72950b7d83e44d")
    [place] = service.catalogue.get_statement("seoul-2024", "II.g").places
    assert found.text[place.start : place.end] == place.exact


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/turtle", "text/turtle"),
        ("application/json;q=0.9, text/turtle;q=0.8", "application/json"),
        ("*/*", "text/html"),
    ],
)
def test_the_form_is_negotiated(client: httpx.Client, accept: str, media_type: str) -> None:
    for path in ("/commitments", "/requirements/II.g"):
        found = client.get(path, headers={"accept": accept})
        assert found.headers["content-type"] == f"{media_type}; charset=utf-8"
        assert "Accept" in found.headers["vary"]


def test_what_is_not_made_is_not_acceptable(client: httpx.Client) -> None:
    found = client.get("/requirements/II.g", headers={"accept": "image/png"})
    assert (found.status_code, found.json()["code"]) == (406, "NOT_ACCEPTABLE")


def test_a_client_that_has_a_page_gets_304(client: httpx.Client) -> None:
    first = client.get("/requirements/II.g")
    again = client.get("/requirements/II.g", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    turtle = client.get("/requirements/II.g.ttl", headers={"if-none-match": first.headers["etag"]})
    assert turtle.status_code == 200


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/req/seoul-2024/II.g", "/requirements/II.g"),
        ("/id/provision/seoul-2024/II", "/commitments#II"),
        ("/id/provision/seoul-2024/BP3", "/commitments#BP3"),
        ("/id/instrument/seoul-2024", "/commitments"),
        ("/id/edition/seoul-2024/2025-02-07", "/commitments"),
        ("/id/event/paris-2025", "/events/paris-2025"),
        ("/id/reading/seoul-2024/N9/the-home-government", "/requirements/II.f#readings"),
        ("/req/seoul-2024/II.g/place/1", "/requirements/II.g"),
        ("/req/seoul-2024/II.g/place/1/quote", "/requirements/II.g"),
        ("/id/provision/seoul-2024/II/place/1", "/commitments#II"),
    ],
)
def test_names_lead_to_pages(client: httpx.Client, address: str, target: str) -> None:
    found = client.get(address)
    assert (found.status_code, found.headers["location"]) == (303, target)


def test_who_prefers_turtle_is_led_to_what_is_stated_about_just_it(client: httpx.Client) -> None:
    turtle = {"accept": "text/turtle"}
    for name in ("/id/evidence/g42/e4", "/id/agent/metr", "/req/seoul-2024/II.g"):
        found = client.get(name, headers=turtle)
        assert (found.status_code, found.headers["location"]) == (303, f"{name}.ttl")
        assert "Accept" in found.headers["vary"]
        stated = client.get(f"{name}.ttl")
        assert stated.headers["content-type"] == "text/turtle; charset=utf-8"
        subjects = {str(q.subject) for q in ox.parse(stated.text, format=ox.RdfFormat.TURTLE)}
        assert f"<https://w3id.org/pledgegraph{name}>" in subjects
    for nothing in ("/id/nothing", "/id/nothing.ttl"):
        assert client.get(nothing, headers=turtle).status_code == 404


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("/requirements/ii.g", "There is no statement “ii.g”; the nearest are II.g"),
        ("/requirements/II.z.ttl", "There is no statement “II.z”; the nearest are II.a"),
        ("/req/paris/II.g", "There is no instrument “paris”; the nearest are seoul-2024."),
        ("/req/seoul-2024/ii.g", "There is no statement “ii.g”; the nearest are II.g"),
        ("/id/nothing", "There is no page “https://w3id.org/pledgegraph/id/nothing”."),
        (
            "/req/seoul-2024/II.g/place/9",
            "There is no statement “II.g/place/9”",
        ),
        ("/nothing", "There is no page “/nothing”."),
        ("/id/%3Cb%3E", "There is no page “https://w3id.org/pledgegraph/id/<b>”."),
        ("/req/seoul-2024/%22", 'There is no statement “"'),
        ("/req/seoul-2024/II.g%0A", "There is no statement “II.g\n”"),
        ("/req/%00", "There is no instrument “\x00”"),
        ("/requirements/%FF", "There is no statement “�”."),
        ("/assets/nothing.css", "There is no page “/assets/nothing.css”."),
        ("/assets/" + "a" * 300 + ".css", "There is no page “/assets/aaa"),
        ("/requirements/II.g/", "There is no page “/requirements/II.g/”."),
        ("/assets/..%2Fapp.py", "There is no page “/assets/../app.py”."),
    ],
)
def test_what_is_not_there_is_a_problem_with_a_code(
    client: httpx.Client, path: str, detail: str
) -> None:
    found = client.get(path)
    assert found.headers["content-type"] == "application/problem+json"
    problem = found.json()
    assert problem["detail"].startswith(detail)
    assert (found.status_code, problem["status"]) == (404, 404)
    assert (problem["code"], problem["title"]) == ("NOT_FOUND", "Not Found")


@given(
    st.sampled_from(["/", "/id/", "/req/", "/requirements/", "/assets/"]), st.binary(max_size=40)
)
@settings(max_examples=150)
def test_no_address_whatever_is_a_fault_of_ours(
    client: httpx.Client, start: str, rest: bytes
) -> None:
    assert client.get(start + quote(rest, safe="")).status_code < 500


def test_only_what_has_a_page_is_linked_as_near(client: httpx.Client) -> None:
    page = Page(client.get("/req/paris/II.g", headers=HTML).text)
    assert "There is no instrument “paris”; the nearest are seoul-2024." in page.text
    assert [link for link in page.links if "seoul-2024" in link and link.startswith("/")] == []


def test_a_page_is_made_once(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(service, Settings())
    with serve(app) as url:
        first = httpx.get(f"{url}/commitments.ttl")
        monkeypatch.setattr("pledgegraph.web.pages.format_turtle", None)
        again = httpx.get(f"{url}/commitments.ttl")
        assert (again.status_code, again.content) == (200, first.content)
        assert httpx.get(f"{url}/requirements/II.g.ttl").status_code == 500


def test_people_get_the_problem_as_a_page_with_links_to_the_nearest(client: httpx.Client) -> None:
    found = client.get("/requirements/<b>ii.g", headers=HTML)
    page = Page(found.text)
    assert found.status_code == 404
    assert "/requirements/II.g" in page.links
    assert "There is no statement “<b>ii.g”. The nearest are:" in page.text


def test_a_method_that_is_not_taken_names_those_that_are(client: httpx.Client) -> None:
    found = client.post("/")
    assert found.status_code == 405
    assert found.json()["code"] == "METHOD_NOT_ALLOWED"
    assert "POST is not taken at /; expected one of GET, HEAD" in found.json()["detail"]


def test_every_answer_carries_the_security_headers(client: httpx.Client) -> None:
    for path in ("/", "/nothing", "/assets/pledgegraph.css", "/graphql?query={__typename}"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
        assert headers["x-content-type-options"] == "nosniff"


def test_any_site_may_read_the_data(client: httpx.Client) -> None:
    found = client.get("/commitments.json", headers={"origin": "https://example.org"})
    assert found.headers["access-control-allow-origin"] == "*"
    asking = {
        "origin": "https://example.org",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    found = client.options("/graphql", headers=asking)
    assert found.status_code == 200
    assert "POST" in found.headers["access-control-allow-methods"]


def test_health_and_readiness(client: httpx.Client, service: Service) -> None:
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/ready").json() == {
        "status": "ready",
        "revision": service.catalogue.revision,
    }


def test_graphql_answers_at_its_address(client: httpx.Client, service: Service) -> None:
    found = client.post("/graphql", json={"query": "{ datasetRevision }"})
    assert found.json() == {"data": {"datasetRevision": service.catalogue.revision}}


def test_an_unexpected_error_says_nothing_of_the_inside(
    service: Service, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(service, Settings())

    def fail(*_: object) -> None:
        raise RuntimeError("the secret inside")

    monkeypatch.setattr(type(service.catalogue), "get_statement", fail)
    with serve(app) as url:
        found = httpx.get(f"{url}/requirements/II.g")
    assert found.status_code == 500
    assert found.headers["content-security-policy"].startswith("default-src 'none'")
    assert len(caplog.records) == 1
    assert json.loads(found.text)["detail"] == "Something went wrong on our side. It was logged."
    assert "the secret inside" not in found.text
    assert "the secret inside" in caplog.text
