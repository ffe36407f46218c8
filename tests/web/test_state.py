"""`pledgegraph.web.state`."""

from datetime import date
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.errors import InputError, InvalidArgument, InvalidRequest, LimitExceeded
from tests.web.states import KNOWN_TO, PARAMETERS, read

NAMES = st.lists(st.from_regex(r"\A[a-z0-9][a-z0-9.-]{0,9}\Z"), max_size=4)
DAYS = st.dates(min_value=date(1000, 1, 1))


def test_without_a_query_the_days_are_those_of_the_data() -> None:
    state = read("")
    assert (state.times.as_of, state.times.known_by) == (KNOWN_TO, KNOWN_TO)
    assert (state.given, state.query, state.address()) == ((), "", "/compare")
    assert not state.has_own_times


def test_what_is_given_is_read() -> None:
    state = read("as_of=2025-02-11&organisations=meta,g42&text=+two++words+&by=name")
    assert state.times.as_of == date(2025, 2, 11)
    assert state.times.known_by == KNOWN_TO
    assert state.list_values("organisations") == ("g42", "meta")
    assert state.find_value("text") == "two words"
    assert state.find_value("by") == "name"
    assert state.find_value("known_by") is None
    assert state.has_own_times


@pytest.mark.parametrize(
    "query",
    [
        "organisations=g42,meta&as_of=2025-02-11",
        "as_of=2025-02-11&organisations=meta&organisations=g42",
        "as_of=2025-02-11&known_by=&organisations=meta%2Cg42,meta&text=&by=",
        "organisations=meta,,g42,&as_of=2025-02-11",
    ],
)
def test_what_means_the_same_has_one_query(query: str) -> None:
    assert read(query).query == "organisations=g42,meta&as_of=2025-02-11"
    assert read(query) == read("organisations=g42,meta&as_of=2025-02-11")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            "organisation=g42",
            "organisation: there is no such parameter here; expected one of organisations, by, "
            "text, as_of, known_by.",
        ),
        ("=g42", "URL: there is no such parameter here; expected one of organisations, by,"),
        (
            "as_of=2025-02-11&as_of=2025-02-12",
            "as_of: it is given 2 times; expected it once: a day as YYYY-MM-DD, such as 2025-02-11",
        ),
        ("text=a&text=b", "text: it is given 2 times; expected it once: text of at most 200"),
        ("text=%FF", "URL: its parameters cannot be read; expected percent-encoded UTF-8"),
        ("&".join(["text="] * 201), "URL: its parameters cannot be read; expected"),
    ],
)
def test_a_query_that_cannot_be_read_is_refused_by_name(query: str, message: str) -> None:
    with pytest.raises(InvalidRequest) as found:
        read(query)
    assert str(found.value).startswith(message)
    assert found.value.code == "BAD_PARAMETER"


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("as_of=2025", "as_of: “2025” cannot be used; expected a day as YYYY-MM-DD"),
        ("as_of=20250211", "as_of: “20250211” cannot be used"),
        ("as_of=2025-02-30", "as_of: “2025-02-30” cannot be used"),
        ("as_of=0000-01-01", "as_of: “0000-01-01” cannot be used"),
        ("known_by=2025-W07-2", "known_by: “2025-W07-2” cannot be used"),
        ("known_by=٢٠٢٥-٠٢-١١", "known_by: “٢٠٢٥-٠٢-١١” cannot be used"),
        ("organisations=<b>", "organisations: “<b>” cannot be used; expected names with commas"),
        ("organisations=g42,%00", "organisations: “\x00” cannot be used"),
        ("by=size", "by: “size” cannot be used; expected one of date, name."),
        ("text=" + "a" * 201, "text: “aaa"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_by_name(query: str, message: str) -> None:
    with pytest.raises(InvalidArgument) as found:
        read(quote(query, safe="=,%&"))
    assert str(found.value).startswith(message)


def test_a_query_without_end_is_refused() -> None:
    with pytest.raises(LimitExceeded, match="url-bytes: 4005 is over the limit of 4000"):
        read("text=" + "a" * 4_000)


def test_a_link_changes_one_thing() -> None:
    state = read("as_of=2025-02-11&organisations=g42&text=a%26b", path="/compare")
    assert state.address() == "/compare?organisations=g42&text=a%26b&as_of=2025-02-11"
    assert state.address(text=None) == "/compare?organisations=g42&as_of=2025-02-11"
    assert state.address(organisations=("g42", "meta"), text="", as_of=date(2025, 1, 1)) == (
        "/compare?organisations=g42,meta&as_of=2025-01-01"
    )
    assert state.data_address("csv", text=None, as_of=None) == "/compare.csv?organisations=g42"
    assert state.permalink == (
        "/compare?organisations=g42&text=a%26b&as_of=2025-02-11&known_by=2026-11-23"
    )


def test_a_link_to_another_page_keeps_the_days_and_nothing_else() -> None:
    state = read("as_of=2025-02-11&organisations=g42")
    assert state.link("/events/paris-2025") == "/events/paris-2025?as_of=2025-02-11"
    assert state.link("/compare", provisions=["IV"], by=None) == (
        "/compare?provisions=IV&as_of=2025-02-11"
    )
    assert state.link("/events", as_of=date(2025, 3, 1), by="name") == (
        "/events?by=name&as_of=2025-03-01"
    )
    assert read("").link("/events") == "/events"


def test_the_forms_of_a_page_may_stand_elsewhere() -> None:
    state = read("by=date", path="/", data_path="/index")
    assert (state.address(), state.data_address("json")) == ("/?by=date", "/index.json?by=date")


def test_a_page_is_one_of_many_by_the_end_of_its_path() -> None:
    state = read("", path="/events/paris-2025")
    assert (state.name, state.data_address("ics")) == ("paris-2025", "/events/paris-2025.ics")


def test_a_form_carries_the_rest_along() -> None:
    state = read("organisations=meta,g42&as_of=2025-02-11&text=a")
    assert state.list_hidden("as_of", "known_by") == (("organisations", "g42,meta"), ("text", "a"))


def test_a_link_to_what_a_page_does_not_know_is_a_fault() -> None:
    with pytest.raises(AssertionError, match="/compare does not know size"):
        read("").address(size="1")


def test_what_is_empty_is_not_given_however_often() -> None:
    assert read("text=&text=a&text=").find_value("text") == "a"
    assert read("as_of=2025-02-11&as_of=").times.as_of == date(2025, 2, 11)


def test_a_control_character_is_a_blank() -> None:
    assert read("text=a%00b%1b%5B31m").find_value("text") == "a b [31m"


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=50)


@given(names=NAMES, text=WORDS, day=DAYS)
def test_an_address_leads_back_to_its_state(names: list[str], text: str, day: date) -> None:
    state = read("").address(organisations=names, as_of=day, text=" ".join(text.split()))
    query = state.partition("?")[2]
    again = read(query)
    assert again.times.as_of == day
    assert again.list_values("organisations") == tuple(sorted(set(names)))
    assert (again.find_value("text") or "") == " ".join(text.split())
    assert read(again.query) == again


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_no_query_whatever_is_a_fault_of_ours(query: str) -> None:
    try:
        found = read(query)
    except InputError:
        return
    assert {name for name, _ in found.given} <= {p.name for p in (*PARAMETERS, *found.parameters)}
