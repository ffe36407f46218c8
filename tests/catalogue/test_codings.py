"""`pledgegraph.catalogue.codings`."""

from dataclasses import replace

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue
from pledgegraph.model import Bearing
from tests.reader.small import read_small
from tests.reader.test_codings import with_codings


@pytest.fixture
def small(service: Service) -> Catalogue:
    return Catalogue(read_small(service, with_codings()), revision="r")


def test_evidence_leads_to_its_codings_and_its_settlement(small: Catalogue) -> None:
    coded, other = small.get_evidence("lab/e2"), small.get_evidence("lab/e10")
    assert [c.number for c in small.list_codings_of(coded)] == [1, 2]
    settlement = small.find_settlement_of(coded)
    assert settlement is not None
    assert small.get_evidence_coded(settlement) == coded
    assert small.get_evidence_coded(small.codings[0]) == coded
    assert (small.list_codings_of(other), small.find_settlement_of(other)) == ((), None)


def test_differences_come_in_reading_order_with_what_was_settled(small: Catalogue) -> None:
    found = small.list_differences_of(small.settlements[0])
    told = [(d.requirement.identifier, d.first, d.second, d.settled) for d in found]
    assert told == [
        ("I.a", "partly-supports", None, None),
        ("II.b", "supports", None, None),
        ("II.g", None, "contradicts", "contradicts"),
        ("II.h", "supports", None, None),
    ]


def test_a_settlement_of_one_coding_has_no_difference(service: Service) -> None:
    records = read_small(service, with_codings())
    catalogue = Catalogue(replace(records, codings=records.codings[:1]), revision="r")
    assert catalogue.list_differences_of(catalogue.settlements[0]) == ()


def test_agreement_is_measured_over_all_requirements(small: Catalogue) -> None:
    found = small.measure_agreement()
    figures = found.figures
    assert (found.items, found.differing) == (1, 1)
    # Four of 74 pairs are linked, each by one coder alone.
    assert (figures.pairs, figures.agreed, figures.linked, figures.linked_agreed) == (74, 70, 4, 0)
    assert figures.percent == pytest.approx(100 * 70 / 74)
    assert figures.percent_of_linked == 0
    # Of 148 values 144 are none, two supports, one partly supports and one contradicts. Within the
    # pairs 8 ordered ones differ; of all ordered pairs of values, those of two different kinds.
    unlike = 148**2 - 144**2 - 2**2 - 1 - 1
    assert figures.alpha == pytest.approx(1 - 8 / (unlike / 147))
    assert figures.alpha_of_links == pytest.approx(1 - 8 / (2 * 144 * 4 / 147))


def test_the_provisions_add_up_and_come_with_columns_first(small: Catalogue) -> None:
    found = small.measure_agreement()
    names = [part.provision.identifier for part in found.provisions]
    columns = [p.identifier for p in small.list_columns("seoul-2024")]
    assert names == [*columns, "BP", "FN3"]
    assert sum(part.figures.pairs for part in found.provisions) == 74
    by_name = {part.provision.identifier: part.figures for part in found.provisions}
    assert (by_name["II"].pairs, by_name["II"].linked, by_name["I"].linked) == (8, 3, 1)
    assert (by_name["III"].percent, by_name["III"].percent_of_linked) == (100, None)
    assert (by_name["III"].alpha, by_name["III"].alpha_of_links) == (None, None)


def test_where_nothing_was_coded_twice_nothing_is_said(service: Service) -> None:
    records = read_small(service, with_codings())
    for codings in ((), records.codings[:1]):
        found = Catalogue(replace(records, codings=codings), revision="r").measure_agreement()
        assert (found.items, found.provisions) == (0, ())
        assert (found.figures.pairs, found.figures.percent, found.figures.alpha) == (0, None, None)


def test_what_was_settled_or_mended_does_not_move_agreement(service: Service) -> None:
    records = read_small(service, with_codings())
    without = replace(records, settlements=(), bearings=tuple[Bearing, ...]())
    before = Catalogue(records, revision="r").measure_agreement()
    after = Catalogue(without, revision="r").measure_agreement()
    assert (after.figures, after.provisions) == (before.figures, before.provisions)
