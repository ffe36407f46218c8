"""From the graph to records: the only place that knows which triple becomes which field.

Promises set-at-a-time reading (a fixed number of queries, however many records there are), records
in a stated order, and an error that names file and subject for whatever no record can be made of:
so what starts, answers. Whether the data is good beyond that, shapes judge.
"""

from itertools import chain

from pledgegraph.reader.agents import read_agents
from pledgegraph.reader.assessments import read_assessments, read_schemes
from pledgegraph.reader.changes import Texts, read_changes
from pledgegraph.reader.claims import read_claims
from pledgegraph.reader.codes import Codes, read_code_lists
from pledgegraph.reader.codings import read_codings, read_settlements
from pledgegraph.reader.crosswalk import read_commitment_sets, read_crosswalk_links
from pledgegraph.reader.dataset import find_dataset
from pledgegraph.reader.editions import read_instruments
from pledgegraph.reader.events import read_deadlines, read_events, read_searches
from pledgegraph.reader.evidence import read_bearings, read_documents, read_evidence
from pledgegraph.reader.ground import Ground
from pledgegraph.reader.independence import check_independence
from pledgegraph.reader.links import by_iri
from pledgegraph.reader.node import read_nodes
from pledgegraph.reader.organisations import read_organisations
from pledgegraph.reader.places import read_places
from pledgegraph.reader.provisions import read_provisions
from pledgegraph.reader.published import read_published
from pledgegraph.reader.readings import read_readings
from pledgegraph.reader.records import Records
from pledgegraph.reader.rules import find_shapes_version, read_profiles, read_rules
from pledgegraph.reader.statements import Context, read_statements
from pledgegraph.store.files import SourceFile
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import SKOS

__all__ = ["Records", "read_records"]


def read_records(store: GraphStore, files: tuple[SourceFile, ...]) -> Records:
    """Read every record of the published graph.

    `files` gives the texts that quotations stand in, found by their SHA-256.

    Raises:
        DataError: something in a file cannot be read; it names the file and the subject.
    """
    ground = _read_ground(store, files)
    published = read_published(store, ground)
    documents = read_documents(store, ground)
    sources = frozenset([*by_iri(documents), *by_iri(published.versions)])
    evidence = read_evidence(store, ground, sources)
    texts = Texts(
        versions=by_iri(published.versions),
        evidence=frozenset(by_iri(evidence)),
        documents=frozenset(by_iri(documents)),
    )
    schemes = read_schemes(store, ground)
    sets = read_commitment_sets(store)
    profiles = read_profiles(store)
    parties = (*ground.agents, *ground.organisations, *by_iri(documents), *schemes.campaigns)
    check_independence(store, frozenset(parties))
    return Records(
        instruments=tuple(ground.instruments.values()),
        provisions=tuple(ground.provisions.values()),
        statements=tuple(ground.statements.values()),
        code_lists=ground.code_lists,
        agents=tuple(ground.agents.values()),
        organisations=tuple(ground.organisations.values()),
        frameworks=published.frameworks,
        versions=published.versions,
        changes=read_changes(store, ground, texts),
        thresholds=published.thresholds,
        documents=documents,
        evidence=evidence,
        bearings=read_bearings(store, ground, evidence),
        codings=read_codings(store, ground, evidence),
        settlements=read_settlements(store, ground, evidence),
        claims=read_claims(store, ground, published.versions, evidence),
        scales=tuple(schemes.scales.values()),
        criteria=tuple(schemes.criteria.values()),
        campaigns=tuple(schemes.campaigns.values()),
        assessments=read_assessments(store, ground, schemes, published.owners),
        events=tuple(ground.events.values()),
        deadlines=read_deadlines(store, ground),
        searches=read_searches(store, ground),
        commitment_sets=sets,
        crosswalk_links=read_crosswalk_links(store, ground, sets),
        profiles=profiles,
        rules=read_rules(store, ground.statements, profiles),
        shapes_version=find_shapes_version(store),
        dataset=find_dataset(store),
    )


def _read_ground(store: GraphStore, files: tuple[SourceFile, ...]) -> Ground:
    concepts = read_nodes(store, SKOS.Concept)
    code_lists = read_code_lists(store, concepts)
    codes = Codes(by_iri(chain.from_iterable(c.concepts for c in code_lists)))
    instruments = read_instruments(store, files)
    places = read_places(store)
    provisions = read_provisions(store, instruments, places)
    organisations = by_iri(
        read_organisations(store, codes, concepts=concepts, instruments=instruments)
    )
    agents = read_agents(store, organisations)
    context = Context(
        codes=codes,
        readings=read_readings(store, agents),
        instruments={i.identifier: i for i in instruments},
        provisions=by_iri(provisions),
        events=by_iri(read_events(store, codes, organisations)),
        places=places,
    )
    return Ground(
        concepts=concepts,
        code_lists=code_lists,
        codes=codes,
        instruments=by_iri(instruments),
        provisions=context.provisions,
        statements=by_iri(read_statements(store, context)),
        organisations=organisations,
        agents=agents,
        events=context.events,
    )
