"""Rows as a table for people, as CSV, or as JSON."""

import csv
import io
import json
from collections.abc import Sequence

from pledgegraph.store.term import Literal

_WIDEST = 60


def format_rows(names: Sequence[str], rows: Sequence[Sequence[object]], *, style: str) -> str:
    """Return `rows` under their `names` in one style, without a newline at the end.

    `table` shortens long cells to 60 characters; `csv` (RFC 4180, with `\\n`) and `json` (a list
    of objects) keep everything. An unbound value is an empty cell, and null in JSON.

    >>> print(format_rows(["id", "n"], [["II.a", 3]], style="table"))
    id    n
    II.a  3
    """
    if style == "json":
        found = [dict(zip(names, map(_plain, row), strict=True)) for row in rows]
        return json.dumps(found, ensure_ascii=False, indent=2)
    cells = [["" if _plain(c) is None else str(_plain(c)) for c in row] for row in rows]
    if style == "csv":
        return _format_csv(names, cells)
    return _format_table(names, cells)


def _plain(value: object) -> object:
    if isinstance(value, Literal):
        return value.value
    return value if value is None or isinstance(value, int | float) else str(value)


def _format_csv(names: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(cells)
    return out.getvalue().rstrip("\n")


def _format_table(names: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    shown = [list(names), *([_shorten(c) for c in row] for row in cells)]
    widths = [max(len(row[i]) for row in shown) for i in range(len(names))]
    lines = ("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in shown)
    return "\n".join(line.rstrip() for line in lines)


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"
