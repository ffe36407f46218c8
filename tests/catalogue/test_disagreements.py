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


RATED = (
    "<assessment/lab/10/result> a earl:TestResult .",
    """
<assessment/lab/10/result> a earl:TestResult ; pledge:rating <scale/index/value/none> .
<scale/index/value/full> skos:closeMatch earl:passed .
<scale/index/value/none> skos:closeMatch earl:failed .
""",
)
BY_ANOTHER = (
    "<assessment/lab/10> a pledge:Assessment ; earl:assertedBy <agent/index>",
    "<assessment/lab/10> a pledge:Assessment ; earl:assertedBy <agent/lab-research>",
)
ON_ONE_ASPECT = ("pledge:aspect code:aspect-unstated", "pledge:aspect code:aspect-stated")


def test_assessors_disagree_where_one_says_yes_and_another_no(service: Service) -> None:
    edits = (RATED, BY_ANOTHER, ON_ONE_ASPECT)
    catalogue = Catalogue(read_small(service, *edits), revision="r")
    (found,) = catalogue.list_disagreements(ComparisonFilter(), catalogue.get_times())
    assert found.kind is DisagreementKind.ASSESSORS
    assert (found.organisation.slug, found.promise.identifier) == ("lab", "II")
    assert [a.assessor.label for a in found.sides.verdicts_for] == ["Index"]
    assert [a.assessor.label for a in found.sides.verdicts_against] == ["Lab Research"]


@pytest.mark.parametrize("edits", [(RATED, BY_ANOTHER), (RATED, ON_ONE_ASPECT)])
def test_one_assessor_or_two_aspects_are_no_disagreement(
    service: Service, edits: tuple[tuple[str, str], ...]
) -> None:
    catalogue = Catalogue(read_small(service, *edits), revision="r")
    assert catalogue.list_disagreements(ComparisonFilter(), catalogue.get_times()) == ()


def test_no_assessors_on_record_disagree_on_one_aspect(catalogue: Catalogue) -> None:
    # METR lists xAI's text as published; Overdue rules that it was not out by Paris.
    found = catalogue.list_disagreements(ComparisonFilter(), catalogue.get_times())
    assert {d.kind for d in found} == {DisagreementKind.EVIDENCE}


def test_nobody_disagreed_before_anything_was_out(catalogue: Catalogue) -> None:
    times = catalogue.get_times(known_by=date(2023, 1, 1))
    assert catalogue.list_disagreements(ComparisonFilter(), times) == ()


def test_disagreements_are_told_by_provision(catalogue: Catalogue) -> None:
    with pytest.raises(InvalidArgument, match="disagreements are told by provision"):
        catalogue.list_disagreements(
            ComparisonFilter(requirements=("II.g",)), catalogue.get_times()
        )
