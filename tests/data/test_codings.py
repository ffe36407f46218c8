"""`data/codings.ttl`: what became of the codings stands in the bearings, and says why."""

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue
from pledgegraph.model import Coding, Evidence


def read_coding(coding: Coding) -> set[tuple[str, str]]:
    return {
        *((iri, "supports") for iri in coding.supports),
        *((iri, "partly-supports") for iri in coding.partly_supports),
        *((iri, "contradicts") for iri in coding.contradicts),
    }


def read_bearings(catalogue: Catalogue, evidence: Evidence) -> set[tuple[str, str]]:
    return {
        (b.bears_on, b.direction.notation)
        for b in catalogue.list_bearings_of(evidence)
        if "/req/" in b.bears_on
    }


def test_every_fifth_item_was_coded_twice(service: Service) -> None:
    catalogue = service.catalogue
    twice = [e for e in catalogue.evidence if len(catalogue.list_codings_of(e)) == 2]
    assert twice == list(catalogue.evidence[::5])


def test_what_both_coders_give_stands_unless_a_settlement_says_why_not(service: Service) -> None:
    catalogue = service.catalogue
    unsettled = [e for e in catalogue.evidence[::5] if catalogue.find_settlement_of(e) is None]
    for evidence in unsettled:
        first, second = map(read_coding, catalogue.list_codings_of(evidence))
        assert first == second == read_bearings(catalogue, evidence), evidence.identifier
    assert len(unsettled) == 68


def test_every_settlement_has_something_to_settle(service: Service) -> None:
    catalogue = service.catalogue
    for settlement in catalogue.settlements:
        assert catalogue.list_differences_of(settlement), settlement.iri


def test_what_was_coded_twice_is_marked_so(service: Service) -> None:
    catalogue = service.catalogue
    twice = {e.iri for e in catalogue.evidence[::5]}
    states: dict[bool, set[str]] = {True: set(), False: set()}
    for b in catalogue.bearings:
        if "/req/" in b.bears_on:
            states[b.evidence in twice].add(b.attribution.review_state.notation)
    assert states == {True: {"second-read"}, False: {"drafted"}}
