"""`kit.html`: what every page with a state in its address is made of."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.web.rendering import Deployment, Renderer, create_renderer
from pledgegraph.web.state import PageState
from tests.web.reading import Page
from tests.web.states import read

HOSTILE = '"><script>alert(1)</script>'


def create(service: Service, deployment: Deployment) -> Renderer:
    return create_renderer(
        lambda *_: b"",
        instrument=service.catalogue.get_instrument("seoul-2024"),
        revision=service.catalogue.revision,
        deployment=deployment,
    )


@pytest.fixture
def renderer(service: Service) -> Renderer:
    return create(service, Deployment())


def make(renderer: Renderer, call: str, state: PageState | None = None, **values: object) -> str:
    template = renderer.templates.from_string(f'{{% import "kit.html" as kit %}}{{{{ {call} }}}}')
    return template.render(state=state or read(""), **values)


def test_the_days_of_the_data_are_the_default(renderer: Renderer) -> None:
    made = make(renderer, "kit.known_on(state)")
    assert "On record as of 2026-11-23, as known on 2026-11-23, the last day of the data." in (
        Page(made).text
    )
    assert "<details" in made
    assert " open>" not in made


def test_other_days_lead_back(renderer: Renderer) -> None:
    state = read("as_of=2025-02-11&organisations=g42")
    made = make(renderer, "kit.known_on(state)", state)
    assert "/compare?organisations=g42" in Page(made).links
    assert '<input type="hidden" name="organisations" value="g42">' in made
    assert '<input type="date" id="as-of" name="as_of" value="2025-02-11"' in made
    assert '<input type="date" id="known-by" name="known_by" value="2026-11-23"' in made
    assert 'type="hidden" name="as_of"' not in made


def test_the_other_forms_are_of_the_same_state(renderer: Renderer) -> None:
    state = read("as_of=2025-02-11")
    made = make(renderer, 'kit.formats(state, false, [["matrix", "/m.csv"]])', state)
    assert Page(made).links == [
        "/compare.json?as_of=2025-02-11",
        "/compare.ttl?as_of=2025-02-11",
        "/m.csv",
    ]


def test_what_the_address_says_is_escaped(renderer: Renderer) -> None:
    state = read("text=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    for call in ("known_on(state)", f"foot(state, {json.dumps(HOSTILE)}, '')", "links(state)"):
        assert "<script" not in make(renderer, f"kit.{call}", state)


def test_the_query_behind_a_page_can_be_run(renderer: Renderer) -> None:
    document, variables = "query A($o: [String!]) { x }", {"o": ["g42"], "asOf": "2025-02-11"}
    made = make(renderer, "kit.ask(d, v)", d=document, v=variables)
    [link] = Page(made).links
    asked = parse_qs(urlsplit(link).query)
    assert (urlsplit(link).path, asked["query"]) == ("/graphql", [document])
    assert json.loads(asked["variables"][0]) == variables
    assert "variables" not in make(renderer, "kit.ask('{ x }')")


def test_a_problem_is_reported_where_the_setting_says(service: Service) -> None:
    call = "kit.report(state, 'Compare & more')"
    nowhere = Page(make(create(service, Deployment()), call))
    assert "This server names no contact." in nowhere.text
    assert nowhere.links == []
    issues = create(service, Deployment(report_to="https://example.org/issues"))
    assert Page(make(issues, call)).links == ["https://example.org/issues"]
    mail = create(service, Deployment("https://p.example.org", "mailto:r@example.org"))
    [link] = Page(make(mail, call)).links
    asked = parse_qs(urlsplit(link).query)
    assert link.startswith("mailto:r@example.org?subject=")
    assert asked["subject"] == ["Problem: Compare & more"]
    assert asked["body"][0].splitlines()[:2] == [
        "Page: Compare & more",
        "Address: https://p.example.org/compare?as_of=2026-11-23&known_by=2026-11-23",
    ]


def test_a_status_is_a_sign_and_a_word(renderer: Renderer) -> None:
    made = make(renderer, "kit.status('partly', '2 for')")
    assert 'aria-hidden="true">±<' in made
    assert Page(made).text == "± partly supported 2 for"


def test_a_legend_may_be_of_some(renderer: Renderer) -> None:
    assert make(renderer, "kit.legend()").count("<dt>") == 10
    some = Page(make(renderer, "kit.legend(['none-found', 'supported'])")).text
    assert some == (
        "+ supported something for it, nothing against it ∅ none found a dated search found nothing"
    )
