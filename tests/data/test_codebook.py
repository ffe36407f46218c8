"""`data/CODEBOOK.md`: the requirements of the data, in their words, with examples of the data."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue
from pledgegraph.model import Statement, StatementKind

NONE = "none in the data"
EXAMPLE = re.compile(r"`([a-z0-9-]+/e\d+)` (supports|partly-supports|contradicts): \S.*")


class Entry(NamedTuple):
    """What the codebook says of one requirement."""

    name: str
    words: str
    example: str


@pytest.fixture(scope="module")
def entries(repository: Path) -> list[Entry]:
    text = (repository / "data" / "CODEBOOK.md").read_text(encoding="utf-8")
    section = text.partition("\n## 4. ")[2].partition("\n## 5. ")[0]
    assert section
    return [read_entry(part) for part in section.split("\n### ")[1:]]


def read_entry(part: str) -> Entry:
    name, _, rest = part.partition("\n")
    lines = dict(re.findall(r"^- \*\*([^*]+):\*\* (.*)$", rest, re.MULTILINE))
    assert list(lines) == ["Words", "Link when", "Do not link when", "Example"]
    return Entry(name, lines["Words"], lines["Example"])


@pytest.fixture
def catalogue(service: Service) -> Catalogue:
    return service.catalogue


@pytest.fixture
def requirements(catalogue: Catalogue) -> list[Statement]:
    return [s for s in catalogue.statements if s.kind is StatementKind.REQUIREMENT]


def test_each_requirement_has_its_section_in_order(
    entries: list[Entry], requirements: list[Statement]
) -> None:
    assert [entry.name for entry in entries] == [s.identifier for s in requirements]
    assert len(entries) == 74


def test_the_words_are_those_of_the_data(
    entries: list[Entry], requirements: list[Statement]
) -> None:
    found = {entry.name: entry.words for entry in entries}
    assert found == {s.identifier: f"“{s.verbatim}”" for s in requirements}


def test_each_example_is_a_bearing_of_the_data(
    entries: list[Entry], requirements: list[Statement], catalogue: Catalogue
) -> None:
    iris = {s.identifier: s.iri for s in requirements}
    for entry in entries:
        bearings = [b for b in catalogue.bearings if b.bears_on == iris[entry.name]]
        if entry.example.startswith(NONE):
            assert bearings == [], entry
            continue
        match = EXAMPLE.fullmatch(entry.example)
        assert match, entry
        evidence = catalogue.get_evidence(match[1])
        found = {b.direction.notation for b in bearings if b.evidence == evidence.iri}
        assert found == {match[2]}, entry


def test_what_is_never_linked_is_not_linked(
    requirements: list[Statement], catalogue: Catalogue
) -> None:
    never = {s.iri for s in requirements if s.identifier in {"PRE.a", "PRE.b", "BP.0"}}
    assert len(never) == 3
    assert [b.iri for b in catalogue.bearings if b.bears_on in never] == []
