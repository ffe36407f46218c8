"""Events, deadlines, searches and the data as a whole, over the schema."""

from dataclasses import replace

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue
from pledgegraph.reader import read_records
from tests.asking import answer, ask


def test_a_deadline_leads_both_ways(service: Service) -> None:
    query = """{
      event(identifier: "paris-2025") { start { stated } end deadlines { id } }
      deadlines { nodes { id due requirement { identifier } event { identifier } } }
      requirement(instrument: "seoul-2024", id: "PRE.e") {
        deadlines { id }
        provision { deadlines { id } }
      }
      provision(instrument: "seoul-2024", id: "II") { deadlines { id } }
    }"""
    found = ask(service, query)
    [deadline] = found["deadlines"]["nodes"]
    itself = [{"id": deadline["id"]}]
    assert deadline == {
        "id": "https://w3id.org/pledgegraph/id/event/paris-2025/deadline/PRE.e",
        "due": "2025-02-11",
        "requirement": {"identifier": "PRE.e"},
        "event": {"identifier": "paris-2025"},
    }
    assert found["event"] == {
        "start": {"stated": "2025-02-10"},
        "end": "2025-02-11",
        "deadlines": itself,
    }
    assert found["requirement"] == {"deadlines": itself, "provision": {"deadlines": itself}}
    assert found["provision"] == {"deadlines": []}


def test_a_search_tells_what_was_looked_for(service: Service) -> None:
    query = """{ searches { totalCount nodes {
      organisation { slug } publication { notation }
      sought { __typename ... on Provision { identifier } }
    } } }"""
    found = ask(service, query)["searches"]
    assert found["totalCount"] == 8
    assert found["nodes"][0] == {
        "organisation": {"slug": "01-ai"},
        "publication": {"notation": "none-found"},
        "sought": [{"__typename": "Provision", "identifier": "PRE"}],
    }


def test_the_data_describes_itself(service: Service) -> None:
    query = "{ datasetRevision dataset { title knownTo revision } }"
    found = ask(service, query)
    assert found["dataset"]["revision"] == found["datasetRevision"] == service.catalogue.revision
    assert found["dataset"]["knownTo"] == "2026-11-23"


def test_data_that_does_not_say_when_it_was_gathered_asks_for_a_day(service: Service) -> None:
    records = replace(read_records(service.store, service.files), dataset=None)
    bare = replace(service, catalogue=Catalogue(records, revision="0" * 64))
    assert ask(bare, "{ dataset { title } }") == {"dataset": None}
    query = 'query { versionsInForce(asOf: "2026-11-23") { totalCount } }'
    assert ask(bare, query)["versionsInForce"]["totalCount"] == 15
    [error] = answer(bare, "{ versionsInForce { totalCount } }")["errors"]
    assert error["message"] == (
        "asOf: the data does not say up to which day it was gathered; expected a day."
    )


def test_an_unknown_event_is_told(service: Service) -> None:
    [error] = answer(service, '{ event(identifier: "paris-2026") { id } }')["errors"]
    assert error["message"].startswith("There is no event “paris-2026”; the nearest are paris-2025")
