"""`pledgegraph.catalogue.disagreements`."""

from datetime import date

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue, ComparisonFilter, DisagreementKind
from pledgegraph.errors import InvalidArgument
from tests.reader.small import read_small

CONTESTED = (
    "<evidence/lab/e2/bearing/II> a pledge:Bearing ; pledge:ofEvidence <evidence/lab/e2> ;\n"
    "  pledge:bearsOn <provision/seoul-2024/II>",
    "<evidence/lab/e2/bearing/II> a pledge:Bearing ; pledge:ofEvidence <evidence/lab/e2> ;\n"
    "  pledge:bearsOn req:II.g",
)


def test_for_one_promise_and_against_another_is_no_disagreement(service: Service) -> None:
    catalogue = Catalogue(read_small(service), revision="r")
    assert catalogue.list_disagreements(ComparisonFilter(), catalogue.get_times()) == ()


def test_for_and_against_one_promise_is_told_with_both_sides(service: Service) -> None:
    catalogue = Catalogue(read_small(service, CONTESTED), revision="r")
    (found,) = catalogue.list_disagreements(ComparisonFilter(), catalogue.get_times())
    assert found.kind is DisagreementKind.EVIDENCE
    assert (found.organisation.slug, found.promise.identifier) == ("lab", "II")
    assert [b.direction.notation for b in found.sides.bearings_for] == ["supports"]
    assert [b.direction.notation for b in found.sides.bearings_against] == ["contradicts"]


def test_assessors_disagree_where_one_says_yes_and_another_no(catalogue: Catalogue) -> None:
    wanted = ComparisonFilter(provisions=("PRE",))
    found = catalogue.list_disagreements(wanted, catalogue.get_times())
    assert [
        (
            d.organisation.slug,
            [(a.assessor.label, a.result_as_stated) for a in d.sides.verdicts_for],
            [(a.assessor.label, a.result_as_stated) for a in d.sides.verdicts_against],
        )
        for d in found
        if d.kind is DisagreementKind.ASSESSORS
    ] == [("xai", [("METR", "published")], [("Overdue Tracker", "Missed (contested)")])]


def test_nobody_disagreed_before_anything_was_out(catalogue: Catalogue) -> None:
    times = catalogue.get_times(known_by=date(2023, 1, 1))
    assert catalogue.list_disagreements(ComparisonFilter(), times) == ()


def test_disagreements_are_told_by_provision(catalogue: Catalogue) -> None:
    with pytest.raises(InvalidArgument, match="disagreements are told by provision"):
        catalogue.list_disagreements(
            ComparisonFilter(requirements=("II.g",)), catalogue.get_times()
        )
