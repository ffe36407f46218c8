"""Assessments, those who make them and their scales, over the schema."""

from copy import copy
from dataclasses import replace

import pytest

from pledgegraph.bootstrap import Service
from tests.asking import answer, ask


def test_an_assessment_is_given_as_its_assessor_gave_it(service: Service) -> None:
    query = """{ assessment(identifier: "meta/7") {
      assessor { label }
      subject { __typename ... on Organisation { slug } }
      organisation { slug }
      test { __typename ... on AssessmentCriterion { campaign { slug } } }
      campaign { slug }
      resultAsStated
      score
      rating { notation label position scale { title lowest highest } }
      isTabled
    } }"""
    assert ask(service, query)["assessment"] == {
        "assessor": {"label": "Future of Life Institute"},
        "subject": {"__typename": "Organisation", "slug": "meta"},
        "organisation": {"slug": "meta"},
        "test": {"__typename": "AssessmentCriterion", "campaign": {"slug": "fli-2024"}},
        "campaign": {"slug": "fli-2024"},
        "resultAsStated": "F (0.65)",
        "score": "0.65",
        "rating": {
            "notation": "F",
            "label": "F",
            "position": 13,
            "scale": {
                "title": "Grades of the FLI AI Safety Index 2024",
                "lowest": "0",
                "highest": "4.3",
            },
        },
        "isTabled": False,
    }


def test_a_version_is_assessed_too(service: Service) -> None:
    query = """query ($at: String) { assessments(first: 100, after: $at) {
      nodes { subject { __typename ... on FrameworkVersion { publisher { id } } }
              organisation { id } }
      pageInfo { hasNextPage endCursor }
    } }"""
    at, subjects = None, []
    while True:
        found = ask(service, query, at=at)["assessments"]
        subjects += [n for n in found["nodes"] if n["subject"]["__typename"] != "Organisation"]
        at = found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            break
    assert subjects
    assert all(n["subject"]["publisher"] == n["organisation"] for n in subjects)


def test_a_campaign_tells_who_judges_what_and_how(service: Service) -> None:
    query = """{ assessmentCampaign(slug: "fli-2024") {
      slug
      assessors { __typename label ... on Assessor { campaigns { slug } } }
      scales { title values { notation } }
      criteria(first: 2) { totalCount nodes { label campaign { slug } } }
      assessments(filter: {organisation: ["meta"]}) { totalCount }
      notIndependentOf { __typename }
    } }"""
    found = ask(service, query)["assessmentCampaign"]
    [assessor] = found["assessors"]
    assert assessor["label"] == "Future of Life Institute"
    assert {"slug": "fli-2024"} in assessor["campaigns"]
    [scale] = found["scales"]
    assert [value["notation"] for value in scale["values"]][-1] == "F"
    assert found["criteria"]["totalCount"] == 7
    assert found["criteria"]["nodes"][0]["campaign"] == {"slug": "fli-2024"}
    assert found["assessments"]["totalCount"] == 7
    assert found["notIndependentOf"] == [{"__typename": "AssessmentCampaign"}]


def test_an_assessor_has_its_assessments(service: Service) -> None:
    query = """{ assessors(first: 100) { totalCount nodes {
      label
      assessments(first: 1, filter: {tabled: false}) { nodes { assessor { label } isTabled } }
    } } }"""
    found = ask(service, query)["assessors"]
    assert found["totalCount"] == 11
    given = [(n["label"], verdict) for n in found["nodes"] for verdict in n["assessments"]["nodes"]]
    assert len(given) > 5
    assert all(
        verdict == {"assessor": {"label": label}, "isTabled": False} for label, verdict in given
    )


def test_an_assessment_may_answer_a_requirement(service: Service) -> None:
    [first, *rest] = service.catalogue.assessments
    requirement = service.catalogue.get_requirement("seoul-2024", "II.a")
    catalogue = copy(service.catalogue)
    catalogue.assessments = (replace(first, test=requirement), *rest)
    query = """{ assessments(first: 1) { nodes {
      test { __typename ... on Requirement { identifier } }
    } } }"""
    found = ask(replace(service, catalogue=catalogue), query)["assessments"]["nodes"]
    assert found == [{"test": {"__typename": "Requirement", "identifier": "II.a"}}]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ('{ assessment(identifier: "g42/99") { id } }', "g42/9"),
        ('{ assessmentCampaign(slug: "fli-2025") { id } }', "fli-2024"),
    ],
)
def test_an_unknown_name_is_told(service: Service, query: str, named: str) -> None:
    [error] = answer(service, query)["errors"]
    assert error["extensions"]["code"] == "NOT_FOUND"
    assert named in error["message"]
