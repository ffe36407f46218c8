"""`pledgegraph.web.validation`, over HTTP against a real server."""

from __future__ import annotations

import gc
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import EngineFailure
from pledgegraph.settings import Settings
from pledgegraph.store.files import SourceFile
from pledgegraph.validation.findings import ValidationReport
from pledgegraph.validation.pool import WorkerPool
from pledgegraph.validation.profiles import Profile
from pledgegraph.web.app import create_app
from pledgegraph.web.validation import ValidationEndpoint
from tests.live import serve

TURTLE = {"content-type": "text/turtle"}
JSON_LD = {"content-type": "application/ld+json"}
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
EVENT = """
PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

<https://example.org/x> a pledge:Requirement ;
  pledge:position "third"^^xsd:integer .
"""


@pytest.fixture(scope="module")
def client(service: Service) -> Iterator[httpx.Client]:
    with (
        serve(create_app(service, Settings())) as url,
        httpx.Client(base_url=url, timeout=60) as client,
    ):
        yield client


def test_a_file_is_answered_with_its_report(client: httpx.Client) -> None:
    found = client.post("/validate", content=EVENT, headers=TURTLE)
    assert found.status_code == 200
    assert found.headers["content-type"] == "application/json; charset=utf-8"
    assert found.headers["cache-control"] == "no-store"
    report = found.json()
    assert (report["passed"], report["subjects"], report["targeted"]) == (False, 1, 1)
    assert report["engine"]["name"] == "pyshacl-turbo"
    assert set(report["shapes"]) == {"version", "digest"}
    finding, *_ = [f for f in report["findings"] if f["value"] == "third"]
    assert (finding["subject"], finding["path"]) == ("requirement x", "pledge:position")
    assert (finding["file"], finding["line"]) == ("upload", 5)
    assert finding["problem"]
    assert finding["remedy"]


def test_what_passes_is_answered_with_the_same_status(
    client: httpx.Client, service: Service
) -> None:
    known = Path(service.resources.data / "countries.ttl").read_bytes()
    found = client.post("/validate", content=known, headers=TURTLE)
    assert (found.status_code, found.json()["verdict"]) == (200, "passed")


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"", TURTLE),
        (b" \n", TURTLE),
        (b"\xef\xbb\xbf", TURTLE),
        (b"# a comment", TURTLE),
        (b"<x:a> a <x:C> .", TURTLE),
        (b"{}", JSON_LD),
        (b"[]", JSON_LD),
    ],
)
def test_what_holds_nothing_to_check_does_not_pass(
    client: httpx.Client, body: bytes, headers: dict[str, str]
) -> None:
    found = client.post("/validate", content=body, headers=headers)
    assert found.status_code == 200
    report = found.json()
    assert (report["verdict"], report["passed"], report["targeted"]) == (
        "nothing-checked",
        False,
        0,
    )
    text = client.post("/validate", content=body, headers={**headers, "accept": "text/plain"}).text
    assert "Nothing was checked: 0 violations" in text
    assert "Passed" not in text


@pytest.mark.parametrize("accept", ["application/json", "text/html, */*;q=0.1"])
@pytest.mark.parametrize(
    "body",
    [
        r'{"\ud800": 1, "\ud800": 2}',
        r'{"@id": "\ud800 x", "x:p": 1}',
        r'{"@id": "x:a", "x:p": ["\udc00"]}',
        r'{"@context": "http://\udc00/"}',
    ],
)
def test_half_a_character_is_the_senders_to_mend(
    client: httpx.Client, body: str, accept: str
) -> None:
    found = client.post("/validate", content=body, headers={**JSON_LD, "accept": accept})
    assert found.status_code == 400
    assert "is half a character" in found.text


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (f"_:l <{RDF}first> 1 ; <{RDF}rest> _:l .", 400, "INVALID_UPLOAD"),
        (
            "".join(f"<x:{n}> <{RDFS}subClassOf> <x:{n + 1}> ." for n in range(1_000)),
            413,
            "CHAIN_LINKS_LIMIT_EXCEEDED",
        ),
    ],
)
def test_what_the_engine_could_not_follow_is_the_senders_to_mend(
    client: httpx.Client, body: str, status: int, code: str
) -> None:
    found = client.post("/validate", content=body, headers=TURTLE)
    assert (found.status_code, found.json()["code"]) == (status, code)


@pytest.mark.parametrize("accept", ["application/json", "text/plain"])
def test_a_short_body_has_no_long_answer(client: httpx.Client, accept: str) -> None:
    base = "https://w3id.org/pledgegraph/id/framework/x"
    body = f"PREFIX p: <https://w3id.org/pledgegraph/ns#>\nPREFIX w: <{base}/>\n"
    body += f'<{base}> a p:Framework ; <http://purl.org/dc/terms/title> "{"y" * 20_000}"@en .\n'
    body += "".join(f"w:{n} a p:FrameworkVersion .\n" for n in range(400))
    found = client.post("/validate", content=body, headers={**TURTLE, "accept": accept})
    assert found.status_code == 200
    assert len(found.content) < 2_500_000
    assert "yyy" in found.text


def test_a_header_is_not_repeated_at_length(client: httpx.Client) -> None:
    found = client.post("/validate", content=b"x", headers={"content-type": "a" * 5_000})
    assert found.status_code == 415
    assert len(found.content) < 1_500
    assert "text/turtle" in found.json()["detail"]


@pytest.mark.parametrize("media_type", ["application/ld+json", "application/json"])
def test_json_ld_is_checked(client: httpx.Client, media_type: str) -> None:
    document = {
        "@context": "https://w3id.org/pledgegraph/context.jsonld",
        "@id": "req:II.z",
        "@type": "pledge:Requirement",
    }
    found = client.post(
        "/validate", content=json.dumps(document), headers={"content-type": media_type}
    )
    report = found.json()
    assert (report["passed"], report["findings"][0]["iri"]) == (
        False,
        "https://w3id.org/pledgegraph/req/seoul-2024/II.z",
    )


def test_people_get_text(client: httpx.Client) -> None:
    headers = {**TURTLE, "accept": "text/plain"}
    found = client.post("/validate", content=EVENT, headers=headers)
    assert found.headers["content-type"] == "text/plain; charset=utf-8"
    assert "upload:5: requirement x\n" in found.text
    assert "    found: “third”, of the type xsd:integer\n" in found.text
    assert "\nNot passed: " in found.text


def test_what_is_not_made_is_not_acceptable(client: httpx.Client) -> None:
    headers = {**TURTLE, "accept": "image/png"}
    found = client.post("/validate", content=EVENT, headers=headers)
    assert (found.status_code, found.json()["code"]) == (406, "NOT_ACCEPTABLE")


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_other_methods_are_told_which_is_taken(client: httpx.Client, method: str) -> None:
    found = client.request(method, "/validate")
    assert (found.status_code, found.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": "text/turtle; charset=latin-1"},
        {"content-type": "text/turtle", "content-encoding": "gzip"},
    ],
)
def test_another_media_type_is_told_which_are_read(
    client: httpx.Client, headers: dict[str, str]
) -> None:
    found = client.post("/validate", content=b"<x:a> <x:p> 1 .", headers=headers)
    assert (found.status_code, found.json()["code"]) == (415, "UNSUPPORTED_MEDIA_TYPE")
    if "content-encoding" not in headers:
        for accepted in ("text/turtle", "application/ld+json", "application/json"):
            assert accepted in found.json()["expected"]


@pytest.mark.parametrize(
    ("body", "headers", "fields"),
    [
        (b"<x:a> <x:p> 1 .\r\n<x:b> <x:p> .", TURTLE, {"line": 2, "column": 13}),
        (b'{"@id": "x:a",\n"x:p": }', JSON_LD, {"line": 2, "column": 8}),
        (b"\x00\xff\xfe", TURTLE, {"line": 1, "problem": "byte 1 is not UTF-8"}),
        (b"", JSON_LD, {"problem": "it is empty"}),
        (b'{"name": 1}', JSON_LD, {"problem": "“name” means nothing in its context"}),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    client: httpx.Client, body: bytes, headers: dict[str, str], fields: dict[str, object]
) -> None:
    found = client.post("/validate", content=body, headers=headers)
    assert (found.status_code, found.headers["content-type"]) == (400, "application/problem+json")
    problem = found.json()
    assert (problem["code"], problem["file"]) == ("INVALID_UPLOAD", "upload")
    assert {name: problem[name] for name in fields} == fields


@pytest.mark.parametrize(
    ("body", "headers", "code"),
    [
        (b"#" * 100_001, TURTLE, "BODY_BYTES_LIMIT_EXCEEDED"),
        (b"<x:a> <x:p> " + b"(" * 50_000, TURTLE, "BRACKET_DEPTH_LIMIT_EXCEEDED"),
        (b"<x:a> <x:p> " + b"<<( <x:a> <x:p> " * 5_000, TURTLE, "BRACKET_DEPTH_LIMIT_EXCEEDED"),
        (b'{"x:p":' * 10_000, JSON_LD, "BRACKET_DEPTH_LIMIT_EXCEEDED"),
    ],
)
def test_more_than_is_done_is_refused_with_its_limit(
    client: httpx.Client, body: bytes, headers: dict[str, str], code: str
) -> None:
    found = client.post("/validate", content=body, headers=headers)
    assert (found.status_code, found.json()["code"]) == (413, code)


def test_a_body_in_chunks_is_read_no_further_than_it_may_be_long(client: httpx.Client) -> None:
    found = client.post("/validate", content=(b"#" * 50_000 for _ in range(400)), headers=TURTLE)
    assert found.status_code == 413


def test_no_address_is_asked(client: httpx.Client) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        for body, headers in (
            (json.dumps({"@context": address, "@id": "x:a"}), JSON_LD),
            (json.dumps({"@context": {"@import": address}, "@id": "x:a"}), JSON_LD),
            (f"<x:a> <http://www.w3.org/2002/07/owl#imports> <{address}> .", TURTLE),
        ):
            client.post("/validate", content=body, headers=headers)
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()


@pytest.mark.parametrize(
    ("query", "profile"),
    [("", "record"), ("?profile=record", "record"), ("?profile=commitment", "commitment")],
)
def test_a_file_is_checked_in_the_profile_that_is_asked_for(
    client: httpx.Client, query: str, profile: str
) -> None:
    found = client.post(f"/validate{query}", content=EVENT, headers=TURTLE)
    assert (found.status_code, found.json()["profile"]) == (200, profile)


@pytest.mark.parametrize(
    "query", ["?profile=", "?profile=Record", "?profile=%FF", "?profile=a%0Ab"]
)
def test_another_profile_is_told_which_there_are(client: httpx.Client, query: str) -> None:
    found = client.post(f"/validate{query}", content=EVENT, headers=TURTLE)
    assert (found.status_code, found.json()["code"]) == (400, "INVALID_ARGUMENT")
    assert found.json()["detail"].endswith("expected record, commitment, full-commitments.")


def test_a_file_is_checked_in_one_profile_at_a_time(client: httpx.Client) -> None:
    query = "?profile=record&profile=commitment"
    found = client.post(f"/validate{query}", content=EVENT, headers=TURTLE)
    assert (found.status_code, found.json()["argument"]) == (400, "profile")
    assert found.json()["detail"] == "profile: it is given 2 times; expected one profile."


class SlowPool(WorkerPool):
    """A pool whose checks last until a test lets them end."""

    def __init__(self) -> None:
        super().__init__([], size=2, engine="turbo", seconds=7.5)
        self.may_end = threading.Event()
        self.begun = 0

    def validate(self, _: SourceFile, *, profile: Profile = Profile.RECORD) -> ValidationReport:
        self.begun += 1
        self.may_end.wait(30)
        raise EngineFailure(engine=f"sample in {profile}", problem="it ran for 7.5 s")


def test_eight_wait_and_the_next_is_told_when_to_come_again(service: Service) -> None:
    pool = SlowPool()
    app = create_app(service, Settings())
    app.router.routes[:0] = ValidationEndpoint(pool, max_body_bytes=1_000).list_routes()
    with serve(app) as url:
        answers: list[httpx.Response] = []
        threads = [
            threading.Thread(
                target=lambda: answers.append(
                    httpx.post(f"{url}/validate", content=b"x", headers=TURTLE, timeout=60)
                )
            )
            for _ in range(11)
        ]
        for thread in threads:
            thread.start()
        deadline = time.monotonic() + 20
        while not answers and time.monotonic() < deadline:
            time.sleep(0.01)
        [refused] = answers
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "8")
        assert refused.json()["code"] == "BUSY"
        assert pool.begun == 2
        assert httpx.get(f"{url}/health").status_code == 200
        pool.may_end.set()
        for thread in threads:
            thread.join()
    ended = answers[1:]
    assert [a.status_code for a in ended] == [500] * 10
    assert {a.json()["code"] for a in ended} == {"ENGINE_FAILURE"}
    assert "passed" not in ended[0].json()


def test_a_check_that_does_not_end_is_ended_and_the_service_goes_on(service: Service) -> None:
    pool = WorkerPool(service.files, size=1, engine="turbo", seconds=0.05)
    app = create_app(service, Settings())
    app.router.routes[:0] = ValidationEndpoint(pool, max_body_bytes=100_000).list_routes()
    many = "PREFIX p: <https://w3id.org/pledgegraph/ns#>\n" + "\n".join(
        f"<x:{n}> a p:Requirement ." for n in range(1_000)
    )
    with serve(app) as url:
        found = httpx.post(f"{url}/validate", content=many, headers=TURTLE, timeout=60)
        assert (found.status_code, found.json()["code"]) == (500, "ENGINE_FAILURE")
        assert found.json()["detail"].endswith("it ran for 0.05 s; this is no verdict on the file.")
        assert httpx.get(f"{url}/health").status_code == 200
    pool.close()


@pytest.mark.parametrize("size", [1, 2])
def test_there_are_as_many_workers_as_are_set_and_those_by_the_engine_that_is_set(
    service: Service, size: int
) -> None:
    settings = Settings(engine="reference", validation_workers=size)
    before = len(list_workers())
    with serve(create_app(service, settings)) as url:
        assert len(list_workers()) == before
        threads = [
            threading.Thread(
                target=lambda: httpx.post(
                    f"{url}/validate", content=EVENT, headers=TURTLE, timeout=60
                )
            )
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(list_workers()) == before + size
        found = httpx.post(f"{url}/validate", content=EVENT, headers=TURTLE, timeout=60)
        assert found.json()["engine"]["name"] == "pySHACL"
    gc.collect()


def list_workers() -> list[psutil.Process]:
    return [
        p for p in psutil.Process().children() if "pledgegraph.validation.worker" in p.cmdline()
    ]
