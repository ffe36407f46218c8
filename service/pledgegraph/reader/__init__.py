"""From the graph to records: the only place that knows which triple becomes which field.

Promises set-at-a-time reading (one query a class, never one a record), records in a stated order,
and an error that names file and subject for whatever no record can be made of: so what starts,
answers. Whether the data is good beyond that, shapes judge.
"""

from dataclasses import dataclass

from pledgegraph.model import CodeList, Event, Instrument, Provision, Statement
from pledgegraph.reader.codes import read_code_lists
from pledgegraph.reader.editions import read_instruments
from pledgegraph.reader.node import read_nodes
from pledgegraph.reader.places import read_places
from pledgegraph.reader.provisions import read_provisions
from pledgegraph.reader.statements import Context, read_statements
from pledgegraph.store.files import SourceFile
from pledgegraph.store.port import GraphStore
from pledgegraph.terms import DCTERMS, ID, PLEDGE, RDFS


@dataclass(frozen=True, slots=True)
class Records:
    """Everything the catalogue is built from, each tuple in its own stated order.

    Statements and provisions: by instrument, then position. Code lists: by name.
    """

    instruments: tuple[Instrument, ...]
    provisions: tuple[Provision, ...]
    statements: tuple[Statement, ...]
    code_lists: tuple[CodeList, ...]
    events: tuple[Event, ...]


def read_records(store: GraphStore, files: tuple[SourceFile, ...]) -> Records:
    """Read every record of the published graph.

    `files` gives the texts that quotations stand in, found by their SHA-256.

    Raises:
        DataError: something in a file cannot be read; it names the file and the subject.
    """
    code_lists = read_code_lists(store)
    events = _read_events(store)
    places = read_places(store)
    instruments = read_instruments(store, files)
    provisions = read_provisions(store, instruments, places)
    context = Context(
        concepts={c.iri: c for code_list in code_lists for c in code_list.concepts},
        instruments={i.identifier: i for i in instruments},
        provisions={p.iri: p for p in provisions},
        events={e.iri: e for e in events},
        places=places,
    )
    return Records(
        instruments=instruments,
        provisions=provisions,
        statements=read_statements(store, context),
        code_lists=code_lists,
        events=events,
    )


def _read_events(store: GraphStore) -> tuple[Event, ...]:
    return tuple(
        Event(
            iri=node.iri,
            identifier=node.iri.removeprefix(ID["event/"]),
            label=node.text_of(RDFS.label),
            description=node.find_text(DCTERMS.description),
        )
        for node in read_nodes(store, PLEDGE.SummitEvent).values()
    )
