"""Rows as a table for people, as CSV, or as JSON."""

import csv
import io
import json
from collections.abc import Sequence

from pledgegraph.reports.printable import make_printable
from pledgegraph.store.term import BlankNode, Literal
from pledgegraph.terms import shorten

_WIDEST = 60


def format_rows(names: Sequence[str], rows: Sequence[Sequence[object]], *, style: str) -> str:
    r"""Return `rows` under their `names` in one style, without a newline at the end.

    `table` gives IRIs their prefixes and shortens cells to 60 characters; `csv` (RFC 4180, with
    `\n`) and `json` (a list of objects) keep everything. An unbound value is an empty cell, and
    null in JSON.

    >>> print(format_rows(["id", "n"], [["II.a", 3]], style="table"))
    id    n
    II.a  3
    """
    if style == "json":
        found = [dict(zip(names, map(_plain, row), strict=True)) for row in rows]
        return json.dumps(found, ensure_ascii=False, indent=2)
    if style == "csv":
        return _format_csv(names, [[_text(c) for c in row] for row in rows])
    return _format_table(names, [[_shorten(_text(c)) for c in row] for row in rows])


def _plain(value: object) -> object:
    if isinstance(value, Literal):
        return value.value
    if isinstance(value, BlankNode):
        return f"_:{value.label}"
    return value if value is None or isinstance(value, int | float) else str(value)


def _text(value: object) -> str:
    plain = _plain(value)
    return "" if plain is None else str(plain)


def _format_csv(names: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(cells)
    return out.getvalue().rstrip("\n")


def _format_table(names: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    shown = [list(names), *cells]
    widths = [max(len(row[i]) for row in shown) for i in range(len(names))]
    lines = ("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in shown)
    return "\n".join(line.rstrip() for line in lines)


def _shorten(text: str) -> str:
    # Several IRIs may stand in one cell, as GROUP_CONCAT leaves them.
    line = " ".join(shorten(word) for word in text.split())
    line = make_printable(line)
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"
