"""The home page: who published what by the deadline, the matrix, and what changed last."""

from dataclasses import dataclass

from pledgegraph.bootstrap import Service
from pledgegraph.web.rendering import Renderer
from pledgegraph.web.state import PageState
from pledgegraph.web.stateful import StatefulPage


@dataclass(frozen=True, slots=True)
class HomePage:
    """The home page in each of its forms."""

    service: Service
    renderer: Renderer

    def show(self, state: PageState, _: str) -> bytes:
        """Return the page in `form`, a media type."""
        return self.renderer.render("home.html", state=state, title=self.name(state))

    def name(self, _: PageState) -> str:
        """Return what the page is called."""
        return "What is on record about the Frontier AI Safety Commitments"


def create_home_pages(service: Service, renderer: Renderer) -> tuple[StatefulPage, ...]:
    """Return the home page over `service`."""
    page = HomePage(service, renderer)
    return (StatefulPage("/", page.show, page.name, data_path="/index"),)
