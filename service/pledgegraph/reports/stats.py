"""What the graph holds, counted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from pledgegraph.catalogue import AssessmentFilter, Catalogue, ThresholdFilter, VersionFilter
from pledgegraph.model import Concept
from pledgegraph.severity import Severity
from pledgegraph.store.files import SourceFile
from pledgegraph.store.port import GraphStore

Counts: TypeAlias = Mapping[str, int | str | Mapping[str, int]]
"""Numbers by name in a stated order; some are a number for each of several kinds."""


def count_dataset(files: Sequence[SourceFile], store: GraphStore, catalogue: Catalogue) -> Counts:
    """Return what is held, the revision first."""
    return {
        "revision": catalogue.revision,
        "files": len(files),
        "graphs": len(store.list_graphs()),
        "triples": store.count(),
        "code lists": len(catalogue.code_lists),
        "codes": sum(len(c.concepts) for c in catalogue.code_lists),
        **_count_commitments(catalogue),
        **_count_published(catalogue),
        **_count_judged(catalogue),
        "events": len(catalogue.events),
        "deadlines": len(catalogue.deadlines),
        "searches": len(catalogue.searches),
        "related sets": len(catalogue.commitment_sets),
        "crosswalk links": len(catalogue.crosswalk_links),
    }


def _count_commitments(catalogue: Catalogue) -> Counts:
    statements = catalogue.statements
    kinds = Counter(statement.kind.value for statement in statements)
    severities = Counter(s.severity for s in statements)
    return {
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


def _count_published(catalogue: Catalogue) -> Counts:
    cohorts = (o.endorsement.cohort for o in catalogue.organisations)
    current = len(catalogue.list_thresholds(ThresholdFilter(is_current=True)))
    return {
        "signatories": len(catalogue.organisations),
        "signatories by list": _count_codes(cohorts),
        "frameworks": len(catalogue.frameworks),
        "versions": len(catalogue.versions),
        "versions that are current": len(catalogue.list_versions(VersionFilter(is_current=True))),
        "changes": len(catalogue.changes),
        **_count_items(catalogue),
        "thresholds": len(catalogue.thresholds),
        "thresholds by version": {
            "current": current,
            "former": len(catalogue.thresholds) - current,
        },
    }


def _count_items(catalogue: Catalogue) -> Counts:
    items = [item for change in catalogue.changes for item in change.items]
    told = [item.disclosure for item in items if item.disclosure is not None]
    return {
        "change items": len(items),
        "change items by direction": _count_codes(item.direction for item in items),
        "change items by disclosure": {
            **_count_codes(told),
            "not-known": len(items) - len(told),
        },
    }


def _count_judged(catalogue: Catalogue) -> Counts:
    tabled = len(catalogue.list_assessments(AssessmentFilter(is_tabled=True)))
    provisions = {p.iri for p in catalogue.provisions}
    whole = [b for b in catalogue.bearings if b.bears_on in provisions]
    atomic = [b for b in catalogue.bearings if b.bears_on not in provisions]
    return {
        "documents": len(catalogue.documents),
        "evidence items": len(catalogue.evidence),
        "bearings on provisions": len(whole),
        "bearings on provisions by direction": _count_codes(b.direction for b in whole),
        "bearings on requirements": len(atomic),
        "bearings on requirements by direction": _count_codes(b.direction for b in atomic),
        "evidence items coded twice": catalogue.measure_agreement().items,
        "assessments read for one organisation": len(catalogue.assessments) - tabled,
        "assessments read from tables": tabled,
        "schemes": len(catalogue.campaigns),
    }


def _count_codes(codes: Iterable[Concept]) -> dict[str, int]:
    """Return how often each code is there, by position; those that are not there are left out."""
    found = Counter(codes)
    return {code.notation: found[code] for code in sorted(found, key=lambda c: c.position)}


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
