"""`pledgegraph.validation.conformance.comparison`."""

from __future__ import annotations

import pytest
from rdflib import Graph

from pledgegraph.errors import DataError
from pledgegraph.validation.conformance.comparison import (
    find_report,
    list_differences,
    read_report,
    without_messages,
)
from tests.validation.samples import graph_of


def read(results: str, *, conforms: str = "false") -> Graph:
    """Return the read report with `results`, written as Turtle."""
    graph = graph_of(f"[] a sh:ValidationReport ; sh:conforms {conforms} {results} .")
    return read_report(graph, find_report(graph))


def test_equal_reports_have_no_differences() -> None:
    result = "; sh:result [ sh:focusNode e:x ; sh:resultPath ( e:p [ sh:inversePath e:q ] ) ]"
    assert list_differences(read(result), read(result)) == ()


def test_what_only_one_has_is_told() -> None:
    first = read("; sh:result [ sh:focusNode e:x ; sh:sourceShape e:S ; sh:resultPath e:p ]")
    second = read("; sh:result [ sh:focusNode e:y ; sh:value 'a'@en ; sh:resultSeverity sh:Info ]")
    assert list_differences(first, second) == (
        "expected only: sh:focusNode https://example.org/x, sh:resultPath https://example.org/p, "
        "sh:sourceShape https://example.org/S",
        'found only: sh:focusNode https://example.org/y, sh:value "a"@en, '
        "sh:resultSeverity sh:Info",
    )


@pytest.mark.parametrize(
    "part",
    [
        "sh:focusNode e:y",
        "sh:resultPath e:q",
        "sh:resultPath [ sh:inversePath e:p ]",
        "sh:value 1",
        "sh:resultSeverity sh:Warning",
        "sh:sourceConstraintComponent sh:MaxCountConstraintComponent",
        "sh:sourceShape e:T",
        "sh:sourceConstraint e:T",
    ],
)
def test_each_part_of_a_result_counts(part: str) -> None:
    predicate = part.partition(" ")[0]
    first = read(f"; sh:result [ {predicate} e:another ]")
    assert len(list_differences(first, read(f"; sh:result [ {part} ]"))) == 2


def test_the_verdict_and_how_often_a_result_is_there_count() -> None:
    once, twice = "; sh:result [ sh:focusNode e:x ]", "; sh:result [] , [ sh:focusNode e:x ]"
    assert list_differences(read("", conforms="true"), read("")) == (
        "expected only: conforms true",
        "found only: conforms false",
    )
    assert list_differences(read(once), read(twice)) == ("found only: ",)
    assert list_differences(
        read(once), read("; sh:result [ sh:focusNode e:x ] , [ sh:focusNode e:x ]")
    ) == ("found only: sh:focusNode https://example.org/x",)


def test_a_path_that_results_share_is_as_one_of_their_own() -> None:
    shared = read(
        "; sh:result [ sh:value 1 ; sh:resultPath _:p ] , [ sh:value 2 ; sh:resultPath _:p ] . "
        "_:p sh:inversePath e:p"
    )
    own = read(
        "; sh:result [ sh:value 1 ; sh:resultPath [ sh:inversePath e:p ] ] , "
        "[ sh:value 2 ; sh:resultPath [ sh:inversePath e:p ] ]"
    )
    assert list_differences(shared, own) == ()


def test_a_blank_node_is_none_in_particular_but_the_same_throughout() -> None:
    first = read("; sh:result [ sh:focusNode _:a ; sh:value _:a ]")
    assert list_differences(first, read("; sh:result [ sh:focusNode _:b ; sh:value _:b ]")) == ()
    assert list_differences(first, read("; sh:result [ sh:focusNode _:a ; sh:value _:b ]")) == (
        "the results are alike, but share other blank nodes",
    )


def test_a_literal_counts_as_it_is_written() -> None:
    first = read('; sh:result [ sh:value "01"^^xsd:integer ]')
    assert list_differences(first, read('; sh:result [ sh:value "1"^^xsd:integer ]')) == (
        'expected only: sh:value "01"^^<http://www.w3.org/2001/XMLSchema#integer>',
        'found only: sh:value "1"^^<http://www.w3.org/2001/XMLSchema#integer>',
    )


def test_what_is_beside_the_results_does_not_count() -> None:
    first = read("; sh:result [ sh:focusNode e:x ]")
    second = read(
        "; a e:Report ; sh:result [ sh:focusNode e:x ; e:p 1 ; sh:detail [ sh:focusNode e:y ] ]"
    )
    assert list_differences(first, second) == ()


def test_of_messages_those_count_that_are_expected() -> None:
    told = read("; sh:result [ sh:value 1 ; sh:resultMessage 'a' , 'b' ]")
    assert list_differences(read("; sh:result [ sh:value 1 ]"), told) == ()
    assert list_differences(read("; sh:result [ sh:value 1 ; sh:resultMessage 'b' ]"), told) == ()
    assert len(list_differences(read("; sh:result [ sh:resultMessage 'c' ]"), told)) == 2
    assert list_differences(without_messages(told), read("; sh:result [ sh:value 1 ]")) == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("e:x a e:C .", "the engine's answer has 0 reports"),
        ("e:x a sh:ValidationReport . e:y a sh:ValidationReport .", "has 2 reports"),
    ],
)
def test_an_answer_is_one_report(text: str, problem: str) -> None:
    with pytest.raises(DataError, match=problem):
        find_report(graph_of(text))
