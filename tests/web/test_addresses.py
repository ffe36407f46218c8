"""`pledgegraph.web.addresses`; more of it over HTTP in `test_app`."""

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import NotFound
from pledgegraph.terms import SITE
from pledgegraph.web.addresses import describe, get_address
from pledgegraph.web.forms import HTML
from pledgegraph.web.pages import create_pages
from tests.web.reading import Page


def test_every_subject_of_the_instrument_leads_to_a_page(service: Service) -> None:
    base = "https://w3id.org/pledgegraph/"
    [graph] = [g for g in service.store.list_graphs() if g.endswith("/instrument/seoul-2024")]
    subjects = {str(triple.subject) for triple in service.store.list_triples(graph=graph)}
    found = {get_address(service, subject.removeprefix(base)) for subject in subjects}
    starts = ("/commitments#", "/requirements/")
    assert {a for a in found if not a.startswith(starts)} == {"/commitments"}
    assert len(subjects) > 400


@pytest.mark.parametrize("path", ["", "id", "req", "id/provision/seoul-2024/IX", "req/seoul-2024/"])
def test_what_nothing_is_called_is_not_found(service: Service, path: str) -> None:
    with pytest.raises(NotFound):
        get_address(service, path)


def test_everything_about_an_organisation_leads_to_its_place_there(service: Service) -> None:
    pages = create_pages(service, ask=lambda *_: b"")
    ids = {
        o.slug: set(Page(pages.organisations.show_organisation(o.slug, HTML).decode()).ids)
        for o in service.catalogue.organisations
    }
    folders = ("organisations", "frameworks", "documents", "evidence", "assessments", "searches")
    graphs = [
        g for g in service.store.list_graphs() if g.rpartition("/data/")[2].startswith(folders)
    ]
    subjects = {str(t.subject) for g in graphs for t in service.store.list_triples(graph=g)}
    found = {get_address(service, subject.removeprefix(SITE)) for subject in subjects}
    places = [address.removeprefix("/organisations/").partition("#") for address in sorted(found)]
    assert [(slug, place) for slug, _, place in places if place and place not in ids[slug]] == []
    assert len(found) > 900
    assert len(subjects) > 2_000


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("id/organisation/g42", "/organisations/g42"),
        ("id/organisation/g42/headquartering/AE", "/organisations/g42#headquartering/AE"),
        ("id/organisation/g42/endorsement/seoul-2024", "/organisations/g42#endorsement/seoul-2024"),
        ("id/evidence/g42/e4", "/organisations/g42#e4"),
        ("id/evidence/g42/e4/bearing/I", "/organisations/g42#e4"),
        ("id/evidence/g42/e4/bearing/I.a", "/organisations/g42#e4"),
        ("id/coding/g42/e2/1", "/organisations/g42#e2"),
        ("id/settlement/g42/e17", "/organisations/g42#e17"),
        ("id/search/ibm/2025-12-09", "/organisations/ibm#search/2025-12-09"),
        ("id/assessment/xai/1/result", "/organisations/xai#assessment/1"),
        (
            "id/assessment/fli-2024/anthropic/overall",
            "/organisations/anthropic#assessment/fli-2024/overall",
        ),
        ("id/document/saferai-ratings", "/organisations/anthropic#e3"),
        ("id/event/joined-magic", "/events/joined-magic"),
        ("id/event/paris-2025", "/events/paris-2025"),
        ("id/event/paris-2025/deadline/PRE.e", "/events/paris-2025#deadline"),
        ("shapes#P-I.a", "/rules/P-I.a"),
        ("shapes#Event-label", "/rules/Event-label"),
        # What a rule is made with leads to the rule.
        ("shapes#P-I.a-claimed", "/rules/P-I.a"),
        ("shapes", "/rules"),
        ("profile/commitment", "/rules?profile=commitment"),
    ],
)
def test_a_name_leads_to_the_place_that_tells_of_it(
    service: Service, path: str, address: str
) -> None:
    assert get_address(service, path) == address


@pytest.mark.parametrize("path", ["id/agent/metr", "id/campaign/fli-2024", "id/dataset"])
def test_what_no_page_shows_yet_has_its_turtle(service: Service, path: str) -> None:
    with pytest.raises(NotFound) as caught:
        get_address(service, path)
    assert caught.value.nearest == (f"/{path}.ttl",)
    assert describe(service, path).startswith(b"@prefix ")
