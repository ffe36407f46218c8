"""`pledgegraph.store.json_ld`."""

import json
from importlib.resources import files

import pytest

from pledgegraph.errors import DataError
from pledgegraph.store.json_ld import CONTEXT_ADDRESS, create_document, load_context
from pledgegraph.terms import PREFIXES


def refuse(text: str) -> str:
    with pytest.raises(DataError) as caught:
        create_document(text, file="x.jsonld")
    return str(caught.value).removeprefix("x.jsonld").removeprefix(", ").removeprefix(": ")


def test_our_context_has_the_prefixes_that_people_see() -> None:
    assert load_context() == {"@version": 1.1, **PREFIXES}, "bring store/context.jsonld up to date"


def test_our_context_is_written_in_order() -> None:
    text = (files("pledgegraph.store") / "context.jsonld").read_text()
    context = {"@context": {"@version": 1.1, **dict(sorted(PREFIXES.items()))}}
    assert text == json.dumps(context, indent=2) + "\n"


@pytest.mark.parametrize(
    "context",
    [
        CONTEXT_ADDRESS,
        [CONTEXT_ADDRESS, {"e": "https://example.org/"}],
        {"e": {"@id": "https://example.org/", "@context": CONTEXT_ADDRESS}},
    ],
)
def test_our_context_takes_the_place_of_its_address(context: object) -> None:
    document = create_document(json.dumps({"@context": context, "@id": "x:a"}), file="x")
    assert CONTEXT_ADDRESS not in document
    assert PREFIXES["pledge"] in document


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ({"@context": "https://schema.org/"}, "/@context"),
        ({"@context": ["http://127.0.0.1:1/"]}, "/@context"),
        ({"@context": {"@import": "http://127.0.0.1:1/"}}, "/@context"),
        ({"@context": {"k": {"@id": "x:k", "@context": "a.jsonld"}}}, "/@context/k/@context"),
        ([{"@graph": [{}, {"@context": "http://127.0.0.1:1/"}]}], "/@graph/1/@context"),
    ],
)
def test_a_context_elsewhere_is_refused(document: object, place: str) -> None:
    told = refuse(json.dumps(document))
    assert told.startswith(f"{place}: the context “")
    assert "” would have to be fetched, and nothing is fetched here; expected “" in told
    assert CONTEXT_ADDRESS in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1, column 1: it is empty"),
        ('{"a":\n1,}', "line 2, column 3: it is no JSON"),
        ("3", "it is no JSON object"),
        ("null", "it is no JSON object"),
        ("[[]]", "it is no JSON object"),
        ('{"@id": "x:a", "@id": "x:b"}', "“@id” stands twice in one object"),
        ('{"x:p": NaN}', "NaN is no JSON"),
        ('{"x:p": 1e999}', "the number 1e999 is too large"),
        ('{"x:p": 1234567890123456}', "the number 123456789012345… is too long to be kept"),
        ('{"@tpye": "x:C"}', "/@tpye: “@tpye” is no keyword"),
        ('{"@id": "x:a b"}', "/@id: “x:a b” is no address"),
        ('{"@type": ["x:a", "x:<"]}', "/@type: “x:<” is no address"),
        ('{"http://e.org/ p": 1}', "“http://e.org/ p” is no address"),
        ('{"x:p": {"@value": "a", "@language": "e n"}}', "“e n” is no language tag"),
        ('{"@context": 3}', "/@context: a context is of another type"),
    ],
)
def test_what_is_not_strict_is_refused(text: str, told: str) -> None:
    assert told in refuse(text)


@pytest.mark.parametrize(
    "text",
    [
        r'{"x:p": "\ud800"}',
        r'{"x:p": ["a", {"@value": "a\uDFFFb"}]}',
        r'{"\uD83D": 1, "\uD83D": 2}',
        r'["\udc00\ud800"]',
        r'{"x:p": "\ud83d\\ude00"}',
        r'{"x:p": "\\\ud83d"}',
        r'{"@context": "\ud800"}',
    ],
)
def test_half_a_character_is_refused_with_its_line(text: str) -> None:
    told = refuse("\n" + text)
    assert told.startswith("line 2: \\u")
    assert told.endswith(" is half a character; expected both halves, or the character itself.")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r"\ud83d\ude00", "\U0001f600"),
        (r"\uD83D\uDE00\uD83D\uDE00", "\U0001f600\U0001f600"),
        (r"\\ud800", "\\ud800"),
        (r"\u00e9\uE000", "\u00e9\ue000"),
    ],
)
def test_whole_characters_are_kept(text: str, value: str) -> None:
    document = create_document(f'{{"@id": "x:a", "x:p": "{text}"}}', file="x")
    assert json.loads(document)["x:p"] == value
