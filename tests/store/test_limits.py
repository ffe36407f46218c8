"""`pledgegraph.store.limits`."""

import time

import pytest

from pledgegraph.errors import LimitExceeded
from pledgegraph.store.files import SourceFile, create_upload
from pledgegraph.store.limits import check_file, check_size
from tests.samples import turtle_file


def json_file(text: str) -> SourceFile:
    return create_upload(text.encode(), media_type="application/ld+json")


@pytest.mark.parametrize("bracket", ["(", "[", "<<(", "<< ", "{| "])
def test_deep_turtle_is_refused_with_its_place(bracket: str) -> None:
    unit = bracket if bracket != "<<(" else "<< "
    check_file(turtle_file("<x:a> <x:p> " + unit * 200))
    with pytest.raises(LimitExceeded) as caught:
        check_file(turtle_file("<x:a> <x:p>\n" + bracket * 201, "x.ttl"))
    assert caught.value.code == "BRACKET_DEPTH_LIMIT_EXCEEDED"
    assert str(caught.value).endswith("nest fewer brackets in x.ttl, line 2.")


@pytest.mark.parametrize("bracket", ["[", '{"a":'])
def test_deep_json_is_refused(bracket: str) -> None:
    check_file(json_file(bracket * 200))
    with pytest.raises(LimitExceeded):
        check_file(json_file(bracket * 201))


@pytest.mark.parametrize(
    "text",
    [
        '<x:a> <x:p> "' + "[" * 300 + '" .',
        "<x:a> <x:p> '''" + "[" * 300 + "\n''' .",
        "# " + "[" * 300,
        "<x:a(((" + "(" * 300 + "> <x:p> 1 .",
        "PREFIX e: <x:> e:a" + "\\(" * 300 + " e:p 1 .",
    ],
)
def test_what_is_no_bracket_does_not_nest(text: str) -> None:
    check_file(turtle_file(text))


def test_brackets_in_strings_of_json_do_not_nest() -> None:
    check_file(json_file('{"a": "' + '[\\"' * 300 + '"}'))


@pytest.mark.parametrize(
    "text",
    [
        "<x:a> <x:p> 'x' # '\n" + "[" * 300,
        "<x:a> <x:p> 'x\\'' , " + "[" * 300 + "'",
        "PREFIX e: <x:> e:a\\' e:p " + "[" * 300 + "'",
        '<x:a> <x:p> """x"" """ , ' + "[" * 300 + '"',
        "<x:a> <x:p> <x:b>,<x:c>," + "[" * 300 + ">",
    ],
)
def test_brackets_are_not_hidden(text: str) -> None:
    with pytest.raises(LimitExceeded):
        check_file(turtle_file(text))


def test_a_large_file_is_refused_with_its_size() -> None:
    with pytest.raises(LimitExceeded) as caught:
        check_file(turtle_file("#" * 10_240_001))
    assert caught.value.fields == {
        "limit": "file-bytes",
        "maximum": 10_240_000,
        "found": 10_240_001,
    }


def test_a_size_is_enough_to_refuse_a_file() -> None:
    check_size(10_240_000, "x.ttl")
    with pytest.raises(LimitExceeded, match=r"divide x\.ttl into several files"):
        check_size(10_240_001, "x.ttl")


@pytest.mark.parametrize("unit", ['"', "'", '"""', "<", "\\", "'''x", "[]", "#"])
def test_the_scan_stays_linear_on_hostile_text(unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    start = time.perf_counter()
    for file in (turtle_file(text), json_file(text)):
        try:
            check_file(file)
        except LimitExceeded:
            continue
    assert time.perf_counter() - start < 5
