"""`pledgegraph.web.graphql`, over HTTP."""

import threading
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.library import create_app
from tests.live import serve

NEW = "application/graphql-response+json"
OLD = "application/json"
HELLO = {"data": {"hello": "Hello, world!"}}


def connect(**settings: Any) -> Iterator[httpx.Client]:
    with serve(create_app(**settings)) as url, httpx.Client(base_url=url) as client:
        yield client


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """Return a client of the library's service."""
    yield from connect()


@pytest.fixture
def fresh() -> Iterator[httpx.Client]:
    """Return a client of a service that has answered nothing yet, and takes 500 bytes."""
    yield from connect(max_body_bytes=500)


@pytest.fixture
def cacheless() -> Iterator[httpx.Client]:
    """Return a client of a service that keeps no answers."""
    yield from connect(cache_bytes=0)


def post(client: httpx.Client, query: str, accept: str = NEW, **parameters: Any) -> httpx.Response:
    body = {"query": query, **parameters}
    return client.post("/graphql", json=body, headers={"Accept": accept})


def get(client: httpx.Client, query: str, accept: str = NEW, **headers: str) -> httpx.Response:
    return client.get("/graphql", params={"query": query}, headers={"Accept": accept, **headers})


def read_code(response: httpx.Response) -> str:
    code: str = response.json()["errors"][0]["extensions"]["code"]
    return code


@pytest.mark.parametrize("accept", [NEW, OLD])
@pytest.mark.parametrize("ask", [post, get])
def test_a_query_is_answered(client: httpx.Client, ask: Any, accept: str) -> None:
    response = ask(client, "{ hello }", accept)
    assert (response.status_code, response.json()) == (200, HELLO)
    assert response.headers["Content-Type"] == f"{accept}; charset=utf-8"
    assert response.headers["Vary"] == "Accept, Accept-Encoding"


def test_variables_and_operations_are_heard(client: httpx.Client) -> None:
    query = "query A { hello } query B($n: String) { hello(name: $n) }"
    response = post(client, query, operationName="B", variables={"n": "é🏃"})
    assert response.json() == {"data": {"hello": "Hello, é🏃!"}}
    assert "é🏃".encode() in response.content


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, OLD),
        ("*/*", OLD),
        ("application/*", OLD),
        (f"{NEW}, {OLD};q=0.9", NEW),
        (f"{NEW}, {OLD}", NEW),
        (f"{OLD}, {NEW}", NEW),
        (f"{OLD}, {NEW};q=0.9", OLD),
        (f"{NEW.upper()}; charset=UTF-8", NEW),
        (f"{NEW}, application/graphql+json, {OLD}, text/event-stream, multipart/mixed", NEW),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", OLD),
    ],
)
def test_the_media_type_is_negotiated(
    client: httpx.Client, accept: str | None, media_type: str
) -> None:
    request = client.build_request("GET", "/graphql", params={"query": "{ hello }"})
    del request.headers["Accept"]
    if accept is not None:
        request.headers["Accept"] = accept
    response = client.send(request)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == f"{media_type}; charset=utf-8"


@pytest.mark.parametrize("accept", ["text/html", f"{OLD};q=0", f"{OLD};charset=latin-1"])
def test_what_is_not_made_is_not_acceptable(client: httpx.Client, accept: str) -> None:
    response = post(client, "{ hello }", accept)
    assert (response.status_code, read_code(response)) == (406, "NOT_ACCEPTABLE")
    assert response.headers["Content-Type"] == "application/json; charset=utf-8"


def test_who_excludes_every_encoding_is_refused(client: httpx.Client) -> None:
    response = get(client, "{ hello }", **{"Accept-Encoding": "*;q=0"})
    assert (response.status_code, read_code(response)) == (406, "NOT_ACCEPTABLE")


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "SYNTAX_ERROR"),
        ("{ unknown }", "VALIDATION_FAILED"),
        ("query ($id: ID!) { book(id: $id) { id } }", "BAD_VARIABLES"),
        ("query A { hello } query B { hello }", "INVALID_ARGUMENT"),
        ("{ a { a { a } } }" * 9, "VALIDATION_FAILED"),
        ("{" + " hello" * 500 + "}", "REPEATED_FIELDS_LIMIT_EXCEEDED"),
        ("{" + " ".join(f"a{n}: hello" for n in range(100)) + "}", "ALIASES_LIMIT_EXCEEDED"),
    ],
)
def test_what_is_not_executed_has_the_status_of_its_media_type(
    client: httpx.Client, query: str, code: str
) -> None:
    for accept, status in ((NEW, 400), (OLD, 200)):
        response = post(client, query, accept)
        assert (response.status_code, read_code(response)) == (status, code)
        assert "data" not in response.json()
        assert response.headers["Cache-Control"] == "no-store"


def test_a_partial_answer_is_an_answer(client: httpx.Client) -> None:
    for query, data in (
        ("{ hello broken }", {"hello": "Hello, world!", "broken": None}),
        ('{ book(id: "b9") { id } }', None),
    ):
        response = post(client, query)
        assert response.status_code == 200
        assert response.json()["data"] == data
        assert len(response.json()["errors"]) == 1


def test_a_mutation_is_executed_over_post_only(client: httpx.Client) -> None:
    query = 'mutation { borrow(id: "b1") }'
    assert post(client, query).json() == {"data": {"borrow": True}}
    for accept in (NEW, OLD):
        response = get(client, query, accept)
        assert (response.status_code, read_code(response)) == (405, "OPERATION_NOT_ALLOWED")
        assert response.headers["Allow"] == "POST"
        assert "data" not in response.json()


def test_the_operation_that_is_named_decides_over_get(client: httpx.Client) -> None:
    query = 'query A { hello } mutation B { borrow(id: "b1") }'
    for name, status in (("A", 200), ("B", 405)):
        params = {"query": query, "operationName": name}
        assert client.get("/graphql", params=params).status_code == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(client: httpx.Client, method: str) -> None:
    response = client.request(method, "/graphql")
    assert (response.status_code, read_code(response)) == (405, "METHOD_NOT_ALLOWED")
    assert response.headers["Allow"] == "GET, HEAD, POST"


def test_head_is_get_without_a_body(client: httpx.Client) -> None:
    params = {"query": "{ hello }"}
    got, head = client.get("/graphql", params=params), client.head("/graphql", params=params)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("ETag", "Content-Length", "Content-Type"):
        assert head.headers[name] == got.headers[name]


REFUSED: dict[str, tuple[bytes, str | None, int]] = {
    "another media type": (b"{ hello }", "application/graphql", 415),
    "no media type": (b'{"query":"{ hello }"}', None, 415),
    "text": (b'{"query":"{ hello }"}', "text/plain", 415),
    "no JSON": (b"{ not JSON", OLD, 400),
    "nothing": (b"", OLD, 400),
    "endless JSON": (b'{"query":"{ hello }","variables":' + b"[" * 9_000, OLD, 400),
    "a batch": (b'[{"query":"{ hello }"}]', OLD, 400),
    "an id": (b'{"documentId":"x"}', OLD, 400),
    "another type": (b'{"query":1}', OLD, 400),
    "deep variables": (
        b'{"query":"{ hello }","variables":{"a":' + b"[" * 900 + b"]" * 900 + b"}}",
        OLD,
        400,
    ),
    "too long": (b"x" * 100_001, OLD, 413),
}
CODES = {
    "another media type": "UNSUPPORTED_MEDIA_TYPE",
    "no media type": "UNSUPPORTED_MEDIA_TYPE",
    "text": "UNSUPPORTED_MEDIA_TYPE",
    "no JSON": "BAD_JSON",
    "nothing": "BAD_JSON",
    "endless JSON": "BODY_DEPTH_LIMIT_EXCEEDED",
    "a batch": "BATCHING_NOT_SUPPORTED",
    "an id": "DOCUMENT_ID_NOT_SUPPORTED",
    "another type": "BAD_REQUEST",
    "deep variables": "VARIABLES_DEPTH_LIMIT_EXCEEDED",
    "too long": "BODY_BYTES_LIMIT_EXCEEDED",
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("accept", [NEW, OLD])
def test_what_is_no_request_is_refused(client: httpx.Client, name: str, accept: str) -> None:
    content, content_type, status = REFUSED[name]
    headers = {"Accept": accept, **({"Content-Type": content_type} if content_type else {})}
    response = client.post("/graphql", content=content, headers=headers)
    assert (response.status_code, read_code(response)) == (status, CODES[name])
    assert response.headers["Content-Type"] == f"{accept}; charset=utf-8"


def test_a_body_in_chunks_is_counted(fresh: httpx.Client) -> None:
    headers = {"Content-Type": "application/json"}
    chunks = (b'{"query":"{ hello }","x":"', *[b"x" * 100] * 9, b'"}')
    response = fresh.post("/graphql", content=iter(chunks), headers=headers)
    assert (response.status_code, read_code(response)) == (413, "BODY_BYTES_LIMIT_EXCEEDED")
    assert response.json()["errors"][0]["extensions"]["maximum"] == 500
    short = fresh.post("/graphql", content=iter((chunks[0], chunks[-1])), headers=headers)
    assert short.json() == HELLO


def test_a_long_url_is_refused(fresh: httpx.Client) -> None:
    response = get(fresh, "{ hello }" + " " * 500)
    assert (response.status_code, read_code(response)) == (414, "URL_BYTES_LIMIT_EXCEEDED")


def test_who_asks_nothing_is_told_how(client: httpx.Client) -> None:
    response = client.get("/graphql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert response.status_code == 400
    assert response.json()["errors"][0]["message"] == (
        "query: it is missing; expected a GraphQL document such as { __typename }."
    )


def test_an_answer_is_worked_out_once(fresh: httpx.Client) -> None:
    first = post(fresh, "{ executions }").json()["data"]["executions"]
    assert post(fresh, "{ executions }").json() == {"data": {"executions": first}}
    assert get(fresh, "{ executions }").json() == {"data": {"executions": first}}
    # Another document, another media type or another encoding is another answer.
    assert post(fresh, "{executions}").json() == {"data": {"executions": first + 1}}
    assert post(fresh, "{ executions }", OLD).json() == {"data": {"executions": first + 2}}
    encoded = get(fresh, "{ executions }", **{"Accept-Encoding": "identity"})
    assert encoded.json() == {"data": {"executions": first + 3}}


def test_variables_are_part_of_what_was_asked(fresh: httpx.Client) -> None:
    query = "query ($a: String, $b: String) { executions hello(name: $a) x: hello(name: $b) }"
    one = post(fresh, query, variables={"a": "1", "b": "2"}).json()["data"]
    same = post(fresh, query, variables={"b": "2", "a": "1"}).json()["data"]
    other = post(fresh, query, variables={"a": "2", "b": "1"}).json()["data"]
    assert same == one
    assert other["executions"] == one["executions"] + 1
    assert other["hello"] == "Hello, 2!"


def test_errors_and_mutations_are_not_kept(fresh: httpx.Client) -> None:
    for query in ("{ executions broken }", 'mutation { executions: borrow(id: "b1") }'):
        one, two = post(fresh, query), post(fresh, query)
        assert one.headers["Cache-Control"] == two.headers["Cache-Control"] == "no-store"
    assert post(fresh, "{ executions broken }").json()["data"]["executions"] == 3


def test_without_a_cache_every_answer_is_worked_out(cacheless: httpx.Client) -> None:
    found = [post(cacheless, "{ executions }").json()["data"]["executions"] for _ in range(3)]
    assert found == [1, 2, 3]


def test_an_answer_over_get_may_be_revalidated(client: httpx.Client) -> None:
    first = get(client, "{ hello }")
    etag = first.headers["ETag"]
    assert first.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    again = get(client, "{ hello }", **{"If-None-Match": f'"other", W/{etag}'})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag)
    assert get(client, "{ hello }", OLD).headers["ETag"] != etag
    assert get(client, '{ hello(name: "you") }').headers["ETag"] != etag


def test_an_answer_over_post_is_not_to_be_stored(client: httpx.Client) -> None:
    response = client.post(
        "/graphql", json={"query": "{ hello }"}, headers={"If-None-Match": "*", "Accept": NEW}
    )
    assert (response.status_code, response.json()) == (200, HELLO)
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


def test_an_error_over_get_is_not_to_be_stored(client: httpx.Client) -> None:
    for query in ("{ hello broken }", "{ unknown }"):
        response = get(client, query, OLD, **{"If-None-Match": "*"})
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "no-store"
        assert "ETag" not in response.headers


def test_a_long_answer_is_compressed(client: httpx.Client) -> None:
    query = "{ long(length: 5000) }"
    zipped = get(client, query, **{"Accept-Encoding": "gzip"})
    plain = get(client, query, **{"Accept-Encoding": "identity"})
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert int(zipped.headers["Content-Length"]) < 200
    assert "Content-Encoding" not in plain.headers
    assert zipped.json() == plain.json() == {"data": {"long": "x" * 5000}}
    assert zipped.headers["ETag"] != plain.headers["ETag"]


def test_a_fault_outside_of_resolvers_is_masked_and_logged(
    client: httpx.Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a secret")

    monkeypatch.setattr("pledgegraph.graphql.execution.execute_sync", fail)
    response = post(client, "{ fault: hello }")
    assert (response.status_code, response.json()) == (
        500,
        {"errors": [{"message": "Unexpected error.", "extensions": {"code": "INTERNAL"}}]},
    )
    assert caplog.messages == ["A GraphQL request could not be answered"]


def test_other_addresses_answer_while_a_query_runs(client: httpx.Client) -> None:
    thread = threading.Thread(target=post, args=(client, "{ sleep(seconds: 1.5) }"))
    thread.start()
    try:
        time.sleep(0.2)
        start = time.monotonic()
        with httpx.Client(base_url=client.base_url) as other:
            assert other.get("/health").text == "ok"
        assert time.monotonic() - start < 0.7
        assert thread.is_alive()
    finally:
        thread.join()
