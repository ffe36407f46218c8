r"""Tables as CSV: RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180) in UTF-8, one header line.

A cell never becomes a formula in the spreadsheet that opens it: text that begins with `=`, `+`,
`-`, `@`, a tab or a carriage return gets an apostrophe in front
(https://owasp.org/www-community/attacks/CSV_Injection). A list is one cell, joined by `; `. Truth
is `yes` or `no`; what is not known is an empty cell. A date is three columns: as stated, its
earliest and its latest day. Must not know what a table is about.
"""

import csv
import io
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias, TypeVar

from pledgegraph.model import StatedDate

T = TypeVar("T")

Cell: TypeAlias = "str | bool | int | Decimal | date | Iterable[str] | None"
Columns: TypeAlias = tuple[tuple[str, Callable[[T], Cell]], ...]
"""The name of each column, and what it says of a thing."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def format_csv(columns: Columns[T], things: Iterable[T]) -> str:
    r"""Return `things` as CSV, one a row.

    >>> format_csv((("name", lambda t: t), ("length", lambda t: len(t))), ["a", "=1,5"])
    'name,length\r\na,1\r\n"\'=1,5",4\r\n'
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(name for name, _ in columns)
    writer.writerows([format_cell(read(thing)) for _, read in columns] for thing in things)
    return out.getvalue()


def date_columns(
    name: str,
    read: Callable[[T], StatedDate | None],
    of: type[T] | None = None,  # noqa: ARG001 - tells type checkers alone what a lambda reads
) -> Columns[T]:
    r"""Return the columns `name`, `name`_earliest and `name`_latest of the date that `read` gives.

    >>> day = StatedDate("2025-02", date(2025, 2, 1), date(2025, 2, 28))
    >>> format_csv(date_columns("due", lambda t: t), [day, None])
    'due,due_earliest,due_latest\r\n2025-02,2025-02-01,2025-02-28\r\n,,\r\n'
    """

    def read_part(part: Callable[[StatedDate], Cell]) -> Callable[[T], Cell]:
        return lambda thing: None if (day := read(thing)) is None else part(day)

    return (
        (name, read_part(lambda day: day.stated)),
        (f"{name}_earliest", read_part(lambda day: day.earliest)),
        (f"{name}_latest", read_part(lambda day: day.latest)),
    )


def format_cell(value: Cell) -> str:
    """Return what stands in a cell.

    >>> format_cell(True), format_cell(None), format_cell(["a", "b"]), format_cell("-1 or more")
    ('yes', '', 'a; b', "'-1 or more")
    """
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case str():
            text = value
        case _:
            text = "; ".join(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
