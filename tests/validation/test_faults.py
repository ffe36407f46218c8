"""`pledgegraph.validation.faults`."""

from __future__ import annotations

from pledgegraph.severity import Severity
from pledgegraph.store.term import Iri, Literal, Triple
from pledgegraph.terms import PLEDGE, XSD
from pledgegraph.validation.faults import (
    DECLARED,
    WELL_TYPED,
    list_literal_faults,
    list_name_faults,
)

X = Iri("https://example.org/x")


def test_a_literal_that_is_none_of_its_datatype_is_a_fault() -> None:
    right = Triple(X, Iri("x:p"), Literal("2025-02-28", XSD["date"]))
    wrong = Triple(X, Iri("x:p"), Literal("2025-02-30", XSD["date"]))
    [fault] = list_literal_faults([right, wrong])
    assert (fault.subject, fault.predicate, fault.object) == wrong
    assert (fault.rule, fault.severity) == (WELL_TYPED, Severity.VIOLATION)
    assert fault.message == (
        "The value is none of its datatype xsd:date. Write it as that has it, such as 2025-02-28, "
        "or give it the datatype that it is of."
    )
    assert fault.expected == "a value of the type xsd:date, such as 2025-02-28"
    assert fault.found is None


def test_without_an_example_the_value_is_to_be_corrected() -> None:
    [fault] = list_literal_faults([Triple(X, Iri("x:p"), Literal("-", XSD["gDay"]))])
    assert fault.message == (
        "The value is none of its datatype xsd:gDay. Correct the value, "
        "or give it the datatype that it is of."
    )


def test_an_own_name_without_a_term_is_a_fault_that_names_the_nearest() -> None:
    [fault] = list_name_faults([Triple(X, Iri(PLEDGE["consequense"]), Iri("x:b"))])
    assert fault.rule == DECLARED
    assert fault.nearest[0] == "pledge:consequence"
    assert (fault.expected, fault.found) == ("a term of the ontology", "pledge:consequense")
    assert fault.message == (
        "The ontology has no term pledge:consequense, so what it says is lost. "
        "Use a term that the ontology has."
    )


def test_a_long_name_is_cut_in_the_message() -> None:
    [fault] = list_name_faults([Triple(X, Iri(PLEDGE["x" * 50_000]), Iri("x:b"))])
    assert len(fault.message) < 300
    assert fault.nearest == ()
