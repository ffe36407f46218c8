"""Both engines find the same: in every example, in all that is shipped, in every profile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile
from pledgegraph.validation.checks import validate_dataset, validate_files
from pledgegraph.validation.context import Context
from pledgegraph.validation.engines import get_engine
from pledgegraph.validation.profiles import Profile
from pledgegraph.validation.shapes import ShapeSet
from tests.shapes.agreement import list_differences, tell_results
from tests.shapes.harness import Bench, Manifest, list_manifests

MANIFESTS = list_manifests(Path(__file__).resolve().parents[2] / "shapes")


each_manifest = pytest.mark.parametrize("manifest", MANIFESTS, ids=lambda m: m.folder.name)


@pytest.fixture(scope="module")
def reference(files: tuple[SourceFile, ...]) -> Bench:
    """Return the shapes for the reference."""
    return Bench(files, engine="reference")


@pytest.fixture(scope="module")
def contexts(files: tuple[SourceFile, ...]) -> tuple[Context, Context]:
    """Return all that is shipped, for either engine."""
    store, shapes = EmbeddedStore.from_files(files), ShapeSet.from_files(files)
    first, second = get_engine("turbo"), get_engine("reference")
    return (
        Context.from_store(store, shapes, engine=first),
        Context.from_store(store, shapes, engine=second),
    )


@each_manifest
def test_both_find_the_same_in_every_example(
    bench: Bench, reference: Bench, manifest: Manifest
) -> None:
    # The rules on other statements than an example is about find nothing in it: the next test is
    # for them, since the reference takes long for each.
    runs = bench.run(manifest, is_narrow=True)
    for run, other in zip(runs, reference.run(manifest, is_narrow=True), strict=True):
        assert run.targets == other.targets, run.example.name
        assert list_differences(bench.tell(run), reference.tell(other)) == [], run.example.name
        assert run.findings == other.findings, run.example.name


@each_manifest
def test_both_find_the_same_in_one_example_by_all_shapes_of_its_folder(
    bench: Bench, reference: Bench, manifest: Manifest
) -> None:
    one = replace(manifest, examples=manifest.examples[:1])
    [run], [other] = bench.run(one), reference.run(one)
    assert run.targets == other.targets
    assert list_differences(bench.tell(run), reference.tell(other)) == []
    assert run.findings == other.findings


@pytest.mark.slow
def test_both_find_the_same_in_all_that_is_shipped(contexts: tuple[Context, Context]) -> None:
    # A profile chooses among the shapes with a target; here each of them is run.
    found = []
    for context in contexts:
        with context.holding(()) as data:
            targets = context.shapes.list_targets(data, focus=set(data.subjects()))
            results = context.program.run(data, targets)
        found.append(tell_results(results, shapes=context.shapes.graph))
    assert found[0].total() > 0
    assert list_differences(*found) == []


@pytest.mark.parametrize("profile", list(Profile))
def test_the_reports_on_a_record_differ_in_the_engine_alone(
    contexts: tuple[Context, Context], files: tuple[SourceFile, ...], profile: Profile
) -> None:
    [file] = [file for file in files if file.name == "data/frameworks/g42.ttl"]
    first, second = (validate_files([file], context=c, profile=profile) for c in contexts)
    assert (first.engine, second.engine) == ("pyshacl-turbo", "pySHACL")
    alike = replace(first, engine=second.engine, engine_version=second.engine_version)
    assert alike == second


@pytest.mark.slow
def test_the_reports_on_all_that_is_shipped_differ_in_the_engine_alone(
    contexts: tuple[Context, Context],
) -> None:
    first, second = (validate_dataset(context) for context in contexts)
    assert (first.engine, second.engine) == ("pyshacl-turbo", "pySHACL")
    alike = replace(first, engine=second.engine, engine_version=second.engine_version)
    assert alike == second
