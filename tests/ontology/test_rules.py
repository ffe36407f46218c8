"""The editorial rules: the project's own graph keeps each of them, and each is seen to fail.

A rule is one query in `ontology/rules`; its first line is the rule in words, its rows are the
offenders. Beside it stands `offending/{rule}.ttl`, a small graph that breaks it; the lines
`# offends: <IRI>` at its top name exactly what the rule has to find there (`_:` is a blank node).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, QuerySolutions, RdfFormat, Store

ROOT = Path(__file__).resolve().parents[2]
RULES = sorted((ROOT / "ontology" / "rules").glob("*.rq"))
OFFENDING = Path(__file__).resolve().parent / "offending"
SENTENCE = re.compile(r"^# [A-Z][^\n]*\.\n")
NAMED = re.compile(r"^# offends: (<[^>]+>|_:)$", re.MULTILINE)

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stem)


def find_offenders(store: Store, rule: Path) -> list[tuple[str, str]]:
    """Return (subject, why) of every row, sorted; the subject `_:` is any blank node."""
    rows = store.query(rule.read_text(encoding="utf-8"))
    assert isinstance(rows, QuerySolutions)
    explains = "why" in {variable.value for variable in rows.variables}
    return sorted(
        (
            "_:" if isinstance(row["subject"], BlankNode) else str(row["subject"]),
            str(row["why"] or "") if explains else "",
        )
        for row in rows
    )


@pytest.fixture(scope="module")
def merged() -> Store:
    """Return ontology, data and shapes in one default graph."""
    store = Store()
    for pattern in ("ontology/**/*.ttl", "data/**/*.ttl", "shapes/**/shapes.ttl"):
        for file in sorted(ROOT.glob(pattern)):
            store.load(path=str(file), format=RdfFormat.TURTLE)
    return store


def test_there_is_something_to_check(merged: Store) -> None:
    rows = merged.query("SELECT DISTINCT ?kind WHERE { ?thing a ?kind }")
    assert isinstance(rows, QuerySolutions)
    kinds = {str(row["kind"]) for row in rows}
    assert len(RULES) == 34
    assert {
        "<http://www.w3.org/2002/07/owl#Class>",
        "<http://www.w3.org/2002/07/owl#ObjectProperty>",
        "<http://www.w3.org/2002/07/owl#Ontology>",
        "<http://www.w3.org/2004/02/skos/core#Concept>",
        "<http://www.w3.org/2004/02/skos/core#ConceptScheme>",
    } <= kinds


@each_rule
def test_rule_begins_with_its_sentence(rule: Path) -> None:
    assert SENTENCE.match(rule.read_text(encoding="utf-8"))


@each_rule
def test_own_graph_keeps_rule(merged: Store, rule: Path) -> None:
    assert find_offenders(merged, rule) == []


@each_rule
def test_rule_is_seen_to_fail(rule: Path) -> None:
    sample = OFFENDING / f"{rule.stem}.ttl"
    assert sample.is_file(), f"{rule.name} has no sample that breaks it: write {sample}"
    store = Store()
    store.load(path=str(sample), format=RdfFormat.TURTLE)
    named = set(NAMED.findall(sample.read_text(encoding="utf-8")))
    assert named, f"{sample.name} has no line '# offends: <IRI>'"
    assert {subject for subject, _ in find_offenders(store, rule)} == named


def test_every_sample_has_its_rule() -> None:
    assert {sample.stem for sample in OFFENDING.glob("*.ttl")} == {rule.stem for rule in RULES}
