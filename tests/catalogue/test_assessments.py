"""`pledgegraph.catalogue.assessments`."""

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import AssessmentFilter, Catalogue
from pledgegraph.errors import InvalidArgument, NotFound
from pledgegraph.model import AssessmentCriterion
from tests.reader.small import read_small

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
    tests = [a.test for a in near]
    assert all(isinstance(t, AssessmentCriterion) and provision in t.provisions for t in tests)


def test_an_assessment_by_a_requirement_is_found_by_it_and_by_its_provision(
    service: Service,
) -> None:
    old = "<organisation/lab> ; earl:test <criterion/index/thresholds>"
    edit = (old, "<organisation/lab> ; earl:test req:III.a")
    small = Catalogue(read_small(service, edit), revision="r")
    requirement = small.get_requirement("seoul-2024", "III.a")
    assert identifiers(small, provisions=("III",)) == ["lab/10"]
    assert identifiers(small, provisions=("II",)) == ["lab/2"]
    assert identifiers(small, criteria=(requirement.iri,)) == ["lab/10"]
    assert identifiers(small, text=requirement.verbatim) == ["lab/10"]


def test_assessors_lead_to_their_campaigns(catalogue: Catalogue) -> None:
    assessors = {agent.iri: agent for agent in catalogue.list_assessors()}
    assert len(assessors) == 11
    found = catalogue.list_campaigns_by(assessors[f"{AGENT}future-of-life-institute"])
    assert [c.slug for c in found] == ["fli-2024", "fli-summer-2025", "fli-winter-2025"]


def test_assessments_are_kept_by_organisation_and_campaign(catalogue: Catalogue) -> None:
    g42 = catalogue.get_organisation("g42")
    assert len(catalogue.list_assessments_of(g42)) == 14
    campaign = catalogue.get_campaign("metr-common-elements")
    assert len(catalogue.list_assessments_in(campaign)) == 20
    assert catalogue.list_assessments_in(catalogue.get_campaign("lcfi-2023")) == ()


def test_assessments_are_kept_by_assessor(catalogue: Catalogue) -> None:
    for assessor in catalogue.list_assessors():
        wanted = AssessmentFilter(assessors=(assessor.iri,))
        assert catalogue.list_assessments_by(assessor) == catalogue.list_assessments(wanted)


def test_an_organisation_leads_to_the_campaigns_that_judge_it(catalogue: Catalogue) -> None:
    for organisation in catalogue.organisations:
        judged_in = {a.campaign for a in catalogue.list_assessments_of(organisation)}
        found = catalogue.list_campaigns_about(organisation)
        assert found == tuple(c for c in catalogue.campaigns if c.iri in judged_in)


def test_only_what_is_given_is_looked_through(catalogue: Catalogue) -> None:
    first, second, *_ = catalogue.list_assessments(AssessmentFilter(text="overall"))
    wanted = AssessmentFilter(text="OVERALL")
    assert catalogue.list_assessments(wanted, among=(second, first)) == (second, first)
    assert catalogue.list_assessments(AssessmentFilter(campaigns=()), among=(first,)) == ()


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
        (
            {"criteria": ("fli-2024/harms",)},
            "criterion: “fli-2024/harms” is no criterion; expected one of 96, such as fli-2024/cu",
        ),
        ({"provisions": ("x",)}, "provision: “x” is no provision"),
    ],
)
def test_what_is_unknown_is_refused_with_the_known(
    catalogue: Catalogue, wanted: dict[str, object], message: str
) -> None:
    with pytest.raises(InvalidArgument) as caught:
        identifiers(catalogue, **wanted)
    assert str(caught.value).startswith(message)
