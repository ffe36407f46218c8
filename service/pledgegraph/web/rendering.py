"""What every page is made with: the templates, and the GraphQL documents behind the data.

Promises that what stands in a page is escaped, and that a name which a template misspells fails
instead of being left out. Must not know any page.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from pledgegraph.model import Instrument

Ask = Callable[[str, Mapping[str, str]], bytes]
"""Answers a GraphQL document with its variables, as JSON."""

_LONGEST_ADDRESS: Final = 60
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:)]")


@dataclass(frozen=True, slots=True)
class Renderer:
    """Fills templates; `instrument` and `revision` are what every page names."""

    ask: Ask
    templates: Environment
    instrument: Instrument
    revision: str

    def render(self, template: str, **values: Any) -> bytes:
        """Return the page that `template` makes of `values`."""
        page = self.templates.get_template(template)
        made = page.render(instrument=self.instrument, revision=self.revision, **values)
        return made.encode()

    def answer(self, document: str, variables: Mapping[str, str]) -> bytes:
        """Return what the GraphQL document of the page `document` is answered with, as JSON."""
        return self.ask(load_document(document), variables)


def create_renderer(ask: Ask, *, instrument: Instrument, revision: str) -> Renderer:
    """Return what pages are made with; `ask` answers the GraphQL documents behind them."""
    templates = Environment(
        loader=PackageLoader("pledgegraph.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["short_address"] = shorten_address
    templates.filters["split_addresses"] = split_addresses
    return Renderer(ask, templates, instrument, revision)


def load_document(name: str) -> str:
    """Return the GraphQL document behind the page `name`."""
    return (files("pledgegraph.web") / "documents" / f"{name}.graphql").read_text("utf-8")


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
