"""The saved questions Q01 and Q02, over the shipped data."""

from typing import Any

from pledgegraph.bootstrap import Service
from pledgegraph.questions import get_question
from pledgegraph.store.term import Literal
from tests.answers_board import FIRST_FINAL, NONE_ON_RECORD, SEARCHED
from tests.asking import ask

ID = "https://w3id.org/pledgegraph/id/"
CODE = "https://w3id.org/pledgegraph/code#"

BY_DAY = sorted(FIRST_FINAL, key=lambda slug: FIRST_FINAL[slug].issued)


def ask_sparql(service: Service, name: str) -> list[tuple[str, ...]]:
    def tell(value: Any) -> str:
        if isinstance(value, Literal):
            return value.value
        return str(value).removeprefix(f"{ID}organisation/").removeprefix(CODE)

    rows = service.store.select(get_question(name, language="rq").query).rows
    return [tuple(tell(value) for value in row) for row in rows]


def ask_graphql(service: Service, name: str, **variables: Any) -> dict[str, Any]:
    found = ask(service, get_question(name, language="graphql").query, **variables)
    board: dict[str, Any] = found["publicationBoard"]
    return board


def test_q01_in_sparql(service: Service) -> None:
    assert ask_sparql(service, "Q01") == [
        (slug, found.issued, found.issued, "2025-02-11", f"timeliness-{found.timeliness}")
        for slug, found in ((slug, FIRST_FINAL[slug]) for slug in BY_DAY)
    ]


def test_q01_in_graphql(service: Service) -> None:
    board = ask_graphql(service, "Q01")
    assert [
        (
            row["organisation"]["slug"],
            row["issued"]["earliest"],
            row["issued"]["latest"],
            board["due"],
            f"timeliness-{row['timeliness']['notation']}",
        )
        for row in board["rows"]["nodes"]
    ] == ask_sparql(service, "Q01")
    assert {
        row["organisation"]["slug"]: row["daysLate"]
        for row in board["rows"]["nodes"]
        if row["daysLate"]
    } == {"nvidia": {"fewest": 6, "most": 6}, "xai": {"fewest": 190, "most": 190}}
    assert [
        row["firstVersion"]["id"].removeprefix(f"{ID}version/") for row in board["rows"]["nodes"]
    ] == [f"{slug}/{FIRST_FINAL[slug].version}" for slug in BY_DAY]


def test_q02_in_sparql(service: Service) -> None:
    assert ask_sparql(service, "Q02") == [
        (slug, f"cohort-{cohort}", f"publication-{publication}", SEARCHED.isoformat())
        for slug, (cohort, publication) in NONE_ON_RECORD.items()
    ]


def test_q02_in_graphql(service: Service) -> None:
    rows = ask_graphql(service, "Q02")["rows"]["nodes"]
    assert [
        (
            row["organisation"]["slug"],
            f"cohort-{row['organisation']['endorsement']['cohort']['notation']}",
            f"publication-{row['publication']['notation']}",
            row["search"]["searchedOn"],
        )
        for row in rows
    ] == ask_sparql(service, "Q02")
    assert all(row["search"]["sources"] for row in rows)


def test_q02_on_the_last_day_of_the_summit(service: Service) -> None:
    rows = ask_graphql(service, "Q02", asOf="2025-02-11")["rows"]["nodes"]
    found = {row["organisation"]["slug"]: row["publication"]["notation"] for row in rows}
    assert {slug: found[slug] for slug in ("nvidia", "xai")} == {
        "nvidia": "not-reviewed",
        "xai": "draft",
    }
    assert len(found) == 10
    assert {
        row["organisation"]["slug"]: row["later"]["issued"]["stated"]
        for row in rows
        if row["later"]
    } == {"nvidia": "2025-02-17", "xai": "2025-08-20"}
