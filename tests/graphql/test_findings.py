"""`pledgegraph.graphql`: reports on versions and their findings, with made-up reports."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue
from pledgegraph.errors import Busy, EngineFailure, PledgegraphError
from pledgegraph.graphql.context import Checks, Context
from pledgegraph.graphql.request import GraphQLRequest
from pledgegraph.severity import Severity
from pledgegraph.terms import REQ, SHAPE
from pledgegraph.validation.findings import Branch, Finding, ValidationReport
from pledgegraph.validation.profiles import Profile
from tests.asking import EXECUTOR, answer
from tests.reader.claims import WITH_CLAIM
from tests.reader.small import ID, read_small

SEOUL = f"{REQ.base}seoul-2024/"

CLAIMED = Finding(
    severity=Severity.VIOLATION,
    focus="x:v",
    subject="framework version “Plan”",
    path="pledge:claimAbout",
    value=None,
    message="No claim says so. Add one.",
    shape=SHAPE["P-I.a-claimed"],
    shape_name="Claim on I.a",
    component="QualifiedMinCount",
    expected="at least 1 value",
    found="nothing",
)
ASSESSED = Finding(
    severity=Severity.VIOLATION,
    focus="x:v",
    subject="framework version “Plan”",
    path=None,
    value=None,
    message="It is not described. Paragraph I asks for “it”. Add it.",
    shape=SHAPE["P-I.a"],
    shape_name="Risks are assessed",
    component="Or",
    requirements=(f"{SEOUL}I.a",),
    expected="either of two",
    because=(
        Branch(SHAPE["P-I.a-claimed"], "Claim on I.a", (CLAIMED,), is_begun=False),
        Branch("x:shape", "Described", (), value="“Plan”"),
    ),
)
GIVEN = replace(
    ASSESSED,
    message="It has no input.",
    severity=Severity.WARNING,
    shape=SHAPE["P-II.d"],
    shape_name="Input is described",
    requirements=(f"{SEOUL}II.d",),
    because=(),
)
MISSPELT = Finding(
    severity=Severity.VIOLATION,
    focus="",
    subject="unnamed thing",
    path="pledge:covrage",
    value="addressed",
    message="The ontology has no such term. Use another.",
    shape="https://w3id.org/pledgegraph/ns",
    shape_name="Declared term",
    component="Vocabulary",
    nearest=("pledge:coverage",),
)
REPORT = ValidationReport(
    findings=(ASSESSED, MISSPELT, GIVEN),
    subjects=9,
    targeted=8,
    engine="an engine",
    engine_version="1.2",
    shapes_version="0.2.0",
    shapes_digest="0123456789abcdef",
    untold={Severity.INFO: 4},
    profile=Profile.COMMITMENT,
)
NAME = 'organisation: "g42", framework: "frontier-ai-safety-framework", version: "2025-02-06"'
G42 = "https://w3id.org/pledgegraph/id/version/g42/frontier-ai-safety-framework/2025-02-06"


class Made:
    """Checks that give a made-up report, or raise; they note what they were asked."""

    def __init__(self, made: ValidationReport | PledgegraphError = REPORT) -> None:
        self.made = made
        self.asked: list[tuple[str, Profile]] = []

    def validate_version(self, version: str, *, profile: Profile) -> ValidationReport:
        self.asked.append((version, profile))
        if isinstance(self.made, PledgegraphError):
            raise self.made
        return replace(self.made, profile=profile)


def execute(catalogue: Catalogue, checks: Checks, query: str) -> dict[str, Any]:
    context = Context(catalogue, checks=checks)
    return dict(EXECUTOR.execute(GraphQLRequest(query), context=context).result)


def ask_report(service: Service, asked: str, checks: Checks | None = None) -> Any:
    """Return what is `asked` of the report on a version."""
    query = f"{{ frameworkVersion({NAME}) {{ validation(profile: COMMITMENT) {{ {asked} }} }} }}"
    found = execute(service.catalogue, checks or Made(), query)
    assert "errors" not in found, found["errors"]
    return found["data"]["frameworkVersion"]["validation"]


def test_a_report_says_what_was_checked_by_what_and_how_it_ended(service: Service) -> None:
    asked = """profile verdict passed violations warnings infos more subjects targeted
      engine { name version } shapesVersion shapesDigest findings { totalCount }"""
    assert ask_report(service, asked) == {
        "profile": "COMMITMENT",
        "verdict": "NOT_PASSED",
        "passed": False,
        "violations": 2,
        "warnings": 1,
        "infos": 4,
        "more": 4,
        "subjects": 9,
        "targeted": 8,
        "engine": {"name": "an engine", "version": "1.2"},
        "shapesVersion": "0.2.0",
        "shapesDigest": "0123456789abcdef",
        "findings": {"totalCount": 3},
    }


def test_a_finding_says_what_is_wrong_by_which_rule_and_why(service: Service) -> None:
    asked = """findings(first: 1) { nodes {
      severity subject iri path value expected found problem remedy message ruleId ruleName
      rule { identifier } requirements { identifier } nearest
      because { ruleId name value isBegun findings { ruleId path problem found because { name } } }
    } }"""
    [finding] = ask_report(service, asked)["findings"]["nodes"]
    assert finding == {
        "severity": "VIOLATION",
        "subject": "framework version “Plan”",
        "iri": "x:v",
        "path": None,
        "value": None,
        "expected": "either of two",
        "found": None,
        "problem": "It is not described.",
        "remedy": "Paragraph I asks for “it”. Add it.",
        "message": "It is not described. Paragraph I asks for “it”. Add it.",
        "ruleId": "P-I.a",
        "ruleName": "Risks are assessed",
        "rule": {"identifier": "P-I.a"},
        "requirements": [{"identifier": "I.a"}],
        "nearest": [],
        "because": [
            {
                "ruleId": "P-I.a-claimed",
                "name": "Claim on I.a",
                "value": None,
                "isBegun": False,
                "findings": [
                    {
                        "ruleId": "P-I.a-claimed",
                        "path": "pledge:claimAbout",
                        "problem": "No claim says so.",
                        "found": "nothing",
                        "because": [],
                    }
                ],
            },
            {
                "ruleId": None,
                "name": "Described",
                "value": "“Plan”",
                "isBegun": True,
                "findings": [],
            },
        ],
    }


def test_what_is_wrong_by_no_shape_names_no_rule(service: Service) -> None:
    asked = "findings(last: 1) { nodes { iri value ruleId ruleName rule { id } nearest } }"
    given = Made(replace(REPORT, findings=(MISSPELT,)))
    assert ask_report(service, asked, given)["findings"]["nodes"] == [
        {
            "iri": None,
            "value": "addressed",
            "ruleId": None,
            "ruleName": "Declared term",
            "rule": None,
            "nearest": ["pledge:coverage"],
        }
    ]


@pytest.mark.parametrize(
    ("arguments", "rules"),
    [
        ("", ["P-I.a", None, "P-II.d"]),
        ("(orderBy: REQUIREMENT)", ["P-I.a", "P-II.d", None]),
        ("(filter: {severity: [WARNING]})", ["P-II.d"]),
        ('(filter: {rule: ["P-II.d", "P-I.b"]})', ["P-II.d"]),
        ('(filter: {requirement: ["I.a", "I.b"]})', ["P-I.a"]),
        ('(filter: {requirement: ["I.a"], severity: [WARNING]})', []),
        ("(filter: {rule: []})", []),
        ("(filter: {})", ["P-I.a", None, "P-II.d"]),
    ],
)
def test_findings_are_sorted_and_filtered(
    service: Service, arguments: str, rules: list[str | None]
) -> None:
    found = ask_report(service, f"findings{arguments} {{ nodes {{ ruleId }} }}")["findings"]
    assert [node["ruleId"] for node in found["nodes"]] == rules


def test_findings_that_are_alike_are_each_on_one_page(service: Service) -> None:
    alike = tuple(replace(ASSESSED, found=f"{n} values", because=()) for n in range(5))
    made = Made(replace(REPORT, findings=alike))
    found: list[str] = []
    after = ""
    for _ in range(3):
        asked = f"findings(first: 2{after}) {{ nodes {{ found }} pageInfo {{ endCursor }} }}"
        page = ask_report(service, asked, made)["findings"]
        found += [node["found"] for node in page["nodes"]]
        after = f', after: "{page["pageInfo"]["endCursor"]}"'
    assert sorted(found) == ["0 values", "1 values", "2 values", "3 values", "4 values"]


@pytest.mark.parametrize(
    ("filter", "argument"),
    [('rule: ["P-I.z"]', "rule"), ('requirement: ["P-I.a"]', "requirement")],
)
def test_an_unknown_name_is_told_with_those_like_it(
    service: Service, filter: str, argument: str
) -> None:
    asked = f"findings(filter: {{{filter}}}) {{ totalCount }}"
    query = f"{{ frameworkVersion({NAME}) {{ validation {{ {asked} }} }} }}"
    [error] = execute(service.catalogue, Made(), query)["errors"]
    assert error["extensions"]["code"] == "INVALID_ARGUMENT"
    assert error["extensions"]["argument"] == argument


def test_without_a_claim_a_report_says_that_the_text_is_not_reviewed(service: Service) -> None:
    assert ask_report(service, "claims statement") == {
        "claims": 0,
        "statement": "A finding speaks of the record that is kept here of this version, and not of "
        "the organisation; no claim about it is on record, so its text has not been read for these "
        "requirements here (not reviewed), and what the findings miss may well be in it.",
    }


def test_with_a_claim_it_says_only_what_a_finding_speaks_of(service: Service) -> None:
    catalogue = Catalogue(read_small(service, WITH_CLAIM), revision="r")
    query = f"""{{ node(id: "{ID}version/lab/policy/1") {{ ... on FrameworkVersion {{
      validation {{ claims statement }} }} }} }}"""
    assert execute(catalogue, Made(), query)["data"]["node"]["validation"] == {
        "claims": 1,
        "statement": "A finding speaks of the record that is kept here of this version, and not of "
        "the organisation.",
    }


def test_without_a_profile_the_least_is_asked(service: Service) -> None:
    made = Made()
    query = f"{{ frameworkVersion({NAME}) {{ validation {{ profile }} }} }}"
    found = execute(service.catalogue, made, query)["data"]["frameworkVersion"]
    assert found == {"validation": {"profile": "RECORD"}}
    assert made.asked == [(G42, Profile.RECORD)]


@pytest.mark.parametrize(
    ("error", "code", "fields"),
    [
        (Busy(service="validation", seconds=20), "BUSY", {"seconds": 20}),
        (
            EngineFailure(engine="an engine", problem="it ran for 20 s"),
            "ENGINE_FAILURE",
            {"problem": "it ran for 20 s"},
        ),
    ],
)
def test_where_there_is_no_report_now_the_rest_of_the_answer_stands(
    service: Service, error: PledgegraphError, code: str, fields: dict[str, object]
) -> None:
    query = f"{{ frameworkVersion({NAME}) {{ slug validation {{ passed }} }} }}"
    found = execute(service.catalogue, Made(error), query)
    assert found["data"] == {"frameworkVersion": {"slug": "2025-02-06", "validation": None}}
    [told] = found["errors"]
    assert told["path"] == ["frameworkVersion", "validation"]
    assert told["extensions"]["code"] == code
    assert {name: told["extensions"][name] for name in fields} == fields


def test_where_nothing_is_checked_an_error_says_so(service: Service) -> None:
    found = answer(service, f"{{ frameworkVersion({NAME}) {{ slug validation {{ passed }} }} }}")
    assert found["data"] == {"frameworkVersion": {"slug": "2025-02-06", "validation": None}}
    [told] = found["errors"]
    assert told["extensions"]["code"] == "NOT_CHECKED_HERE"
    assert told["message"].startswith("validation: no record is checked here; expected ")


def ask_many(service: Service, count: int, asked: str) -> dict[str, Any]:
    query = f"{{ frameworkVersions(first: {count}) {{ nodes {{ validation {{ {asked} }} }} }} }}"
    return execute(service.catalogue, Made(), query)


def test_one_request_asks_for_five_versions_at_most(service: Service) -> None:
    asked = "passed findings(first: 20) { nodes { severity ruleId problem remedy expected found } }"
    found = ask_many(service, 5, asked)
    assert [n["validation"]["passed"] for n in found["data"]["frameworkVersions"]["nodes"]] == [
        False
    ] * 5
    [error] = ask_many(service, 6, "passed")["errors"]
    assert error["extensions"]["code"] == "COST_LIMIT_EXCEEDED"
