"""`pledgegraph.store.guard`."""

import contextlib
import json
import subprocess
import sys
import time

import pytest

from pledgegraph.errors import InvalidArgument, LimitExceeded
from pledgegraph.store.guard import check_query

IRI = "<http://127.0.0.1:1/>"
# Nothing listens on port 1: an engine that reads SERVICE fails to connect.
ASK_THERE = f"SERVICE {IRI} {{ ?s ?p ?o }}"
DISGUISED = [
    f'SELECT * {{ BIND(0 AS ?a) FILTER(?a<1#>"""\n) {ASK_THERE} #"""\n}}',
    f"SELECT * {{ BIND('!' AS ?a) FILTER(?a<'>') {ASK_THERE} #'\n}}",
    f'SELECT * {{ BIND(0 AS ?a) FILTER(?a<1#>"""\n) BIND("""x""" AS ?z) {ASK_THERE} #"\n}}',
    f"SELECT * {{ BIND('a' AS ?a) FILTER(?a<'b'&&?a>'') {ASK_THERE} #'\n}}",
    f'PREFIX x: <x:> SELECT * {{ BIND(x:a AS ?a) BIND(?a<x:b#>"""\n AS ?c) {ASK_THERE} #"""\n}}',
    f'SELECT * {{ VALUES ?x {{ """a" }} {ASK_THERE} #\\x"""\n}}',
    f'SELECT * {{ BIND("a\\u0022" AS ?x) {ASK_THERE} #"\n}}',
    f"PREFIX x: <x:> SELECT * {{ BIND(x:a\u00b7\\' AS ?z) {ASK_THERE} BIND(x:a\\' AS ?y) }}",
    "PREFIX : <x:> SELECT * { BIND(:a AS ?s) { ?s :p* :.SERVICE<http://127.0.0.1:1/>{} } }",
    "PREFIX : <x:> SELECT * { { } UNION { ?s :-1SERVICE<http://127.0.0.1:1/>{} } }",
]
# Prints for each query whether the engine went on to ask the other endpoint.
ENGINE = """
import json, sys
import pyoxigraph
def asks(query):
    try:
        list(pyoxigraph.Store().query(query))
    except SyntaxError:
        return False
    except (OSError, RuntimeError, ValueError):
        return True
    return False
print(json.dumps([asks(query) for query in json.load(sys.stdin)]))
"""


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {IRI} {{}} }}",
        f"SELECT * {{ service silent {IRI} {{}} }}",
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


def list_asked(queries: list[str]) -> list[str]:
    """Return those of `queries` that the engine, unguarded, answers by asking elsewhere."""
    done = subprocess.run(
        [sys.executable, "-c", ENGINE],
        input=json.dumps(queries),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return [q for q, asked in zip(queries, json.loads(done.stdout), strict=True) if asked]


def passes(query: str) -> bool:
    """Return whether the guard lets `query` through."""
    with contextlib.suppress(InvalidArgument, LimitExceeded):
        check_query(query)
        return True
    return False


@pytest.mark.parametrize("query", DISGUISED)
def test_text_that_hides_another_endpoint_is_refused(query: str) -> None:
    with pytest.raises(InvalidArgument):
        check_query(query)


def test_whatever_the_engine_would_ask_elsewhere_is_refused() -> None:
    before = ["?a<1#>", "?a<'>'", "?a<1", "'a\\u0027'", "'''a'''", "?a<?b&&?b>'x'", "'a'<'b'"]
    after = ["#'", '#"', '#"""', "#'''", "#>", ""]
    made = [
        f"SELECT * {{ BIND('' AS ?a) BIND(1 AS ?b) BIND({b}{q}\n AS ?c) {ASK_THERE} {a}\n}}"
        for b in before
        for q in ("", '"""', "'''", "#'")
        for a in after
    ]
    asked = list_asked(DISGUISED + made)
    # The comparison would hold of nothing if the engine no longer read these as requests.
    assert set(DISGUISED[:8]) <= set(asked)
    assert len(asked) > 50
    assert [query for query in asked if passes(query)] == []


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("SELECT * { ?s ?p ?o FILTER(?o<strlen('a')&&?o>1) }", "could be a comparison"),
        ("SELECT * { ?s <urn:x#y> ?o }", "could be a comparison"),
        ("SELECT * { \\u0053ERVICE ?s {} }", "outside strings"),
        ("SELECT * { ?s ?p 'a''b' }", "beside another"),
        ("SELECT * { ?s ?p 'a\n' }", "does not end"),
    ],
)
def test_text_of_two_readings_is_refused_with_a_reason(query: str, problem: str) -> None:
    with pytest.raises(InvalidArgument, match=problem):
        check_query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s <http://example.org/it's#(a)> ?o }",
        "BASE <https://example.org/> SELECT * { <a/b?c=d> <urn:x:y> <> }",
        "SELECT * { ?s ?p ?o FILTER(?o<3&&?o>1) FILTER(?o < '>') }",
        "PREFIX x: <x:> SELECT * { ?s x:it\\'s ''; x:b \"\", 'caf\\u00e9' }",
    ],
)
def test_text_of_one_reading_passes(query: str) -> None:
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


def test_brackets_are_not_hidden_by_a_comparison() -> None:
    groups = "{" * 7_000 + "}" * 7_000
    query = f'SELECT * {{ BIND(0 AS ?a) FILTER(?a<1#>"""\n) {groups} #"""\n}}'
    assert not passes(query)
    assert not passes(f"SELECT * {{ FILTER(?a<{'(' * 7_000}1>0) }}")


@pytest.mark.parametrize(
    "operation", ["1{}", "1<1{}>1", "1-1:{}", "{}1"], ids=["open", "iri", "name", "prefix"]
)
def test_many_operators_are_refused_with_their_number(operation: str) -> None:
    check_query("SELECT ?x { FILTER(" + operation.format("!" * 190) + ")")
    with pytest.raises(LimitExceeded) as caught:
        check_query("SELECT ?x { FILTER(" + operation.format("+ -" * 5_000) + ")")
    assert caught.value.fields["limit"] == "query-operators"


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
    with contextlib.suppress(LimitExceeded, InvalidArgument):
        check_query(text)
    # Generous: a quadratic scan of this length takes minutes, a linear one milliseconds.
    assert time.perf_counter() - start < 5
