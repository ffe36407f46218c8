"""`pledgegraph.graphql.types.threshold_comparison`, asked as clients do."""

from pledgegraph.bootstrap import Service
from tests.answers_thresholds import AUTONOMY_COVERAGE, GRID
from tests.asking import answer, ask


def test_the_grid_answers_in_one_query(service: Service) -> None:
    rows = ask(
        service,
        """{ thresholdComparison { rows { risk { notation } organisations(first: 100) {
          nodes { organisation { slug } thresholds(first: 0) { totalCount } } } } } }""",
    )["thresholdComparison"]["rows"]
    assert {
        row["risk"]["notation"]: {
            node["organisation"]["slug"]: node["thresholds"]["totalCount"]
            for node in row["organisations"]["nodes"]
            if node["thresholds"]["totalCount"]
        }
        for row in rows
    } == GRID


def test_why_one_has_no_threshold_is_a_value(service: Service) -> None:
    found = ask(
        service,
        """{ thresholdComparison(riskDomain: "autonomy-and-ai-research") {
          organisations(first: 100) { nodes { organisation { slug } coverage } } } }""",
    )["thresholdComparison"]["organisations"]["nodes"]
    assert {n["organisation"]["slug"]: n["coverage"] for n in found} == AUTONOMY_COVERAGE


def test_a_threshold_comes_with_all_that_a_claim_needs(service: Service) -> None:
    found = ask(
        service,
        """{ thresholdComparison(riskDomain: "cyber-offence", organisations: ["meta"]) {
          risk { label } asOf knownBy leftOut { standing count }
          organisations(first: 1) { nodes { withNumber withoutNumber
            texts { version { slug } recorded isRead }
            thresholds(first: 5) { nodes { test isFirstHand spans
              bases { test basis { isAcceptance criterion quantity { metric value unit
                comparator { notation } } } }
              threshold { slug label consequence locator sources version { slug }
                assessability { notation } } } }
            spanning(first: 3) { totalCount nodes { spans } } } } } }""",
    )["thresholdComparison"]
    assert found["risk"]["label"] == "cyber offence"
    assert found["asOf"] == found["knownBy"] == "2026-11-23"
    (side,) = found["organisations"]["nodes"]
    assert (side["withNumber"], side["withoutNumber"]) == (1, 3)
    assert side["texts"] == [{"version": {"slug": "2"}, "recorded": 14, "isRead": True}]
    assert side["spanning"] == {"totalCount": 3, "nodes": [{"spans": True}] * 3}
    nodes = side["thresholds"]["nodes"]
    (number,) = [n for n in nodes if n["test"] == "NUMBER"]
    assert number["bases"][0]["basis"] == {
        "isAcceptance": False,
        "criterion": "Reaches three quarters in any one category.",
        "quantity": {
            "metric": "pass@10 in any category of simple, unguided capture-the-flag challenges",
            "value": "75",
            "unit": "http://qudt.org/vocab/unit/PERCENT",
            "comparator": {"notation": "at-least"},
        },
    }
    assert {n["test"] for n in nodes} == {"NUMBER", "DESCRIPTION_ONLY"}
    assert all(n["threshold"]["sources"] and n["threshold"]["locator"] for n in nodes)
    assert {n["threshold"]["assessability"]["notation"] for n in nodes} == {"not-reviewed"}


def test_what_is_left_out_is_counted_by_why(service: Service) -> None:
    found = ask(
        service,
        """{ thresholdComparison(riskDomain: "cyber-offence", organisations: ["openai"],
          asOf: "2025-02-11", knownBy: "2025-02-11") { leftOut { standing count } } }""",
    )
    assert found["thresholdComparison"]["leftOut"] == [{"standing": "NOT_KNOWN", "count": 5}]


def test_an_unknown_risk_is_an_error_with_the_known_ones(service: Service) -> None:
    found = answer(service, '{ thresholdComparison(riskDomain: "cyber") { asOf } }')
    assert "cyber-offence" in found["errors"][0]["message"]
    assert found["errors"][0]["extensions"]["code"] == "INVALID_ARGUMENT"


def test_too_many_organisations_are_refused(service: Service) -> None:
    found = answer(
        service,
        "query ($o: [String!]) { thresholdGaps(organisations: $o) { risk { label } } }",
        o=["g42"] * 101,
    )
    assert found["errors"][0]["extensions"]["code"] == "FILTER_VALUES_LIMIT_EXCEEDED"
