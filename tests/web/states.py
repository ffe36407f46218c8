"""A page's state for tests, without a server."""

from datetime import date

from pledgegraph.catalogue.times import Times
from pledgegraph.web.state import Kind, PageState, Parameter, read_state

KNOWN_TO = date(2026, 11, 23)

PARAMETERS = (
    Parameter("organisations", Kind.NAMES),
    Parameter("by", Kind.NAME, choices=("date", "name")),
    Parameter("text", Kind.TEXT),
)


def get_times(*, as_of: date | None = None, known_by: date | None = None) -> Times:
    return Times(as_of or KNOWN_TO, known_by or KNOWN_TO, KNOWN_TO)


def read(query: str, path: str = "/compare", data_path: str | None = None) -> PageState:
    return read_state(
        query.encode(),
        path=path,
        data_path=data_path,
        parameters=PARAMETERS,
        get_times=get_times,
    )
