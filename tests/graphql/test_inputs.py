"""`pledgegraph.graphql.inputs`: each part of each filter reaches the catalogue."""

from datetime import date
from typing import Any

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import (
    AssessmentFilter,
    BearingFilter,
    CrosswalkLinkFilter,
    EventFilter,
    EvidenceFilter,
    FrameworkFilter,
    OrganisationFilter,
    ThresholdFilter,
    VersionFilter,
)
from tests.asking import answer, ask

ID = "https://w3id.org/pledgegraph/id/"
XAI = f"{ID}framework/xai/risk-management-framework"
FLI = f"{ID}agent/future-of-life-institute"
GRADES = f"{ID}scale/fli-2024-grade"
HARMS = f"{ID}criterion/fli-2024/current-harms"
SUMMIT = date(2025, 2, 11)

FILTERS: list[tuple[str, str, Any]] = [
    ("organisations", 'cohort: ["added-list"]', OrganisationFilter(cohorts=("added-list",))),
    ("organisations", 'country: ["FR", "KR"]', OrganisationFilter(countries=("FR", "KR"))),
    ("organisations", "hasFramework: true", OrganisationFilter(has_framework=True)),
    ("organisations", "hasFramework: false", OrganisationFilter(has_framework=False)),
    ("organisations", 'text: "ai"', OrganisationFilter(text="ai")),
    ("frameworks", 'organisation: ["xai"]', FrameworkFilter(organisations=("xai",))),
    ("frameworks", 'text: "safety"', FrameworkFilter(text="safety")),
    ("versions", 'organisation: ["xai"]', VersionFilter(organisations=("xai",))),
    ("versions", f'framework: ["{XAI}"]', VersionFilter(frameworks=(XAI,))),
    ("versions", 'publication: ["draft"]', VersionFilter(publications=("draft",))),
    ("versions", "current: true", VersionFilter(is_current=True)),
    ("versions", "current: false", VersionFilter(is_current=False)),
    ("versions", 'issuedAfter: "2025-02-11"', VersionFilter(issued_after=SUMMIT)),
    ("versions", 'issuedBefore: "2025-02-11"', VersionFilter(issued_before=SUMMIT)),
    ("versions", 'asOf: "2025-02-11"', VersionFilter(as_of=SUMMIT)),
    ("thresholds", 'organisation: ["g42"]', ThresholdFilter(organisations=("g42",))),
    ("thresholds", 'riskDomain: ["cyber-offence"]', ThresholdFilter(risks=("cyber-offence",))),
    ("thresholds", 'basis: ["risk-estimate"]', ThresholdFilter(bases=("risk-estimate",))),
    (
        "thresholds",
        'onlyBasis: "model-capability"',
        ThresholdFilter(only_basis="model-capability"),
    ),
    ("thresholds", "current: false", ThresholdFilter(is_current=False)),
    ("thresholds", "quantified: true", ThresholdFilter(is_quantified=True)),
    ("thresholds", 'text: "cyber"', ThresholdFilter(text="cyber")),
    ("evidence", 'organisation: ["g42"]', EvidenceFilter(organisations=("g42",))),
    ("evidence", 'provision: ["II", "III"]', EvidenceFilter(provisions=("II", "III"))),
    ("evidence", 'direction: ["contradicts"]', EvidenceFilter(directions=("contradicts",))),
    ("evidence", 'kind: ["news"]', EvidenceFilter(kinds=("news",))),
    ("evidence", 'quality: ["disputed"]', EvidenceFilter(qualities=("disputed",))),
    ("evidence", 'publishedAfter: "2025-02-11"', EvidenceFilter(published_after=SUMMIT)),
    ("evidence", 'publishedBefore: "2025-02-11"', EvidenceFilter(published_before=SUMMIT)),
    ("evidence", "hasLocator: false", EvidenceFilter(has_locator=False)),
    ("evidence", 'text: "threshold"', EvidenceFilter(text="threshold")),
    ("bearings", 'organisation: ["g42"]', BearingFilter(organisations=("g42",))),
    ("bearings", 'provision: ["II"]', BearingFilter(provisions=("II",))),
    ("bearings", 'direction: ["supports"]', BearingFilter(directions=("supports",))),
    ("assessments", 'organisation: ["meta"]', AssessmentFilter(organisations=("meta",))),
    ("assessments", f'assessor: ["{FLI}"]', AssessmentFilter(assessors=(FLI,))),
    ("assessments", 'assessor: ["saferai"]', AssessmentFilter(assessors=("saferai",))),
    ("assessments", 'campaign: ["fli-2024"]', AssessmentFilter(campaigns=("fli-2024",))),
    ("assessments", f'scale: ["{GRADES}"]', AssessmentFilter(scales=(GRADES,))),
    ("assessments", f'criterion: ["{HARMS}"]', AssessmentFilter(criteria=(HARMS,))),
    ("assessments", 'provision: ["II"]', AssessmentFilter(provisions=("II",))),
    ("assessments", "tabled: true", AssessmentFilter(is_tabled=True)),
    ("assessments", 'text: "overall"', AssessmentFilter(text="overall")),
    ("events", 'kind: ["summit"]', EventFilter(kinds=("summit",))),
    ("events", 'organisation: ["xai"]', EventFilter(organisations=("xai",))),
    ("events", 'after: "2025-02-11"', EventFilter(after=SUMMIT)),
    ("events", 'before: "2025-02-11"', EventFilter(before=SUMMIT)),
    ("crosswalk_links", 'provision: ["II"]', CrosswalkLinkFilter(provisions=("II",))),
    (
        "crosswalk_links",
        'set: ["california-sb53"]',
        CrosswalkLinkFilter(sets=("california-sb53",)),
    ),
]
"""Name of the list in the catalogue, filter of the schema, filter of the catalogue."""

FIELDS = {"versions": "frameworkVersions", "crosswalk_links": "crosswalkLinks"}


@pytest.mark.parametrize(("name", "filter", "wanted"), FILTERS)
def test_each_part_of_a_filter_reaches_the_catalogue(
    service: Service, name: str, filter: str, wanted: Any
) -> None:
    every = getattr(service.catalogue, name)
    expected = getattr(service.catalogue, f"list_{name}")(wanted)
    query = f"""{{ found: {FIELDS.get(name, name)}(filter: {{{filter}}}, first: 100) {{
      totalCount nodes {{ id }}
    }} }}"""
    found = ask(service, query)["found"]
    assert found["totalCount"] == len(expected)
    assert [node["id"] for node in found["nodes"]] == [record.iri for record in expected[:100]]
    # It leaves something out and something in, or it would not be seen to be applied.
    assert 0 < len(expected) < len(every)


@pytest.mark.parametrize(
    "asked",
    [
        "organisations(filter: {country: []})",
        "frameworkVersions(filter: {publication: []})",
        "thresholds(filter: {riskDomain: []})",
        "evidence(filter: {kind: []})",
        "assessments(filter: {assessor: []})",
        "events(filter: {kind: []})",
        "crosswalkLinks(filter: {set: []})",
    ],
)
def test_an_empty_list_admits_nothing(service: Service, asked: str) -> None:
    assert ask(service, f"{{ found: {asked} {{ totalCount }} }}") == {"found": {"totalCount": 0}}


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ('organisations(filter: {cohort: ["x"]})', "“x” is no cohort; expected one of original"),
        ('organisations(filter: {country: ["X"]})', "“X” is no country; expected one of AE, CA"),
        ('frameworks(filter: {organisation: ["x"]})', "“x” is no organisation; expected one of"),
        ('frameworkVersions(filter: {framework: ["x"]})', "“x” is no framework; expected one of"),
        ('frameworkVersions(filter: {publication: ["x"]})', "“x” is no publication"),
        ('thresholds(filter: {riskDomain: ["x"]})', "riskDomain: “x” is no risk; expected one of"),
        ('thresholds(filter: {basis: ["x"]})', "“x” is no basis; expected one of model-cap"),
        (
            'thresholds(filter: {onlyBasis: "x"})',
            "onlyBasis: “x” is no basis; expected one of model-cap",
        ),
        ('thresholds(filter: {assessability: ["x"]})', "“x” is no assessability; expected one"),
        ('evidence(filter: {provision: ["x"]})', "“x” is no provision; expected one of PRE"),
        ('evidence(filter: {direction: ["x"]})', "“x” is no direction; expected one of supports"),
        ('evidence(filter: {kind: ["x"]})', "“x” is no kind; expected one of framework-text"),
        ('evidence(filter: {quality: ["x"]})', "“x” is no quality; expected one of primary"),
        ('bearings(filter: {direction: ["x"]})', "“x” is no direction; expected one of supports"),
        ('assessments(filter: {assessor: ["x"]})', "“x” is no assessor; expected one of"),
        ('assessments(filter: {campaign: ["x"]})', "“x” is no campaign; expected one of"),
        ('assessments(filter: {scale: ["x"]})', "“x” is no scale; expected one of"),
        ('assessments(filter: {criterion: ["x"]})', "“x” is no criterion; expected one of"),
        ('events(filter: {kind: ["x"]})', "“x” is no kind; expected one of summit"),
        ('crosswalkLinks(filter: {set: ["x"]})', "set: “x” is no commitment set; expected one of"),
    ],
)
def test_an_unknown_value_is_told_with_the_known_ones(
    service: Service, asked: str, message: str
) -> None:
    [error] = answer(service, f"{{ {asked} {{ totalCount }} }}")["errors"]
    assert error["extensions"]["code"] == "INVALID_ARGUMENT"
    assert message in error["message"]


@pytest.mark.parametrize(
    "name",
    [
        "requirements",
        "statements",
        "organisations",
        "frameworks",
        "thresholds",
        "evidence",
        "assessments",
    ],
)
def test_a_text_has_at_most_200_characters(service: Service, name: str) -> None:
    query = f"query ($t: String) {{ found: {name}(filter: {{text: $t}}) {{ totalCount }} }}"
    assert ask(service, query, t="\u0390" * 200) == {"found": {"totalCount": 0}}
    [error] = answer(service, query, t="\u0390" * 201)["errors"]
    assert error["message"] == (
        "filter-text: 201 is over the limit of 200; look for a few words of it."
    )
    assert error["extensions"]["code"] == "FILTER_TEXT_LIMIT_EXCEEDED"


def test_of_an_endless_name_only_the_beginning_is_told(service: Service) -> None:
    query = "query ($t: String!) { evidence(filter: {organisation: [$t]}) { totalCount } }"
    [error] = answer(service, query, t="x" * 9_000)["errors"]
    told = "x" * 79 + "…"
    assert error["message"].startswith(f"organisation: “{told}” is no organisation; expected one")


@pytest.mark.parametrize(
    ("asked", "code", "named"),
    [
        (
            'evidence(filter: {publishedAfter: "2025-02-30"})',
            "VALIDATION_FAILED",
            "cannot represent a Date",
        ),
        ('versionsInForce(asOf: "soon")', "VALIDATION_FAILED", "cannot represent a Date"),
        (
            "thresholds(filter: {organisation: [" + '"g42" ' * 101 + "]})",
            "FILTER_VALUES_LIMIT_EXCEEDED",
            "101 is over the limit of 100",
        ),
        ('events(filter: {sort: "x"})', "VALIDATION_FAILED", "not to include unknown field"),
    ],
)
def test_a_value_of_another_form_is_refused(
    service: Service, asked: str, code: str, named: str
) -> None:
    [error] = answer(service, f"{{ {asked} {{ totalCount }} }}")["errors"]
    assert error["extensions"]["code"] == code
    assert named in error["message"]
