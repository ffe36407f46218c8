"""`pledgegraph.web.events.calendar` and `.entries`: RFC 5545, by literals."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pledgegraph.bootstrap import Service
from pledgegraph.web.events.calendar import Entry, escape_text, fold, format_calendar
from pledgegraph.web.events.entries import list_entries

STAMP = date(2026, 11, 23)
ENTRY = Entry(
    uid="https://example.org/e1",
    summary="Summit; Paris, 2025",
    description="One\nTwo",
    first=date(2025, 2, 28),
    last=date(2025, 2, 28),
)


def test_an_entry_of_one_day_ends_the_day_after() -> None:
    assert format_calendar([ENTRY], stamp=STAMP) == (
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//Pledgegraph//Events and deadlines//EN\r\n"
        "CALSCALE:GREGORIAN\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:https://example.org/e1\r\n"
        "DTSTAMP:20261123T000000Z\r\n"
        "DTSTART;VALUE=DATE:20250228\r\n"
        "DTEND;VALUE=DATE:20250301\r\n"
        "SUMMARY:Summit\\; Paris\\, 2025\r\n"
        "DESCRIPTION:One\\nTwo\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )


def test_an_open_day_is_tentative_and_an_address_is_told() -> None:
    found = format_calendar([replace(ENTRY, url="https://p.example/e", is_open=True)], stamp=STAMP)
    assert "URL:https://p.example/e\r\nSTATUS:TENTATIVE\r\n" in found


def test_only_line_breaks_stay_of_control_characters() -> None:
    assert escape_text("a\r\nb\tc\x00\x7f") == "a\\nbc"


def test_a_line_is_folded_at_75_octets() -> None:
    line = "DESCRIPTION:" + "x" * 63
    assert fold(line) == line
    assert fold(line + "yz") == f"{line}\r\n yz"


@given(st.text(max_size=400))
def test_folding_loses_nothing_and_cuts_no_character(text: str) -> None:
    line = "SUMMARY:" + escape_text(text)
    pieces = fold(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert all(piece.startswith(" ") for piece in pieces[1:])


def test_an_event_and_its_deadline_are_entries(service: Service) -> None:
    catalogue = service.catalogue
    events = [catalogue.get_event("paris-2025")]
    summit, deadline = list_entries(catalogue, events, "https://p.example")
    assert (summit.first, summit.last) == (date(2025, 2, 10), date(2025, 2, 11))
    assert summit.summary == "AI Action Summit, Paris"
    assert (deadline.first, deadline.last) == (date(2025, 2, 11), date(2025, 2, 11))
    assert deadline.summary == (
        "Deadline: publish by the deadline (PRE.e), AI Action Summit, Paris"
    )
    assert deadline.description.startswith(
        "“publishing a safety framework focused on severe risks by the upcoming AI Summit in "
        "France”\n\n"
    )
    assert "The commitments are voluntary" in deadline.description
    assert "https://github.com/themidasproject/Seoul-Tracker" in deadline.description
    assert {summit.url, deadline.url} == {"https://p.example/events/paris-2025"}
    assert summit.uid != deadline.uid


def test_a_month_is_all_its_days_and_open(service: Service) -> None:
    catalogue = service.catalogue
    (joined,) = list_entries(catalogue, [catalogue.get_event("joined-magic")], None)
    assert (joined.first, joined.last) == (date(2025, 2, 1), date(2025, 2, 28))
    assert joined.is_open
    assert joined.summary == "Magic joins the commitments (day not known)"
    assert "Which day is not known: 2025-02." in joined.description
    assert joined.url is None


def test_what_is_undated_has_no_entry(service: Service) -> None:
    event = replace(service.catalogue.get_event("seoul-summit"), start=None)
    assert list(list_entries(service.catalogue, [event], None)) == []
