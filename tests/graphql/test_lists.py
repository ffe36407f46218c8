"""`pledgegraph.graphql.lists`: every list of the schema gives its records in pages."""

from dataclasses import dataclass
from typing import Annotated, Any, cast

import pytest
import strawberry

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue
from pledgegraph.graphql.connections import Connection
from pledgegraph.graphql.context import Context
from pledgegraph.graphql.execution import Executor
from pledgegraph.graphql.lists import Sorting, connection_field, narrowed
from pledgegraph.graphql.record_type import record_type
from pledgegraph.graphql.request import GraphQLRequest
from pledgegraph.graphql.schema import core_schema, create_schema
from tests.asking import answer, ask

LISTS = [
    "instruments",
    "codeLists",
    "provisions(orderBy: COLUMN)",
    'statements(filter: {provision: ["I", "II"]}, orderBy: SEVERITY)',
    "organisations",
    "organisations(orderBy: COHORT)",
    "frameworks",
    'frameworkVersions(filter: {organisation: ["google", "xai", "magic"]})',
    'frameworkVersions(filter: {organisation: ["google", "xai", "magic"]}, orderBy: ISSUED)',
    "frameworkVersions(filter: {current: true}, orderBy: ISSUED_REVERSED)",
    "changes",
    'thresholds(filter: {organisation: ["g42", "meta"]})',
    'thresholds(filter: {organisation: ["g42", "meta"]}, orderBy: RISK)',
    'evidence(filter: {organisation: ["g42"]})',
    'evidence(filter: {organisation: ["g42"]}, orderBy: PUBLISHED)',
    'bearings(filter: {organisation: ["g42"]})',
    'assessments(filter: {organisation: ["g42"]})',
    'assessments(filter: {organisation: ["g42"]}, orderBy: PUBLISHED)',
    "assessors",
    "assessmentCampaigns",
    "ratingScales",
    "events",
    "events(orderBy: START_REVERSED)",
    "deadlines",
    "searches",
    "commitmentSets",
    'crosswalkLinks(filter: {provision: ["I", "VIII"]})',
    'crosswalk(requirement: "IV.d")',
    'disagreements(provisions: ["PRE", "IV"])',
    'examples(requirement: "II.a")',
    'gaps(organisation: "g42")',
    'requirementSteps(requirement: "II.a", organisation: "google", '
    'framework: "frontier-safety-framework")',
    'rules(filter: {subject: ["events", "paragraph-i"]})',
    'rules(filter: {subject: ["paragraph-i"]}, orderBy: SEVERITY)',
    "silentRevisions",
    "unexplainedChanges",
]
"""Each list of the schema, cut so that it can be walked one by one."""

NAMES = {
    "disagreements": "kind organisation { slug } provision { identifier }",
    "gaps": "requirement { id }",
    "requirementSteps": "version { id }",
    "silentRevisions": "organisation { slug }",
}
"""What tells the records of a list apart that have no ids."""


def paged(asked: str, page: str) -> str:
    name, _, arguments = asked.partition("(")
    fields = f"totalCount nodes {{ {NAMES.get(name, 'id')} }}"
    info = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
    return f"{name}({arguments.removesuffix(')')} {page}) {{ {fields} {info} }}"


def names_of(found: dict[str, Any]) -> list[str]:
    return [str(node) for node in found["nodes"]]


def walk(service: Service, asked: str, *, size: int, forwards: bool) -> list[str]:
    """Return the ids of a whole list, page by page, in the order of the list."""
    page = "first: $size, after: $at" if forwards else "last: $size, before: $at"
    query = f"query ($size: Int, $at: String) {{ found: {paged(asked, page)} }}"
    walked: list[str] = []
    at = None
    while True:
        found = ask(service, query, size=size, at=at)["found"]
        ids = names_of(found)
        walked = [*walked, *ids] if forwards else [*ids, *walked]
        info = found["pageInfo"]
        at = info["endCursor"] if forwards else info["startCursor"]
        if not info["hasNextPage" if forwards else "hasPreviousPage"]:
            return walked


def test_every_list_is_walked_here() -> None:
    fields = core_schema(create_schema()).query_type.fields  # type: ignore[union-attr]
    lists = {name for name, field in fields.items() if "first" in field.args}
    walked = {asked.partition("(")[0] for asked in LISTS}
    # The long ones follow below; the rows of the last one have no ids.
    assert lists - walked == {"requirements", "documents", "versionsInForce"}


@pytest.mark.parametrize("asked", LISTS)
def test_pages_of_any_size_give_each_record_once_in_order(service: Service, asked: str) -> None:
    query = f"query {{ found: {paged(asked, 'first: 100')} }}"
    found = ask(service, query)["found"]
    ids = names_of(found)
    count = found["totalCount"]
    assert len(set(ids)) == len(ids) == count > 0
    for size in {1, 2, 3, max(1, count - 1), count, min(100, count + 1)}:
        assert walk(service, asked, size=size, forwards=True) == ids
        assert walk(service, asked, size=size, forwards=False) == ids


@pytest.mark.parametrize("name", ["evidence", "assessments", "documents", "requirements"])
def test_long_lists_are_walked_in_large_pages(service: Service, name: str) -> None:
    walked = walk(service, name, size=43, forwards=True)
    count = ask(service, f"{{ found: {name} {{ totalCount }} }}")["found"]["totalCount"]
    assert len(set(walked)) == len(walked) == count > 50
    assert walk(service, name, size=43, forwards=False) == walked


@pytest.mark.parametrize("asked", LISTS)
@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("first: 101", "PAGE_SIZE_LIMIT_EXCEEDED"),
        ("last: -1", "INVALID_ARGUMENT"),
        ('after: "WyJ4Il0"', "INVALID_ARGUMENT"),
    ],
)
def test_no_list_takes_a_bad_page(service: Service, asked: str, page: str, code: str) -> None:
    [error] = answer(service, f"{{ {paged(asked, page)} }}")["errors"]
    assert error["extensions"]["code"] == code


def test_a_cursor_of_one_order_is_no_cursor_of_another(service: Service) -> None:
    cursor = ask(service, "{ organisations { pageInfo { endCursor } } }")["organisations"]
    query = "query ($at: String) { organisations(orderBy: COHORT, after: $at) { totalCount } }"
    [error] = answer(service, query, at=cursor["pageInfo"]["endCursor"])["errors"]
    assert error["extensions"]["argument"] == "after"


# --- a list of our own ---------------------------------------------------------------------


@dataclass(frozen=True)
class LetterRecord:
    iri: str


@record_type(LetterRecord, description="A letter.")
class Letter:
    iri: str


Among = Annotated[str, strawberry.argument(description="The letters.")]
CATALOGUE = cast("Catalogue", None)


def create_executor(asked: list[str]) -> Executor:
    """Return an executor over one list, which notes in `asked` what its question was asked."""

    def list_letters(_catalogue: Catalogue, among: Among = "cab") -> list[LetterRecord]:
        asked.append(among)
        return [LetterRecord(letter) for letter in among]

    @strawberry.type
    class Query:
        letters: Connection[Letter] = connection_field(
            list_letters,
            sorting=Sorting("letters", {"name": lambda _, letter: (letter.iri,)}),
            description="Letters.",
        )

    return Executor(core_schema(strawberry.Schema(query=Query)))


def list_letters(executor: Executor, context: Context, query: str) -> list[str]:
    letters = executor.execute(GraphQLRequest(query), context=context).result["data"]["letters"]
    return [node["iri"] for node in letters["nodes"]]


def test_a_question_is_asked_once_for_all_its_pages() -> None:
    asked: list[str] = []
    executor, context = create_executor(asked), Context(CATALOGUE)
    assert list_letters(executor, context, "{ letters(first: 2) { nodes { iri } } }") == ["a", "b"]
    assert list_letters(executor, context, "{ letters(last: 1) { nodes { iri } } }") == ["c"]
    assert asked == ["cab"]


def test_other_arguments_and_other_catalogues_are_asked_again() -> None:
    asked: list[str] = []
    executor, context = create_executor(asked), Context(CATALOGUE)
    query = '{ letters(among: "zyx") { nodes { iri } } }'
    list_letters(executor, context, "{ letters { nodes { iri } } }")
    assert list_letters(executor, context, query) == ["x", "y", "z"]
    assert list_letters(executor, Context(CATALOGUE), query) == ["x", "y", "z"]
    assert asked == ["cab", "zyx", "zyx"]


def test_a_list_of_one_order_takes_no_order() -> None:
    fields = core_schema(create_schema()).query_type.fields  # type: ignore[union-attr]
    assert list(fields["frameworks"].args) == ["filter", "first", "after", "last", "before"]
    assert list(fields["organisations"].args)[:2] == ["filter", "orderBy"]


def test_a_filter_looks_only_through_what_a_record_has() -> None:
    looked_through: list[object] = []

    def list_words(_catalogue: Catalogue, root: str) -> tuple[str, ...]:
        return tuple(root.split())

    def list_words_among(
        _catalogue: Catalogue, found: tuple[str, ...], filter: str | None = None
    ) -> tuple[str, ...]:
        looked_through.append(found)
        return tuple(word for word in found if filter in (None, word))

    question = narrowed(list_words, list_words_among)
    assert question(CATALOGUE, "b a") == ("b", "a")
    assert question(CATALOGUE, "c b a", "b") == ("b",)
    assert looked_through == [("c", "b", "a")]


def test_the_size_of_a_kept_list_is_not_that_of_its_arguments() -> None:
    executor, context = create_executor([]), Context(CATALOGUE)
    list_letters(executor, context, "{ letters { nodes { iri } } }")
    size = context.lists.size
    list_letters(executor, context, '{ letters(among: "xyz") { nodes { iri } } }')
    assert context.lists.size == 2 * size


def test_a_cache_of_no_bytes_keeps_no_list() -> None:
    asked: list[str] = []
    executor, context = create_executor(asked), Context(CATALOGUE, cache_bytes=0)
    for _ in range(2):
        list_letters(executor, context, "{ letters { nodes { iri } } }")
    assert asked == ["cab", "cab"]
    assert len(context.lists) == 0


def test_one_question_sorted_in_two_ways_is_two_lists() -> None:
    def list_pair(_catalogue: Catalogue) -> list[LetterRecord]:
        return [LetterRecord("a"), LetterRecord("b")]

    first = Sorting("first", {"name": lambda _, letter: (letter.iri,)})
    second = Sorting("second", {"name": lambda _, letter: (-ord(letter.iri),)})

    @strawberry.type
    class Query:
        up: Connection[Letter] = connection_field(list_pair, sorting=first, description="Up.")
        down: Connection[Letter] = connection_field(list_pair, sorting=second, description="Down.")

    executor = Executor(core_schema(strawberry.Schema(query=Query)))
    request = GraphQLRequest("{ up { nodes { iri } } down { nodes { iri } } }")
    found = executor.execute(request, context=Context(CATALOGUE)).result["data"]
    assert [node["iri"] for node in found["up"]["nodes"]] == ["a", "b"]
    assert [node["iri"] for node in found["down"]["nodes"]] == ["b", "a"]
