"""`pledgegraph.status`: one test for each rule, and the laws that hold for all of them."""

from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.catalogue import Catalogue
from pledgegraph.status import CellStatus, Signals, cell_status, provision_status

FIELDS = tuple(asdict(Signals()))
SIGNALS = st.builds(Signals, **{name: st.integers(0, 2) for name in FIELDS})
STATUSES = st.sampled_from(CellStatus)
FOR = ("supports", "partly_supports", "addressed", "partly_addressed")


@pytest.mark.parametrize(
    ("signals", "expected"),
    [
        (Signals(supports=1, contradicts=1), CellStatus.CONTESTED),
        (Signals(partly_supports=1, contradicts=5), CellStatus.CONTESTED),
        (Signals(addressed=1, contradicts=1), CellStatus.CONTESTED),
        (Signals(partly_addressed=1, contradicts=1), CellStatus.CONTESTED),
        (Signals(contradicts=1), CellStatus.CONTRADICTED),
        (Signals(contradicts=1, withheld=1), CellStatus.CONTRADICTED),
        (Signals(supports=1), CellStatus.SUPPORTED),
        (Signals(supports=1, partly_supports=4), CellStatus.SUPPORTED),
        (Signals(addressed=1), CellStatus.SUPPORTED),
        (Signals(partly_supports=1), CellStatus.PARTLY),
        (Signals(partly_addressed=1), CellStatus.PARTLY),
        (Signals(partly_supports=1, not_addressed=1), CellStatus.PARTLY),
        (Signals(withheld=1, not_applicable=1), CellStatus.WITHHELD),
        (Signals(not_applicable=1, not_addressed=1), CellStatus.NOT_APPLICABLE),
        (Signals(not_addressed=1, none_found=1), CellStatus.NOT_ADDRESSED),
        (Signals(none_found=1), CellStatus.NONE_FOUND),
        (Signals(), CellStatus.NOT_REVIEWED),
    ],
)
def test_the_first_rule_that_applies_gives_the_status(
    signals: Signals, expected: CellStatus
) -> None:
    assert cell_status(signals) is expected


@given(SIGNALS)
def test_every_signal_has_a_status_and_a_requirement_is_never_mixed(signals: Signals) -> None:
    assert cell_status(signals) in set(CellStatus) - {CellStatus.MIXED}


@given(SIGNALS, st.sampled_from(FIELDS))
def test_how_many_speak_makes_no_difference(signals: Signals, name: str) -> None:
    some = replace(signals, **{name: max(1, getattr(signals, name))})
    more = replace(some, **{name: 100})
    assert cell_status(more) is cell_status(some)


@given(SIGNALS, st.sampled_from(FOR))
def test_what_speaks_for_it_never_turns_a_status_against_it(signals: Signals, name: str) -> None:
    before = cell_status(signals)
    after = cell_status(replace(signals, **{name: getattr(signals, name) + 1}))
    assert after in {CellStatus.CONTESTED, CellStatus.SUPPORTED, CellStatus.PARTLY}
    assert (after is CellStatus.CONTESTED) == (
        before in {CellStatus.CONTESTED, CellStatus.CONTRADICTED}
    )


@given(SIGNALS)
def test_what_speaks_against_it_leaves_only_contested_or_contradicted(signals: Signals) -> None:
    after = cell_status(replace(signals, contradicts=signals.contradicts + 1))
    speaks_for = any(getattr(signals, name) for name in FOR)
    assert after is (CellStatus.CONTESTED if speaks_for else CellStatus.CONTRADICTED)


@pytest.mark.parametrize(
    ("own", "requirements", "expected"),
    [
        (CellStatus.NOT_REVIEWED, [], CellStatus.NOT_REVIEWED),
        (CellStatus.NOT_REVIEWED, [CellStatus.NOT_REVIEWED], CellStatus.NOT_REVIEWED),
        (CellStatus.SUPPORTED, [CellStatus.NOT_REVIEWED] * 8, CellStatus.SUPPORTED),
        (CellStatus.NOT_REVIEWED, [CellStatus.PARTLY] * 2, CellStatus.PARTLY),
        (CellStatus.SUPPORTED, [CellStatus.PARTLY], CellStatus.MIXED),
        (CellStatus.NONE_FOUND, [CellStatus.CONTRADICTED], CellStatus.MIXED),
        (CellStatus.CONTESTED, [CellStatus.CONTESTED], CellStatus.CONTESTED),
    ],
)
def test_a_provision_says_what_all_have_in_common(
    own: CellStatus, requirements: list[CellStatus], expected: CellStatus
) -> None:
    assert provision_status(own, requirements) is expected


@given(STATUSES, st.lists(STATUSES))
def test_the_order_of_requirements_and_what_was_not_reviewed_make_no_difference(
    own: CellStatus, requirements: list[CellStatus]
) -> None:
    found = provision_status(own, requirements)
    assert provision_status(own, reversed(requirements)) is found
    assert provision_status(own, [*requirements, CellStatus.NOT_REVIEWED]) is found


@given(STATUSES, st.lists(STATUSES), STATUSES)
def test_once_mixed_a_provision_stays_mixed(
    own: CellStatus, requirements: list[CellStatus], another: CellStatus
) -> None:
    if provision_status(own, requirements) is CellStatus.MIXED:
        assert provision_status(own, [*requirements, another]) is CellStatus.MIXED


def test_the_statuses_are_the_codes_of_the_list_in_its_order(service: object) -> None:
    catalogue: Catalogue = service.catalogue  # type: ignore[attr-defined]
    codes = next(c for c in catalogue.code_lists if c.name == "cell")
    assert [c.notation for c in codes.concepts] == [s.value for s in CellStatus]
