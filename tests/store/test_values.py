"""`pledgegraph.store.values`."""

from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.term import Iri, Literal
from pledgegraph.store.values import group_by_subject, list_items
from tests.samples import turtle_file

A, P = Iri("https://example.org/a"), "https://example.org/p"


def test_a_list_is_read_in_its_order_and_what_is_none_is_empty() -> None:
    text = f'<{A}> <{P}> ( <x:b> "c" <x:a> ) .'
    values = group_by_subject(EmbeddedStore.from_files([turtle_file(text)]).list_triples())
    [head] = values[A][P]
    assert list(list_items(values, head)) == [Iri("x:b"), Literal("c"), Iri("x:a")]
    assert list(list_items(values, A)) == []
    assert list(list_items(values, Literal("c"))) == []
