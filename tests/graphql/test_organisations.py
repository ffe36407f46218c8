"""Organisations, over the schema."""

from pledgegraph.bootstrap import Service
from tests.asking import answer, ask


def test_an_organisation_tells_who_it_is_and_when_it_agreed(service: Service) -> None:
    query = """{ organisation(slug: "g42") {
      label
      homepage
      headquarterings { country { notation label } }
      endorsement {
        organisation { slug }
        instrument { identifier }
        cohort { notation }
        issued { stated earliest latest }
        listedIn { issued { stated } }
      }
    } }"""
    assert ask(service, query)["organisation"] == {
        "label": "G42",
        "homepage": "https://www.g42.ai/",
        "headquarterings": [{"country": {"notation": "AE", "label": "United Arab Emirates"}}],
        "endorsement": {
            "organisation": {"slug": "g42"},
            "instrument": {"identifier": "seoul-2024"},
            "cohort": {"notation": "original-list"},
            "issued": {"stated": "2024-05-21", "earliest": "2024-05-21", "latest": "2024-05-21"},
            "listedIn": [{"issued": {"stated": "2025-02-07"}}],
        },
    }


def test_an_organisation_has_lists_of_its_own(service: Service) -> None:
    query = """{ organisation(slug: "ibm") {
      frameworks { totalCount }
      thresholds { totalCount }
      evidence(first: 100) { totalCount nodes { organisations { slug } } }
      assessments(first: 100) { totalCount nodes { organisation { slug } } }
      searches { nodes { organisation { slug } searchedOn publication { notation } } }
    } }"""
    found = ask(service, query)["organisation"]
    assert (found["frameworks"]["totalCount"], found["thresholds"]["totalCount"]) == (0, 0)
    assert found["evidence"]["totalCount"] == len(found["evidence"]["nodes"]) > 10
    assert all({"slug": "ibm"} in node["organisations"] for node in found["evidence"]["nodes"])
    assert {node["organisation"]["slug"] for node in found["assessments"]["nodes"]} == {"ibm"}
    assert found["searches"]["nodes"] == [
        {
            "organisation": {"slug": "ibm"},
            "searchedOn": "2025-12-09",
            "publication": {"notation": "out-of-scope"},
        }
    ]


def test_a_list_of_an_organisation_is_filtered_within_it(service: Service) -> None:
    query = """query ($other: EvidenceFilter!) { organisation(slug: "xai") {
      evidence(filter: {provision: ["II"]}) { nodes { identifier } }
      others: evidence(filter: $other) { totalCount }
      thresholds(filter: {riskDomain: ["cyber-offence"]}) { totalCount }
      assessments(filter: {campaign: ["fli-2024"]}, first: 1) { nodes { campaign { slug } } }
    } }"""
    found = ask(service, query, other={"organisation": ["g42"]})["organisation"]
    names = [e["identifier"] for e in found["evidence"]["nodes"]]
    assert names == ["xai/e1", "xai/e7", "xai/e8", "xai/e20"]
    assert found["others"]["totalCount"] == 0
    assert found["assessments"]["nodes"] == [{"campaign": {"slug": "fli-2024"}}]


def test_an_organisation_gives_the_campaigns_that_judge_it(service: Service) -> None:
    query = """{ organisation(slug: "g42") {
      campaigns { totalCount nodes { slug } }
      assessments(first: 100) { nodes { campaign { slug } } }
    } }"""
    found = ask(service, query)["organisation"]
    assert found["campaigns"] == {
        "totalCount": 3,
        "nodes": [
            {"slug": "metr-common-elements"},
            {"slug": "saferai-2025"},
            {"slug": "seoul-commitment-tracker"},
        ],
    }
    judged_in = [node["campaign"] for node in found["assessments"]["nodes"]]
    assert all(campaign in judged_in for campaign in found["campaigns"]["nodes"])


def test_an_unknown_organisation_is_told_with_the_nearest(service: Service) -> None:
    [error] = answer(service, '{ organisation(slug: "g43") { id } }')["errors"]
    assert error["extensions"] == {
        "code": "NOT_FOUND",
        "kind": "organisation",
        "given": "g43",
        "nearest": ["g42"],
    }
