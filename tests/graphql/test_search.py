"""`pledgegraph.graphql.types.search`, asked as clients do."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pledgegraph.bootstrap import Service
from tests.asking import answer, ask

QUERY = """query ($text: String!, $kinds: [SearchKind!], $day: Date, $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, asOf: $day, knownBy: $day) {
    text asOf knownBy leftOut { standing count }
    hits(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { kind score isFormer record { __typename id } organisations { slug }
        title { text isMatch } snippet { text isMatch } } } } }"""


def find(service: Service, text: str, **given: Any) -> dict[str, Any]:
    found: dict[str, Any] = ask(service, QUERY, text=text, **given)["search"]
    return found


def test_a_hit_leads_to_its_record(service: Service) -> None:
    (hit,) = find(service, "biotier", kinds=["THRESHOLD"])["hits"]["nodes"]
    assert hit["record"]["__typename"] == "Threshold"
    assert hit["record"]["id"].endswith("/biotier-refusal-acceptance-criterion-illustrative")
    assert hit["organisations"] == [{"slug": "meta"}]
    assert hit["title"][0] == {"text": "BioTIER", "isMatch": True}
    assert not hit["isFormer"]


def test_pages_follow_each_other_to_the_end(service: Service) -> None:
    after, found = None, []
    while True:
        hits = find(service, "cyber", first=25, after=after)["hits"]
        found += [node["record"]["id"] for node in hits["nodes"]]
        after = hits["pageInfo"]["endCursor"]
        if not hits["pageInfo"]["hasNextPage"]:
            break
    assert len(found) == len(set(found)) == hits["totalCount"] > 50


def test_what_came_later_is_counted(service: Service) -> None:
    found = find(service, "frontier governance framework", kinds=["VERSION"], day="2025-02-11")
    assert found["asOf"] == found["knownBy"] == "2025-02-11"
    assert found["hits"]["totalCount"] == 1
    assert found["leftOut"] == [{"standing": "NOT_KNOWN", "count": 2}]


def test_words_without_a_hit_are_no_error(service: Service) -> None:
    for text in ("", "?!", "xyzzy", "🚀"):
        assert find(service, text)["hits"] == {
            "totalCount": 0,
            "pageInfo": {"hasNextPage": False, "endCursor": None},
            "nodes": [],
        }


def test_too_long_a_text_is_refused(service: Service) -> None:
    assert find(service, "a" * 200)["hits"]["totalCount"] == 0
    found = answer(service, QUERY, text="a" * 201)
    assert found["errors"][0]["extensions"]["code"] == "FILTER_TEXT_LIMIT_EXCEEDED"


@pytest.mark.parametrize("kinds", [["evidence"], ["NOTE"]])
def test_an_unknown_kind_is_refused(service: Service, kinds: list[str]) -> None:
    assert "errors" in answer(service, QUERY, text="cyber", kinds=kinds)


@given(text=st.text(max_size=200))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_at_all_is_answered(service: Service, text: str) -> None:
    assert find(service, text)["text"] == text
