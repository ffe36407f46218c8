"""Evidence, bearings and sources, over the schema."""

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import EvidenceFilter
from tests.asking import answer, ask


def test_a_piece_of_evidence_gives_its_place_and_its_provenance(service: Service) -> None:
    query = """{ evidenceItem(identifier: "g42/e4") {
      identifier
      source { __typename slug title publisher { label } issued { stated } url }
      locator
      noLocatorBecause
      organisations { slug }
      kind { notation }
      quality { notation }
      provisions { identifier }
      codings { round }
      settlement { because }
      bearings {
        evidence { identifier }
        direction { notation }
        bearsOn {
          __typename
          ... on Provision { identifier }
          ... on NormativeStatement { identifier }
        }
        provision { identifier }
        drawnBy { __typename label }
        drawnOn
        mode
        reviewState { notation }
        because
      }
    } }"""
    assert ask(service, query)["evidenceItem"] == {
        "identifier": "g42/e4",
        "source": {
            "__typename": "FrameworkVersion",
            "slug": "2025-02-06",
            "title": "G42's Frontier AI Safety Framework (February 2025)",
            "publisher": {"label": "G42"},
            "issued": {"stated": "2025-02-06"},
            "url": "https://www.g42.ai/application/files/9517/3882/2182/"
            "G42_Frontier_Safety_Framework_Publication_Version.pdf",
        },
        "locator": "section 2, pp. 4-6",
        "noLocatorBecause": None,
        "organisations": [{"slug": "g42"}],
        "kind": {"notation": "framework-text"},
        "quality": None,
        "provisions": [{"identifier": "I"}],
        "codings": [],
        "settlement": None,
        "bearings": [
            {
                "evidence": {"identifier": "g42/e4"},
                "direction": {"notation": "supports"},
                "bearsOn": {"__typename": kind, "identifier": name},
                "provision": {"identifier": "I"},
                "drawnBy": {"__typename": "OtherAgent", "label": "Pledgegraph editors"},
                "drawnOn": day,
                "mode": "semiAuto",
                "reviewState": {"notation": "drafted"},
                "because": None,
            }
            for kind, name, day in (
                ("Provision", "I", "2026-11-23"),
                ("Requirement", "I.a", "2026-11-24"),
                ("Requirement", "I.e", "2026-11-24"),
            )
        ],
    }


def test_voices_are_counted_over_the_whole_list_and_not_the_page(service: Service) -> None:
    query = """query ($first: Int!) {
      evidence(filter: {provision: ["II"], direction: ["contradicts"]}, first: $first) {
        totalCount voices nodes { source { publisher { label } } }
      }
    }"""
    one = ask(service, query, first=1)["evidence"]
    every = ask(service, query, first=100)["evidence"]
    assert one["totalCount"] == every["totalCount"] == len(every["nodes"])
    publishers = {node["source"]["publisher"]["label"] for node in every["nodes"]}
    # One more voice than publishers: a report by Stanford CRFM holds the answers of IBM.
    assert len(publishers) == 6
    assert one["voices"] == every["voices"] == 7


def test_a_provision_has_its_evidence(service: Service) -> None:
    query = """{ provision(instrument: "seoul-2024", id: "II") {
      evidence(first: 0) { totalCount voices }
      against: evidence(first: 0, filter: {direction: ["contradicts"]}) { totalCount }
      within: evidence(filter: {organisation: ["xai"], provision: ["I", "II"]}) {
        nodes { identifier provisions { identifier } }
      }
      elsewhere: evidence(filter: {provision: ["I"]}) { totalCount }
    } }"""
    found = ask(service, query)["provision"]
    every = service.catalogue.list_evidence(EvidenceFilter(provisions=("II",)))
    assert found["evidence"] == {
        "totalCount": len(every),
        "voices": service.catalogue.count_voices(every),
    }
    assert 0 < found["against"]["totalCount"] < len(every)
    assert found["within"]["nodes"] == [
        {"identifier": name, "provisions": [{"identifier": p} for p in provisions.split()]}
        for name, provisions in (
            ("xai/e1", "PRE II"),
            ("xai/e7", "II IV FN3"),
            ("xai/e8", "II"),
            ("xai/e20", "II VII FN3"),
        )
    ]
    on_first = service.catalogue.list_evidence(EvidenceFilter(provisions=("I",)))
    assert found["elsewhere"] == {"totalCount": len(set(on_first) & set(every))}


def test_a_document_gives_who_published_it_and_what_it_says(service: Service) -> None:
    query = """{ documents(first: 100) { totalCount nodes {
      __typename slug publisher { __typename label } availability { notation }
      evidence { totalCount nodes { source { slug } } }
    } } }"""
    found = ask(service, query)["documents"]
    assert found["totalCount"] == len(service.catalogue.documents)
    assert {node["__typename"] for node in found["nodes"]} == {"SourceDocument"}
    assert {node["publisher"]["__typename"] for node in found["nodes"]} >= {
        "Organisation",
        "OtherAgent",
    }
    assert all(
        passage["source"]["slug"] == node["slug"]
        for node in found["nodes"]
        for passage in node["evidence"]["nodes"]
    )


@pytest.mark.parametrize(
    ("query", "code", "named"),
    [
        (
            '{ provision(instrument: "seoul-2024", id: "II") '
            '{ evidence(filter: {kind: ["rumour"]}) { totalCount } } }',
            "INVALID_ARGUMENT",
            "“rumour” is no kind",
        ),
        ('{ evidenceItem(identifier: "g42/e400") { id } }', "NOT_FOUND", "g42/e4"),
    ],
)
def test_a_mistake_is_told(service: Service, query: str, code: str, named: str) -> None:
    [error] = answer(service, query)["errors"]
    assert error["extensions"]["code"] == code
    assert named in error["message"]
