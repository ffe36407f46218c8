"""The saved question Q14, over the shipped data."""

from pledgegraph.bootstrap import Service
from pledgegraph.questions import get_question
from tests.answers_thresholds import DOMAIN_GAPS
from tests.asking import ask

ORGANISATION = "https://w3id.org/pledgegraph/id/organisation/"
RISK = "https://w3id.org/pledgegraph/code#risk-"


def test_q14_in_sparql(service: Service) -> None:
    answer = service.store.select(get_question("Q14", language="rq").query)
    assert answer.variables == ("domain", "has", "lacks")
    assert [
        (str(d).removeprefix(RISK), *(str(o).removeprefix(ORGANISATION) for o in pair))
        for d, *pair in answer.rows
    ] == [
        (domain, has, lacks)
        for domain, (covering, lacking) in DOMAIN_GAPS.items()
        for has in covering
        for lacks in lacking
    ]


def test_q14_in_graphql(service: Service) -> None:
    gaps = ask(service, get_question("Q14", language="graphql").query)["thresholdGaps"]

    def slugs(found: dict[str, list[dict[str, dict[str, str]]]]) -> list[str]:
        return [node["organisation"]["slug"] for node in found["nodes"]]

    assert {
        gap["risk"]["notation"]: (slugs(gap["covering"]), slugs(gap["lacking"])) for gap in gaps
    } == DOMAIN_GAPS
    assert [gap["risk"]["notation"] for gap in gaps] == list(DOMAIN_GAPS)


def test_q14_says_why_one_is_lacking(service: Service) -> None:
    gaps = ask(service, get_question("Q14", language="graphql").query)["thresholdGaps"]
    assert {
        (node["organisation"]["slug"], node["coverage"])
        for gap in gaps
        if gap["risk"]["notation"] == "cyber-offence"
        for node in gap["lacking"]["nodes"]
    } == {("cohere", "NONE_FOR_RISK"), ("naver", "NONE_FOR_RISK"), ("nvidia", "SPANNED")}


def test_q14_on_the_day_of_the_summit_in_paris(service: Service) -> None:
    query = get_question("Q14", language="graphql").query
    gaps = ask(service, query, asOf="2025-02-11", knownBy="2025-02-11")["thresholdGaps"]
    covering = {
        gap["risk"]["notation"]: [n["organisation"]["slug"] for n in gap["covering"]["nodes"]]
        for gap in gaps
    }
    assert covering["harmful-manipulation"] == ["openai"]
    assert covering["loss-of-control-deception"] == ["google", "naver"]
    every = [
        node["organisation"]["slug"]
        for gap in gaps
        for side in ("covering", "lacking")
        for node in gap[side]["nodes"]
    ]
    assert "nvidia" not in every  # its text came out on 17 February
