"""`pledgegraph.store.parsing`."""

import json
import socket
from pathlib import Path

import pytest

from pledgegraph.errors import DataError
from pledgegraph.store.embedded import EmbeddedStore
from pledgegraph.store.files import SourceFile, create_upload
from pledgegraph.store.json_ld import CONTEXT_ADDRESS
from pledgegraph.store.term import Iri, Literal, Triple
from pledgegraph.terms import REQ, XSD
from tests.samples import turtle_file


def json_ld_file(document: object, name: str = "x.jsonld") -> SourceFile:
    return SourceFile(Path(name), name, json.dumps(document).encode(), "")


def parse(document: object) -> set[Triple]:
    return set(EmbeddedStore.from_files([json_ld_file(document)]).list_triples())


def refuse(file: SourceFile) -> str:
    with pytest.raises(DataError) as caught:
        EmbeddedStore.from_files([file])
    return str(caught.value)


def test_json_ld_with_our_context_is_read() -> None:
    document = {
        "@context": CONTEXT_ADDRESS,
        "@id": "req:II.g",
        "dcterms:date": {"@value": "2025-02-30", "@type": "xsd:date"},
        "dcterms:relation": [{"@id": "req:II.h"}, {"@value": "01", "@type": "xsd:integer"}],
    }
    subject, terms = Iri(REQ["seoul-2024/II.g"]), "http://purl.org/dc/terms/"
    assert parse(document) == {
        Triple(subject, Iri(terms + "date"), Literal("2025-02-30", XSD["date"])),
        Triple(subject, Iri(terms + "relation"), Iri(REQ["seoul-2024/II.h"])),
        Triple(subject, Iri(terms + "relation"), Literal("01", XSD["integer"])),
    }


def test_a_graph_at_the_top_is_no_graph_of_its_own() -> None:
    nodes = [{"@id": "x:a", "x:p": 1}, {"@id": "x:b", "x:p": 2}]
    for context in ({}, {"@context": CONTEXT_ADDRESS}):
        assert len(parse({**context, "@graph": nodes})) == 2
        assert len(parse([{**context, **node} for node in nodes])) == 2


def test_a_blank_node_of_one_file_is_none_of_another() -> None:
    one, two = (json_ld_file({"@id": "_:a", "x:p": n}, f"{n}.jsonld") for n in (1, 2))
    assert len({t.subject for t in EmbeddedStore.from_files([one, two]).list_triples()}) == 2


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ({"@id": "x:a", "nmae": 1}, "“nmae” means nothing in its context"),
        ({"@context": None, "@id": "x:a", "nmae": 1}, "“nmae” means nothing in its context"),
        ({"@context": {"@vocab": None}, "nmae": 1}, "“nmae” means nothing in its context"),
        ({"@id": "x:a", "@type": "Threshold"}, "“Threshold” means nothing in its context"),
        ({"@id": "a", "x:p": 1}, "“a” is no whole address"),
        ({"@id": "x:a", "x:p": {"@id": "b"}}, "“b” is no whole address"),
        ({"@id": "x:g", "@graph": [{"@id": "x:a", "x:p": 1}]}, "Named graphs are not allowed"),
        ({"@id": "x:a", "x:p": "\ud800"}, "is half a character"),
        (
            {"@id": "x:a", "x:p": {"@value": "a", "@language": "en", "@direction": "ltr"}},
            "it has a text with a direction",
        ),
    ],
)
def test_what_would_be_lost_is_refused(document: object, told: str) -> None:
    assert told in refuse(json_ld_file(document))


def test_what_is_defined_as_nothing_on_purpose_may_be_lost() -> None:
    document = {"@context": {"note": None}, "@id": "x:a", "note": "for us", "x:p": 1}
    assert len(parse(document)) == 1


def test_nothing_is_fetched() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/context.jsonld"
        told = [
            refuse(json_ld_file({"@context": context, "@id": "x:a", "k": {"x:p": 1}}))
            for context in (
                address,
                [address],
                {"@import": address},
                {"k": {"@id": "x:k", "@context": address}},
            )
        ]
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert ["nothing is fetched here" in text for text in told] == [True] * 4


def test_a_byte_order_mark_says_nothing() -> None:
    for media_type, text in (
        ("text/turtle", "<x:a> <x:p> 1 ."),
        ("application/json", '{"@id": "x:a", "x:p": 1}'),
    ):
        file = create_upload(("\ufeff" + text).encode(), media_type=media_type)
        assert EmbeddedStore.from_files([file]).count() == 1


def test_lines_end_as_they_like() -> None:
    told = refuse(turtle_file("<x:a> <x:p> 1 .\r\n<x:b> <x:p> .\r\n", "x.ttl"))
    assert told.startswith("x.ttl, line 2, column 13: ")


def test_a_text_with_a_direction_is_no_turtle_here() -> None:
    assert "it has a text with a direction" in refuse(turtle_file('<x:a> <x:p> "a"@en--ltr .'))
