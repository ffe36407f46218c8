"""`pledgegraph.catalogue.thresholds`."""

import pytest

from pledgegraph.catalogue import Catalogue, ThresholdFilter
from pledgegraph.errors import InvalidArgument


def slugs(catalogue: Catalogue, **wanted: object) -> list[str]:
    found = catalogue.list_thresholds(ThresholdFilter(**wanted))  # type: ignore[arg-type]
    return [threshold.slug for threshold in found]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (
            {"organisations": ("g42",)},
            [
                "frontier-capability-threshold-biological-threats",
                "frontier-capability-threshold-offensive-cybersecurity",
            ],
        ),
        (
            {"organisations": ("g42",), "risks": ("chemical-biological-radiological-nuclear",)},
            ["frontier-capability-threshold-biological-threats"],
        ),
        ({"organisations": ("g42",), "risks": ("chemical",)}, []),
        (
            {"is_quantified": True, "risks": ("cyber-offence",)},
            [
                "cyber-uplift-level-1",
                "critical-capability-threshold-cyberoffense",
                "simple-suite-threshold-cyber",
            ],
        ),
        (
            {"is_quantified": True, "is_current": True, "organisations": ("anthropic", "xai")},
            ["harmful-manipulation-tier-1", "harmful-manipulation-tier-2"],
        ),
        ({"organisations": ("cohere",), "only_basis": "model-capability"}, []),
        ({"text": "BioTIER"}, ["biotier-refusal-acceptance-criterion-illustrative"]),
        ({"bases": ()}, []),
    ],
)
def test_a_filter_keeps_what_holds_in_every_part(
    catalogue: Catalogue, wanted: dict[str, object], expected: list[str]
) -> None:
    assert slugs(catalogue, **wanted) == expected


def test_thresholds_are_kept_by_organisation(catalogue: Catalogue) -> None:
    for organisation in catalogue.organisations:
        wanted = ThresholdFilter(organisations=(organisation.slug,))
        assert catalogue.list_thresholds_set_by(organisation) == catalogue.list_thresholds(wanted)


def test_only_what_is_given_is_looked_through(catalogue: Catalogue) -> None:
    first, second, *_ = catalogue.list_thresholds(ThresholdFilter(text="cyber"))
    wanted = ThresholdFilter(text="CYBER")
    assert catalogue.list_thresholds(wanted, among=(second, first)) == (second, first)
    assert catalogue.list_thresholds(ThresholdFilter(bases=()), among=(first,)) == ()


def test_a_risk_stands_for_all_narrower_ones(catalogue: Catalogue) -> None:
    wide = slugs(catalogue, risks=("chemical-biological-radiological-nuclear",))
    narrow = slugs(catalogue, risks=("biological",))
    assert (len(wide), len(narrow)) == (34, 11)


def test_what_rests_on_one_basis_alone_rests_on_no_other(catalogue: Catalogue) -> None:
    wanted = ThresholdFilter(only_basis="model-capability")
    found = catalogue.list_thresholds(wanted)
    assert {tuple(b.kind.notation for b in t.bases) for t in found} == {("model-capability",)}


def test_nothing_was_read_for_assessability_yet(catalogue: Catalogue) -> None:
    assert len(slugs(catalogue, assessabilities=("not-reviewed",))) == 140


def test_a_threshold_leads_to_its_version_and_back(catalogue: Catalogue) -> None:
    version = catalogue.get_version("g42", "frontier-ai-safety-framework", "2025-02-06")
    found = catalogue.list_thresholds_of(version)
    assert [t.slug for t in found] == slugs(catalogue, organisations=("g42",))
    assert {catalogue.get_version_of(t).iri for t in found} == {version.iri}


def test_a_threshold_leads_to_its_organisation_and_its_domains(catalogue: Catalogue) -> None:
    biological, cyber = catalogue.list_thresholds(ThresholdFilter(organisations=("g42",)))
    assert catalogue.get_organisation_of(cyber) == catalogue.get_organisation("g42")
    assert catalogue.is_set_by_current(cyber)
    assert [d.notation for d in catalogue.list_domains_of(biological)] == [
        "chemical-biological-radiological-nuclear"
    ]
    assert [d.notation for d in catalogue.list_domains_of(cyber)] == ["cyber-offence"]


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"organisations": ("x",)}, "organisation: “x” is no organisation; expected one of 01-ai"),
        ({"risks": ("x",)}, "riskDomain: “x” is no risk; expected one of chemical"),
        ({"bases": ("x",)}, "basis: “x” is no basis; expected one of model-capability"),
        ({"only_basis": "x"}, "onlyBasis: “x” is no basis"),
        ({"assessabilities": ("x",)}, "assessability: “x” is no assessability"),
    ],
)
def test_what_is_unknown_is_refused_with_the_known(
    catalogue: Catalogue, wanted: dict[str, object], message: str
) -> None:
    with pytest.raises(InvalidArgument) as caught:
        slugs(catalogue, **wanted)
    assert str(caught.value).startswith(message)
