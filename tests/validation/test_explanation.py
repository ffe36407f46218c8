"""`pledgegraph.validation.explanation`."""

from __future__ import annotations

from pledgegraph.severity import Severity
from pledgegraph.store.term import BlankNode, Iri
from pledgegraph.store.term import Literal as Text
from pledgegraph.validation.explanation import Place, explain_faults
from pledgegraph.validation.faults import CLASSED, DECLARED, Fault
from tests.validation.samples import E, explain, graph_of

BRANCHES = """
e:S a sh:NodeShape ; sh:name 'Answer'@en ; sh:targetClass e:C ; sh:or ( e:Told e:Reasoned ) ;
  sh:message 'It has neither. Add one.'@en ; dcterms:subject e:r .
e:Told a sh:NodeShape ; sh:name 'Told'@en ; sh:property e:Told-p , e:Told-q , e:Told-r .
e:Told-p a sh:PropertyShape ; sh:path e:p ; sh:minCount 1 ; sh:message 'No p. Add p.'@en .
e:Told-q a sh:PropertyShape ; sh:path e:q ; sh:minCount 1 ; sh:message 'No q. Add q.'@en .
e:Told-r a sh:PropertyShape ; sh:path e:r ; sh:minCount 1 ; sh:message 'No r. Add r.'@en .
e:Reasoned a sh:PropertyShape ; sh:name 'Reasoned'@en ; sh:path e:why ; sh:minCount 2 ;
  sh:message 'No reason. Add two.'@en .
"""


def test_a_finding_has_the_words_for_its_result() -> None:
    [finding] = explain(BRANCHES, "e:x a e:C ; dcterms:identifier 'X1' .", x=Place("data/x.ttl", 4))
    assert (finding.subject, finding.focus) == ("c X1", E + "x")
    assert (finding.shape_name, finding.shape) == ("Answer", E + "S")
    assert (finding.path, finding.value, finding.component) == (None, None, "Or")
    assert finding.severity is Severity.VIOLATION
    assert finding.requirements == (E + "r",)
    assert finding.place == "data/x.ttl:4"
    assert {type(getattr(finding, name)) for name in ("focus", "shape", "component")} == {str}


def test_the_branch_that_nearly_held_comes_first() -> None:
    [finding] = explain(BRANCHES, "e:x a e:C .")
    assert [(b.name, len(b.findings)) for b in finding.because] == [("Reasoned", 1), ("Told", 3)]
    assert [f.problem for f in finding.because[0].findings] == ["No reason."]
    [finding] = explain(
        BRANCHES.replace("sh:minCount 2", "sh:minCount 2 ; sh:class e:W"),
        "e:x a e:C ; e:p 1 ; e:q 1 ; e:why e:y .",
    )
    assert [(b.name, len(b.findings)) for b in finding.because] == [("Told", 1), ("Reasoned", 2)]
    assert [f.problem for f in finding.because[0].findings] == ["No r."]


def test_each_focus_node_has_its_own_reasons() -> None:
    [x, y] = explain(BRANCHES, "e:x a e:C ; e:p 1 . e:y a e:C ; e:why 1 .")
    assert [(b.name, len(b.findings)) for b in x.because] == [("Reasoned", 1), ("Told", 2)]
    assert [(b.name, len(b.findings)) for b in y.because] == [("Reasoned", 1), ("Told", 3)]


def test_of_one_and_only_one_the_branches_that_hold_are_told() -> None:
    shapes = BRANCHES.replace("sh:or", "sh:xone").replace("sh:minCount 2", "sh:minCount 1")
    [finding] = explain(shapes, "e:x a e:C ; e:p 1 ; e:q 1 ; e:r 1 ; e:why 1 .")
    assert [(b.name, b.findings) for b in finding.because] == [("Told", ()), ("Reasoned", ())]


def test_reasons_go_deeper_where_a_branch_has_branches() -> None:
    shapes = (
        BRANCHES
        + """
    e:T a sh:NodeShape ; sh:targetClass e:D ; sh:property e:T-p .
    e:T-p a sh:PropertyShape ; sh:path e:p ; sh:node e:U ; sh:message 'Bad p. Mend it.'@en .
    e:U a sh:NodeShape ; sh:name 'U'@en ; sh:or ( e:Told e:Reasoned ) ;
      sh:message 'Neither. Add one.'@en .
    """
    )
    [finding] = explain(shapes, "e:x a e:D ; e:p e:y . e:y e:q 1 .")
    assert finding.value == "y"
    [branch] = finding.because
    [reason] = branch.findings
    assert (branch.name, reason.problem) == ("U", "Neither.")
    assert [(b.name, len(b.findings)) for b in reason.because] == [("Reasoned", 1), ("Told", 2)]


def test_a_count_is_explained_by_each_value_that_was_not_counted() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-p .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:qualifiedValueShape e:En ; sh:qualifiedMinCount 1 .
    e:En a sh:NodeShape ; sh:name 'English'@en ; sh:languageIn ( 'en' ) ;
      sh:message 'Not English. Tag it.'@en .
    """
    [none] = explain(shapes, "e:x a e:C .")
    assert none.because == ()
    [some] = explain(shapes, "e:x a e:C ; e:p 'a'@de , 'b'@fr .")
    assert [b.name for b in some.because] == ["English", "English"]
    assert [f.problem for b in some.because for f in b.findings] == ["Not English."] * 2


def test_the_nearest_allowed_codes_are_named() -> None:
    shapes = """
    PREFIX code: <https://w3id.org/pledgegraph/code#>
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-p , e:S-q .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:node e:In .
    e:S-q a sh:PropertyShape ; sh:path e:q ; sh:in ( sh:Violation sh:Warning ) .
    e:In a sh:NodeShape ; sh:property e:In-scheme .
    e:In-scheme a sh:PropertyShape ; sh:path skos:inScheme ; sh:hasValue code:locus .
    """
    data = """
    PREFIX code: <https://w3id.org/pledgegraph/code#>
    code:locus-framework skos:inScheme code:locus . code:locus-conduct skos:inScheme code:locus .
    e:x a e:C ; e:p code:locus-framwork ; e:q sh:Warnung .
    """
    [first, second] = explain(shapes, data)
    assert first.nearest[0] == "code:locus-framework"
    assert second.nearest == ("sh:Warning",)


def test_what_a_finding_repeats_of_the_data_is_cut() -> None:
    shapes = '''
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-p ; sh:sparql e:S-q .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:in ( e:red ) .
    e:S-q sh:message 'It has {?value}.'@en ; sh:select """SELECT $this ?value WHERE {
      $this ?p ?value FILTER(ISLITERAL(?value)) }""" .
    '''
    long = "x" * 50_000
    found = explain(shapes, f"e:{long} a e:C ; e:p '{long}' , e:{long} .")
    assert len(found) == 3
    assert max(finding.size for finding in found) < 5_000
    assert {len(finding.focus) for finding in found} == {2_000}
    assert all(finding.nearest == () for finding in found)


def test_ten_reasons_are_told_of_each_kind() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:S-p .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:qualifiedValueShape e:V ; sh:qualifiedMinCount 1 .
    e:V a sh:NodeShape ; sh:property e:V-q .
    e:V-q a sh:PropertyShape ; sh:path e:q ; sh:datatype xsd:date .
    """
    values = " , ".join(map(str, range(20)))
    data = f"e:x a e:C ; e:p {', '.join(f'e:v{n}' for n in range(20))} ." + "\n".join(
        f"e:v{n} e:q {values} ." for n in range(20)
    )
    [finding] = explain(shapes, data)
    assert [len(branch.findings) for branch in finding.because] == [10] * 10


def test_a_fault_becomes_a_finding() -> None:
    fault = Fault(
        Iri(E + "x"), Iri(E + "p"), Text("a"), DECLARED, "No. Mend.", ("b",), Severity.INFO
    )
    places = {E + "x": Place("data/x.ttl", 4)}
    [finding] = explain_faults([fault, fault], data=graph_of("e:x a e:C ."), places=places)
    assert (finding.severity, finding.subject, finding.focus) == (Severity.INFO, "c x", E + "x")
    assert (finding.path, finding.value) == ("<https://example.org/p>", "a")
    assert (finding.problem, finding.remedy, finding.nearest) == ("No.", "Mend.", ("b",))
    assert (finding.shape_name, finding.component) == ("Declared term", "Vocabulary")
    assert finding.place == "data/x.ttl:4"


def test_a_fault_of_a_subject_has_neither_path_nor_value() -> None:
    fault = Fault(BlankNode("b"), None, None, CLASSED, "No.")
    [finding] = explain_faults([fault], data=graph_of(""), places={})
    assert (finding.focus, finding.subject) == ("", "unnamed thing")
    assert (finding.path, finding.value, finding.place) == (None, None, "")


def test_a_node_without_an_iri_has_no_label_in_a_finding() -> None:
    [finding] = explain(BRANCHES, "[] a e:C .")
    assert (finding.focus, finding.subject) == ("", "unnamed c")
