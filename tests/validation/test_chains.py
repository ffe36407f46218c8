"""`pledgegraph.validation.chains`."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from rdflib import SH
from rdflib.paths import MulPath, Path

from pledgegraph.errors import LimitExceeded
from pledgegraph.resources import find_resources
from pledgegraph.store.files import load_files
from pledgegraph.store.term import Iri, Triple
from pledgegraph.terms import DCTERMS, ORG, PLEDGE, RDFS, SKOS
from pledgegraph.validation.chains import check_chains
from pledgegraph.validation.shapes import ShapeSet
from tests.validation.queries import list_patterns, prepare_queries


def link(before: object, after: object, predicate: str = RDFS.subClassOf) -> Triple:
    return Triple(Iri(f"x:{before}"), Iri(predicate), Iri(f"x:{after}"))


@pytest.mark.parametrize(
    "predicate",
    [
        *(RDFS.subClassOf, SKOS.broader, ORG.subOrganizationOf, DCTERMS.replaces),
        *(PLEDGE.stricterThan, PLEDGE.reissueOf),
    ],
)
def test_a_chain_of_more_than_200_links_is_refused(predicate: str) -> None:
    chain = [link(n, n + 1, predicate) for n in range(201)]
    check_chains(chain[:200])
    with pytest.raises(LimitExceeded) as caught:
        check_chains(chain)
    assert caught.value.code == "CHAIN_LINKS_LIMIT_EXCEEDED"
    assert str(caught.value) == (
        "chain-links: 201 is over the limit of 200; "
        "make the chain of classes, codes, versions, thresholds or owners shorter."
    )


def test_the_longest_way_counts() -> None:
    short = [link(0, 300)]
    check_chains([*short, *(link(n, n + 1) for n in range(150))])
    with pytest.raises(LimitExceeded):
        check_chains([*short, *(link(n, n + 1) for n in range(300))])


def test_a_chain_may_be_of_several_properties() -> None:
    properties = (DCTERMS.replaces, PLEDGE.reissueOf)
    with pytest.raises(LimitExceeded):
        check_chains(link(n, n + 1, properties[n % 2]) for n in range(201))


def test_what_goes_in_a_circle_counts_as_a_whole() -> None:
    check_chains(link(n, (n + 1) % 100) for n in range(100))
    with pytest.raises(LimitExceeded):
        check_chains(link(n, (n + 1) % 201) for n in range(201))


def test_breadth_is_no_depth_and_other_properties_are_not_followed() -> None:
    check_chains(link(n, "top") for n in range(1_000))
    check_chains(link(n, n + 1, "x:p") for n in range(1_000))


def test_many_ways_take_no_time() -> None:
    start = time.perf_counter()
    check_chains(link(f"{a}{n}", f"{b}{n + 1}") for n in range(190) for a in "abc" for b in "abc")
    with pytest.raises(LimitExceeded):
        check_chains(link(n, n + 1) for n in range(100_000))
    assert time.perf_counter() - start < 5


def test_what_shapes_follow_however_far_it_leads_is_counted() -> None:
    graph = ShapeSet.from_files(load_files(find_resources())).graph
    patterns = [
        p for query in prepare_queries(graph).values() for p in list_patterns(query.algebra)
    ]
    followed = {
        str(term)
        for _, predicate, _ in patterns
        for path in list_repeating(predicate)
        for term in list_terms(path)
    }
    for sign in (SH.zeroOrMorePath, SH.oneOrMorePath):
        followed |= {str(path) for path in graph.objects(None, sign)}
    assert {DCTERMS.replaces, PLEDGE.stricterThan, SKOS.broader} <= followed
    for predicate in followed:
        with pytest.raises(LimitExceeded):
            check_chains([link(n, n + 1, predicate) for n in range(201)])


def list_repeating(path: object) -> Iterator[object]:
    """Return the parts of a path that are followed however far they lead."""
    if isinstance(path, MulPath):
        yield path.path
    for part in getattr(path, "args", ()):
        yield from list_repeating(part)


def list_terms(path: object) -> Iterator[object]:
    """Return the properties of a path."""
    if isinstance(path, Path):
        for part in getattr(path, "args", None) or [getattr(path, "arg", None)]:
            yield from list_terms(part)
    else:
        yield path
