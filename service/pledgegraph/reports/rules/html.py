"""Rules as one page in HTML that stands by itself: to be mailed, printed or read offline.

Promises that no text of a rule becomes markup, and that nothing is loaded from elsewhere.
"""

from collections.abc import Sequence
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined

from pledgegraph.reports.rules.sheets import (
    RuleSheet,
    count_rules,
    list_blocks,
    list_shown_examples,
    name_example,
    name_subject,
)


def format_html(sheets: Sequence[RuleSheet], *, version: str | None, is_list: bool = True) -> str:
    """Return rules as a page, ending in one newline; without `is_list` one, which is its title."""
    templates = Environment(
        loader=PackageLoader("pledgegraph.reports.rules"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    groups = [(s, list(found)) for s, found in groupby(sheets, key=lambda s: s.rule.subject)]
    alone = None if is_list else sheets[0].rule
    return templates.get_template("rules.html").render(
        title=f"{alone.identifier}: {alone.name}" if alone else "Rules",
        count=count_rules(sheet.rule for sheet in sheets),
        version=version or "unversioned",
        groups=groups,
        is_list=is_list,
        name_subject=name_subject,
        name_example=name_example,
        list_blocks=list_blocks,
        list_shown_examples=list_shown_examples,
    )
