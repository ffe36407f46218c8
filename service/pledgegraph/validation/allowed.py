"""Which of the values that a shape allows are most like the one that is there.

Promises an answer in little time: only codes of a list, named choices and, where they are few,
things of the class asked for are looked at. Knows rdflib; must not know an engine.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, takewhile
from typing import Final

from rdflib import RDF, SH, SKOS, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.term import Node

from pledgegraph.catalogue.nearest import list_nearest
from pledgegraph.terms import shorten
from pledgegraph.validation.expectation import Expectation
from pledgegraph.validation.findings import cut

_MOST_NEAREST: Final = 3
_MOST_THINGS: Final = 300


def list_nearest_allowed(
    expectation: Expectation, shape: URIRef, component: Node, value: Node, *, there: Sequence[Node]
) -> tuple[str, ...]:
    """Return the values, at most three, that `component` of `shape` allows and are like `value`.

    In short form (`code:risk-cyber-offence`), without those that are `there` already; nothing
    where nothing is like it.
    """
    find = _ALLOWED.get(component)
    if find is None:
        return ()
    allowed = sorted({shorten(str(node)) for node in find(expectation, shape) if node not in there})
    return tuple(map(cut, _list_alike(shorten(str(value)), allowed)))


def _list_alike(given: str, allowed: Sequence[str]) -> list[str]:
    """Return those of `allowed` that are like `given`, by what tells them from each other.

    Whatever lies in one place is alike in its address, so that is left out. What begins with
    `given` comes first.

    >>> _list_alike("id:organisation/acmee", ["id:organisation/acme", "id:organisation/meta"])
    ['id:organisation/acme']
    """
    place = _find_place(allowed)
    rests = {name.removeprefix(place): name for name in allowed}
    rest = given.removeprefix(place)
    longer = [other for other in rests if rest and other.startswith(rest)]
    found = dict.fromkeys((*longer, *list_nearest(rest, rests)))
    return [rests[other] for other in found][:_MOST_NEAREST]


def _find_place(names: Sequence[str]) -> str:
    """Return how all of `names` begin, up to the end of a part; nothing for a single one."""
    if len(set(names)) <= 1:
        return ""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(min(names), max(names), strict=False))
    common = "".join(sign for sign, _ in alike)
    return common[: max(common.rfind(end) for end in ":/-") + 1]


def _list_choices(expectation: Expectation, shape: URIRef) -> Iterator[Node]:
    graph = expectation.shapes.graph
    for head in graph.objects(shape, SH["in"]):
        yield from RdfList(graph, head)


def _list_codes(expectation: Expectation, shape: URIRef) -> Iterator[Node]:
    for node in expectation.shapes.graph.objects(shape, SH.node):
        scheme = expectation.find_list(node)
        if scheme is not None:
            yield from expectation.data.subjects(SKOS.inScheme, scheme)


def _list_things(expectation: Expectation, shape: URIRef) -> Iterator[Node]:
    for kind in expectation.shapes.graph.objects(shape, SH["class"]):
        things = list(islice(expectation.data.subjects(RDF.type, kind), _MOST_THINGS + 1))
        # Of more than these, those that come first are no better than others.
        if len(things) <= _MOST_THINGS:
            yield from (thing for thing in things if isinstance(thing, URIRef))


_ALLOWED: Final[Mapping[Node, Callable[[Expectation, URIRef], Iterator[Node]]]] = {
    SH.ClassConstraintComponent: _list_things,
    SH.InConstraintComponent: _list_choices,
    SH.NodeConstraintComponent: _list_codes,
}
