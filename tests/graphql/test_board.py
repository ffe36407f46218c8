"""`pledgegraph.graphql.types.board`, asked as clients do."""

from pledgegraph.bootstrap import Service
from tests.answers_board import FIRST_FINAL, NONE_ON_RECORD
from tests.asking import answer, ask

NVIDIA = """{ publicationBoard(event: "paris-2025") { rows(filter: { timeliness: ["late"] }) {
  totalCount nodes { organisation { slug } publication { notation } timeliness { notation label }
    daysLate { fewest most } issued { stated } firstVersion { url dateBasis { notation } }
    endorsed { stated earliest latest } listedIn { issued { stated } } draft { slug }
    byReading { reading { identifier interpretation } timeliness { notation }
      daysLate { fewest } changes }
    byDate { claim { issued { stated } sources notes } timeliness { notation }
      daysLate { fewest } } sources } } } }"""


def test_counts_name_every_signatory_once(service: Service) -> None:
    found = ask(
        service,
        """{ publicationBoard(event: "paris-2025", asOf: "2025-02-11") { due asOf knownBy
          byPublication { code { notation } count organisations { totalCount } }
          byTimeliness { code { notation } count organisations { nodes { slug } } } } }""",
    )["publicationBoard"]
    assert [found[name] for name in ("due", "asOf", "knownBy")] == [
        "2025-02-11",
        "2025-02-11",
        "2026-11-23",
    ]
    assert [(c["code"]["notation"], c["count"]) for c in found["byPublication"]] == [
        ("published", 10),
        ("draft", 1),
        ("out-of-scope", 2),
        ("announced", 0),
        ("none-found", 6),
        ("not-reviewed", 1),
    ]
    assert all(c["count"] == c["organisations"]["totalCount"] for c in found["byPublication"])
    none = found["byTimeliness"][-1]
    assert none["code"] is None
    assert {n["slug"] for n in none["organisations"]["nodes"]} == {
        *NONE_ON_RECORD,
        "nvidia",
        "xai",
    }


def test_a_row_comes_with_all_that_a_claim_needs(service: Service) -> None:
    rows = ask(service, NVIDIA)["publicationBoard"]["rows"]
    assert rows["totalCount"] == 2
    nvidia, xai = rows["nodes"]
    assert nvidia["timeliness"] == {"notation": "late", "label": "late"}
    assert nvidia["daysLate"] == {"fewest": 6, "most": 6}
    assert nvidia["endorsed"] == {
        "stated": "2025-02",
        "earliest": "2025-02-01",
        "latest": "2025-02-07",
    }
    assert nvidia["listedIn"] == {"issued": {"stated": "2025-02-07"}}
    assert nvidia["firstVersion"] == {
        "url": FIRST_FINAL["nvidia"].url,
        "dateBasis": {"notation": "file-metadata"},
    }
    assert [
        (r["reading"]["identifier"], r["timeliness"]["notation"], r["changes"])
        for r in nvidia["byReading"]
    ] == [
        ("N2", "late", False),
        ("N3", "late", False),
        ("N3", "not-applicable", True),
    ]
    (rival,) = nvidia["byDate"]
    assert rival["claim"]["issued"] == {"stated": "2025-02-11"}
    assert rival["claim"]["notes"] == ["The PDF was created on this day."]
    assert rival["claim"]["sources"]
    assert (rival["timeliness"], rival["daysLate"]) == ({"notation": "on-time"}, None)
    assert (xai["draft"], xai["daysLate"]["fewest"]) == ({"slug": "2025-02-10"}, 190)


def test_rows_come_in_pages_by_day(service: Service) -> None:
    query = """query($after: String) { publicationBoard(event: "paris-2025") {
      rows(orderBy: ISSUED, first: 7, after: $after) {
        pageInfo { hasNextPage endCursor } nodes { organisation { slug } } } } }"""
    slugs: list[str] = []
    after, pages = None, 0
    while pages == 0 or after:
        page = ask(service, query, after=after)["publicationBoard"]["rows"]
        slugs += [n["organisation"]["slug"] for n in page["nodes"]]
        after = page["pageInfo"]["hasNextPage"] and page["pageInfo"]["endCursor"]
        pages += 1
    by_day = sorted(FIRST_FINAL, key=lambda slug: FIRST_FINAL[slug].issued)
    assert slugs == [*by_day, *NONE_ON_RECORD]
    assert pages == 3


def test_an_unknown_event_is_an_error_with_the_nearest(service: Service) -> None:
    (error,) = answer(service, '{ publicationBoard(event: "paris-2026") { due } }')["errors"]
    assert error["extensions"]["code"] == "NOT_FOUND"
    assert error["extensions"]["nearest"][0] == "paris-2025"


def test_an_event_without_a_deadline_is_an_error_with_those_that_set_one(
    service: Service,
) -> None:
    (error,) = answer(service, '{ publicationBoard(event: "seoul-summit") { due } }')["errors"]
    assert error["extensions"]["code"] == "INVALID_ARGUMENT"
    assert error["extensions"]["expected"] == "one of paris-2025"
