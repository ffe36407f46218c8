"""Rules as a document in Markdown (https://spec.commonmark.org/0.31.2/).

Promises that no text of a rule becomes markup. Imports no third party.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from pledgegraph.reports.rules.sheets import (
    RuleSheet,
    count_rules,
    list_blocks,
    list_shown_examples,
    name_example,
    name_subject,
)

_MARKUP: Final = frozenset("\\`*_[]<")


def format_markdown(
    sheets: Sequence[RuleSheet], *, version: str | None, is_list: bool = True
) -> str:
    """Return rules as one document, ending in one newline.

    Without `is_list` there is one rule, which is its title.
    """
    parts = _list_all(sheets, version) if is_list else _list_markdown(sheets[0], level=1)
    return "\n\n".join(parts) + "\n"


def _list_all(sheets: Sequence[RuleSheet], version: str | None) -> Iterator[str]:
    count = count_rules(sheet.rule for sheet in sheets)
    yield "# Rules"
    yield (
        f"{count}, shapes {_escape(version or 'unversioned')}. A severity speaks of a file, never "
        "of an organisation: the commitments are voluntary."
    )
    for subject, found in groupby(sheets, key=lambda sheet: sheet.rule.subject):
        yield f"## {_escape(name_subject(subject))}"
        for sheet in found:
            yield from _list_markdown(sheet, level=3)


def _list_markdown(sheet: RuleSheet, *, level: int) -> Iterator[str]:
    heading, *blocks = list_blocks(sheet)
    yield f"{'#' * level} {_escape(heading[0])}"
    yield from map(_escape, heading[1])
    for title, paragraphs in blocks:
        yield f"**{_escape(title)}**"
        yield "\n".join(f"- {_escape(text)}" for text in paragraphs)
    for example in list_shown_examples(sheet):
        yield f"**{_escape(name_example(sheet.rule, example))}**"
        yield _escape(example.description)
        yield f"```turtle\n{example.text.rstrip()}\n```"


def _escape(text: str) -> str:
    r"""Return `text` so that Markdown shows it as it is.

    >>> print(_escape("a * b_c <d> [e] # f"))
    a \* b\_c \<d> \[e\] # f
    """
    return "".join(f"\\{c}" if c in _MARKUP else c for c in text)
