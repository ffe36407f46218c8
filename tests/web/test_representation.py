"""`pledgegraph.web.representation`."""

import gzip
import re
from collections.abc import Iterator

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pledgegraph.errors import InvalidRequest
from pledgegraph.web.representation import create_representation, respond
from tests.live import serve

LONG = b"All that is long enough. " * 100
SHORT = b"Short."


async def answer_long(request: Request) -> Response:
    return respond(request, LONG, media_type="text/html")


async def answer_short(request: Request) -> Response:
    return respond(request, SHORT, media_type="text/turtle")


async def answer_missing(request: Request) -> Response:
    return respond(request, SHORT, media_type="text/html", status=404)


async def answer_forever(request: Request) -> Response:
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    return respond(request, SHORT, media_type="text/css", headers=headers)


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """Return a client of four addresses; it asks for no encoding unless a test does."""
    routes = [
        Route("/long", answer_long, methods=["GET", "POST"]),
        Route("/short", answer_short),
        Route("/missing", answer_missing),
        Route("/forever", answer_forever),
    ]
    with (
        serve(Starlette(routes=routes)) as url,
        httpx.Client(base_url=url, headers={"Accept-Encoding": "identity"}) as client,
    ):
        yield client


def test_a_response_says_what_it_is(client: httpx.Client) -> None:
    response = client.get("/short")
    assert (response.status_code, response.content) == (200, SHORT)
    assert response.headers["Content-Type"] == "text/turtle; charset=utf-8"
    assert response.headers["Vary"] == "Accept, Accept-Encoding"
    assert response.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert re.fullmatch('"[0-9a-f]{32}"', response.headers["ETag"])
    assert "Content-Encoding" not in response.headers


def test_what_is_long_is_compressed_for_who_accepts_that(client: httpx.Client) -> None:
    plain = client.get("/long")
    with client.stream("GET", "/long", headers={"Accept-Encoding": "gzip"}) as response:
        raw = b"".join(response.iter_raw())
        headers = response.headers
    assert (plain.content, gzip.decompress(raw)) == (LONG, LONG)
    assert headers["Content-Encoding"] == "gzip"
    assert int(headers["Content-Length"]) == len(raw) < 200
    assert headers["ETag"] != plain.headers["ETag"]


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip", None), ("gzip, identity;q=0", "gzip"), ("br", None)],
)
def test_what_is_short_is_compressed_only_when_it_has_to_be(
    client: httpx.Client, accepted: str, encoding: str | None
) -> None:
    response = client.get("/short", headers={"Accept-Encoding": accepted})
    assert response.headers.get("Content-Encoding") == encoding
    assert response.content == SHORT


@pytest.mark.parametrize(
    ("condition", "status"),
    [
        ("{}", 304),
        ("W/{}", 304),
        ('"other", {}', 304),
        ('W/"other" ,W/{}', 304),
        ("*", 304),
        ('"other"', 200),
        ("", 200),
        ("nonsense", 200),
        ('"a, b"', 200),
    ],
)
def test_who_has_it_already_is_told_so(client: httpx.Client, condition: str, status: int) -> None:
    first = client.get("/long")
    etag = first.headers["ETag"]
    again = client.get("/long", headers={"If-None-Match": condition.format(etag)})
    assert again.status_code == status
    assert again.content == (b"" if status == 304 else LONG)
    assert again.headers["ETag"] == etag
    assert again.headers["Vary"] == first.headers["Vary"]
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"]
    assert ("Content-Type" in again.headers) is (status == 200)


def test_conditions_on_several_lines_are_one_list(client: httpx.Client) -> None:
    etag = client.get("/long").headers["ETag"]
    lines = [("If-None-Match", '"other"'), ("If-None-Match", etag)]
    assert client.get("/long", headers=lines).status_code == 304


def test_the_etag_of_one_encoding_is_not_that_of_another(client: httpx.Client) -> None:
    etag = client.get("/long").headers["ETag"]
    response = client.get("/long", headers={"If-None-Match": etag, "Accept-Encoding": "gzip"})
    assert response.status_code == 200


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_head_tells_all_that_get_does_but_the_body(client: httpx.Client, encoding: str) -> None:
    headers = {"Accept-Encoding": encoding}
    got, head = client.get("/long", headers=headers), client.head("/long", headers=headers)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("ETag", "Content-Length", "Content-Type", "Vary", "Cache-Control"):
        assert head.headers[name] == got.headers[name]
    again = client.head("/long", headers={**headers, "If-None-Match": got.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(("method", "path"), [("GET", "/missing"), ("POST", "/long")])
def test_what_is_nothing_to_come_back_for_is_not_stored(
    client: httpx.Client, method: str, path: str
) -> None:
    response = client.request(method, path, headers={"If-None-Match": "*"})
    assert response.status_code == (404 if path == "/missing" else 200)
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


def test_headers_may_be_given(client: httpx.Client) -> None:
    response = client.get("/forever")
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["Vary"] == "Accept-Encoding"
    assert "ETag" in response.headers


def test_the_etag_is_named_by_bytes_media_type_and_encoding() -> None:
    forms = [
        create_representation(body, media_type=media_type, encodings=encodings)
        for body in (LONG, LONG + b".")
        for media_type in ("text/html", "text/turtle")
        for encodings in (("identity",), ("gzip", "identity"))
    ]
    assert len({form.etag for form in forms}) == 8
    again = create_representation(LONG, media_type="text/html", encodings=("gzip",))
    assert again == forms[1]


def test_who_excludes_every_encoding_is_refused() -> None:
    with pytest.raises(InvalidRequest) as caught:
        create_representation(SHORT, media_type="text/html", encodings=())
    assert (caught.value.code, caught.value.fields["part"]) == ("NOT_ACCEPTABLE", "Accept-Encoding")
