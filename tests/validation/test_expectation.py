"""`pledgegraph.validation.expectation`, by what findings say was expected."""

from __future__ import annotations

import pytest

from tests.validation.samples import explain
from tests.validation.wording import DATA, SHAPES


@pytest.mark.parametrize(
    ("constraint", "data", "expected"),
    [
        ("sh:minCount 1", "e:q 1", "at least 1 value"),
        ("sh:minCount 2", "e:q 1", "at least 2 values"),
        ("sh:maxCount 1", "pledge:because 1 , 2", "at most 1 value"),
        ("sh:maxCount 0", "pledge:because 1", "no value"),
        ("sh:maxCount 0 ; sh:class pledge:Threshold", "pledge:because e:t", "no value"),
        ("sh:minCount 1 ; sh:maxCount 1", "e:q 1", "exactly 1 value"),
        ("sh:minCount 1 ; sh:maxCount 3", "e:q 1", "1 to 3 values"),
        (
            "sh:minCount 1 ; sh:maxCount 1 ; sh:class pledge:Threshold",
            "e:q 1",
            "exactly 1 value: a threshold (pledge:Threshold)",
        ),
        (
            "sh:minCount 1 ; sh:datatype xsd:date",
            "e:q 1",
            "at least 1 value of the type xsd:date, such as 2025-02-28",
        ),
        (
            "sh:minCount 1 ; sh:node e:Listed",
            "e:q 1",
            "at least 1 value: a code of the list code:risk",
        ),
        ("sh:minCount 1 ; sh:node e:A", "e:q 1", "at least 1 value that is “A thing”"),
        (
            "sh:minCount 1 ; sh:or ( e:A e:B )",
            "e:q 1",
            "at least 1 value: either “A thing” or “A text”",
        ),
        ("sh:minCount 1 ; sh:nodeKind sh:IRI", "e:q 1", "at least 1 value: an IRI"),
        (
            "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape e:A",
            "e:q 1",
            "at least 1 value that is “A thing”",
        ),
        (
            "sh:qualifiedMinCount 2 ; sh:qualifiedValueShape e:A",
            "e:q 1",
            "at least 2 values, each “A thing”",
        ),
        (
            "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape e:Listed",
            "e:q 1",
            "at least 1 value of the list code:risk",
        ),
        (
            "sh:qualifiedMaxCount 1 ; sh:qualifiedValueShape e:A",
            "pledge:because e:t , e:l",
            "at most 1 value that is “A thing”",
        ),
    ],
)
def test_a_count_says_how_many_and_of_what(constraint: str, data: str, expected: str) -> None:
    [finding] = explain(f"{SHAPES} {constraint} .", f"{DATA} {data} .")
    assert finding.expected == expected


@pytest.mark.parametrize(
    ("constraint", "data", "expected"),
    [
        ("sh:datatype xsd:date", "1", "a value of the type xsd:date, such as 2025-02-28"),
        ("sh:datatype xsd:gDay", "1", "a value of the type xsd:gDay"),
        ("sh:datatype xsd:string", "1", "a plain string"),
        ("sh:datatype rdf:langString", "1", "a text with a language tag"),
        ("sh:class pledge:Threshold", "e:l", "a threshold (pledge:Threshold)"),
        ("sh:class pledge:Evidence", "e:l", "evidence (pledge:Evidence)"),
        ("sh:class e:Lamp", "e:t", "a lamp (<https://example.org/Lamp>)"),
        ("sh:nodeKind sh:IRI", "1", "an IRI"),
        ("sh:nodeKind sh:Literal", "e:t", "a literal"),
        ("sh:nodeKind sh:BlankNode", "e:t", "something without an IRI of its own"),
        ("sh:nodeKind sh:BlankNodeOrIRI", "1", "a thing, not a literal"),
        ("sh:nodeKind sh:IRIOrLiteral", "[]", "an IRI or a literal"),
        (
            "sh:nodeKind sh:BlankNodeOrLiteral",
            "e:t",
            "a literal, or something without an IRI of its own",
        ),
        ("sh:in ( 1 'a' code:risk-a )", "2", "one of “1”, “a”, code:risk-a"),
        ("sh:in ( code:risk-a )", "2", "code:risk-a"),
        (
            "sh:in ( 1 2 3 4 5 6 7 8 9 10 )",
            "11",
            "one of “1”, “2”, “3”, “4”, “5”, “6”, “7”, “8” or 2 others",
        ),
        ("sh:hasValue code:risk-a", "1", "code:risk-a"),
        ("sh:hasValue 'a' , 'b'", "'a'", "“a” and “b”"),
        ("sh:node e:Listed", "code:phase-a", "a code of the list code:risk"),
        ("sh:node e:A", "1", "a value that is “A thing”"),
        ("sh:pattern '^https?://'", "1", "an address that begins with https:// or http://"),
        ("sh:pattern '^a+$'", "1", "A short word"),
        ("sh:minLength 20", "1", "20 characters at least"),
        ("sh:maxLength 1", "12", "1 character at most"),
        ("sh:languageIn ( 'en' 'de' )", "'a'@fr", "a text tagged @en or @de"),
        ("sh:uniqueLang true", "'a'@en , 'b'@en", "one text in each language"),
        ("sh:lessThan pledge:value", "4", "a value before that of pledge:value"),
        (
            "sh:lessThanOrEquals pledge:value",
            "4",
            "a value that is not after that of pledge:value",
        ),
        ("sh:equals pledge:value", "3 , 4", "the same values as pledge:value"),
        ("sh:disjoint pledge:value", "3", "no value that pledge:value has too"),
        ("sh:minInclusive 5", "4", "not less than 5"),
        ("sh:maxInclusive 2", "4", "not more than 2"),
        ("sh:minExclusive 5", "5", "more than 5"),
        ("sh:maxExclusive 2", "4", "less than 2"),
        ("sh:or ( e:A e:B )", "4", "either “A thing” or “A text”"),
        ("sh:xone ( e:A e:B )", "4", "either “A thing” or “A text”, and not more than one"),
        ("sh:and ( e:A e:B )", "'a'", "“A thing” and “A text”"),
        ("sh:not e:A", "e:t", "nothing that is “A thing”"),
    ],
)
def test_each_component_says_what_it_asks_for(constraint: str, data: str, expected: str) -> None:
    [finding] = explain(f"{SHAPES} {constraint} .", f"{DATA} pledge:because {data} .")
    assert finding.expected == expected


def test_a_closed_shape_says_so() -> None:
    shapes = """
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:closed true ; sh:ignoredProperties ( rdf:type ) .
    """
    [finding] = explain(shapes, "e:x a e:C ; e:q 1 .")
    assert (finding.expected, finding.found) == (
        "no other property than the rule names",
        "“1”, of the type xsd:integer",
    )


def test_a_query_has_its_own_words_alone() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:sparql e:S-q ; sh:message 'No. Mend.'@en .
    e:S-q sh:select 'SELECT $this ?value WHERE { $this ?p ?value FILTER(ISLITERAL(?value)) }' .
    """
    [finding] = explain(shapes, "e:x a e:C ; e:q 1 .")
    assert (finding.expected, finding.found, finding.value) == (None, None, "1")


def test_a_shape_without_a_name_is_another_rule() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:not e:T .
    e:T a sh:NodeShape ; sh:nodeKind sh:IRI .
    """
    [finding] = explain(shapes, "e:x a e:C .")
    assert finding.expected == "nothing that is another rule"


def test_what_is_expected_is_cut() -> None:
    choices = " ".join(f"'{'x' * 70}{n}'" for n in range(8))
    [finding] = explain(f"{SHAPES} sh:in ( {choices} ) .", f"{DATA} pledge:because 1 .")
    assert len(finding.expected or "") == 300
