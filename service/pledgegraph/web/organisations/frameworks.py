"""What an organisation published, as its page tells it: frameworks, and their versions in order."""

from dataclasses import dataclass

from pledgegraph.catalogue import Catalogue
from pledgegraph.model import Change, Framework, FrameworkVersion, Organisation


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """A version with what links it to others; `thresholds` is how many it sets.

    `change` is the step to it, from `changed_from`; both are None where none is on record.
    """

    organisation: Organisation
    framework: Framework
    version: FrameworkVersion
    is_current: bool
    thresholds: int
    change: Change | None
    changed_from: FrameworkVersion | None
    replaces: tuple[FrameworkVersion, ...]
    reissue_of: FrameworkVersion | None
    translation_of: FrameworkVersion | None

    @property
    def name(self) -> str:
        """What the version is called: its label, or its day where its publisher gives none."""
        return name_version(self.version)


@dataclass(frozen=True, slots=True)
class FrameworkEntry:
    """A framework with its versions in order, and the frameworks that it took the place of."""

    framework: Framework
    versions: tuple[VersionEntry, ...]
    replaces: tuple[Framework, ...]
    replaced_by: tuple[Framework, ...]


def list_framework_entries(
    catalogue: Catalogue, organisation: Organisation
) -> tuple[FrameworkEntry, ...]:
    """Return the frameworks of `organisation`, those with a current version first."""
    frameworks = catalogue.list_frameworks_of(organisation)
    by_iri = {framework.iri: framework for framework in frameworks}
    entries = [
        FrameworkEntry(
            framework=framework,
            versions=tuple(
                _enter(catalogue, organisation, framework, version)
                for version in catalogue.list_versions_of(framework)
            ),
            replaces=tuple(by_iri[iri] for iri in framework.replaces if iri in by_iri),
            replaced_by=catalogue.list_successors_of(framework),
        )
        for framework in frameworks
    ]
    return tuple(sorted(entries, key=lambda e: not any(v.is_current for v in e.versions)))


def name_version(version: FrameworkVersion) -> str:
    """Return what `version` is called: its label, or its day where its publisher gives none."""
    if version.label is None:
        return version.issued.stated
    return f"version {version.label}" if version.label[:1].isdigit() else version.label


def _enter(
    catalogue: Catalogue,
    organisation: Organisation,
    framework: Framework,
    version: FrameworkVersion,
) -> VersionEntry:
    change = catalogue.find_change_to(version)
    return VersionEntry(
        organisation=organisation,
        framework=framework,
        version=version,
        is_current=catalogue.is_current(version),
        thresholds=len(catalogue.list_thresholds_of(version)),
        change=change,
        changed_from=_find_version(catalogue, change.from_version if change else None),
        replaces=tuple(
            found for iri in version.replaces if (found := _find_version(catalogue, iri))
        ),
        reissue_of=_find_version(catalogue, version.reissue_of),
        translation_of=_find_version(catalogue, version.translation_of),
    )


def _find_version(catalogue: Catalogue, iri: str | None) -> FrameworkVersion | None:
    found = None if iri is None else catalogue.find_node(iri)
    return found if isinstance(found, FrameworkVersion) else None
