"""`pledgegraph.web.addresses`; more of it over HTTP in `test_app`."""

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import NotFound
from pledgegraph.web.addresses import get_address


def test_every_subject_of_the_instrument_leads_to_a_page(service: Service) -> None:
    base = "https://w3id.org/pledgegraph/"
    [graph] = [g for g in service.store.list_graphs() if g.endswith("/instrument/seoul-2024")]
    subjects = {str(triple.subject) for triple in service.store.list_triples(graph=graph)}
    found = {get_address(service, subject.removeprefix(base)) for subject in subjects}
    assert "/" in found
    assert {a for a in found if not a.startswith(("/#", "/requirements/"))} == {"/"}
    assert len(subjects) > 400


@pytest.mark.parametrize("path", ["", "id", "req", "id/provision/seoul-2024/IX", "req/seoul-2024/"])
def test_what_nothing_is_called_is_not_found(service: Service, path: str) -> None:
    with pytest.raises(NotFound):
        get_address(service, path)
