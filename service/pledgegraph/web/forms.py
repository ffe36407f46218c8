"""The forms that a page has, by media type and by the suffix of its address.

Promises that HTML is the form without a suffix, and the one for who has no preference. Must not
know which page has which form: that is given.
"""

from collections.abc import Mapping
from typing import Final

from starlette.requests import Request

from pledgegraph.errors import InvalidRequest
from pledgegraph.web.negotiation import choose_media_type
from pledgegraph.web.representation import read_header

HTML: Final = "text/html"
JSON: Final = "application/json"
TURTLE: Final = "text/turtle"
CSV: Final = "text/csv"
BIBTEX: Final = "application/x-bibtex"
CSL_JSON: Final = "application/vnd.citationstyles.csl+json"

FORMATS: Final[Mapping[str, str]] = {"json": JSON, "ttl": TURTLE}
"""The suffix of each form that every page has beside HTML."""

TABLE_FORMATS: Final[Mapping[str, str]] = {"json": JSON, "csv": CSV, "ttl": TURTLE}
"""The suffix of each form of a page that is a table too."""


def split_suffix(name: str, formats: Mapping[str, str] = FORMATS) -> tuple[str, str | None]:
    """Return a page's name and the media type that its suffix asks for, None without one.

    Of two suffixes that fit it is the longer one.

    >>> split_suffix("II.g.ttl"), split_suffix("II.g")
    (('II.g', 'text/turtle'), ('II.g', None))
    """
    for suffix in sorted(formats, key=len, reverse=True):
        stem = name.removesuffix(f".{suffix}")
        if stem and stem != name:
            return stem, formats[suffix]
    return name, None


def choose_form(request: Request, formats: Mapping[str, str] = FORMATS) -> str:
    """Return the media type that `request` accepts most, of HTML and `formats`.

    Raises:
        InvalidRequest: it accepts none of them.
    """
    offers = (HTML, *formats.values())
    form = choose_media_type(read_header(request, "Accept"), offers)
    if form is None:
        raise InvalidRequest(
            code="NOT_ACCEPTABLE",
            part="Accept",
            problem="none of these forms is made here",
            expected="one of " + ", ".join(offers),
        )
    return form
