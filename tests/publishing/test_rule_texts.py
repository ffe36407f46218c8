"""`pledgegraph.publishing.rule_texts`, over small files and over what is shipped."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.model import Rule
from pledgegraph.publishing.rule_texts import MOST_LINES, ShippedRuleTexts
from pledgegraph.resources import Resources
from tests.reader.shapes import COMMITMENTS, PREFIXES, RECORDS, SHAPE, read_small_rules
from tests.samples import turtle_file

MANIFEST = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <https://w3id.org/pledgegraph/shapes#> .
@prefix sht: <http://www.w3.org/ns/shacl-test#> .
<> a mf:Manifest ; dcterms:requires <examples/claims.ttl> ; mf:entries ( <#1> <#2> <#3> ) .
<#1> mf:action [ sht:dataGraph <examples/good.ttl> ] ; mf:result [ sh:conforms true ] .
<#2> mf:action [ sht:dataGraph <examples/bad.ttl> ] ; mf:result [ sh:conforms false ;
  sh:result [ sh:focusNode <https://example.org/e> ; sh:sourceShape shape:NAME ] ] .
<#3> mf:action [ sht:dataGraph <examples/named.ttl> ] ; mf:result [ sh:conforms true ] .
"""
PREFIX = """\
# An example.

@prefix ex: <https://example.org/> .
@prefix pledge: <https://w3id.org/pledgegraph/ns#> .
@prefix req: <https://w3id.org/pledgegraph/req/seoul-2024/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

"""
GOOD = """\
ex:other a pledge:Quote .

ex:e a pledge:Evidence ; skos:prefLabel "E"@en .

ex:bearing pledge:ofEvidence ex:e .
"""
BAD = "ex:e a pledge:Evidence .\n"


def create_texts(
    root: Path, folder: str, name: str, texts: dict[str, str], manifest: str = MANIFEST
) -> ShippedRuleTexts:
    """Return the texts of small shapes; examples in `folder` that are not given are empty."""
    examples = root / "shapes" / folder / "examples"
    examples.mkdir(parents=True)
    (examples.parent / "manifest.ttl").write_text(manifest.replace("NAME", name))
    for file in ("good", "bad", "named", "claims"):
        (examples / f"{file}.ttl").write_text(PREFIX + texts.get(file, ""))
    files = [
        turtle_file(PREFIXES + RECORDS, "shapes/evidence/shapes.ttl"),
        turtle_file(PREFIXES + COMMITMENTS, "shapes/paragraph-ii/shapes.ttl"),
    ]
    return ShippedRuleTexts(Resources(root), files, read_small_rules().values())


@pytest.fixture(scope="module")
def rules() -> dict[str, Rule]:
    """Return the small rules by identifier."""
    return read_small_rules()


def test_a_bad_example_is_that_whose_result_names_the_rule_or_its_part(
    tmp_path: Path, rules: dict[str, Rule]
) -> None:
    texts = create_texts(tmp_path, "evidence", "Evidence-label", {"bad": BAD})
    [bad] = texts.load_examples(rules["Evidence-label"])
    assert (bad.rule, bad.is_good, bad.is_whole) == (f"{SHAPE}Evidence-label", False, True)
    assert (bad.file, bad.description) == ("shapes/evidence/examples/bad.ttl", "An example.")
    assert bad.text == (
        "@prefix ex: <https://example.org/> .\n"
        "@prefix pledge: <https://w3id.org/pledgegraph/ns#> .\n\n"
        "ex:e a pledge:Evidence .\n"
    )
    assert texts.load_examples(rules["EvidenceShape"]) == (bad,)
    assert texts.load_examples(rules["Evidence-place"]) == ()


def test_without_a_named_one_a_good_example_is_a_subject_that_has_what_is_asked(
    tmp_path: Path, rules: dict[str, Rule]
) -> None:
    texts = create_texts(tmp_path, "evidence", "None", {"good": GOOD})
    [whole] = texts.load_examples(rules["EvidenceShape"])
    assert "ex:other a pledge:Quote" in whole.text
    [label] = texts.load_examples(rules["Evidence-label"])
    assert (label.is_good, label.is_whole) == (True, False)
    assert label.text.endswith('\n\nex:e a pledge:Evidence ; skos:prefLabel "E"@en .\n')
    # What a path follows backwards is stated of another subject.
    [place] = texts.load_examples(rules["Evidence-place"])
    assert place.text.endswith("\n\nex:bearing pledge:ofEvidence ex:e .\n")


def test_a_named_example_comes_before_what_is_found(tmp_path: Path, rules: dict[str, Rule]) -> None:
    manifest = MANIFEST.replace("<#3> mf", "<#3> rdfs:seeAlso shape:EvidenceShape ; mf")
    given = {"good": GOOD, "named": BAD}
    texts = create_texts(tmp_path, "evidence", "None", given, manifest)
    [named] = texts.load_examples(rules["EvidenceShape"])
    assert (named.file, named.is_whole) == ("shapes/evidence/examples/named.ttl", True)
    [found] = texts.load_examples(rules["Evidence-label"])
    assert found.file == "shapes/evidence/examples/good.ttl"


def test_a_long_example_is_cut_to_what_is_asked_about(
    tmp_path: Path, rules: dict[str, Rule]
) -> None:
    long = BAD + "".join(f"\nex:x{n} a pledge:Change .\n" for n in range(MOST_LINES))
    texts = create_texts(tmp_path, "evidence", "EvidenceShape", {"bad": long})
    [bad] = texts.load_examples(rules["EvidenceShape"])
    assert not bad.is_whole
    assert bad.text.endswith("\n\nex:e a pledge:Evidence .\n")


def test_a_claim_shows_how_absence_is_said_honestly(tmp_path: Path, rules: dict[str, Rule]) -> None:
    claims = "ex:c pledge:answers req:II.b .\n\nex:d pledge:answers req:II.a .\n"
    texts = create_texts(tmp_path, "paragraph-ii", "None", {"claims": claims})
    [claim] = texts.load_examples(rules["P-II.a"])
    assert (claim.is_good, claim.is_absence, claim.is_whole) == (True, True, False)
    assert claim.text.endswith("\n\nex:d pledge:answers req:II.a .\n")
    # Only where the message tells of it.
    assert texts.load_examples(rules["LateShape"]) == ()


def test_a_folder_without_a_manifest_has_no_examples(
    tmp_path: Path, rules: dict[str, Rule]
) -> None:
    texts = create_texts(tmp_path, "other", "None", {})
    assert texts.load_examples(rules["EvidenceShape"]) == ()


def test_the_source_is_the_shape_with_what_it_is_made_with(
    tmp_path: Path, rules: dict[str, Rule]
) -> None:
    texts = create_texts(tmp_path, "other", "None", {})
    source = texts.load_source([rules["Evidence-label"]])
    assert "# A label is a word.\nshape:Evidence-label a sh:PropertyShape" in source
    assert "shape:Text-length a sh:PropertyShape" in source
    assert "shape:EvidenceShape a" not in source
    both = texts.load_source([rules["EvidenceShape"], rules["P-II.a"]])
    assert both.index("shape:EvidenceShape a") < both.index("shape:P-II.a a")
    assert list(ox.parse(both, format=ox.RdfFormat.TURTLE))
    assert texts.load_source([]) == ""


# --- what is shipped -----------------------------------------------------------------------


def test_every_shipped_rule_has_a_good_and_a_bad_example(service: Service) -> None:
    catalogue = service.catalogue
    kinds = {
        rule.identifier: {e.is_good for e in catalogue.list_examples_of_rule(rule)}
        for rule in catalogue.rules
    }
    assert {name for name, found in kinds.items() if found != {True, False}} == set()


def test_every_shipped_example_is_small_turtle_and_says_what_it_shows(service: Service) -> None:
    catalogue = service.catalogue
    examples = {
        (e.file, e.text): e
        for rule in catalogue.rules
        for e in catalogue.list_examples_of_rule(rule)
    }
    for example in examples.values():
        assert example.description.endswith((".", ":", "?")), example.file
        assert example.text.count("\n") <= MOST_LINES + 10, example.file
        assert list(ox.parse(example.text, format=ox.RdfFormat.TURTLE)), example.file


def test_every_shipped_rule_on_the_commitments_shows_absence_where_it_tells_of_it(
    service: Service,
) -> None:
    catalogue = service.catalogue
    for rule in catalogue.rules:
        if "not-addressed" in rule.message_parts.absence:
            examples = catalogue.list_examples_of_rule(rule)
            assert any(e.is_absence for e in examples), rule.identifier


def test_the_shipped_sources_are_turtle_that_states_each_rule(service: Service) -> None:
    catalogue = service.catalogue
    text = catalogue.get_source_of_rules(catalogue.rules)
    subjects = {str(q.subject) for q in ox.parse(text, format=ox.RdfFormat.TURTLE)}
    assert {f"<{rule.iri}>" for rule in catalogue.rules} <= subjects
