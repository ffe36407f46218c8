"""`pledgegraph.graphql.masking`."""

import logging

import pytest
from graphql import GraphQLError

from pledgegraph.errors import NotFound
from pledgegraph.graphql.masking import describe_error, give_code, mask_errors

SECRET = RuntimeError("the key is 1234")


def test_our_own_errors_keep_code_fields_and_place() -> None:
    cause = NotFound(kind="book", given="b3", nearest=("b1",))
    (masked,) = mask_errors([GraphQLError("x", path=["book"], original_error=cause)])
    assert masked.formatted == {
        "message": "There is no book “b3”; the nearest are b1.",
        "path": ["book"],
        "extensions": {"code": "NOT_FOUND", "kind": "book", "given": "b3", "nearest": ["b1"]},
    }


def test_what_graphql_itself_finds_keeps_its_message() -> None:
    inner = GraphQLError("Int cannot represent it.")
    (masked,) = mask_errors([GraphQLError("Int …", path=["a", 0], original_error=inner)])
    assert masked.formatted == {
        "message": "Int …",
        "path": ["a", 0],
        "extensions": {"code": "EXECUTION_FAILED"},
    }


def test_a_fault_is_hidden_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    wrapped = GraphQLError(str(SECRET), path=["a"], original_error=SECRET, extensions={"k": 1234})
    (masked,) = mask_errors([GraphQLError("x", path=["a"], original_error=wrapped)])
    assert masked.formatted == {
        "message": "Unexpected error.",
        "path": ["a"],
        "extensions": {"code": "INTERNAL"},
    }
    (record,) = caplog.records
    assert (record.levelno, record.getMessage()) == (logging.ERROR, "A resolver failed at ['a']")
    assert record.exc_info
    assert record.exc_info[1] is SECRET


def test_one_fault_many_times_does_not_fill_the_log(caplog: pytest.LogCaptureFixture) -> None:
    errors = [GraphQLError("x", path=["a", n], original_error=SECRET) for n in range(30)]
    assert len(mask_errors(errors)) == 30
    assert len(caplog.records) == 6
    assert caplog.messages[-1] == "25 further resolvers of the same request failed"


def test_an_error_of_a_whole_request_has_no_path() -> None:
    told = describe_error(NotFound(kind="operation", given="Q"))
    assert told.formatted == {
        "message": "There is no operation “Q”.",
        "extensions": {"code": "NOT_FOUND", "kind": "operation", "given": "Q", "nearest": []},
    }
    assert give_code(GraphQLError("x"), "SYNTAX_ERROR").formatted == {
        "message": "x",
        "extensions": {"code": "SYNTAX_ERROR"},
    }
