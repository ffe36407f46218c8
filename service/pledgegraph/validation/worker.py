"""A process of its own that checks what strangers send, with a deadline and a bound on memory.

Neither the parser nor the engine can be stopped while they work, and what they are given may be
made to keep them working. So a worker is killed at the deadline, and another one takes its place
when it is next needed. Versions that are shipped are checked here too: the engine is loaded nowhere
else. Promises that a worker which ends in any way but with an answer is an `EngineFailure`. Run as
a module, this is the worker: it reads what to check from its standard input and answers on its
standard output.
"""

import contextlib
import math
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, Final

from pledgegraph.errors import EngineFailure, PledgegraphError
from pledgegraph.store.files import SourceFile
from pledgegraph.validation.engines import TITLES
from pledgegraph.validation.findings import ValidationReport
from pledgegraph.validation.profiles import Profile

if TYPE_CHECKING:
    from pledgegraph.validation.context import Context

SECONDS: Final = 20.0
MEMORY_BYTES: Final = 1_000_000_000
"""Measured: with all that is shipped, either engine takes less than 0.5 GB to load, then 0.3 GB."""

_SECONDS_TO_START: Final = 60.0
_SECONDS_TO_WAKE: Final = 5.0
_READY: Final = "ready"


class Worker:
    """Checks one thing at a time, in a process that is started when it is first needed."""

    def __init__(
        self,
        files: Sequence[SourceFile],
        *,
        engine: str,
        seconds: float = SECONDS,
        memory_bytes: int = MEMORY_BYTES,
    ) -> None:
        """Check beside the shipped `files`, and with the shapes among them, by `engine`."""
        self._files = tuple(files)
        self._engine = engine
        self._seconds = seconds
        self._memory_bytes = memory_bytes
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._end: weakref.finalize[..., Worker] | None = None

    def validate(self, file: SourceFile, *, profile: Profile = Profile.RECORD) -> ValidationReport:
        """Return the report on `file`. See `validate_files`.

        Raises:
            LimitExceeded: the file is too large, or nests too deep.
            DataError: it cannot be read.
            EngineFailure: there was no answer by the deadline or within the memory.
        """
        return self._report_on(file, profile)

    def validate_version(
        self, version: str, *, profile: Profile = Profile.RECORD
    ) -> ValidationReport:
        """Return the report on a shipped version, by its IRI. See `versions.validate_version`.

        Raises:
            NotFound: no version of that IRI is shipped.
            EngineFailure: there was no answer by the deadline or within the memory.
        """
        return self._report_on(version, profile)

    def _report_on(self, asked: SourceFile | str, profile: Profile) -> ValidationReport:
        with self._lock:
            if self._process is None or not self._is_alive(self._process):
                self._process = self._start()
            answer = self._ask(self._process, (asked, profile, self._seconds), self._seconds)
            if isinstance(answer, EngineFailure):
                self.close()
        if isinstance(answer, PledgegraphError):
            raise answer
        assert isinstance(answer, ValidationReport)
        return answer

    def _is_alive(self, process: "subprocess.Popen[bytes]") -> bool:
        # One that was killed a moment ago may still look alive, so it is asked.
        return process.poll() is None and self._ask(process, None, _SECONDS_TO_WAKE) == _READY

    def close(self) -> None:
        """End the process, if there is one; the next check starts another."""
        if self._end is not None:
            self._end()
        self._end = self._process = None

    def _start(self) -> "subprocess.Popen[bytes]":
        self.close()
        # -P: a module of ours is never one that lies in the folder the service was started in.
        process = subprocess.Popen(  # noqa: S603  # nothing in it was sent
            [sys.executable, "-P", "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._end = weakref.finalize(self, _end_process, process)
        begin = (self._files, self._engine, self._memory_bytes)
        if self._ask(process, begin, _SECONDS_TO_START) != _READY:
            self.close()
            raise self._failure("its process could not be started")
        return process

    def _ask(self, process: "subprocess.Popen[bytes]", message: object, seconds: float) -> object:
        """Return the worker's answer to `message`, or the failure that it is to have none."""
        assert process.stdin
        assert process.stdout
        begun = time.monotonic()
        deadline = threading.Timer(seconds, process.kill)
        deadline.start()
        try:
            _send(process.stdin, message)
            return pickle.load(process.stdout)  # noqa: S301  # it is our own worker's
        except (EOFError, OSError, pickle.UnpicklingError):
            is_late = time.monotonic() - begun >= seconds
            return self._failure(
                f"it ran for {seconds:g} s" if is_late else "it ended without an answer"
            )
        finally:
            deadline.cancel()

    def _failure(self, problem: str) -> EngineFailure:
        return EngineFailure(engine=TITLES[self._engine], problem=problem)


def _end_process(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with contextlib.suppress(OSError):
                pipe.close()


def _send(stream: IO[bytes], message: object) -> None:
    pickle.dump(message, stream)
    stream.flush()


def main() -> None:
    """Be the worker: answer whatever comes in, until the input ends."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not come between the answers.
    os.dup2(2, 1)
    # Ctrl-C is for the service, which then lets its workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    files, engine, memory_bytes = pickle.load(requests)  # noqa: S301  # it is the service's
    context = _create_context(files, engine)
    _bound_memory(memory_bytes)
    # From here on, what is told on the way down is for whoever sent the file, who gets a code.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    os.dup2(2, 1)
    _send(answers, _READY)
    while True:
        try:
            request = pickle.load(requests)  # noqa: S301
        except EOFError:
            return
        if request is None:
            _send(answers, _READY)
            continue
        asked, profile, seconds = request
        # Should the service be gone, nobody else ends this.
        _set_alarm(math.ceil(seconds) + 1)
        answer = _check(asked, context, profile)
        _set_alarm(0)
        _send(answers, answer)


def _create_context(files: Sequence[SourceFile], engine: str) -> "Context":
    # What serves does not load what only its workers need.
    from pledgegraph.store.embedded import EmbeddedStore
    from pledgegraph.validation.context import Context
    from pledgegraph.validation.engines import get_engine
    from pledgegraph.validation.shapes import ShapeSet

    return Context.from_store(
        EmbeddedStore.from_files(files), ShapeSet.from_files(files), engine=get_engine(engine)
    )


def _check(
    asked: SourceFile | str, context: "Context", profile: Profile
) -> ValidationReport | PledgegraphError:
    from pledgegraph.validation.checks import validate_files
    from pledgegraph.validation.versions import validate_version

    try:
        if isinstance(asked, str):
            return validate_version(asked, context=context, profile=profile)
        return validate_files([asked], context=context, profile=profile)
    except PledgegraphError as error:
        return error
    except Exception as error:  # noqa: BLE001  # whatever it is, it is no verdict
        return EngineFailure(engine=context.engine.title, problem=type(error).__name__)


def _bound_memory(size: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _set_alarm(seconds: int) -> None:
    if sys.platform != "win32":
        signal.alarm(seconds)


if __name__ == "__main__":
    main()
