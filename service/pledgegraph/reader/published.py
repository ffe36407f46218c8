"""What the organisations published as frameworks, all of it, from the graph."""

from collections.abc import Mapping
from dataclasses import dataclass

from pledgegraph.model import Framework, FrameworkVersion, Threshold
from pledgegraph.reader.frameworks import read_frameworks, read_versions
from pledgegraph.reader.ground import Ground
from pledgegraph.reader.links import by_iri
from pledgegraph.reader.thresholds import read_thresholds
from pledgegraph.store.port import GraphStore


@dataclass(frozen=True, slots=True)
class Published:
    """Frameworks, their versions, and what these set, each in its stated order."""

    frameworks: tuple[Framework, ...]
    versions: tuple[FrameworkVersion, ...]
    thresholds: tuple[Threshold, ...]

    @property
    def owners(self) -> Mapping[str, str]:
        """The organisation of each version, by IRI; the first where a framework has several."""
        works = by_iri(self.frameworks)
        return {v.iri: works[v.framework].organisations[0] for v in self.versions}


def read_published(store: GraphStore, ground: Ground) -> Published:
    """Return everything that belongs to a framework."""
    frameworks = read_frameworks(store, ground)
    versions = read_versions(store, ground.codes, frameworks)
    return Published(
        frameworks=frameworks,
        versions=versions,
        thresholds=read_thresholds(store, ground.codes, versions),
    )
