"""`pledgegraph.catalogue.frameworks`."""

from dataclasses import replace
from datetime import date

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue, FrameworkFilter, InForce, VersionFilter
from pledgegraph.errors import InvalidArgument, NotFound
from tests.reader.small import read_small

XAI = ("xai", "frontier-artificial-intelligence-framework")


def names(catalogue: Catalogue, **wanted: object) -> list[str]:
    found = catalogue.list_versions(VersionFilter(**wanted))  # type: ignore[arg-type]
    return [version.iri.partition("/id/version/")[2] for version in found]


def test_frameworks_are_found_by_organisation_and_text(catalogue: Catalogue) -> None:
    wanted = FrameworkFilter(organisations=("anthropic", "xai"), text="framework")
    assert [f.slug for f in catalogue.list_frameworks(wanted)] == [
        "frontier-compliance-framework",
        "frontier-artificial-intelligence-framework",
        "risk-management-framework",
    ]
    framework = catalogue.get_framework(*XAI)
    (xai,) = catalogue.list_organisations_of(framework)
    assert (xai.slug, framework in catalogue.list_frameworks_of(xai)) == ("xai", True)


def test_versions_of_a_framework_come_oldest_first(catalogue: Catalogue) -> None:
    framework = catalogue.get_framework("magic", "agi-readiness-policy")
    found = [v.slug for v in catalogue.list_versions_of(framework)]
    assert found == ["1-0", "1-0-reissue-2024-07"]


def test_a_version_leads_to_its_framework_and_its_change(catalogue: Catalogue) -> None:
    first = catalogue.get_version(*XAI, "december-30-2025")
    assert catalogue.get_framework_of(first) == catalogue.get_framework(*XAI)
    change = catalogue.find_change_to(first)
    assert change is not None
    assert change.from_version.endswith("/xai/risk-management-framework/august-20-2025")
    beta = catalogue.get_version("openai", "preparedness-framework", "beta")
    assert catalogue.find_change_to(beta) is None


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (
            {"organisations": ("xai",), "is_current": True},
            ["xai/frontier-artificial-intelligence-framework/june-30-2026"],
        ),
        (
            {"publications": ("draft",)},
            [
                "xai/risk-management-framework/2025-02-10",
                "xai/risk-management-framework/2025-02-20",
            ],
        ),
        (
            {"organisations": ("google",), "issued_after": date(2025, 2, 4)},
            ["google/frontier-safety-framework/3-0", "google/frontier-safety-framework/3-1"],
        ),
        (
            {"organisations": ("google",), "issued_before": date(2025, 2, 4)},
            ["google/frontier-safety-framework/1-0"],
        ),
        (
            {"organisations": ("magic",), "issued_after": date(2024, 7, 1)},
            ["magic/agi-readiness-policy/1-0"],
        ),
        (
            {"organisations": ("google", "xai"), "as_of": date(2025, 2, 20)},
            ["google/frontier-safety-framework/2-0"],
        ),
    ],
)
def test_a_filter_keeps_what_holds_in_every_part(
    catalogue: Catalogue, wanted: dict[str, object], expected: list[str]
) -> None:
    assert names(catalogue, **wanted) == expected


def test_versions_of_one_framework_are_found_by_its_iri(catalogue: Catalogue) -> None:
    framework = catalogue.get_framework("naver", "ai-safety-framework")
    assert names(catalogue, frameworks=(framework.iri,)) == [
        "naver/ai-safety-framework/2024-06-17",
        "naver/ai-safety-framework/2-0",
    ]
    with pytest.raises(InvalidArgument, match="“x” is no framework; expected one of https://"):
        names(catalogue, frameworks=("x",))
    with pytest.raises(InvalidArgument, match="“x” is no publication"):
        names(catalogue, publications=("x",))
    with pytest.raises(InvalidArgument, match="“x” is no organisation"):
        names(catalogue, organisations=("x",))


def test_neither_drafts_nor_versions_of_a_replaced_framework_are_current(
    catalogue: Catalogue,
) -> None:
    framework = catalogue.get_framework("xai", "risk-management-framework")
    found = [catalogue.is_current(v) for v in catalogue.list_versions_of(framework)]
    assert found == [False, False, False]


def test_what_is_in_force_on_the_last_day_is_what_is_current(catalogue: Catalogue) -> None:
    assert catalogue.dataset is not None
    found = catalogue.list_in_force(catalogue.dataset.known_to)
    assert [f.version for f in found] == list(
        catalogue.list_versions(VersionFilter(is_current=True))
    )
    assert {f.state for f in found} == {InForce.IN_FORCE}
    assert catalogue.list_in_force() == found


@pytest.mark.parametrize(
    ("known_by", "expected"),
    [
        (None, ["1-0-reissue-2024-07"]),
        (date(2024, 7, 31), ["1-0-reissue-2024-07"]),
        (date(2024, 7, 30), ["1-0"]),  # what replaced it need not have been public
        (date(2024, 1, 1), []),
    ],
)
def test_what_was_not_known_is_not_in_force_and_ends_nothing(
    catalogue: Catalogue, known_by: date | None, expected: list[str]
) -> None:
    on = date(2024, 7, 31)
    found = [f.version for f in catalogue.list_in_force(on, known_by)]
    assert [v.slug for v in found if "/magic/" in v.iri] == expected
    wanted = VersionFilter(organisations=("magic",), as_of=on, known_by=known_by)
    assert [v.slug for v in catalogue.list_versions(wanted)] == expected


def test_versions_may_be_asked_for_by_what_was_known(catalogue: Catalogue) -> None:
    found = catalogue.list_versions(VersionFilter(known_by=date(2024, 7, 30)))
    assert found
    assert all(v.issued.latest <= date(2024, 7, 30) for v in found)
    known_to = catalogue.get_times().known_by
    assert catalogue.list_versions(VersionFilter(known_by=known_to)) == catalogue.versions


def test_a_version_that_is_only_announced_is_not_current_and_replaces_none(
    service: Service,
) -> None:
    records = read_small(service)
    _, reissue = records.versions
    announced = replace(reissue.publication, notation="announced")
    versions = (records.versions[0], replace(reissue, publication=announced))
    catalogue = Catalogue(replace(records, versions=versions), revision="r")
    assert [catalogue.is_current(v) for v in versions] == [True, False]


def test_what_follows_is_what_replaces_directly(catalogue: Catalogue) -> None:
    policy = catalogue.get_framework("anthropic", "responsible-scaling-policy")
    first, second, *_ = catalogue.list_versions_of(policy)
    assert catalogue.list_followers_of(first) == (second,)
    assert catalogue.list_chain_of(second) == (second, first)
    (current,) = [v for v in catalogue.list_versions_of(policy) if catalogue.is_current(v)]
    assert catalogue.list_followers_of(current) == ()
    old = catalogue.get_framework("xai", "risk-management-framework")
    assert catalogue.list_successors_of(old) == (catalogue.get_framework(*XAI),)
    assert catalogue.list_successors_of(policy) == ()


def test_without_any_day_one_is_asked_for(service: Service) -> None:
    undated = Catalogue(replace(read_small(service), dataset=None), revision="r")
    with pytest.raises(InvalidArgument, match="asOf: the data does not say up to which day"):
        undated.list_in_force()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("gogle", "x", "y"), "no organisation “gogle”; the nearest are google"),
        (("google", "frontier-safety", "1-0"), "no framework “frontier-safety”; the nearest"),
        (("google", "frontier-safety-framework", "4-0"), "no framework version “4-0”; the nearest"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(
    catalogue: Catalogue, given: tuple[str, str, str], message: str
) -> None:
    with pytest.raises(NotFound, match=message):
        catalogue.get_version(*given)
