"""`pledgegraph.web.kept`: what is kept is what would be made."""

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.requests import Request

from pledgegraph.bootstrap import Service
from pledgegraph.settings import Settings
from pledgegraph.web.app import create_app
from pledgegraph.web.kept import KeptResponses, keep
from tests.live import serve

QUERY = '{"query": "{ datasetRevision organisations(first: 3) { nodes { slug label } } }"}'
PATHS = [
    *(
        "/",
        "/index.json",
        "/index.txt",
        "/organisations",
        "/organisations.csv",
        "/organisations/g42",
    ),
    *("/organisations/g42.ttl", "/requirements/II.g", "/requirements/II.z", "/health", "/nothing"),
    *("/id/organisation/g42", "/assets/pledgegraph.css", "/organisations?as_of=2025-02-11"),
    *("/graphql", "/graphql?query={__typename}", "/graphql?query={nothing}", "/validate"),
]
BODIES = [
    QUERY,
    QUERY.replace("3", "2"),
    *('{"query": "{ nothing }"}', '{"query": "mutation { nothing }"}', "no JSON", ""),
    '{"query": "query ($slug: String!) { organisation(slug: $slug) { label } }", '
    '"variables": {"slug": "g42"}}',
]
HEADERS = {
    "accept": ["*/*", "text/html", "application/json", "application/graphql-response+json"],
    "accept-encoding": ["gzip", "identity", "gzip;q=0.5, identity", "*;q=0"],
    "content-type": ["application/json", "text/turtle", "application/json; charset=latin-1"],
    "content-encoding": ["identity", "gzip"],
    "origin": ["https://example.org", "null"],
    "if-none-match": ["*", '"other"'],
    "cookie": ["a=b"],
    "user-agent": ["one", "another"],
    "access-control-request-method": ["POST"],
}
REQUESTS = st.tuples(
    st.sampled_from(["GET", "GET", "HEAD", "POST", "POST", "OPTIONS", "PUT"]),
    st.sampled_from(PATHS),
    st.sampled_from(BODIES),
    st.fixed_dictionaries({}, optional={n: st.sampled_from(v) for n, v in HEADERS.items()}),
)

Clients = tuple[httpx.Client, httpx.Client]


@pytest.fixture(scope="module")
def clients(service: Service) -> Iterator[Clients]:
    """Return a client of a service that keeps answers, and one of a service that keeps none."""
    keeping = create_app(service, Settings())
    forgetting = create_app(service, Settings(cache_megabytes=0))
    with (
        serve(keeping) as one,
        serve(forgetting) as other,
        httpx.Client(base_url=one) as first,
        httpx.Client(base_url=other) as second,
    ):
        yield first, second


def ask(
    client: httpx.Client, method: str, path: str, body: str, headers: dict[str, str]
) -> tuple[int, list[tuple[str, str]], bytes]:
    for name in ("accept", "accept-encoding", "user-agent"):
        client.headers.pop(name, None)
    content = body if method in {"POST", "PUT"} else None
    with client.stream(method, path, content=content, headers=headers) as found:
        told = sorted(pair for pair in found.headers.items() if pair[0] != "date")
        return found.status_code, told, b"".join(found.iter_raw())


@given(REQUESTS)
@settings(max_examples=300)
def test_a_kept_response_is_the_one_that_would_be_made(clients: Clients, request_: Any) -> None:
    keeping, forgetting = clients
    made = ask(forgetting, *request_)
    assert [ask(keeping, *request_) for _ in range(3)] == [made] * 3


async def _answer(scope: Any, asked: dict[str, Any], app: KeptResponses) -> list[Any]:
    sent: list[Any] = []
    messages = iter(asked["messages"])

    async def receive() -> Any:
        return next(messages)

    async def send(message: Any) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent


class Counting:
    """An application that says how often it was asked, and what it was sent."""

    def __init__(self, *, repeatable: bool = True, status: int = 200, vary: bytes = b"") -> None:
        self.calls = 0
        self.repeatable, self.status, self.vary = repeatable, status, vary

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.calls += 1
        request = Request(scope, receive)
        body = await request.body()
        if self.repeatable:
            keep(request)
        headers = [(b"vary", self.vary)] if self.vary else []
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": body, "more_body": True})
        await send({"type": "http.response.body", "body": b"%d" % self.calls})


def run(
    app: KeptResponses,
    method: str = "POST",
    pieces: tuple[bytes, ...] = (b"ab", b"c"),
    **headers: str,
) -> bytes:
    """Ask `app` once, and return the body of its answer."""
    if method == "POST" and "transfer_encoding" not in headers:
        headers = {"content_length": str(sum(map(len, pieces))), **headers}
    given = [(n.replace("_", "-").encode(), v.encode()) for n, v in headers.items()]
    scope = {"type": "http", "method": method, "path": "/", "query_string": b"", "headers": given}
    last = len(pieces) - 1
    messages = [
        {"type": "http.request", "body": piece, "more_body": n < last}
        for n, piece in enumerate(pieces)
    ]
    sent = asyncio.run(_answer(scope, {"messages": messages}, app))
    return b"".join(message.get("body", b"") for message in sent)


def create(inner: Counting, max_bytes: int = 100_000) -> KeptResponses:
    return KeptResponses(inner, max_bytes=max_bytes, max_body_bytes=10)


def test_what_is_repeatable_is_made_once_for_each_request() -> None:
    app = create(Counting())
    assert [run(app), run(app), run(app, pieces=(b"abc",))] == [b"abc1"] * 3
    assert run(app, pieces=(b"abd",)) == b"abd2"
    assert run(app, accept="text/html") == b"abc3"
    assert run(app, user_agent="another") == b"abc1"


@pytest.mark.parametrize(
    "inner", [Counting(repeatable=False), Counting(status=404), Counting(vary=b"Accept, Cookie")]
)
def test_nothing_else_is_kept(inner: Counting) -> None:
    app = create(inner)
    assert [run(app), run(app)] == [b"abc1", b"abc2"]


def test_what_varies_by_a_header_that_is_looked_at_is_kept() -> None:
    app = create(Counting(vary=b"Accept, Accept-Encoding, Origin"))
    assert [run(app), run(app)] == [b"abc1", b"abc1"]


@pytest.mark.parametrize(
    "headers",
    [
        {"content_length": "11"},
        {"content_length": "0000000000003"},
        {"content_length": "three"},
        {"transfer_encoding": "chunked"},
        {"if_none_match": "*"},
    ],
)
def test_a_request_that_is_too_long_or_conditional_goes_by(headers: Any) -> None:
    app = create(Counting())
    assert [run(app, **headers), run(app, **headers)] == [b"abc1", b"abc2"]


def test_what_is_kept_is_bounded_with_its_requests() -> None:
    app = create(Counting(), max_bytes=5_000)
    first = [run(app, pieces=(b"%d" % n,)) for n in range(3)]
    assert first == [b"01", b"12", b"23"]
    assert run(app, pieces=(b"2",)) == b"23"
    assert run(app, pieces=(b"0",)) == b"04"
    assert run(create(Counting(), max_bytes=0)) == b"abc1"
