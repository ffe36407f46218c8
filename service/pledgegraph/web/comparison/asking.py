"""The GraphQL document behind a comparison, and what it is asked with.

Promises a question that the limit on cost lets through, whatever is compared: where all evidence
would be too much the pages of evidence are shorter, and the lists say how long they are. Must not
answer it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue import Catalogue, Times
from pledgegraph.catalogue.comparison import SEOUL
from pledgegraph.model import Provision, Statement
from pledgegraph.web.comparison.choice import Choice, list_requirements_in
from pledgegraph.web.comparison.opened import Opened

# A little under the limit of a request, of which these are estimates.
_MOST_VALUES: Final = 18_000
_VALUES_OF_A_CELL: Final = 120
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
    told = tuple(opened)
    inner = [r for p in choice.provisions for r in list_requirements_in(catalogue, p)]
    pages = _measure_pages(choice, told)
    if pages is not None:
        return Question(
            "compare_opened",
            {
                **_list_variables(choice, choice.provisions, choice.requirements, times),
                "within": [r.identifier for r in inner],
                "bearings": pages[0],
                "assessments": pages[1],
            },
        )
    requirements = tuple(dict.fromkeys((*inner, *choice.requirements)))
    columns = choice.provisions or (() if requirements else catalogue.list_columns(SEOUL))
    return Question("compare", _list_variables(choice, columns, requirements, times))


def _measure_pages(choice: Choice, opened: tuple[Opened, ...]) -> tuple[int, int] | None:
    """Return how long lists of bearings and assessments may be; None where nothing is opened."""
    columns = len(choice.provisions) + len(choice.requirements)
    cells = len(choice.organisations) * columns
    # What the page does not open is not asked for, and more than it does would be too much.
    if not opened or len(opened) < cells:
        return None
    room = _MOST_VALUES // cells - _VALUES_OF_A_CELL
    assessments = max(1, max(max(len(o.verdicts), len(o.claims)) for o in opened))
    bearings = max(1, max(len(o.cell.bearings) for o in opened))
    assessments = min(assessments, room // 4 // _VALUES_OF_AN_ASSESSMENT)
    bearings = min(
        bearings, (room - assessments * _VALUES_OF_AN_ASSESSMENT) // _VALUES_OF_A_BEARING
    )
    if assessments < 1 or bearings < 1:
        return None
    return min(bearings, _LONGEST_PAGE), min(assessments, _LONGEST_PAGE)


def _list_variables(
    choice: Choice,
    provisions: tuple[Provision, ...],
    requirements: tuple[Statement, ...],
    times: Times,
) -> dict[str, object]:
    return {
        "organisations": [o.slug for o in choice.organisations],
        "rows": min(len(choice.organisations), _LONGEST_PAGE),
        "provisions": [p.identifier for p in provisions],
        "requirements": [r.identifier for r in requirements],
        "byProvision": bool(provisions),
        "byRequirement": bool(requirements),
        "asOf": times.as_of.isoformat(),
        "knownBy": times.known_by.isoformat(),
    }
