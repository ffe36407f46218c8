"""`pledgegraph.catalogue.comparison`."""

from dataclasses import replace
from datetime import date

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue, Cell, ComparisonFilter, Standing
from pledgegraph.errors import InvalidArgument
from pledgegraph.model import AssessmentCriterion
from pledgegraph.status import CellStatus
from tests.reader.claims import WITH_CLAIM, claim
from tests.reader.small import read_small

PARIS = date(2025, 2, 11)


def open_small(service: Service, *edits: tuple[str, str]) -> Catalogue:
    return Catalogue(read_small(service, *edits), revision="r")


def small_cell(service: Service, promise: str, *edits: tuple[str, str], **days: date) -> Cell:
    catalogue = open_small(service, *edits)
    wanted = (
        ComparisonFilter(requirements=(promise,))
        if "." in promise
        else ComparisonFilter(provisions=(promise,))
    )
    (row,) = catalogue.list_rows_of(catalogue.compare(wanted, catalogue.get_times(**days)))
    (cell,) = catalogue.list_cells(row)
    return cell


def test_a_comparison_has_all_organisations_by_label_and_the_eighteen_columns(
    catalogue: Catalogue,
) -> None:
    found = catalogue.compare(ComparisonFilter(), catalogue.get_times())
    assert [o.slug for o in found.organisations][:3] == ["01-ai", "amazon", "anthropic"]
    assert len(found.organisations) == 20
    assert " ".join(p.identifier for p in found.columns) == (
        "PRE CHG I II III IV V VI VII VIII BP1 BP2 BP3 BP4 BP5 BP6 BP7 BP8"
    )


def test_rows_stand_by_label_and_columns_as_asked_for(catalogue: Catalogue) -> None:
    wanted = ComparisonFilter(organisations=("xai", "g42"), requirements=("IV.d", "II.g"))
    found = catalogue.compare(wanted, catalogue.get_times())
    assert [o.slug for o in found.organisations] == ["g42", "xai"]
    assert [s.identifier for s in found.columns] == ["IV.d", "II.g"]
    assert len(catalogue.list_cells(catalogue.list_rows_of(found)[0])) == 2


def test_no_organisation_and_no_column_are_none(catalogue: Catalogue) -> None:
    found = catalogue.compare(
        ComparisonFilter(organisations=(), provisions=()), catalogue.get_times()
    )
    assert (found.organisations, found.columns) == ((), ())


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (ComparisonFilter(organisations=("g43",)), "“g43” is no organisation"),
        (ComparisonFilter(provisions=("FN1",)), "“FN1” is no column"),
        (ComparisonFilter(requirements=("FN1.a",)), "“FN1.a” is no requirement"),
        (
            ComparisonFilter(provisions=("I",), requirements=("I.a",)),
            "columns are either provisions or requirements",
        ),
    ],
)
def test_what_is_unknown_is_refused(
    catalogue: Catalogue, wanted: ComparisonFilter, message: str
) -> None:
    with pytest.raises(InvalidArgument, match=message):
        catalogue.compare(wanted, catalogue.get_times())


def test_a_provision_sums_up_itself_and_its_requirements(service: Service) -> None:
    cell = small_cell(service, "II")
    assert (cell.own, cell.status) == (CellStatus.SUPPORTED, CellStatus.MIXED)
    assert [(s.status, s.count) for s in cell.requirements] == [
        (CellStatus.CONTRADICTED, 1),
        (CellStatus.NOT_REVIEWED, 7),
    ]
    # One piece of evidence, which points two ways for two promises.
    assert (cell.counts.supports, cell.counts.partly_supports, cell.counts.contradicts) == (1, 0, 1)
    assert cell.counts.in_favour == 1
    assert [b.iri.rpartition("/")[2] for b in cell.bearings] == ["II", "II.g"]
    assert (cell.newest, cell.left_out) == (None, ())


def test_a_requirement_has_what_is_on_it_alone(service: Service) -> None:
    cell = small_cell(service, "II.g")
    assert (cell.own, cell.status) == (CellStatus.CONTRADICTED, CellStatus.CONTRADICTED)
    assert (len(cell.bearings), cell.requirements) == (1, ())


def test_what_is_on_record_on_conduct_has_its_say(catalogue: Catalogue) -> None:
    times = catalogue.get_times()
    openai = catalogue.get_organisation("openai")
    conduct = catalogue.get_requirement("seoul-2024", "VI.a")
    assert conduct.unchecked_because is not None
    whole = catalogue.get_cell(openai, catalogue.get_provision("seoul-2024", "VI"), times)
    assert catalogue.get_cell(openai, conduct, times).counts.contradicts == 1
    assert (whole.counts.contradicts, whole.status) == (1, CellStatus.MIXED)
    # A requirement of conduct on which nothing is on record is not counted.
    pre = catalogue.get_cell(openai, catalogue.get_provision("seoul-2024", "PRE"), times)
    assert sum(s.count for s in pre.requirements) == 3


def test_what_supports_wholly_and_in_part_counts_once_in_favour(catalogue: Catalogue) -> None:
    # amazon/e5 supports II.a and supports II in part; amazon/e18 supports a requirement too.
    promise = catalogue.get_provision("seoul-2024", "II")
    cell = catalogue.get_cell(catalogue.get_organisation("amazon"), promise, catalogue.get_times())
    assert (cell.counts.supports, cell.counts.partly_supports) == (2, 1)
    assert cell.counts.in_favour == len(names(catalogue, cell)) == 2


def test_a_supported_cell_has_nothing_against_it(catalogue: Catalogue) -> None:
    comparison = catalogue.compare(ComparisonFilter(), catalogue.get_times())
    cells = [c for row in catalogue.list_rows_of(comparison) for c in catalogue.list_cells(row)]
    assert {c.counts.contradicts for c in cells if c.status is CellStatus.SUPPORTED} == {0}
    assert {c.counts.contradicts for c in cells if c.status is CellStatus.PARTLY} == {0}


def test_a_claim_that_cites_evidence_has_a_say_while_its_version_is_in_force(
    service: Service,
) -> None:
    in_force = {"as_of": date(2025, 3, 20)}
    cell = small_cell(service, "II.g", WITH_CLAIM, **in_force)
    assert (cell.status, len(cell.claims)) == (CellStatus.PARTLY, 1)
    # The report is undated, so it need not have been out by then.
    assert [(x.standing, x.count) for x in cell.left_out] == [(Standing.UNDATED, 1)]
    replaced = small_cell(service, "II.g", WITH_CLAIM)
    assert (replaced.status, replaced.claims) == (CellStatus.CONTRADICTED, ())


def test_a_claim_that_cites_nothing_has_no_say_unless_it_says_that_there_is_no_answer(
    service: Service,
) -> None:
    day = {"as_of": date(2025, 3, 20)}
    uncited = claim("pledge:cites <evidence/lab/e10> ;", "")
    cell = small_cell(service, "II.g", uncited, **day)
    assert (cell.status, len(cell.claims)) == (CellStatus.NOT_REVIEWED, 1)
    withheld = claim(
        "coverage-partly-addressed ;\n  pledge:cites <evidence/lab/e10>", "coverage-withheld"
    )
    assert small_cell(service, "II.g", withheld, **day).status is CellStatus.WITHHELD


def test_a_search_that_found_nothing_is_told_where_nothing_else_is_known(service: Service) -> None:
    cell = small_cell(service, "PRE")
    assert (cell.status, len(cell.searches)) == (CellStatus.NONE_FOUND, 1)
    before = small_cell(service, "PRE", known_by=date(2025, 12, 8))
    assert (before.status, before.searches) == (CellStatus.NOT_REVIEWED, ())


def test_a_former_text_no_longer_says_what_a_framework_says_but_it_was_published(
    catalogue: Catalogue,
) -> None:
    def find(provision: str, **days: date) -> Cell:
        times = catalogue.get_times(**days)
        promise = catalogue.get_provision("seoul-2024", provision)
        return catalogue.get_cell(catalogue.get_organisation("meta"), promise, times)

    # meta/e8 is of the text of 3 February 2025, which another replaced in March 2025.
    assert "meta/e8" in names(catalogue, find("IV", as_of=date(2025, 2, 20)))
    now = find("IV")
    assert "meta/e8" not in names(catalogue, now)
    assert [(x.standing, x.count) for x in now.left_out] == [(Standing.REPLACED, 1)]
    # meta/e1 says that version 1.1 was published: that stays done.
    assert "meta/e1" in names(catalogue, find("PRE"))


def test_a_text_that_is_not_yet_in_force_was_published_all_the_same(catalogue: Catalogue) -> None:
    # NVIDIA's text is of 17 February 2025 and applies from August 2025.
    def find(requirement: str, as_of: date) -> Cell:
        promise = catalogue.get_requirement("seoul-2024", requirement)
        times = catalogue.get_times(as_of=as_of)
        return catalogue.get_cell(catalogue.get_organisation("nvidia"), promise, times)

    between = date(2025, 6, 30)
    assert find("PRE.c", between).status is not CellStatus.NOT_REVIEWED
    assert find("PRE.c", date(2025, 2, 16)).status is CellStatus.NOT_REVIEWED
    thresholds = find("II.a", between)
    assert [x.standing for x in thresholds.left_out] == [Standing.NOT_YET_IN_FORCE]
    assert find("II.a", date(2025, 9, 1)).left_out == ()


def names(catalogue: Catalogue, cell: Cell) -> list[str]:
    return [e.identifier for e in catalogue.list_evidence_in(cell)]


def test_what_was_known_on_summit_day_is_less_than_what_is_known_of_it(
    catalogue: Catalogue,
) -> None:
    pre = catalogue.get_provision("seoul-2024", "PRE")
    lab = catalogue.get_organisation("01-ai")
    now_of_it = catalogue.get_cell(lab, pre, catalogue.get_times(as_of=PARIS))
    known_then = catalogue.get_cell(lab, pre, catalogue.get_times(as_of=PARIS, known_by=PARIS))
    # The search of December 2025 speaks of the time before it too.
    assert now_of_it.status is CellStatus.NONE_FOUND
    assert known_then.status is CellStatus.NOT_REVIEWED


def test_assessments_come_near_to_a_provision_and_are_out_by_then(catalogue: Catalogue) -> None:
    def count(**days: date) -> int:
        promise = catalogue.get_provision("seoul-2024", "II")
        times = catalogue.get_times(**days)
        cell = catalogue.get_cell(catalogue.get_organisation("g42"), promise, times)
        return len(catalogue.list_assessments_at(cell))

    assert count(as_of=date(2024, 1, 1)) == 0
    assert count() == len(
        [
            a
            for a in catalogue.list_assessments_of(catalogue.get_organisation("g42"))
            if isinstance(a.test, AssessmentCriterion)
            and any(iri.endswith("/II") for iri in a.test.provisions)
        ]
    )


def test_without_a_day_in_the_data_both_days_are_asked_for(service: Service) -> None:
    small = read_small(service)
    catalogue = Catalogue(replace(small, dataset=None), revision="r")
    with pytest.raises(InvalidArgument, match="knownBy: the data does not say"):
        catalogue.get_times(as_of=PARIS)
    assert catalogue.get_times(as_of=PARIS, known_by=PARIS).known_to == PARIS
