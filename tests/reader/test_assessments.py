"""`pledgegraph.reader.assessments`: campaigns, scales, criteria, verdicts."""

from datetime import date
from decimal import Decimal

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.model import AssessmentCriterion, Statement
from tests.reader.small import ID, check_refused, read_small


def test_a_campaign_is_read_with_its_scales_and_criteria(service: Service) -> None:
    records = read_small(service)
    (found,) = records.campaigns
    assert (found.slug, found.title, found.scope) == ("index", "Index", "Two labs.")
    assert (found.assessors, found.issued) == ((f"{ID}agent/index",), None)
    assert (found.scales, found.criteria) == (records.scales, records.criteria)
    assert found.findings == ("Most are partial.",)


def test_the_values_of_a_scale_come_by_position(service: Service) -> None:
    (scale,) = read_small(service).scales
    assert (scale.lowest, scale.highest) == (Decimal(0), Decimal("4.3"))
    assert [(v.notation, v.scheme) for v in scale.values] == [
        ("none", f"{ID}scale/index"),
        ("full", f"{ID}scale/index"),
    ]


def test_an_assessment_is_read_whole(service: Service) -> None:
    found = read_small(service).assessments[0]
    assert (found.identifier, found.assessor.label) == ("lab/2", "Index")
    assert found.subject == f"{ID}version/lab/policy/1"
    assert found.organisation == f"{ID}organisation/lab"
    assert isinstance(found.test, AssessmentCriterion)
    assert found.test.provisions == (f"{ID}provision/seoul-2024/II",)
    assert (found.campaign, found.edition) == (f"{ID}campaign/index", "2026")
    assert (found.issued, found.as_of) == (None, date(2026, 1, 1))
    assert (found.result_as_stated, found.score) == ("full, 2.5", Decimal("2.5"))
    assert found.rating is not None
    assert (found.rating.notation, found.aspect.notation) == ("full", "stated")
    assert found.parts == (f"{ID}assessment/lab/10",)


def test_assessments_come_with_their_numbers_as_numbers(service: Service) -> None:
    second, tenth = read_small(service).assessments
    assert (second.identifier, tenth.identifier) == ("lab/2", "lab/10")
    assert (tenth.subject, tenth.organisation) == (f"{ID}organisation/lab",) * 2
    assert (tenth.score, tenth.rating, tenth.campaign) == (None, None, None)


def test_what_does_not_say_that_it_is_tabled_is_not(service: Service) -> None:
    assert [a.is_tabled for a in read_small(service).assessments] == [True, False]


def test_an_assessment_may_answer_a_requirement(service: Service) -> None:
    edit = (
        "earl:subject <organisation/lab> ; earl:test <criterion/index/thresholds>",
        "earl:subject <organisation/lab> ; earl:test req:II.a",
    )
    found = read_small(service, edit).assessments[1].test
    assert isinstance(found, Statement)
    assert found.identifier == "II.a"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "prov:wasAssociatedWith <agent/index>",
            "prov:wasAssociatedWith <organisation/lab>",
            f"campaign/index: wasAssociatedWith: it links {ID}organisation/lab, which is no agent; "
            "expected the IRI of one that data/ describes.",
        ),
        (
            "pledge:usesScale <scale/index>",
            "pledge:usesScale <scale/none>",
            f"campaign/index: it links {ID}scale/none, which is not described; expected a "
            "description of it in ontology/ or data/, or no link.",
        ),
        (
            "dcterms:isPartOf <campaign/index>",
            "dcterms:isPartOf <campaign/none>",
            f"criterion/index/thresholds: isPartOf: it links {ID}campaign/none, which is no "
            "assessment campaign; expected the IRI of one that data/ describes.",
        ),
        (
            "skos:closeMatch <provision/seoul-2024/II>",
            "skos:closeMatch req:II.a",
            "criterion/index/thresholds: closeMatch: it links "
            "https://w3id.org/pledgegraph/req/seoul-2024/II.a, which is no provision; expected the "
            "IRI of one that data/ describes.",
        ),
        (
            "earl:subject <organisation/lab> ; earl:test <criterion/index/thresholds>",
            "earl:subject <organisation/lab> ; earl:test req:FN1.a",
            "assessment/lab/10: test: it links https://w3id.org/pledgegraph/req/seoul-2024/FN1.a, "
            "which is no requirement or criterion; expected the IRI of one that data/ describes.",
        ),
        (
            "earl:subject <version/lab/policy/1>",
            "earl:subject <framework/lab/policy>",
            f"assessment/lab/2: it links {ID}framework/lab/policy, which is not described; "
            "expected a description of it in ontology/ or data/, or no link.",
        ),
        (
            "pledge:rating <scale/index/value/full>",
            "pledge:rating code:risk-chemical",
            "assessment/lab/2/result: it links https://w3id.org/pledgegraph/code#risk-chemical, "
            "which is not described; expected a description of it in ontology/ or data/, or no "
            "link.",
        ),
        (
            "dcterms:hasPart <assessment/lab/10>",
            "dcterms:hasPart <assessment/lab/3>",
            f"assessment/lab/2: hasPart: it links {ID}assessment/lab/3, which is no assessment; "
            "expected the IRI of one that data/ describes.",
        ),
        (
            "pledge:score 2.5",
            'pledge:score "NaN"^^xsd:double',
            "assessment/lab/2/result: score: “NaN” is no decimal number; expected at most 40 "
            "digits on each side of the point.",
        ),
        (
            "earl:result <assessment/lab/10/result>",
            "earl:result <assessment/lab/10>",
            f"assessment/lab/10: it links {ID}assessment/lab/10, which is not described; expected "
            "a description of it in ontology/ or data/, or no link.",
        ),
    ],
)
def test_what_cannot_be_read_names_file_and_subject(
    service: Service, old: str, new: str, message: str
) -> None:
    check_refused(service, old, new, message)
