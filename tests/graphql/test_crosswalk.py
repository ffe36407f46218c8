"""Other promises and laws, over the schema."""

from pledgegraph.bootstrap import Service
from tests.asking import answer, ask


def test_a_link_is_a_judgement_with_its_provenance(service: Service) -> None:
    query = """{ crosswalkLinks(filter: {provision: ["II"], set: ["california-sb53"]}) { nodes {
      provision { identifier }
      commitmentSet { slug }
      clauseCited
      relation { notation }
      ... on Judgement { drawnBy { label } drawnOn mode reviewState { notation } because }
      sources
    } } }"""
    [link] = ask(service, query)["crosswalkLinks"]["nodes"]
    assert link.pop("sources")
    assert link.pop("because").startswith("Thresholds of the developer's own choice")
    assert link == {
        "provision": {"identifier": "II"},
        "commitmentSet": {"slug": "california-sb53"},
        "clauseCited": "(a)(2)",
        "relation": {"notation": "weaker"},
        "drawnBy": {"label": "Pledgegraph editors"},
        "drawnOn": "2026-11-23",
        "mode": "semiAuto",
        "reviewState": {"notation": "drafted"},
    }


def test_a_set_has_its_clauses_and_its_links(service: Service) -> None:
    query = """{
      commitmentSet(slug: "white-house-2023") {
        issued { stated }
        clauses { position }
        links(first: 2) { totalCount nodes { provision { identifier } } }
      }
      provision(instrument: "seoul-2024", id: "II") {
        crosswalkLinks { nodes { commitmentSet { slug } } }
      }
    }"""
    found = ask(service, query)
    assert found["commitmentSet"]["issued"] == {"stated": "2023-07-21"}
    positions = [clause["position"] for clause in found["commitmentSet"]["clauses"]]
    assert positions == list(range(1, len(positions) + 1))
    assert found["commitmentSet"]["links"]["totalCount"] == 18
    assert found["commitmentSet"]["links"]["nodes"][0] == {"provision": {"identifier": "PRE"}}
    sets = [n["commitmentSet"]["slug"] for n in found["provision"]["crosswalkLinks"]["nodes"]]
    assert sets == [
        "white-house-2023",
        "hiroshima-code-2023",
        "bletchley-2023",
        "eu-gpai-cop-safety-2025",
        "california-sb53",
        "new-york-raise",
    ]


def test_an_unknown_set_is_told(service: Service) -> None:
    [error] = answer(service, '{ commitmentSet(slug: "white-house") { id } }')["errors"]
    assert error["message"] == (
        "There is no commitment set “white-house”; the nearest are white-house-2023."
    )
