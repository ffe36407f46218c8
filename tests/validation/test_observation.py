"""`pledgegraph.validation.observation`, by what findings say was found."""

from __future__ import annotations

import pytest

from tests.validation.samples import explain
from tests.validation.wording import DATA, SHAPES


@pytest.mark.parametrize(
    ("constraint", "data", "found"),
    [
        ("sh:minCount 1", "e:q 1", "nothing"),
        ("sh:minCount 2", "pledge:because 'a'", "1 value: “a”"),
        ("sh:maxCount 1", "pledge:because 'a' , 'b'", "2 values: “a”, “b”"),
        (
            "sh:maxCount 1",
            "pledge:because 'a' , 'b' , 'c' , 'd'",
            "4 values, such as “a”, “b”, “c”",
        ),
        ("sh:qualifiedMinCount 1 ; sh:qualifiedValueShape e:A", "e:q 1", "nothing"),
        (
            "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape e:A",
            "pledge:because 'a'@en",
            "“a”, tagged en",
        ),
        (
            "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape e:A",
            "pledge:because 'a' , 'b'",
            "none such among 2 values: “a”, “b”",
        ),
        (
            "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape e:Listed",
            "pledge:because code:phase-a , code:phase-b",
            "none such among 2 values",
        ),
        (
            "sh:qualifiedMinCount 2 ; sh:qualifiedValueShape e:A",
            "pledge:because e:t",
            "1 value: threshold t",
        ),
        (
            "sh:qualifiedMinCount 2 ; sh:qualifiedValueShape e:A",
            "pledge:because e:t , 'a'",
            "fewer such among 2 values: “a”, threshold t",
        ),
        (
            "sh:qualifiedMaxCount 1 ; sh:qualifiedValueShape e:A",
            "pledge:because e:t , e:l",
            "more such among 2 values: lamp l, threshold t",
        ),
        ("sh:hasValue code:risk-a", "e:q 1", "nothing"),
        ("sh:hasValue code:risk-a", "pledge:because 'a'", "1 value: “a”"),
        (
            "sh:uniqueLang true",
            "pledge:because 'a'@en , 'b'@en , 'c'@fr",
            "2 texts in en: “a”, “b”",
        ),
        (
            "sh:equals pledge:value",
            "pledge:because 3 , 4",
            "2 values: “3”, “4”; pledge:value has “3”",
        ),
    ],
)
def test_values_that_are_counted_are_looked_up(constraint: str, data: str, found: str) -> None:
    [finding] = explain(f"{SHAPES} {constraint} .", f"{DATA} {data} .")
    assert finding.found == found


@pytest.mark.parametrize(
    ("constraint", "data", "found"),
    [
        (
            "sh:datatype xsd:date",
            "'2025-02-30'^^xsd:date",
            "“2025-02-30”, of the type xsd:date",
        ),
        ("sh:datatype xsd:date", "'a'", "“a”, a plain string"),
        ("sh:datatype xsd:string", "'a'@en", "“a”, tagged en"),
        ("sh:class pledge:Threshold", "e:l", "lamp l"),
        ("sh:class pledge:Threshold", "code:phase-a", "code:phase-a, of the list code:phase"),
        (
            "sh:class pledge:Threshold",
            "e:nobody",
            "<https://example.org/nobody>, which is not described",
        ),
        ("sh:nodeKind sh:IRI", "'https://example.org'", "“https://example.org”, a plain string"),
        ("sh:minLength 20", "'too short'", "“too short”, of 9 characters"),
        ("sh:maxLength 3", "'too long'", "“too long”, of 8 characters"),
        (
            "sh:lessThan pledge:value",
            "4",
            "“4”, of the type xsd:integer; pledge:value has “3”",
        ),
        (
            "sh:lessThanOrEquals pledge:value",
            "4",
            "“4”, of the type xsd:integer; pledge:value has “3”",
        ),
        ("sh:not e:A", "e:t", "threshold t"),
        ("sh:or ( e:A e:B )", "4", "“4”, of the type xsd:integer"),
    ],
)
def test_the_value_that_failed_is_told_with_what_it_is(
    constraint: str, data: str, found: str
) -> None:
    [finding] = explain(f"{SHAPES} {constraint} .", f"{DATA} pledge:because {data} .")
    assert finding.found == found


def test_of_a_subject_as_a_whole_the_message_says_all() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:not e:T .
    e:T a sh:NodeShape ; sh:nodeKind sh:IRI .
    """
    [finding] = explain(shapes, "e:x a e:C .")
    assert (finding.found, finding.value) == (None, None)


def test_of_many_values_those_are_told_that_were_meant() -> None:
    shapes = """
    e:S a sh:NodeShape ; sh:targetClass e:C ; sh:property e:P .
    e:P a sh:PropertyShape ; sh:path [ sh:inversePath e:about ] ; sh:qualifiedMinCount 1 ;
      sh:qualifiedValueShape e:OnOne .
    e:OnOne a sh:NodeShape ; sh:name 'On one'@en ; sh:property e:OnOne-p , e:OnOne-q .
    e:OnOne-p a sh:PropertyShape ; sh:path e:answers ; sh:hasValue e:one .
    e:OnOne-q a sh:PropertyShape ; sh:path e:because ; sh:minCount 1 .
    """
    claims = "\n".join(f"e:c{n} e:about e:x ; e:answers e:n{n} ; e:because 1 ." for n in range(72))
    [none] = explain(shapes, f"e:x a e:C . {claims}")
    assert none.found == "none such among 72 values"
    [one] = explain(shapes, f"e:x a e:C . {claims} e:c a e:Claim ; e:about e:x ; e:answers e:one .")
    assert one.found == "none such among 73 values: claim c"
