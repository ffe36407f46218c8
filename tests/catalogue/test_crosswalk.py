"""`pledgegraph.catalogue.crosswalk`."""

import pytest

from pledgegraph.catalogue import Catalogue, CrosswalkLinkFilter
from pledgegraph.errors import InvalidArgument, NotFound


def test_sets_come_by_day_of_issue(catalogue: Catalogue) -> None:
    assert [s.slug for s in catalogue.commitment_sets] == [
        "white-house-2023",
        "hiroshima-code-2023",
        "bletchley-2023",
        "china-aiia-2024",
        "eu-gpai-cop-safety-2025",
        "california-sb53",
        "new-york-raise",
        "new-delhi-2026",
    ]


def test_a_provision_leads_to_its_links_in_the_order_of_the_sets(catalogue: Catalogue) -> None:
    provision = catalogue.get_provision("seoul-2024", "II")
    found = catalogue.list_crosswalk_links_of(provision)
    assert [(k.commitment_set.rpartition("/")[2], k.relation.notation) for k in found] == [
        ("white-house-2023", "none"),
        ("hiroshima-code-2023", "none"),
        ("bletchley-2023", "precursor"),
        ("eu-gpai-cop-safety-2025", "overlaps"),
        ("california-sb53", "weaker"),
        ("new-york-raise", "weaker"),
    ]
    assert found == catalogue.list_crosswalk_links(CrosswalkLinkFilter(provisions=("II",)))


def test_links_are_found_by_provision_and_set(catalogue: Catalogue) -> None:
    wanted = CrosswalkLinkFilter(provisions=("II",), sets=("california-sb53",))
    (found,) = catalogue.list_crosswalk_links(wanted)
    assert found.relation.notation == "weaker"
    assert len(catalogue.list_crosswalk_links(CrosswalkLinkFilter())) == 89


def test_what_is_unknown_is_refused_with_the_known(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound, match="no commitment set “white-house”; the nearest are white-h"):
        catalogue.get_commitment_set("white-house")
    with pytest.raises(InvalidArgument, match="set: “x” is no commitment set; expected one of w"):
        catalogue.list_crosswalk_links(CrosswalkLinkFilter(sets=("x",)))
    with pytest.raises(InvalidArgument, match="“IX” is no provision"):
        catalogue.list_crosswalk_links(CrosswalkLinkFilter(provisions=("IX",)))
