"""What is stated about the things that a page tells of, as Turtle.

Promises each statement once, in canonical form. Must not know any page.
"""

from collections.abc import Iterable

from pledgegraph.publishing.turtle import format_turtle
from pledgegraph.store.port import GraphStore
from pledgegraph.store.term import Iri


def describe_subjects(store: GraphStore, subjects: Iterable[str]) -> bytes:
    """Return what is stated about `subjects`, IRIs, and their parts."""
    triples = (t for iri in dict.fromkeys(subjects) for t in store.describe(Iri(iri)))
    return format_turtle(triples).encode()
