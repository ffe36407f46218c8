"""`pledgegraph.validation.given`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pledgegraph.errors import DataError, InvalidArgument, LimitExceeded
from pledgegraph.validation.given import load_given


def test_files_and_folders_are_loaded_by_name(tmp_path: Path) -> None:
    (tmp_path / "folder" / "deep").mkdir(parents=True)
    for name in ("b.ttl", "folder/deep/c.ttl", "folder/a.jsonld", "folder/a.json", "d.json"):
        (tmp_path / name).write_text("<x:a> <x:p> 1 .", encoding="utf-8")
    files = load_given([tmp_path / name for name in ("folder", "b.ttl", "b.ttl", "d.json")])
    names = [str(Path(file.name).relative_to(tmp_path)) for file in files]
    assert names == ["b.ttl", "d.json", "folder/a.jsonld", "folder/deep/c.ttl"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("nothing.ttl", "nothing is there"),
        ("notes.txt", "no name there ends in .ttl"),
        ("folder", "no name there ends in .ttl"),
    ],
)
def test_what_cannot_be_loaded_is_named(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    with pytest.raises(InvalidArgument, match=problem) as caught:
        load_given([tmp_path / name])
    assert caught.value.fields["argument"] == str(tmp_path / name)


def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ttl")
    for path in (tmp_path / "pipe.ttl", tmp_path):
        with pytest.raises(DataError, match="it is no regular file"):
            load_given([path])


def test_a_large_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.ttl"
    with path.open("wb") as file:
        file.truncate(10_240_001)
    monkeypatch.setattr(Path, "read_bytes", None)
    with pytest.raises(LimitExceeded, match=r"divide .*large\.ttl into several files"):
        load_given([path])
