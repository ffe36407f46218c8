"""`pledgegraph.validation.worker`, with real processes."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import psutil
import pytest

from pledgegraph.errors import DataError, EngineFailure, LimitExceeded
from pledgegraph.resources import find_resources
from pledgegraph.settings import ENGINES
from pledgegraph.store.files import SourceFile, create_upload, load_files
from pledgegraph.validation.checks import validate_files
from pledgegraph.validation.profiles import Profile
from pledgegraph.validation.shapes import ShapeSet
from pledgegraph.validation.worker import Worker
from tests.samples import turtle_file
from tests.validation.samples import PREFIXES, context_of

SHAPES = turtle_file(
    PREFIXES
    + """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-name .
    e:S-name a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 .
    e:T a sh:NodeShape ; sh:targetClass e:Slow ; sh:sparql e:T-q .
    e:T-q sh:select '''SELECT $this WHERE {
      ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h . ?i ?t ?j .
      FILTER(CONCAT(STR(?b), STR(?d), STR(?f), STR(?h), STR(?j)) = "none") }''' .
    """,
    "shapes/sample/shapes.ttl",
)
SLOW = "e:x a e:Slow ; e:p " + " , ".join(str(n) for n in range(200)) + " ."


def upload(text: str) -> SourceFile:
    return create_upload((PREFIXES + text).encode(), media_type="text/turtle")


@pytest.fixture(scope="module", params=ENGINES)
def worker(request: pytest.FixtureRequest) -> Iterator[Worker]:
    worker = Worker([SHAPES], engine=request.param, seconds=2)
    yield worker
    worker.close()


def list_workers() -> list[psutil.Process]:
    return [
        p for p in psutil.Process().children() if "pledgegraph.validation.worker" in p.cmdline()
    ]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("profile", [Profile.RECORD, Profile.COMMITMENT])
def test_a_worker_reports_what_the_service_would(engine: str, profile: Profile) -> None:
    files = load_files(find_resources())
    [given] = [f for f in files if f.name == "data/frameworks/g42.ttl"]
    context = context_of(files, ShapeSet.from_files(files), engine=engine)
    worker = Worker(files, engine=engine)
    try:
        found = worker.validate(given, profile=profile)
        assert found == validate_files([given], context=context, profile=profile)
    finally:
        worker.close()


def test_one_process_checks_one_file_after_another(worker: Worker) -> None:
    assert [f.subject for f in worker.validate(upload("e:x a e:C .")).findings] == ["c x"]
    [before] = list_workers()
    assert worker.validate(upload("e:x a e:C ; e:name 'X' .")).is_passed
    assert list_workers() == [before]


def test_what_cannot_be_read_is_told_as_it_is_elsewhere(worker: Worker) -> None:
    with pytest.raises(DataError, match=r"^upload, line 8, column 4: "):
        worker.validate(upload("e:x"))
    with pytest.raises(LimitExceeded):
        worker.validate(upload("[" * 201))


def test_at_the_deadline_a_worker_is_ended_and_another_goes_on(worker: Worker) -> None:
    worker.validate(upload("e:x a e:C ."))
    [before] = list_workers()
    with pytest.raises(EngineFailure, match=r"it ran for 2 s; this is no verdict on the file"):
        worker.validate(upload(SLOW))
    assert not before.is_running()
    assert worker.validate(upload("e:x a e:C ; e:name 'X' .")).is_passed
    assert list_workers() != [before]


def test_a_worker_that_ends_by_itself_is_no_verdict(worker: Worker) -> None:
    worker.validate(upload("e:x a e:C ."))
    [process] = list_workers()
    process.kill()
    process.wait()
    assert worker.validate(upload("e:x a e:C ; e:name 'X' .")).is_passed


def test_a_worker_that_does_not_answer_is_replaced(worker: Worker) -> None:
    worker.validate(upload("e:x a e:C ."))
    [before] = list_workers()
    # It is gone, or as good as gone, when it is asked, and nobody has noticed.
    before.suspend()
    assert worker.validate(upload("e:x a e:C ; e:name 'X' .")).is_passed
    [after] = list_workers()
    assert after != before
    after.kill()
    assert worker.validate(upload("e:x a e:C ; e:name 'X' .")).is_passed


@pytest.mark.parametrize("engine", ENGINES)
def test_a_worker_has_so_much_memory_and_no_more(engine: str) -> None:
    worker = Worker([SHAPES], engine=engine, memory_bytes=400_000_000)
    try:
        assert worker.validate(upload("e:x a e:C ; e:name 'X' .")).is_passed
        names = " , ".join(f"e:n{n}" for n in range(400_000))
        with pytest.raises(EngineFailure, match="this is no verdict"):
            worker.validate(upload(f"e:x a e:C ; e:p {names} ."))
        assert worker.validate(upload("e:x a e:C ; e:name 'X' .")).is_passed
    finally:
        worker.close()


def test_a_process_that_cannot_start_is_a_failure() -> None:
    before = list_workers()
    worker = Worker([], engine="turbo")
    with pytest.raises(EngineFailure, match="its process could not be started"):
        worker.validate(upload(""))
    assert list_workers() == before


def test_no_process_outlives_its_worker() -> None:
    worker = Worker([SHAPES], engine="turbo")
    worker.validate(upload("e:x a e:C ."))
    [process] = [
        p
        for p in list_workers()
        if p.create_time() == max(other.create_time() for other in list_workers())
    ]
    del worker
    gc.collect()
    assert not process.is_running()


def test_nothing_is_started_before_it_is_needed() -> None:
    before = list_workers()
    Worker([SHAPES], engine="turbo")
    assert list_workers() == before
