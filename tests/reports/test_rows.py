"""`pledgegraph.reports.rows`."""

import csv
import io
import json

import pytest

from pledgegraph.reports.rows import format_rows
from pledgegraph.store.term import BlankNode, Iri, Literal

NAMES = ("who", "says", "n")
ROWS = (
    (Iri("https://w3id.org/pledgegraph/req/seoul-2024/II.g"), Literal('a "b",\nc'), 1),
    (Iri("https://example.org/x"), None, 2.5),
)


def test_a_table_is_for_people() -> None:
    assert format_rows(NAMES, ROWS, style="table").splitlines() == [
        "who                    says      n",
        'req:II.g               a "b", c  1',
        "https://example.org/x            2.5",
    ]


def test_long_cells_are_shortened_in_a_table_only() -> None:
    text = Literal("word " * 40)
    assert format_rows(("x",), ((text,),), style="table").splitlines()[1].endswith("…")
    assert "…" not in format_rows(("x",), ((text,),), style="csv")


def test_a_cell_never_speaks_to_the_terminal() -> None:
    cells = ((Literal("a\x1b[31mb"), BlankNode("b0")),)
    assert format_rows(("x", "y"), cells, style="table").splitlines()[1] == "a�[31mb  _:b0"


def test_csv_comes_back_as_it_went_in() -> None:
    written = format_rows(NAMES, ROWS, style="csv")
    assert list(csv.reader(io.StringIO(written))) == [
        ["who", "says", "n"],
        ["https://w3id.org/pledgegraph/req/seoul-2024/II.g", 'a "b",\nc', "1"],
        ["https://example.org/x", "", "2.5"],
    ]


def test_json_keeps_numbers_and_nulls() -> None:
    assert json.loads(format_rows(NAMES, ROWS, style="json"))[1] == {
        "who": "https://example.org/x",
        "says": None,
        "n": 2.5,
    }


@pytest.mark.parametrize(("style", "expected"), [("table", "a  b"), ("csv", "a,b"), ("json", "[]")])
def test_no_rows_are_an_answer_too(style: str, expected: str) -> None:
    assert format_rows(("a", "b"), (), style=style) == expected
