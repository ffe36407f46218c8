"""`pledgegraph.catalogue.threshold_comparison` and the sides it is made of."""

from dataclasses import replace
from datetime import date

import pytest

from pledgegraph.catalogue import (
    Catalogue,
    CountedText,
    MeasurableTest,
    RiskCoverage,
    Standing,
    ThresholdComparison,
    ThresholdSide,
)
from pledgegraph.catalogue.threshold_sides import compare_threshold, find_coverage
from pledgegraph.errors import InvalidArgument
from tests.answers_thresholds import CBRN, DOMAIN_GAPS, GRID

PARIS = date(2025, 2, 11)


def compare(
    catalogue: Catalogue,
    risk: str | None,
    *organisations: str,
    as_of: date | None = None,
    known_by: date | None = None,
) -> ThresholdComparison:
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.compare_thresholds(risk, times, organisations or None)


def side(
    catalogue: Catalogue, risk: str | None, organisation: str, *, day: date | None = None
) -> ThresholdSide:
    (found,) = compare(catalogue, risk, organisation, as_of=day, known_by=day).sides
    return found


def test_the_grid_counts_thresholds_by_risk_and_organisation(catalogue: Catalogue) -> None:
    rows = compare(catalogue, None).rows
    assert {
        row.risk.notation: {
            s.organisation.slug: len(s.thresholds) for s in row.sides if s.thresholds
        }
        for row in rows
    } == GRID
    assert {len(row.sides) for row in rows} == {20}


def test_a_threshold_for_two_risks_counts_once_for_all_together(catalogue: Catalogue) -> None:
    found = compare(catalogue, None)
    assert sum(len(s.thresholds) for s in found.sides) == 95
    former = compare(catalogue, None, "naver", as_of=PARIS)
    assert sum(len(s.thresholds) for s in former.sides) == 4
    (meta,) = compare(catalogue, CBRN, "meta").rows[0].sides
    parts = [s for row in compare(catalogue, CBRN, "meta").rows[1:] for s in row.sides]
    assert (len(meta.thresholds), [len(s.thresholds) for s in parts]) == (4, [3, 4, 0])
    assert [(left.standing, left.count) for left in found.left_out] == [(Standing.REPLACED, 45)]


def test_only_the_organisations_asked_for_are_compared(catalogue: Catalogue) -> None:
    found = compare(catalogue, "cyber-offence", "xai", "g42")
    assert [s.organisation.slug for s in found.sides] == ["g42", "xai"]
    assert [s.organisation.slug for s in found.rows[0].sides] == ["g42", "xai"]
    nobody = catalogue.compare_thresholds(None, catalogue.get_times(), ())
    assert nobody.sides == ()
    assert nobody.left_out == ()
    assert {row.sides for row in nobody.rows} == {()}


def test_a_risk_stands_for_the_narrower_ones_too(catalogue: Catalogue) -> None:
    wide = compare(catalogue, CBRN)
    assert [row.risk.notation for row in wide.rows] == [
        CBRN,
        "chemical",
        "biological",
        "radiological-nuclear",
    ]
    g42 = {row.risk.notation: s for row in wide.rows for s in row.sides if s.iri.endswith("/g42")}
    assert g42[CBRN].coverage is g42["biological"].coverage is RiskCoverage.COVERED
    assert g42["chemical"].coverage is RiskCoverage.NONE_FOR_RISK


@pytest.mark.parametrize(
    ("risk", "organisation", "coverage"),
    [
        ("cyber-offence", "g42", RiskCoverage.COVERED),
        ("biological", "xai", RiskCoverage.SPANNED),  # one threshold for all of CBRN
        ("cyber-offence", "nvidia", RiskCoverage.SPANNED),  # seven across domains
        ("cyber-offence", "naver", RiskCoverage.NONE_FOR_RISK),
        ("autonomy-and-ai-research", "amazon", RiskCoverage.NOT_READ_HERE),
        ("cyber-offence", "mistral-ai", RiskCoverage.NO_FRAMEWORK),
    ],
)
def test_what_is_missing_is_told_apart(
    catalogue: Catalogue, risk: str, organisation: str, coverage: RiskCoverage
) -> None:
    assert side(catalogue, risk, organisation).coverage is coverage


@pytest.mark.parametrize(
    ("organisation", "coverage", "recorded"),
    [
        ("nvidia", RiskCoverage.NO_TEXT, []),  # its text came out on 17 February
        ("xai", RiskCoverage.NONE_RECORDED, [0]),  # the draft of 10 February
        ("anthropic", RiskCoverage.NOT_READ_HERE, [0]),  # version 2.0
        ("microsoft", RiskCoverage.SPANNED, [1]),
    ],
)
def test_it_is_told_apart_on_the_day_of_the_summit_in_paris(
    catalogue: Catalogue, organisation: str, coverage: RiskCoverage, recorded: list[int]
) -> None:
    found = side(catalogue, "cyber-offence", organisation, day=PARIS)
    assert found.coverage is coverage
    assert [text.recorded for text in found.texts] == recorded


def test_who_has_no_framework_comes_with_the_dated_search(catalogue: Catalogue) -> None:
    found = side(catalogue, "cyber-offence", "ibm")
    assert [(s.publication.notation, s.searched_on) for s in found.searches] == [
        ("out-of-scope", date(2025, 12, 9))
    ]
    assert (found.texts, found.thresholds, found.left_out) == ((), (), ())


@pytest.mark.parametrize("as_of", [None, PARIS])
def test_a_search_counts_once_it_is_known(catalogue: Catalogue, as_of: date | None) -> None:
    searched, before = date(2025, 12, 9), date(2025, 12, 8)
    (known,) = compare(catalogue, None, "ibm", as_of=as_of, known_by=searched).sides
    (unknown,) = compare(catalogue, None, "ibm", as_of=as_of, known_by=before).sides
    assert ([s.searched_on for s in known.searches], known.searches_left_out) == ([searched], 0)
    assert (unknown.searches, unknown.searches_left_out) == ((), 1)


def test_a_text_that_was_not_read_says_so_at_each_threshold(catalogue: Catalogue) -> None:
    amazon = side(catalogue, "cyber-offence", "amazon")
    assert [t.is_first_hand for t in amazon.thresholds] == [False]
    assert [text.is_read for text in amazon.texts] == [False]
    everyone = compare(catalogue, None).sides
    assert {s.organisation.slug for s in everyone for t in s.thresholds if not t.is_first_hand} == {
        "amazon"
    }


def test_a_number_a_criterion_and_neither_are_three_values(catalogue: Catalogue) -> None:
    found = compare(catalogue, None)
    tests = {t.threshold.slug: t.test for s in found.sides for t in s.thresholds}
    numbers = {slug for slug, test in tests.items() if test is MeasurableTest.NUMBER}
    assert numbers == {
        "50-accuracy-on-livecodebench",
        "biotier-refusal-acceptance-criterion-illustrative",
        "critical-capability-threshold-cyberoffense",
        "harmful-manipulation-tier-1",
        "harmful-manipulation-tier-2",
        "propensity-acceptance-criteria-illustrative",
        "simple-suite-threshold-cyber",
    }
    assert set(tests.values()) == {MeasurableTest.NUMBER, MeasurableTest.DESCRIPTION_ONLY}
    meta = side(catalogue, "cyber-offence", "meta")
    assert (meta.with_number, meta.without_number) == (1, 3)


def test_a_criterion_without_a_number_is_no_measurable_test(catalogue: Catalogue) -> None:
    threshold = next(t for t in catalogue.thresholds if t.slug == "simple-suite-threshold-cyber")
    worded = replace(threshold.bases[0], quantity=None)
    bare = replace(worded, criterion=None)
    version = catalogue.get_version_of(threshold)
    found = compare_threshold(replace(threshold, bases=(bare, worded)), version, spans=False)
    assert [b.test for b in found.bases] == [
        MeasurableTest.DESCRIPTION_ONLY,
        MeasurableTest.CRITERION_ONLY,
    ]
    assert found.test is MeasurableTest.CRITERION_ONLY


def test_texts_that_were_read_and_set_nothing_on_record_have_a_value(catalogue: Catalogue) -> None:
    version = catalogue.get_version("xai", "risk-management-framework", "2025-02-10")
    text = CountedText(catalogue.get_framework_of(version), version, recorded=0, is_read=True)
    assert (
        find_coverage(has_framework=True, texts=(text,), own=0, spanning=0)
        is RiskCoverage.NONE_RECORDED
    )


def test_what_was_not_yet_public_is_left_out_and_counted(catalogue: Catalogue) -> None:
    found = compare(catalogue, "cyber-offence", "openai", as_of=PARIS, known_by=PARIS)
    assert [t.version.slug for t in found.sides[0].thresholds] == ["beta", "beta"]
    assert [(left.standing, left.count) for left in found.left_out] == [(Standing.NOT_KNOWN, 5)]


def test_every_threshold_counts_or_is_left_out(catalogue: Catalogue) -> None:
    for day in (None, PARIS, date(2023, 1, 1)):
        found = compare(catalogue, None, as_of=day, known_by=day)
        counted = sum(len(s.thresholds) for s in found.sides)
        assert counted + sum(left.count for left in found.left_out) == 140


def test_gaps_are_domains_that_one_covers_and_another_does_not(catalogue: Catalogue) -> None:
    gaps = catalogue.list_domain_gaps(catalogue.get_times())
    assert {
        gap.risk.notation: (
            [s.organisation.slug for s in gap.covering],
            [s.organisation.slug for s in gap.lacking],
        )
        for gap in gaps
    } == DOMAIN_GAPS


def test_gaps_may_be_asked_for_between_two(catalogue: Catalogue) -> None:
    gaps = catalogue.list_domain_gaps(catalogue.get_times(), ("g42", "xai"))
    assert [
        (gap.risk.notation, gap.covering[0].organisation.slug, gap.lacking[0].organisation.slug)
        for gap in gaps
    ] == [("loss-of-control-deception", "xai", "g42"), ("harmful-manipulation", "xai", "g42")]


def test_each_side_of_each_question_has_a_name_of_its_own(catalogue: Catalogue) -> None:
    asked = [compare(catalogue, None), compare(catalogue, None, as_of=PARIS, known_by=PARIS)]
    sides = [s.iri for q in asked for s in (*q.sides, *(s for row in q.rows for s in row.sides))]
    assert len(sides) == len(set(sides)) == 2 * 20 * 9


@pytest.mark.parametrize(
    ("risk", "organisations", "message"),
    [
        ("cyber", (), "riskDomain: “cyber” is no risk; expected one of chemical"),
        (None, ("x",), "organisation: “x” is no organisation; expected one of 01-ai"),
    ],
)
def test_what_is_unknown_is_refused_with_the_known(
    catalogue: Catalogue, risk: str | None, organisations: tuple[str, ...], message: str
) -> None:
    with pytest.raises(InvalidArgument) as caught:
        compare(catalogue, risk, *organisations)
    assert str(caught.value).startswith(message)
