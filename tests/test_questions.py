"""`pledgegraph.questions`, and the answer of every saved question over the shipped data."""

from typing import Any

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.errors import NotFound
from pledgegraph.questions import get_question, list_questions
from pledgegraph.store.term import Literal
from tests.asking import ask

REQ = "https://w3id.org/pledgegraph/req/seoul-2024/"
CODE = "https://w3id.org/pledgegraph/code#"

THRESHOLD_PROMISES = [
    (
        "II.a",
        "Set out thresholds … at which severe risks posed by a model or system, unless adequately "
        "mitigated, would be deemed intolerable",
        "will",
        ["unless-adequately-mitigated"],
    ),
    ("II.b", "Assess whether these thresholds have been breached", "will", []),
    (
        "II.c",
        "including monitoring how close a model or system is to such a breach",
        "will",
        ["including"],
    ),
    ("II.d", "These thresholds should be defined with input from trusted actors", "should", []),
    (
        "II.e",
        "including organisations' respective home governments as appropriate",
        "should",
        ["as-appropriate", "including"],
    ),
    (
        "II.f",
        "They should align with relevant international agreements to which their home governments "
        "are party",
        "should",
        ["relevant"],
    ),
    (
        "II.g",
        "They should also be accompanied by an explanation of how thresholds were decided upon",
        "should",
        [],
    ),
    (
        "II.h",
        "should also be accompanied by … specific examples of situations where the models or "
        "systems would pose intolerable risk",
        "should",
        ["specific"],
    ),
]

# Each requirement that depends on a footnote, with the footnote's statements it leads to.
FOOTNOTE_DEPENDENCIES: list[tuple[str, list[str]]] = [
    ("PRE.a", ["FN1.a", "FN1.b"]),
    ("PRE.b", ["FN1.a", "FN1.b"]),
    ("PRE.c", ["FN1.a", "FN1.b"]),
    ("PRE.d", ["FN1.a", "FN1.b"]),
    ("PRE.e", ["FN1.a", "FN1.b"]),
    ("BP.0", ["FN1.a", "FN1.b"]),
    ("BP1.a", ["FN1.a", "FN1.b"]),
    ("BP1.b", ["FN1.a", "FN1.b"]),
    ("BP2", ["FN1.a", "FN1.b"]),
    ("BP3.a", ["FN1.a", "FN1.b"]),
    ("BP3.b", ["FN1.a", "FN1.b"]),
    ("BP4.a", ["FN1.a", "FN1.b"]),
    ("BP4.b", ["FN1.a", "FN1.b"]),
    ("BP5.a", ["FN1.a", "FN1.b"]),
    ("BP5.b", ["FN1.a", "FN1.b"]),
    ("BP6.a", ["FN1.a", "FN1.b"]),
    ("BP6.b", ["FN1.a", "FN1.b"]),
    ("BP6.c", ["FN1.a", "FN1.b"]),
    ("BP6.d", ["FN1.a", "FN1.b"]),
    ("BP7", ["FN1.a", "FN1.b"]),
    ("BP8", ["FN1.a", "FN1.b"]),
    ("I.a", ["FN1.a", "FN1.b"]),
    ("I.b", ["FN1.a", "FN1.b"]),
    ("I.c", ["FN1.a", "FN1.b"]),
    ("I.d", ["FN1.a", "FN1.b"]),
    ("I.e", ["FN1.a", "FN1.b"]),
    ("I.f", ["FN1.a", "FN1.b"]),
    ("I.g", ["FN1.a", "FN1.b"]),
    ("I.h", ["FN1.a", "FN1.b"]),
    ("I.i", ["FN1.a", "FN1.b"]),
    ("I.j", ["FN1.a", "FN1.b"]),
    ("I.k", ["FN1.a", "FN1.b", "FN2"]),
    ("II.a", ["FN1.a", "FN1.b", "FN3.a"]),
    ("II.b", ["FN1.a", "FN1.b", "FN3.a", "FN3.b"]),
    ("II.c", ["FN1.a", "FN1.b", "FN3.a", "FN3.b"]),
    ("II.d", ["FN1.a", "FN1.b", "FN3.a"]),
    ("II.e", ["FN1.a", "FN1.b", "FN2", "FN3.a"]),
    ("II.f", ["FN1.a", "FN1.b", "FN2", "FN3.a"]),
    ("II.g", ["FN1.a", "FN1.b", "FN3.a"]),
    ("II.h", ["FN1.a", "FN1.b", "FN3.a"]),
    ("III.c", ["FN1.a", "FN1.b", "FN3.a"]),
    ("IV.a", ["FN1.a", "FN1.b", "FN3.a", "FN3.b"]),
    ("IV.b", ["FN1.a", "FN1.b", "FN3.a", "FN3.b"]),
    ("IV.c", ["FN1.a", "FN1.b", "FN3.a", "FN3.b"]),
    ("IV.d", ["FN1.a", "FN1.b", "FN3.a", "FN3.b"]),
    ("IV.e", ["FN1.a", "FN1.b", "FN3.a", "FN3.b"]),
    ("V.f", ["FN1.a", "FN1.b", "FN3.a"]),
    ("VII.c", ["FN2"]),
    ("FN3.b", ["FN1.a", "FN1.b", "FN3.a", "FN3.b"]),
]


def local(value: Any) -> str:
    return str(value).removeprefix(REQ).removeprefix(CODE)


def test_every_question_is_listed_with_its_words() -> None:
    assert [(q.name, q.language, q.title) for q in list_questions()] == [
        ("Q04", "rq", "What does the text promise about thresholds, and how strongly?"),
        ("Q04", "graphql", "What does the text promise about thresholds, and how strongly?"),
        ("Q05", "rq", "Which requirements depend, directly or not, on a footnote?"),
        ("Q05", "graphql", "Which requirements depend, directly or not, on a footnote?"),
    ]


def test_a_name_is_found_whatever_its_case() -> None:
    assert get_question("q04", language="rq").name == "Q04"


def test_an_unknown_name_is_an_error_with_the_known() -> None:
    with pytest.raises(NotFound, match=r"no saved question “Q99”; the nearest are Q04, Q05\."):
        get_question("Q99", language="rq")


def test_q04_in_sparql(service: Service) -> None:
    answer = service.store.select(get_question("Q04", language="rq").query)
    assert answer.variables == ("requirement", "text", "modality", "qualifiers")
    found = []
    for requirement, text, modality, qualifiers in answer.rows:
        assert isinstance(text, Literal)
        assert isinstance(qualifiers, Literal)
        codes = sorted(local(code).removeprefix("qualifier-") for code in qualifiers.value.split())
        found.append(
            (local(requirement), text.value, local(modality).removeprefix("modality-"), codes)
        )
    assert found == THRESHOLD_PROMISES


def test_q04_in_graphql(service: Service) -> None:
    data = ask(service, get_question("Q04", language="graphql").query)
    assert [
        (
            local(node["id"]),
            node["verbatim"],
            local(node["modality"]["id"]).removeprefix("modality-"),
            sorted(local(q["id"]).removeprefix("qualifier-") for q in node["qualifiers"]),
        )
        for node in data["requirements"]["nodes"]
    ] == THRESHOLD_PROMISES


def test_q05_in_sparql(service: Service) -> None:
    answer = service.store.select(get_question("Q05", language="rq").query)
    assert answer.variables == ("requirement", "footnote")
    assert sorted((local(r), local(f)) for r, f in answer.rows) == sorted(
        (requirement, footnote)
        for requirement, footnotes in FOOTNOTE_DEPENDENCIES
        for footnote in footnotes
    )


def test_q05_in_graphql(service: Service) -> None:
    data = ask(service, get_question("Q05", language="graphql").query)
    assert [
        (local(node["id"]), [local(footnote["id"]) for footnote in node["restsOn"]])
        for node in data["requirements"]["nodes"]
    ] == FOOTNOTE_DEPENDENCIES
