"""`pledgegraph.graphql.field_errors`."""

from pledgegraph.graphql.execution import Executor
from pledgegraph.graphql.limits import Limits
from pledgegraph.graphql.request import GraphQLRequest
from tests.library import create_schema


def test_as_many_fields_may_fail_as_the_limit_says_and_no_more() -> None:
    executor = Executor(create_schema(), limits=Limits(field_errors=2))
    allowed = executor.execute(GraphQLRequest("{ hello a: broken b: broken }"))
    assert allowed.result["data"] == {"hello": "Hello, world!", "a": None, "b": None}
    refused = executor.execute(GraphQLRequest('{ a: broken b: broken book(id: "b9") { title } }'))
    limit, last = refused.result["errors"]
    assert limit["extensions"] == {
        "code": "FIELD_ERRORS_LIMIT_EXCEEDED",
        "limit": "field-errors",
        "maximum": 2,
        "found": 3,
    }
    assert (last["extensions"]["code"], last["path"]) == ("NOT_FOUND", ["book"])
    assert (refused.is_executed, refused.is_repeatable) == (False, False)


def test_execution_halts_at_the_first_field_too_many() -> None:
    executor = Executor(create_schema(), limits=Limits(field_errors=1))
    query = "{ before: executions a: broken b: broken after: executions }"
    assert executor.execute(GraphQLRequest(query)).code == "FIELD_ERRORS_LIMIT_EXCEEDED"
    assert executor.execute(GraphQLRequest("{ executions }")).result == {"data": {"executions": 2}}
