"""`pledgegraph.validation.explanation`."""

from __future__ import annotations

import pytest

from pledgegraph.severity import Severity
from pledgegraph.store.term import BlankNode, Iri
from pledgegraph.store.term import Literal as Text
from pledgegraph.validation import explanation
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
    assert [b.is_begun for b in finding.because] == [False, False]
    assert [f.problem for f in finding.because[0].findings] == ["No reason."]
    [finding] = explain(
        BRANCHES.replace("sh:minCount 2", "sh:minCount 2 ; sh:class e:W"),
        "e:x a e:C ; e:p 1 ; e:q 1 ; e:why e:y .",
    )
    assert [(b.name, len(b.findings)) for b in finding.because] == [("Told", 1), ("Reasoned", 2)]
    assert [f.problem for f in finding.because[0].findings] == ["No r."]


def test_each_focus_node_has_its_own_reasons() -> None:
    [x, y] = explain(BRANCHES, "e:x a e:C ; e:p 1 . e:y a e:C ; e:why 1 .")
    assert [(b.name, len(b.findings)) for b in x.because] == [("Told", 2), ("Reasoned", 1)]
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
    assert [(b.name, len(b.findings)) for b in reason.because] == [("Told", 2), ("Reasoned", 1)]


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
    assert [(b.name, b.value) for b in some.because] == [("English", "“a”"), ("English", "“b”")]
    assert [f.problem for b in some.because for f in b.findings] == ["Not English."] * 2


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


CLAIMS = """
e:S a sh:NodeShape ; sh:targetClass e:C ; sh:or ( e:Told e:Claimed ) ;
  sh:message 'No practice. Describe one, or claim one.'@en .
e:Told a sh:PropertyShape ; sh:name 'Told'@en ; sh:path [ sh:inversePath e:practiceOf ] ;
  sh:qualifiedValueShape e:Practice ; sh:qualifiedMinCount 1 ; sh:message 'None. Add one.'@en .
e:Practice a sh:NodeShape ; sh:name 'Practice'@en ; sh:class e:Practice ;
  sh:message 'It is no practice. Make it one.'@en .
e:Claimed a sh:PropertyShape ; sh:name 'Claimed'@en ; sh:path [ sh:inversePath e:claimAbout ] ;
  sh:qualifiedValueShape e:OnOne ; sh:qualifiedMinCount 1 ; sh:message 'No claim. Add one.'@en .
e:OnOne a sh:NodeShape ; sh:name 'Reasoned claim on one'@en ; sh:node e:Reasoned ;
  sh:property e:OnOne-answers ; sh:message 'It is no reasoned claim on one. Mend it.'@en .
e:OnOne-answers a sh:PropertyShape ; sh:path e:answers ; sh:hasValue e:one ;
  sh:message 'It is not on one. Let it be.'@en .
e:Reasoned a sh:NodeShape ; sh:name 'Reasoned claim'@en ; sh:property e:Reasoned-because ;
  sh:message 'It is no reasoned claim. Mend it.'@en .
e:Reasoned-because a sh:PropertyShape ; sh:path e:because ; sh:minCount 1 ;
  sh:message 'The claim gives no reason. Add one.'@en .
"""
OTHERS = "\n".join(
    f"e:c{n} a e:Claim ; e:claimAbout e:x ; e:answers e:n{n} ; e:because 1 ." for n in range(71)
)


def test_of_many_claims_the_one_that_was_meant_is_explained() -> None:
    claim = "e:c a e:Claim ; e:claimAbout e:x ; e:answers e:one ."
    [finding] = explain(CLAIMS, f"e:x a e:C . {claim} {OTHERS}")
    [claimed, told] = finding.because
    assert [(b.name, b.is_begun) for b in finding.because] == [("Claimed", True), ("Told", False)]
    [count] = claimed.findings
    assert (count.expected, count.found) == (
        "at least 1 value that is “Reasoned claim on one”",
        "none such among 72 values: claim c",
    )
    [on_one] = count.because
    assert (on_one.name, on_one.value) == ("Reasoned claim on one", "claim c")
    [unreasoned] = on_one.findings
    [reasoned] = unreasoned.because
    assert [(f.problem, f.subject, f.found) for f in reasoned.findings] == [
        ("The claim gives no reason.", "claim c", "nothing")
    ]
    assert [(f.problem, f.found, f.because) for f in told.findings] == [("None.", "nothing", ())]


def test_without_such_a_claim_the_branch_says_that_there_is_none() -> None:
    [finding] = explain(CLAIMS, f"e:x a e:C . {OTHERS}")
    [claimed] = [branch for branch in finding.because if branch.name == "Claimed"]
    assert claimed.is_begun is False
    assert [(f.problem, f.found, f.because) for f in claimed.findings] == [
        ("No claim.", "none such among 71 values", ())
    ]


def test_what_a_query_fills_into_its_message_is_named() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:message 'It follows a part. Mend it.'@en ;
      sh:sparql e:S-q .
    e:S-q sh:message 'It follows {?value}, a part of {?whole}. Mend it.'@en ;
      sh:select 'SELECT $this ?value ?whole WHERE { $this ?p ?value . ?value ?q ?whole }' .
    """
    data = "e:x a e:C ; e:p _:part . _:part e:q e:whole . e:whole a e:Whole ."
    for engine in ("turbo", "reference"):
        [finding] = explain(shapes, data, engine=engine)
        assert finding.message == "It follows unnamed thing of c x, a part of whole whole. Mend it."


def test_what_has_no_name_stands_where_its_owner_stands() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:D ; sh:property e:S-p .
    e:S-p a sh:PropertyShape ; sh:path e:p ; sh:minCount 1 ; sh:message 'No p. Add p.'@en .
    """
    [finding] = explain(shapes, "e:x a e:C ; e:has [ a e:D ] .", x=Place(line=7))
    assert (finding.subject, finding.line) == ("unnamed d of c x", 7)


def test_a_query_that_names_no_value_has_none() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:message 'No. Mend.'@en ; sh:sparql e:S-q .
    e:S-q sh:select 'SELECT $this ?path WHERE { $this a ?kind BIND(e:p AS ?path) }' ;
      sh:prefixes e:prefixes .
    e:prefixes sh:declare e:prefix .
    e:prefix sh:prefix 'e' ; sh:namespace 'https://example.org/'^^xsd:anyURI .
    """
    for engine in ("turbo", "reference"):
        [finding] = explain(shapes, "e:x a e:C .", engine=engine)
        assert (finding.path, finding.value) == ("<https://example.org/p>", None)


def test_of_those_that_are_only_counted_no_reasons_are_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(explanation, "MAX_FINDINGS", 1)
    [first, second] = explain(BRANCHES, "e:x a e:C . e:y a e:C .")
    assert (len(first.because), second.because) == (2, ())
    assert (first.expected, second.expected) == ("either “Told” or “Reasoned”", None)
    assert second.subject == "c y"


def test_a_fault_becomes_a_finding() -> None:
    fault = Fault(
        Iri(E + "x"), Iri(E + "p"), Text("a"), DECLARED, "No. Mend.", ("b",), Severity.INFO
    )
    places = {E + "x": Place("data/x.ttl", 4)}
    [finding] = explain_faults([fault, fault], data=graph_of("e:x a e:C ."), places=places)
    assert (finding.expected, finding.found) == (None, "“a”, a plain string")
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
