"""The tables of `data/README.md`: each code exists, and each code of the bearings has a value."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pledgegraph.bootstrap import Service

LISTS = ("risk", "evidence", "bearing", "basis", "publication", "event", "crosswalk")


@pytest.fixture
def table(repository: Path) -> str:
    """Return the section on the values of the notes."""
    text = (repository / "data" / "README.md").read_text(encoding="utf-8")
    return text.partition("## Values of the notes and their codes")[2].partition("\n## ")[0]


def list_named(table: str, name: str) -> set[str]:
    """Return the codes of the list `name` that stand behind an arrow."""
    behind = re.findall(r"→ (`[a-z-]+`(?:, `[a-z-]+`)*)", table)
    return set(re.findall(rf"`({name}-[a-z-]+)`", " ".join(behind)))


def list_codes(service: Service, name: str) -> set[str]:
    [found] = [c for c in service.catalogue.code_lists if c.name == name]
    return {f"{name}-{concept.notation}" for concept in found.concepts}


@pytest.mark.parametrize("name", LISTS)
def test_every_code_that_a_value_leads_to_exists(table: str, service: Service, name: str) -> None:
    named = list_named(table, name)
    assert named
    assert named - list_codes(service, name) == set()


@pytest.mark.parametrize("name", ["bearing", "basis", "event", "crosswalk"])
def test_every_code_of_a_list_has_a_value(table: str, service: Service, name: str) -> None:
    assert list_codes(service, name) - list_named(table, name) == set()
