"""No shape passes because it is for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from tests.shapes.conftest import Runs
from tests.shapes.harness import (
    Bench,
    Manifest,
    list_manifests,
    predicates_of_path,
    predicates_of_target,
    predicates_of_texts,
)

MANIFESTS = list_manifests(Path(__file__).resolve().parents[2] / "shapes")
SHAPE = "https://w3id.org/pledgegraph/shapes#"

each_manifest = pytest.mark.parametrize("manifest", MANIFESTS, ids=lambda m: m.folder.name)


def test_there_are_shapes() -> None:
    subjects = (
        "assessments best-practices changes claims codings crosswalk events evidence"
        " frameworks instrument organisations paragraph-i paragraph-ii paragraph-iii paragraph-iv"
        " paragraph-v paragraph-vi paragraph-vii paragraph-viii"
        " practices publication registry"
    )
    assert [m.folder.name for m in MANIFESTS] == subjects.split()


@each_manifest
def test_every_target_is_in_a_conforming_example(
    bench: Bench, runs: Runs, manifest: Manifest
) -> None:
    assert bench.find_idle(manifest, runs[manifest.folder]) == []


@each_manifest
def test_every_target_is_in_the_data(bench: Bench, shipped: Graph, manifest: Manifest) -> None:
    assert bench.find_idle_on(shipped, manifest) == []


@pytest.mark.parametrize("part", ["Text-characters", "Text-visible", "Text-markup", "Text-length"])
def test_every_text_of_the_data_is_checked(bench: Bench, shipped: Graph, part: str) -> None:
    checked = predicates_of_path(bench.shapes.graph, SHAPE + part)
    assert predicates_of_texts(shipped) - checked == set()
    assert predicates_of_target(bench.shapes.graph, SHAPE + "TextHygieneShape") == checked
