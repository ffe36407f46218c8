"""Rules as text for people.

Promises that nothing in a name or an example can break a line or speak to the terminal. Imports no
third party.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import indent, wrap
from typing import Final

from pledgegraph.reports.printable import make_printable
from pledgegraph.reports.rules.sheets import (
    RuleSheet,
    count_rules,
    list_blocks,
    name_example,
    name_subject,
)

_WIDTH: Final = 96


def format_list(sheets: Sequence[RuleSheet], *, version: str | None) -> str:
    """Return rules for people, a line each under their subject, the count last."""
    width = max((len(s.rule.identifier) + 2 * s.rule.is_part for s in sheets), default=0)
    lines = []
    for subject, found in groupby(sheets, key=lambda sheet: sheet.rule.subject):
        lines += [name_subject(subject), *(_line(sheet, width) for sheet in found), ""]
    told = f"{count_rules(sheet.rule for sheet in sheets)}, shapes {version or 'unversioned'}."
    ask = "pledgegraph rules ID tells all of one."
    return "\n".join(make_printable(line) for line in (*lines, told, ask))


def _line(sheet: RuleSheet, width: int) -> str:
    rule = sheet.rule
    identifier = f"{'  ' * rule.is_part}{rule.identifier}"
    asked = ", ".join(statement.identifier for statement in sheet.statements)
    return (
        f"  {identifier:<{width}}  {rule.severity.value:<9}  {rule.name}"
        f"{f' ({asked})' if asked else ''}"
    )


def format_rule(sheet: RuleSheet) -> str:
    """Return one rule for people, without a newline at the end."""
    blocks = [_wrap(*block) for block in list_blocks(sheet)]
    shown = [make_printable(line) for block in blocks for line in (*block, "")]
    for example in (*sheet.good, *sheet.bad, *sheet.bad_parts):
        title = name_example(sheet.rule, example)
        shown += [*_wrap(title, [example.description]), *_print_turtle(example.text), ""]
    return "\n".join(shown).rstrip("\n")


def _print_turtle(text: str) -> Iterator[str]:
    return (make_printable(line) for line in indent(text.rstrip("\n"), "    ").splitlines())


def _wrap(title: str, paragraphs: Iterable[str]) -> list[str]:
    lines = [title]
    for text in paragraphs:
        lines += wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")
    return lines
