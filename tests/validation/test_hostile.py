"""Files that are made to keep an engine at work, or to break it: each is answered, or told why not.

Each is sent to a worker with the shapes that are shipped. Whatever becomes of it, the next file is
checked as ever.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from pledgegraph.errors import PledgegraphError
from pledgegraph.resources import find_resources
from pledgegraph.store.files import SourceFile, create_upload, load_files
from pledgegraph.validation.findings import ValidationReport
from pledgegraph.validation.profiles import Profile
from pledgegraph.validation.worker import Worker

SECONDS = 4.0
PREFIXES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX x: <https://w3id.org/pledgegraph/id/version/x/y/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


def everyone(number: int, kind: str, predicate: str) -> str:
    """Return so many things, each of which names each of them."""
    names = " , ".join(f"x:{n}" for n in range(number))
    return "\n".join(f"x:{n} a {kind} ; {predicate} {names} ." for n in range(number))


def circle(number: int, kind: str, predicate: str, prefix: str = "x:c") -> str:
    """Return so many things, each of which names the next, and the last the first."""
    return "\n".join(
        f"{prefix}{n} a {kind} ; {predicate} {prefix}{(n + 1) % number} ." for n in range(number)
    )


KNOWN = create_upload((PREFIXES + "x:1 a pledge:Requirement .").encode(), media_type="text/turtle")
HOSTILE = {
    "a list of 100,000": f"x:1 a pledge:Threshold ; pledge:hasBasis ( {'7 ' * 100_000}) .",
    "all replace all": everyone(190, "pledge:FrameworkVersion", "dcterms:replaces"),
    "all are stricter than all": everyone(70, "pledge:Threshold", "pledge:stricterThan"),
    "a circle of versions": circle(150, "pledge:FrameworkVersion", "dcterms:replaces"),
    "a circle of owners": circle(190, "org:FormalOrganization", "org:subOrganizationOf"),
    "a circle of codes": circle(3_000, "skos:Concept", "skos:broader"),
    "a circle of unnamed things": circle(1_500, "pledge:Threshold", "pledge:hasBasis", "_:c"),
    "a text of signs": f'x:1 a pledge:Claim ; pledge:because "{"< " * 45_000}<"@en .',
    "a text of letters": f'x:1 a pledge:Threshold ; dcterms:identifier "{"a-" * 45_000}!" .',
    "a number of digits": f"x:1 a pledge:Threshold ; pledge:tierOrder {'9' * 90_000} .",
    "many claims": "x:1 a pledge:FrameworkVersion .\n"
    + "\n".join(f"x:c{n} a pledge:Claim ; pledge:claimAbout x:1 ." for n in range(3_000)),
}


@pytest.fixture(scope="module", params=["turbo", "reference"])
def worker(request: pytest.FixtureRequest) -> Iterator[Worker]:
    """Return a worker for each engine."""
    worker = Worker(load_files(find_resources()), engine=request.param, seconds=SECONDS)
    yield worker
    worker.close()


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_sent_ends_in_time_with_a_report_or_a_code(worker: Worker, text: str) -> None:
    file = create_upload((PREFIXES + text).encode(), media_type="text/turtle")
    assert not worker.validate(KNOWN).is_passed  # it is at work
    begun = time.monotonic()
    outcome = told(worker, file)
    assert time.monotonic() - begun < SECONDS + 2
    assert outcome in {
        "ValidationReport",
        *("ENGINE_FAILURE", "DATA_ERROR"),
        *("CHAIN_LINKS_LIMIT_EXCEEDED", "FILE_BYTES_LIMIT_EXCEEDED"),
    }
    assert not worker.validate(KNOWN).is_passed


def told(worker: Worker, file: SourceFile) -> str:
    try:
        report = worker.validate(file, profile=Profile.COMMITMENT)
    except PledgegraphError as error:
        return error.code
    assert not report.is_passed
    return ValidationReport.__name__


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("a text of signs", "ValidationReport"),
        ("a text of letters", "ValidationReport"),
        ("a circle of codes", "CHAIN_LINKS_LIMIT_EXCEEDED"),
        ("a circle of owners", "ValidationReport"),
    ],
)
def test_what_can_be_judged_is_judged(name: str, outcome: str) -> None:
    worker = Worker(load_files(find_resources()), engine="turbo")
    file = create_upload((PREFIXES + HOSTILE[name]).encode(), media_type="text/turtle")
    try:
        assert told(worker, file) == outcome
    finally:
        worker.close()
