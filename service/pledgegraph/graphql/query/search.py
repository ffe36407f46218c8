"""The question that takes words."""

from typing import Annotated, Any

import strawberry

from pledgegraph.catalogue import SearchKind
from pledgegraph.catalogue.search_index import MOST_MATCHES
from pledgegraph.graphql.context import Info
from pledgegraph.graphql.inputs.times import AsOf, KnownBy
from pledgegraph.graphql.inputs.values import MAX_TEXT, as_text, as_tuple
from pledgegraph.graphql.types.search import SearchResult

TextArgument = Annotated[
    str,
    strawberry.argument(
        description="The words, all of which have to be there; the last may be the beginning of "
        "one. What is written together, as II.g, is looked for in that order. Nothing in it is "
        f"syntax; case and diacritics make no difference; {MAX_TEXT} characters at most."
    ),
]
KindsArgument = Annotated[
    list[SearchKind] | None,
    strawberry.argument(description="Which kinds of things; all without it."),
]


def _resolve_search(
    info: Info,
    text: TextArgument,
    kinds: KindsArgument = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> Any:
    catalogue = info.context.catalogue
    times = catalogue.get_times(as_of=as_of, known_by=known_by)
    return catalogue.search(as_text(text) or "", times, as_tuple(kinds))


@strawberry.type(description="What one can look for by words.")
class SearchQuery:
    """What one can look for by words."""

    search: SearchResult = strawberry.field(
        resolver=_resolve_search,
        description="What is on record, by its words, best first. Of texts and what was read in "
        "them only what was out and known counts, former texts too; statements, signatories, "
        "criteria, events and rules are always looked through. The best "
        f"{MOST_MATCHES:,} are looked at.",
    )
