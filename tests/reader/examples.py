"""The conforming examples of the shapes, put together into data that can be read.

An example describes the subjects of its own folder in full, and of others no more than the shapes
of that folder look at. So each subject is described here by all examples together; the commitments
they speak of are taken to be the shipped ones.
"""

from __future__ import annotations

from pathlib import Path

from pledgegraph.publishing.turtle import format_turtle
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile
from pledgegraph.store.term import Triple
from tests.reader.small import PREFIXES
from tests.samples import turtle_file

SUBJECTS = (
    "organisations",
    "frameworks",
    "evidence",
    "codings",
    "assessments",
    "events",
    "crosswalk",
)

SHIPPED = {
    "edition/example-2030/1": "edition/seoul-2024/2025-02-07",
    "example-2030": "seoul-2024",
}
"""What the examples name, and what is shipped in its place."""

REST = f"""{PREFIXES}
<document/example-report> schema:url <https://example.org/report> ;
  dcterms:issued "2030-03"^^xsd:gYearMonth .
<organisation/other-lab> dcterms:identifier "other-lab" .
<framework/other-lab/release-policy> dcterms:identifier "release-policy" ;
  dcterms:title "Release Policy"@en .
<evidence/example-lab/e3> pledge:statement "Names a board."@en ; pledge:locator "section 5" ;
  pledge:passageOf <document/example-report> ; pledge:evidenceType code:evidence-other ;
  pledge:aboutOrganisation <organisation/example-lab> .
<organisation/other-lab/endorsement/seoul-2024> a pledge:Endorsement ;
  pledge:endorsedBy <organisation/other-lab> ; pledge:endorses <instrument/seoul-2024> ;
  pledge:cohort code:cohort-added-list .
<scale/example-index-2030-points/value/partial> skos:definition "Some of it."@en ;
  skos:notation "partial" ; pledge:position 1 .
<scale/example-index-2030-words/value/met> skos:definition "All of it."@en ;
  skos:notation "met" ; pledge:position 1 .
"""
"""What no example states, of subjects that none describes in full."""

Descriptions = dict[str, list[Triple]]
"""What is stated of each subject, by its IRI."""


def list_examples(repository: Path) -> list[SourceFile]:
    """Return the conforming examples of everything but the commitments, each as a file of data."""
    folders = [repository / "shapes" / subject / "examples" for subject in SUBJECTS]
    paths = [path for folder in folders for path in sorted(folder.glob("conforming-*.ttl"))]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    for name, own in SHIPPED.items():
        texts = [text.replace(name, own) for text in texts]
    names = [f"data/{path.name}" for path in paths]
    return [turtle_file(text, name) for text, name in zip(texts, names, strict=True)]


def describe(*files: SourceFile) -> Descriptions:
    """Return what `files` state, by subject."""
    found: Descriptions = {}
    for triple in EmbeddedStore.from_files(files).list_triples():
        found.setdefault(str(triple.subject), []).append(triple)
    return found


def merge_examples(examples: list[SourceFile], shipped: tuple[SourceFile, ...]) -> SourceFile:
    """Return what `examples` state together, but for what is described by what is `shipped`."""
    merged: Descriptions = {}
    for file in (*examples, turtle_file(REST)):
        for iri, triples in describe(file).items():
            merged[iri] = _merge(merged.get(iri, []), triples)
    for iri in describe(*shipped):
        merged.pop(iri, None)
    return turtle_file(format_turtle([t for triples in merged.values() for t in triples]))


def _merge(one: list[Triple], other: list[Triple]) -> list[Triple]:
    """Return the longer description, with what the other one states under further predicates."""
    fuller, rest = sorted((one, other), key=len, reverse=True)
    stated = {triple.predicate for triple in fuller}
    return [*fuller, *(triple for triple in rest if triple.predicate not in stated)]
