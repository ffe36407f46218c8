"""`pledgegraph.reader.rules`, with the graph, targets and order of shapes."""

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import DataError
from pledgegraph.model import Target, TargetKind
from pledgegraph.reader.rules import find_shapes_version, read_profiles
from pledgegraph.severity import Severity
from tests.reader.shapes import REQ, SHAPE, create_store, read_small_rules

NS = "https://w3id.org/pledgegraph/ns#"


def test_rules_on_the_commitments_come_first_and_parts_after_what_they_are_of() -> None:
    assert list(read_small_rules()) == [
        "P-II.a",
        "LateShape",
        "EvidenceShape",
        "Evidence-label",
        "Evidence-place",
    ]


def test_a_rule_is_read_whole() -> None:
    rule = read_small_rules()["P-II.a"]
    assert (rule.iri, rule.name, rule.severity) == (
        f"{SHAPE}P-II.a",
        "Thresholds",
        Severity.VIOLATION,
    )
    assert (rule.requirements, rule.profiles, rule.since) == ((f"{REQ}II.a",), ("full",), "0.2.0")
    assert (rule.subject, rule.file) == ("paragraph-ii", "shapes/paragraph-ii/shapes.ttl")
    assert [branch.name for branch in rule.branches] == ["Described", "Claimed"]
    assert rule.is_exclusive
    assert rule.uses == (f"{SHAPE}P-II.a-described", f"{SHAPE}P-II.a-claimed")
    assert (rule.path, rule.parents, rule.parts, rule.severity_because) == (None, (), (), None)


def test_a_part_has_what_it_is_part_of_says() -> None:
    rules = read_small_rules()
    part = rules["Evidence-place"]
    assert part.parents == (f"{SHAPE}EvidenceShape",)
    assert (part.profiles, part.since, part.severity) == (("record",), "0.1.0", Severity.VIOLATION)
    assert part.targets == rules["EvidenceShape"].targets
    assert part.is_part
    label = rules["Evidence-label"]
    assert label.severity is Severity.WARNING
    assert [branch.name for branch in label.branches] == ["A word", "A number"]
    assert not label.is_exclusive


def test_what_a_rule_is_made_with_is_followed_to_its_end() -> None:
    rules = read_small_rules()
    names = ["Word", "Number", "Text", "Text-length"]
    assert rules["Evidence-label"].uses == tuple(SHAPE + name for name in names)
    assert rules["LateShape"].uses == (f"{SHAPE}Late-query",)
    assert rules["EvidenceShape"].uses == ()


def test_a_path_is_told_in_signs_and_in_words() -> None:
    place = read_small_rules()["Evidence-place"]
    assert place.path == "^pledge:ofEvidence/pledge:locator"
    assert place.path_in_words == "pledge:locator of what names it with pledge:ofEvidence"
    assert place.path_starts == (f"^{NS}ofEvidence",)


@pytest.mark.parametrize(
    ("path", "signs", "words", "starts"),
    [
        ("skos:notation", "skos:notation", "skos:notation", ["notation"]),
        (
            "[ sh:alternativePath ( skos:note [ sh:inversePath skos:broader ] ) ]",
            "skos:note|^skos:broader",
            "skos:note or what names it with skos:broader",
            ["note", "broader"],
        ),
        (
            "( [ sh:alternativePath ( skos:note skos:example ) ] skos:notation )",
            "(skos:note|skos:example)/skos:notation",
            "skos:notation of skos:note or skos:example",
            ["note", "example"],
        ),
        (
            "[ sh:zeroOrMorePath skos:broader ]",
            "skos:broader*",
            "skos:broader (any number of times)",
            ["broader"],
        ),
        (
            "[ sh:oneOrMorePath skos:broader ]",
            "skos:broader+",
            "skos:broader (once or more)",
            ["broader"],
        ),
        (
            "[ sh:zeroOrOnePath skos:broader ]",
            "skos:broader?",
            "skos:broader (where there is one)",
            ["broader"],
        ),
    ],
)
def test_every_kind_of_path_is_told(path: str, signs: str, words: str, starts: list[str]) -> None:
    edit = ("( [ sh:inversePath pledge:ofEvidence ] pledge:locator )", path)
    place = read_small_rules(edit)["Evidence-place"]
    assert (place.path, place.path_in_words) == (signs, words)
    assert [start.rpartition("#")[2] for start in place.path_starts] == starts


def test_a_class_is_taken_with_those_below_it_and_called_by_its_label() -> None:
    rules = read_small_rules()
    assert rules["EvidenceShape"].targets == (
        Target(TargetKind.CLASS, f"{NS}Evidence", "evidence", (f"{NS}Evidence", f"{NS}Quote")),
    )
    # Without a label, by the end of its IRI.
    assert rules["P-II.a"].targets[0].label == "framework version"
    assert [(t.kind, t.label) for t in rules["LateShape"].targets] == [
        (TargetKind.SUBJECTS_OF, "pledge:dueDate"),
        (TargetKind.SUBJECTS_OF, "pledge:issued"),
    ]


def test_statements_are_in_reading_order_and_a_milder_severity_has_its_reason() -> None:
    late = read_small_rules()["LateShape"]
    assert late.requirements == (f"{REQ}II.a", f"{REQ}II.b")
    assert late.severity_because == "Late is less than missing."


def test_a_message_is_cut_into_what_a_submitter_needs() -> None:
    rules = read_small_rules()
    parts = rules["P-II.a"].message_parts
    assert parts.problem == rules["P-II.a"].problem == "None is told."
    assert parts.asked == "II asks to “Set out thresholds”."
    assert parts.remedy == "Add one."
    assert parts.absence == "If there is none, claim II.a as not-addressed."
    plain = rules["Evidence-label"].message_parts
    assert (plain.problem, plain.asked, plain.remedy, plain.absence) == (
        "It has no label.",
        "",
        "Add one.",
        "",
    )


def test_a_profile_runs_those_that_it_is_a_profile_of() -> None:
    record, full = read_profiles(create_store())
    assert (record.token, record.title, record.runs) == ("record", "Record", ("record",))
    assert (full.token, full.runs) == ("full", ("full", "record"))


def test_the_shapes_have_a_version() -> None:
    assert find_shapes_version(create_store()) == "0.2.0"
    assert find_shapes_version(create_store(("owl:versionInfo", "owl:versionIRI"))) is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('sh:name "Evidence"@en ;', "", "EvidenceShape: name: it has no value; expected one text."),
        (
            "sh:severity sh:Warning ; sh:path",
            "sh:path",
            "Evidence-label: severity: it has no value; expected a severity of SHACL.",
        ),
        (
            "shape:Evidence-place , ",
            "shape:Evidence-nowhere , ",
            "EvidenceShape: it links https://w3id.org/pledgegraph/shapes#Evidence-nowhere, which "
            "is not described; expected a description of it in ontology/ or data/, or no link.",
        ),
        (
            "req:II.b , ",
            "req:II.z , ",
            f"LateShape: subject: it links {REQ}II.z, which is no statement; expected the IRI of "
            "one that data/ describes.",
        ),
        (
            'shape:Evidence-label ; pledge:since "0.1.0" ;',
            "shape:Evidence-label ;",
            "EvidenceShape: since: it has no value; expected the first version that has it.",
        ),
        (
            'pledge:since "0.1.0" ;\n  dcterms:isPartOf '
            "<https://w3id.org/pledgegraph/profile/record> .",
            'pledge:since "0.1.0" .',
            "EvidenceShape: isPartOf: it has no value; expected a prof:Profile.",
        ),
        (
            "( shape:Word shape:Number )",
            "( shape:Word shape:Nothing )",
            "Evidence-label: it links https://w3id.org/pledgegraph/shapes#Nothing, which is not",
        ),
    ],
)
def test_what_no_rule_can_be_made_of_is_refused_with_its_name(
    old: str, new: str, message: str
) -> None:
    with pytest.raises(DataError) as caught:
        read_small_rules((old, new))
    assert f"/shapes.ttl, {SHAPE}{message}" in str(caught.value)


def test_a_circle_of_parts_and_lists_ends() -> None:
    edit = (
        "sh:path skos:prefLabel ;",
        "sh:path skos:prefLabel ; sh:property shape:EvidenceShape ;",
    )
    assert "Evidence-label" in read_small_rules(edit)


def test_every_shape_that_findings_may_name_is_a_rule(service: Service) -> None:
    query = """
    PREFIX sh: <http://www.w3.org/ns/shacl#>
    SELECT DISTINCT ?rule WHERE {
      ?top sh:targetClass|sh:targetSubjectsOf|sh:targetObjectsOf|sh:targetNode ?target .
      ?top sh:property* ?rule
    }
    """
    wanted = {str(row[0]) for row in service.store.select(query).rows}
    assert {rule.iri for rule in service.catalogue.rules} == wanted
    assert len(wanted) == len(service.catalogue.rules) > 400
