"""What the tests of the shapes share: everything that is shipped, and each example run once."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from pledgegraph.resources import find_resources
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile, load_files
from pledgegraph.validation.graphs import create_graph
from tests.shapes.harness import Bench, Run, list_manifests

Runs = dict[Path, list[Run]]


@pytest.fixture(scope="session")
def files() -> tuple[SourceFile, ...]:
    """Return every file that is shipped."""
    return load_files(find_resources())


@pytest.fixture(scope="session")
def bench(files: tuple[SourceFile, ...]) -> Bench:
    """Return the shapes with the graph that examples run beside."""
    return Bench(files)


@pytest.fixture(scope="session")
def runs(bench: Bench, repository: Path) -> Runs:
    """Return the runs of all examples, by folder."""
    return {m.folder: bench.run(m) for m in list_manifests(repository / "shapes")}


@pytest.fixture(scope="session")
def shipped(files: tuple[SourceFile, ...]) -> Graph:
    """Return the merged graph of ontology and data."""
    store = EmbeddedStore.from_files(f for f in files if not f.name.startswith("shapes/"))
    return create_graph(store.list_triples())
