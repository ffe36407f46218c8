"""The lists of a graph, folded out of their cells: the only blank nodes that have a written form.

Promises an error for every other blank node, since its name would change from load to load. Must
not know how a list is written.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NoReturn

from pledgegraph.errors import DataError
from pledgegraph.store.term import BlankNode, Iri, Literal, Term, Triple
from pledgegraph.terms import RDF

Items = tuple[Iri | Literal, ...]
"""The members of a list."""


def fold_lists(triples: Iterable[Triple], file: str | None) -> dict[BlankNode, Items]:
    """Return the members of each list by its first cell.

    Raises:
        DataError: there is a blank node that is not the cell of one list, of IRIs and literals,
            that one IRI leads to. `file` is the name it gives to the graph.
    """
    cells: dict[BlankNode, dict[Iri, list[Term]]] = defaultdict(lambda: defaultdict(list))
    uses: Counter[Term] = Counter()
    heads: list[Triple] = []
    for triple in triples:
        if isinstance(triple.object, BlankNode):
            uses[triple.object] += 1
            if isinstance(triple.subject, Iri):
                heads.append(triple)
        if isinstance(triple.subject, BlankNode):
            cells[triple.subject][triple.predicate].append(triple.object)
    lists: dict[BlankNode, Items] = {}
    for head in sorted(heads, key=lambda t: (t.subject, t.predicate)):
        node, items = head.object, []
        while node != RDF.nil:
            item, node = _take_cell(cells, uses, node) or _refuse_blank(head, file)
            items.append(item)
        assert isinstance(head.object, BlankNode)  # heads hold no others
        lists[head.object] = tuple(items)
    if cells:
        predicate = min(p for cell in cells.values() for p in cell)
        raise DataError(
            file=file,
            problem=f"a blank node with {predicate} is no part of a list that an IRI leads to",
            expected="an IRI for this node",
        )
    return lists


def _take_cell(
    cells: dict[BlankNode, dict[Iri, list[Term]]], uses: Mapping[Term, int], node: Term
) -> tuple[Iri | Literal, Term] | None:
    """Remove the list cell `node` and return its member and the next node; None for no cell."""
    if not isinstance(node, BlankNode) or uses[node] != 1:
        return None
    match cells.pop(node, {}):
        case {RDF.first: [Iri() | Literal() as item], RDF.rest: [rest], **others} if not others:
            return item, rest
    return None


def _refuse_blank(head: Triple, file: str | None) -> NoReturn:
    raise DataError(
        file=file,
        subject=str(head.subject),
        problem=f"{head.predicate} leads to a blank node that is no list of IRIs and literals",
        expected="an IRI for this node, or a list: ( … )",
    )
