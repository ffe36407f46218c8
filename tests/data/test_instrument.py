"""`data/instrument/seoul-2024`: the text of the commitments, and its 84 statements."""

import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store

SHA256 = "9b72950b7d83e44d00eacb73c3364180fdb97fa15c9ed9372eebcb2679d0c3f6"
FILE = "https://w3id.org/pledgegraph/id/file/9b72950b7d83e44d"
REQ = "https://w3id.org/pledgegraph/req/seoul-2024/"
ATTRIBUTION = (
    "Contains public sector information licensed under the Open Government Licence v3.0. "
    "© Crown copyright 2025."
)
PREFIXES = """
PREFIX code: <https://w3id.org/pledgegraph/code#>
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX id: <https://w3id.org/pledgegraph/id/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX req: <https://w3id.org/pledgegraph/req/seoul-2024/>
PREFIX schema: <https://schema.org/>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX spdx: <http://spdx.org/rdf/terms#>
"""

Row = tuple[str, ...]


@pytest.fixture(scope="module")
def text(repository: Path) -> str:
    return (repository / "data/instrument/seoul-2024.txt").read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def data(repository: Path) -> Store:
    """Return all data and the code lists in one default graph."""
    store = Store()
    for pattern in ("data/**/*.ttl", "ontology/codes/*.ttl"):
        for file in sorted(repository.glob(pattern)):
            store.load(path=str(file), format=RdfFormat.TURTLE)
    return store


def select(data: Store, query: str) -> list[Row]:
    """Return the rows as text: `II.a` a statement, `¶II` a provision, own IRIs without base."""
    rows = data.query(PREFIXES + query)
    assert isinstance(rows, QuerySolutions)
    names = [variable.value for variable in rows.variables]
    return [tuple(_short(row[name].value if row[name] else "") for name in names) for row in rows]


def _short(value: str) -> str:
    own = value.replace("https://w3id.org/pledgegraph/id/provision/seoul-2024/", "¶")
    return re.sub(r"\Ahttps://w3id.org/pledgegraph/(req/seoul-2024/|id/|code#|ns#)", "", own)


# --- the text ----------------------------------------------------------------------------------


def test_the_text_is_the_one_that_was_read(repository: Path) -> None:
    content = (repository / "data/instrument/seoul-2024.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest() == SHA256
    assert len(content) == 7680


def test_the_file_is_described_by_its_bytes_and_nothing_is_made_up(data: Store) -> None:
    rows = select(data, f"SELECT ?p ?o WHERE {{ <{FILE}> ?p ?o }} ORDER BY ?p")
    assert [predicate for predicate, _ in rows] == [
        "http://purl.org/dc/terms/title",
        "http://spdx.org/rdf/terms#checksum",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "http://www.w3.org/2000/01/rdf-schema#comment",
        "http://www.w3.org/ns/dcat#byteSize",
        "http://www.w3.org/ns/dcat#mediaType",
    ]
    assert select(
        data,
        f"SELECT ?algorithm ?value ?size WHERE {{ <{FILE}> spdx:checksum ?c ; dcat:byteSize ?size ."
        " ?c spdx:algorithm ?algorithm ; spdx:checksumValue ?value }",
    ) == [("http://spdx.org/rdf/terms#checksumAlgorithm_sha256", SHA256, "7680")]


def test_the_edition_says_whose_it_is_and_of_when(data: Store) -> None:
    assert select(
        data,
        "SELECT ?of ?issued ?first ?last ?licence ?citation WHERE { ?edition pledge:editionOf ?of ;"
        " dcterms:issued ?issued ; pledge:issuedEarliest ?first ; pledge:issuedLatest ?last ;"
        " dcterms:license ?licence ; dcterms:bibliographicCitation ?citation ;"
        f" pledge:hasFile <{FILE}> }}",
    ) == [
        (
            "instrument/seoul-2024",
            "2025-02-07",
            "2025-02-07",
            "2025-02-07",
            "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
            ATTRIBUTION,
        )
    ]


def test_the_address_of_the_edition_is_the_one_in_the_text(data: Store, text: str) -> None:
    [(address,)] = select(data, "SELECT ?u WHERE { ?e a pledge:InstrumentEdition ; schema:url ?u }")
    assert f"This publication is available at <{address}>" in text


# --- places ------------------------------------------------------------------------------------

PLACES = """
SELECT ?owner ?place ?exact ?start ?end ?source WHERE {
  ?owner pledge:locatedAt ?place .
  ?place a oa:SpecificResource ; oa:hasSource ?source ; oa:hasSelector ?quote , ?position .
  ?quote a oa:TextQuoteSelector ; oa:exact ?exact .
  ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
} ORDER BY ?owner ?start
"""


def test_every_quotation_stands_at_its_offsets(data: Store, text: str) -> None:
    rows = select(data, PLACES)
    assert len(rows) == 152
    assert [r for r in rows if r[2] != text[int(r[3]) : int(r[4])]] == []
    assert {source for *_, source in rows} == {"file/9b72950b7d83e44d"}


def test_every_place_is_complete_and_belongs_to_one_owner(data: Store) -> None:
    owned = sorted(place for _, place, *_ in select(data, PLACES))
    every = sorted(p for (p,) in select(data, "SELECT ?p WHERE { ?p a oa:SpecificResource }"))
    assert owned == every
    assert len(set(owned)) == len(owned)


def test_places_are_numbered_in_order_of_the_text_and_do_not_overlap(data: Store) -> None:
    numbers: Counter[str] = Counter()
    ends: dict[str, int] = {}
    for owner, place, _, start, end, _ in select(
        data, PLACES.replace("ORDER BY ?owner ?start", "ORDER BY ?start")
    ):
        numbers[owner] += 1
        assert place == f"{owner}/place/{numbers[owner]}"
        assert ends.get(owner, -1) < int(start) < int(end)
        ends[owner] = int(end)


def test_a_quotation_is_its_places_joined_by_elisions(data: Store) -> None:
    quoted: dict[str, list[str]] = {}
    for owner, _, exact, *_ in select(data, PLACES):
        quoted.setdefault(owner, []).append(re.sub(r"\s+", " ", exact))
    rows = select(data, "SELECT ?s ?text WHERE { ?s pledge:verbatim ?text }")
    assert len(rows) == 84
    assert [(s, text) for s, text in rows if " … ".join(quoted[s]) != text] == []


def test_a_line_break_falls_inside_four_places_only(data: Store) -> None:
    assert [owner for owner, _, exact, *_ in select(data, PLACES) if "\n" in exact] == [
        "¶III",
        "¶PRE",
        "III.d",
        "III.e",
    ]


def test_a_statement_stands_within_its_provision(data: Store) -> None:
    assert (
        select(
            data,
            """SELECT ?statement WHERE {
              ?statement pledge:statedIn ?provision ; pledge:locatedAt ?inner .
              ?provision pledge:locatedAt/oa:hasSelector ?outer . ?inner oa:hasSelector ?position .
              ?outer oa:start ?a ; oa:end ?z . ?position oa:start ?b ; oa:end ?y .
              FILTER(?b < ?a || ?y > ?z) }""",
        )
        == []
    )


# --- provisions --------------------------------------------------------------------------------


def test_there_are_25_provisions_in_reading_order(data: Store) -> None:
    rows = select(
        data,
        "SELECT ?id ?kind ?within WHERE { id:instrument\\/seoul-2024 pledge:hasProvision ?p ."
        " ?p a ?kind ; dcterms:identifier ?id ; pledge:position ?n ; skos:prefLabel ?label ;"
        " pledge:locatedAt ?place . OPTIONAL { ?p dcterms:isPartOf ?within } } ORDER BY ?n",
    )
    assert rows == [
        ("PRE", "Provision", ""),
        ("CHG", "Provision", ""),
        ("BP", "Provision", ""),
        ("BP1", "BestPractice", "¶BP"),
        ("BP2", "BestPractice", "¶BP"),
        ("BP3", "BestPractice", "¶BP"),
        ("BP4", "BestPractice", "¶BP"),
        ("BP5", "BestPractice", "¶BP"),
        ("BP6", "BestPractice", "¶BP"),
        ("BP7", "BestPractice", "¶BP"),
        ("BP8", "BestPractice", "¶BP"),
        ("OUT1", "Outcome", ""),
        ("I", "Paragraph", "¶OUT1"),
        ("II", "Paragraph", "¶OUT1"),
        ("III", "Paragraph", "¶OUT1"),
        ("IV", "Paragraph", "¶OUT1"),
        ("V", "Paragraph", "¶OUT1"),
        ("OUT2", "Outcome", ""),
        ("VI", "Paragraph", "¶OUT2"),
        ("OUT3", "Outcome", ""),
        ("VII", "Paragraph", "¶OUT3"),
        ("VIII", "Paragraph", "¶OUT3"),
        ("FN1", "Footnote", ""),
        ("FN2", "Footnote", ""),
        ("FN3", "Footnote", ""),
    ]


def test_the_order_is_that_of_the_text(data: Store) -> None:
    rows = select(
        data,
        "SELECT ?n ?start WHERE { ?p pledge:position ?n ; pledge:locatedAt/oa:hasSelector ?s ."
        " ?s oa:start ?start . ?i pledge:hasProvision ?p } ORDER BY ?start",
    )
    assert [int(n) for n, _ in rows] == list(range(1, 26))


def test_18_provisions_are_columns(data: Store) -> None:
    rows = select(
        data,
        "SELECT ?id ?n WHERE { ?p pledge:columnOrder ?n ; dcterms:identifier ?id } ORDER BY ?n",
    )
    assert [int(n) for _, n in rows] == list(range(1, 19))
    assert " ".join(name for name, _ in rows) == (
        "PRE CHG I II III IV V VI VII VIII BP1 BP2 BP3 BP4 BP5 BP6 BP7 BP8"
    )


# --- statements --------------------------------------------------------------------------------

KINDS = """
VALUES ?kind { pledge:Requirement pledge:OutcomeStatement pledge:Permission pledge:ExceptionClause
  pledge:Definition pledge:ScopeRule }
"""


def test_there_are_84_statements_of_six_kinds(data: Store) -> None:
    rows = select(data, f"SELECT ?kind ?s WHERE {{ ?s a ?kind {KINDS} }}")
    assert Counter(kind for kind, _ in rows) == {
        "Requirement": 74,
        "OutcomeStatement": 3,
        "Permission": 2,
        "ExceptionClause": 2,
        "Definition": 2,
        "ScopeRule": 1,
    }
    assert len({s for _, s in rows}) == 84


def test_identifiers_are_unique_and_name_the_statement(data: Store) -> None:
    rows = select(
        data,
        "SELECT ?s ?id ?n WHERE { ?s a ?kind ; dcterms:identifier ?id ; pledge:position ?n"
        f" {KINDS} }} ORDER BY ?n",
    )
    assert [s for s, identifier, _ in rows] == [identifier for _, identifier, _ in rows]
    assert [int(n) for *_, n in rows] == list(range(1, 85))
    identifiers = [identifier for _, identifier, _ in rows]
    assert len(set(identifiers)) == 84
    assert " ".join(identifiers) == (
        "PRE.a PRE.b PRE.c PRE.d PRE.e CHG.a CHG.b CHG.c CHG.d BP.0 BP1.a BP1.b BP2 BP3.a BP3.b "
        "BP4.a BP4.b BP5.a BP5.b BP6.a BP6.b BP6.c BP6.d BP7 BP8 OUT1 I.a I.b I.c I.d I.e I.f I.g "
        "I.h I.i I.j I.k II.a II.b II.c II.d II.e II.f II.g II.h III.a III.b III.c III.d III.e "
        "IV.a IV.b IV.c IV.d IV.e V.a V.b V.c V.d V.e V.f V.g V.h OUT2 VI.a VI.b VI.c VI.d VI.e "
        "VI.f OUT3 VII.a VII.x1 VII.x2 VII.b VII.c VIII.a VIII.b VIII.c FN1.a FN1.b FN2 FN3.a FN3.b"
    )


def test_every_statement_has_what_each_needs_once(data: Store) -> None:
    rows = select(
        data,
        """SELECT ?s WHERE { ?s pledge:verbatim ?text ; pledge:statedIn ?provision ;
          pledge:modality ?modality ; pledge:action ?action ; pledge:object ?object .
          ?provision dcterms:identifier ?in }""",
    )
    assert len(rows) == len(set(rows)) == 84


@pytest.mark.parametrize(
    ("modality", "count"),
    [
        ("will", 41),
        ("should", 17),
        ("affirm", 16),
        ("goal", 3),
        ("can", 2),
        ("definition", 2),
        ("scope", 1),
        ("except", 2),
    ],
)
def test_modality(data: Store, modality: str, count: int) -> None:
    rows = select(data, f"SELECT ?s WHERE {{ ?s pledge:modality code:modality-{modality} }}")
    assert len(rows) == count


@pytest.mark.parametrize(
    ("qualifier", "statements"),
    [
        ("as-appropriate", "I.c I.d I.j I.k II.e VII.c"),
        ("as-needed", "V.f"),
        ("by-deadline", "PRE.e"),
        ("continually", "V.a VI.c"),
        ("disproportionate", "VII.x2"),
        ("if-at-all", "VIII.a VIII.b VIII.c"),
        ("in-the-extreme", "IV.d IV.e"),
        ("including", "BP.0 CHG.c I.b II.c II.e III.d III.e V.b V.c V.d VI.b VI.d VI.e VII.c"),
        ("insofar-as", "VII.x1 VII.x2"),
        ("open-list", "BP.0 FN3.a"),
        ("such-as", "I.k III.d III.e VIII.a"),
        ("voluntary", "PRE.a PRE.b"),
    ],
)
def test_qualifier(data: Store, qualifier: str, statements: str) -> None:
    rows = select(
        data, f"SELECT ?s WHERE {{ ?s pledge:qualifier code:qualifier-{qualifier} }} ORDER BY ?s"
    )
    assert [s for (s,) in rows] == statements.split()


def test_every_code_used_is_in_the_list_that_the_property_takes(data: Store) -> None:
    used = set(
        select(
            data,
            """SELECT ?property ?code WHERE { ?s ?property ?code .
              FILTER(STRSTARTS(STR(?s), STR(req:)) && STRSTARTS(STR(?code), STR(code:))) }""",
        )
    )
    declared = set(
        select(
            data,
            """SELECT ?property ?code WHERE {
              VALUES (?property ?list) { (pledge:modality code:modality)
                (pledge:qualifier code:qualifier) (pledge:appliesWhen code:trigger)
                (pledge:locus code:locus) (pledge:polarity code:polarity) }
              ?code a skos:Concept ; skos:inScheme ?list }""",
        )
    )
    assert used - declared == set()
    assert Counter(name for name, _ in used) == {
        "modality": 8,
        "qualifier": 30,
        "appliesWhen": 18,
        "locus": 5,
        "polarity": 2,
    }


def test_two_requirements_are_promises_to_refrain(data: Store) -> None:
    rows = select(data, "SELECT ?s ?polarity WHERE { ?s pledge:polarity ?polarity } ORDER BY ?s")
    assert len(rows) == 74
    assert [s for s, polarity in rows if polarity == "polarity-negative"] == ["IV.d", "IV.e"]
    assert not select(
        data,
        "SELECT ?s WHERE { ?s pledge:polarity ?x FILTER NOT EXISTS { ?s a pledge:Requirement } }",
    )


def test_a_condition_is_put_in_words_wherever_there_is_one(data: Store) -> None:
    rows = select(
        data,
        """SELECT ?s WHERE { ?s pledge:modality ?m .
          OPTIONAL { ?s pledge:appliesWhenText ?words }
          BIND(EXISTS { ?s pledge:appliesWhen ?code . FILTER(?code != code:trigger-always) } AS ?if)
          FILTER(BOUND(?words) != ?if) } ORDER BY ?s""",
    )
    # VII.a applies always, and the words name its two exceptions.
    assert rows == [("VII.a",)]


def test_examples_stand_where_the_words_say_such_as(data: Store) -> None:
    rows = select(
        data, "SELECT ?s ?e WHERE { ?s pledge:verbatim ?v ; skos:example ?e } ORDER BY ?s ?e"
    )
    assert rows == [
        ("I.k", "independent third-party evaluators"),
        ("I.k", "other bodies their governments deem appropriate"),
        ("I.k", "their home governments"),
        ("III.d", "modifying system behaviours"),
        ("III.e", "implementing robust security controls for unreleased model weights"),
        ("VIII.a", "academics"),
        ("VIII.a", "civil society"),
        ("VIII.a", "governments"),
        ("VIII.a", "the public"),
    ]


# --- severity ----------------------------------------------------------------------------------


def test_a_requirement_has_a_severity_or_a_reason_for_none(data: Store) -> None:
    rows = select(
        data,
        """SELECT ?s ?severity ?because WHERE { ?s a pledge:Requirement .
          OPTIONAL { ?s pledge:defaultSeverity ?severity }
          OPTIONAL { ?s pledge:uncheckedBecause ?because } }""",
    )
    assert len(rows) == 74
    assert [s for s, severity, because in rows if bool(severity) == bool(because)] == []
    assert sorted(s for s, _, because in rows if because) == ["BP.0", "PRE.a", "PRE.b", "VI.a"]


def test_of_the_others_only_exception_clauses_have_a_severity(data: Store) -> None:
    rows = select(
        data,
        """SELECT ?s ?severity WHERE { ?s pledge:modality ?m .
          FILTER NOT EXISTS { ?s a pledge:Requirement }
          { ?s pledge:defaultSeverity ?severity } UNION { ?s pledge:uncheckedBecause ?severity }
        } ORDER BY ?s""",
    )
    violation = "http://www.w3.org/ns/shacl#Violation"
    assert rows == [("VII.x1", violation), ("VII.x2", violation)]


# --- links -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("PRE.e", "PRE.c event/paris-2025"),
        ("CHG.a", "¶I ¶II ¶III ¶IV ¶V ¶VI ¶VII ¶VIII"),
        ("OUT1", "¶I ¶II ¶III ¶IV ¶V"),
        ("I.k", "FN2 I.a"),
        ("IV.a", "II.a II.b"),
        ("V.a", "¶I ¶II ¶III ¶IV"),
        ("VI.a", "OUT2 ¶I ¶II ¶III ¶IV ¶V"),
        ("VII.b", "VII.a VII.x1 VII.x2"),
        ("VIII.b", "OUT3 ¶I ¶II ¶III ¶IV ¶V ¶VI"),
        ("FN1.a", ""),
    ],
)
def test_dependencies(data: Store, statement: str, expected: str) -> None:
    rows = select(data, f"SELECT ?d WHERE {{ req:{statement} pledge:dependsOn ?d }}")
    assert sorted(d for (d,) in rows) == expected.split()


def test_a_dependency_on_a_footnote_or_an_outcome_is_one_on_its_statement(data: Store) -> None:
    rows = select(
        data,
        "SELECT DISTINCT ?kind WHERE { ?s pledge:dependsOn ?d . ?i pledge:hasProvision ?d ."
        " ?d a ?kind }",
    )
    assert rows == [("Paragraph",)]


def test_every_link_leads_to_something_described(data: Store) -> None:
    rows = select(
        data,
        """SELECT ?s ?link WHERE { ?s ?link ?o . FILTER(isIRI(?o))
          FILTER(STRSTARTS(STR(?o), "https://w3id.org/pledgegraph/id/") ||
                 STRSTARTS(STR(?o), STR(req:)) || STRSTARTS(STR(?o), STR(code:)))
          FILTER NOT EXISTS { ?o a ?kind }
          FILTER(!STRSTARTS(STR(?s), STR(code:))) }""",
    )
    assert rows == []


def test_the_two_exceptions_belong_to_public_transparency(data: Store) -> None:
    rows = select(data, "SELECT ?s ?x WHERE { ?s pledge:hasException ?x } ORDER BY ?x")
    assert rows == [("VII.a", "VII.x1"), ("VII.a", "VII.x2")]
    assert select(data, "SELECT ?x WHERE { ?x pledge:defeats ?s }") == []


def test_the_requirements_of_a_paragraph_serve_its_outcome(data: Store) -> None:
    assert (
        select(
            data,
            """SELECT ?s WHERE { ?s a pledge:Requirement ; pledge:statedIn ?p .
              OPTIONAL { ?s pledge:partOfOutcome ?stored } OPTIONAL { ?p dcterms:isPartOf ?above .
                ?above a pledge:Outcome }
              FILTER(COALESCE(?stored, "none") != COALESCE(?above, "none")) }""",
        )
        == []
    )
    rows = select(
        data,
        "SELECT ?o (COUNT(*) AS ?n) WHERE { ?s pledge:partOfOutcome ?o } GROUP BY ?o ORDER BY ?o",
    )
    assert rows == [("¶OUT1", "37"), ("¶OUT2", "6"), ("¶OUT3", "6")]


# --- readings ----------------------------------------------------------------------------------


def test_every_open_question_has_a_default_and_a_rival(data: Store) -> None:
    rows = select(
        data,
        """SELECT ?n (COUNT(DISTINCT ?d) AS ?defaults)
            (COUNT(DISTINCT ?r) - COUNT(DISTINCT ?d) AS ?rivals)
            (COUNT(DISTINCT ?q) AS ?questions) WHERE {
          ?s pledge:reading ?r . ?r a pledge:Reading ; dcterms:identifier ?n ; pledge:question ?q .
          OPTIONAL { ?s pledge:defaultReading ?r . BIND(?r AS ?d) } } GROUP BY ?n""",
    )
    assert sorted(rows, key=lambda row: int(row[0][1:])) == [
        ("N1", "1", "1", "1"),
        ("N2", "1", "1", "1"),
        ("N3", "1", "2", "1"),
        ("N4", "1", "1", "1"),
        ("N5", "1", "1", "1"),
        ("N6", "3", "2", "1"),
        ("N7", "1", "1", "1"),
        ("N8", "1", "1", "1"),
        ("N9", "1", "1", "1"),
        ("N10", "1", "1", "1"),
        ("N11", "1", "1", "1"),
        ("N12", "1", "1", "1"),
        ("N13", "1", "1", "1"),
        ("N14", "1", "1", "1"),
        ("N15", "1", "1", "1"),
        ("N16", "1", "1", "1"),
    ]


def test_a_statement_follows_one_reading_of_each_question_asked_about_it(data: Store) -> None:
    rows = select(
        data,
        """SELECT ?s ?n (COUNT(DISTINCT ?d) AS ?defaults) WHERE {
          ?s pledge:reading/dcterms:identifier ?n .
          OPTIONAL { ?s pledge:defaultReading ?d . ?d dcterms:identifier ?n } } GROUP BY ?s ?n""",
    )
    assert len(rows) == 41
    assert [row for row in rows if row[2] != "1"] == []
    assert not select(
        data,
        "SELECT ?s WHERE { ?s pledge:defaultReading ?r . MINUS { ?s pledge:reading ?r } }",
    )


def test_a_reading_says_who_reads_so_and_since_when(data: Store) -> None:
    rows = select(
        data,
        """SELECT ?r ?who ?day WHERE { ?r a pledge:Reading ; dcterms:description ?why ;
          prov:wasAttributedTo ?who ; dcterms:created ?day . ?who a prov:Agent }""",
    )
    assert len(rows) == 36
    assert {(who, day) for _, who, day in rows} == {("agent/pledgegraph-editors", "2026-11-24")}
    assert all(r.startswith("reading/seoul-2024/N") for r, *_ in rows)


def test_the_severity_of_the_reading_followed_is_that_of_the_statement(data: Store) -> None:
    rows = select(
        data,
        """SELECT ?s WHERE { ?s pledge:defaultReading/pledge:impliesSeverity ?x .
          OPTIONAL { ?s pledge:defaultSeverity ?y } FILTER(!BOUND(?y) || ?x != ?y) }""",
    )
    assert rows == []


def test_two_readings_that_lead_to_different_severities(data: Store) -> None:
    rows = select(
        data,
        """SELECT ?r ?a ?x ?b ?y WHERE { ?r pledge:reading ?a, ?b .
          ?a pledge:impliesSeverity ?x . ?b pledge:impliesSeverity ?y .
          FILTER(STR(?a) < STR(?b) && ?x != ?y) } ORDER BY ?r""",
    )
    sh = "http://www.w3.org/ns/shacl#"
    framework = ("reading/seoul-2024/N6/normally-in-a-framework", f"{sh}Warning")
    elsewhere = ("reading/seoul-2024/N6/may-be-shown-elsewhere", f"{sh}Info")
    will = ("reading/seoul-2024/N6/same-as-will", f"{sh}Violation")
    assert rows == [
        ("BP1.a", *framework, *will),
        ("BP1.b", *framework, *will),
        ("BP2", *elsewhere, *will),
        ("BP3.a", *framework, *will),
        ("BP3.b", *framework, *will),
        ("BP4.a", *elsewhere, *will),
        ("BP4.b", *elsewhere, *will),
        ("BP5.a", *elsewhere, *will),
        ("BP5.b", *elsewhere, *will),
        ("BP6.a", *elsewhere, *will),
        ("BP6.b", *elsewhere, *will),
        ("BP6.c", *elsewhere, *will),
        ("BP6.d", *elsewhere, *will),
        ("BP7", *elsewhere, *will),
        ("BP8", *elsewhere, *will),
        (
            "I.d",
            "reading/seoul-2024/N4/covers-before-only",
            f"{sh}Violation",
            "reading/seoul-2024/N4/covers-both",
            f"{sh}Info",
        ),
    ]


# --- beside it ---------------------------------------------------------------------------------


def test_the_dates_of_the_summit_come_with_sources(data: Store) -> None:
    rows = select(
        data,
        """SELECT ?start ?end (COUNT(?source) AS ?sources) WHERE {
          id:event\\/paris-2025 schema:startDate ?start ; schema:endDate ?end ;
            dcterms:source ?source } GROUP BY ?start ?end""",
    )
    assert rows == [("2025-02-10", "2025-02-11", "4")]
