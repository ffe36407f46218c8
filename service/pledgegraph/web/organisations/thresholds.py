"""The thresholds of an organisation by risk domain, as its page tells them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pledgegraph.catalogue import Catalogue
from pledgegraph.model import Concept, Framework, Organisation, Quantity, Threshold
from pledgegraph.web.organisations.frameworks import FrameworkEntry, VersionEntry

_UNIT: Final = "http://qudt.org/vocab/unit/"
_UNITS: Final[Mapping[str, str]] = {
    "CCY_USD": "US dollars",
    "NUM": "",
    "PERCENT": "per cent",
    "UNITLESS": "",
}


@dataclass(frozen=True, slots=True)
class ThresholdEntry:
    """A threshold with the version that sets it; `domains` are the widest of its risks."""

    threshold: Threshold
    set_by: VersionEntry
    domains: tuple[Concept, ...]

    @property
    def organisation(self) -> Organisation:
        """The organisation whose framework sets it."""
        return self.set_by.organisation

    @property
    def framework(self) -> Framework:
        """The framework whose version sets it."""
        return self.set_by.framework


@dataclass(frozen=True, slots=True)
class DomainGroup:
    """What is set for one risk domain; a threshold on several stands in full in the first.

    `elsewhere` are those that stand in full in a group before this one.
    """

    domain: Concept
    current: tuple[ThresholdEntry, ...]
    former: tuple[ThresholdEntry, ...]
    elsewhere: tuple[ThresholdEntry, ...]


def list_threshold_entries(
    catalogue: Catalogue, frameworks: Iterable[FrameworkEntry]
) -> tuple[ThresholdEntry, ...]:
    """Return every threshold that `frameworks` set, those of current versions first."""
    entries = [
        ThresholdEntry(threshold, version, catalogue.list_domains_of(threshold))
        for framework in frameworks
        for version in framework.versions
        for threshold in catalogue.list_thresholds_of(version.version)
    ]
    return tuple(sorted(entries, key=lambda e: not e.set_by.is_current))


def group_by_domain(entries: Iterable[ThresholdEntry]) -> tuple[DomainGroup, ...]:
    """Return `entries` by risk domain, domains in the order of the code list."""
    found = tuple(entries)
    domains = {domain for entry in found for domain in entry.domains}
    groups = []
    for domain in sorted(domains, key=lambda d: d.position):
        here = [entry for entry in found if entry.domains[0] == domain]
        groups.append(
            DomainGroup(
                domain=domain,
                current=tuple(e for e in here if e.set_by.is_current),
                former=tuple(e for e in here if not e.set_by.is_current),
                elsewhere=tuple(e for e in found if domain in e.domains[1:]),
            )
        )
    return tuple(groups)


def format_quantity(quantity: Quantity) -> str:
    """Return what is measured and how it is compared, in words."""
    name = quantity.unit.removeprefix(_UNIT)
    words = [quantity.comparator.label, f"{quantity.value:f}", _UNITS.get(name, name)]
    return f"{quantity.metric}: {' '.join(word for word in words if word)}"
