"""`pledgegraph.catalogue.events`."""

from datetime import date

import pytest

from pledgegraph.catalogue import Catalogue, EventFilter
from pledgegraph.errors import InvalidArgument, NotFound


def identifiers(catalogue: Catalogue, **wanted: object) -> list[str]:
    return [e.identifier for e in catalogue.list_events(EventFilter(**wanted))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (
            {"kinds": ("summit",)},
            ["bletchley-2023", "seoul-summit", "paris-2025", "india-2026"],
        ),
        ({"organisations": ("magic",), "kinds": ("joining",)}, ["joined-magic"]),
        ({"after": date(2026, 2, 3)}, ["india-2026", "ny-raise-effective"]),
        (
            {"before": date(2023, 10, 30)},
            [
                "white-house-commitments-2023",
                "white-house-commitments-second-group",
                "uk-company-policies-2023",
            ],
        ),
        # The month that they joined in ends on the 28th.
        ({"kinds": ("joining",), "before": date(2025, 2, 28)}, []),
        ({"kinds": ()}, []),
    ],
)
def test_a_filter_keeps_what_holds_in_every_part(
    catalogue: Catalogue, wanted: dict[str, object], expected: list[str]
) -> None:
    assert identifiers(catalogue, **wanted) == expected


def test_an_event_leads_to_its_deadlines(catalogue: Catalogue) -> None:
    (deadline,) = catalogue.list_deadlines_at(catalogue.get_event("paris-2025"))
    assert (deadline.requirement.rpartition("/")[2], deadline.due) == ("PRE.e", date(2025, 2, 11))
    assert catalogue.list_deadlines_at(catalogue.get_event("seoul-summit")) == ()


def test_an_organisation_leads_to_the_searches_for_it(catalogue: Catalogue) -> None:
    (search,) = catalogue.list_searches_for(catalogue.get_organisation("ibm"))
    assert search.publication.notation == "out-of-scope"
    assert catalogue.list_searches_for(catalogue.get_organisation("g42")) == ()


def test_what_is_unknown_is_refused_with_the_known(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound, match="no event “paris-2024”; the nearest are paris-2025"):
        catalogue.get_event("paris-2024")
    with pytest.raises(InvalidArgument, match="“x” is no kind; expected one of summit, meeting"):
        identifiers(catalogue, kinds=("x",))
    with pytest.raises(InvalidArgument, match="“x” is no organisation"):
        identifiers(catalogue, organisations=("x",))
