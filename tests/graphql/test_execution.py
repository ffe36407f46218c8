"""`pledgegraph.graphql.execution`."""

import logging
from typing import Any

import pytest
from graphql import OperationType, get_introspection_query

from pledgegraph.graphql.execution import READING, Answer, Executor
from pledgegraph.graphql.limits import Limits
from pledgegraph.graphql.request import GraphQLRequest
from tests.library import create_schema

EXECUTOR = Executor(create_schema())


def execute(query: str, operation_name: str | None = None, **variables: Any) -> Answer:
    return EXECUTOR.execute(GraphQLRequest(query, operation_name, variables))


def list_codes(answer: Answer) -> list[str]:
    return [error["extensions"]["code"] for error in answer.result["errors"]]


def test_a_query_is_answered() -> None:
    answer = execute("query ($id: ID!) { book(id: $id) { title } }", id="b1")
    assert answer.result == {"data": {"book": {"title": "Roots"}}}
    assert (answer.operation, answer.code) == (OperationType.QUERY, None)
    assert (answer.is_executed, answer.is_repeatable) == (True, True)
    assert answer.cost
    assert answer.cost.data == 2


def test_resolvers_are_given_the_context() -> None:
    answer = EXECUTOR.execute(GraphQLRequest("{ hello }"), context="you")
    assert answer.result == {"data": {"hello": "Hello, you!"}}


def test_a_mutation_is_executed_and_never_repeatable() -> None:
    answer = execute('mutation { borrow(id: "b1") }')
    assert answer.result == {"data": {"borrow": True}}
    assert (answer.operation, answer.is_repeatable) == (OperationType.MUTATION, False)


def test_only_allowed_kinds_of_operation_are_executed() -> None:
    request = GraphQLRequest('query A { hello } mutation B { borrow(id: "b1") }', "B")
    answer = EXECUTOR.execute(request, allowed=READING)
    assert answer.result == {
        "errors": [
            {
                "message": "query: it asks for a mutation; expected a query.",
                "extensions": {
                    "code": "OPERATION_NOT_ALLOWED",
                    "part": "query",
                    "problem": "it asks for a mutation",
                    "expected": "a query",
                },
            }
        ]
    }
    assert (answer.operation, answer.is_executed) == (OperationType.MUTATION, False)


def test_no_subscription_is_executed() -> None:
    answer = execute("subscription { hello }")
    assert answer.code == "OPERATION_NOT_ALLOWED"
    assert answer.result["errors"][0]["extensions"]["expected"] == "a query or a mutation"


def test_what_does_not_parse_is_told_with_its_place() -> None:
    assert execute("{ hello").result == {
        "errors": [
            {
                "message": "Syntax Error: Expected Name, found <EOF>.",
                "locations": [{"line": 1, "column": 8}],
                "extensions": {"code": "SYNTAX_ERROR"},
            }
        ]
    }


def test_what_is_not_valid_is_told_without_a_suggestion() -> None:
    assert execute('{ helo book(di: "b1", id: 1) { id } }').result == {
        "errors": [
            {
                "message": "Cannot query field 'helo' on type 'Query'.",
                "locations": [{"line": 1, "column": 3}],
                "extensions": {"code": "VALIDATION_FAILED"},
            },
            {
                "message": "Unknown argument 'di' on field 'Query.book'.",
                "locations": [{"line": 1, "column": 13}],
                "extensions": {"code": "VALIDATION_FAILED"},
            },
        ]
    }


def test_validation_stops_after_ten_errors() -> None:
    answer = execute("{ " + " ".join(f"unknown{n}" for n in range(60)) + " }")
    assert len(answer.result["errors"]) == 11
    assert answer.result["errors"][10]["message"].startswith("Too many validation errors")


@pytest.mark.parametrize(
    ("query", "variables", "message"),
    [
        (
            "query ($id: ID!) { book(id: $id) { title } }",
            {},
            "Variable '$id' has invalid value: Expected a value of non-null type 'ID!'"
            " to be provided.",
        ),
        (
            "query ($n: Int) { books(first: $n) { totalCount } }",
            {"n": "many"},
            "Variable '$n' has invalid value: Int cannot represent non-integer value: 'many'",
        ),
        (
            "query ($f: BookFilter) { books(filter: $f) { totalCount } }",
            {"f": {"titel": "x"}},
            "Variable '$f' has invalid value: Expected value of type 'BookFilter'"
            " not to include unknown field 'titel', found: {'titel': 'x'}.",
        ),
    ],
)
def test_variables_of_another_type_are_refused(query: str, variables: Any, message: str) -> None:
    answer = execute(query, **variables)
    assert [error["message"] for error in answer.result["errors"]] == [message]
    assert (answer.code, answer.is_executed) == ("BAD_VARIABLES", False)


def test_ten_bad_values_are_told_at_most() -> None:
    answer = execute("query ($i: [ID!]!) { nodes(ids: $i) { id } }", i=[{}] * 500)
    assert len(answer.result["errors"]) == 11
    assert set(list_codes(answer)) == {"BAD_VARIABLES"}


@pytest.mark.parametrize(
    ("query", "name", "message"),
    [
        (
            "query A { hello } query B { hello }",
            None,
            "operationName: the document has 2 operations and none is named; expected one of A, B.",
        ),
        (
            "query A { hello } query B { hello }",
            "C",
            "There is no operation “C”; the nearest are A, B.",
        ),
        ("{ hello }", "A", "There is no operation “A”."),
        (
            "fragment F on Query { hello }",
            None,
            "query: it has no operation; expected a query, such as { … }.",
        ),
    ],
)
def test_the_operation_has_to_be_clear(query: str, name: str | None, message: str) -> None:
    answer = execute(query, name)
    assert [error["message"] for error in answer.result["errors"]] == [message]


def test_one_operation_of_several_is_executed() -> None:
    answer = execute('query A { hello } query B { hello(name: "B") }', "B")
    assert answer.result == {"data": {"hello": "Hello, B!"}}


def test_our_own_error_keeps_its_code_and_the_rest_of_the_answer() -> None:
    answer = execute('{ hello node(id: "x") { id } broken }')
    assert answer.result["data"] == {"hello": "Hello, world!", "node": None, "broken": None}
    unknown = execute('{ book(id: "b9") { title } }')
    assert unknown.result == {
        "errors": [
            {
                "message": "There is no book “b9”; the nearest are b1, b2.",
                "locations": [{"line": 1, "column": 3}],
                "path": ["book"],
                "extensions": {
                    "code": "NOT_FOUND",
                    "kind": "book",
                    "given": "b9",
                    "nearest": ["b1", "b2"],
                },
            }
        ],
        "data": None,
    }
    assert (unknown.is_executed, unknown.is_repeatable) == (True, False)


def test_an_argument_that_variables_make_null_is_refused_before_execution() -> None:
    query = 'query ($id: ID = "b1") { hello book(id: $id) { title } }'
    answer = execute(query, id=None)
    assert (answer.code, answer.is_executed) == ("BAD_VARIABLES", False)
    assert answer.result["errors"][0]["locations"] == [{"line": 1, "column": 41}]


@pytest.mark.parametrize("query", ["{ broken }", "{ missing }", '{ broken(message: "é") }'])
def test_a_fault_is_masked_and_logged(query: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        answer = execute(query)
    (error,) = answer.result["errors"]
    assert (error["message"], error["extensions"]) == ("Unexpected error.", {"code": "INTERNAL"})
    assert caplog.records[0].exc_info


def test_what_graphql_finds_wrong_in_an_answer_keeps_its_message() -> None:
    answer = execute("{ notANumber }")
    assert answer.result["data"] == {"notANumber": None}
    assert answer.result["errors"][0]["message"] == (
        "Int cannot represent non-integer value: 'twelve'"
    )
    assert list_codes(answer) == ["EXECUTION_FAILED"]


def repeat(text: str, count: int) -> str:
    return " ".join(text.format(n=n) for n in range(count))


FRAGMENT_BOMB = (
    "{ authors { ...F0 } }"
    + repeat("fragment F{n} on Author {{ friends {{ ...G{n} }} x: friends {{ ...G{n} }} }}", 14)
    + repeat("fragment G{n} on Author {{ id ...H{n} }}", 14)
    + "".join(f"fragment H{n} on Author {{ ...F{n + 1} }}" for n in range(13))
    + "fragment H13 on Author { name }"
)
ABUSE = {
    "tokens": ("{ " + repeat("hello", 2_000) + " }", "TOKENS", 2_000, 2_002),
    "comments": ("#\n" * 3_000 + "{ hello }", "TOKENS", 2_000, 3_003),
    "aliases": ("{ " + repeat("a{n}: hello", 31) + " }", "ALIASES", 30, 31),
    "repeats": ("{ " + repeat("__typename", 500) + " }", "REPEATED_FIELDS", 80, 499),
    "directives": ("{ hello " + "@aa" * 10 + " }", "DIRECTIVES_AT_ONE_PLACE", 4, 10),
    "many directives": ("{ " + repeat("hello @aa", 41) + " }", "DIRECTIVES", 40, 41),
    "depth": ("{ authors " + "{ friends " * 20 + "{ id" + " }" * 22, "DEPTH", 20, 22),
    "fragments": (
        "{ hello }" + repeat("fragment F{n} on Query {{ hello }}", 51),
        "FRAGMENTS",
        50,
        51,
    ),
    "pages": (
        "{ books(first: 100) { nodes { author { books(first: 100) { nodes { id title } } } } } }",
        "COST",
        20_000,
        20_302,
    ),
    "fragment bomb": (FRAGMENT_BOMB, "COST", 20_000, 2**53 - 1),
    "schema bomb": (
        "{ " + repeat("a{n}: __schema {{ types {{ ...F }} }}", 30) + " }"
        "fragment F on __Type { fields { type { fields { name description type { name } } } } }",
        "INTROSPECTION_COST",
        None,
        None,
    ),
}


@pytest.mark.parametrize("abuse", ABUSE)
def test_abuse_is_refused_with_a_code_and_the_number_exceeded(abuse: str) -> None:
    query, limit, maximum, found = ABUSE[abuse]
    answer = execute(query)
    (error,) = answer.result["errors"]
    extensions = error["extensions"]
    assert answer.is_executed is False
    assert extensions["code"] == f"{limit}_LIMIT_EXCEEDED"
    assert extensions["limit"] == limit.lower().replace("_", "-")
    assert extensions["found"] > extensions["maximum"]
    assert maximum is None or (extensions["maximum"], extensions["found"]) == (maximum, found)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            "{ ...F } fragment F on Query { ...F }",
            "Cannot spread fragment 'F' within itself.",
        ),
        (
            "{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }",
            "Cannot spread fragment 'F' within itself via 'G'.",
        ),
        ("{ book(id: " + "[" * 90 + "1" + "]" * 90 + ") { id } }", "ID cannot represent"),
    ],
)
def test_what_never_ends_is_not_valid(query: str, message: str) -> None:
    answer = execute(query)
    assert answer.code == "VALIDATION_FAILED"
    assert answer.result["errors"][0]["message"].startswith(message)


@pytest.mark.parametrize(
    ("text", "found"),
    [("{a" * 600, 600), ("[" * 1_900, 1_900), ("{ a(x: " + "{y: " * 600, 602), ("{a" * 101, 101)],
)
def test_nesting_is_refused_with_its_number_before_parsing(text: str, found: int) -> None:
    assert execute(text).result["errors"][0]["extensions"] == {
        "code": "NESTING_LIMIT_EXCEEDED",
        "limit": "nesting",
        "maximum": 100,
        "found": found,
    }


def test_deep_introspection_is_refused_with_its_limit() -> None:
    query = "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"
    assert execute(query).result["errors"][0]["extensions"] == {
        "code": "INTROSPECTION_DEPTH_LIMIT_EXCEEDED",
        "limit": "introspection-depth",
        "maximum": 3,
    }


def test_deep_and_long_variables_are_refused() -> None:
    deep: Any = "x"
    for _ in range(500):
        deep = [deep]
    query = "query ($f: BookFilter) { books(filter: $f) { totalCount } }"
    assert execute(query, f={"words": deep}).result["errors"][0]["extensions"] == {
        "code": "VARIABLES_DEPTH_LIMIT_EXCEEDED",
        "limit": "variables-depth",
        "maximum": 16,
        "found": 17,
    }
    assert execute(query, f={"title": "x" * 30_000}).result["errors"][0]["extensions"] == {
        "code": "VARIABLES_BYTES_LIMIT_EXCEEDED",
        "limit": "variables-bytes",
        "maximum": 20_000,
        "found": 30_018,
    }


def test_a_limit_may_be_set() -> None:
    executor = Executor(create_schema(), limits=Limits(depth=1))
    answer = executor.execute(GraphQLRequest("{ authors { id } }"))
    assert answer.code == "DEPTH_LIMIT_EXCEEDED"


def test_tools_may_ask_for_the_schema_whatever_the_limit_of_cost() -> None:
    executor = Executor(create_schema(), limits=Limits(cost=1))
    answer = executor.execute(GraphQLRequest(get_introspection_query(schema_description=True)))
    assert answer.code is None
    assert answer.result["data"]["__schema"]["queryType"]["name"] == "Query"


def test_a_document_is_prepared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    executor = Executor(create_schema())
    prepared: list[str] = []
    prepare = executor._parse_and_validate

    def count_and_prepare(source: str) -> object:
        prepared.append(source)
        return prepare(source)

    monkeypatch.setattr(executor, "_parse_and_validate", count_and_prepare)
    for query in ("{ hello }", "{ nonsense }", "{ hello }", "{ nonsense }", "{ hello  }"):
        executor.execute(GraphQLRequest(query))
    assert prepared == ["{ hello }", "{ nonsense }", "{ hello  }"]


def test_the_documents_kept_are_bounded() -> None:
    executor = Executor(create_schema(), max_documents=2, max_document_bytes=10_000)
    for name in "abc":
        executor.execute(GraphQLRequest(f"{{ {name}: hello }}"))
    assert len(executor._documents) == 2
    executor.execute(GraphQLRequest("{ " + repeat("a{n}: hello", 30) + " }"))
    assert executor._documents.size <= 10_000


def test_requests_are_named_by_all_that_makes_them_differ() -> None:
    requests = (
        GraphQLRequest("{ hello }"),
        GraphQLRequest("{ hello }", "A"),
        GraphQLRequest("{ hello }", None, {"a": 1}),
        GraphQLRequest("{hello}"),
    )
    assert len({EXECUTOR.name_request(request) for request in requests}) == 4
    again = GraphQLRequest("{ hello }", None, {"a": 1}, {"tool": "x"})
    assert EXECUTOR.name_request(again) == EXECUTOR.name_request(requests[2])
