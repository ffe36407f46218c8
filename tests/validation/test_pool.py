"""`pledgegraph.validation.pool`, with workers that last as long as a test lets them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from pledgegraph.errors import Busy, NotFound
from pledgegraph.store.files import SourceFile, create_upload
from pledgegraph.validation import pool as module
from pledgegraph.validation.findings import ValidationReport
from pledgegraph.validation.pool import WorkerPool
from pledgegraph.validation.profiles import Profile
from pledgegraph.validation.worker import Worker

REPORT = ValidationReport((), 1, 1, "none", "1", "1", "d")
FILE = create_upload(b"", media_type="text/turtle")


class HeldWorker(Worker):
    """A worker that checks nothing, and only ends when it is let go."""

    may_end: threading.Event
    asked: list[tuple[object, Profile]]

    def validate(self, file: SourceFile, *, profile: Profile = Profile.RECORD) -> ValidationReport:
        return self.validate_version(file.name, profile=profile)

    def validate_version(
        self, version: str, *, profile: Profile = Profile.RECORD
    ) -> ValidationReport:
        self.asked.append((version, profile))
        assert self.may_end.wait(20)
        return REPORT


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[HeldWorker]]:
    """Let pools have workers that are held until `may_end`."""
    HeldWorker.may_end, HeldWorker.asked = threading.Event(), []
    monkeypatch.setattr(module, "Worker", HeldWorker)
    yield HeldWorker
    HeldWorker.may_end.set()


@contextmanager
def working(ask: Callable[[], object], held: type[HeldWorker]) -> Iterator[None]:
    """Run `ask` in a thread of its own, from when its worker is at work."""
    before = len(held.asked)
    thread = threading.Thread(target=ask)
    thread.start()
    deadline = time.monotonic() + 20
    while len(held.asked) == before and time.monotonic() < deadline:
        time.sleep(0.001)
    try:
        yield
    finally:
        held.may_end.set()
        thread.join()


def test_a_version_is_checked_by_a_worker(held: type[HeldWorker]) -> None:
    held.may_end.set()
    pool = WorkerPool([], size=1, engine="turbo")
    assert pool.validate_version("x:v", profile=Profile.COMMITMENT) is REPORT
    assert pool.validate(FILE) is REPORT
    assert held.asked == [("x:v", Profile.COMMITMENT), ("upload", Profile.RECORD)]


def test_who_asks_for_a_version_does_not_wait_long(
    held: type[HeldWorker], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.05)
    pool = WorkerPool([], size=1, engine="turbo", seconds=7.5)
    with working(lambda: pool.validate(FILE), held):
        begun = time.monotonic()
        with pytest.raises(Busy) as caught:
            pool.validate_version("x:v")
        assert time.monotonic() - begun < 5
        # As long as it takes a check to end by itself or by force.
        assert caught.value.seconds == 8
    assert pool.validate_version("x:v") is REPORT


def test_who_asks_for_a_version_waits_while_workers_come_and_go(held: type[HeldWorker]) -> None:
    pool = WorkerPool([], size=1, engine="turbo")
    with working(lambda: pool.validate(FILE), held):
        threading.Timer(0.05, held.may_end.set).start()
        assert pool.validate_version("x:v") is REPORT


def test_a_worker_comes_back_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusing(HeldWorker):
        def validate_version(
            self, version: str, *, profile: Profile = Profile.RECORD
        ) -> ValidationReport:
            raise NotFound(kind=f"version in {profile}", given=version)

    monkeypatch.setattr(module, "Worker", Refusing)
    pool = WorkerPool([], size=1, engine="turbo")
    for _ in range(2):
        with pytest.raises(NotFound):
            pool.validate_version("x:v")
