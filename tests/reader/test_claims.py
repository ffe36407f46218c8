"""`pledgegraph.reader.claims`."""

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import DataError
from tests.reader.claims import WITH_CLAIM, claim
from tests.reader.small import ID, NAME, read_small


def test_a_claim_is_read_whole(service: Service) -> None:
    (found,) = read_small(service, WITH_CLAIM).claims
    assert found.iri == f"{ID}claim/lab/policy/1/II.g"
    assert found.version == f"{ID}version/lab/policy/1"
    assert found.requirement == "https://w3id.org/pledgegraph/req/seoul-2024/II.g"
    assert (found.coverage.notation, found.because) == ("partly-addressed", "Only for one risk.")
    assert found.evidence == (f"{ID}evidence/lab/e10",)
    assert (found.mode, found.review_state.notation) == ("semiAuto", "drafted")


def test_a_claim_may_cite_nothing_and_give_no_reason(service: Service) -> None:
    edit = claim('pledge:cites <evidence/lab/e10> ; pledge:because "Only for one risk."@en ;', "")
    (found,) = read_small(service, edit).claims
    assert (found.evidence, found.because) == ((), None)


def test_a_claim_may_answer_the_ground_of_an_exception(service: Service) -> None:
    (found,) = read_small(service, claim("req:II.g", "req:VII.x1")).claims
    assert found.requirement == "https://w3id.org/pledgegraph/req/seoul-2024/VII.x1"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<version/lab/policy/1> ;", "<version/none> ;", "claimAbout"),
        ("req:II.g", "<provision/seoul-2024/II>", "answers"),
        ("coverage-partly-addressed", "bearing-supports", "coverage"),
        ("<evidence/lab/e10>", "<evidence/none>", "cites"),
        ("earl:semiAuto", "<mode/none>", "mode"),
    ],
)
def test_what_no_claim_can_be_made_of_is_refused(
    service: Service, old: str, new: str, message: str
) -> None:
    with pytest.raises(DataError, match=message) as caught:
        read_small(service, claim(old, new))
    assert str(caught.value).startswith(f"{NAME}, {ID}claim/lab/policy/1/II.g")
