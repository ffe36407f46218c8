"""What the address of a comparison chooses: organisations, provisions and requirements.

Promises the order of the record, whatever the order of the address, and an error with the known
names for one that nothing has.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pledgegraph.catalogue import Catalogue, ComparisonFilter, Promise
from pledgegraph.model import Organisation, Provision, Statement, StatementKind
from pledgegraph.web.comparison.cells import describe_promise
from pledgegraph.web.state import PageState


@dataclass(frozen=True, slots=True)
class Choice:
    """Rows and columns of a comparison; `is_of_all` says that no organisation was chosen."""

    organisations: tuple[Organisation, ...]
    provisions: tuple[Provision, ...]
    requirements: tuple[Statement, ...]
    is_of_all: bool

    @property
    def what(self) -> str:
        """Which promises are compared, in words where it is one; empty for all."""
        promises: tuple[Promise, ...] = (*self.provisions, *self.requirements)
        if len(promises) == 1:
            return f"{promises[0].identifier} {describe_promise(promises[0])}"
        return join_words(p.identifier for p in promises)

    @property
    def who(self) -> str:
        """Which organisations are compared; empty for all."""
        return "" if self.is_of_all else join_words(o.label for o in self.organisations)

    @property
    def is_single(self) -> bool:
        """Whether one promise is asked for."""
        return len(self.provisions) + len(self.requirements) == 1

    @property
    def title(self) -> str:
        """What the comparison is called."""
        return ": ".join(part for part in ("Compare", self.who, self.what) if part)


def read_choice(catalogue: Catalogue, state: PageState) -> Choice:
    """Return what `state` chooses; all organisations where it names none.

    Raises:
        InvalidArgument: an organisation, a provision or a requirement is unknown.
    """
    slugs, provisions, requirements = (
        state.list_values(name) or None for name in ("organisations", "provisions", "requirements")
    )
    found = catalogue.compare(ComparisonFilter(slugs, provisions), state.times)
    single = catalogue.compare(ComparisonFilter(slugs, requirements=requirements), state.times)
    return Choice(
        organisations=tuple(o for o in catalogue.organisations if o in found.organisations),
        provisions=tuple(
            sorted((p for p in found.columns if isinstance(p, Provision)), key=lambda p: p.rank)
        )
        if provisions
        else (),
        requirements=tuple(
            sorted((s for s in single.columns if isinstance(s, Statement)), key=_place)
        ),
        is_of_all=slugs is None,
    )


def list_requirements_in(catalogue: Catalogue, provision: Provision) -> tuple[Statement, ...]:
    """Return the requirements that stand in `provision`, in reading order."""
    stated = catalogue.list_statements_in(provision)
    return tuple(s for s in stated if s.kind is StatementKind.REQUIREMENT)


def join_words(words: Iterable[str]) -> str:
    """Return `words` as a list in a sentence.

    >>> join_words(["G42"]), join_words(["G42", "Meta", "xAI"])
    ('G42', 'G42, Meta and xAI')
    """
    *first, last = [*words] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _place(statement: Statement) -> int:
    return statement.position
