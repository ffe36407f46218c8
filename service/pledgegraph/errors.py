"""Every error this package raises on purpose, by what the caller can do about it.

    PledgegraphError
    ├── InputError           change what you asked or sent
    │   ├── InvalidArgument  a value that cannot be used
    │   ├── InvalidRequest   a request of a form that is not taken here; `code` says in what way
    │   ├── NotFound         a name that nothing has; `nearest` has those that are like it
    │   ├── LimitExceeded    more than this service does for one request; a code for each limit
    │   └── InvalidUpload    what was sent holds what cannot be read; a DataError of the sender's
    ├── DataError            mend the file it names
    ├── SettingsError        change the setting it names
    ├── EngineFailure        an engine did not do its work; never a verdict
    └── Busy                 ask the same again after `seconds`

Each has a stable `code`, its `fields` as plain JSON, and a message of one pattern: subject, what is
wrong, what was expected, what to do. Imports nothing.
"""

import copyreg
from collections.abc import Mapping
from typing import Final, TypeAlias

JSON: TypeAlias = "str | int | float | bool | list[JSON] | dict[str, JSON] | None"

_LONGEST_NAME: Final = 80


class PledgegraphError(Exception):
    """Any error of this package; `str()` of it is the message for people."""

    code: str = "ERROR"

    def __init__(self, message: str, fields: Mapping[str, JSON]) -> None:
        """Keep the message and the fields; a field without a value is left out."""
        super().__init__(message)
        self.message = message
        self.fields: Mapping[str, JSON] = {
            name: value for name, value in fields.items() if value is not None
        }

    def __reduce__(self) -> tuple[object, ...]:
        """Pass between processes as what it holds: most kinds are made of other parts."""
        return copyreg.__newobj__, (type(self), self.message), self.__dict__  # type: ignore[attr-defined]


class InputError(PledgegraphError):
    """What was asked or sent cannot be used; another request can."""

    code = "INVALID_INPUT"


class InvalidArgument(InputError):
    """A value that cannot be used.

    >>> str(InvalidArgument(argument="first", problem="-1 is negative", expected="0 to 100"))
    'first: -1 is negative; expected 0 to 100.'
    """

    code = "INVALID_ARGUMENT"

    def __init__(self, *, argument: str, problem: str, expected: str) -> None:
        """Name the argument, what is wrong with it, and what it should be."""
        super().__init__(
            f"{argument}: {problem}; expected {expected}.",
            {"argument": argument, "problem": problem, "expected": expected},
        )


class InvalidRequest(InputError):
    """A request whose form cannot be taken, whatever it asks for.

    >>> error = InvalidRequest(
    ...     code="NOT_ACCEPTABLE",
    ...     part="Accept",
    ...     problem="text/csv is not made here",
    ...     expected="text/html",
    ... )
    >>> error.code, str(error)
    ('NOT_ACCEPTABLE', 'Accept: text/csv is not made here; expected text/html.')
    """

    def __init__(self, *, code: str, part: str, problem: str, expected: str) -> None:
        """Name the part of the request, what is wrong with it, and what it should be."""
        super().__init__(
            f"{part}: {problem}; expected {expected}.",
            {"part": part, "problem": problem, "expected": expected},
        )
        self.code = code


class NotFound(InputError):
    """A name that nothing has.

    >>> str(NotFound(kind="requirement", given="II.z", nearest=("II.a", "II.b")))
    'There is no requirement “II.z”; the nearest are II.a, II.b.'
    """

    code = "NOT_FOUND"

    def __init__(self, *, kind: str, given: str, nearest: tuple[str, ...] = ()) -> None:
        """Name the kind of thing, the name given, and the nearest names, nearest first.

        Of an endless name only the beginning is told.
        """
        if len(given) > _LONGEST_NAME:
            given = given[: _LONGEST_NAME - 1] + "…"
        hint = f"; the nearest are {', '.join(nearest)}" if nearest else ""
        super().__init__(
            f"There is no {kind} “{given}”{hint}.",
            {"kind": kind, "given": given, "nearest": list(nearest)},
        )
        self.nearest = nearest


class LimitExceeded(InputError):
    """More than this service does for one request.

    >>> error = LimitExceeded(limit="page-size", maximum=100, found=250, remedy="ask for pages")
    >>> error.code, str(error)
    ('PAGE_SIZE_LIMIT_EXCEEDED', 'page-size: 250 is over the limit of 100; ask for pages.')
    """

    def __init__(self, *, limit: str, maximum: int, found: int, remedy: str) -> None:
        """Name the limit, its number, the number found, and what to do instead."""
        super().__init__(
            f"{limit}: {found} is over the limit of {maximum}; {remedy}.",
            {"limit": limit, "maximum": maximum, "found": found},
        )
        self.code = f"{limit.upper().replace('-', '_')}_LIMIT_EXCEEDED"


class DataError(PledgegraphError):
    """A file holds what cannot be read.

    >>> str(DataError(file="data/x.ttl", line=3, column=1, problem="no dot", expected="Turtle"))
    'data/x.ttl, line 3, column 1: no dot; expected Turtle.'
    """

    code = "DATA_ERROR"

    def __init__(  # noqa: PLR0913  # each part of the place is known or not on its own
        self,
        *,
        problem: str,
        expected: str,
        file: str | None = None,
        line: int | None = None,
        column: int | None = None,
        subject: str | None = None,
    ) -> None:
        """Name the place as closely as it is known, the problem, and what should stand there."""
        place = [
            file,
            None if line is None else f"line {line}",
            None if column is None else f"column {column}",
            subject,
        ]
        where = ", ".join(part for part in place if part) or "the data"
        super().__init__(
            f"{where}: {problem}; expected {expected}.",
            {
                "file": file,
                "line": line,
                "column": column,
                "subject": subject,
                "problem": problem,
                "expected": expected,
            },
        )


class InvalidUpload(InputError):
    """What was sent holds what cannot be read: to its sender, a `DataError` is theirs to mend.

    >>> wrong = DataError(file="upload", line=3, problem="no dot", expected="Turtle")
    >>> str(InvalidUpload(wrong)), InvalidUpload(wrong).fields["line"]
    ('upload, line 3: no dot; expected Turtle.', 3)
    """

    code = "INVALID_UPLOAD"

    def __init__(self, error: DataError) -> None:
        """Say what `error` says."""
        super().__init__(error.message, error.fields)


class SettingsError(PledgegraphError):
    """A setting that cannot be used.

    >>> str(SettingsError(setting="--port", problem="8000 is in use", remedy="give another"))
    '--port: 8000 is in use; give another.'
    """

    code = "SETTINGS_ERROR"

    def __init__(self, *, setting: str, problem: str, remedy: str) -> None:
        """Name the setting, what is wrong with it, and what to do."""
        super().__init__(
            f"{setting}: {problem}; {remedy}.", {"setting": setting, "problem": problem}
        )


class EngineFailure(PledgegraphError):
    """An engine did not do its work: that says nothing about what it was given.

    >>> str(EngineFailure(engine="pySHACL", problem="it ran for 20 s"))
    'pySHACL did not finish: it ran for 20 s; this is no verdict on the file.'
    """

    code = "ENGINE_FAILURE"

    def __init__(self, *, engine: str, problem: str) -> None:
        """Name the engine and what it said."""
        super().__init__(
            f"{engine} did not finish: {problem}; this is no verdict on the file.",
            {"engine": engine, "problem": problem},
        )


class Busy(PledgegraphError):
    """As many ask for the same as can be served; later there is room again.

    >>> str(Busy(service="validation", seconds=20))
    'validation: as many wait already as can be served; ask again in 20 seconds.'
    """

    code = "BUSY"

    def __init__(self, *, service: str, seconds: int) -> None:
        """Name what is busy, and after how many seconds to ask again."""
        super().__init__(
            f"{service}: as many wait already as can be served; ask again in {seconds} seconds.",
            {"service": service, "seconds": seconds},
        )
        self.seconds = seconds
