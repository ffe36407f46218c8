"""`pledgegraph.errors`."""

import json
import pickle
import re

import pytest

from pledgegraph import errors
from pledgegraph.errors import (
    Busy,
    DataError,
    EngineFailure,
    InputError,
    InvalidArgument,
    InvalidRequest,
    InvalidUpload,
    LimitExceeded,
    NotFound,
    PledgegraphError,
    SettingsError,
)

EXAMPLES: tuple[PledgegraphError, ...] = (
    InvalidArgument(argument="first", problem="-1 is negative", expected="0 to 100"),
    InvalidRequest(code="BAD_JSON", part="body", problem="it is empty", expected="a JSON object"),
    NotFound(kind="requirement", given="II.z", nearest=("II.a", "II.b")),
    LimitExceeded(limit="depth", maximum=20, found=21, remedy="select fewer fields"),
    DataError(
        file="data/x.ttl",
        line=3,
        column=7,
        subject="req:II.g",
        problem="it has two modalities",
        expected="one",
    ),
    SettingsError(setting="--port", problem="8000 is in use", remedy="give another"),
    EngineFailure(engine="pySHACL", problem="it ran for 20 s"),
    Busy(service="validation", seconds=20),
    InvalidUpload(DataError(file="upload", line=3, problem="no dot", expected="Turtle")),
)


def list_family(base: type[PledgegraphError]) -> list[type[PledgegraphError]]:
    return [base, *(found for child in base.__subclasses__() for found in list_family(child))]


@pytest.mark.parametrize(
    ("error", "code", "message", "fields"),
    [
        (
            EXAMPLES[0],
            "INVALID_ARGUMENT",
            "first: -1 is negative; expected 0 to 100.",
            {"argument": "first", "problem": "-1 is negative", "expected": "0 to 100"},
        ),
        (
            EXAMPLES[1],
            "BAD_JSON",
            "body: it is empty; expected a JSON object.",
            {"part": "body", "problem": "it is empty", "expected": "a JSON object"},
        ),
        (
            EXAMPLES[2],
            "NOT_FOUND",
            "There is no requirement “II.z”; the nearest are II.a, II.b.",
            {"kind": "requirement", "given": "II.z", "nearest": ["II.a", "II.b"]},
        ),
        (
            EXAMPLES[3],
            "DEPTH_LIMIT_EXCEEDED",
            "depth: 21 is over the limit of 20; select fewer fields.",
            {"limit": "depth", "maximum": 20, "found": 21},
        ),
        (
            EXAMPLES[4],
            "DATA_ERROR",
            "data/x.ttl, line 3, column 7, req:II.g: it has two modalities; expected one.",
            {
                "file": "data/x.ttl",
                "line": 3,
                "column": 7,
                "subject": "req:II.g",
                "problem": "it has two modalities",
                "expected": "one",
            },
        ),
        (
            EXAMPLES[5],
            "SETTINGS_ERROR",
            "--port: 8000 is in use; give another.",
            {"setting": "--port", "problem": "8000 is in use"},
        ),
        (
            EXAMPLES[6],
            "ENGINE_FAILURE",
            "pySHACL did not finish: it ran for 20 s; this is no verdict on the file.",
            {"engine": "pySHACL", "problem": "it ran for 20 s"},
        ),
        (
            EXAMPLES[7],
            "BUSY",
            "validation: as many wait already as can be served; ask again in 20 seconds.",
            {"service": "validation", "seconds": 20},
        ),
        (
            EXAMPLES[8],
            "INVALID_UPLOAD",
            "upload, line 3: no dot; expected Turtle.",
            {"file": "upload", "line": 3, "problem": "no dot", "expected": "Turtle"},
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_an_error_has_a_code_a_message_and_fields(
    error: PledgegraphError, code: str, message: str, fields: dict[str, object]
) -> None:
    assert (error.code, str(error), error.message) == (code, message, message)
    assert json.loads(json.dumps(error.fields)) == fields


def test_a_place_is_told_as_far_as_it_is_known() -> None:
    known = DataError(file="data/x.ttl", problem="it is empty", expected="Turtle")
    assert str(known) == "data/x.ttl: it is empty; expected Turtle."
    assert known.fields == {"file": "data/x.ttl", "problem": "it is empty", "expected": "Turtle"}
    unknown = DataError(problem="it is empty", expected="Turtle")
    assert str(unknown) == "the data: it is empty; expected Turtle."


def test_without_anything_near_nothing_is_suggested() -> None:
    error = NotFound(kind="instrument", given="paris")
    assert str(error) == "There is no instrument “paris”."
    assert error.fields["nearest"] == []


def test_of_an_endless_name_only_the_beginning_is_told() -> None:
    error = NotFound(kind="requirement", given="x" * 30_000)
    assert str(error) == f"There is no requirement “{'x' * 79}…”."
    assert error.fields["given"] == f"{'x' * 79}…"
    assert NotFound(kind="requirement", given="x" * 80).fields["given"] == "x" * 80


def test_each_limit_has_its_own_code() -> None:
    error = LimitExceeded(limit="page-size", maximum=100, found=101, remedy="ask for pages")
    assert error.code == "PAGE_SIZE_LIMIT_EXCEEDED"


def test_what_another_request_can_mend_is_an_input_error() -> None:
    mendable = [type(error).__name__ for error in EXAMPLES if isinstance(error, InputError)]
    assert mendable == [
        "InvalidArgument",
        "InvalidRequest",
        "NotFound",
        "LimitExceeded",
        "InvalidUpload",
    ]


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_an_error_passes_between_processes(error: PledgegraphError) -> None:
    passed = pickle.loads(pickle.dumps(error))
    assert (type(passed), str(passed), vars(passed)) == (type(error), str(error), vars(error))


def test_the_family_is_drawn_in_full() -> None:
    drawn = re.findall(r"[│├└─ ]+ (\w+)  ", errors.__doc__ or "")
    family = {error.__name__ for error in list_family(PledgegraphError)} - {"PledgegraphError"}
    assert len(drawn) == 10
    assert set(drawn) == family
