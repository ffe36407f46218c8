"""What every page is made with: the templates, and the GraphQL documents behind the data.

Promises that what stands in a page is escaped, and that a name which a template misspells fails
instead of being left out. Must not know any page.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import Any, Final
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from pledgegraph.model import Instrument
from pledgegraph.terms import SITE
from pledgegraph.web.citations import (
    create_citation,
    format_bibtex,
    format_csl,
    format_plain,
    format_report,
)
from pledgegraph.web.statuses import STATUS_SIGNS, get_status_sign

Ask = Callable[[str, Mapping[str, object]], bytes]
"""Answers a GraphQL document with its variables, as JSON."""

_LONGEST_ADDRESS: Final = 60
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:)]")


@dataclass(frozen=True, slots=True)
class Deployment:
    """What pages say of where they are served: at which address, and where to report a problem.

    `base_url` has no slash at its end; `report_to` is a mailto: or https: address. None is not set.
    """

    base_url: str | None = None
    report_to: str | None = None


@dataclass(frozen=True, slots=True)
class Renderer:
    """Fills templates; `instrument` and `revision` are what every page names."""

    ask: Ask
    templates: Environment
    instrument: Instrument
    revision: str
    deployment: Deployment

    def render(self, template: str, **values: Any) -> bytes:
        """Return the page that `template` makes of `values`."""
        page = self.templates.get_template(template)
        return page.render(**values).encode()

    def answer(self, document: str, variables: Mapping[str, object]) -> bytes:
        """Return what the GraphQL document of the page `document` is answered with, as JSON."""
        return self.ask(load_document(document), variables)


def create_renderer(
    ask: Ask, *, instrument: Instrument, revision: str, deployment: Deployment
) -> Renderer:
    """Return what pages are made with; `ask` answers the GraphQL documents behind them."""
    templates = Environment(
        loader=PackageLoader("pledgegraph.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["own_address"] = find_own_address
    templates.filters["short_address"] = shorten_address
    templates.filters["split_addresses"] = split_addresses
    templates.filters["json_text"] = format_json_text
    templates.globals |= {
        "instrument": instrument,
        "revision": revision,
        "deployment": deployment,
        "get_status_sign": get_status_sign,
        "status_signs": tuple(STATUS_SIGNS.values()),
        "cite_page": partial(create_citation, revision=revision, base_url=deployment.base_url),
        "format_plain": format_plain,
        "format_bibtex": format_bibtex,
        "format_csl": format_csl,
        "format_report": format_report,
    }
    return Renderer(ask, templates, instrument, revision, deployment)


def load_document(name: str) -> str:
    """Return the GraphQL document behind the page `name`."""
    return (files("pledgegraph.web") / "documents" / f"{name}.graphql").read_text("utf-8")


def format_json_text(value: object) -> str:
    """Return `value` as JSON on one line, for people and for addresses.

    >>> format_json_text({"organisations": ["g42"], "asOf": "2025-02-11"})
    '{"organisations": ["g42"], "asOf": "2025-02-11"}'
    """
    return json.dumps(value, ensure_ascii=False)


def find_own_address(url: str) -> str:
    """Return where a link to `url` leads: an IRI of ours to the same path here.

    >>> find_own_address("https://w3id.org/pledgegraph/id/organisation/g42")
    '/id/organisation/g42'
    >>> find_own_address("https://www.g42.ai/")
    'https://www.g42.ai/'
    """
    return f"/{url.removeprefix(SITE)}" if url.startswith(SITE) else url


def shorten_address(url: str) -> str:
    """Return a web address as a link shows it: its host, and the end of its path.

    >>> shorten_address("https://www.g42.ai/")
    'g42.ai'
    >>> shorten_address("https://example.org/a/very/long/path/that/goes/on/and/on/paper.pdf?v=2")
    'example.org/…/paper.pdf'
    """
    parts = urlsplit(url)
    host = parts.netloc.removeprefix("www.")
    path = parts.path.rstrip("/")
    query = f"?{parts.query}" if parts.query else ""
    if len(host + path + query) <= _LONGEST_ADDRESS:
        return host + path + query
    end = path.rpartition("/")[2]
    shown = end if len(end) <= _LONGEST_ADDRESS else end[: _LONGEST_ADDRESS - 1] + "…"
    return f"{host}/…/{shown}"


def split_addresses(text: str) -> tuple[tuple[str, bool], ...]:
    """Return `text` cut into words and web addresses, each with whether it is an address.

    >>> split_addresses("As in (https://example.org/c).")
    (('As in (', False), ('https://example.org/c', True), (').', False))
    """
    pieces: list[tuple[str, bool]] = []
    end = 0
    for found in _ADDRESS.finditer(text):
        pieces += [(text[end : found.start()], False), (found[0], True)]
        end = found.end()
    return tuple(piece for piece in [*pieces, (text[end:], False)] if piece[0])
