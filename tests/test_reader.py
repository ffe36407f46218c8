"""`pledgegraph.reader`, and that what cannot be read names file and subject."""

from dataclasses import replace

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import DataError
from pledgegraph.model import StatementKind
from pledgegraph.reader import Records, read_records
from pledgegraph.reader.node import read_nodes
from pledgegraph.severity import Severity
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile
from pledgegraph.terms import PLEDGE
from tests.samples import turtle_file

INSTRUMENT = "data/instrument/seoul-2024.ttl"
SITE = "https://w3id.org/pledgegraph/"
REQ = f"{SITE}req/seoul-2024/"
PROVISION = f"{SITE}id/provision/seoul-2024/"
READING = f"{SITE}id/reading/seoul-2024/"
FILE = f"{SITE}id/file/9b72950b7d83e44d"

# What a Turtle file says of one more edition of the same instrument.
SECOND_EDITION = f"""<{SITE}id/edition/seoul-2024/second> a pledge:InstrumentEdition ;
  pledge:editionOf <{SITE}id/instrument/seoul-2024> .

req:II.e a pledge:Requirement ;"""


# What the instrument is read with: codes, and what its statements link.
LINKED = ("ontology/codes/", "data/agents", "data/countries", "data/events", "data/organisations/")


def reread(service: Service, old: str, new: str) -> Records:
    """Read the instrument again with `old` in its file replaced by `new`."""
    kept = tuple(f for f in service.files if f.name.startswith((*LINKED, "data/instrument/")))
    files = tuple(edit(f, old, new) if f.name == INSTRUMENT else f for f in kept)
    return read_records(EmbeddedStore.from_files(files), files)


def edit(file: SourceFile, old: str, new: str) -> SourceFile:
    text = file.content.decode()
    assert old in text
    return replace(file, content=text.replace(old, new).encode())


def test_a_statement_is_read_whole(service: Service) -> None:
    found = service.catalogue.get_requirement("seoul-2024", "II.e")
    assert found.iri == "https://w3id.org/pledgegraph/req/seoul-2024/II.e"
    assert found.kind is StatementKind.REQUIREMENT
    assert found.provision == "https://w3id.org/pledgegraph/id/provision/seoul-2024/II"
    assert found.verbatim == "including organisations' respective home governments as appropriate"
    assert [(p.exact, p.start, p.end) for p in found.places] == [(found.verbatim, 4089, 4156)]
    assert found.modality.notation == "should"
    assert [q.notation for q in found.qualifiers] == ["as-appropriate", "including"]
    assert (found.action, found.object) == (
        "define with input from",
        "the respective home government",
    )
    assert [t.notation for t in found.triggers] == ["thresholds-defined"]
    assert found.severity is Severity.INFO
    assert [iri.rpartition("/")[2] for iri in found.depends_on] == ["FN2", "II.d"]
    assert found.outcome == "https://w3id.org/pledgegraph/id/provision/seoul-2024/OUT1"
    assert [c.notation for c in found.loci] == ["framework"]


def test_readings_come_with_the_default_first(service: Service) -> None:
    found = service.catalogue.get_requirement("seoul-2024", "I.d")
    assert [(r.identifier, r.is_default) for r in found.readings] == [("N4", True), ("N4", False)]
    assert found.readings[1].implied_severity is Severity.VIOLATION
    assert found.readings[0].attributed_to.label == "Pledgegraph editors"


def test_the_edition_holds_the_text_that_its_checksum_names(service: Service) -> None:
    edition = service.catalogue.get_instrument("seoul-2024").edition
    assert edition.file.sha256.startswith("9b72950b7d83e44d")
    assert "Frontier AI Safety Commitments" in edition.file.text
    assert (edition.issued.stated, edition.issued.earliest.isoformat()) == (
        "2025-02-07",
        "2025-02-07",
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            '  pledge:verbatim "Assess whether these thresholds have been breached"@en .',
            "  .",
            f"{INSTRUMENT}, https://w3id.org/pledgegraph/req/seoul-2024/II.b: verbatim: it has no "
            "value; expected one text.",
        ),
        (
            '  dcterms:identifier "II.b" ;',
            '  dcterms:identifier "II.b", "II.bb" ;',
            f"{INSTRUMENT}, https://w3id.org/pledgegraph/req/seoul-2024/II.b: identifier: it has 2 "
            "values; expected one text.",
        ),
        (
            "req:II.b a pledge:Requirement ;",
            "req:II.b a pledge:Requirement, pledge:Permission ;",
            f"{INSTRUMENT}, https://w3id.org/pledgegraph/req/seoul-2024/II.b: type: it is of 2 "
            "kinds; expected one kind.",
        ),
        (
            "  pledge:position 42 ;",
            '  pledge:position "forty-two" ;',
            f"{INSTRUMENT}, https://w3id.org/pledgegraph/req/seoul-2024/II.e: position: "
            "“forty-two” is no whole number; expected at most 18 digits.",
        ),
        (
            "  pledge:polarity code:polarity-negative ;",
            "  pledge:polarity code:polarity-sideways ;",
            f"{INSTRUMENT}, https://w3id.org/pledgegraph/req/seoul-2024/IV.d: it links "
            "https://w3id.org/pledgegraph/code#polarity-sideways, which is not described; expected "
            "a description of it in ontology/ or data/, or no link.",
        ),
        (
            "  pledge:defaultSeverity sh:Info ;",
            "  pledge:defaultSeverity sh:Hint ;",
            f"{INSTRUMENT}, https://w3id.org/pledgegraph/req/seoul-2024/BP2: defaultSeverity: "
            "http://www.w3.org/ns/shacl#Hint is no severity of SHACL; expected Violation, Warning, "
            "Info.",
        ),
        (
            '"9b72950b7d83e44d00eacb73c3364180fdb97fa15c9ed9372eebcb2679d0c3f6"',
            '"00"',
            f"{INSTRUMENT}, https://w3id.org/pledgegraph/id/file/9b72950b7d83e44d: checksum: no "
            "text in data/ has the SHA-256 00…; expected the file's own checksum: the text was "
            "changed, or is missing.",
        ),
        (
            '  dcterms:identifier "N1" ;',
            '  dcterms:identifier "first" ;',
            f"{INSTRUMENT}, {READING}N1/a-framework-describes-it: identifier: “first” is no number "
            "of a question; expected N and digits, such as N4.",
        ),
        (
            "  pledge:modality code:modality-will ;",
            "  pledge:modality code:locus-conduct ;",
            f"{INSTRUMENT}, {REQ}CHG.b: modality: {SITE}code#locus-conduct is of another list; "
            "expected a code of the list modality.",
        ),
        (
            "  pledge:modality code:modality-scope ;",
            "",
            f"{INSTRUMENT}, {REQ}FN1.b: modality: it has no value; expected a code of the list "
            "modality.",
        ),
        (
            "code:qualifier-including",
            "code:modality-will",
            f"{INSTRUMENT}, {REQ}BP.0: qualifier: {SITE}code#modality-will is of another list; "
            "expected a code of the list qualifier.",
        ),
        (
            "  pledge:locus code:locus-conduct ;",
            "  pledge:locus code:modality-will ;",
            f"{INSTRUMENT}, {REQ}BP.0: locus: {SITE}code#modality-will is of another list; "
            "expected a code of the list locus.",
        ),
        (
            "  pledge:appliesWhen code:trigger-thresholds-defined ;",
            "  pledge:appliesWhen code:modality-will ;",
            f"{INSTRUMENT}, {REQ}FN3.a: appliesWhen: {SITE}code#modality-will is of another list; "
            "expected a code of the list trigger.",
        ),
        (
            "  pledge:polarity code:polarity-negative ;",
            "  pledge:polarity code:modality-will ;",
            f"{INSTRUMENT}, {REQ}IV.d: polarity: {SITE}code#modality-will is of another list; "
            "expected a code of the list polarity.",
        ),
        (
            "  pledge:polarity code:polarity-negative ;",
            "  pledge:polarity code:polarity-negative, code:polarity-positive ;",
            f"{INSTRUMENT}, {REQ}IV.d: polarity: it has 2 values; expected at most one.",
        ),
        (
            "  pledge:polarity code:polarity-negative ;",
            "",
            f"{INSTRUMENT}, {REQ}IV.d: polarity: it has no value; expected a code of the list "
            "polarity.",
        ),
        (
            f"  pledge:locatedAt <{REQ}II.e/place/1> ;",
            "",
            f"{INSTRUMENT}, {REQ}II.e: locatedAt: it has no value; expected at least one place.",
        ),
        (
            f"  pledge:locatedAt <{PROVISION}CHG/place/1> ;",
            "",
            f"{INSTRUMENT}, {PROVISION}CHG: locatedAt: it has no value; expected at least one "
            "place.",
        ),
        (
            " a pledge:Instrument ;",
            " a pledge:Document ;",
            "the data: there is no instrument; expected a pledge:Instrument in data/.",
        ),
        (
            "  pledge:dependsOn req:FN2 ,\n    req:II.d ;",
            "  pledge:dependsOn req:FN9 ;",
            f"{INSTRUMENT}, {REQ}II.e: dependsOn: it links {REQ}FN9, which is no statement, "
            "provision or event; expected the IRI of one that data/ describes.",
        ),
        (
            "  pledge:dependsOn req:FN2 ,\n    req:II.d ;",
            "  pledge:dependsOn code:modality-will ;",
            f"{INSTRUMENT}, {REQ}II.e: dependsOn: it links {SITE}code#modality-will, which is no "
            "statement, provision or event; expected the IRI of one that data/ describes.",
        ),
        (
            "  pledge:hasException req:VII.x1 ,",
            "  pledge:hasException req:VII.b ,",
            f"{INSTRUMENT}, {REQ}VII.a: hasException: it links {REQ}VII.b, which is no exception "
            "clause; expected the IRI of one that data/ describes.",
        ),
        (
            "req:FN2 a pledge:Definition ;",
            "req:FN2 a pledge:Definition ; pledge:hasException req:VII.x1 ;",
            f"{INSTRUMENT}, {REQ}FN2: hasException: it is of the kind Definition; expected a "
            "requirement.",
        ),
        (
            f"  pledge:partOfOutcome <{PROVISION}OUT3> ;",
            f"  pledge:partOfOutcome <{PROVISION}VII> ;",
            f"{INSTRUMENT}, {REQ}VII.a: partOfOutcome: it links {PROVISION}VII, which is no "
            "outcome; expected the IRI of one that data/ describes.",
        ),
        (
            f"  dcterms:isPartOf <{PROVISION}BP> ;",
            "  dcterms:isPartOf req:BP.0 ;",
            f"{INSTRUMENT}, {PROVISION}BP1: isPartOf: it links {REQ}BP.0, which is no provision; "
            "expected the IRI of one that data/ describes.",
        ),
        (
            f"    <{PROVISION}FN2> ,\n",
            "",
            f"{INSTRUMENT}, {PROVISION}FN2: hasProvision: no instrument has it; expected one "
            "instrument.",
        ),
        (
            '  dcterms:identifier "II.b" ;',
            '  dcterms:identifier "II.a" ;',
            f"{INSTRUMENT}, {REQ}II.b: identifier: {REQ}II.a has the same; expected an identifier "
            "of its own.",
        ),
        (
            '  dcterms:identifier "FN3" ;',
            '  dcterms:identifier "FN1" ;',
            f"{INSTRUMENT}, {PROVISION}FN3: identifier: {PROVISION}FN1 has the same; expected an "
            "identifier of its own.",
        ),
        (
            "req:II.e a pledge:Requirement ;",
            SECOND_EDITION,
            f"{INSTRUMENT}, {SITE}id/edition/seoul-2024/second: editionOf: "
            f"{SITE}id/edition/seoul-2024/2025-02-07 has the same; expected one edition of each "
            "instrument.",
        ),
        (
            f"  pledge:defaultReading <{READING}N10/in-force-at-the-check> ;",
            f"  pledge:defaultReading <{READING}N99/nothing> ;",
            f"{INSTRUMENT}, {REQ}IV.a: defaultReading: {READING}N99/nothing is none of its "
            "readings; expected one that it links by pledge:reading.",
        ),
        (
            f"  pledge:defaultReading <{READING}N10/in-force-at-the-check> ;",
            f"  pledge:defaultReading <{READING}N1/conduct-only> ;",
            f"{INSTRUMENT}, {REQ}IV.a: defaultReading: {READING}N1/conduct-only is none of its "
            "readings; expected one that it links by pledge:reading.",
        ),
        (
            '  oa:end "4156"^^xsd:nonNegativeInteger ;\n  oa:start "4089"',
            '  oa:end "99999"^^xsd:nonNegativeInteger ;\n  oa:start "4089"',
            f"{INSTRUMENT}, {REQ}II.e/place/1: hasSelector: it is from 4089 to 99999 in a text of "
            "7674 code points; expected a start before its end, both within the text.",
        ),
        (
            '  oa:end "4156"^^xsd:nonNegativeInteger ;\n  oa:start "4089"',
            '  oa:end "4088"^^xsd:nonNegativeInteger ;\n  oa:start "4089"',
            f"{INSTRUMENT}, {REQ}II.e/place/1: hasSelector: it is from 4089 to 4088 in a text of "
            "7674 code points; expected a start before its end, both within the text.",
        ),
        (
            '  oa:end "4156"^^xsd:nonNegativeInteger ;\n  oa:start "4089"',
            '  oa:end "4099"^^xsd:nonNegativeInteger ;\n  oa:start "4089"',
            f"{INSTRUMENT}, {REQ}II.e/place/1: hasSelector: it quotes “including organisations' "
            "respective home governments as app…”, and from 4089 to 4099 the text has “including "
            "”; expected the words of the text.",
        ),
        (
            f"    <{REQ}II.e/place/1/quote> ;\n  oa:hasSource <{FILE}> .",
            f"    <{REQ}II.e/place/1/quote> ;\n  oa:hasSource <{FILE}/checksum> .",
            f"{INSTRUMENT}, {REQ}II.e/place/1: hasSource: it is {FILE}/checksum; expected {FILE}, "
            "the file of the instrument's edition.",
        ),
        (
            "  pledge:defaultSeverity sh:Info ;\n  pledge:dependsOn req:FN2 ,",
            "  pledge:defaultSeverity sh:Warning ;\n  pledge:dependsOn req:FN2 ,",
            f"{INSTRUMENT}, {REQ}I.k: defaultSeverity: it has Warning, and the words give Info "
            "(“As appropriate” leaves it to judgement, so a file without it gets a note); expected "
            "Info.",
        ),
        (
            "req:FN2 a pledge:Definition ;",
            "req:FN2 a pledge:Definition ; pledge:defaultSeverity sh:Info ;",
            f"{INSTRUMENT}, {REQ}FN2: defaultSeverity: it has Info, and the words give none "
            "(Nothing is checked: this is a definition); expected no value.",
        ),
        (
            "  pledge:position 42 ;",
            "  pledge:position 4200000000000000000000000 ;",
            f"{INSTRUMENT}, {REQ}II.e: position: “4200000000000000000000000” is no whole number; "
            "expected at most 18 digits.",
        ),
    ],
)
def test_what_cannot_be_read_names_file_and_subject(
    service: Service, old: str, new: str, message: str
) -> None:
    with pytest.raises(DataError) as caught:
        reread(service, old, new)
    assert str(caught.value) == message


def test_a_reading_is_a_default_for_the_statements_that_follow_it(service: Service) -> None:
    shared = f"{READING}N6/normally-in-a-framework"
    old = f"pledge:reading <{READING}N6/may-be-shown-elsewhere> ,"
    records = reread(service, old, f"{old} <{shared}> ,")
    found = {
        s.identifier: [r.is_default for r in s.readings if r.iri == shared]
        for s in records.statements
        if s.identifier in {"BP1.a", "BP2"}
    }
    assert found == {"BP1.a": [True], "BP2": [False]}


def test_only_places_that_something_is_located_at_are_looked_at(service: Service) -> None:
    evidence = """<https://example.org/place> a oa:SpecificResource ;
  oa:hasSelector <https://example.org/page> ; oa:hasSource <https://example.org/file> .
<https://example.org/page> a oa:FragmentSelector .

req:II.e a pledge:Requirement ;"""
    records = reread(service, "req:II.e a pledge:Requirement ;", evidence)
    assert len(records.statements) == 84


def test_a_provision_belongs_to_the_instrument_that_has_it(service: Service) -> None:
    records = reread(service, f"<{PROVISION}FN2>", "<https://example.org/footnote>")
    found = {p.iri: p.instrument for p in records.provisions if p.identifier == "FN2"}
    assert found == {"https://example.org/footnote": "seoul-2024"}


def test_a_text_that_is_no_utf_8_is_refused(service: Service) -> None:
    files = tuple(f if f.is_turtle else replace(f, content=b"\xff\xfe") for f in service.files)
    with pytest.raises(DataError, match=r"seoul-2024\.txt is no UTF-8; expected a text in UTF-8"):
        read_records(service.store, files)


def test_a_code_of_no_list_is_refused(service: Service) -> None:
    name = "ontology/codes/polarity.ttl"
    files = tuple(
        edit(f, "skos:inScheme code:polarity ;", "skos:inScheme code:polarities ;")
        if f.name == name
        else f
        for f in service.files
    )
    with pytest.raises(DataError) as caught:
        read_records(EmbeddedStore.from_files(files), files)
    assert str(caught.value) == (
        f"{name}, {SITE}code#polarity-negative: it links {SITE}code#polarities, which is not "
        "described; expected a description of it in ontology/ or data/, or no link."
    )


def test_a_modality_without_a_rule_of_severity_is_refused(service: Service) -> None:
    files = tuple(
        edit(f, 'skos:notation "affirm" ;', 'skos:notation "vow" ;')
        if f.name == "ontology/codes/modality.ttl"
        else f
        for f in service.files
    )
    with pytest.raises(DataError) as caught:
        read_records(EmbeddedStore.from_files(files), files)
    assert str(caught.value) == (
        f"{INSTRUMENT}, {REQ}BP1.a: modality: the rule of severity does not know “vow”; expected a "
        "modality that it knows."
    )


def test_nodes_are_read_in_one_query_with_all_their_values() -> None:
    text = (
        f"<x:b> a <{PLEDGE.Reading}> ; <x:p> 1, 2 . <x:a> a <{PLEDGE.Reading}> . [] a <x:Other> ."
    )
    nodes = read_nodes(EmbeddedStore.from_files([turtle_file(text)]), PLEDGE.Reading)
    assert list(nodes) == ["x:a", "x:b"]
    assert len(nodes["x:b"].values["x:p"]) == 2
    assert nodes["x:b"].file == "data/sample.ttl"
