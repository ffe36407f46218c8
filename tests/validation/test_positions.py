"""`pledgegraph.validation.positions`."""

from __future__ import annotations

import time

from pledgegraph.resources import find_resources
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import load_files
from pledgegraph.store.term import Iri
from pledgegraph.validation.positions import find_lines

LONG = '"""'
TEXT = rf"""# <not:this> a comment, and e:not this
@prefix e: <https://example.org/> .
PREFIX f: <https://example.org/f#>
@prefix : <https://example.org/none/> .
@base <https://example.org/base/> .

e:a a e:C ;
  e:p 1.5 , 2. # a dot in a comment . e:no
e:b.c e:p "a text . e:no" , 'e:no . ' , "an \" escape . e:no" .

f:d e:p {LONG}a long
e:no text .
e:no \{LONG} . {LONG}@en ; e:q "x"^^e:t , true .
:e e:p [ e:q e:no ;
    e:r ( e:no 1 ) ] .
<https://example.org/g\u0068> e:p e:a .
e:a e:p 3 .
e:with\-escape e:p 1e3 .
[ e:p e:no ] .
e:last e:p 1 .
"""


def test_subjects_stand_on_their_first_line() -> None:
    assert find_lines(TEXT) == {
        "https://example.org/a": 7,
        "https://example.org/b.c": 9,
        "https://example.org/f#d": 11,
        "https://example.org/none/e": 14,
        "https://example.org/gh": 16,
        "https://example.org/with-escape": 18,
        "https://example.org/last": 20,
    }


def test_a_sparql_base_ends_without_a_dot() -> None:
    assert find_lines("BASE <x:y>\n<x:a> <x:p> 1 .") == {"x:a": 2}


def test_every_subject_that_is_shipped_is_found() -> None:
    files = [file for file in load_files(find_resources()) if file.is_turtle]
    store = EmbeddedStore.from_files(files)
    for file in files:
        subjects = {t.subject for t in store.list_triples(graph=file.graph)}
        named = {str(subject) for subject in subjects if isinstance(subject, Iri)}
        assert set(find_lines(file.content.decode())) == named, file.name


def test_nothing_is_found_in_nothing() -> None:
    assert find_lines("") == {}
    assert find_lines("# only a comment") == {}


def test_the_scan_takes_linear_time() -> None:
    text = (
        "<x:a> <x:p> '"
        + "a" * 1_000_000
        + "' , '"
        + "x" * 100_000
        + "'@"
        + "-".join(["aaaa"] * 50_000)
    )
    started = time.perf_counter()
    find_lines(text + " .\n<x:b> <x:p> 1 .")
    assert time.perf_counter() - started < 5
