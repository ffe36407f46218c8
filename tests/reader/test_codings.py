"""`pledgegraph.reader.codings`: codings of evidence, and what settles them."""

from datetime import date

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import DataError
from tests.reader.small import ID, read_small

REQ = "https://w3id.org/pledgegraph/req/seoul-2024/"

MADE = """pledge:drawnBy <agent/index> ; pledge:drawnOn "2026-11-24"^^xsd:date ;
  earl:mode earl:semiAuto ; pledge:ofEvidence <evidence/lab/e2> ;"""
CODINGS = f"""
<coding/lab/e2/2> a pledge:Coding ; {MADE} pledge:codingRound 2 ;
  pledge:codedAsContradicting req:II.g .
<coding/lab/e2/1> a pledge:Coding ; {MADE} pledge:codingRound 1 ;
  pledge:codedAsSupporting req:II.h , req:II.b ; pledge:codedAsPartlySupporting req:I.a .
<settlement/lab/e2> a pledge:Settlement ; {MADE} pledge:because "No reason is given."@en .
"""
LAST = "<dataset> a dcat:Dataset"


def with_codings(text: str = CODINGS) -> tuple[str, str]:
    return LAST, f"{text}{LAST}"


def test_codings_are_read_whole_by_round(service: Service) -> None:
    first, second = read_small(service, with_codings()).codings
    assert (first.iri, first.number) == (f"{ID}coding/lab/e2/1", 1)
    assert first.evidence == second.evidence == f"{ID}evidence/lab/e2"
    assert first.supports == (f"{REQ}II.b", f"{REQ}II.h")
    assert (first.partly_supports, first.contradicts) == ((f"{REQ}I.a",), ())
    assert (second.number, second.supports, second.contradicts) == (2, (), (f"{REQ}II.g",))
    drawn = (first.drawn_by.label, first.drawn_on, first.mode)
    assert drawn == ("Index", date(2026, 11, 24), "semiAuto")


def test_a_settlement_is_read_whole(service: Service) -> None:
    [found] = read_small(service, with_codings()).settlements
    assert (found.iri, found.evidence) == (f"{ID}settlement/lab/e2", f"{ID}evidence/lab/e2")
    assert (found.because, found.drawn_by.label) == ("No reason is given.", "Index")
    assert (found.drawn_on, found.mode) == (date(2026, 11, 24), "semiAuto")


def test_without_codings_there_is_nothing_to_read(service: Service) -> None:
    records = read_small(service)
    assert (records.codings, records.settlements) == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("codingRound 2", "codingRound 3", "codingRound: 3 is no round; expected 1 or 2."),
        ("codingRound 2", "codingRound 1", "has the same; expected one coding of a piece in a"),
        ("req:I.a", "<provision/seoul-2024/II>", "which is no requirement; expected the IRI"),
        ("req:I.a", "req:CHG.a", "which is no requirement; expected the IRI"),
        ("req:I.a", "req:II.b", "II.b is coded in two ways; expected each requirement once."),
        ("<agent/index>", "<agent/none>", "which is not described"),
        ("<evidence/lab/e2> ;", "<evidence/lab/e3> ;", "which is no evidence; expected the IRI"),
        ("earl:semiAuto", "code:scale", "is no mode of EARL"),
        (' pledge:because "No reason is given."@en', "", "because: it has no value"),
        (
            "<settlement/lab/e2> a pledge:Settlement",
            f"<settlement/lab/e1> a pledge:Settlement ; {MADE} pledge:because "
            '"So."@en .\n<settlement/lab/e2> a pledge:Settlement',
            "ofEvidence: .*/e[12] has the same; expected one settlement of a piece.",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(service: Service, old: str, new: str, message: str) -> None:
    assert old in CODINGS
    with pytest.raises(DataError, match=message):
        read_small(service, with_codings(CODINGS.replace(old, new)))
