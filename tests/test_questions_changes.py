"""The saved questions Q17, Q18 and Q19, over the shipped data."""

from pledgegraph.bootstrap import Service
from pledgegraph.questions import get_question
from pledgegraph.store.term import Literal, Term
from tests.answers_changes import DISCLOSURES, STUDIES, THRESHOLDS_OF_GOOGLE, UNEXPLAINED
from tests.asking import ask

ORGANISATION = "https://w3id.org/pledgegraph/id/organisation/"
VERSION = "https://w3id.org/pledgegraph/id/version/"
CODE = "https://w3id.org/pledgegraph/code#"


def text_of(term: Term | None) -> str:
    assert isinstance(term, Literal)
    return term.value


def test_q17_in_sparql(service: Service) -> None:
    answer = service.store.select(get_question("Q17", language="rq").query)
    found = {
        str(o).removeprefix(ORGANISATION): tuple(int(text_of(n)) for n in counts)
        for o, *counts in answer.rows
    }
    assert found == {
        slug: (silent, silent + partly, announced + partly + silent)
        for slug, (announced, partly, silent, _, _) in DISCLOSURES.items()
        if announced + partly + silent
    }


def test_q17_in_graphql(service: Service) -> None:
    nodes = ask(service, get_question("Q17", language="graphql").query)["silentRevisions"]["nodes"]
    names = ("announced", "partlyAnnounced", "silent", "noAccount", "notKnown")
    assert {
        n["organisation"]["slug"]: tuple(n[name] for name in names) for n in nodes
    } == DISCLOSURES
    [naver] = [n for n in nodes if n["organisation"]["slug"] == "naver"]
    assert (naver["silentStrictly"], naver["silent"], naver["known"]) == (8, 4, 11)


def test_q17_says_where_no_source_tells_what_was_announced(service: Service) -> None:
    nodes = ask(service, get_question("Q17", language="graphql").query)["silentRevisions"]["nodes"]
    without = {n["organisation"]["slug"] for n in nodes if n["known"] == 0}
    assert without == {"amazon", "magic", "xai"}


def test_q17_shows_the_study_beside_the_counts(service: Service) -> None:
    nodes = ask(service, get_question("Q17", language="graphql").query)["silentRevisions"]["nodes"]
    found = {
        n["organisation"]["slug"]: [a["resultAsStated"] for a in n["studies"]]
        for n in nodes
        if n["studies"]
    }
    for slug, results in STUDIES.items():
        assert sorted(found[slug]) == sorted(results)
    assert "xai" not in found  # no account was given, so that nothing could be called silent


def test_q18_in_sparql(service: Service) -> None:
    answer = service.store.select(get_question("Q18", language="rq").query)
    assert {
        str(change).removeprefix(VERSION).removesuffix("/change"): None
        if stated is None
        else text_of(stated) == "true"
        for change, stated in answer.rows
    } == UNEXPLAINED


def test_q18_in_graphql(service: Service) -> None:
    query = get_question("Q18", language="graphql").query
    nodes = ask(service, query)["unexplainedChanges"]["nodes"]
    assert {
        n["id"].removeprefix(VERSION).removesuffix("/change"): n["reasonsStated"] for n in nodes
    } == UNEXPLAINED
    assert all(n["affects"] for n in nodes)


def test_q18_before_most_of_them(service: Service) -> None:
    query = get_question("Q18", language="graphql").query
    nodes = ask(service, query, asOf="2025-12-01", knownBy="2025-12-01")["unexplainedChanges"]
    assert [n["to"]["issued"]["stated"] for n in nodes["nodes"]] == ["2025-02-20", "2025-08-20"]


def test_q19_in_sparql(service: Service) -> None:
    answer = service.store.select(get_question("Q19", language="rq").query)
    found: dict[tuple[str, str], list[tuple[int, str, str | None]]] = {}
    for version, issued, item, direction, disclosure in answer.rows:
        slug = str(version).rpartition("/")[2]
        items = found.setdefault((slug, text_of(issued)), [])
        if item is not None:
            code = str(direction).removeprefix(CODE + "direction-")
            told = (
                None if disclosure is None else str(disclosure).removeprefix(CODE + "disclosure-")
            )
            items.append((int(str(item).rpartition("/")[2]), code, told))
    assert [(*key, items) for key, items in found.items()] == THRESHOLDS_OF_GOOGLE


def test_q19_in_graphql(service: Service) -> None:
    nodes = ask(service, get_question("Q19", language="graphql").query)["requirementSteps"]["nodes"]
    assert [
        (
            n["version"]["slug"],
            n["version"]["issued"]["stated"],
            [
                (
                    int(i["id"].rpartition("/")[2]),
                    i["direction"]["notation"],
                    i["disclosure"] and i["disclosure"]["notation"],
                )
                for i in n["items"]
            ],
        )
        for n in nodes
    ] == THRESHOLDS_OF_GOOGLE
    assert all(i["sources"] and i["locator"] for n in nodes for i in n["items"])
