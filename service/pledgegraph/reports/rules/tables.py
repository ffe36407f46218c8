"""Rules as a table in CSV and as plain JSON.

Promises complete documents: each form tells of every rule that it is given. Imports no third party.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

from pledgegraph.errors import JSON
from pledgegraph.model import RuleExample, Statement
from pledgegraph.reports.rules.sheets import RuleSheet

Cell: TypeAlias = "str | list[str] | None"
COLUMNS: Final[tuple[tuple[str, Callable[[RuleSheet], Cell]], ...]] = (
    ("id", lambda s: s.rule.identifier),
    ("name", lambda s: s.rule.name),
    ("severity", lambda s: s.rule.severity.value),
    ("severity_because", lambda s: list(s.reasons)),
    ("subject", lambda s: s.rule.subject),
    ("requirements", lambda s: [statement.identifier for statement in s.statements]),
    ("words", lambda s: [statement.verbatim for statement in s.statements]),
    ("profiles", lambda s: list(s.rule.profiles)),
    ("since", lambda s: s.rule.since),
    ("for", lambda s: s.targets),
    ("path", lambda s: s.rule.path),
    ("part_of", lambda s: [parent.identifier for parent in s.parents]),
    ("description", lambda s: s.rule.description),
    ("problem", lambda s: s.rule.problem),
    ("remedy", lambda s: s.rule.remedy),
    ("good_examples", lambda s: [example.file for example in s.good]),
    ("bad_examples", lambda s: [example.file for example in (*s.bad, *s.bad_parts)]),
    ("iri", lambda s: s.rule.iri),
)
"""One row a rule; their names are stable, as clients rely on them."""


def format_csv(sheets: Iterable[RuleSheet]) -> str:
    """Return rules as CSV, one a row, without a newline at the end. A list is one cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(name for name, _ in COLUMNS)
    writer.writerows([_write(read(sheet)) for _, read in COLUMNS] for sheet in sheets)
    return out.getvalue().rstrip("\n")


def _write(cell: Cell) -> str:
    return "; ".join(cell) if isinstance(cell, list) else cell or ""


def rules_json(sheets: Sequence[RuleSheet], *, version: str | None) -> dict[str, JSON]:
    """Return rules as plain JSON, with the version of the shapes."""
    rules: list[JSON] = [rule_json(sheet) for sheet in sheets]
    return {"shapes": version, "count": len(rules), "rules": rules}


def rule_json(sheet: RuleSheet) -> dict[str, JSON]:
    """Return one rule as plain JSON."""
    rule, message = sheet.rule, sheet.message
    return {
        "id": rule.identifier,
        "iri": rule.iri,
        "name": rule.name,
        "description": rule.description,
        "severity": rule.severity.value,
        "severityBecause": list(sheet.reasons),
        "message": {
            "problem": message.problem,
            "asked": message.asked or None,
            "remedy": message.remedy or None,
            "absence": message.absence or None,
        },
        "requirements": [_statement_json(statement) for statement in sheet.statements],
        "profiles": list(rule.profiles),
        "since": rule.since,
        "subject": rule.subject,
        "for": sheet.targets,
        "path": rule.path,
        "branches": [{"name": b.name, "description": b.description} for b in rule.branches],
        "partOf": [parent.identifier for parent in sheet.parents],
        "parts": [part.identifier for part in sheet.parts],
        "examples": [
            _example_json(example) for example in (*sheet.good, *sheet.bad, *sheet.bad_parts)
        ],
    }


def _statement_json(statement: Statement) -> dict[str, JSON]:
    return {"id": statement.identifier, "iri": statement.iri, "words": statement.verbatim}


def _example_json(example: RuleExample) -> dict[str, JSON]:
    return {
        "good": example.is_good,
        "absence": example.is_absence,
        "file": example.file,
        "description": example.description,
        "whole": example.is_whole,
        "text": example.text,
    }
