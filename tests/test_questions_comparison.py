"""The saved questions that hold organisations and promises against each other.

The SPARQL of each says by itself which evidence counts, so equal answers check the read model.
"""

from typing import Any

from pledgegraph.bootstrap import Service
from pledgegraph.questions import get_question
from pledgegraph.store.term import Literal
from tests.answers_comparison import (
    CONTESTED_PROMISES,
    DISAGREEING_ASSESSORS,
    ON_RECORD_ON_II_G,
    ORGANISATIONS_BY_DIRECTION,
    POLICY_STATUS,
)
from tests.asking import ask

ID = "https://w3id.org/pledgegraph/id/"
ON = (f"{ID}provision/seoul-2024/", "https://w3id.org/pledgegraph/req/seoul-2024/")
CODE = "https://w3id.org/pledgegraph/code#"
BEARING = f"{CODE}bearing-"


def ask_sparql(service: Service, name: str) -> list[tuple[Any, ...]]:
    return list(service.store.select(get_question(name, language="rq").query).rows)


def ask_graphql(service: Service, name: str) -> dict[str, Any]:
    return ask(service, get_question(name, language="graphql").query)


def after(start: str, value: Any) -> str:
    assert str(value).startswith(start), value
    return str(value).removeprefix(start)


def read_text(value: Any) -> str:
    assert isinstance(value, Literal)
    return value.value


def read_promise(iri: Any) -> str:
    return str(iri).removeprefix(ON[0]).removeprefix(ON[1])


def test_q06_in_sparql(service: Service) -> None:
    found = sorted(
        (
            after(f"{ID}evidence/", evidence),
            after(BEARING, direction),
            read_text(locator) if locator else None,
            after(f"{CODE}review-", review),
        )
        for _, evidence, direction, _, locator, _, review in ask_sparql(service, "Q06")
    )
    assert found == ON_RECORD_ON_II_G


def test_q06_in_graphql(service: Service) -> None:
    cells = ask_graphql(service, "Q06")["coverage"]["cells"]["nodes"]
    assert len(cells) == 20
    found = sorted(
        (
            bearing["evidence"]["identifier"],
            bearing["direction"]["notation"],
            bearing["evidence"]["locator"],
            bearing["reviewState"]["notation"],
        )
        for cell in cells
        for bearing in cell["bearings"]["nodes"]
    )
    assert found == ON_RECORD_ON_II_G


def test_q07_in_sparql(service: Service) -> None:
    assert [
        (after(f"{ID}organisation/", organisation), read_text(result), read_text(edition))
        for organisation, _, _, result, edition in ask_sparql(service, "Q07")
    ] == POLICY_STATUS


def test_q07_in_graphql(service: Service) -> None:
    assert [
        (node["organisation"]["slug"], node["resultAsStated"], node["edition"])
        for node in ask_graphql(service, "Q07")["assessments"]["nodes"]
    ] == POLICY_STATUS


def test_q08_in_sparql(service: Service) -> None:
    assert (
        sorted(
            (
                after(f"{ID}organisation/", organisation),
                read_promise(on),
                int(read_text(speaks_for)),
                int(read_text(against)),
            )
            for _, organisation, on, speaks_for, against in ask_sparql(service, "Q08")
        )
        == CONTESTED_PROMISES
    )


def test_q08_in_graphql(service: Service) -> None:
    nodes = ask_graphql(service, "Q08")["disagreements"]["nodes"]
    counts: dict[tuple[str, str], list[int]] = {}
    for node in nodes:
        for place, side in enumerate(("bearingsFor", "bearingsAgainst")):
            for bearing in node[side]:
                key = (node["organisation"]["slug"], read_promise(bearing["bearsOn"]["id"]))
                counts.setdefault(key, [0, 0])[place] += 1
    assert sorted((*key, *found) for key, found in counts.items()) == CONTESTED_PROMISES
    assert [
        (
            node["organisation"]["slug"],
            node["provision"]["identifier"],
            [v["assessor"]["label"] for v in node["verdictsFor"]],
            [v["assessor"]["label"] for v in node["verdictsAgainst"]],
        )
        for node in nodes
        if node["kind"] == "ASSESSORS"
    ] == DISAGREEING_ASSESSORS


def test_q26_in_sparql(service: Service) -> None:
    found: dict[str, dict[str, int]] = {}
    for provision, direction, number in ask_sparql(service, "Q26"):
        counts = found.setdefault(read_text(provision), {})
        counts[after(BEARING, direction)] = int(read_text(number))
    directions = ("supports", "partly-supports", "contradicts")
    assert [
        (provision, *(counts.get(direction, 0) for direction in directions))
        for provision, counts in found.items()
    ] == ORGANISATIONS_BY_DIRECTION


def test_q26_in_graphql(service: Service) -> None:
    assert [
        (
            total["identifier"],
            total["counts"]["supports"],
            total["counts"]["partlySupports"],
            total["counts"]["contradicts"],
        )
        for total in ask_graphql(service, "Q26")["comparison"]["totals"]
    ] == ORGANISATIONS_BY_DIRECTION
