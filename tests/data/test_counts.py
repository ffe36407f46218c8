"""What the data holds of each organisation, counted and compared with what was gathered."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import (
    AssessmentFilter,
    BearingFilter,
    Catalogue,
    EvidenceFilter,
    OrganisationFilter,
    ThresholdFilter,
    VersionFilter,
)
from pledgegraph.reports.stats import count_dataset


class Held(NamedTuple):
    """What is held of one organisation; assessments are those read for it, tabled ones aside."""

    frameworks: int = 0
    versions: int = 0
    current_thresholds: int = 0
    former_thresholds: int = 0
    evidence: int = 0
    assessments: int = 0


GATHERED = {
    "01-ai": Held(evidence=3, assessments=2),
    "amazon": Held(1, 2, 4, 3, 29, 6),
    "anthropic": Held(3, 15, 12, 7, 50, 14),
    "cohere": Held(1, 1, 1, 0, 27, 12),
    "g42": Held(1, 1, 2, 0, 25, 11),
    "google": Held(1, 4, 7, 13, 46, 18),
    "ibm": Held(evidence=25, assessments=4),
    "inflection-ai": Held(evidence=6, assessments=9),
    "magic": Held(1, 2, 6, 0, 17, 6),
    "meta": Held(1, 3, 14, 2, 31, 11),
    "microsoft": Held(1, 2, 15, 1, 31, 9),
    "minimax": Held(evidence=3, assessments=4),
    "mistral-ai": Held(evidence=22, assessments=5),
    "naver": Held(1, 2, 3, 4, 32, 12),
    "nvidia": Held(1, 1, 7, 0, 26, 6),
    "openai": Held(2, 3, 20, 8, 51, 12),
    "samsung-electronics": Held(evidence=20, assessments=2),
    "technology-innovation-institute": Held(evidence=5, assessments=8),
    "xai": Held(2, 5, 4, 7, 33, 16),
    "zhipu-ai": Held(evidence=4, assessments=20),
}


@pytest.fixture
def catalogue(service: Service) -> Catalogue:
    return service.catalogue


def count_held(catalogue: Catalogue, slug: str) -> Held:
    of = (slug,)
    current = ThresholdFilter(organisations=of, is_current=True)
    former = ThresholdFilter(organisations=of, is_current=False)
    read_for_it = AssessmentFilter(organisations=of, is_tabled=False)
    return Held(
        frameworks=len(catalogue.list_frameworks_of(catalogue.get_organisation(slug))),
        versions=len(catalogue.list_versions(VersionFilter(organisations=of))),
        current_thresholds=len(catalogue.list_thresholds(current)),
        former_thresholds=len(catalogue.list_thresholds(former)),
        evidence=len(catalogue.list_evidence(EvidenceFilter(organisations=of))),
        assessments=len(catalogue.list_assessments(read_for_it)),
    )


def test_every_signatory_is_held(catalogue: Catalogue) -> None:
    assert sorted(o.slug for o in catalogue.organisations) == sorted(GATHERED)
    added = catalogue.list_organisations(OrganisationFilter(cohorts=("added-list",)))
    assert [o.slug for o in added] == ["01-ai", "magic", "minimax", "nvidia"]


@pytest.mark.parametrize("slug", GATHERED)
def test_what_was_gathered_of_an_organisation_is_held(catalogue: Catalogue, slug: str) -> None:
    assert count_held(catalogue, slug) == GATHERED[slug]


@pytest.mark.parametrize("slug", GATHERED)
def test_each_evidence_has_one_bearing_on_a_provision(catalogue: Catalogue, slug: str) -> None:
    bearings = catalogue.list_bearings(BearingFilter(organisations=(slug,)))
    provisions = {p.iri for p in catalogue.provisions}
    whole = [b for b in bearings if b.bears_on in provisions]
    assert len({b.evidence for b in whole}) == len(whole) == GATHERED[slug].evidence


def test_a_bearing_is_named_by_its_evidence_and_what_it_bears_on(catalogue: Catalogue) -> None:
    for bearing in catalogue.bearings:
        name = bearing.iri.removeprefix(f"{bearing.evidence}/bearing/")
        kind, _, end = bearing.bears_on.rpartition("/")
        # These three are provisions that hold one requirement of the same name.
        is_namesake = end in {"BP2", "BP7", "BP8"} and not kind.endswith("/provision/seoul-2024")
        assert name == (f"req-{end}" if is_namesake else end)


def test_what_is_held_in_all(service: Service) -> None:
    found = count_dataset(service.files, service.store, service.catalogue)
    assert found["signatories"] == 20
    assert found["signatories by list"] == {"original-list": 16, "added-list": 4}
    assert found["frameworks"] == 16
    assert found["versions"] == 41
    assert found["versions that are current"] == 15
    assert found["changes"] == 26
    assert found["change items"] == 103
    assert found["change items by direction"] == {
        "retained": 3,
        "strengthened": 16,
        "weakened": 35,
        "removed": 10,
        "relocated": 1,
        "added": 38,
    }
    assert found["change items by disclosure"] == {
        "announced": 56,
        "partly-announced": 10,
        "silent": 11,
        "no-account": 19,
        "not-known": 7,
    }
    assert found["thresholds"] == 140
    assert found["thresholds by version"] == {"current": 95, "former": 45}
    assert found["evidence items"] == 486
    assert found["bearings on provisions"] == 486
    assert found["bearings on provisions by direction"] == {
        "supports": 247,
        "partly-supports": 182,
        "contradicts": 57,
    }
    assert found["bearings on requirements"] == 981
    assert found["bearings on requirements by direction"] == {
        "supports": 546,
        "partly-supports": 330,
        "contradicts": 105,
    }
    assert found["evidence items coded twice"] == 98
    assert found["assessments read for one organisation"] == 187
    assert found["schemes"] == 15
    assert found["events"] == 24
    assert found["deadlines"] == 1
    assert found["searches"] == 8
    assert found["related sets"] == 8
    assert found["crosswalk links"] == 89
