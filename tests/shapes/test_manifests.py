"""Every shape does what its manifest says: exactly the expected results, and each seen to fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shapes.conftest import Runs
from tests.shapes.harness import Bench, Example, Manifest, find_result, list_manifests

MANIFESTS = list_manifests(Path(__file__).resolve().parents[2] / "shapes")
EXAMPLES = [(manifest, example) for manifest in MANIFESTS for example in manifest.examples]

each_manifest = pytest.mark.parametrize("manifest", MANIFESTS, ids=lambda m: m.folder.name)
each_example = pytest.mark.parametrize(
    ("manifest", "example"), EXAMPLES, ids=[f"{m.folder.name}/{e.name}" for m, e in EXAMPLES]
)


def test_every_folder_with_shapes_has_a_manifest(bench: Bench) -> None:
    assert bench.list_folders() == {m.folder.name for m in MANIFESTS}


@each_manifest
def test_every_example_is_in_the_manifest(manifest: Manifest) -> None:
    listed = [example.path for example in manifest.examples]
    assert sorted(listed) == sorted((manifest.folder / "examples").glob("*.ttl"))


@each_example
def test_example_gives_exactly_its_results(
    runs: Runs, manifest: Manifest, example: Example
) -> None:
    assert find_result(runs, manifest, example).outcomes == example.expected


@each_example
def test_the_name_says_what_is_expected(manifest: Manifest, example: Example) -> None:
    assert example.kinds_expected == example.kinds_named
    assert example.conforms == (example.expected == frozenset())


@each_example
def test_an_example_has_one_fault(manifest: Manifest, example: Example) -> None:
    assert len({(focus, shape) for focus, shape, _, _ in example.expected}) <= 1


@each_manifest
def test_every_shape_is_seen_to_fail(bench: Bench, runs: Runs, manifest: Manifest) -> None:
    assert bench.find_unseen(manifest, runs[manifest.folder]) == []
