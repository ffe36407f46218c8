"""Codings, settlements and agreement, over the schema."""

import pytest

from pledgegraph.bootstrap import Service
from tests.asking import ask

EVIDENCE = """{ evidenceItem(identifier: "cohere/e14") {
  codings {
    round
    evidence { identifier }
    supports { identifier }
    partlySupports { identifier }
    contradicts { identifier }
    drawnBy { label }
    drawnOn
    mode
  }
  settlement {
    evidence { identifier }
    drawnOn
    differences { requirement { identifier } first second settled }
  }
} }"""

FIGURES = "pairs agreed percent linked linkedAgreed percentOfLinked alpha alphaOfLinks"


def test_evidence_gives_both_codings_and_what_settles_them(service: Service) -> None:
    found = ask(service, EVIDENCE)["evidenceItem"]
    assert found["codings"] == [
        {
            "round": number,
            "evidence": {"identifier": "cohere/e14"},
            "supports": [{"identifier": linked}],
            "partlySupports": [{"identifier": "VI.b"}],
            "contradicts": [],
            "drawnBy": {"label": "Pledgegraph editors"},
            "drawnOn": "2026-11-24",
            "mode": "semiAuto",
        }
        for number, linked in ((1, "VI.e"), (2, "VI.d"))
    ]
    assert found["settlement"] == {
        "evidence": {"identifier": "cohere/e14"},
        "drawnOn": "2026-11-24",
        "differences": [
            {
                "requirement": {"identifier": "VI.d"},
                "first": None,
                "second": "supports",
                "settled": "supports",
            },
            {
                "requirement": {"identifier": "VI.e"},
                "first": "supports",
                "second": None,
                "settled": None,
            },
        ],
    }


def test_agreement_is_told_with_its_parts(service: Service) -> None:
    query = f"""{{ agreement {{
      items differing figures {{ {FIGURES} }}
      provisions {{ provision {{ identifier }} figures {{ {FIGURES} }} }}
    }} }}"""
    found = ask(service, query)["agreement"]
    assert (found["items"], found["differing"]) == (98, 26)
    figures = found["figures"]
    assert (figures["pairs"], figures["agreed"]) == (98 * 74, 7217)
    assert (figures["linked"], figures["linkedAgreed"]) == (236, 201)
    assert figures["percentOfLinked"] == pytest.approx(100 * 201 / 236)
    assert figures["alpha"] == service.catalogue.measure_agreement().figures.alpha
    parts = {part["provision"]["identifier"]: part["figures"] for part in found["provisions"]}
    assert parts["BP"]["alpha"] is None
    assert parts["BP"]["percentOfLinked"] is None
    assert sum(part["pairs"] for part in parts.values()) == figures["pairs"]
