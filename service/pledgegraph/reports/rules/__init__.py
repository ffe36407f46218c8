"""Rules in every form in which a command or the service tells of them.

Each form is a complete document of the rules that it is given, made of the same sheets.
"""

import json
from collections.abc import Sequence
from typing import Final

from pledgegraph.reports.rules.markdown import format_markdown
from pledgegraph.reports.rules.sheets import RuleSheet, create_sheet
from pledgegraph.reports.rules.tables import COLUMNS, format_csv, rule_json, rules_json
from pledgegraph.reports.rules.text import format_list, format_rule

__all__ = [
    "COLUMNS",
    "FORMS",
    "RuleSheet",
    "create_sheet",
    "format_csv",
    "format_markdown",
    "format_rules",
    "rule_json",
]

FORMS: Final = ("text", "markdown", "html", "csv", "json")
"""The forms of a document, the one for people at a terminal first."""


def format_rules(
    sheets: Sequence[RuleSheet], form: str, *, version: str | None, is_list: bool = True
) -> str:
    """Return rules as a document in one of the `FORMS`, ending in one newline.

    `version` is that of the shapes. Without `is_list` there is one rule, of which all is told.
    """
    match form:
        case "markdown":
            return format_markdown(sheets, version=version, is_list=is_list)
        case "html":
            # Who makes no page does not wait for what makes pages.
            from pledgegraph.reports.rules.html import format_html

            return format_html(sheets, version=version, is_list=is_list)
        case "csv":
            return format_csv(sheets) + "\n"
        case "json":
            found = rules_json(sheets, version=version) if is_list else rule_json(sheets[0])
            return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
        case _:
            text = format_list(sheets, version=version) if is_list else format_rule(sheets[0])
            return text + "\n"
