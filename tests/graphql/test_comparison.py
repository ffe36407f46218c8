"""`pledgegraph.graphql`: organisations and promises side by side."""

from typing import Any

import pytest

from pledgegraph.bootstrap import Service
from tests.asking import answer, ask

MATRIX = """{ comparison {
  columns { ... on Provision { identifier } }
  rows {
    totalCount
    nodes { organisation { slug } cells { identifier status counts { supports } } }
  }
} }"""


def test_the_matrix_has_twenty_rows_of_eighteen_cells(service: Service) -> None:
    found = ask(service, MATRIX)["comparison"]
    rows = found["rows"]["nodes"]
    assert (found["rows"]["totalCount"], len(found["columns"])) == (20, 18)
    assert {len(row["cells"]) for row in rows} == {18}
    assert [c["identifier"] for c in rows[0]["cells"]] == [
        c["identifier"] for c in found["columns"]
    ]


def test_times_are_the_last_day_of_the_data_unless_given(service: Service) -> None:
    query = "query ($day: Date) { comparison(knownBy: $day) { asOf knownBy } }"
    assert ask(service, query)["comparison"] == {"asOf": "2026-11-23", "knownBy": "2026-11-23"}
    assert ask(service, query, day="2025-02-11")["comparison"] == {
        "asOf": "2026-11-23",
        "knownBy": "2025-02-11",
    }


def test_a_cell_opens_to_its_evidence(service: Service) -> None:
    query = """{ comparison(organisations: ["g42"], provisions: ["PRE"]) { rows { nodes { cells {
      promise { ... on Provision { label } }
      organisation { slug }
      own
      voices
      newest { stated }
      requirements { status count }
      bearings(first: 100) { totalCount nodes { evidence { identifier source { title } } } }
      claims { totalCount }
      assessments(first: 1) { totalCount nodes { scale { title } } }
      searches { searchedOn }
      leftOut { standing count }
    } } } } }"""
    ((cell,),) = [r["cells"] for r in ask(service, query)["comparison"]["rows"]["nodes"]]
    assert (cell["own"], cell["voices"], cell["organisation"]["slug"]) == ("SUPPORTED", 3, "g42")
    evidence = {b["evidence"]["identifier"] for b in cell["bearings"]["nodes"]}
    assert evidence >= {"g42/e1", "g42/e2", "g42/e3"}
    assert (cell["claims"]["totalCount"], cell["searches"], cell["leftOut"]) == (0, [], [])
    assert cell["assessments"]["totalCount"] == 2
    assert sum(s["count"] for s in cell["requirements"]) == 3


def test_rows_come_in_pages(service: Service) -> None:
    query = """query ($after: String) { comparison(provisions: ["PRE"]) {
      rows(first: 15, after: $after) {
        pageInfo { hasNextPage endCursor } nodes { organisation { slug } }
      }
    } }"""
    first = ask(service, query)["comparison"]["rows"]
    second = ask(service, query, after=first["pageInfo"]["endCursor"])["comparison"]["rows"]
    assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (True, False)
    slugs = [n["organisation"]["slug"] for n in [*first["nodes"], *second["nodes"]]]
    assert (len(slugs), slugs[0], slugs[-1]) == (20, "01-ai", "zhipu-ai")


def test_one_comparison_is_not_taken_for_another(service: Service) -> None:
    query = """{
      one: comparison(organisations: ["g42"]) { rows { nodes { organisation { slug } } } }
      other: comparison(organisations: ["xai"]) { rows { nodes { organisation { slug } } } }
    }"""
    found = ask(service, query)
    assert [found[n]["rows"]["nodes"][0]["organisation"]["slug"] for n in ("one", "other")] == [
        "g42",
        "xai",
    ]


def test_coverage_asks_for_one_promise(service: Service) -> None:
    query = """{ coverage(provision: "IV") {
      promise { ... on Provision { identifier } }
      statuses { status count }
      cells(first: 100) { nodes { status organisation { label } } }
    } }"""
    found = ask(service, query)["coverage"]
    assert found["promise"] == {"identifier": "IV"}
    listed = [cell["status"] for cell in found["cells"]["nodes"]]
    assert {s["status"]: s["count"] for s in found["statuses"]} == {
        status: listed.count(status) for status in listed
    }
    # By status in the order of the list, then by name.
    assert listed == [s["status"] for s in found["statuses"] for _ in range(s["count"])]


def test_a_crosswalk_is_by_provision_and_only_to_what_was_out(service: Service) -> None:
    query = """query ($day: Date) { crosswalk(requirement: "IV.d", asOf: $day) {
      nodes { provision { identifier } commitmentSet { slug } }
    } }"""
    now = ask(service, query)["crosswalk"]["nodes"]
    assert {link["provision"]["identifier"] for link in now} == {"IV"}
    then = ask(service, query, day="2023-12-31")["crosswalk"]["nodes"]
    assert {link["commitmentSet"]["slug"] for link in then} == {
        "bletchley-2023",
        "white-house-2023",
        "hiroshima-code-2023",
    }


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ('{ comparison(organisations: ["g43"]) { asOf } }', "INVALID_ARGUMENT"),
        ('{ comparison(provisions: ["I"], requirements: ["I.a"]) { asOf } }', "INVALID_ARGUMENT"),
        ('{ coverage(requirement: "IV.d", provision: "IV") { asOf } }', "INVALID_ARGUMENT"),
        ("{ coverage { asOf } }", "INVALID_ARGUMENT"),
        ('{ coverage(requirement: "IV.z") { asOf } }', "NOT_FOUND"),
        ('{ gaps(organisation: "g43") { totalCount } }', "NOT_FOUND"),
        ('{ examples(requirement: "FN1.a") { totalCount } }', "NOT_FOUND"),
        ('{ disagreements(provisions: ["ZZ"]) { totalCount } }', "INVALID_ARGUMENT"),
    ],
)
def test_what_is_unknown_is_an_error_with_a_code(service: Service, query: str, code: str) -> None:
    (error,) = answer(service, query)["errors"]
    assert error["extensions"]["code"] == code


def test_a_comparison_costs_as_many_cells_as_it_has_columns(service: Service) -> None:
    def refusal(columns: str) -> Any:
        # 20 rows, each with as many cells of 20 bearings that give 5 values each.
        query = f"""{{ comparison{columns} {{ rows {{ nodes {{ cells {{ bearings {{ nodes {{
          evidence {{ identifier statement locator noLocatorBecause }} }} }} }} }} }} }} }}"""
        return answer(service, query).get("errors", [{}])[0].get("extensions", {}).get("code")

    assert refusal('(provisions: ["IV"])') is None
    assert refusal("") == "COST_LIMIT_EXCEEDED"
    every = ", ".join(f'"II.{letter}"' for letter in "abcdefgh")
    assert refusal(f"(requirements: [{every}])") is None
    assert refusal(f'(requirements: [{every}, "I.a", "I.b"])') == "COST_LIMIT_EXCEEDED"


@pytest.mark.parametrize("field", ["totals { identifier }", "rows(first: 1) { totalCount }"])
def test_what_looks_at_every_cell_costs_by_their_number(service: Service, field: str) -> None:
    days = [f"20{year}-0{month}-01" for year in (24, 25, 26) for month in range(1, 10)]
    asked = " ".join(
        f'a{number}: comparison(asOf: "{day}") {{ {field} }}' for number, day in enumerate(days)
    )
    codes = [e["extensions"]["code"] for e in answer(service, f"{{ {asked} }}").get("errors", [])]
    assert codes == (["COST_LIMIT_EXCEEDED"] if field.startswith("totals") else [])


def test_disagreements_cost_by_the_organisations_that_are_asked_for(service: Service) -> None:
    def codes(arguments: str) -> list[str]:
        asked = " ".join(f"a{n}: disagreements{arguments} {{ totalCount }}" for n in range(15))
        errors = answer(service, f"{{ {asked} }}").get("errors", [])
        return [e["extensions"]["code"] for e in errors]

    assert codes("") == ["COST_LIMIT_EXCEEDED"]
    assert codes('(organisations: ["g42"])') == []
