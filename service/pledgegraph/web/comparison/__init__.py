"""The page that compares: organisations and promises side by side, down to the evidence.

Promises that a cell is one click from what it is computed from, and that no number stands for a
verdict.
"""

from dataclasses import dataclass
from typing import Final

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import ProvisionFilter
from pledgegraph.model import SEOUL
from pledgegraph.web.comparison.asking import Question, create_question
from pledgegraph.web.comparison.cells import MOST_ROWS, CellView, create_matrix, link_promise
from pledgegraph.web.comparison.choice import Choice, list_requirements_in, read_choice
from pledgegraph.web.comparison.opened import Opened, find_attributions
from pledgegraph.web.comparison.sections import (
    ProvisionSection,
    RequirementSection,
    is_few,
    list_provision_sections,
    list_requirement_sections,
)
from pledgegraph.web.comparison.subjects import list_subjects_of_cells, list_subjects_of_opened
from pledgegraph.web.comparison.tables import CELLS
from pledgegraph.web.forms import CSV, JSON, TURTLE
from pledgegraph.web.organisations.assessments import describe_bounds, name_test
from pledgegraph.web.rendering import Renderer, load_document
from pledgegraph.web.spreadsheet import format_csv
from pledgegraph.web.state import Kind, PageState, Parameter
from pledgegraph.web.stateful import StatefulPage
from pledgegraph.web.turtle import describe_subjects

PARAMETERS: Final = tuple(
    Parameter(name, Kind.NAMES) for name in ("organisations", "provisions", "requirements")
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the page tells in one state: sections, or the cells of every provision without any."""

    choice: Choice
    provisions: tuple[ProvisionSection, ...]
    requirements: tuple[RequirementSection, ...]

    @property
    def has_sections(self) -> bool:
        return bool(self.provisions or self.requirements)

    @property
    def opened(self) -> tuple[Opened, ...]:
        """The cells whose evidence is told."""
        sections = [*(s.opened for s in self.provisions)]
        sections += [s.opened for s in self.requirements if s.is_open]
        return tuple(opened for section in sections for opened in section)


@dataclass(frozen=True, slots=True)
class ComparePage:
    """The page in each of its forms."""

    service: Service
    renderer: Renderer

    def show(self, state: PageState, form: str) -> bytes:
        """Return the page in `form`, a media type.

        Raises:
            InvalidArgument: an organisation, a provision or a requirement is unknown.
        """
        told = self._tell(state, read_choice(self.service.catalogue, state))
        if form == JSON:
            question = self._ask(state, told)
            return self.renderer.answer(question.document, question.variables)
        if form == CSV:
            return format_csv(CELLS, (v.cell for v in self._list_cells(state, told))).encode()
        if form == TURTLE:
            return describe_subjects(self.service.store, self._list_subjects(state, told))
        return self._show_html(state, told)

    def name(self, state: PageState) -> str:
        """Return what the page is called.

        Raises:
            InvalidArgument: an organisation, a provision or a requirement is unknown.
        """
        return read_choice(self.service.catalogue, state).title

    def _tell(self, state: PageState, choice: Choice) -> _Told:
        catalogue = self.service.catalogue
        return _Told(
            choice,
            list_provision_sections(catalogue, state, choice),
            list_requirement_sections(catalogue, state, choice),
        )

    def _show_html(self, state: PageState, told: _Told) -> bytes:
        catalogue, choice = self.service.catalogue, told.choice
        columns = catalogue.list_columns(SEOUL)
        everything = catalogue.list_provisions(ProvisionFilter(instrument=SEOUL))
        shown = () if told.has_sections else choice.organisations[:MOST_ROWS]
        matrix = create_matrix(catalogue, state, shown, columns)
        cells = self._list_cells(state, told) if told.has_sections else matrix.cells
        question = self._ask(state, told)
        return self.renderer.render(
            "compare.html",
            state=state,
            title=choice.title,
            choice=choice,
            told=told,
            matrix=matrix,
            statuses={view.cell.status for view in cells},
            is_few=is_few(choice),
            attributions=find_attributions(told.opened),
            organisations=catalogue.organisations,
            columns=columns,
            promised=[
                (p, found) for p in everything if (found := list_requirements_in(catalogue, p))
            ],
            link_promise=link_promise,
            name_test=name_test,
            describe_bounds=describe_bounds,
            document=load_document(question.document).strip(),
            variables=question.variables,
        )

    def _list_cells(self, state: PageState, told: _Told) -> tuple[CellView, ...]:
        """Return every cell that the page shows."""
        if told.has_sections:
            found = [*(s.cells for s in told.provisions), *(s.cells for s in told.requirements)]
            return tuple(view for cells in found for view in cells)
        catalogue = self.service.catalogue
        columns = catalogue.list_columns(SEOUL)
        return create_matrix(catalogue, state, told.choice.organisations, columns).cells

    def _list_subjects(self, state: PageState, told: _Told) -> tuple[str, ...]:
        cells = (view.cell for view in self._list_cells(state, told))
        return (*list_subjects_of_cells(cells), *list_subjects_of_opened(told.opened))

    def _ask(self, state: PageState, told: _Told) -> Question:
        return create_question(self.service.catalogue, told.choice, told.opened, state.times)


def create_compare_pages(service: Service, renderer: Renderer) -> tuple[StatefulPage, ...]:
    """Return the page that compares, over `service`."""
    page = ComparePage(service, renderer)
    return (StatefulPage("/compare", page.show, page.name, PARAMETERS),)
