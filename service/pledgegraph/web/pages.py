"""The pages, which are the API too: each address answers as HTML, JSON and Turtle.

A page asks the catalogue for records and shows them; its JSON is the answer of the GraphQL document
shown on it; its Turtle is what the store states about its subject. No page needs a script.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import ProvisionFilter, StatementFilter
from pledgegraph.errors import NotFound, PledgegraphError
from pledgegraph.graphql.enums import STATEMENT_KINDS
from pledgegraph.model import Event, Instrument, Provision, Statement, StatementKind
from pledgegraph.publishing.turtle import format_turtle
from pledgegraph.store.files import GRAPH_BASE
from pledgegraph.store.term import Iri
from pledgegraph.web.passages import Block, split_blocks

SEOUL: Final = "seoul-2024"
HTML: Final = "text/html"
JSON: Final = "application/json"
TURTLE: Final = "text/turtle"
FORMATS: Final[Mapping[str, str]] = {"json": JSON, "ttl": TURTLE}
"""The suffix of each form beside HTML, which has none."""

Ask = Callable[[str, Mapping[str, str]], bytes]
"""Answers a GraphQL document with its variables, as JSON."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one opened service, each in each of its forms."""

    service: Service
    ask: Ask
    templates: Environment
    blocks: tuple[Block, ...]

    @property
    def instrument(self) -> Instrument:
        """The instrument that the pages are about."""
        return self.service.catalogue.get_instrument(SEOUL)

    def show_instrument(self, form: str) -> bytes:
        """Return the page of the commitments' text in `form`, a media type."""
        variables = {"instrument": SEOUL}
        if form == JSON:
            return self.ask(load_document("instrument"), variables)
        if form == TURTLE:
            graph = Iri(GRAPH_BASE + "data/instrument/" + SEOUL)
            return format_turtle(self.service.store.list_triples(graph=graph)).encode()
        catalogue = self.service.catalogue
        statements = catalogue.list_statements(StatementFilter(instrument=SEOUL))
        counts = Counter(statement.modality for statement in statements)
        return self._render(
            "instrument.html",
            blocks=self.blocks,
            statements=statements,
            requirements=[s for s in statements if s.kind is StatementKind.REQUIREMENT],
            modalities=sorted(counts.items(), key=lambda item: item[0].position),
            parts_of=self._list_inner_parts(),
        )

    def show_statement(self, identifier: str, form: str) -> bytes:
        """Return the page of one statement in `form`, a media type.

        Raises:
            NotFound: there is no such statement; with the nearest identifiers.
        """
        statement = self.service.catalogue.get_statement(SEOUL, identifier)
        variables = {"instrument": SEOUL, "id": identifier}
        if form == JSON:
            return self.ask(load_document("requirement"), variables)
        if form == TURTLE:
            return format_turtle(self.service.store.describe(Iri(statement.iri))).encode()
        return self._render("requirement.html", **self._describe(statement, variables))

    def show_problem(self, error: PledgegraphError, title: str) -> bytes:
        """Return the page that says what went wrong, and what to try."""
        has_pages = error.fields.get("kind") in ("statement", "requirement")
        nearest = error.nearest if isinstance(error, NotFound) and has_pages else ()
        return self._render("problem.html", error=error, title=title, nearest=nearest)

    def _list_inner_parts(self) -> dict[str, list[Provision]]:
        """Return, for each block, the provisions within it that are no block of their own."""
        own = {block.provision.iri for block in self.blocks}
        parts = {iri: self.service.catalogue.list_parts_of(iri) for iri in own}
        return {iri: [p for p in found if p.iri not in own] for iri, found in parts.items()}

    def _describe(self, statement: Statement, variables: Mapping[str, str]) -> dict[str, Any]:
        catalogue = self.service.catalogue
        depends_on = catalogue.list_dependencies(statement)
        return {
            "s": statement,
            "kind_label": STATEMENT_KINDS[statement.kind],
            "provision": catalogue.get_provision_of(statement),
            "outcome": catalogue.find_node(statement.outcome or ""),
            "depends_on": [d for d in depends_on if isinstance(d, Statement)],
            "provisions": [d for d in depends_on if isinstance(d, Provision)],
            "events": [d for d in depends_on if isinstance(d, Event)],
            "dependants": catalogue.list_dependants(statement),
            "exceptions": catalogue.list_exceptions(statement),
            "limits": catalogue.list_excepted_by(statement),
            "block": next(b for b in self.blocks if statement in b.statements),
            "document": load_document("requirement").strip(),
            "variables": json.dumps(variables),
        }

    def _render(self, template: str, **values: Any) -> bytes:
        revision = self.service.catalogue.revision
        page = self.templates.get_template(template)
        return page.render(instrument=self.instrument, revision=revision, **values).encode()


def create_pages(service: Service, ask: Ask) -> Pages:
    """Return the pages over `service`; `ask` answers the GraphQL documents behind them."""
    catalogue = service.catalogue
    blocks = split_blocks(
        catalogue.get_instrument(SEOUL).edition.file.text,
        catalogue.list_provisions(ProvisionFilter(instrument=SEOUL)),
        catalogue.list_statements(StatementFilter(instrument=SEOUL)),
    )
    templates = Environment(
        loader=PackageLoader("pledgegraph.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return Pages(service, ask, templates, blocks)


def load_document(name: str) -> str:
    """Return the GraphQL document behind the page `name`."""
    return (files("pledgegraph.web") / "documents" / f"{name}.graphql").read_text("utf-8")


def split_suffix(name: str) -> tuple[str, str | None]:
    """Return a page's name and the media type that its suffix asks for, None without one.

    >>> split_suffix("II.g.ttl"), split_suffix("II.g")
    (('II.g', 'text/turtle'), ('II.g', None))
    """
    stem, _, suffix = name.rpartition(".")
    return (stem, FORMATS[suffix]) if stem and suffix in FORMATS else (name, None)
