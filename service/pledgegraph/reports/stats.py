"""What the graph holds, counted."""

from collections import Counter
from collections.abc import Sequence

from pledgegraph.catalogue import Catalogue, StatementFilter
from pledgegraph.store.files import SourceFile
from pledgegraph.store.port import GraphStore

Counts = tuple[tuple[str, int | str], ...]


def count_dataset(files: Sequence[SourceFile], store: GraphStore, catalogue: Catalogue) -> Counts:
    """Return what is held as (name, number) in a stated order; the revision first."""
    statements = catalogue.list_statements(StatementFilter())
    kinds = Counter(statement.kind for statement in statements)
    severities = Counter(s.severity for s in statements if s.severity is not None)
    return (
        ("revision", catalogue.revision),
        ("files", len(files)),
        ("graphs", len(store.list_graphs())),
        ("triples", store.count()),
        ("code lists", len(catalogue.code_lists)),
        ("codes", sum(len(c.concepts) for c in catalogue.code_lists)),
        ("instruments", len(catalogue.instruments)),
        ("statements", len(statements)),
        *((f"  {kind.value}", count) for kind, count in kinds.most_common()),
        ("checked in a file", severities.total()),
        *((f"  {severity.value}", count) for severity, count in severities.most_common()),
        ("open readings", len({r.iri for s in statements for r in s.readings})),
    )


def format_counts(counts: Counts) -> str:
    """Return the counts as lines for people, numbers aligned."""
    width = max(len(name) for name, _ in counts) + 2
    return "\n".join(f"{name:<{width}}{value:>8}" for name, value in counts)
