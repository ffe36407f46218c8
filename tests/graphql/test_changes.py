"""Changes, timelines and differences of versions, asked over GraphQL."""

from pledgegraph.bootstrap import Service
from tests.asking import answer, ask

GOOGLE = "google/frontier-safety-framework"


def test_changes_can_be_had_newest_first(service: Service) -> None:
    query = """{ changes(orderBy: ISSUED_REVERSED, first: 3) { nodes {
      to { issued { stated } framework { slug } } } } }"""
    nodes = ask(service, query)["changes"]["nodes"]
    assert [(n["to"]["issued"]["stated"], n["to"]["framework"]["slug"]) for n in nodes] == [
        ("2026-09-17", "frontier-model-safety-framework"),
        ("2026-07-29", "frontier-safety-roadmap"),
        ("2026-07-24", "frontier-compliance-framework"),
    ]


def test_changes_are_found_by_their_items(service: Service) -> None:
    query = """{ changes(directions: ["removed"], disclosures: ["silent"], first: 100) { nodes {
      from { slug } to { slug } items { description direction { notation } } } } }"""
    [found] = ask(service, query)["changes"]["nodes"]
    assert (found["from"]["slug"], found["to"]["slug"]) == ("2024-06-17", "2-0")


def test_an_item_tells_where_it_is_from(service: Service) -> None:
    query = """{ changes(organisations: ["magic"], first: 1) { nodes { items {
      description direction { label } disclosure { label } requirements { identifier }
      materiality { label } locator sources mode reviewState { notation } drawnBy { label }
      change { id } before { id } relocatedTo { id } } } } }"""
    [item] = ask(service, query)["changes"]["nodes"][0]["items"]
    assert item["direction"] == {"label": "retained"}
    assert item["disclosure"] == {"label": "no account"}
    assert item["requirements"] == [{"identifier": "II.a"}]
    assert (item["mode"], item["reviewState"]) == ("semiAuto", {"notation": "drafted"})
    assert item["change"]["id"].endswith("/1-0-reissue-2024-07/change")
    assert (item["before"], item["relocatedTo"], item["materiality"]) == (None, [], [])
    assert item["locator"]
    assert item["sources"]


def test_a_timeline_keeps_to_its_days(service: Service) -> None:
    query = """{ timeline(organisation: "magic", since: "2024-07-01", until: "2024-07-31") {
      undated asOf entries(first: 100) { nodes {
        kind isLoose day { stated } record { __typename } } } } }"""
    nodes = ask(service, query)["timeline"]["entries"]["nodes"]
    kinds = [(n["kind"], n["day"]["stated"], n["isLoose"]) for n in nodes]
    assert ("VERSION_ISSUED", "2024-07-02", False) in kinds
    assert ("CHANGE", "2024-07", False) in kinds
    assert all(stated.startswith("2024-07") for _, stated, is_loose in kinds if not is_loose)


def test_two_versions_are_held_against_each_other(service: Service) -> None:
    query = """query ($from: String!, $to: String!) { versionDiff(from: $from, to: $to) {
      from { slug } to { slug } onlyFrom { label } onlyTo { label } both { differences }
      changes { to { slug } items { direction { notation } } } unsaid } }"""
    found = ask(service, query, **{"from": f"{GOOGLE}/2-0", "to": f"{GOOGLE}/3-1"})["versionDiff"]
    assert (found["from"]["slug"], found["to"]["slug"]) == ("2-0", "3-1")
    assert [c["to"]["slug"] for c in found["changes"]] == ["3-0", "3-1"]
    assert [len(c["items"]) for c in found["changes"]] == [8, 4]
    assert found["unsaid"] == ["FORMER_THRESHOLDS"]
    assert {"label": "CBRN uplift 1"} in found["onlyFrom"]
    assert {"label": "CBRN uplift TCL"} in found["onlyTo"]


def test_a_difference_says_which_days_it_is_about_and_what_they_leave_out(service: Service) -> None:
    query = """query ($from: String!, $to: String!, $by: Date, $of: Date) {
      versionDiff(from: $from, to: $to, asOf: $of, knownBy: $by) {
        asOf knownBy onlyTo { label } changes { to { slug } } unsaid
        thresholdsLeftOut { standing count } changesLeftOut { standing count } } }"""
    names = {"from": f"{GOOGLE}/2-0", "to": f"{GOOGLE}/3-1"}
    found = ask(service, query, **names, by="2025-12-31")["versionDiff"]
    assert (found["asOf"], found["knownBy"]) == ("2026-11-23", "2025-12-31")
    assert (found["onlyTo"], [c["to"]["slug"] for c in found["changes"]]) == ([], ["3-0"])
    assert found["unsaid"] == ["FORMER_THRESHOLDS", "NOT_KNOWN_AFTER"]
    assert found["thresholdsLeftOut"] == [{"standing": "NOT_KNOWN", "count": 7}]
    assert found["changesLeftOut"] == [{"standing": "NOT_KNOWN", "count": 1}]
    found = ask(service, query, **names, of="2025-12-31")["versionDiff"]
    assert found["unsaid"] == ["FORMER_THRESHOLDS", "NOT_OUT_AFTER"]
    assert len(found["onlyTo"]) == 7


def test_studies_that_were_not_out_are_left_out_and_counted(service: Service) -> None:
    query = """query ($by: Date) { silentRevisions(organisations: ["google"], knownBy: $by) {
      nodes { studies { resultAsStated } studiesLeftOut { standing count } } } }"""
    [found] = ask(service, query, by="2026-09-29")["silentRevisions"]["nodes"]
    assert found == {"studies": [], "studiesLeftOut": [{"standing": "NOT_KNOWN", "count": 2}]}
    [found] = ask(service, query)["silentRevisions"]["nodes"]
    assert (len(found["studies"]), found["studiesLeftOut"]) == (2, [])


def test_a_timeline_names_what_was_sought(service: Service) -> None:
    query = """{ timeline(organisation: "ibm", asOf: "2025-02-11") { entries(first: 100) { nodes {
      kind title day { stated } } } } }"""
    nodes = ask(service, query)["timeline"]["entries"]["nodes"]
    assert [(n["day"]["stated"], n["title"]) for n in nodes if n["kind"] == "SEARCH"] == [
        ("2025-12-09", "Looked for: PRE (Opening promise)")
    ]


def test_versions_of_two_organisations_are_refused(service: Service) -> None:
    query = """query ($from: String!, $to: String!) { versionDiff(from: $from, to: $to) {
      unsaid } }"""
    other = "magic/agi-readiness-policy/1-0"
    [error] = answer(service, query, **{"from": f"{GOOGLE}/2-0", "to": other})["errors"]
    assert "two versions of one organisation" in error["message"]
