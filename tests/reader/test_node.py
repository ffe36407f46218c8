"""`pledgegraph.reader.node`: values of one subject, read strictly."""

from datetime import date
from decimal import Decimal

import pytest

from pledgegraph.errors import DataError
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.store.embedded import EmbeddedStore
from tests.samples import turtle_file

P = "https://example.org/p"


def read_value(value: str) -> Node:
    text = f"<x:s> a <x:C> . <x:s> <{P}> {value} ."
    return read_nodes(EmbeddedStore.from_files([turtle_file(text)]), "x:C")["x:s"]


NOTHING = Node("x:s", "https://w3id.org/pledgegraph/graph/data/sample", {})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2.13", "2.13"),
        ("-0.5", "-0.5"),
        ("50", "50"),
        ('"100000000000000000000000000"^^<http://www.w3.org/2001/XMLSchema#decimal>', "1E+26"),
    ],
)
def test_a_decimal_is_read_exactly(value: str, expected: str) -> None:
    assert read_value(value).decimal_of(P) == Decimal(expected)


@pytest.mark.parametrize("value", ['"INF"', '"NaN"', '"1e400"', '"1e2"', '"."', f'"{"9" * 41}"'])
def test_what_is_no_decimal_that_a_float_can_be_made_of_is_refused(value: str) -> None:
    with pytest.raises(DataError, match="is no decimal number; expected at most 40 digits"):
        read_value(value).find_decimal(P)


def test_a_truth_value_is_read() -> None:
    assert read_value("true").find_boolean(P) is True
    assert read_value("false").find_boolean(P) is False
    assert NOTHING.find_boolean(P) is None
    with pytest.raises(DataError, match="“yes” is no truth value; expected true or false"):
        read_value('"yes"').find_boolean(P)


def test_a_day_is_read() -> None:
    assert read_value('"2025-02-11"').date_of(P) == date(2025, 2, 11)
    assert NOTHING.find_date(P) is None
    with pytest.raises(DataError, match="“2025-02” is no day; expected YYYY-MM-DD"):
        read_value('"2025-02"').find_date(P)


def test_what_has_to_be_there_and_is_not_names_file_subject_and_predicate() -> None:
    message = r"^data/sample\.ttl, x:s: p: it has no value; expected one"
    with pytest.raises(DataError, match=f"{message} decimal number"):
        NOTHING.decimal_of(P)
    with pytest.raises(DataError, match=f"{message} day"):
        NOTHING.date_of(P)


def test_two_values_are_refused_where_one_is_meant() -> None:
    with pytest.raises(DataError, match="it has 2 values; expected at most one"):
        read_value("1.5, 2.5").find_decimal(P)


def test_a_subject_of_two_classes_in_two_files_is_one_node_of_the_first() -> None:
    files = [
        turtle_file(f"<x:s> a <x:C> ; <{P}> 1 .", "data/b.ttl"),
        turtle_file(f"<x:s> a <x:D> ; <{P}> 1, 2 .", "data/a.ttl"),
    ]
    nodes = read_nodes(EmbeddedStore.from_files(files), "x:C", "x:D")
    assert list(nodes) == ["x:s"]
    assert nodes["x:s"].file == "data/a.ttl"
    assert len(nodes["x:s"].values[P]) == 2
