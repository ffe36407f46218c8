"""`pledgegraph.store.files`."""

import os
from pathlib import Path

import pytest

from pledgegraph.errors import DataError
from pledgegraph.resources import Resources
from pledgegraph.store.files import load_file, load_files, revision_of
from tests.samples import turtle_file


@pytest.fixture
def resources(tmp_path: Path) -> Resources:
    for name in (
        "ontology/a.ttl",
        "ontology/codes/b.ttl",
        "ontology/rules/c.rq",
        "shapes/instrument/shapes.ttl",
        "shapes/instrument/manifest.ttl",
        "shapes/instrument/examples/violating-x.ttl",
        "data/z.ttl",
        "data/instrument/text.txt",
        "data/README.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return Resources(tmp_path)


def test_published_files_are_read_in_order(resources: Resources) -> None:
    assert [file.name for file in load_files(resources)] == [
        "data/instrument/text.txt",
        "data/z.ttl",
        "ontology/a.ttl",
        "ontology/codes/b.ttl",
        "shapes/instrument/shapes.ttl",
    ]


def test_a_turtle_file_is_a_graph_of_its_name() -> None:
    file = turtle_file("", "ontology/codes/modality.ttl")
    assert file.graph == "https://w3id.org/pledgegraph/graph/ontology/codes/modality"
    assert file.is_turtle


def test_the_same_bytes_give_the_same_revision_in_any_order() -> None:
    one, two = turtle_file("1", "data/1.ttl"), turtle_file("2", "data/2.ttl")
    assert revision_of((one, two)) == revision_of((two, one)) == "18698c49bb30e053"


def test_a_name_or_a_byte_changes_the_revision() -> None:
    base = revision_of((turtle_file("1", "data/1.ttl"),))
    assert revision_of((turtle_file("2", "data/1.ttl"),)) != base
    assert revision_of((turtle_file("1", "data/2.ttl"),)) != base


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load_file(tmp_path / "gone.ttl", "data/gone.ttl")
    assert str(caught.value) == (
        "data/gone.ttl: the file cannot be read (No such file or directory); "
        "expected a readable file: check its permissions."
    )


def test_what_is_no_regular_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ttl")
    (tmp_path / "folder.ttl").mkdir()
    for name in ("pipe.ttl", "folder.ttl"):
        with pytest.raises(DataError) as caught:
            load_file(tmp_path / name, name)
        assert str(caught.value) == f"{name}: it is no regular file; expected a file of text."


def test_a_folder_that_cannot_be_read_stops_the_load(
    resources: Resources, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("os.scandir", refuse)
    with pytest.raises(DataError, match=r"ontology: the folder cannot be read \(Permission denied"):
        load_files(resources)
