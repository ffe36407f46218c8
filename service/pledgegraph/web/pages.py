"""The pages, which are the API too: each address answers as HTML, JSON and Turtle.

A page asks the catalogue for records and shows them; its JSON is the answer of the GraphQL document
shown on it; its Turtle is what the store states about its subject. No page needs a script.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import ProvisionFilter, StatementFilter
from pledgegraph.errors import NotFound, PledgegraphError
from pledgegraph.graphql.enums import STATEMENT_KINDS
from pledgegraph.model import SEOUL, Event, Instrument, Provision, Statement, StatementKind
from pledgegraph.publishing.turtle import format_turtle
from pledgegraph.store.files import GRAPH_BASE
from pledgegraph.store.term import Iri
from pledgegraph.web.changes import create_change_pages
from pledgegraph.web.comparison import create_compare_pages
from pledgegraph.web.events import create_event_pages
from pledgegraph.web.forms import JSON, TURTLE
from pledgegraph.web.home import create_home_pages
from pledgegraph.web.organisations import OrganisationPages
from pledgegraph.web.passages import Block, split_blocks
from pledgegraph.web.rendering import (
    Ask,
    Deployment,
    Renderer,
    create_renderer,
    load_document,
)
from pledgegraph.web.rules import create_rule_pages
from pledgegraph.web.search import create_search_pages
from pledgegraph.web.stateful import StatefulPage
from pledgegraph.web.thresholds import create_threshold_pages

CreatePages: TypeAlias = Callable[[Service, Renderer], tuple[StatefulPage, ...]]
"""Declares pages over an opened service."""

_NOT_SET: Final = Deployment()

_PAGES_OF: Final[Mapping[str, str]] = {
    "statement": "/requirements/",
    "requirement": "/requirements/",
    "organisation": "/organisations/",
    "rule": "/rules/",
    "page": "",
}
"""Where the pages of each kind of thing stand that an error names the nearest of."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one opened service, each in each of its forms."""

    service: Service
    renderer: Renderer
    blocks: tuple[Block, ...]
    organisations: OrganisationPages
    stateful: tuple[StatefulPage, ...]

    @property
    def instrument(self) -> Instrument:
        """The instrument that the pages are about."""
        return self.renderer.instrument

    def show_instrument(self, form: str) -> bytes:
        """Return the page of the commitments' text in `form`, a media type."""
        variables = {"instrument": SEOUL}
        if form == JSON:
            return self.renderer.answer("instrument", variables)
        if form == TURTLE:
            graph = Iri(GRAPH_BASE + "data/instrument/" + SEOUL)
            return format_turtle(self.service.store.list_triples(graph=graph)).encode()
        catalogue = self.service.catalogue
        statements = catalogue.list_statements(StatementFilter(instrument=SEOUL))
        counts = Counter(statement.modality for statement in statements)
        return self.renderer.render(
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
            return self.renderer.answer("requirement", variables)
        if form == TURTLE:
            return format_turtle(self.service.store.describe(Iri(statement.iri))).encode()
        return self.renderer.render("requirement.html", **self._describe(statement, variables))

    def show_problem(self, error: PledgegraphError, title: str) -> bytes:
        """Return the page that says what went wrong, and what to try."""
        pages = _PAGES_OF.get(str(error.fields.get("kind")))
        nearest = error.nearest if isinstance(error, NotFound) and pages is not None else ()
        return self.renderer.render(
            "problem.html", error=error, title=title, nearest=nearest, pages=pages
        )

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
            "rules": catalogue.list_rules_of(statement),
            "kind_label": STATEMENT_KINDS[statement.kind],
            "provision": catalogue.get_provision_of(statement),
            "outcome": catalogue.find_node(statement.outcome or ""),
            "depends_on": [d for d in depends_on if isinstance(d, Statement)],
            "provisions": [d for d in depends_on if isinstance(d, Provision)],
            "events": [d for d in depends_on if isinstance(d, Event)],
            "deadlines": [
                (deadline, catalogue.find_node(deadline.event))
                for deadline in catalogue.list_deadlines_for(statement)
            ],
            "dependants": catalogue.list_dependants(statement),
            "exceptions": catalogue.list_exceptions(statement),
            "limits": catalogue.list_excepted_by(statement),
            "block": next(b for b in self.blocks if statement in b.statements),
            "document": load_document("requirement").strip(),
            "variables": json.dumps(variables),
        }


def create_pages(service: Service, ask: Ask, deployment: Deployment = _NOT_SET) -> Pages:
    """Return the pages over `service`; `ask` answers the GraphQL documents behind them."""
    catalogue = service.catalogue
    blocks = split_blocks(
        catalogue.get_instrument(SEOUL).edition.file.text,
        catalogue.list_provisions(ProvisionFilter(instrument=SEOUL)),
        catalogue.list_statements(StatementFilter(instrument=SEOUL)),
    )
    renderer = create_renderer(
        ask,
        instrument=catalogue.get_instrument(SEOUL),
        revision=catalogue.revision,
        deployment=deployment,
    )
    organisations = OrganisationPages(service, renderer, SEOUL)
    return Pages(service, renderer, blocks, organisations, _list_stateful(service, renderer))


def _list_stateful(service: Service, renderer: Renderer) -> tuple[StatefulPage, ...]:
    """Return the pages that carry their state in their address."""
    makers: tuple[CreatePages, ...] = (
        create_home_pages,
        create_compare_pages,
        create_threshold_pages,
        create_change_pages,
        create_search_pages,
        create_event_pages,
        create_rule_pages,
    )
    return tuple(page for create in makers for page in create(service, renderer))
