"""The GraphQL document behind a comparison, and what it is asked with.

Promises a question that the limit on cost lets through, whatever is compared: where all evidence
would be too much the pages of it, or of organisations, are shorter, and the lists say how long they
are. Must not answer it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue import Catalogue, Times
from pledgegraph.model import SEOUL, Provision, Statement
from pledgegraph.web.comparison.choice import Choice, list_requirements_in
from pledgegraph.web.comparison.opened import Opened

# A little under the limit of a request, of which the others are estimates.
_MOST_VALUES: Final = 17_000
_VALUES_OF_A_CELL: Final = 48
_VALUES_OF_AN_OPENED_CELL: Final = 180
_VALUES_OF_A_BEARING: Final = 32
_VALUES_OF_AN_ASSESSMENT: Final = 32
_LONGEST_PAGE: Final = 100


@dataclass(frozen=True, slots=True)
class Question:
    """The name of a document, and its variables."""

    document: str
    variables: dict[str, object]


def create_question(
    catalogue: Catalogue, choice: Choice, opened: Iterable[Opened], times: Times
) -> Question:
    """Return what is asked for the page of `choice`; `opened` are the cells that it opens."""
    inner = [r for p in choice.provisions for r in list_requirements_in(catalogue, p)]
    pages = _measure_pages(choice, tuple(opened))
    if pages is not None:
        asked = _list_variables(choice, choice.provisions, choice.requirements, times)
        within = [r.identifier for r in inner]
        return Question("compare_opened", {**asked, "within": within, **pages})
    requirements = tuple(dict.fromkeys((*inner, *choice.requirements)))
    columns = choice.provisions or (() if requirements else catalogue.list_columns(SEOUL))
    return Question("compare", _list_variables(choice, columns, requirements, times))


def _measure_pages(choice: Choice, opened: tuple[Opened, ...]) -> dict[str, int] | None:
    """Return how long the lists in a cell may be; None where nothing is opened, or too much."""
    cells = len(choice.organisations) * (len(choice.provisions) + len(choice.requirements))
    # What the page does not open is not asked for either.
    if not opened or len(opened) < cells:
        return None
    room = _MOST_VALUES // cells - _VALUES_OF_AN_OPENED_CELL
    judged = max([1, *(len(o.verdicts) for o in opened), *(len(o.claims) for o in opened)])
    read = max([1, *(len(o.cell.bearings) for o in opened)])
    judged = min(judged, room // 4 // _VALUES_OF_AN_ASSESSMENT, _LONGEST_PAGE)
    read = min(read, (room - judged * _VALUES_OF_AN_ASSESSMENT) // _VALUES_OF_A_BEARING)
    if judged < 1 or read < 1:
        return None
    return {"bearings": min(read, _LONGEST_PAGE), "assessments": judged}


def _list_variables(
    choice: Choice,
    provisions: tuple[Provision, ...],
    requirements: tuple[Statement, ...],
    times: Times,
) -> dict[str, object]:
    columns = len(provisions) + len(requirements)
    most = _MOST_VALUES // (columns * _VALUES_OF_A_CELL)
    rows = min(len(choice.organisations), most, _LONGEST_PAGE)
    return {
        "organisations": [o.slug for o in choice.organisations],
        "provisions": [p.identifier for p in provisions],
        "byProvision": bool(provisions),
        "provisionRows": rows if provisions else 0,
        "requirements": [r.identifier for r in requirements],
        "byRequirement": bool(requirements),
        "requirementRows": rows if requirements else 0,
        "asOf": times.as_of.isoformat(),
        "knownBy": times.known_by.isoformat(),
    }
