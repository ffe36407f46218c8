"""The schema: reviewed as a file, described throughout, and true to the records behind it."""

from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
)

from pledgegraph.bootstrap import Service
from pledgegraph.graphql.schema import core_schema, create_schema, format_schema
from tests.asking import answer, ask

SEOUL = "seoul-2024"


def test_the_schema_is_the_reviewed_one(repository: Path) -> None:
    reviewed = (repository / "tests" / "schema.graphql").read_text(encoding="utf-8")
    assert format_schema(create_schema()) == reviewed, (
        "read the difference, then say: pledgegraph schema > tests/schema.graphql"
    )


def list_undescribed(named: GraphQLNamedType) -> list[str]:
    found = [named.name] if not named.description else []
    if isinstance(named, GraphQLObjectType | GraphQLInterfaceType):
        for name, field in named.fields.items():
            found += [] if field.description else [f"{named.name}.{name}"]
            arguments = field.args.items()
            found += [
                f"{named.name}.{name}({a})" for a, given in arguments if not given.description
            ]
    elif isinstance(named, GraphQLInputObjectType):
        found += [f"{named.name}.{n}" for n, f in named.fields.items() if not f.description]
    elif isinstance(named, GraphQLEnumType):
        found += [f"{named.name}.{n}" for n, v in named.values.items() if not v.description]
    return found


def test_every_type_field_argument_and_value_is_described() -> None:
    types = core_schema(create_schema()).type_map.values()
    own = [t for t in types if not t.name.startswith("__")]
    assert len(own) > 30
    assert [name for named in own for name in list_undescribed(named)] == []


def test_every_node_is_found_again_by_its_id(service: Service) -> None:
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }"
    catalogue = service.catalogue
    ids = [s.iri for s in catalogue.statements] + [p.iri for p in catalogue.provisions]
    ids += [code_list.iri for code_list in catalogue.code_lists]
    ids += [c.iri for code_list in catalogue.code_lists for c in code_list.concepts]
    ids += [r.iri for s in catalogue.statements for r in s.readings]
    [instrument] = catalogue.instruments
    ids += [instrument.iri, instrument.edition.iri, instrument.edition.file.iri]
    ids += [
        "https://w3id.org/pledgegraph/id/event/paris-2025",
        "https://w3id.org/pledgegraph/id/agent/pledgegraph-editors",
    ]
    for start in range(0, len(ids), 100):
        wanted = ids[start : start + 100]
        assert [node["id"] for node in ask(service, query, ids=wanted)["nodes"]] == wanted


def test_nodes_keep_the_order_and_are_null_where_unknown(service: Service) -> None:
    query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } node(id: "x") { id } }'
    req = "https://w3id.org/pledgegraph/req/seoul-2024/"
    ids = [req + "FN2", "nothing", req + "II.g", "https://w3id.org/pledgegraph/id/event/paris-2025"]
    assert ask(service, query, ids=ids) == {
        "nodes": [
            {"__typename": "Definition"},
            None,
            {"__typename": "Requirement"},
            {"__typename": "SummitEvent"},
        ],
        "node": None,
    }


def test_requirements_are_a_connection(service: Service) -> None:
    query = """query ($after: String) {
      requirements(filter: {provision: ["II"]}, orderBy: SEVERITY, first: 3, after: $after) {
        totalCount
        edges { cursor node { identifier } }
        nodes { identifier severity }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }"""
    first = ask(service, query)["requirements"]
    assert first["totalCount"] == 8
    assert [n["identifier"] for n in first["nodes"]] == ["II.a", "II.b", "II.c"]
    assert {n["severity"] for n in first["nodes"]} == {"VIOLATION"}
    second = ask(service, query, after=first["pageInfo"]["endCursor"])["requirements"]
    assert [n["identifier"] for n in second["nodes"]] == ["II.d", "II.f", "II.g"]
    assert second["pageInfo"]["hasPreviousPage"]


def test_all_statements_have_the_fields_of_their_interface(service: Service) -> None:
    query = """{ statements(first: 100) { totalCount nodes {
      __typename identifier kind verbatim action object severityBecause
      instrument { identifier } provision { identifier } modality { notation codeList { name } }
    } } }"""
    found = ask(service, query)["statements"]
    assert found["totalCount"] == len(found["nodes"]) == 84
    kinds = {node["identifier"]: (node["__typename"], node["kind"]) for node in found["nodes"]}
    assert kinds["CHG.a"] == ("Permission", "PERMISSION")
    assert kinds["OUT1"] == ("OutcomeStatement", "OUTCOME")
    assert kinds["FN1.b"] == ("ScopeRule", "SCOPE_RULE")
    assert kinds["VII.x1"] == ("ExceptionClause", "EXCEPTION_CLAUSE")


def test_dependencies_are_of_several_types(service: Service) -> None:
    query = """query ($id: String!) { requirement(instrument: "seoul-2024", id: $id) {
      dependsOn { __typename ... on Node { id } ... on SummitEvent { label } }
      exceptions { identifier limits { identifier } }
      outcome { identifier }
    } }"""
    found = ask(service, query, id="PRE.e")["requirement"]
    assert [(d["__typename"], d.get("label")) for d in found["dependsOn"]] == [
        ("SummitEvent", "AI Summit in France"),
        ("Requirement", None),
    ]
    found = ask(service, query, id="VII.a")["requirement"]
    assert [e["identifier"] for e in found["exceptions"]] == ["VII.x1", "VII.x2"]
    assert found["exceptions"][0]["limits"] == [{"identifier": "VII.a"}]
    assert found["outcome"] == {"identifier": "OUT3"}


@pytest.mark.parametrize(
    ("query", "code", "fields"),
    [
        (
            '{ requirement(instrument: "seoul-2024", id: "ii.g") { id } }',
            "NOT_FOUND",
            {"kind": "requirement", "given": "ii.g"},
        ),
        (
            '{ requirement(instrument: "paris", id: "I.a") { id } }',
            "NOT_FOUND",
            {"kind": "instrument", "nearest": [SEOUL]},
        ),
        (
            '{ requirements(filter: {modality: ["must"]}) { totalCount } }',
            "INVALID_ARGUMENT",
            {"argument": "modality"},
        ),
        (
            "{ requirements(first: 101) { totalCount } }",
            "PAGE_SIZE_LIMIT_EXCEEDED",
            {"maximum": 100, "found": 101},
        ),
        (
            "{ requirements(filter: {modality: [" + '"will" ' * 101 + "]}) { totalCount } }",
            "FILTER_VALUES_LIMIT_EXCEEDED",
            {"maximum": 100, "found": 101},
        ),
        (
            '{ requirements(after: "x") { totalCount } }',
            "INVALID_ARGUMENT",
            {"argument": "after"},
        ),
    ],
)
def test_a_mistake_is_told_with_its_code(
    service: Service, query: str, code: str, fields: dict[str, object]
) -> None:
    [error] = answer(service, query)["errors"]
    extensions = error["extensions"]
    assert extensions["code"] == code
    assert {name: extensions[name] for name in fields} == fields
