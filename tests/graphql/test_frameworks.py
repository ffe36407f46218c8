"""Frameworks, versions and thresholds, over the schema."""

import pytest

from pledgegraph.bootstrap import Service
from tests.asking import answer, ask


def test_a_framework_tells_what_it_replaces(service: Service) -> None:
    query = """{
      frameworks(filter: {text: "Preparedness"}) { nodes { slug organisations { slug } } }
      framework(organisation: "xai", slug: "frontier-artificial-intelligence-framework") {
        replaces { slug replacedBy { slug } }
        versions { nodes { slug isCurrent } }
      }
    }"""
    found = ask(service, query)
    assert found["frameworks"]["nodes"] == [
        {"slug": "preparedness-framework", "organisations": [{"slug": "openai"}]}
    ]
    assert found["framework"] == {
        "replaces": [
            {
                "slug": "risk-management-framework",
                "replacedBy": [{"slug": "frontier-artificial-intelligence-framework"}],
            }
        ],
        "versions": {
            "nodes": [
                {"slug": "december-30-2025", "isCurrent": False},
                {"slug": "june-30-2026", "isCurrent": True},
            ]
        },
    }


def test_a_version_tells_its_dates_its_places_and_its_chain(service: Service) -> None:
    query = """{ frameworkVersion(
      organisation: "magic", framework: "agi-readiness-policy", version: "1-0-reissue-2024-07"
    ) {
      label
      publisher { __typename label }
      issued { stated }
      dateBasis { notation }
      rivalDates { issued { stated } basis { notation } notes }
      languages
      replaces { slug replacedBy { slug } }
      reissueOf { slug }
      isCurrent
      change { from { slug } to { slug } reasonsStated }
      thresholds { totalCount }
      evidence { totalCount voices }
    } }"""
    assert ask(service, query)["frameworkVersion"] == {
        "label": "1.0",
        "publisher": {"__typename": "Organisation", "label": "Magic"},
        "issued": {"stated": "2024-07"},
        "dateBasis": {"notation": "first-capture"},
        "rivalDates": [
            {
                "issued": {"stated": "2024-07-02"},
                "basis": {"notation": "title-page"},
                "notes": ["The heading still bears the day of the first text."],
            },
        ],
        "languages": ["en"],
        "replaces": [{"slug": "1-0", "replacedBy": [{"slug": "1-0-reissue-2024-07"}]}],
        "reissueOf": {"slug": "1-0"},
        "isCurrent": True,
        "change": {
            "from": {"slug": "1-0"},
            "to": {"slug": "1-0-reissue-2024-07"},
            "reasonsStated": False,
        },
        "thresholds": {"totalCount": 6},
        "evidence": {"totalCount": 10, "voices": 1},
    }


def test_a_first_version_has_no_change(service: Service) -> None:
    query = """{ frameworkVersion(
      organisation: "magic", framework: "agi-readiness-policy", version: "1-0"
    ) { change { id } replaces { id } reissueOf { id } translationOf { id } } }"""
    assert ask(service, query)["frameworkVersion"] == {
        "change": None,
        "replaces": [],
        "reissueOf": None,
        "translationOf": None,
    }


def test_what_was_in_force_is_sure_or_undetermined(service: Service) -> None:
    query = """query ($on: Date) { versionsInForce(asOf: $on) {
      totalCount
      nodes { state version { slug publisher { label } } }
    } }"""
    nodes = ask(service, query, on="2024-07-15")["versionsInForce"]["nodes"]
    assert [(n["version"]["publisher"]["label"], n["state"]) for n in nodes] == [
        ("Anthropic", "IN_FORCE"),
        ("Google", "IN_FORCE"),
        ("Magic", "UNDETERMINED"),
        ("Magic", "UNDETERMINED"),
        ("Naver", "IN_FORCE"),
        ("OpenAI", "IN_FORCE"),
    ]
    assert ask(service, query, on="2023-01-01")["versionsInForce"]["totalCount"] == 0


def test_what_was_not_known_is_not_in_force_and_ends_nothing(service: Service) -> None:
    query = """query ($by: Date) {
      versionsInForce(asOf: "2024-07-31", knownBy: $by) { nodes { version { slug } } }
      frameworkVersions(filter: {asOf: "2024-07-31", knownBy: $by}) { nodes { slug } }
    }"""
    for by, expected in ((None, "1-0-reissue-2024-07"), ("2024-07-30", "1-0")):
        found = ask(service, query, by=by)
        slugs = [n["version"]["slug"] for n in found["versionsInForce"]["nodes"]]
        assert slugs == [n["slug"] for n in found["frameworkVersions"]["nodes"]]
        assert {"1-0-reissue-2024-07", expected} & set(slugs) == {expected}


def test_without_a_day_it_is_the_last_that_the_data_knows_of(service: Service) -> None:
    query = """query ($on: Date!) {
      dataset { knownTo }
      given: versionsInForce(asOf: $on) { nodes { state version { id } } }
      versionsInForce { totalCount nodes { state version { id } } }
    }"""
    found = ask(service, query, on="2026-11-23")
    assert found["dataset"] == {"knownTo": "2026-11-23"}
    assert found["versionsInForce"]["nodes"] == found["given"]["nodes"]
    assert found["versionsInForce"]["totalCount"] == 15


def test_an_address_that_is_known_leads_to_what_stands_there(service: Service) -> None:
    query = """{ thresholds(filter: {organisation: ["g42"]}, first: 1) { nodes {
      sources
      sourceRecords { __typename title url }
      domains { notation }
    } } }"""
    [threshold] = ask(service, query)["thresholds"]["nodes"]
    records = threshold["sourceRecords"]
    assert [record["url"] for record in records] == threshold["sources"]
    assert [(record["__typename"], record["title"]) for record in records] == [
        ("SourceDocument", "Frontier Safety Framework Corpus"),
        ("FrameworkVersion", "G42's Frontier AI Safety Framework (February 2025)"),
    ]
    assert threshold["domains"] == [{"notation": "chemical-biological-radiological-nuclear"}]


def test_versions_in_force_come_in_pages(service: Service) -> None:
    query = """query ($at: String) { versionsInForce(first: 8, after: $at) {
      nodes { version { id } } pageInfo { hasNextPage endCursor }
    } }"""
    first = ask(service, query)["versionsInForce"]
    second = ask(service, query, at=first["pageInfo"]["endCursor"])["versionsInForce"]
    assert (len(first["nodes"]), len(second["nodes"])) == (8, 7)
    assert second["pageInfo"]["hasNextPage"] is False


def test_a_threshold_gives_its_numbers_exactly(service: Service) -> None:
    query = """{ thresholds(filter: {organisation: ["anthropic"], quantified: true}, first: 1) {
      nodes {
        label
        organisation { slug }
        version { slug isCurrent }
        isCurrent
        risks { notation }
        bases { kind { notation } quantity { comparator { notation } value unit } }
        assessability { notation }
      }
    } }"""
    [threshold] = ask(service, query)["thresholds"]["nodes"]
    assert threshold["organisation"] == {"slug": "anthropic"}
    assert threshold["isCurrent"] is threshold["version"]["isCurrent"]
    assert threshold["bases"] == [
        {
            "kind": {"notation": "model-capability"},
            "quantity": {
                "comparator": {"notation": "more-than"},
                "value": "50",
                "unit": "http://qudt.org/vocab/unit/PERCENT",
            },
        }
    ]


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ('framework(organisation: "xai", slug: "risk")', "There is no framework “risk”"),
        ('framework(organisation: "xia", slug: "risk")', "There is no organisation “xia”"),
        (
            'frameworkVersion(organisation: "magic", framework: "agi-readiness-policy", '
            'version: "1.0")',
            "There is no framework version “1.0”; the nearest are 1-0",
        ),
    ],
)
def test_an_unknown_name_is_told(service: Service, asked: str, named: str) -> None:
    [error] = answer(service, f"{{ {asked} {{ id }} }}")["errors"]
    assert error["extensions"]["code"] == "NOT_FOUND"
    assert named in error["message"]
