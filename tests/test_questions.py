"""`pledgegraph.questions`, and the answer of every saved question over the shipped data."""

from typing import Any

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import NotFound
from pledgegraph.questions import get_question, list_questions
from pledgegraph.store.term import Literal
from tests.answers import (
    ACCEPTING,
    CURRENT_VERSIONS,
    FOOTNOTE_DEPENDENCIES,
    IN_FORCE_AT_PARIS,
    ON_CAPABILITY_ALONE,
    QUANTITIES,
    THRESHOLD_PROMISES,
    THRESHOLDS_BY_BASIS,
)
from tests.asking import ask

REQ = "https://w3id.org/pledgegraph/req/seoul-2024/"
CODE = "https://w3id.org/pledgegraph/code#"
ID = "https://w3id.org/pledgegraph/id/"
UNIT = "http://qudt.org/vocab/unit/"


def local(value: Any) -> str:
    return str(value).removeprefix(REQ).removeprefix(CODE)


def after(folder: str, value: Any) -> str:
    assert str(value).startswith(ID + folder), value
    return str(value).removeprefix(ID + folder)


def read_text(value: Any) -> str:
    assert isinstance(value, Literal)
    return value.value


def ask_sparql(service: Service, name: str) -> list[tuple[Any, ...]]:
    return list(service.store.select(get_question(name, language="rq").query).rows)


def ask_graphql(service: Service, name: str, **variables: Any) -> dict[str, Any]:
    return ask(service, get_question(name, language="graphql").query, **variables)


def test_every_question_is_listed_with_its_words() -> None:
    titles = {
        "Q01": "Which signatories had published a framework by the deadline?",
        "Q02": "Which had published none, and when was that last checked?",
        "Q03": "What is the current version of each framework?",
        "Q04": "What does the text promise about thresholds, and how strongly?",
        "Q05": "Which requirements depend, directly or not, on a footnote?",
        "Q06": "What is on record on II.g, the explanation of thresholds, in which statement and "
        "where?",
        "Q07": "What is the newest verdict of the Seoul Commitment Tracker on each signatory's "
        "policy?",
        "Q08": "Where do pieces of evidence, or assessors, not agree?",
        "Q10": "Which of footnote 3's bases do thresholds rest on, how many, and of how many "
        "organisations?",
        "Q11": "Which thresholds rest on capability alone?",
        "Q13": "Which thresholds state a number, of what and in which unit, side by side for each "
        "risk?",
        "Q14": "Which risk domains does one signatory cover with a threshold, and another does "
        "not?",
        "Q17": "How much of what each organisation changed did its own account leave out?",
        "Q18": "Which changes of approach have no public reasons on record (CHG.c)?",
        "Q19": "How did one requirement move across the versions of one framework?",
        "Q20": "What was in force on the day of the summit in Paris?",
        "Q26": "For a briefing: about how many organisations does evidence point which way, by "
        "provision?",
    }
    assert [(q.name, q.language, q.title) for q in list_questions()] == [
        (name, language, title) for name, title in titles.items() for language in ("rq", "graphql")
    ]


def test_a_name_is_found_whatever_its_case() -> None:
    assert get_question("q04", language="rq").name == "Q04"


def test_an_unknown_name_is_an_error_with_the_known() -> None:
    with pytest.raises(NotFound, match=r"no saved question “Q99”; the nearest are Q01, Q02, Q03"):
        get_question("Q99", language="rq")


def test_q04_in_sparql(service: Service) -> None:
    answer = service.store.select(get_question("Q04", language="rq").query)
    assert answer.variables == ("requirement", "text", "modality", "qualifiers")
    found = []
    for requirement, text, modality, qualifiers in answer.rows:
        assert isinstance(text, Literal)
        assert isinstance(qualifiers, Literal)
        codes = sorted(local(code).removeprefix("qualifier-") for code in qualifiers.value.split())
        found.append(
            (local(requirement), text.value, local(modality).removeprefix("modality-"), codes)
        )
    assert found == THRESHOLD_PROMISES


def test_q04_in_graphql(service: Service) -> None:
    data = ask(service, get_question("Q04", language="graphql").query)
    assert [
        (
            local(node["id"]),
            node["verbatim"],
            local(node["modality"]["id"]).removeprefix("modality-"),
            sorted(local(q["id"]).removeprefix("qualifier-") for q in node["qualifiers"]),
        )
        for node in data["requirements"]["nodes"]
    ] == THRESHOLD_PROMISES


def test_q05_in_sparql(service: Service) -> None:
    answer = service.store.select(get_question("Q05", language="rq").query)
    assert answer.variables == ("requirement", "footnote")
    assert sorted((local(r), local(f)) for r, f in answer.rows) == sorted(
        (requirement, footnote)
        for requirement, footnotes in FOOTNOTE_DEPENDENCIES
        for footnote in footnotes
    )


def test_q05_in_graphql(service: Service) -> None:
    data = ask(service, get_question("Q05", language="graphql").query)
    assert [
        (local(node["id"]), [local(footnote["id"]) for footnote in node["restsOn"]])
        for node in data["requirements"]["nodes"]
    ] == FOOTNOTE_DEPENDENCIES


def test_q03_in_sparql(service: Service) -> None:
    assert [
        (
            after("organisation/", organisation),
            after("version/", version).partition("/")[2],
            None if label is None else read_text(label),
            read_text(issued),
        )
        for organisation, _, version, label, issued in ask_sparql(service, "Q03")
    ] == CURRENT_VERSIONS


def test_q03_in_graphql(service: Service) -> None:
    assert [
        (
            node["framework"]["organisations"][0]["slug"],
            after("version/", node["id"]).partition("/")[2],
            node["label"],
            node["issued"]["stated"],
        )
        for node in ask_graphql(service, "Q03")["frameworkVersions"]["nodes"]
    ] == CURRENT_VERSIONS


def test_q10_in_sparql(service: Service) -> None:
    assert {
        local(basis).removeprefix("basis-"): (int(thresholds.value), int(organisations.value))
        for basis, thresholds, organisations in ask_sparql(service, "Q10")
    } == THRESHOLDS_BY_BASIS


def test_q10_in_graphql(service: Service) -> None:
    data = ask_graphql(service, "Q10")
    lists = {
        "deployment-context": ["onContext"],
        "implemented-safeguard": ["onSafeguard"],
        "model-capability": ["currentOnCapability", "formerOnCapability"],
        "other": ["onOther"],
        "risk-estimate": ["onRiskEstimate"],
    }
    assert {
        basis: (
            sum(data[name]["totalCount"] for name in names),
            len({n["organisation"]["slug"] for name in names for n in data[name]["nodes"]}),
        )
        for basis, names in lists.items()
    } == THRESHOLDS_BY_BASIS


def by_version(thresholds: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for version, _, slug in sorted(t.rpartition("/") for t in thresholds):
        found.setdefault(version, []).append(slug)
    return found


def test_q11_in_sparql(service: Service) -> None:
    rows = ask_sparql(service, "Q11")
    assert by_version([after("threshold/", row[1]) for row in rows]) == ON_CAPABILITY_ALONE
    assert all(
        after("organisation/", owner) == after("threshold/", iri).partition("/")[0]
        for owner, iri, _ in rows
    )


def test_q11_in_graphql(service: Service) -> None:
    thresholds = ask_graphql(service, "Q11")["thresholds"]
    nodes = thresholds["nodes"]
    assert by_version([after("threshold/", node["id"]) for node in nodes]) == ON_CAPABILITY_ALONE
    assert thresholds["totalCount"] == len(nodes) == 77


def test_q11_names_the_same_thresholds_in_both_languages(service: Service) -> None:
    rows = {(str(iri), read_text(label)) for _, iri, label in ask_sparql(service, "Q11")}
    nodes = ask_graphql(service, "Q11")["thresholds"]["nodes"]
    assert rows == {(node["id"], node["label"]) for node in nodes}


def test_q13_in_sparql(service: Service) -> None:
    assert [
        (
            local(risk).removeprefix("risk-"),
            after("organisation/", organisation),
            str(threshold).rpartition("/")[2],
            local(comparator).removeprefix("comparator-"),
            read_text(number),
            str(unit).removeprefix(UNIT),
        )
        for risk, organisation, threshold, _, comparator, number, unit, _ in ask_sparql(
            service, "Q13"
        )
    ] == QUANTITIES


def test_q13_says_which_numbers_accept_a_risk(service: Service) -> None:
    found = {
        after("threshold/", row[2]).rpartition("/")[2]
        for row in ask_sparql(service, "Q13")
        if read_text(row[7]) == "where it is not met"
    }
    assert found == ACCEPTING
    nodes = ask_graphql(service, "Q13")["thresholds"]["nodes"]
    assert {
        node["id"].rpartition("/")[2]
        for node in nodes
        if any(basis["isAcceptance"] for basis in node["bases"])
    } == ACCEPTING


def test_q13_in_graphql(service: Service) -> None:
    nodes = ask_graphql(service, "Q13")["thresholds"]["nodes"]
    assert sorted(
        (
            risk["notation"],
            node["organisation"]["slug"],
            node["id"].rpartition("/")[2],
            basis["quantity"]["comparator"]["notation"],
            basis["quantity"]["value"],
            basis["quantity"]["unit"].removeprefix(UNIT),
        )
        for node in nodes
        for risk in node["risks"]
        for basis in node["bases"]
        if basis["quantity"] is not None
    ) == sorted(QUANTITIES)


def test_q13_says_what_is_measured(service: Service) -> None:
    metrics = {read_text(row[3]) for row in ask_sparql(service, "Q13")}
    assert {"Refusals or safe answers on BioTIER", "Dishonesty rate on MASK"} <= metrics
    nodes = ask_graphql(service, "Q13")["thresholds"]["nodes"]
    quantities = [basis["quantity"] for node in nodes for basis in node["bases"]]
    assert metrics == {quantity["metric"] for quantity in quantities if quantity is not None}


def test_q20_in_sparql(service: Service) -> None:
    rows = ask_sparql(service, "Q20")
    assert [after("version/", version) for _, version, _ in rows] == IN_FORCE_AT_PARIS
    assert {read_text(state) for _, _, state in rows} == {"in force"}


def test_q20_in_graphql(service: Service) -> None:
    nodes = ask_graphql(service, "Q20")["versionsInForce"]["nodes"]
    assert [after("version/", node["version"]["id"]) for node in nodes] == IN_FORCE_AT_PARIS
    assert {node["state"] for node in nodes} == {"IN_FORCE"}


@pytest.mark.parametrize("day", ["2023-09-18", "2024-07-15", "2025-08-15", "2026-02-10"])
def test_q20_has_one_answer_for_any_day(service: Service, day: str) -> None:
    query = get_question("Q20", language="rq").query.replace("2025-02-11", day)
    rows = service.store.select(query).rows
    nodes = ask_graphql(service, "Q20", day=day)["versionsInForce"]["nodes"]
    assert [(str(version), read_text(state)) for _, version, state in rows] == sorted(
        (node["version"]["id"], node["state"].lower().replace("_", " ")) for node in nodes
    )


def test_q20_leaves_open_what_a_month_leaves_open(service: Service) -> None:
    nodes = ask_graphql(service, "Q20", day="2024-07-15")["versionsInForce"]["nodes"]
    assert [
        (after("version/", node["version"]["id"]), node["state"])
        for node in nodes
        if "/magic/" in node["version"]["id"]
    ] == [
        ("magic/agi-readiness-policy/1-0", "UNDETERMINED"),
        ("magic/agi-readiness-policy/1-0-reissue-2024-07", "UNDETERMINED"),
    ]
