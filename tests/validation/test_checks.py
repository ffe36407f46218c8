"""`pledgegraph.validation.checks`: files and the dataset, checked and reported."""

from __future__ import annotations

import time
from dataclasses import replace
from importlib.metadata import version

import pytest
from rdflib import Graph

from pledgegraph.errors import DataError, EngineFailure, LimitExceeded
from pledgegraph.severity import Severity
from pledgegraph.store.files import SourceFile, create_upload
from pledgegraph.validation.checks import validate_dataset, validate_files
from pledgegraph.validation.engines import Result
from pledgegraph.validation.engines.port import Targets
from pledgegraph.validation.findings import Verdict
from pledgegraph.validation.profiles import Profile
from tests.samples import turtle_file
from tests.validation.samples import PREFIXES, context_of, shapes_of

SHAPES = shapes_of(
    """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-name , e:S-knows .
    e:S-name a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 ; sh:maxCount 1 .
    e:S-knows a sh:PropertyShape ; sh:path e:knows ; sh:class e:C ; sh:severity sh:Warning .
    """
)
ONTOLOGY = turtle_file(PREFIXES + "e:D rdfs:subClassOf e:C .", "ontology/x.ttl")
DATA = turtle_file(PREFIXES + "e:a a e:C ; e:name 'A' .\ne:b a e:C .", "data/x.ttl")
CONTEXT = context_of([ONTOLOGY, DATA], SHAPES)


def given(text: str, name: str = "given.ttl") -> SourceFile:
    return turtle_file(PREFIXES + text, name)


def found(*files: SourceFile) -> list[tuple[str, str | None]]:
    report = validate_files(files, context=CONTEXT)
    return [(finding.subject, finding.path) for finding in report.findings]


def test_a_dataset_is_checked_subject_by_subject() -> None:
    report = validate_dataset(CONTEXT, files=[ONTOLOGY, DATA])
    [finding] = report.findings
    assert (finding.subject, finding.place) == ("c b", "data/x.ttl:9")
    assert (report.subjects, report.targeted, report.is_passed) == (3, 2, False)
    assert (report.engine, report.shapes_digest) == ("pyshacl-turbo", SHAPES.digest)


def test_without_its_files_a_dataset_is_checked_without_lines() -> None:
    [finding] = validate_dataset(CONTEXT).findings
    assert finding.place == "data/x.ttl"


@pytest.mark.parametrize(
    ("name", "subjects"),
    [("data/a", 1), ("ontology/a", 1), ("ontology/codes/a", 1), ("shapes/s/shapes", 0)],
)
def test_the_data_and_the_ontology_are_checked(name: str, subjects: int) -> None:
    file = turtle_file(PREFIXES + "e:x a e:C .", f"{name}.ttl")
    report = validate_dataset(context_of([file], SHAPES))
    assert (report.subjects, len(report.findings)) == (subjects, subjects)


def test_in_a_dataset_each_subject_of_the_data_has_a_class() -> None:
    file = turtle_file(PREFIXES + "e:x e:name 'X' .", "data/a.ttl")
    [finding] = validate_dataset(context_of([file], SHAPES)).findings
    assert finding.problem.startswith("The file does not say of which class this is")


def test_a_file_is_checked_beside_what_is_shipped() -> None:
    assert found(given("e:x a e:D ; e:name 'X' ; e:knows e:a .")) == []
    assert found(given("e:x a e:D .")) == [("d x", "<https://example.org/name>")]


def test_what_is_shipped_is_not_checked_with_a_file() -> None:
    report = validate_files([given("e:x a e:C ; e:name 'X' .")], context=CONTEXT)
    assert (report.subjects, report.targeted, report.findings) == (1, 1, ())


def test_a_file_stands_in_place_of_what_is_shipped_of_its_subjects() -> None:
    assert found(given("e:a a e:C ; e:name 'Another' .")) == []
    assert found(given("e:b a e:C ; e:name 'B' .")) == []


def test_findings_of_several_files_name_each_and_its_line() -> None:
    files = [given("e:x a e:C .", "one.ttl"), given("\ne:y a e:C .", "a folder/two.ttl")]
    report = validate_files(files, context=CONTEXT)
    assert [f.place for f in report.findings] == ["a folder/two.ttl:9", "one.ttl:8"]


def test_a_blank_node_of_one_file_is_none_of_another() -> None:
    one = given("_:x a e:C ; e:name 'X' .", "1.ttl")
    two = given("_:x a e:C ; e:name 'Y' .", "2.ttl")
    assert found(one, two) == []
    assert found(given("_:x a e:C .")) == [("unnamed c", "<https://example.org/name>")]


def test_what_has_no_name_stands_where_that_stands_which_it_belongs_to() -> None:
    text = "e:x a e:C ; e:name 'X' ;\n e:knows [ a e:C ] ."
    [finding] = validate_files([given(text)], context=CONTEXT).findings
    assert (finding.subject, finding.place) == ("unnamed c of c x", "given.ttl:8")


def test_the_cells_of_a_list_are_no_subjects() -> None:
    report = validate_files([given("e:x a e:F ; e:p ( 1 2 ) .")], context=CONTEXT)
    assert (report.subjects, report.targeted) == (1, 0)


@pytest.mark.parametrize(
    "cell", ["e:x rdf:first 1", "e:x rdf:first 1 ; rdf:rest ()", "_:x rdf:first 1 ; rdf:rest ()"]
)
def test_no_subject_hides_as_the_cell_of_a_list(cell: str) -> None:
    rdf = "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\n"
    assert [path for _, path in found(given(f"{rdf}{cell} ; a e:C ."))] == [
        "<https://example.org/name>"
    ]


@pytest.mark.parametrize(
    "text", ["", "# a comment", "e:x a e:F .", "e:axiom e:members ( e:A ) .", "e:x a e:C ."]
)
def test_only_what_was_checked_passes(text: str) -> None:
    report = validate_files([given(text)], context=CONTEXT)
    assert not report.is_passed


def test_what_holds_nothing_has_a_verdict_of_its_own() -> None:
    for text in ("", "# a comment", "e:x a e:F ."):
        report = validate_files([given(text)], context=CONTEXT)
        assert report.verdict is Verdict.NOTHING_CHECKED
    assert [f.problem for f in report.findings] == [
        "No shape is for the classes of this, so nothing was checked of it."
    ]


PLEDGE = "PREFIX pledge: <https://w3id.org/pledgegraph/ns#>\n"


def test_an_own_name_that_the_ontology_does_not_have_is_a_finding() -> None:
    text = (
        "e:x a e:C , pledge:Treshold ; e:name 'X' ; pledge:consequense 'dire' ; e:consequense 1 ."
    )
    report = validate_files([given(PLEDGE + text)], context=CONTEXT)
    assert [(f.path, f.value, f.nearest[0]) for f in report.findings] == [
        ("pledge:consequense", "dire", "pledge:consequence"),
        ("rdf:type", "pledge:Treshold", "pledge:Threshold"),
    ]
    [first, second] = report.findings
    assert {first.severity, second.severity} == {Severity.VIOLATION}
    assert (first.subject, first.place) == ("treshold x", "given.ttl:9")
    assert first.problem == (
        "The ontology has no term pledge:consequense, so what it says is lost."
    )
    assert (first.shape_name, first.component) == ("Declared term", "Vocabulary")
    assert first.shape == "https://w3id.org/pledgegraph/ns"


def test_a_file_takes_no_class_from_its_superclass() -> None:
    report = validate_files([given("e:x a e:D . e:D rdfs:comment 'mine' .")], context=CONTEXT)
    assert [(f.subject, f.path) for f in report.findings] == [
        ("D", "rdfs:comment"),
        ("d x", "<https://example.org/name>"),
    ]
    assert not report.is_passed


def test_a_file_adds_no_code_to_a_list() -> None:
    shapes = shapes_of(
        """
        PREFIX code: <https://w3id.org/pledgegraph/code#>
        e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-risk .
        e:S-risk a sh:PropertyShape ; sh:path e:risk ; sh:node e:In .
        e:In a sh:NodeShape ; sh:property e:In-scheme .
        e:In-scheme a sh:PropertyShape ; sh:path skos:inScheme ; sh:hasValue code:risk .
        """
    )
    code = "PREFIX code: <https://w3id.org/pledgegraph/code#>\n"
    shipped = "code:risk-cyber a skos:Concept ; skos:inScheme code:risk ."
    file = turtle_file(PREFIXES + code + shipped, "ontology/codes/risk.ttl")
    context = context_of([file], shapes)
    for name in ("code:risk-evil", "e:risk-evil"):
        mine = f"{name} a skos:Concept ; skos:inScheme code:risk . e:x a e:C ; e:risk {name} ."
        report = validate_files([given(code + mine)], context=context)
        assert "<https://example.org/risk>" in [f.path for f in report.findings]
        assert "skos:inScheme" in [f.path for f in report.findings]
    for right in (shipped, "e:x a e:C ; e:risk code:risk-cyber .", shipped + " e:x a e:C ."):
        report = validate_files([given(code + right)], context=context)
        assert [f.severity for f in report.findings if f.severity is not Severity.INFO] == []


def test_a_shipped_subject_keeps_its_class() -> None:
    file = given("e:a e:name 'Villain' . e:x a e:C ; e:name 'X' .")
    [finding] = validate_files([file], context=CONTEXT).findings
    assert (finding.subject, finding.path, finding.value) == (
        "a",
        "rdf:type",
        "<https://example.org/C>",
    )
    assert finding.severity is Severity.VIOLATION


def test_a_list_without_an_end_is_an_error_of_its_file() -> None:
    rdf = "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\n"
    text = "e:x a e:C ; e:name _:l . _:l rdf:first 1 ; rdf:rest _:l ."
    with pytest.raises(DataError, match=r"^one\.ttl: a list goes in a circle"):
        found(given(rdf + text, "one.ttl"))


def test_too_long_a_chain_is_an_error_of_the_files() -> None:
    chain = "\n".join(f"e:c{n} rdfs:subClassOf e:c{n + 1} ." for n in range(3_000))
    with pytest.raises(LimitExceeded, match="chain-links: 3001 is over the limit of 200"):
        found(given(f"e:x a e:c0 . e:c3000 rdfs:subClassOf e:C . {chain}"))


def test_a_short_file_does_not_give_a_long_report() -> None:
    title = "y" * 20_000
    head = f"PREFIX y: <https://example.org/{title}>\nPREFIX x: <https://example.org/x/>\n"
    head += f"e:x a e:C ; e:name 'X' ; dcterms:title '{title}' .\n"
    text = head + "\n".join(f"x:{n} a e:C ; e:knows y: ." for n in range(700))
    report = validate_files([given(text)], context=CONTEXT)
    assert (len(report.findings), report.more) == (1_000, 400)
    assert list(report.counts.values()) == [700, 700, 0]
    assert sum(finding.size for finding in report.findings) < 2_000_000


def test_a_warning_alone_passes() -> None:
    file = given("e:x a e:C ; e:name 'X' ; e:knows e:nobody .")
    report = validate_files([file], context=CONTEXT)
    assert [f.severity for f in report.findings] == [Severity.WARNING]
    assert report.is_passed


def test_json_ld_is_checked_as_turtle_is() -> None:
    text = '[{"@id": "https://example.org/x",\n"@type": "https://example.org/D"}]'
    file = create_upload(text.encode(), media_type="application/ld+json")
    report = validate_files([file], context=CONTEXT)
    [finding] = report.findings
    assert (finding.subject, finding.path) == ("d x", "<https://example.org/name>")
    assert (finding.place, report.subjects) == ("upload:1", 1)


def test_a_literal_that_is_none_of_its_datatype_is_a_finding(
    caplog: pytest.LogCaptureFixture,
) -> None:
    text = """
    e:x a e:C ; e:name 'X' ; e:on "2025-02-30"^^xsd:date ; e:many "1_0"^^xsd:integer ; e:as e:a .
    [] a e:C ; e:name 'Y' ; e:on "soon"^^xsd:date .
    """
    report = validate_files([given(text)], context=CONTEXT)
    assert [(f.subject, f.path, f.value, f.line) for f in report.findings] == [
        ("c x", "<https://example.org/many>", "1_0", 9),
        ("c x", "<https://example.org/on>", "2025-02-30", 9),
        ("unnamed c", "<https://example.org/on>", "soon", None),
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
    report = validate_files([file], context=context_of([ONTOLOGY, DATA], shapes))
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
    report = validate_files([file], context=context_of([ONTOLOGY, DATA], shapes))
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
    class Broken:
        def run(self, _: Graph, __: Targets) -> tuple[Result, ...]:
            raise EngineFailure(engine="sample", problem="it is out of order")

    with pytest.raises(EngineFailure, match="it is out of order; this is no verdict on the file"):
        validate_files([given("e:x a e:C .")], context=replace(CONTEXT, program=Broken()))
    assert found(given("e:x a e:C ; e:name 'X' .")) == []


PROFILED = shapes_of(
    """
    PREFIX profile: <https://w3id.org/pledgegraph/profile/>
    profile:commitment <http://www.w3.org/ns/dx/prof/isProfileOf> profile:record .
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-name ;
      dcterms:isPartOf profile:record .
    e:S-name a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 .
    e:T a sh:NodeShape ; sh:targetClass e:C ; sh:property e:T-knows ;
      dcterms:isPartOf profile:commitment , profile:full-commitments .
    e:T-knows a sh:PropertyShape ; sh:path e:knows ; sh:minCount 1 .
    """
)


@pytest.mark.parametrize(
    ("profile", "paths"),
    [
        (Profile.RECORD, ["<https://example.org/name>"]),
        (Profile.COMMITMENT, ["<https://example.org/knows>", "<https://example.org/name>"]),
        (Profile.FULL_COMMITMENTS, ["<https://example.org/knows>"]),
    ],
)
def test_a_profile_asks_what_it_asks_and_what_it_is_a_profile_of(
    profile: Profile, paths: list[str]
) -> None:
    context = context_of([ONTOLOGY], PROFILED)
    report = validate_files([given("e:x a e:C .")], context=context, profile=profile)
    assert [finding.path for finding in report.findings] == paths
    assert report.profile is profile
    whole = validate_dataset(context_of([DATA], PROFILED), profile=profile)
    assert whole.profile is profile


def test_the_record_profile_is_meant_where_none_is_named() -> None:
    report = validate_files([given("e:x a e:C .")], context=context_of([ONTOLOGY], PROFILED))
    assert report.profile is Profile.RECORD
    assert [finding.path for finding in report.findings] == ["<https://example.org/name>"]


def test_a_report_names_the_engine_that_was_run() -> None:
    reports = [
        validate_files([given("e:x a e:C .")], context=context_of([DATA], SHAPES, engine=engine))
        for engine in ("turbo", "reference")
    ]
    assert [report.engine for report in reports] == ["pyshacl-turbo", "pySHACL"]
    assert [report.engine_version for report in reports] == ["0.6.5", version("pyshacl")]
    assert reports[0].findings == reports[1].findings


@pytest.mark.parametrize("engine", ["turbo", "reference"])
@pytest.mark.parametrize(
    "text",
    [
        "<urn:pledgegraph:run> <urn:pledgegraph:run:https://example.org/S> e:x .",
        "e:x <urn:pledgegraph:run:https://example.org/S> e:x .",
        "<urn:pledgegraph:run> a e:C .",
    ],
)
def test_names_that_are_kept_for_checking_are_no_files_to_use(engine: str, text: str) -> None:
    context = context_of([ONTOLOGY, DATA], SHAPES, engine=engine)
    with pytest.raises(DataError, match=r"^given\.ttl: .* is kept for checking; expected another"):
        validate_files([given(text)], context=context)
    assert validate_files([given("e:x a e:C ; e:name 'X' .")], context=context).is_passed
