"""`pledgegraph.catalogue.assessments`."""

import pytest

from pledgegraph.catalogue import AssessmentFilter, Catalogue
from pledgegraph.errors import InvalidArgument, NotFound

AGENT = "https://w3id.org/pledgegraph/id/agent/"


def identifiers(catalogue: Catalogue, **wanted: object) -> list[str]:
    found = catalogue.list_assessments(AssessmentFilter(**wanted))  # type: ignore[arg-type]
    return [assessment.identifier for assessment in found]


def test_assessments_come_with_their_numbers_as_numbers(catalogue: Catalogue) -> None:
    found = identifiers(catalogue, organisations=("g42",), is_tabled=False)
    assert found == [f"g42/{n}" for n in range(1, 12)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (
            {"organisations": ("g42",), "is_tabled": True},
            [
                "metr-common-elements/g42/published-policy",
                "seoul-commitment-tracker/g42/overall",
                "seoul-commitment-tracker/g42/policy-status",
            ],
        ),
        (
            {"organisations": ("g42",), "campaigns": ("metr-common-elements",)},
            ["metr-common-elements/g42/published-policy"],
        ),
        (
            {"organisations": ("g42",), "assessors": ("metr",)},
            ["metr-common-elements/g42/published-policy"],
        ),
        (
            {"organisations": ("g42",), "assessors": (f"{AGENT}metr",)},
            ["metr-common-elements/g42/published-policy"],
        ),
        (
            {"organisations": ("g42",), "criteria": ("saferai-2025/risk-treatment",)},
            ["g42/5"],
        ),
        (
            {"organisations": ("g42",), "scales": ("seoul-commitment-tracker-mean",)},
            ["seoul-commitment-tracker/g42/overall"],
        ),
        ({"campaigns": ("lcfi-2023",)}, []),
        ({"assessors": ()}, []),
    ],
)
def test_a_filter_keeps_what_holds_in_every_part(
    catalogue: Catalogue, wanted: dict[str, object], expected: list[str]
) -> None:
    assert identifiers(catalogue, **wanted) == expected


def test_a_provision_keeps_what_is_judged_near_to_it(catalogue: Catalogue) -> None:
    near = catalogue.list_assessments(AssessmentFilter(provisions=("II",)))
    provision = catalogue.get_provision("seoul-2024", "II").iri
    assert near
    assert all(provision in a.criterion.provisions for a in near)


def test_assessments_are_kept_by_organisation_and_campaign(catalogue: Catalogue) -> None:
    g42 = catalogue.get_organisation("g42")
    assert len(catalogue.list_assessments_of(g42)) == 14
    campaign = catalogue.get_campaign("metr-common-elements")
    assert len(catalogue.list_assessments_in(campaign)) == 20
    assert catalogue.list_assessments_in(catalogue.get_campaign("lcfi-2023")) == ()


def test_an_unknown_name_is_told_with_the_nearest(catalogue: Catalogue) -> None:
    assert catalogue.get_assessment("g42/1").identifier == "g42/1"
    with pytest.raises(NotFound, match="no assessment “g42/99”; the nearest are g42/9"):
        catalogue.get_assessment("g42/99")
    with pytest.raises(NotFound, match="no assessment campaign “fli-2023”; the nearest are fli-"):
        catalogue.get_campaign("fli-2023")


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"organisations": ("x",)}, "organisation: “x” is no organisation"),
        ({"assessors": ("x",)}, "assessor: “x” is no assessor; expected one of concordia-ai"),
        ({"campaigns": ("x",)}, "campaign: “x” is no campaign; expected one of ai-lab-watch"),
        ({"scales": ("x",)}, "scale: “x” is no scale; expected one of ai-lab-watch-per-cent"),
        ({"criteria": ("x",)}, "criterion: “x” is no criterion; expected one of ai-lab-watch/"),
        ({"provisions": ("x",)}, "provision: “x” is no provision"),
    ],
)
def test_what_is_unknown_is_refused_with_the_known(
    catalogue: Catalogue, wanted: dict[str, object], message: str
) -> None:
    with pytest.raises(InvalidArgument) as caught:
        identifiers(catalogue, **wanted)
    assert str(caught.value).startswith(message)
