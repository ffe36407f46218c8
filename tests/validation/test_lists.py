"""`pledgegraph.validation.lists`."""

from __future__ import annotations

import pytest

from pledgegraph.errors import DataError
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.term import Literal, Triple
from pledgegraph.terms import XSD
from pledgegraph.validation.lists import read_lists
from tests.samples import turtle_file
from tests.validation.samples import PREFIXES

RDF = "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\n"


def triples_of(text: str) -> tuple[Triple, ...]:
    return EmbeddedStore.from_files([turtle_file(PREFIXES + RDF + text)]).list_triples()


def numbers(*values: int) -> tuple[Literal, ...]:
    return tuple(Literal(str(value), XSD["integer"]) for value in values)


def test_a_list_is_its_items_in_order() -> None:
    found = read_lists(triples_of("e:x e:p ( 3 1 2 ) , () ; e:q ( 4 ) ."))
    assert sorted(found.items.values()) == [numbers(3, 1, 2), numbers(4)]
    assert len(found.cells) == 4


def test_a_list_in_a_list_is_an_item_of_it() -> None:
    found = read_lists(triples_of("e:x e:p ( 1 ( 2 ) ) ."))
    assert len(found.cells) == 3
    assert sorted(len(items) for items in found.items.values()) == [1, 2]


def test_a_cell_may_say_that_it_is_one() -> None:
    found = read_lists(triples_of("e:x e:p _:c . _:c a rdf:List ; rdf:first 3 ; rdf:rest () ."))
    assert list(found.items.values()) == [numbers(3)]
    assert len(found.cells) == 1


@pytest.mark.parametrize(
    "text",
    [
        "e:x rdf:first 1 ; rdf:rest () .",
        "e:x rdf:first 1 .",
        "_:x a e:C ; rdf:first 1 ; rdf:rest () .",
        "_:x e:name 'X' ; rdf:first 1 ; rdf:rest () .",
        "_:x a rdf:List .",
    ],
)
def test_what_has_a_name_or_says_more_is_no_mere_cell(text: str) -> None:
    assert read_lists(triples_of(text)).cells == frozenset()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("_:l rdf:first 1 ; rdf:rest _:l .", "a list goes in a circle"),
        (
            "e:x e:p ( 1 2 ) . _:b rdf:first 1 ; rdf:rest _:c . _:c rdf:first 1 ; rdf:rest _:b .",
            "a list goes in a circle",
        ),
        (
            "_:a rdf:first 1 ; rdf:rest _:b . _:b rdf:first 1 ; rdf:rest _:c . "
            "_:c rdf:first 1 ; rdf:rest _:b .",
            "two parts of lists go on in the same way",
        ),
        (
            "_:a rdf:first 1 ; rdf:rest _:c . _:b rdf:first 1 ; rdf:rest _:c . "
            "_:c rdf:first 1 ; rdf:rest () .",
            "two parts of lists go on in the same way",
        ),
        ("_:l rdf:first 1 .", "a part of a list has not one rdf:first and one rdf:rest"),
        ("_:l rdf:rest () .", "a part of a list has not one rdf:first and one rdf:rest"),
        (
            "_:l rdf:first 1 , 2 ; rdf:rest () .",
            "a part of a list has not one rdf:first and one rdf:rest",
        ),
        (
            "_:l rdf:first 1 ; rdf:rest () , ( 2 ) .",
            "a part of a list has not one rdf:first and one rdf:rest",
        ),
        ("_:l rdf:first 1 ; rdf:rest 5 .", "a list does not end in rdf:nil"),
        ("_:l rdf:first 1 ; rdf:rest e:more .", "a list does not end in rdf:nil"),
        ("_:l rdf:first 1 ; rdf:rest _:m . _:m e:p 1 .", "a list does not end in rdf:nil"),
    ],
)
def test_a_list_that_cannot_be_read_to_its_end_is_an_error(text: str, problem: str) -> None:
    with pytest.raises(DataError) as caught:
        read_lists(triples_of(text), file="x.ttl")
    assert str(caught.value) == f"x.ttl: {problem}; expected a list as ( … ) in Turtle has it."
