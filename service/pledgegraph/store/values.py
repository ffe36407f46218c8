"""Triples by their subject, and the items of lists: for who reads a few nodes without a query.

Promises that a list is read in its order and that one which leads back into itself ends.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from pledgegraph.store.term import Iri, Term, Triple
from pledgegraph.terms import RDF

Values: TypeAlias = Mapping[Term, Mapping[str, tuple[Term, ...]]]
"""What is stated of each subject: its values by predicate."""


def group_by_subject(triples: Iterable[Triple]) -> Values:
    """Return what `triples` state of each subject, values in their order.

    >>> a, b = Iri("x:a"), Iri("x:b")
    >>> group_by_subject([Triple(a, Iri("x:p"), b)])
    {'x:a': {'x:p': ('x:b',)}}
    """
    found: dict[Term, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        found[subject][str(predicate)].append(value)
    return {s: {p: tuple(v) for p, v in given.items()} for s, given in found.items()}


def list_items(values: Values, head: Term) -> Iterator[Term]:
    """Return the items of the list that begins with `head`; none where it is no list.

    >>> cell = Iri("x:cell")
    >>> given = {cell: {RDF.first: (Iri("x:a"),), RDF.rest: (cell,)}}
    >>> list(list_items(given, cell))
    ['x:a']
    """
    seen: set[Term] = set()
    while head not in seen and head != RDF.nil:
        seen.add(head)
        cell = values.get(head, {})
        yield from cell.get(RDF.first, ())[:1]
        head = next(iter(cell.get(RDF.rest, ())), Iri(RDF.nil))
