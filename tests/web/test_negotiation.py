"""`pledgegraph.web.negotiation`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.web.negotiation import choose_media_type, list_encodings, parse_element

OFFERS = ("text/html", "application/json", "text/turtle")
RANGES = st.sampled_from(
    ["text/html", "application/json", "text/turtle", "text/*", "application/*", "*/*", "image/png"]
)
WEIGHTS = st.sampled_from(["", ";q=0", ";q=0.2", "; q=0.5", ";Q=0.9", ";q=1.000"])
ELEMENTS = st.builds("{}{}".format, RANGES, WEIGHTS)


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "text/html"),
        ("", "text/html"),
        ("*/*", "text/html"),
        ("*", "text/html"),
        ("text/turtle", "text/turtle"),
        ("Text/Turtle", "text/turtle"),
        ("application/*", "application/json"),
        # The weight decides before the order, and the order of offers between equals.
        ("text/html;q=0.5, text/turtle;q=0.6", "text/turtle"),
        ("text/turtle, text/html", "text/html"),
        ("text/turtle;q=0.001", "text/turtle"),
        # The more specific range decides, be it larger or smaller.
        ("text/*;q=0.9, text/html;q=0.1", "text/turtle"),
        ("*/*;q=0.1, text/*;q=0, application/json;q=0.1", "application/json"),
        ("text/html;q=0, */*", "application/json"),
        # What browsers and libraries send.
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("image/gif, image/jpeg, *; q=.2, */*; q=.2", "text/html"),
        ("application/json, text/plain, */*", "application/json"),
        # Parameters.
        ("text/turtle; charset=UTF-8", "text/turtle"),
        ('text/turtle; charset="utf-8"', "text/turtle"),
        ("text/turtle; charset=iso-8859-1", None),
        ("text/turtle; charset=iso-8859-1, */*;q=0.1", "text/html"),
        ('text/turtle; profile="a,b;c"', "text/turtle"),
        ("text/html;level=1;q=0.3, text/html;q=0.7, text/turtle;q=0.5", "text/html"),
        # Nothing.
        ("image/png", None),
        ("text/html;q=0", None),
        ("*/*;q=0", None),
        # A malformed part is passed over.
        ("text/html;q=2, text/turtle", "text/turtle"),
        ("text/html;q=, text/turtle", "text/turtle"),
        (",, ;q=1, /, text/turtle;;", "text/turtle"),
        ("html", None),
        ('"', None),
    ],
)
def test_the_media_type_wanted_most_is_chosen(accept: str | None, chosen: str | None) -> None:
    assert choose_media_type(accept, OFFERS) == chosen


@pytest.mark.parametrize(
    ("header", "encodings"),
    [
        (None, ("identity",)),
        ("", ("identity",)),
        ("gzip", ("gzip", "identity")),
        ("x-gzip", ("gzip", "identity")),
        ("GZIP;Q=0.1", ("gzip", "identity")),
        ("gzip, deflate, br, zstd", ("gzip", "identity")),
        ("br", ("identity",)),
        ("*", ("gzip", "identity")),
        ("gzip;q=0", ("identity",)),
        ("gzip;q=0, *", ("identity",)),
        ("identity", ("identity",)),
        ("identity, gzip", ("gzip", "identity")),
        ("identity, gzip;q=0.5", ("identity", "gzip")),
        ("identity;q=0.5, gzip", ("gzip", "identity")),
        ("gzip, identity;q=0", ("gzip",)),
        ("gzip, *;q=0", ("gzip",)),
        ("identity;q=0", ()),
        ("*;q=0", ()),
        ("identity, *;q=0", ("identity",)),
        ("gzip;q=nonsense", ("identity",)),
    ],
)
def test_encodings_are_listed_best_first(header: str | None, encodings: tuple[str, ...]) -> None:
    assert list_encodings(header) == encodings


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("application/json", ("application/json", {})),
        (" Text/HTML ; Level = 1;q=0.5", ("text/html", {"level": "1", "q": "0.5"})),
        ('a/b; c="d;e"', ("a/b", {"c": "d;e"})),
        ("a/b;", ("a/b", {})),
        ("", None),
        ("a/", None),
        ("a b/c", None),
        (";charset=utf-8", None),
    ],
)
def test_an_element_is_a_name_and_parameters(text: str, parsed: object) -> None:
    assert parse_element(text) == parsed


@given(st.lists(ELEMENTS, min_size=1, unique_by=lambda e: e.partition(";")[0]), st.randoms())
def test_the_order_of_a_header_says_nothing(elements: list[str], random: object) -> None:
    shuffled = list(elements)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert choose_media_type(", ".join(elements), OFFERS) == choose_media_type(
        " ,".join(shuffled), OFFERS
    )


@given(st.lists(ELEMENTS, min_size=1, unique_by=lambda e: e.partition(";")[0]))
def test_what_is_excluded_by_name_is_never_chosen(elements: list[str]) -> None:
    header = ", ".join([*(e for e in elements if not e.startswith("text/html")), "text/html;q=0"])
    assert choose_media_type(header, OFFERS) in {"application/json", "text/turtle", None}


@given(st.lists(ELEMENTS, min_size=1), st.sampled_from(OFFERS))
def test_an_offer_alone_is_chosen_or_refused(elements: list[str], offer: str) -> None:
    header = ", ".join(elements)
    assert choose_media_type(header, (offer,)) in {offer, None}
    if choose_media_type(header, OFFERS) is None:
        assert choose_media_type(header, (offer,)) is None


@given(st.text(st.characters(codec="latin-1")))
def test_any_header_can_be_read(header: str) -> None:
    assert choose_media_type(header, OFFERS) in {*OFFERS, None}
    assert set(list_encodings(header)) <= {"gzip", "identity"}


@given(st.text(st.sampled_from('a/*;,q=0.1" \\')))
def test_any_text_of_the_marks_of_a_header_can_be_read(header: str) -> None:
    assert choose_media_type(header, OFFERS) in {*OFFERS, None}
    assert set(list_encodings(header)) <= {"gzip", "identity"}
