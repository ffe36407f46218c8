"""One severity for each statement: words, data, rules, page and GraphQL say the same.

The words of a statement give its severity; the data stores it; the rule that is named after the
statement has it; its page shows it; GraphQL answers it. Another rule on a statement may be milder
or stricter only where it says why.
"""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.model import ProvisionKind, Rule, Statement, StatementKind
from pledgegraph.settings import Settings
from pledgegraph.severity import Severity, derive_severity
from pledgegraph.web.app import create_app
from tests.asking import ask
from tests.live import serve
from tests.web.reading import read_page

SIGNS = {"Violation": "▲", "Warning": "◆", "Info": "●"}

QUERY = """{ statements(first: 100) { nodes {
  identifier severity rules { identifier severity severityBecause }
  ... on Requirement { uncheckedBecause }
} } }"""

STORED = """
PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
SELECT ?statement ?severity WHERE { ?statement pledge:defaultSeverity ?severity }
"""

ASKED = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT ?statement ?shape ?severity WHERE {
  ?shape dcterms:subject ?statement ; sh:severity ?severity
}
"""


@pytest.fixture(scope="module")
def statements(service: Service) -> dict[str, Statement]:
    """Return the statements by identifier."""
    return {statement.identifier: statement for statement in service.catalogue.statements}


@pytest.fixture(scope="module")
def answers(service: Service) -> dict[str, dict[str, Any]]:
    """Return what GraphQL says of each statement."""
    nodes = ask(service, QUERY)["statements"]["nodes"]
    return {node["identifier"]: node for node in nodes}


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    with serve(create_app(service, Settings())) as url, httpx.Client(base_url=url) as client:
        yield client


def name_severity(iri: object) -> str:
    return str(iri).rpartition("#")[2]


def list_rules(service: Service, statement: Statement) -> tuple[Rule, ...]:
    return service.catalogue.list_rules_of(statement)


def is_named_after(rule: Rule, statement: Statement) -> bool:
    """Whether `rule` is the one on `statement`; VII.x is on the two exceptions together."""
    names = {f"P-{statement.identifier}", f"P-{statement.identifier.rstrip('12')}"}
    return rule.identifier in names


def test_there_are_84_statements_and_74_of_them_are_requirements(
    statements: dict[str, Statement],
) -> None:
    assert len(statements) == 84
    kinds = [statement.kind for statement in statements.values()]
    assert kinds.count(StatementKind.REQUIREMENT) == 74


def test_each_requirement_has_a_rule_or_the_reason_for_none(
    service: Service, statements: dict[str, Statement]
) -> None:
    requirements = [s for s in statements.values() if s.kind is StatementKind.REQUIREMENT]
    neither = [
        s.identifier
        for s in requirements
        if not list_rules(service, s) and s.unchecked_because is None
    ]
    both = [s.identifier for s in requirements if list_rules(service, s) and s.unchecked_because]
    assert (neither, both) == ([], [])


def test_a_statement_without_a_severity_has_no_rule(
    service: Service, statements: dict[str, Statement]
) -> None:
    without = [s for s in statements.values() if s.severity is None]
    assert [s.identifier for s in without if list_rules(service, s)] == []


def test_each_statement_with_a_severity_has_the_rule_that_is_named_after_it(
    service: Service, statements: dict[str, Statement]
) -> None:
    found = {
        s.identifier: [r.identifier for r in list_rules(service, s) if is_named_after(r, s)]
        for s in statements.values()
        if s.severity is not None
    }
    assert {identifier for identifier, rules in found.items() if not rules} == set()


def test_the_words_give_what_the_data_stores(
    service: Service, statements: dict[str, Statement]
) -> None:
    stored = {str(iri): name_severity(found) for iri, found in service.store.select(STORED).rows}
    derived = {}
    for statement in statements.values():
        provision = service.catalogue.get_provision_of(statement)
        reason = derive_severity(
            modality=statement.modality.notation,
            qualifiers=[q.notation for q in statement.qualifiers],
            loci=[c.notation for c in statement.loci],
            is_best_practice=provision.kind is ProvisionKind.BEST_PRACTICE,
        )
        derived[statement.iri] = reason.severity
    assert {iri: found for iri, found in derived.items() if found is not None} == stored


def test_the_rule_named_after_a_statement_has_its_severity(
    service: Service, statements: dict[str, Statement]
) -> None:
    differing = [
        (s.identifier, s.severity, rule.identifier, rule.severity)
        for s in statements.values()
        for rule in list_rules(service, s)
        if is_named_after(rule, s) and rule.severity is not s.severity
    ]
    assert differing == []


def test_another_severity_than_that_of_the_words_has_its_reason(service: Service) -> None:
    catalogue = service.catalogue
    differing = [
        (rule.identifier, statement.identifier)
        for rule in catalogue.rules
        for statement in catalogue.list_requirements_of_rule(rule)
        if rule.severity is not statement.severity and not is_excused(service, rule)
    ]
    assert differing == []


def is_excused(service: Service, rule: Rule) -> bool:
    """Whether `rule` says why its severity is another, or is a part of one that says it."""
    owners = service.catalogue.list_parents_of_rule(rule)
    return bool(rule.severity_because) or any(owner.severity_because for owner in owners)


def test_the_shapes_themselves_say_what_the_rules_say(service: Service) -> None:
    rows = service.store.select(ASKED).rows
    shapes = {(str(iri), str(shape)): name_severity(found) for iri, shape, found in rows}
    rules = {
        (statement, rule.iri): rule.severity.value
        for rule in service.catalogue.rules
        for statement in rule.requirements
    }
    # Parts are asked for by what asks for the whole, whether they say so or not.
    assert {key: rules.get(key) for key in shapes} == shapes


def test_graphql_says_the_same(
    service: Service, statements: dict[str, Statement], answers: dict[str, dict[str, Any]]
) -> None:
    assert set(answers) == set(statements)
    for identifier, statement in statements.items():
        answered = answers[identifier]
        assert answered["severity"] == (statement.severity and statement.severity.name), identifier
        assert answered.get("uncheckedBecause") == statement.unchecked_because
        assert [(r["identifier"], r["severity"]) for r in answered["rules"]] == [
            (rule.identifier, rule.severity.name) for rule in list_rules(service, statement)
        ]
        assert all(rule["severityBecause"] for rule in answered["rules"])


def test_the_page_says_the_same(
    client: httpx.Client, service: Service, statements: dict[str, Statement]
) -> None:
    for identifier, statement in statements.items():
        text = read_page(client, f"/requirements/{identifier}").text
        assert f"{describe(statement.severity)}. {statement.severity_because}" in text, identifier
        for rule in list_rules(service, statement):
            told = f"{describe(rule.severity)} {rule.identifier} {rule.name}"
            assert told in text, identifier
            assert rule.severity_because is None or rule.severity_because in text


def describe(severity: Severity | None) -> str:
    """Return a severity as pages tell it."""
    return f"{SIGNS[severity]} {severity}" if severity else "not checked in a file"
