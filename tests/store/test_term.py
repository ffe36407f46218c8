"""`pledgegraph.store.term`."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.store.term import BlankNode, Iri, Literal, format_term


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_its_written_form(text: str) -> None:
    written = format_term(Literal(text))
    [triple] = ox.parse(f"<x:s> <x:p> {written} .", format=ox.RdfFormat.TURTLE)
    assert triple.object == ox.Literal(text)


@pytest.mark.parametrize(
    ("term", "written"),
    [
        (Iri("https://example.org/a"), "<https://example.org/a>"),
        (Literal('a "b" \\ c\n'), '"a \\"b\\" \\\\ c\\n"'),
        (Literal("b", language="en-GB"), '"b"@en-GB'),
        (
            Literal("1", "http://www.w3.org/2001/XMLSchema#integer"),
            '"1"^^<http://www.w3.org/2001/XMLSchema#integer>',
        ),
    ],
)
def test_terms_are_written(term: Iri | Literal, written: str) -> None:
    assert format_term(term) == written


@pytest.mark.parametrize(
    "term",
    [
        Iri("https://example.org/> } SELECT"),
        Iri("a b"),
        Iri("a\nb"),
        Literal("a", language="en> ."),
        Literal("a", datatype="x> ; y"),
        BlankNode("b"),
    ],
)
def test_what_cannot_be_written_is_refused(term: Iri) -> None:
    with pytest.raises(ValueError, match=r"not|no name"):
        format_term(term)
