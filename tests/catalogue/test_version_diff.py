"""`pledgegraph.catalogue.version_diff`, over the shipped data."""

from datetime import date

import pytest

from pledgegraph.catalogue import Catalogue, Difference, Standing, Unsaid, VersionDiff
from pledgegraph.errors import InvalidArgument, NotFound

GOOGLE = "google/frontier-safety-framework"
END_OF_2025 = date(2025, 12, 31)  # 3.0 was out, and 3.1 was not


def diff(
    catalogue: Catalogue,
    before: str,
    after: str,
    *,
    as_of: date | None = None,
    known_by: date | None = None,
) -> VersionDiff:
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.diff_versions(before, after, times)


def diff_google(
    catalogue: Catalogue, as_of: date | None = None, known_by: date | None = None
) -> VersionDiff:
    return diff(catalogue, f"{GOOGLE}/2-0", f"{GOOGLE}/3-1", as_of=as_of, known_by=known_by)


def steps(found: VersionDiff) -> list[str]:
    return [c.to_version.rpartition("/")[2] for c in found.changes]


def counts(found: VersionDiff) -> tuple[list[tuple[Standing, int]], list[tuple[Standing, int]]]:
    lists = (found.thresholds_left_out, found.changes_left_out)
    thresholds, changes = ([(left.standing, left.count) for left in each] for each in lists)
    return thresholds, changes


def test_without_days_everything_on_record_is_told(catalogue: Catalogue) -> None:
    found = diff_google(catalogue)
    assert (len(found.only_before), len(found.only_after), found.both) == (7, 7, ())
    assert steps(found) == ["3-0", "3-1"]
    assert found.unsaid == (Unsaid.FORMER_THRESHOLDS,)
    assert counts(found) == ([], [])


def test_what_was_not_out_is_told_and_said_to_be_so(catalogue: Catalogue) -> None:
    found = diff_google(catalogue, as_of=END_OF_2025)
    assert found.unsaid == (Unsaid.FORMER_THRESHOLDS, Unsaid.NOT_OUT_AFTER)
    assert (len(found.only_after), steps(found), counts(found)) == (7, ["3-0", "3-1"], ([], []))
    neither = diff_google(catalogue, as_of=date(2024, 1, 1))
    assert {Unsaid.NOT_OUT_BEFORE, Unsaid.NOT_OUT_AFTER} <= set(neither.unsaid)


def test_what_was_not_known_is_left_out_and_counted(catalogue: Catalogue) -> None:
    found = diff_google(catalogue, known_by=END_OF_2025)
    assert (len(found.only_before), found.only_after, found.both) == (7, (), ())
    assert steps(found) == ["3-0"]
    # There are thresholds and steps on record: that they are left out is no gap in it.
    assert found.unsaid == (Unsaid.FORMER_THRESHOLDS, Unsaid.NOT_KNOWN_AFTER)
    assert counts(found) == ([(Standing.NOT_KNOWN, 7)], [(Standing.NOT_KNOWN, 1)])


def test_where_neither_was_known_nothing_is_told(catalogue: Catalogue) -> None:
    found = diff_google(catalogue, known_by=date(2024, 1, 1))
    assert (found.only_before, found.only_after, found.both, found.changes) == ((), (), (), ())
    assert {Unsaid.NOT_KNOWN_BEFORE, Unsaid.NOT_KNOWN_AFTER} <= set(found.unsaid)
    assert counts(found) == ([(Standing.NOT_KNOWN, 14)], [(Standing.NOT_KNOWN, 2)])


def test_thresholds_are_paired_by_label_and_risks(catalogue: Catalogue) -> None:
    names = ("openai/preparedness-framework/beta", "openai/preparedness-framework/2")
    found = diff(catalogue, *names)
    assert {p.after.label: p.differences for p in found.both} == dict.fromkeys(
        ("Cybersecurity: Critical", "Cybersecurity: High"),
        (Difference.DESCRIPTION, Difference.CONSEQUENCE, Difference.BASES),
    )
    assert (len(found.only_before), len(found.only_after)) == (6, 9)
    paired = {t.iri for pair in found.both for t in (pair.before, pair.after)}
    assert not paired & {t.iri for t in (*found.only_before, *found.only_after)}


def test_a_name_leads_to_its_version_and_back(catalogue: Catalogue) -> None:
    for version in catalogue.versions:
        name = catalogue.name_version(version)
        assert catalogue.get_version_named(name, argument="from") == version


def test_the_same_question_has_one_name_and_others_have_others(catalogue: Catalogue) -> None:
    asked = [diff_google(catalogue, as_of=day) for day in (None, END_OF_2025)]
    assert len({found.iri for found in asked}) == 2
    assert diff_google(catalogue).iri == asked[0].iri


@pytest.mark.parametrize(
    ("before", "after", "error", "message"),
    [
        ("google/2-0", f"{GOOGLE}/3-1", InvalidArgument, "from: “google/2-0” names no version"),
        (f"{GOOGLE}/2-0", f"{GOOGLE}/2-0", InvalidArgument, "to: it is the same version"),
        (
            f"{GOOGLE}/2-0",
            "magic/agi-readiness-policy/1-0",
            InvalidArgument,
            "to: it is of Magic, the other of Google",
        ),
        (f"{GOOGLE}/9", f"{GOOGLE}/3-1", NotFound, "There is no framework version “9”"),
    ],
)
def test_what_cannot_be_held_against_each_other_is_refused(
    catalogue: Catalogue, before: str, after: str, error: type[Exception], message: str
) -> None:
    with pytest.raises(error) as caught:
        diff(catalogue, before, after)
    assert str(caught.value).startswith(message)
