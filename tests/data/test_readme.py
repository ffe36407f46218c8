"""`data/README.md`: each code of its tables exists, and its figures are those of the data."""

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


@pytest.fixture
def agreement(repository: Path) -> str:
    """Return the section on the agreement of two codings, on one line."""
    text = (repository / "data" / "README.md").read_text(encoding="utf-8")
    section = text.partition("## Agreement of two codings")[2].partition("\n## ")[0]
    return " ".join(section.split())


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


def test_the_figures_of_agreement_are_what_the_command_computes(
    agreement: str, service: Service
) -> None:
    found = service.catalogue.measure_agreement()
    figures = found.figures
    assert figures.percent is not None
    assert figures.percent_of_linked is not None
    rows = {
        "items coded twice": f"{found.items}",
        "pairs of item and requirement": f"{figures.pairs:,}",
        "pairs that either links": f"{figures.linked}",
        "Krippendorff's alpha, all pairs, four values": f"{figures.alpha:.2f}",
        "Krippendorff's alpha, whether there is a link": f"{figures.alpha_of_links:.2f}",
        "items whose codings differ, and were settled": f"{found.differing}",
    }
    for name, figure in rows.items():
        assert f"| {name} | {figure} |" in agreement
    alike = "| of these both give the same |"
    assert f"{alike} {figures.agreed:,} ({figures.percent:.1f} %) |" in agreement
    assert f"{alike} {figures.linked_agreed} ({figures.percent_of_linked:.1f} %) |" in agreement
    assert f"{len(service.catalogue.evidence) - found.items} items were coded once" in agreement


def test_the_provisions_named_agree_as_said(agreement: str, service: Service) -> None:
    parts = service.catalogue.measure_agreement().provisions
    found = {p.provision.identifier: p.figures.percent_of_linked for p in parts}
    named = re.search(
        r"on VI \(governance\) ([\d.]+) % agree, on VII ([\d.]+) %, on V ([\d.]+) % and on I "
        r"([\d.]+) %",
        agreement,
    )
    assert named
    assert list(named.groups()) == [f"{found[name]:.1f}" for name in ("VI", "VII", "V", "I")]


def test_what_was_mended_against_both_coders_is_counted(agreement: str, service: Service) -> None:
    catalogue = service.catalogue
    mended = 0
    for evidence in catalogue.evidence[::5]:
        first, second = catalogue.list_codings_of(evidence)
        now = {b.bears_on: b.direction.notation for b in catalogue.list_bearings_of(evidence)}
        for statement in catalogue.statements:
            ways = {
                "supports": (first.supports, second.supports),
                "partly-supports": (first.partly_supports, second.partly_supports),
                "contradicts": (first.contradicts, second.contradicts),
            }
            one, other = (
                next((way for way, iris in ways.items() if statement.iri in iris[n]), None)
                for n in (0, 1)
            )
            mended += one == other != now.get(statement.iri)
    assert mended == 8
    assert "eight of the doubly coded pairs therefore stand otherwise" in agreement
