"""`pledgegraph.graphql.sorting`."""

from operator import attrgetter

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.graphql import sorting
from pledgegraph.graphql.connections import sort_records
from pledgegraph.graphql.lists import Sorting
from tests.asking import ask


@pytest.mark.parametrize(
    ("records", "kind"),
    [
        ("provisions", sorting.PROVISIONS),
        ("statements", sorting.STATEMENTS),
        ("organisations", sorting.ORGANISATIONS),
        ("frameworks", sorting.FRAMEWORKS),
        ("versions", sorting.VERSIONS),
        ("changes", sorting.CHANGES),
        ("thresholds", sorting.THRESHOLDS),
        ("documents", sorting.DOCUMENTS),
        ("evidence", sorting.EVIDENCE),
        ("bearings", sorting.BEARINGS),
        ("assessments", sorting.ASSESSMENTS),
        ("campaigns", sorting.CAMPAIGNS),
        ("events", sorting.EVENTS),
        ("searches", sorting.SEARCHES),
        ("commitment_sets", sorting.COMMITMENT_SETS),
        ("crosswalk_links", sorting.CROSSWALK_LINKS),
    ],
)
def test_by_default_a_list_has_the_order_of_the_catalogue(
    service: Service, records: str, kind: Sorting
) -> None:
    catalogue = service.catalogue
    key = kind.keys[kind.default]
    expected = getattr(catalogue, records)
    found = sort_records(
        expected, key=lambda record: key(catalogue, record), id_of=attrgetter("iri")
    )
    assert [record.iri for record in found.records] == [record.iri for record in expected]


def list_dates(service: Service, asked: str) -> list[str | None]:
    query = f"{{ found: {asked} {{ nodes {{ issued {{ earliest }} }} }} }}"
    nodes = ask(service, query)["found"]["nodes"]
    return [node["issued"] and node["issued"]["earliest"] for node in nodes]


def test_versions_are_sorted_by_date_both_ways(service: Service) -> None:
    oldest = list_dates(service, "frameworkVersions(orderBy: ISSUED, first: 41)")
    newest = list_dates(service, "frameworkVersions(orderBy: ISSUED_REVERSED, first: 41)")
    assert (oldest[0], oldest[-1]) == ("2023-09-19", "2026-09-17")
    assert newest == oldest[::-1]


def test_no_version_stands_before_the_one_it_replaces(service: Service) -> None:
    query = """query ($order: FrameworkVersionOrder!) {
      frameworkVersions(filter: {organisation: ["magic"]}, orderBy: $order) { nodes { slug } }
    }"""
    # The second is stated as July 2024, which begins before the day of the first.
    expected = [{"slug": "1-0"}, {"slug": "1-0-reissue-2024-07"}]
    for order in ("FRAMEWORK", "ISSUED"):
        assert ask(service, query, order=order)["frameworkVersions"]["nodes"] == expected
    found = ask(service, query, order="ISSUED_REVERSED")["frameworkVersions"]
    assert found["nodes"] == expected[::-1]


def test_what_is_undated_stands_last(service: Service) -> None:
    dates = list_dates(service, "assessments(orderBy: PUBLISHED, first: 100)")
    assert dates[0] is not None
    assert list_dates(service, "assessments(orderBy: PUBLISHED, last: 1)") == [None]
    assert dates == sorted(dates, key=str, reverse=True)


def test_evidence_is_sorted_by_the_date_of_its_source(service: Service) -> None:
    query = """query ($first: Int, $last: Int) {
      evidence(orderBy: PUBLISHED, first: $first, last: $last) {
        nodes { source { issued { earliest } } }
      }
    }"""
    nodes = ask(service, query, first=100)["evidence"]["nodes"]
    dates = [node["source"]["issued"]["earliest"] for node in nodes]
    assert dates == sorted(dates, reverse=True)
    [last] = ask(service, query, last=1)["evidence"]["nodes"]
    assert last == {"source": {"issued": None}}


def test_organisations_are_sorted_by_cohort(service: Service) -> None:
    query = """{ organisations(orderBy: COHORT, last: 6) {
      nodes { slug endorsement { cohort { notation } } }
    } }"""
    nodes = ask(service, query)["organisations"]["nodes"]
    assert [node["slug"] for node in nodes] == [
        "xai",
        "zhipu-ai",
        "01-ai",
        "magic",
        "minimax",
        "nvidia",
    ]
    assert nodes[1]["endorsement"]["cohort"]["notation"] == "original-list"
    assert nodes[2]["endorsement"]["cohort"]["notation"] == "added-list"


def test_thresholds_are_sorted_by_risk(service: Service) -> None:
    query = """{ thresholds(orderBy: RISK, first: 100) { nodes { risks { position } } } }"""
    nodes = ask(service, query)["thresholds"]["nodes"]
    first = [min(risk["position"] for risk in node["risks"]) for node in nodes]
    assert first == sorted(first)
    assert len(set(first)) > 5


def test_events_are_sorted_both_ways(service: Service) -> None:
    query = """query ($order: EventOrder!) {
      events(orderBy: $order, first: 2) { nodes { identifier } }
    }"""
    assert ask(service, query, order="START")["events"]["nodes"] == [
        {"identifier": "white-house-commitments-2023"},
        {"identifier": "white-house-commitments-second-group"},
    ]
    assert ask(service, query, order="START_REVERSED")["events"]["nodes"] == [
        {"identifier": "ny-raise-effective"},
        {"identifier": "india-2026"},
    ]
