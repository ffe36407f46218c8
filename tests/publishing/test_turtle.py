"""`pledgegraph.publishing.turtle`, with the terms and lists it writes."""

from collections.abc import Iterable
from pathlib import Path
from random import Random

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgegraph.errors import DataError
from pledgegraph.publishing.turtle import format_file, format_turtle, list_unformatted
from pledgegraph.store.term import Iri, Literal, Triple

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
REQ = "https://w3id.org/pledgegraph/req/seoul-2024/"

UNTIDY = """
# What was promised?
   # Two lines,


# and a second paragraph.

@prefix unused: <https://example.org/unused#> .
@prefix r: <https://w3id.org/pledgegraph/req/seoul-2024/> .
@prefix p: <https://w3id.org/pledgegraph/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@base <https://w3id.org/pledgegraph/req/seoul-2024/> .

r:II.b p:position 10 ; a p:Requirement .
<II.a/place/10> p:position 3 .
<II.a/place/2> p:position 2 .
r:II.a p:verbatim '''Set out
thresholds'''@en ; p:dependsOn r:OUT1, r:FN3.a, <https://example.org/x> ;
  p:locatedAt <II.a/place/10> , <II.a/place/2> ; skos:altLabel "b" ; skos:prefLabel "B"@en ;
     p:object 12 , 9 , () , ( r:I.a "x" 1 ) , r:I.a ; a p:Requirement ; p:position 01 .
"""

TIDY = '''\
# What was promised?
# Two lines,

# and a second paragraph.

@prefix pledge: <https://w3id.org/pledgegraph/ns#> .
@prefix req: <https://w3id.org/pledgegraph/req/seoul-2024/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

req:II.a a pledge:Requirement ;
  skos:prefLabel "B"@en ;
  skos:altLabel "b" ;
  pledge:dependsOn <https://example.org/x> ,
    req:FN3.a ,
    req:OUT1 ;
  pledge:locatedAt <https://w3id.org/pledgegraph/req/seoul-2024/II.a/place/2> ,
    <https://w3id.org/pledgegraph/req/seoul-2024/II.a/place/10> ;
  pledge:object req:I.a ,
    9 ,
    12 ,
    ( req:I.a "x" 1 ) ,
    () ;
  pledge:position "01"^^xsd:integer ;
  pledge:verbatim """Set out
thresholds"""@en .

<https://w3id.org/pledgegraph/req/seoul-2024/II.a/place/2> pledge:position 2 .

<https://w3id.org/pledgegraph/req/seoul-2024/II.a/place/10> pledge:position 3 .

req:II.b a pledge:Requirement ;
  pledge:position 10 .
'''


def test_a_file_is_written_in_the_one_way() -> None:
    assert format_turtle(UNTIDY) == TIDY


def test_what_was_written_is_written_the_same_again() -> None:
    assert format_turtle(TIDY) == TIDY


@pytest.mark.parametrize(
    ("iri", "written"),
    [
        (REQ + "II.a", "req:II.a"),
        (REQ + "VII.x1", "req:VII.x1"),
        (REQ + "2a-", "req:2a-"),
        (REQ + "II.a/place/1", f"<{REQ}II.a/place/1>"),
        (REQ + "II.", f"<{REQ}II.>"),
        (REQ + ".a", f"<{REQ}.a>"),
        (REQ + "-a", f"<{REQ}-a>"),
        (REQ + "a#b", f"<{REQ}a#b>"),
        (REQ + "a'b", f"<{REQ}a'b>"),
        (REQ + "%41", f"<{REQ}%41>"),
        (REQ, f"<{REQ}>"),
        ("https://w3id.org/pledgegraph/req/x", "<https://w3id.org/pledgegraph/req/x>"),
        ("https://w3id.org/pledgegraph/id/x", "id:x"),
        (RDF + "nil", "rdf:nil"),
        ("https://example.org/\u202e", "<https://example.org/\\u202E>"),
    ],
)
def test_a_prefixed_name_is_used_only_where_no_escape_is_needed(iri: str, written: str) -> None:
    text = format_turtle([Triple(Iri(iri), Iri("x:p"), Iri("x:o"))])
    assert text.splitlines()[-1] == f"{written} <x:p> <x:o> ."


@pytest.mark.parametrize(
    ("literal", "written"),
    [
        (Literal("0", XSD + "integer"), "0"),
        (Literal("-12", XSD + "integer"), "-12"),
        (Literal("-0", XSD + "integer"), '"-0"^^xsd:integer'),
        (Literal("+1", XSD + "integer"), '"+1"^^xsd:integer'),
        (Literal("007", XSD + "integer"), '"007"^^xsd:integer'),
        (Literal("٣", XSD + "integer"), '"٣"^^xsd:integer'),
        (Literal("1\n", XSD + "integer"), '"""1\n"""^^xsd:integer'),
        (Literal("0.0", XSD + "decimal"), "0.0"),
        (Literal("-0.5", XSD + "decimal"), "-0.5"),
        (Literal("10.05", XSD + "decimal"), "10.05"),
        (Literal("-0.0", XSD + "decimal"), '"-0.0"^^xsd:decimal'),
        (Literal("1.50", XSD + "decimal"), '"1.50"^^xsd:decimal'),
        (Literal("1", XSD + "decimal"), '"1"^^xsd:decimal'),
        (Literal("1.", XSD + "decimal"), '"1."^^xsd:decimal'),
        (Literal(".5", XSD + "decimal"), '".5"^^xsd:decimal'),
        (Literal("1.0E0", XSD + "double"), '"1.0E0"^^xsd:double'),
        (Literal("true", XSD + "boolean"), "true"),
        (Literal("1", XSD + "boolean"), '"1"^^xsd:boolean'),
        (Literal("5", XSD + "nonNegativeInteger"), '"5"^^xsd:nonNegativeInteger'),
        (Literal("true"), '"true"'),
        (Literal("a", RDF + "langString", "en-gb"), '"a"@en-gb'),
        (Literal(""), '""'),
        (Literal('say "no" \\'), '"say \\"no\\" \\\\"'),
        (Literal("it's # <no> @comment"), '"it\'s # <no> @comment"'),
        (Literal("\t\r\b\f\0"), '"\\t\\r\\b\\f\\u0000"'),
        (Literal("\u200b\ufeff\u2028\x85\U000e0041"), '"\\u200B\\uFEFF\\u2028\\u0085\\U000E0041"'),
        (Literal("“quoted” — ¡é 例 🦊"), '"“quoted” — ¡é 例 🦊"'),
        (Literal("a\nb"), '"""a\nb"""'),
        (Literal("a\r\nb"), '"""a\\r\nb"""'),
        (Literal('"\n"'), '"""\\"\n\\""""'),
        (Literal('a """ b\n'), '"""a \\"\\"" b\n"""'),
        (Literal("\\\n"), '"""\\\\\n"""'),
    ],
)
def test_literals_are_written(literal: Literal, written: str) -> None:
    text = format_turtle([Triple(Iri("x:s"), Iri("x:p"), literal)])
    assert text.removeprefix(f"@prefix xsd: <{XSD}> .\n\n") == f"<x:s> <x:p> {written} .\n"
    [quad] = ox.parse(text, format=ox.RdfFormat.TURTLE)
    assert quad.object.value == literal.value


def test_given_prefixes_replace_the_table_and_the_longer_namespace_wins() -> None:
    prefixes = {"e": "https://example.org/", "x": "https://example.org/x/", "z": "z:"}
    assert format_turtle(
        "<https://example.org/x/a> <https://example.org/x/b/c> <https://example.org/d> .",
        prefixes=prefixes,
    ) == (
        "@prefix e: <https://example.org/> .\n@prefix x: <https://example.org/x/> .\n\n"
        "x:a <https://example.org/x/b/c> e:d .\n"
    )


# --- comments ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("# a\n<x:s> <x:p> 1 .\n", "# a\n\n"),
        ("\n\n# a\r\n# b\r<x:s> <x:p> 1 .", "# a\n# b\n\n"),
        ("# a\u2028<x:t> <x:p> 2 .\n<x:s> <x:p> 1 .", "# a\u2028<x:t> <x:p> 2 .\n\n"),
        ("#\n<x:s> <x:p> 1 .", "#\n\n"),
    ],
)
def test_the_comment_at_the_top_stays(text: str, header: str) -> None:
    assert format_turtle(text) == f"{header}<x:s> <x:p> 1 .\n"


@pytest.mark.parametrize(
    ("text", "formatted"),
    [("", ""), ("\n\n", ""), ("# only this", "# only this\n"), ("@prefix x: <x:> .", "")],
)
def test_a_file_without_statements(text: str, formatted: str) -> None:
    assert format_turtle(text) == formatted


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<x:s> <x:p> 1 . # why", 1),
        ("# top\n@prefix x: <x:> .\n# below\nx:s x:p 1 .", 3),
        ("<x:s> <x:p> 1 ;\n  # two\n  <x:q> 2 .", 2),
        ('<x:s> <x:p> "#", \'#\', """\n#""", <x:#> .\n<x:s> <x:p> 1 .\n# end', 4),
        ("@prefix x: <x:> .\nx:s x:p x:a\\'b , x:c .\n# end", 3),
    ],
)
def test_a_comment_further_down_is_refused(text: str, line: int) -> None:
    with pytest.raises(DataError) as caught:
        format_turtle(text, file="data/x.ttl")
    assert str(caught.value) == (
        f"data/x.ttl, line {line}: a comment stands here and formatting would lose it; expected "
        "comments in the lines above the first statement, or an rdfs:comment."
    )


@pytest.mark.parametrize(
    "text",
    [
        '<x:s> <x:p> "#", \'#\', """\n#"" """, \'\'\'#\'\'\', <x:#> .',
        '<x:s> <x:p> "\\"#", """\\"""#""" .',
        "@prefix x: <x:> .\nx:s x:p x:a\\#b .",
    ],
)
def test_a_hash_inside_a_term_is_no_comment(text: str) -> None:
    assert "#" in format_turtle(text)


# --- refusals ----------------------------------------------------------------------------------


NO_LIST = "x:s: x:p leads to a blank node that is no list of IRIs and literals"
NO_PART = "a blank node with {} is no part of a list that an IRI leads to"
NOT_1_1 = "only RDF 1.2 has triple terms and base directions"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<x:s> <x:p> [] .", f"x.ttl, {NO_LIST}; "),
        ("<x:s> <x:p> ( 1 [] ) .", f"x.ttl, {NO_LIST}; "),
        ("<x:s> <x:p> ( 1 ( 2 ) ) .", f"x.ttl, {NO_LIST}; "),
        ("<x:s> <x:p> _:a , _:b . _:a <x:q> _:a .", f"x.ttl, {NO_LIST}; "),
        ("[] <x:p> <x:o> .", f"x.ttl: {NO_PART.format('x:p')}; "),
        ("( 1 ) <x:p> <x:o> .", f"x.ttl: {NO_PART.format(RDF + 'first')}; "),
        ("<x:s> <x:p> 1 .\n<x:s> <x:p> .", "x.ttl, line 2, column 13: "),
        ("<s> <x:p> 1 .", "x.ttl, line 1, column 1: No scheme found in an absolute IRI; "),
        ("<x:s> <x:p>\n'\ud800' .", "x.ttl, line 2: half a surrogate pair is no character; "),
        ("<x:s> <x:p> <<( <x:s> <x:p> <x:o> )>> .", f"x.ttl, <x:s> <x:p> <x:o>: {NOT_1_1}; "),
        ("<x:s> <x:p> 'a'@he--rtl .", f'x.ttl, "a"@he--rtl: {NOT_1_1}; '),
    ],
)
def test_what_cannot_be_written_is_refused(text: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        format_turtle(text, file="x.ttl")
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    "cells",
    [
        "_:a, _:b. _:a r:first 1; r:rest _:c. _:b r:first 2; r:rest _:c. _:c r:first 3; r:rest ()",
        "_:a ; <x:q> _:a . _:a r:first 1 ; r:rest r:nil",
        "_:a . _:a r:first 1 ; r:rest r:nil ; <x:q> 2",
        "_:a . _:a r:first 1 ; r:rest _:b . _:b r:first 2 ; r:rest _:a",
        "_:a . _:a r:first 1",
        "_:a . _:a r:first 1 ; r:rest <x:end>",
        "_:a . _:a r:first 1 , 2 ; r:rest r:nil",
        "1 . _:a r:first 1 ; r:rest _:a",
    ],
    ids=["shared", "used-twice", "says-more", "loop", "open", "no-cell", "two-members", "no-head"],
)
def test_cells_that_are_no_list_are_refused(cells: str) -> None:
    with pytest.raises(DataError, match="blank node"):
        format_turtle(f"@prefix r: <{RDF}> . <x:s> <x:p> {cells} .")


@pytest.mark.parametrize(
    ("triple", "problem"),
    [
        (
            Triple(Iri("x:a> <x:b"), Iri("x:p"), Literal("")),
            "it holds a character that no IRI may hold",
        ),
        (
            Triple(Iri("x:a"), Iri("x:p q"), Literal("")),
            "it holds a character that no IRI may hold",
        ),
        (
            Triple(Iri("x:a"), Iri("x:p"), Literal("a", RDF + "langString", "en .\n<x:b>")),
            "'en .\\n<x:b>' is no language tag",
        ),
    ],
)
def test_text_never_becomes_syntax(triple: Triple, problem: str) -> None:
    with pytest.raises(DataError) as caught:
        format_turtle([triple])
    assert caught.value.fields["problem"] == problem


# --- laws --------------------------------------------------------------------------------------

FIRST, REST, NIL = (ox.NamedNode(RDF + name) for name in ("first", "rest", "nil"))
Leaf = ox.NamedNode | ox.Literal
Statement = tuple[ox.NamedNode, ox.NamedNode, Leaf | tuple[Leaf, ...]]


def is_iri(text: str) -> bool:
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


# UTF-8 has no surrogates, so no file can hold them.
texts = st.text(st.characters(exclude_categories=["Cs"])) | st.text(st.sampled_from("\"'\\\n\r#<a"))
iris = (
    st.builds(
        "".join,
        st.tuples(
            st.sampled_from([REQ, RDF, XSD, "https://example.org/", "urn:x:"]),
            st.text(st.sampled_from("aIV.0129-_~:/%4é'()\u2028\u202e"), max_size=6),
        ),
    )
    .filter(is_iri)
    .map(ox.NamedNode)
)
numbers = st.text(st.sampled_from("+-.0123eE"), max_size=5) | st.sampled_from(["true", "1" * 5000])
literals = (
    st.builds(ox.Literal, texts)
    | st.builds(lambda v, t: ox.Literal(v, language=t), texts, st.sampled_from(["en", "de-ch"]))
    | st.builds(
        lambda v, t: ox.Literal(v, datatype=ox.NamedNode(XSD + t)),
        numbers | texts,
        st.sampled_from(["integer", "decimal", "boolean", "double", "string", "date"]),
    )
)
leaves = iris | literals
statements = st.tuples(iris, iris, leaves | st.lists(leaves, max_size=3).map(tuple))
graphs = st.lists(statements, max_size=8, unique=True)


def to_triples(graph: Iterable[Statement]) -> list[ox.Triple]:
    triples = []
    for subject, predicate, value in graph:
        if not isinstance(value, tuple):
            triples.append(ox.Triple(subject, predicate, value))
            continue
        head: ox.NamedNode | ox.BlankNode = NIL
        for item in reversed(value):
            cell = ox.BlankNode()
            triples += [ox.Triple(cell, FIRST, item), ox.Triple(cell, REST, head)]
            head = cell
        triples.append(ox.Triple(subject, predicate, head))
    return triples


def read_back(text: str) -> set[Statement]:
    parsed = [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)]
    items = {t.subject: t.object for t in parsed if t.predicate == FIRST}
    rests = {t.subject: t.object for t in parsed if t.predicate == REST}
    graph = set()
    for subject, predicate, value in parsed:
        if isinstance(subject, ox.BlankNode):
            continue
        members, node = [], value
        while isinstance(node, ox.BlankNode):
            members.append(items[node])
            node = rests[node]
        graph.add((subject, predicate, tuple(members) if node == NIL else value))
    return graph


@given(graphs)
@settings(deadline=None)
def test_the_triples_are_the_same(graph: list[Statement]) -> None:
    expected = {(s, p, () if o == NIL else o) for s, p, o in graph}
    assert read_back(format_turtle(to_triples(graph))) == expected


@given(graphs)
@settings(deadline=None)
def test_it_is_a_fixed_point(graph: list[Statement]) -> None:
    once = format_turtle(to_triples(graph))
    assert format_turtle(once) == once


@given(graphs, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_the_triples_does_not_matter(graph: list[Statement], random: Random) -> None:
    triples = to_triples(graph)
    shuffled = random.sample(triples, len(triples))
    assert format_turtle(shuffled) == format_turtle(triples)


@given(texts)
@settings(deadline=None)
def test_another_parser_reads_the_same_text(text: str) -> None:
    written = format_turtle([Triple(Iri("x:s"), Iri("x:p"), Literal(text))])
    [value] = rdflib.Graph().parse(data=written, format="turtle").objects()
    assert str(value) == text


def test_plain_triples_and_those_of_the_parser_are_written_alike() -> None:
    plain = [Triple(Iri("x:s"), Iri("x:p"), Literal("a", RDF + "langString", "en"))]
    parsed = [quad.triple for quad in ox.parse("<x:s> <x:p> 'a'@en .", format=ox.RdfFormat.TURTLE)]
    assert format_turtle(plain) == format_turtle(parsed) == '<x:s> <x:p> "a"@en .\n'


# --- files -------------------------------------------------------------------------------------


def test_files_that_are_not_in_canonical_form_are_listed(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.ttl").write_text("<x:s>   <x:p> 1 .", encoding="utf-8")
    (tmp_path / "a.ttl").write_text("<x:s> <x:p> 1 .\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text("no Turtle", encoding="utf-8")
    (tmp_path / "sub" / "a.ttl").write_bytes(b"<x:s> <x:p> 1 .\r\n")
    assert list_unformatted(tmp_path) == (tmp_path / "b.ttl", tmp_path / "sub" / "a.ttl")
    assert list_unformatted(tmp_path / "b.ttl") == (tmp_path / "b.ttl",)
    assert list_unformatted(tmp_path / "a.ttl") == ()
    assert format_file(tmp_path / "b.ttl") == "<x:s> <x:p> 1 .\n"
    assert (tmp_path / "b.ttl").read_text(encoding="utf-8") == "<x:s>   <x:p> 1 ."


def test_an_error_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_bytes(b"<x:s> <x:p> 1 .\n<x:s> <x:p> '\xff' .")
    with pytest.raises(DataError) as caught:
        format_file(path)
    assert str(caught.value) == (
        f"{path}, line 2: byte 29 is not UTF-8; expected a text file in UTF-8."
    )


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        list_unformatted(tmp_path / "none")
    assert str(caught.value) == (
        f"{tmp_path}/none: there is no such file or folder; expected one of both."
    )


def test_the_data_is_in_canonical_form(repository: Path) -> None:
    wrong = list_unformatted(repository / "data")
    assert not wrong, f"run `make format`; it rewrites {', '.join(map(str, wrong))}"
