"""From the graph to records: the only place that knows which triple becomes which field.

Promises set-at-a-time reading (two queries a class, never one a record), records in a stated order,
and an error that names file and subject for whatever no record can be made of: so what starts,
answers. Whether the data is good beyond that, shapes judge.
"""

from itertools import chain

from pledgegraph.model import CodeList, Framework, FrameworkVersion
from pledgegraph.reader.agents import read_agents
from pledgegraph.reader.assessments import read_assessments, read_schemes
from pledgegraph.reader.codes import Codes, read_code_lists
from pledgegraph.reader.crosswalk import read_commitment_sets, read_crosswalk_links
from pledgegraph.reader.dataset import find_dataset
from pledgegraph.reader.editions import read_instruments
from pledgegraph.reader.events import read_deadlines, read_events, read_searches
from pledgegraph.reader.evidence import read_bearings, read_documents, read_evidence
from pledgegraph.reader.frameworks import read_changes, read_frameworks, read_versions
from pledgegraph.reader.ground import Ground
from pledgegraph.reader.independence import check_independence
from pledgegraph.reader.links import by_iri
from pledgegraph.reader.node import Node, read_nodes
from pledgegraph.reader.organisations import read_organisations
from pledgegraph.reader.places import read_places
from pledgegraph.reader.provisions import read_provisions
from pledgegraph.reader.readings import read_readings
from pledgegraph.reader.records import Records
from pledgegraph.reader.statements import Context, read_statements
from pledgegraph.reader.thresholds import read_thresholds
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
    concepts = read_nodes(store, SKOS.Concept)
    code_lists = read_code_lists(store, concepts)
    ground = _read_ground(store, files, concepts, code_lists)
    frameworks = read_frameworks(store, ground)
    versions = read_versions(store, ground.codes, frameworks)
    documents = read_documents(store, ground)
    evidence = read_evidence(store, ground, frozenset([*by_iri(documents), *by_iri(versions)]))
    schemes = read_schemes(store, ground)
    sets = read_commitment_sets(store)
    parties = (*ground.agents, *ground.organisations, *by_iri(documents), *schemes.campaigns)
    check_independence(store, frozenset(parties))
    return Records(
        instruments=tuple(ground.instruments.values()),
        provisions=tuple(ground.provisions.values()),
        statements=tuple(ground.statements.values()),
        code_lists=code_lists,
        agents=tuple(ground.agents.values()),
        organisations=tuple(ground.organisations.values()),
        frameworks=frameworks,
        versions=versions,
        changes=read_changes(store, by_iri(versions)),
        thresholds=read_thresholds(store, ground.codes, versions),
        documents=documents,
        evidence=evidence,
        bearings=read_bearings(store, ground, evidence),
        scales=tuple(schemes.scales.values()),
        criteria=tuple(schemes.criteria.values()),
        campaigns=tuple(schemes.campaigns.values()),
        assessments=read_assessments(store, ground, schemes, _owners(frameworks, versions)),
        events=tuple(ground.events.values()),
        deadlines=read_deadlines(store, ground),
        searches=read_searches(store, ground),
        commitment_sets=sets,
        crosswalk_links=read_crosswalk_links(store, ground, sets),
        dataset=find_dataset(store),
    )


def _read_ground(
    store: GraphStore,
    files: tuple[SourceFile, ...],
    concepts: dict[str, Node],
    code_lists: tuple[CodeList, ...],
) -> Ground:
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
        codes=codes,
        instruments=by_iri(instruments),
        provisions=context.provisions,
        statements=by_iri(read_statements(store, context)),
        organisations=organisations,
        agents=agents,
        events=context.events,
    )


def _owners(
    frameworks: tuple[Framework, ...], versions: tuple[FrameworkVersion, ...]
) -> dict[str, str]:
    """Return the organisation of each version, the first where a framework has several."""
    works = by_iri(frameworks)
    return {v.iri: works[v.framework].organisations[0] for v in versions}
