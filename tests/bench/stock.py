"""What we are measured against: Strawberry as it comes, with a SPARQL query per field.

`GraphQLRouter` on FastAPI with default settings, over the same files in pyoxigraph in memory.
Promises the same answer to the question that is measured, which the benchmark compares before it
measures anything. Only what that question and the data need is here: fewer conditions than ours,
which makes it faster. How a cell's status follows from what is on record is our own pure function.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

import pyoxigraph as ox
import strawberry
from fastapi import FastAPI
from strawberry.fastapi import GraphQLRouter

from pledgegraph.status import CellStatus, Signals, cell_status, provision_status
from pledgegraph.store.files import SourceFile
from tests.bench.corpus import PROVISIONS

_PREFIXES: Final = """
PREFIX code: <https://w3id.org/pledgegraph/code#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX pledge: <https://w3id.org/pledgegraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""

_ORGANISATION: Final = """
SELECT ?iri ?label WHERE {
  ?iri dcterms:identifier "%s" ; a org:FormalOrganization ; skos:prefLabel ?label }
"""

# What a text said that another has replaced still counts where an act is asked for; which promises
# ask for one is asked once. Of several ways to write this, the one that the engine answers soonest
# at every size; `docs/benchmarks.md` tells of another.
_BEARINGS: Final = """
  ?evidence pledge:aboutOrganisation <%(organisation)s> ; pledge:passageOf ?source .
  ?bearing pledge:ofEvidence ?evidence ; pledge:bearsOn ?promise ; pledge:direction ?direction .
  ?promise pledge:statedIn? <%(provision)s> .
  FILTER (?promise IN (%(acts)s) || NOT EXISTS {
    ?source (^dcterms:replaces)+
      |(pledge:versionOf/(^pledge:replacesFramework)+/^pledge:versionOf) ?later .
    ?later pledge:publication code:publication-published })
"""

_ACTS: Final = """
SELECT DISTINCT ?promise WHERE {
  ?promise (^pledge:statedIn)?/pledge:locus ?locus .
  FILTER (?locus IN (code:locus-publication, code:locus-change-account)) }
"""

_SIGNALS: Final = f"""
SELECT ?promise ?direction ?is_requirement WHERE {{
  {{ {_BEARINGS} }} UNION {{
    ?search pledge:searchedFor <%(organisation)s> ; pledge:sought ?promise ;
      pledge:publication ?direction .
    ?promise pledge:statedIn? <%(provision)s> .
    FILTER (?direction = code:publication-none-found)
  }}
  BIND (EXISTS {{ ?promise a pledge:Requirement }} AS ?is_requirement) }}
"""

_COUNTS: Final = f"""
SELECT ?direction (COUNT(DISTINCT ?evidence) AS ?count) WHERE {{ {_BEARINGS} }} GROUP BY ?direction
"""

_PROVISION: Final = "https://w3id.org/pledgegraph/id/provision/seoul-2024/"
_SIGNAL_OF: Final = {
    "bearing-supports": "supports",
    "bearing-partly-supports": "partly_supports",
    "bearing-contradicts": "contradicts",
    "publication-none-found": "none_found",
}

Status = strawberry.enum(CellStatus, name="Status")
Info = strawberry.Info[dict[str, Any], None]


def _select(info: Info, query: str, *arguments: str) -> list[tuple[str, ...]]:
    return _ask(info.context["store"], query % arguments)


def _select_at(info: Info, query: str, organisation: str, provision: str) -> list[tuple[str, ...]]:
    names = {"organisation": organisation, "provision": provision, "acts": info.context["acts"]}
    return _ask(info.context["store"], query % names)


def _ask(store: ox.Store, query: str) -> list[tuple[str, ...]]:
    found = store.query(_PREFIXES + query)
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(term.value for term in row if hasattr(term, "value")) for row in found]


@strawberry.type
class Counts:
    supports: int
    partly_supports: int
    contradicts: int


@strawberry.type
class StockCell:
    identifier: str
    organisation: strawberry.Private[str]

    @strawberry.field
    def status(self, info: Info) -> Status:  # type: ignore[valid-type]
        provision = _PROVISION + self.identifier
        signals: dict[str, Counter[str]] = {}
        inner = set()
        found_here = _select_at(info, _SIGNALS, self.organisation, provision)
        for promise, code, is_requirement in found_here:
            signals.setdefault(promise, Counter())[_SIGNAL_OF[code.partition("#")[2]]] += 1
            inner |= {promise} if is_requirement == "true" else set()
        statuses = {promise: cell_status(Signals(**found)) for promise, found in signals.items()}
        own = statuses.get(provision, CellStatus.NOT_REVIEWED)
        return provision_status(own, (statuses[promise] for promise in inner - {provision}))

    @strawberry.field
    def counts(self, info: Info) -> Counts:
        found = _select_at(info, _COUNTS, self.organisation, _PROVISION + self.identifier)
        numbers = {_SIGNAL_OF[code.partition("#")[2]]: int(count) for code, count in found}
        return Counts(**{name: numbers.get(name, 0) for name in list(_SIGNAL_OF.values())[:3]})


@strawberry.type
class StockOrganisation:
    iri: strawberry.Private[str]
    slug: str
    label: str


@strawberry.type
class StockRow:
    organisation: StockOrganisation

    @strawberry.field
    def cells(self) -> list[StockCell]:
        return [StockCell(identifier=p, organisation=self.organisation.iri) for p in PROVISIONS]


@strawberry.type
class StockRows:
    nodes: list[StockRow]


@strawberry.type
class StockComparison:
    organisations: strawberry.Private[list[str]]

    @strawberry.field
    def rows(self, info: Info, first: int) -> StockRows:
        found = []
        for slug in self.organisations:
            [(iri, label)] = _select(info, _ORGANISATION, slug)
            found.append(StockOrganisation(iri=iri, slug=slug, label=label))
        found.sort(key=lambda o: (o.label.casefold(), o.slug))
        return StockRows(nodes=[StockRow(organisation=o) for o in found[:first]])


@strawberry.type
class StockQuery:
    @strawberry.field
    def comparison(self, organisations: list[str]) -> StockComparison:
        return StockComparison(organisations=organisations)


def create_stock_app(files: Iterable[SourceFile]) -> FastAPI:
    """Return the application over the Turtle among `files`."""
    store = ox.Store()
    for file in files:
        if file.is_turtle:
            store.bulk_load(file.content, format=ox.RdfFormat.TURTLE)
    context = {"store": store, "acts": ", ".join(f"<{iri}>" for [iri] in _ask(store, _ACTS))}
    app = FastAPI()
    router: GraphQLRouter[dict[str, Any], None] = GraphQLRouter(
        strawberry.Schema(StockQuery), context_getter=lambda: context
    )
    app.include_router(router, prefix="/graphql")
    return app
