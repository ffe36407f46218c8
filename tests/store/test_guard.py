"""`pledgegraph.store.guard`."""

import contextlib
import time

import pytest

from pledgegraph.errors import InvalidArgument, LimitExceeded
from pledgegraph.store.guard import check_query

IRI = "<http://127.0.0.1:1/>"


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {IRI} {{}} }}",
        f"SELECT * {{ service silent {IRI} {{}} }}",
        f"SELECT * {{ \\u0053ERVICE {IRI} {{}} }}",
        "PREFIX : <x:> SELECT * {SERVICE:x{}}",
        f"SELECT * {{?s ?p trueSERVICE{IRI}{{}}}}",
        f"SELECT * {{?s ?p 1SERVICE{IRI}{{}}}}",
        f"SELECT * {{SERVICESILENT{IRI}{{}}}}",
        f'SELECT * {{?s ?p "a"@en.SERVICE{IRI}{{}}}}',
        'PREFIX : <x:> SELECT * {?s ?p "a"@en.SERVICE:x{}}',
        f'PREFIX x: <x:> SELECT * {{?s x:a"b"SERVICE{IRI}{{}}}}',
        f"PREFIX x: <x:> SELECT * {{?s x:a ?o.SERVICE{IRI}{{}}}}",
        f"SELECT * {{ # comment\nSERVICE {IRI} {{}} }}",
        f"SELECT * {{ ?s ?p 'it\\'s' SERVICE {IRI} {{}} }}",
        f'SELECT * {{ ?s ?p """a"b""" SERVICE {IRI} {{}} }}',
    ],
)
def test_another_endpoint_is_refused(query: str) -> None:
    with pytest.raises(InvalidArgument, match="SERVICE"):
        check_query(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "SERVICE" }',
        "SELECT * { ?s ?p 'a \\' SERVICE' }",
        'SELECT * { ?s ?p """ "SERVICE" """ }',
        "SELECT * { ?s <https://example.org/SERVICE> ?service }",
        "SELECT * { ?s ?p ?o } # SERVICE",
        "PREFIX x: <x:> SELECT * { ?s x:SERVICE ?o }",
        "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }",
    ],
)
def test_the_word_elsewhere_is_no_keyword(query: str) -> None:
    check_query(query)


@pytest.mark.parametrize("bracket", ["{", "(", "["])
def test_deep_nesting_is_refused_with_its_number(bracket: str) -> None:
    check_query("SELECT * " + bracket * 200)
    with pytest.raises(LimitExceeded) as caught:
        check_query("SELECT * " + bracket * 201)
    assert caught.value.fields == {"limit": "query-depth", "maximum": 200, "found": 201}


def test_brackets_in_strings_do_not_nest() -> None:
    check_query('SELECT * { ?s ?p "' + "{" * 500 + '" }')


def test_long_text_is_refused_with_its_number() -> None:
    with pytest.raises(LimitExceeded) as caught:
        check_query("#" * 16_001)
    assert caught.value.fields == {"limit": "query-characters", "maximum": 16_000, "found": 16_001}


@pytest.mark.parametrize("unit", ['"', "'", '"""', "<", "\\u0022", "a:", "'''x", "{}"])
def test_the_scan_stays_linear_on_hostile_text(unit: str) -> None:
    text = (unit * 16_000)[:16_000]
    start = time.perf_counter()
    with contextlib.suppress(LimitExceeded):
        check_query(text)
    # Generous: a quadratic scan of this length takes minutes, a linear one milliseconds.
    assert time.perf_counter() - start < 5
