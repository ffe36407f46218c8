"""`pledgegraph.web.spreadsheet`."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.web.spreadsheet import Columns, format_cell, format_csv

COLUMNS: Columns[tuple[str, str]] = (("first", lambda t: t[0]), ("second", lambda t: t[1]))


def test_a_line_ends_as_the_standard_has_it() -> None:
    made = format_csv(COLUMNS, [("a,b", 'says "c"'), ("d\ne", "")])
    assert made == 'first,second\r\n"a,b","says ""c"""\r\n"d\ne",\r\n'


def test_a_table_of_nothing_has_its_header() -> None:
    assert format_csv(COLUMNS, []) == "first,second\r\n"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49", "'+49"),
        ("-1", "'-1"),
        ("@name", "'@name"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        (["=1", "b"], "'=1; b"),
        ("a=b", "a=b"),
        (Decimal("2.13"), "2.13"),
        (-1, "-1"),
        (True, "yes"),
        (False, "no"),
        (None, ""),
        ((), ""),
    ],
)
def test_no_text_becomes_a_formula(value: object, cell: str) -> None:
    assert format_cell(value) == cell  # type: ignore[arg-type]


# Readers of CSV count a lone carriage return as an end of line, so it is no part of this law.
@given(st.lists(st.tuples(*[st.text(st.characters(exclude_characters="\r\0"))] * 2)))
def test_what_was_written_is_read_again(rows: list[tuple[str, str]]) -> None:
    made = list(csv.reader(io.StringIO(format_csv(COLUMNS, rows), newline="")))
    assert made == [["first", "second"], *[[format_cell(cell) for cell in row] for row in rows]]
