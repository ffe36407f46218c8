"""`pledgegraph.reports.agreement`."""

import json

import pytest

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Agreement, Catalogue
from pledgegraph.cli import main
from pledgegraph.reports.agreement import HEADING, agreement_json, format_agreement
from tests.reader.small import read_small
from tests.reader.test_codings import with_codings


@pytest.fixture
def agreement(service: Service) -> Agreement:
    return Catalogue(read_small(service, with_codings()), revision="r").measure_agreement()


def test_it_is_headed_by_whose_agreement_it_is(agreement: Agreement) -> None:
    assert HEADING == "Agreement of two machine-assisted readings"
    assert format_agreement(agreement).startswith(f"{HEADING}\n\n1 pieces of evidence were coded")
    assert agreement_json(agreement)["of"] == HEADING


def test_what_is_not_defined_is_a_dash_and_null(agreement: Agreement) -> None:
    lines = format_agreement(agreement).splitlines()
    [row] = [line for line in lines if line.startswith("III ")]
    assert row.split() == ["III", "5", "100.0", "0", "–", "–", "–"]
    [row] = [line for line in lines if line.startswith("all ")]
    assert row.split()[:5] == ["all", "74", "94.6", "4", "0.0"]
    found = json.loads(json.dumps(agreement_json(agreement)))
    assert found["provisions"]["III"]["alpha"] is None
    assert found["all"]["linked pairs"] == 4


def test_lines_fit_a_page(agreement: Agreement) -> None:
    assert max(len(line) for line in format_agreement(agreement).splitlines()) <= 100


def test_the_command_prints_both_forms(
    service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    found = service.catalogue.measure_agreement()
    assert main(["agreement"]) == 0
    assert capsys.readouterr().out == format_agreement(found) + "\n"
    assert main(["agreement", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == agreement_json(found)
