"""`pledgegraph.validation`: files and the dataset, checked and reported."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from pledgegraph.errors import DataError, EngineFailure, InvalidArgument, LimitExceeded
from pledgegraph.severity import Severity
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile, create_upload
from pledgegraph.validation import load_given, validate_dataset, validate_files
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


def test_json_ld_is_checked_as_turtle_is() -> None:
    text = '[{"@id": "https://example.org/x",\n"@type": "https://example.org/D"}]'
    file = create_upload(text.encode(), media_type="application/ld+json")
    report = validate_files([file], context=CONTEXT, shapes=SHAPES)
    [finding] = report.findings
    assert (finding.subject, finding.path) == ("d x", "<https://example.org/name>")
    assert (finding.place, report.subjects) == ("upload:1", 1)


def test_a_literal_that_is_none_of_its_datatype_is_a_finding(
    caplog: pytest.LogCaptureFixture,
) -> None:
    text = """
    e:x e:on "2025-02-30"^^xsd:date ; e:many "1_0"^^xsd:integer ; e:as e:a .
    [] e:on "soon"^^xsd:date .
    """
    report = validate_files([given(text)], context=CONTEXT, shapes=SHAPES)
    assert [(f.subject, f.path, f.value, f.line) for f in report.findings] == [
        ("unnamed thing", "<https://example.org/on>", "soon", None),
        ("x", "<https://example.org/many>", "1_0", 9),
        ("x", "<https://example.org/on>", "2025-02-30", 9),
    ]
    [_, _, finding] = report.findings
    assert finding.severity is Severity.VIOLATION
    assert finding.problem == "The value is none of its datatype xsd:date."
    assert finding.remedy == (
        "Write it as that has it, such as 2025-02-28, or give it the datatype that it is of."
    )
    assert (finding.shape_name, finding.component) == ("Value of its datatype", "Datatype")
    assert caplog.text == ""


def test_what_a_shape_says_of_a_datatype_is_not_said_twice() -> None:
    shapes = shapes_of(
        """
        e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-on .
        e:S-on a sh:PropertyShape ; sh:path e:on ; sh:datatype xsd:date ; sh:message "No day." .
        """
    )
    file = given('e:x a e:C ; e:on "2025-02-30"^^xsd:date ; e:until "soon"^^xsd:date .')
    report = validate_files([file], context=CONTEXT, shapes=shapes)
    assert [(f.path, f.problem) for f in report.findings] == [
        ("<https://example.org/on>", "No day."),
        ("<https://example.org/until>", "The value is none of its datatype xsd:date."),
    ]


def test_an_ill_typed_value_does_not_stop_the_engine() -> None:
    shapes = shapes_of(
        """
        e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-n .
        e:S-n a sh:PropertyShape ; sh:path e:n ; sh:minInclusive 1 ; sh:lessThan e:m .
        """
    )
    file = given('e:x a e:C ; e:n "abc"^^xsd:integer ; e:m "2025-02-30"^^xsd:date .')
    report = validate_files([file], context=CONTEXT, shapes=shapes)
    assert not report.is_passed


def test_blank_nodes_that_are_all_linked_take_no_time() -> None:
    names = [f"_:b{n}" for n in range(40)]
    text = "\n".join(f"{name} e:p {', '.join(names)} ; a e:C ; e:name 'N' ." for name in names)
    started = time.perf_counter()
    assert found(given(text)) == []
    assert time.perf_counter() - started < 10


def test_a_file_that_nests_too_deep_is_not_parsed() -> None:
    with pytest.raises(LimitExceeded):
        found(given("e:x e:p " + "<<( e:x e:p " * 20_000))


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
