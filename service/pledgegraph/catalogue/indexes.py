"""Every link of the records turned round once, so that no question looks through all of them.

Promises look-ups whose answers are in reading order, and one record for each IRI. Imports no third
party.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType

from pledgegraph.catalogue.links import group
from pledgegraph.errors import DataError
from pledgegraph.model import Provision, Reading, Record, Statement
from pledgegraph.reader import Records
from pledgegraph.reader.chains import close


@dataclass(frozen=True, slots=True)
class Links:
    """What leads to and from provisions and statements, by IRI, each answer in reading order.

    The last two have every statement as a key, the others only what something leads to.
    """

    parts: Mapping[str, tuple[Provision, ...]]
    stated_in: Mapping[str, tuple[Statement, ...]]
    dependants: Mapping[str, tuple[Statement, ...]]
    excepted_by: Mapping[str, tuple[Statement, ...]]
    exceptions: Mapping[str, tuple[Statement, ...]]
    rests_on: Mapping[str, tuple[Statement, ...]]


def index_links(records: Records) -> Links:
    """Return the links of `records`; these are in reading order."""
    statements = records.statements
    place = {s.iri: number for number, s in enumerate(statements)}

    def in_order(iris: Iterable[str]) -> tuple[Statement, ...]:
        return tuple(statements[n] for n in sorted(place[iri] for iri in iris))

    direct = {s.iri: tuple(iri for iri in s.depends_on if iri in place) for s in statements}
    return Links(
        parts=group((p.part_of, p) for p in records.provisions if p.part_of),
        stated_in=group((s.provision, s) for s in statements),
        dependants=group((iri, s) for s in statements for iri in s.depends_on),
        excepted_by=group((iri, s) for s in statements for iri in s.exceptions),
        exceptions={s.iri: in_order(s.exceptions) for s in statements},
        rests_on={s.iri: in_order(close(s.iri, direct)) for s in statements},
    )


def index_nodes(records: Records) -> Mapping[str, Record]:
    """Return every record that has an address, by its IRI.

    Raises:
        DataError: two different records have one IRI.
    """
    nodes: dict[str, Record] = {}
    for record in _nodes_of(records):
        other = nodes.setdefault(record.iri, record)
        if other is not record and other != record:
            kinds = f"{type(other).__name__} and {type(record).__name__}"
            raise DataError(
                subject=record.iri,
                problem=f"two records have this IRI: {kinds}",
                expected="an IRI for each",
            )
    return MappingProxyType(nodes)


def _nodes_of(records: Records) -> Iterable[Record]:
    editions = [i.edition for i in records.instruments]
    return chain(
        records.instruments,
        editions,
        (e.file for e in editions),
        records.provisions,
        records.statements,
        _merge_readings(records),
        records.code_lists,
        chain.from_iterable(c.concepts for c in records.code_lists),
        _published_in(records),
        _judged_in(records),
        records.events,
        records.deadlines,
        records.searches,
        records.commitment_sets,
        chain.from_iterable(s.clauses for s in records.commitment_sets),
        records.crosswalk_links,
        records.profiles,
        records.rules,
        () if records.dataset is None else (records.dataset,),
    )


def _published_in(records: Records) -> Iterable[Record]:
    seats = [h for o in records.organisations for h in o.headquarterings]
    return chain(
        records.organisations,
        seats,
        (h.country for h in seats),
        (o.endorsement for o in records.organisations),
        records.frameworks,
        records.versions,
        chain.from_iterable(v.rival_dates for v in records.versions),
        records.changes,
        chain.from_iterable(c.items for c in records.changes),
        records.thresholds,
        chain.from_iterable(t.bases for t in records.thresholds),
    )


def _judged_in(records: Records) -> Iterable[Record]:
    return chain(
        records.agents,
        records.documents,
        records.evidence,
        records.bearings,
        records.codings,
        records.settlements,
        records.claims,
        records.scales,
        chain.from_iterable(s.values for s in records.scales),
        records.criteria,
        records.campaigns,
        records.assessments,
    )


def _merge_readings(records: Records) -> tuple[Reading, ...]:
    """Return each reading as it is without a statement: a default where it is one for any."""
    readings = [r for s in records.statements for r in s.readings]
    defaults = {r.iri for r in readings if r.is_default}
    return tuple(dict.fromkeys(replace(r, is_default=r.iri in defaults) for r in readings))
