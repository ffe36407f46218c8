"""What filters ask of a record, part by part.

Promises that a part which was not given holds, and that an unknown value is an error with the known
ones. Imports no third party.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final, TypeAlias, TypeVar

from pledgegraph.catalogue.nearest import list_nearest
from pledgegraph.errors import InvalidArgument
from pledgegraph.model import StatedDate

V = TypeVar("V")

Texts: TypeAlias = Mapping[str, tuple[str, ...]]
"""What can be looked for in each record, by its IRI, casefolded."""

_LONGEST_TOLD: Final = 80
_MOST_TOLD: Final = 60
_EXAMPLES: Final = 3


def holds(wanted: tuple[V, ...] | None, found: Iterable[V | None]) -> bool:
    """Whether any of what was `found` is `wanted`.

    >>> holds(None, []), holds((), ["will"]), holds(("will", "can"), ["will"])
    (True, False, True)
    """
    return wanted is None or any(value in wanted for value in found)


def index_texts(fields: Iterable[tuple[str, Iterable[str | None]]]) -> Texts:
    """Return the fields of each IRI as they are looked through: casefolded, once for all questions.

    >>> index_texts([("e1", ("Cyber uplift", None))])
    {'e1': ('cyber uplift',)}
    """
    return {
        iri: tuple(field.casefold() for field in given if field is not None)
        for iri, given in fields
    }


def having_text(text: str | None, texts: Texts) -> Callable[[str], bool]:
    """Return the test of whether `text` stands in a field of the record with an IRI, in any case.

    >>> texts = {"e1": ("cyber uplift",), "e2": ()}
    >>> [having_text(text, texts)("e1") for text in ("CYBER", "bio", None)]
    [True, False, True]
    >>> [having_text(text, texts)("e2") for text in ("", None)]
    [False, True]
    """
    if text is None:
        return lambda _: True
    wanted = text.casefold()
    return lambda iri: any(wanted in field for field in texts[iri])


def is_within(day: StatedDate | None, *, after: date | None, before: date | None) -> bool:
    """Whether `day` is surely later than `after` and surely earlier than `before`.

    What can mean a day on the wrong side is not within, and no day is within anything.

    >>> may = StatedDate("2025-05", date(2025, 5, 1), date(2025, 5, 31))
    >>> is_within(may, after=date(2025, 4, 30), before=None)
    True
    >>> is_within(may, after=None, before=date(2025, 5, 20))
    False
    """
    if after is None and before is None:
        return True
    return (
        day is not None
        and (after is None or day.earliest > after)
        and (before is None or day.latest < before)
    )


def check_known(
    kind: str,
    given: tuple[str, ...] | None,
    known: Iterable[str],
    *,
    argument: str | None = None,
) -> None:
    """Refuse what is `given` and is not a `known` name of the `kind`.

    `argument` is what a client of the schema calls it, where that is not the kind. Of an endless
    name only the beginning is told: the same error may stand many times in one answer.

    Raises:
        InvalidArgument: with the known names, of many only the nearest.
    """
    if not given:
        return
    names = dict.fromkeys(known)
    for name in given:
        if name not in names:
            told = name if len(name) <= _LONGEST_TOLD else name[: _LONGEST_TOLD - 1] + "…"
            raise InvalidArgument(
                argument=argument or kind,
                problem=f"“{told}” is no {kind}",
                expected=_tell(tuple(names), name),
            )


def _tell(names: tuple[str, ...], given: str) -> str:
    if not names:
        return "none: there is none here"
    if len(names) <= _MOST_TOLD:
        return f"one of {', '.join(names)}"
    nearest = list_nearest(given, names) or names[:_EXAMPLES]
    return f"one of {len(names)}, such as {', '.join(nearest)}"
