"""`pledgegraph.graphql`: rules, and the statements that ask for them."""

import pytest

from pledgegraph.bootstrap import Service
from tests.asking import answer, ask

SHAPE = "https://w3id.org/pledgegraph/shapes#"


def test_a_rule_is_told_with_its_words_and_examples(service: Service) -> None:
    query = """query ($id: ID!) { rule(id: $id) {
      id identifier severity severityBecause problem asked remedy absence since subject appliesTo
      requirements { identifier verbatim } profiles { token } branches { name } isExclusive
      path parents { identifier } parts { identifier } source
      examples { isGood isAbsence isWhole file description text rule { identifier } }
    } }"""
    rule = ask(service, query, id="P-I.a")["rule"]
    assert ask(service, query, id=f"{SHAPE}P-I.a")["rule"] == rule
    assert (rule["id"], rule["severity"]) == (f"{SHAPE}P-I.a", "VIOLATION")
    assert rule["severityBecause"] == ["A promise in plain words, so a file has to answer it."]
    assert [s["identifier"] for s in rule["requirements"]] == ["I.a"]
    assert rule["asked"] in rule["remedy"]
    assert rule["absence"].startswith("If the framework")
    assert rule["appliesTo"] == "each framework version (pledge:FrameworkVersion)"
    assert [p["token"] for p in rule["profiles"]] == ["commitment", "full-commitments"]
    assert (rule["path"], rule["parents"], rule["parts"]) == (None, [], [])
    assert "shape:P-I.a a sh:NodeShape ;" in rule["source"]
    kinds = [(e["isGood"], e["isAbsence"]) for e in rule["examples"]]
    assert kinds[:3] == [(True, False), (True, True), (False, False)]
    assert {e["rule"]["identifier"] for e in rule["examples"]} == {"P-I.a"}


def test_a_part_names_what_it_is_part_of(service: Service) -> None:
    query = """{ rule(id: "Event-label") {
      path pathInWords parents { identifier parts { identifier } } requirements { identifier }
      asked absence
    } }"""
    rule = ask(service, query)["rule"]
    assert (rule["path"], rule["pathInWords"]) == ("rdfs:label", "rdfs:label")
    [parent] = rule["parents"]
    assert parent["identifier"] == "EventShape"
    assert {"identifier": "Event-label"} in parent["parts"]
    assert (rule["requirements"], rule["asked"], rule["absence"]) == ([], None, None)


def test_a_statement_has_its_rules(service: Service) -> None:
    query = """{
      requirement(instrument: "seoul-2024", id: "I.a") { rules { identifier severity } }
      statement(instrument: "seoul-2024", id: "FN2") { rules { identifier } }
    }"""
    found = ask(service, query)
    assert found["requirement"]["rules"][0] == {"identifier": "P-I.a", "severity": "VIOLATION"}
    assert found["statement"]["rules"] == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ('{requirement: ["I.a"], part: false, subject: ["paragraph-i"]}', ["P-I.a"]),
        ('{provision: ["I"], severity: [INFO]}', ["P-I.c", "P-I.d", "P-I.j", "P-I.k"]),
        ('{text: "label of the event"}', ["Event-label"]),
        ('{profile: ["record"], provision: ["I"]}', []),
    ],
)
def test_rules_are_filtered(service: Service, wanted: str, found: list[str]) -> None:
    query = f"{{ rules(filter: {wanted}, first: 100) {{ nodes {{ identifier }} }} }}"
    assert [n["identifier"] for n in ask(service, query)["rules"]["nodes"]] == found


def test_rules_are_sorted_by_subject_or_severity(service: Service) -> None:
    query = """{
      subject: rules(first: 100) { totalCount nodes { identifier } }
      severity: rules(first: 1, orderBy: SEVERITY) { nodes { identifier severity } }
      last: rules(last: 1, orderBy: SEVERITY) { nodes { severity } }
    }"""
    found = ask(service, query)
    first = [rule.identifier for rule in service.catalogue.rules][:100]
    assert [n["identifier"] for n in found["subject"]["nodes"]] == first
    assert found["subject"]["totalCount"] == len(service.catalogue.rules)
    assert found["severity"]["nodes"][0]["severity"] == "VIOLATION"
    assert found["last"]["nodes"] == [{"severity": "INFO"}]


def test_profiles_say_what_they_run(service: Service) -> None:
    found = ask(service, "{ ruleProfiles { token title runs } }")["ruleProfiles"]
    assert {p["token"]: p["runs"] for p in found} == {
        "record": ["record"],
        "commitment": ["commitment", "record"],
        "full-commitments": ["full-commitments", "record"],
    }


def test_an_unknown_rule_is_an_error_with_the_nearest_three(service: Service) -> None:
    [error] = answer(service, '{ rule(id: "P-I.z") { id } }')["errors"]
    assert error["extensions"]["code"] == "NOT_FOUND"
    assert error["extensions"]["nearest"] == ["P-I.a", "P-I.b", "P-I.c"]


def test_rules_are_found_by_their_words(service: Service) -> None:
    query = """{ search(text: "P-I.a", kinds: [RULE]) { hits(first: 1) { nodes {
      kind record { ... on Rule { identifier } }
    } } } }"""
    [hit] = ask(service, query)["search"]["hits"]["nodes"]
    assert hit == {"kind": "RULE", "record": {"identifier": "P-I.a"}}


def test_the_sources_of_many_rules_are_not_had_in_one_request(service: Service) -> None:
    many = " ".join(f"a{n}: rules(first: 100) {{ nodes {{ source }} }}" for n in range(3))
    [error] = answer(service, f"{{ {many} }}")["errors"]
    assert error["extensions"]["code"] == "COST_LIMIT_EXCEEDED"
