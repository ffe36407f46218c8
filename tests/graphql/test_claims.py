"""`pledgegraph.graphql`: claims, over the sample: none is shipped yet."""

from dataclasses import replace

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue
from tests.asking import ask
from tests.reader.claims import WITH_CLAIM
from tests.reader.small import ID, read_small


def test_a_claim_is_told_in_its_cell_and_found_by_its_id(service: Service) -> None:
    catalogue = Catalogue(read_small(service, WITH_CLAIM), revision="r")
    query = """query ($id: ID!) {
      node(id: $id) { __typename ... on Claim {
        version { slug } requirement { identifier } coverage { notation } because
        evidence { identifier } mode reviewState { notation }
      } }
      comparison(requirements: ["II.g"], asOf: "2025-03-20") { rows { nodes { cells {
        status claims { totalCount nodes { id } }
      } } } }
    }"""
    claim = f"{ID}claim/lab/policy/1/II.g"
    found = ask(replace(service, catalogue=catalogue), query, id=claim)
    assert found["node"] == {
        "__typename": "Claim",
        "version": {"slug": "1"},
        "requirement": {"identifier": "II.g"},
        "coverage": {"notation": "partly-addressed"},
        "because": "Only for one risk.",
        "evidence": [{"identifier": "lab/e10"}],
        "mode": "semiAuto",
        "reviewState": {"notation": "drafted"},
    }
    assert found["comparison"]["rows"]["nodes"][0]["cells"] == [
        {"status": "PARTLY", "claims": {"totalCount": 1, "nodes": [{"id": claim}]}}
    ]
