"""`pledgegraph.reader.events` and `dataset`: events, deadlines, searches, the data's own day."""

from datetime import date

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.model import DatasetRecord, StatedDate
from tests.reader.small import ID, check_refused, read_small

PARIS = f"{ID}event/paris-2025"
START = """schema:startDate "2025-02"^^xsd:gYearMonth ;
  pledge:startEarliest "2025-02-01"^^xsd:date ; pledge:startLatest "2025-02-28"^^xsd:date ;"""


def test_events_come_by_the_days_they_can_have_begun(service: Service) -> None:
    joining, paris = read_small(service).events
    assert (joining.identifier, joining.kind.notation) == ("joining", "joining")
    assert joining.start == StatedDate("2025-02", date(2025, 2, 1), date(2025, 2, 28))
    assert (joining.end, joining.organisations) == (None, (f"{ID}organisation/lab",))
    assert (paris.iri, paris.label, paris.end) == (PARIS, "Summit", date(2025, 2, 11))
    assert (paris.description, paris.sources) == (None, ("https://summit.example/",))


def test_an_event_without_a_day_comes_last(service: Service) -> None:
    found = read_small(service, (START, "")).events
    assert [(e.identifier, e.start is None) for e in found] == [
        ("paris-2025", False),
        ("joining", True),
    ]


def test_a_deadline_is_read_whole(service: Service) -> None:
    (found,) = read_small(service).deadlines
    assert found.requirement == "https://w3id.org/pledgegraph/req/seoul-2024/PRE.e"
    assert (found.event, found.due) == (PARIS, date(2025, 2, 11))
    assert found.disagreements == ("Others say the day before.",)


def test_a_search_is_read_whole(service: Service) -> None:
    (found,) = read_small(service).searches
    assert found.organisation == f"{ID}organisation/lab"
    assert found.sought == (f"{ID}provision/seoul-2024/PRE",)
    assert (found.publication.notation, found.searched_on) == ("none-found", date(2025, 12, 9))


def test_the_dataset_says_up_to_which_day_it_was_gathered(service: Service) -> None:
    assert read_small(service).dataset == DatasetRecord(
        f"{ID}dataset", "Small", "A sample.", date(2026, 11, 23)
    )


def test_data_that_does_not_describe_itself_is_read(service: Service) -> None:
    assert read_small(service, ("a dcat:Dataset", "a pledge:Note")).dataset is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "pledge:eventKind code:event-joining ;",
            "",
            "event/joining: eventKind: it has no value; expected a code of the list event.",
        ),
        (
            "pledge:aboutOrganisation <organisation/lab> .\n<event/paris-2025/",
            "pledge:aboutOrganisation <organisation/none> .\n<event/paris-2025/",
            f"event/joining: aboutOrganisation: it links {ID}organisation/none, which is no "
            "organisation; expected the IRI of one that data/ describes.",
        ),
        (
            "pledge:deadlineFor req:PRE.e",
            "pledge:deadlineFor req:FN1.a",
            "event/paris-2025/deadline/PRE.e: deadlineFor: it links "
            "https://w3id.org/pledgegraph/req/seoul-2024/FN1.a, which is no requirement; expected "
            "the IRI of one that data/ describes.",
        ),
        (
            "pledge:atEvent <event/paris-2025>",
            "pledge:atEvent <event/none>",
            f"event/paris-2025/deadline/PRE.e: atEvent: it links {ID}event/none, which is no "
            "event; expected the IRI of one that data/ describes.",
        ),
        (
            "pledge:sought <provision/seoul-2024/PRE> ;",
            "",
            "search/lab/2025-12-09: sought: it has no value; expected what was looked for.",
        ),
        (
            "<dataset> a dcat:Dataset ;",
            "<other> a dcat:Dataset . <dataset> a dcat:Dataset ;",
            f"dataset: type: {ID}other is a dataset too; expected one dataset.",
        ),
    ],
)
def test_what_cannot_be_read_names_file_and_subject(
    service: Service, old: str, new: str, message: str
) -> None:
    check_refused(service, old, new, message)
