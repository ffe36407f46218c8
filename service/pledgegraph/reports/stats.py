"""What the graph holds, counted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from pledgegraph.catalogue import Catalogue, StatementFilter
from pledgegraph.severity import Severity
from pledgegraph.store.files import SourceFile
from pledgegraph.store.port import GraphStore

Counts: TypeAlias = Mapping[str, int | str | Mapping[str, int]]
"""Numbers by name in a stated order; some are a number for each of several kinds."""


def count_dataset(files: Sequence[SourceFile], store: GraphStore, catalogue: Catalogue) -> Counts:
    """Return what is held, the revision first."""
    statements = catalogue.list_statements(StatementFilter())
    kinds = Counter(statement.kind.value for statement in statements)
    severities = Counter(s.severity for s in statements)
    return {
        "revision": catalogue.revision,
        "files": len(files),
        "graphs": len(store.list_graphs()),
        "triples": store.count(),
        "code lists": len(catalogue.code_lists),
        "codes": sum(len(c.concepts) for c in catalogue.code_lists),
        "instruments": len(catalogue.instruments),
        "statements": len(statements),
        "statements by kind": dict(kinds.most_common()),
        # Of a file that leaves a statement open; nothing was checked to count these.
        "severity of a file that leaves one open": {
            **{severity.value: severities[severity] for severity in Severity},
            "none": severities[None],
        },
        "readings of open questions": len({r.iri for s in statements for r in s.readings}),
    }


def format_counts(counts: Counts) -> str:
    """Return the counts as lines for people, numbers aligned.

    >>> print(format_counts({"files": 3, "by kind": {"text": 2}}))
    files   3
    by kind
      text  2
    """
    lines: list[tuple[str, int | str]] = []
    for name, value in counts.items():
        if isinstance(value, Mapping):
            lines += [(name, ""), *((f"  {kind}", number) for kind, number in value.items())]
        else:
            lines.append((name, value))
    width = max(len(name) for name, value in lines if value != "") + 2
    numbers = max(len(str(value)) for _, value in lines)
    return "\n".join(f"{name:<{width}}{value:>{numbers}}".rstrip() for name, value in lines)
