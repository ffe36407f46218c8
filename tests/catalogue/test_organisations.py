"""`pledgegraph.catalogue.organisations`."""

import pytest

from pledgegraph.catalogue import Catalogue, OrganisationFilter
from pledgegraph.errors import InvalidArgument, NotFound


def slugs(catalogue: Catalogue, **wanted: object) -> list[str]:
    found = catalogue.list_organisations(OrganisationFilter(**wanted))  # type: ignore[arg-type]
    return [organisation.slug for organisation in found]


def test_organisations_come_by_label(catalogue: Catalogue) -> None:
    found = slugs(catalogue)
    assert len(found) == 20
    assert (found[0], found[-1]) == ("01-ai", "zhipu-ai")
    assert found.index("ibm") < found.index("inflection-ai") < found.index("magic")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"cohorts": ("added-list",)}, ["01-ai", "magic", "minimax", "nvidia"]),
        ({"countries": ("FR", "KR")}, ["mistral-ai", "naver", "samsung-electronics"]),
        ({"text": "DEEPMIND"}, ["google"]),
        ({"cohorts": ("added-list",), "has_framework": True}, ["magic", "nvidia"]),
        ({"cohorts": ("added-list",), "has_framework": False}, ["01-ai", "minimax"]),
        ({"cohorts": ()}, []),
    ],
)
def test_a_filter_keeps_what_holds_in_every_part(
    catalogue: Catalogue, wanted: dict[str, object], expected: list[str]
) -> None:
    assert slugs(catalogue, **wanted) == expected


def test_what_is_unknown_is_refused_with_the_known(catalogue: Catalogue) -> None:
    with pytest.raises(InvalidArgument, match="expected one of original-list, added-list"):
        slugs(catalogue, cohorts=("third-list",))
    with pytest.raises(InvalidArgument, match="“XX” is no country; expected one of AE, CA, CN, FR"):
        slugs(catalogue, countries=("XX",))


def test_an_unknown_organisation_is_told_with_the_nearest(catalogue: Catalogue) -> None:
    assert catalogue.get_organisation("g42").label == "G42"
    with pytest.raises(NotFound, match="no organisation “open-ai”; the nearest are openai"):
        catalogue.get_organisation("open-ai")
