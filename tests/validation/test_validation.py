"""`pledgegraph.validation`: files and the dataset, checked and reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from pledgegraph.errors import DataError, EngineFailure, InvalidArgument
from pledgegraph.severity import Severity
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile
from pledgegraph.validation import load_turtle, validate_dataset, validate_files
from tests.samples import turtle_file
from tests.validation.samples import PREFIXES, shapes_of

SHAPES = shapes_of(
    """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-name , e:S-knows .
    e:S-name a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 ; sh:maxCount 1 .
    e:S-knows a sh:PropertyShape ; sh:path e:knows ; sh:class e:C ; sh:severity sh:Warning .
    """
)
ONTOLOGY = turtle_file(PREFIXES + "e:D rdfs:subClassOf e:C .", "ontology/x.ttl")
DATA = turtle_file(PREFIXES + "e:a a e:C ; e:name 'A' .\ne:b a e:C .", "data/x.ttl")
CONTEXT = EmbeddedStore.from_files([ONTOLOGY, DATA])


def given(text: str, name: str = "given.ttl") -> SourceFile:
    return turtle_file(PREFIXES + text, name)


def found(*files: SourceFile) -> list[tuple[str, str | None]]:
    report = validate_files(files, context=CONTEXT, shapes=SHAPES)
    return [(finding.subject, finding.path) for finding in report.findings]


def test_a_dataset_is_checked_subject_by_subject() -> None:
    report = validate_dataset(CONTEXT, SHAPES, files=[ONTOLOGY, DATA])
    [finding] = report.findings
    assert (finding.subject, finding.place) == ("c b", "data/x.ttl:9")
    assert (report.subjects, report.targeted, report.is_passed) == (2, 2, False)
    assert (report.engine, report.shapes_digest) == ("pySHACL", SHAPES.digest)


def test_without_its_files_a_dataset_is_checked_without_lines() -> None:
    [finding] = validate_dataset(CONTEXT, SHAPES).findings
    assert finding.place == "data/x.ttl"


def test_the_ontology_is_beside_the_data_and_only_its_codes_are_checked() -> None:
    faulty = "e:x a e:C ."
    files = [turtle_file(PREFIXES + faulty, f"{n}.ttl") for n in ("ontology/a", "shapes/s/shapes")]
    assert validate_dataset(EmbeddedStore.from_files(files), SHAPES).subjects == 0
    codes = turtle_file(PREFIXES + faulty, "ontology/codes/a.ttl")
    assert validate_dataset(EmbeddedStore.from_files([codes]), SHAPES).subjects == 1


def test_a_file_is_checked_beside_what_is_shipped() -> None:
    assert found(given("e:x a e:D ; e:name 'X' ; e:knows e:a .")) == []
    assert found(given("e:x a e:D .")) == [("d x", "<https://example.org/name>")]


def test_what_is_shipped_is_not_checked_with_a_file() -> None:
    report = validate_files([given("e:x a e:C ; e:name 'X' .")], context=CONTEXT, shapes=SHAPES)
    assert (report.subjects, report.targeted, report.findings) == (1, 1, ())


def test_a_file_stands_in_place_of_what_is_shipped_of_its_subjects() -> None:
    assert found(given("e:a a e:C ; e:name 'Another' .")) == []
    assert found(given("e:b a e:C ; e:name 'B' .")) == []


def test_findings_of_several_files_name_each_and_its_line() -> None:
    files = [given("e:x a e:C .", "one.ttl"), given("\ne:y a e:C .", "a folder/two.ttl")]
    report = validate_files(files, context=CONTEXT, shapes=SHAPES)
    assert [f.place for f in report.findings] == ["a folder/two.ttl:9", "one.ttl:8"]


def test_a_blank_node_of_one_file_is_none_of_another() -> None:
    one, two = given("_:x a e:C ; e:name 'X' .", "1.ttl"), given("_:x e:name 'Y' .", "2.ttl")
    assert found(one, two) == []
    assert found(given("_:x a e:C .")) == [("unnamed c", "<https://example.org/name>")]


def test_the_cells_of_a_list_are_no_subjects() -> None:
    report = validate_files([given("e:x e:p ( 1 2 ) .")], context=CONTEXT, shapes=SHAPES)
    assert (report.subjects, report.targeted) == (1, 0)


def test_a_warning_alone_passes() -> None:
    file = given("e:x a e:C ; e:name 'X' ; e:knows e:nobody .")
    report = validate_files([file], context=CONTEXT, shapes=SHAPES)
    assert [f.severity for f in report.findings] == [Severity.WARNING]
    assert report.is_passed


def test_broken_turtle_is_an_error_with_its_place() -> None:
    with pytest.raises(DataError) as caught:
        found(given("e:x a e:C ;;; e:name .", "broken.ttl"))
    assert caught.value.fields["file"] == "broken.ttl"
    assert caught.value.fields["line"] == 8


def test_a_failure_of_the_engine_is_no_report() -> None:
    broken = shapes_of(
        """
        e:S a sh:NodeShape ; sh:targetClass e:C ; sh:sparql e:S-q .
        e:S-q sh:select 'SELECT $this WHERE { VALUES ?x { 1 } $this ?p ?x }' .
        """
    )
    with pytest.raises(EngineFailure):
        validate_files([given("e:x a e:C .")], context=CONTEXT, shapes=broken)


def test_files_and_folders_are_loaded_by_name(tmp_path: Path) -> None:
    (tmp_path / "folder" / "deep").mkdir(parents=True)
    for name in ("b.ttl", "folder/deep/c.ttl", "folder/a.ttl", "folder/notes.txt"):
        (tmp_path / name).write_text("<x:a> <x:p> 1 .", encoding="utf-8")
    files = load_turtle([tmp_path / "folder", tmp_path / "b.ttl", tmp_path / "b.ttl"])
    names = [str(Path(file.name).relative_to(tmp_path)) for file in files]
    assert names == ["b.ttl", "folder/a.ttl", "folder/deep/c.ttl"]


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
        load_turtle([tmp_path / name])
    assert caught.value.fields["argument"] == str(tmp_path / name)
