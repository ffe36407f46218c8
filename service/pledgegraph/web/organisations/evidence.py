"""What is on record about an organisation, by provision, as its page tells it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pledgegraph.catalogue import Catalogue, EvidenceFilter
from pledgegraph.catalogue.links import group
from pledgegraph.model import (
    Agent,
    Attribution,
    Bearing,
    Concept,
    Document,
    Evidence,
    FrameworkVersion,
    Organisation,
    Provision,
    Statement,
)


@dataclass(frozen=True, slots=True)
class BearingEntry:
    """A bearing with the evidence it is of, its source and who published that.

    `requirement` is None where it bears on the provision as a whole.
    """

    organisation: Organisation
    evidence: Evidence
    bearing: Bearing
    source: Document | FrameworkVersion
    publisher: Agent | Organisation
    provision: Provision
    requirement: Statement | None


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """A piece of evidence as one provision tells it: how it bears on that, whole and in parts.

    `is_home` says that the page tells all of it here: where it bears on a provision as a whole, or
    else where it first stands. It stands once in each provision, however much of that it bears on.
    """

    evidence: Evidence
    source: Document | FrameworkVersion
    publisher: Agent | Organisation
    whole: tuple[BearingEntry, ...]
    parts: tuple[BearingEntry, ...]
    is_home: bool


@dataclass(frozen=True, slots=True)
class ProvisionGroup:
    """What bears on one provision or on requirements in it, from how many independent voices.

    `directions` counts what bears on the provision as a whole, `links` what bears on requirements.
    """

    provision: Provision
    bearings: tuple[BearingEntry, ...]
    items: tuple[EvidenceEntry, ...]
    voices: int
    directions: tuple[tuple[Concept, int], ...]
    links: tuple[tuple[Concept, int], ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence that bears on it, each piece once."""
        return list_evidence(self.bearings)


def list_bearing_entries(
    catalogue: Catalogue, organisation: Organisation
) -> tuple[BearingEntry, ...]:
    """Return what is on record about `organisation`, provisions in the order of the columns."""
    wanted = EvidenceFilter(organisations=(organisation.slug,))
    pairs = [
        (evidence, bearing, *_find_subject(catalogue, bearing))
        for evidence in catalogue.list_evidence(wanted)
        for bearing in catalogue.list_bearings_of(evidence)
    ]
    entries: list[BearingEntry] = []
    for evidence, bearing, provision, requirement in sorted(pairs, key=lambda p: p[2].rank):
        source = catalogue.get_source_of(evidence)
        entries.append(
            BearingEntry(
                organisation=organisation,
                evidence=evidence,
                bearing=bearing,
                source=source,
                publisher=catalogue.get_publisher_of(source),
                provision=provision,
                requirement=requirement,
            )
        )
    return tuple(entries)


def list_evidence(bearings: Iterable[BearingEntry]) -> tuple[Evidence, ...]:
    """Return the evidence of `bearings`, each piece once."""
    return tuple(dict.fromkeys(entry.evidence for entry in bearings))


def group_by_provision(
    catalogue: Catalogue, bearings: Iterable[BearingEntry], columns: Iterable[Provision]
) -> tuple[ProvisionGroup, ...]:
    """Return `bearings` by provision: each of `columns`, then others that something bears on."""
    found = tuple(bearings)
    homes: dict[str, Provision] = {}
    for entry in sorted(found, key=lambda b: b.requirement is not None):
        homes.setdefault(entry.evidence.iri, entry.provision)
    provisions = dict.fromkeys([*columns, *(entry.provision for entry in found)])
    return tuple(
        _group(catalogue, p, tuple(b for b in found if b.provision == p), homes) for p in provisions
    )


def is_on_requirement(entry: BearingEntry) -> bool:
    """Whether `entry` bears on a requirement, and not on a provision as a whole."""
    return entry.requirement is not None


def is_on_provision(entry: BearingEntry) -> bool:
    """Whether `entry` bears on a provision as a whole."""
    return entry.requirement is None


def count_directions(
    catalogue: Catalogue, bearings: Iterable[BearingEntry]
) -> tuple[tuple[Concept, int], ...]:
    """Return how many of `bearings` point which way, every direction in the order of its list."""
    counts = Counter(entry.bearing.direction.notation for entry in bearings)
    directions = next(c.concepts for c in catalogue.code_lists if c.name == "bearing")
    return tuple((direction, counts[direction.notation]) for direction in directions)


def find_attribution(bearings: Iterable[BearingEntry]) -> Attribution | None:
    """Return how most of `bearings` came about; None when there are none."""
    counts = Counter(entry.bearing.attribution for entry in bearings)
    return counts.most_common(1)[0][0] if counts else None


def _group(
    catalogue: Catalogue,
    provision: Provision,
    bearings: tuple[BearingEntry, ...],
    homes: Mapping[str, Provision],
) -> ProvisionGroup:
    of_evidence = group((b.evidence.iri, b) for b in bearings)
    return ProvisionGroup(
        provision=provision,
        bearings=bearings,
        items=tuple(
            _item(found, is_home=homes[iri] == provision) for iri, found in of_evidence.items()
        ),
        voices=catalogue.count_voices(list_evidence(bearings)),
        directions=count_directions(catalogue, filter(is_on_provision, bearings)),
        links=count_directions(catalogue, filter(is_on_requirement, bearings)),
    )


def _item(bearings: tuple[BearingEntry, ...], *, is_home: bool) -> EvidenceEntry:
    first = bearings[0]
    return EvidenceEntry(
        evidence=first.evidence,
        source=first.source,
        publisher=first.publisher,
        whole=tuple(filter(is_on_provision, bearings)),
        parts=tuple(filter(is_on_requirement, bearings)),
        is_home=is_home,
    )


def _find_subject(catalogue: Catalogue, bearing: Bearing) -> tuple[Provision, Statement | None]:
    """Return the column, or else the provision, that `bearing` is told under."""
    found = catalogue.find_node(bearing.bears_on)
    requirement = found if isinstance(found, Statement) else None
    provision = catalogue.get_provision_of(bearing)
    while provision.column is None and provision.part_of is not None:
        around = catalogue.find_node(provision.part_of)
        assert isinstance(around, Provision)  # the reader linked it
        provision = around
    return provision, requirement
