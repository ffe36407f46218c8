"""`pledgegraph.validation.literals`."""

from __future__ import annotations

import time

import pytest

from pledgegraph.resources import find_resources
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import load_files
from pledgegraph.store.term import Iri, Literal, Triple
from pledgegraph.terms import XSD
from pledgegraph.validation.literals import (
    find_example,
    is_well_typed,
    list_ill_typed,
    list_out_of_time,
)

WELL = {
    "boolean": "true false 0 1",
    "byte": "-128 127 +1",
    "date": "2024-02-29 2025-12-31Z -0044-03-15 12025-01-01 2025-01-01+14:00 0000-01-01",
    "dateTime": "2025-02-28T12:00:00 2025-02-28T24:00:00Z 2025-02-28T12:00:00.5-05:30",
    "dateTimeStamp": "2025-02-28T12:00:00Z 2025-02-28T12:00:00+01:00",
    "decimal": "1 -1.5 .5 1. +0.0",
    "double": "1 1.5E3 -INF INF NaN 1e-3",
    "duration": "P1Y P1DT2H -PT1.5S P1Y2M3DT4H5M6S",
    "dayTimeDuration": "P1D PT1M",
    "gDay": "---31 ---01Z",
    "gMonth": "--12",
    "gMonthDay": "--02-29",
    "gYear": "2025 -0001",
    "gYearMonth": "2025-02",
    "hexBinary": "00fF",
    "integer": "01 -7 +0 " + "9" * 5_000,
    "language": "en pt-BR",
    "nonNegativeInteger": "0 -0 7 " + "9" * 5_000,
    "positiveInteger": "1",
    "negativeInteger": "-1 -" + "9" * 5_000,
    "time": "23:59:59 24:00:00Z",
    "unsignedLong": "18446744073709551615",
    "yearMonthDuration": "P1Y2M",
    "string": "anything",
}
ILL = {
    "boolean": "TRUE yes 2",
    "byte": "128 -129",
    "date": "2025-02-30 2025-2-3 2025-13-01 25-01-01 2025-02 2025-02-28T00:00:00 2025-01-01+15:00",
    "dateTime": "2025-02-30T12:00:00 2025-02-28 2025-02-28T25:00:00 2025-02-28T24:00:01",
    "dateTimeStamp": "2025-02-28T12:00:00",
    "decimal": "1e3 1,5 . abc",
    "double": "1,5 inf 0x1",
    "duration": "P PT P1H 1Y P-1Y",
    "gDay": "---32",
    "gMonth": "--13",
    "gMonthDay": "--02-30 --04-31",
    "gYear": "25 2025-01",
    "gYearMonth": "2025-13",
    "hexBinary": "0 0g",
    "integer": "abc 1.0 1_0 ٣ --1",
    "language": "languages 1 en-",
    "nonNegativeInteger": "-1 -" + "9" * 5_000,
    "positiveInteger": "0",
    "negativeInteger": "0 " + "9" * 5_000,
    "time": "25:00:00 12:00",
    "unsignedLong": "18446744073709551616 " + "9" * 5_000,
}


def listed(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(text, name) for name, texts in table.items() for text in texts.split()]


@pytest.mark.parametrize(("text", "datatype"), listed(WELL))
def test_a_text_of_its_datatype_is_well_typed(text: str, datatype: str) -> None:
    assert is_well_typed(Literal(text, XSD[datatype]))


@pytest.mark.parametrize(("text", "datatype"), listed(ILL))
def test_a_text_of_another_is_ill_typed(text: str, datatype: str) -> None:
    assert not is_well_typed(Literal(text, XSD[datatype]))


@pytest.mark.parametrize("text", ["", " 1", "1 ", "1\n"])
def test_blanks_are_no_part_of_a_number(text: str) -> None:
    assert not is_well_typed(Literal(text, XSD["integer"]))


def test_what_is_ill_typed_is_listed_in_order() -> None:
    bad, good = Literal("x", XSD["date"]), Literal("2025-01-01", XSD["date"])
    triples = [
        Triple(Iri(s), Iri("x:p"), o) for s, o in (("x:b", bad), ("x:a", bad), ("x:c", good))
    ]
    assert [t.subject for t in list_ill_typed(triples)] == ["x:a", "x:b"]


def test_an_example_is_of_its_datatype() -> None:
    names = ("boolean", "date", "dateTime", "decimal", "double", "gYear", "gYearMonth", "integer")
    for datatype in map(XSD.__getitem__, names):
        assert is_well_typed(Literal(find_example(datatype) or "", datatype))
    assert find_example(XSD["time"]) is None


def test_all_that_is_shipped_is_well_typed() -> None:
    store = EmbeddedStore.from_files(load_files(find_resources()))
    assert list_ill_typed(store.list_triples()) == ()


def test_hostile_text_takes_linear_time() -> None:
    started = time.perf_counter()
    for name in WELL:
        for unit in ("1", "1.", "-", "P1", "a-", "2025-01-01T00:00:00."):
            is_well_typed(Literal(unit * 100_000 + "!", XSD[name]))
    assert time.perf_counter() - started < 5


def test_a_date_out_of_time_is_one_that_engines_do_not_agree_on() -> None:
    def state(value: str, datatype: str) -> Triple:
        return Triple(Iri("x:a"), Iri("x:p"), Literal(value, XSD[datatype]))

    out = [
        state("-0044-03-15", "date"),
        state("0000-01-01", "date"),
        state("10000-01-01", "date"),
        state("12025", "gYear"),
    ]
    within = [
        state("0001-01-01", "date"),
        state("9999-12-31Z", "date"),
        state("10000-13-01", "date"),
        state("10000", "integer"),
    ]
    assert list_out_of_time([*within, *reversed(out)]) == tuple(out)
