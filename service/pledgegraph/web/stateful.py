"""A page whose address carries its state, declared once: where it stands, what it takes and makes.

Promises that every such page takes the two days, is made in each of its forms for the same state,
and can be cited. Must not know any page, nor how it is kept.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from starlette.requests import Request

from pledgegraph.web.citations import create_citation, format_bibtex, format_csl
from pledgegraph.web.forms import BIBTEX, CSL_JSON, TABLE_FORMATS, choose_form, split_suffix
from pledgegraph.web.rendering import Renderer
from pledgegraph.web.state import GetTimes, PageState, Parameter, read_state

CITATION_FORMATS: Final[Mapping[str, str]] = {"bib": BIBTEX, "csl.json": CSL_JSON}
"""The suffix of each form that cites a page."""

ShowState: TypeAlias = Callable[[PageState, str], bytes]
"""Returns a page in a state, in the form of a media type."""


@dataclass(frozen=True, slots=True)
class StatefulPage:
    """A page at `path`, which may end in `{name}` where it is one of many.

    `show` makes it and `title` says what it is called; both raise NotFound for a name that nothing
    has. `parameters` are those it knows beside the two days. `formats` are its forms beside HTML
    and the citations, by suffix; `data_path` is what the suffix follows where that is not `path`.
    """

    path: str
    show: ShowState
    title: Callable[[PageState], str]
    parameters: tuple[Parameter, ...] = ()
    formats: Mapping[str, str] = field(default_factory=lambda: TABLE_FORMATS)
    data_path: str | None = None

    @property
    def all_formats(self) -> Mapping[str, str]:
        """The media type of each form beside HTML, by suffix."""
        return {**self.formats, **CITATION_FORMATS}

    def list_paths(self) -> tuple[str, ...]:
        """Return every path it answers at, for routes."""
        if self.path.endswith("{name}"):
            return (self.path,)
        stem = self.data_path or self.path
        return (self.path, *(f"{stem}.{suffix}" for suffix in self.all_formats))

    def read(self, request: Request, get_times: GetTimes) -> tuple[PageState, str]:
        """Return the state that `request` asks for, and the media type of the form.

        Raises:
            InputError: its parameters cannot be used, or no form is acceptable.
        """
        path, form = split_suffix(request.scope["path"], self.all_formats)
        is_one_of_many = self.path.endswith("{name}")
        state = read_state(
            request.scope["query_string"],
            path=path if is_one_of_many else self.path,
            data_path=None if is_one_of_many else self.data_path,
            parameters=self.parameters,
            get_times=get_times,
        )
        return state, form or choose_form(request, self.all_formats)

    def make(self, renderer: Renderer, state: PageState, form: str) -> bytes:
        """Return the page in `state` and `form`, or the citation of it."""
        if form not in CITATION_FORMATS.values():
            return self.show(state, form)
        citation = create_citation(
            state,
            self.title(state),
            revision=renderer.revision,
            base_url=renderer.deployment.base_url,
        )
        cite = format_bibtex if form == BIBTEX else format_csl
        return cite(citation).encode()
