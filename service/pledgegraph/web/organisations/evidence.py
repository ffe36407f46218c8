"""What is on record about an organisation, by provision, as its page tells it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pledgegraph.catalogue import Catalogue, EvidenceFilter
from pledgegraph.model import (
    Agent,
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
class Item:
    """One bearing with the evidence it is drawn from, its source and who published that.

    `requirement` is None where it bears on the provision as a whole. `is_first` says that no item
    of the same evidence stands before it on the page.
    """

    organisation: Organisation
    evidence: Evidence
    bearing: Bearing
    source: Document | FrameworkVersion
    publisher: Agent | Organisation
    provision: Provision
    requirement: Statement | None
    is_first: bool


@dataclass(frozen=True, slots=True)
class ProvisionGroup:
    """What bears on one provision, from how many independent voices, and which way."""

    provision: Provision
    items: tuple[Item, ...]
    voices: int
    directions: tuple[tuple[Concept, int], ...]


@dataclass(frozen=True, slots=True)
class Review:
    """How bearings came about: who drew them and when, how, and who has read them since."""

    drawn_by: Agent
    drawn_on: date
    mode: str
    state: Concept


def list_items(catalogue: Catalogue, organisation: Organisation) -> tuple[Item, ...]:
    """Return what is on record about `organisation`, provisions in the order of the columns."""
    wanted = EvidenceFilter(organisations=(organisation.slug,))
    pairs = [
        (evidence, bearing, *_find_subject(catalogue, bearing))
        for evidence in catalogue.list_evidence(wanted)
        for bearing in catalogue.list_bearings_of(evidence)
    ]
    items: list[Item] = []
    seen: set[str] = set()
    for evidence, bearing, provision, requirement in sorted(pairs, key=lambda p: _rank(p[2])):
        source = catalogue.get_source_of(evidence)
        items.append(
            Item(
                organisation=organisation,
                evidence=evidence,
                bearing=bearing,
                source=source,
                publisher=catalogue.find_publisher_of(source),
                provision=provision,
                requirement=requirement,
                is_first=evidence.iri not in seen,
            )
        )
        seen.add(evidence.iri)
    return tuple(items)


def group_by_provision(
    catalogue: Catalogue, items: Iterable[Item], columns: Iterable[Provision]
) -> tuple[ProvisionGroup, ...]:
    """Return `items` by provision: every one of `columns`, then others that something bears on."""
    found = tuple(items)
    provisions = dict.fromkeys([*columns, *(item.provision for item in found)])
    return tuple(
        _group(catalogue, p, tuple(i for i in found if i.provision == p)) for p in provisions
    )


def count_directions(
    catalogue: Catalogue, items: Iterable[Item]
) -> tuple[tuple[Concept, int], ...]:
    """Return how many of `items` point which way, every direction in the order of its list."""
    counts = Counter(item.bearing.direction.notation for item in items)
    directions = next(c.concepts for c in catalogue.code_lists if c.name == "bearing")
    return tuple((direction, counts[direction.notation]) for direction in directions)


def find_review(items: Iterable[Item]) -> Review | None:
    """Return how most of `items` came about; None when there are none."""
    counts = Counter(review_of(item.bearing) for item in items)
    return counts.most_common(1)[0][0] if counts else None


def review_of(bearing: Bearing) -> Review:
    """Return how `bearing` came about."""
    return Review(bearing.drawn_by, bearing.drawn_on, bearing.mode, bearing.review_state)


def _group(catalogue: Catalogue, provision: Provision, items: tuple[Item, ...]) -> ProvisionGroup:
    return ProvisionGroup(
        provision=provision,
        items=items,
        voices=catalogue.count_voices(tuple(item.evidence for item in items)),
        directions=count_directions(catalogue, items),
    )


def _find_subject(catalogue: Catalogue, bearing: Bearing) -> tuple[Provision, Statement | None]:
    """Return the column, or else the provision, that `bearing` is told under."""
    found = catalogue.find_node(bearing.bears_on)
    requirement = found if isinstance(found, Statement) else None
    provision = catalogue.get_provision_of(requirement) if requirement else found
    assert isinstance(provision, Provision)  # the reader linked it
    while provision.column is None and provision.part_of is not None:
        around = catalogue.find_node(provision.part_of)
        assert isinstance(around, Provision)  # the reader linked it
        provision = around
    return provision, requirement


def _rank(provision: Provision) -> tuple[bool, int]:
    return provision.column is None, provision.column or provision.position
