"""`pledgegraph.web.problems`."""

import json

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from pledgegraph.errors import (
    Busy,
    DataError,
    EngineFailure,
    InvalidArgument,
    InvalidRequest,
    InvalidUpload,
    LimitExceeded,
    NotFound,
    PledgegraphError,
    SettingsError,
)
from pledgegraph.web.problems import answer_error, status_of

ERRORS = [
    (NotFound(kind="page", given="x"), 404),
    (InvalidArgument(argument="a", problem="b", expected="c"), 400),
    (LimitExceeded(limit="body-bytes", maximum=1, found=2, remedy="send less"), 413),
    (InvalidRequest(code="NOT_ACCEPTABLE", part="Accept", problem="b", expected="c"), 406),
    (InvalidRequest(code="BAD_REQUEST", part="query", problem="b", expected="c"), 400),
    (InvalidRequest(code="UNSUPPORTED_MEDIA_TYPE", part="a", problem="b", expected="c"), 415),
    (InvalidUpload(DataError(problem="a", expected="b")), 400),
    (DataError(problem="a", expected="b"), 500),
    (Busy(service="a", seconds=20), 503),
    (EngineFailure(engine="a", problem="b"), 500),
    (SettingsError(setting="a", problem="b", remedy="c"), 500),
    (PledgegraphError("a", {}), 500),
]


def request(accept: str | None = None) -> Request:
    headers = [] if accept is None else [(b"accept", accept.encode())]
    return Request({"type": "http", "method": "GET", "path": "/x", "headers": headers})


def show_page(error: PledgegraphError, title: str) -> bytes:
    return f"{title}: {error.message}".encode()


@pytest.mark.parametrize(("error", "status"), ERRORS)
def test_each_error_has_its_status(error: PledgegraphError, status: int) -> None:
    assert status_of(error) == status


def test_machines_get_a_problem_document() -> None:
    found = answer_error(request("*/*"), ERRORS[0][0], show_page=show_page)
    assert found.headers["content-type"] == "application/problem+json"
    assert found.headers["cache-control"] == "no-store"
    assert json.loads(bytes(found.body)) == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "There is no page “x”.",
        "code": "NOT_FOUND",
        "kind": "page",
        "given": "x",
        "nearest": [],
    }


def test_people_get_a_page() -> None:
    found = answer_error(request("text/html"), ERRORS[0][0], show_page=show_page)
    assert found.headers["content-type"] == "text/html; charset=utf-8"
    assert bytes(found.body).decode() == "Not Found: There is no page “x”."


def test_who_meets_a_queue_is_told_when_to_come_again() -> None:
    found = answer_error(request(), Busy(service="a", seconds=20), show_page=show_page)
    assert (found.status_code, found.headers["retry-after"]) == (503, "20")


def test_an_error_of_the_framework_is_told_in_the_same_form() -> None:
    error = HTTPException(405, headers={"Allow": "HEAD, GET"})
    found = answer_error(request(), error, show_page=show_page)
    assert found.headers["allow"] == "HEAD, GET"
    assert json.loads(bytes(found.body))["code"] == "METHOD_NOT_ALLOWED"


def test_what_was_not_foreseen_is_masked_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    found = answer_error(request(), ValueError("inside"), show_page=show_page)
    assert found.status_code == 500
    assert b"inside" not in bytes(found.body)
    assert "inside" in caplog.text


@pytest.mark.parametrize("accept", ["*/*", "text/html"])
def test_what_cannot_be_encoded_is_told_nevertheless(accept: str) -> None:
    error = InvalidUpload(DataError(file="\ud800", problem="“\udc00” is no key", expected="one"))
    found = answer_error(request(accept), error, show_page=show_page)
    assert found.status_code == 400
    assert "?: “?” is no key; expected one." in bytes(found.body).decode()


def test_what_is_repeated_of_a_request_is_cut() -> None:
    error = InvalidRequest(
        code="UNSUPPORTED_MEDIA_TYPE",
        part="Content-Type",
        problem=f"“{'a' * 50_000}” is not read here",
        expected="text/turtle",
    )
    found = json.loads(bytes(answer_error(request(), error, show_page=show_page).body))
    assert found["problem"] == "“" + "a" * 298 + "…"
    assert found["detail"] == f"Content-Type: “{'a' * 298}…; expected text/turtle."
    assert error.fields["problem"] != found["problem"]


def test_a_list_of_names_is_told_whole() -> None:
    error = NotFound(kind="page", given="x", nearest=("y", "z" * 400))
    found = json.loads(bytes(answer_error(request(), error, show_page=show_page).body))
    assert found["nearest"] == ["y", "z" * 299 + "…"]
