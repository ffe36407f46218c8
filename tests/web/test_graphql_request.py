"""`pledgegraph.web.graphql_request`."""

import asyncio
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from starlette.requests import Request

from pledgegraph.errors import PledgegraphError
from pledgegraph.graphql.request import GraphQLRequest
from pledgegraph.web.graphql_request import read_request


def read(
    method: str = "POST",
    body: bytes | list[bytes] = b"",
    url: str = "",
    content_type: str | None = "application/json",
    **headers: str,
) -> GraphQLRequest:
    """Read one request without a server; `body` may come in several chunks."""
    chunks = [body] if isinstance(body, bytes) else list(body)
    named = {"content-type": content_type, **headers}
    scope = {
        "type": "http",
        "method": method,
        "path": "/graphql",
        "query_string": url.encode("latin-1"),
        "headers": [
            (name.replace("_", "-").encode(), value.encode())
            for name, value in named.items()
            if value is not None
        ],
    }

    async def receive() -> dict[str, Any]:
        chunk = chunks.pop(0)
        return {"type": "http.request", "body": chunk, "more_body": bool(chunks)}

    return asyncio.run(read_request(Request(scope, receive), max_bytes=200))


def refuse(**request: Any) -> tuple[str, object]:
    """Return the code of the refusal and the part of the request, or the limit, that it names."""
    with pytest.raises(PledgegraphError) as caught:
        read(**request)
    fields = caught.value.fields
    return caught.value.code, fields.get("part", fields.get("limit"))


FULL = GraphQLRequest("{a}", "A", {"x": [1, None]}, {"tool": "t"})


def test_a_body_is_read() -> None:
    body = (
        b'{"query":"{a}","operationName":"A","variables":{"x":[1,null]},"extensions":{"tool":"t"}}'
    )
    assert read(body=body) == FULL
    assert read(body=[body[:7], body[7:], b""]) == FULL


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_url_is_read(method: str) -> None:
    url = urlencode(
        {
            "query": "{a}",
            "operationName": "A",
            "variables": '{"x":[1,null]}',
            "extensions": '{"tool":"t"}',
        }
    )
    assert read(method, url=url, content_type=None) == FULL


def test_null_is_as_good_as_nothing_in_a_body_and_the_empty_text_in_a_url() -> None:
    body = b'{"query":"{a}","operationName":null,"variables":null,"extensions":null}'
    assert read(body=body) == GraphQLRequest("{a}")
    url = "query={a}&operationName=&variables=&extensions="
    assert read("GET", url=url) == GraphQLRequest("{a}")
    assert read("GET", url="query={a}&variables=null") == GraphQLRequest("{a}")
    assert read("GET", url="query={a}&operationName=null").operation_name == "null"


def test_what_is_not_known_is_passed_over() -> None:
    assert read(body=b'{"query":"{a}","id":7,"documentId":"x"}') == GraphQLRequest("{a}")
    assert read("GET", url="query={a}&utm=1&utm=2") == GraphQLRequest("{a}")


@pytest.mark.parametrize(
    "content_type",
    [
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        'application/json;charset="UTF-8"',
        "application/json; profile=x",
    ],
)
def test_json_in_utf_8_is_read(content_type: str) -> None:
    body = '{"query":"{é🏃}"}'.encode()
    assert read(body=body, content_type=content_type).query == "{é🏃}"


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "",
        "text/plain",
        "application/graphql",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
        "json",
    ],
)
def test_other_media_types_are_refused(content_type: str | None) -> None:
    found = refuse(body=b'{"query":"{a}"}', content_type=content_type)
    assert found == ("UNSUPPORTED_MEDIA_TYPE", "Content-Type")


def test_an_encoded_body_is_refused() -> None:
    found = refuse(body=b"x", content_encoding="gzip")
    assert found == ("UNSUPPORTED_MEDIA_TYPE", "Content-Encoding")
    assert read(body=b'{"query":"{a}"}', content_encoding="identity").query == "{a}"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"query":"{a}"',
        b"query={a}",
        b'{"query":"\xff"}',
        b'{"query":"{a}","variables":{"x":NaN}}',
        b'\xef\xbb\xbf{"query":"{a}"}',
        b"[" * 200,
    ],
)
def test_what_is_no_json_is_refused(body: bytes) -> None:
    assert refuse(body=body) == ("BAD_JSON", "body")


@pytest.mark.parametrize("body", [b"[]", b'[{"query":"{a}"}]', b'[{"query":"{a}"},{}]'])
def test_batches_are_refused(body: bytes) -> None:
    assert refuse(body=body) == ("BATCHING_NOT_SUPPORTED", "body")


@pytest.mark.parametrize(
    ("body", "part"),
    [
        (b"null", "body"),
        (b'"{a}"', "body"),
        (b"{}", "query"),
        (b'{"qeury":"{a}"}', "query"),
        (b'{"query":null}', "query"),
        (b'{"query":7}', "query"),
        (b'{"query":["{a}"]}', "query"),
        (b'{"query":"{a}","operationName":7}', "operationName"),
        (b'{"query":"{a}","variables":[]}', "variables"),
        (b'{"query":"{a}","variables":"{}"}', "variables"),
        (b'{"query":"{a}","extensions":false}', "extensions"),
    ],
)
def test_parameters_of_another_type_are_refused(body: bytes, part: str) -> None:
    assert refuse(body=body) == ("BAD_REQUEST", part)


@pytest.mark.parametrize(
    ("url", "part"),
    [
        ("", "query"),
        ("query=", "query"),
        ("q={a}", "query"),
        ("query={a}&variables={", "variables"),
        ("query={a}&variables=[]", "variables"),
        ("query={a}&extensions=7", "extensions"),
        ("query={a}&query={b}", "query"),
        ("query={a}&variables={}&variables={}", "variables"),
        ("query=%FF", "URL"),
        ("query=\xe9", "URL"),
        ("&".join(f"a{n}" for n in range(51)), "URL"),
    ],
)
def test_a_url_that_cannot_be_read_is_refused(url: str, part: str) -> None:
    assert refuse(method="GET", url=url) == ("BAD_REQUEST", part)


def test_documents_by_their_id_are_refused() -> None:
    refused = ("DOCUMENT_ID_NOT_SUPPORTED", "documentId")
    assert refuse(body=b'{"documentId":"sha256:abc"}') == refused
    assert refuse(method="GET", url="documentId=sha256:abc") == refused


def test_what_is_too_long_is_refused() -> None:
    long = b'{"query":"{a}","x":"' + b"x" * 200 + b'"}'
    assert refuse(body=long) == ("BODY_BYTES_LIMIT_EXCEEDED", "body-bytes")
    assert refuse(body=[long[n : n + 10] for n in range(0, 220, 10)]) == (
        "BODY_BYTES_LIMIT_EXCEEDED",
        "body-bytes",
    )
    # What a header announces is believed before a byte is read.
    assert refuse(body=[], content_length="201") == ("BODY_BYTES_LIMIT_EXCEEDED", "body-bytes")
    url = "query=" + quote("{a}") + "x" * 200
    assert refuse(method="GET", url=url) == ("URL_BYTES_LIMIT_EXCEEDED", "url-bytes")


def test_a_body_is_read_no_further_than_it_may_be_long() -> None:
    chunks = [b"x" * 100] * 50
    with pytest.raises(PledgegraphError) as caught:
        read(body=chunks)
    assert caught.value.fields == {"limit": "body-bytes", "maximum": 200, "found": 300}
