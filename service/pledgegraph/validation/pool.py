"""So many workers, of which each checks one thing at a time; who comes when all are busy waits.

Promises that no process is started before it is needed, and that one which is at work is used
again before another is started.
"""

import math
import queue
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from pledgegraph.errors import Busy
from pledgegraph.store.files import SourceFile
from pledgegraph.validation.findings import ValidationReport
from pledgegraph.validation.profiles import Profile
from pledgegraph.validation.worker import SECONDS, Worker

_PATIENCE: Final = 5.0


class WorkerPool:
    """Checks as many things at a time as it has workers."""

    def __init__(
        self, files: Sequence[SourceFile], *, size: int, engine: str, seconds: float = SECONDS
    ) -> None:
        """Check beside the shipped `files` by `engine`, each within so many `seconds`."""
        self.size = size
        self.seconds = seconds
        self._workers = [Worker(files, engine=engine, seconds=seconds) for _ in range(size)]
        # The last one that came back is the first to go: it is warm.
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._last_turn = time.monotonic()

    def validate(self, file: SourceFile, *, profile: Profile = Profile.RECORD) -> ValidationReport:
        """Return the report on `file`, when a worker has time for it. See `Worker.validate`."""
        with self._holding() as worker:
            return worker.validate(file, profile=profile)

    def validate_version(
        self, version: str, *, profile: Profile = Profile.RECORD
    ) -> ValidationReport:
        """Return the report on a shipped version. See `Worker.validate_version`.

        Who waits for this may keep others waiting, so it takes no longer than workers come and go:
        where none has been taken or come back for 5 seconds, there is no waiting at all.

        Raises:
            Busy: all are at work, and it would have to wait longer.
        """
        with self._holding(patience=_PATIENCE) as worker:
            return worker.validate_version(version, profile=profile)

    @contextmanager
    def _holding(self, *, patience: float | None = None) -> Iterator[Worker]:
        """Give a worker, when one is idle; without `patience`, however long that takes."""
        wait = None
        if patience is not None:
            wait = max(0.0, self._last_turn + patience - time.monotonic())
        try:
            worker = self._idle.get(timeout=wait)
        except queue.Empty:
            raise Busy(service="validation", seconds=math.ceil(self.seconds)) from None
        self._last_turn = time.monotonic()
        try:
            yield worker
        finally:
            self._last_turn = time.monotonic()
            self._idle.put(worker)

    def close(self) -> None:
        """End the processes; the next check starts one."""
        for worker in self._workers:
            worker.close()
