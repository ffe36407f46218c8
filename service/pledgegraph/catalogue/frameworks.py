"""Questions about frameworks, their versions and what was in force when.

Promises answers by organisation, framework and day of issue. Imports no third party.
"""

from dataclasses import dataclass
from datetime import date

from pledgegraph.catalogue.in_force import (
    VersionInForce,
    index_endings,
    is_published,
    list_in_force,
    start_of,
)
from pledgegraph.catalogue.links import group
from pledgegraph.catalogue.matching import check_known, having_text, holds, index_texts, is_within
from pledgegraph.catalogue.nearest import list_nearest
from pledgegraph.catalogue.organisations import OrganisationCatalogue
from pledgegraph.catalogue.times import Standing, Times, find_standing_of_text, is_known
from pledgegraph.errors import NotFound
from pledgegraph.model import Change, Framework, FrameworkVersion, Organisation
from pledgegraph.reader import Records
from pledgegraph.reader.chains import index_chains


@dataclass(frozen=True, slots=True)
class FrameworkFilter:
    """Which frameworks are wanted: every part given must hold.

    Organisations are slugs. `text` is looked for in slug and title, whatever the case.
    """

    organisations: tuple[str, ...] | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class VersionFilter:
    """Which versions are wanted: every part given must hold; within a part, any value.

    Organisations are slugs, frameworks IRIs, publications codes. `issued_after` and
    `issued_before` keep what was surely issued later, or earlier, than that day; `as_of` what can
    have been in force on that day.
    """

    organisations: tuple[str, ...] | None = None
    frameworks: tuple[str, ...] | None = None
    publications: tuple[str, ...] | None = None
    is_current: bool | None = None
    issued_after: date | None = None
    issued_before: date | None = None
    as_of: date | None = None
    known_by: date | None = None


class FrameworkCatalogue(OrganisationCatalogue):
    """The part of the catalogue that knows what the organisations published as frameworks."""

    def __init__(self, records: Records) -> None:
        """Index the frameworks, versions and changes of `records`."""
        super().__init__(records)
        self.frameworks = records.frameworks
        self.versions = records.versions
        self.changes = records.changes
        self._framework_by_iri = {f.iri: f for f in records.frameworks}
        self._version_by_iri = {v.iri: v for v in records.versions}
        self._frameworks_of = group((o, f) for f in records.frameworks for o in f.organisations)
        self._versions_of = group((v.framework, v) for v in records.versions)
        self._changes_to = {c.to_version: c for c in records.changes}
        self._chains = index_chains(records.versions)
        self._texts_of_frameworks = index_texts(
            (f.iri, (f.slug, f.title)) for f in records.frameworks
        )
        self._followers = group((iri, v) for v in records.versions for iri in v.replaces)
        self._successors = group((iri, f) for f in records.frameworks for iri in f.replaces)
        self._endings = index_endings(records.versions, records.frameworks)
        self._current = frozenset(v.iri for v in records.versions if self._stands(v))

    # --- one thing -------------------------------------------------------------------------

    def get_framework(self, organisation: str, slug: str) -> Framework:
        """Return the framework `slug` of the organisation with that slug.

        Raises:
            NotFound: no such organisation or framework; with the nearest slugs.
        """
        known = {f.slug: f for f in self.list_frameworks_of(self.get_organisation(organisation))}
        if slug not in known:
            raise NotFound(kind="framework", given=slug, nearest=list_nearest(slug, known))
        return known[slug]

    def get_version(self, organisation: str, framework: str, version: str) -> FrameworkVersion:
        """Return the version of a framework, each named by its slug.

        Raises:
            NotFound: no such organisation, framework or version; with the nearest slugs.
        """
        work = self.get_framework(organisation, framework)
        known = {v.slug: v for v in self.list_versions_of(work)}
        if version not in known:
            nearest = list_nearest(version, known)
            raise NotFound(kind="framework version", given=version, nearest=nearest)
        return known[version]

    def get_framework_of(self, version: FrameworkVersion) -> Framework:
        """Return the framework that `version` is of."""
        return self._framework_by_iri[version.framework]

    def find_change_to(self, version: FrameworkVersion) -> Change | None:
        """Return the change that leads to `version`, or None."""
        return self._changes_to.get(version.iri)

    def is_current(self, version: FrameworkVersion) -> bool:
        """Whether `version` is the text that stands: published, not withdrawn, not replaced.

        That is so as far as the data is known, up to `dataset.known_to`. A version whose framework
        is replaced by another is not current, nor is a draft or a translation.
        """
        return version.iri in self._current

    def find_standing_of(self, version: FrameworkVersion, times: Times) -> Standing:
        """Return whether the text of `version` counts at `times`, or why it does not.

        A draft counts from its issue until something published takes its place. What was not known
        by then ends nothing.
        """
        ends = (v for v in self._endings[version.iri] if is_known(v.issued, times))
        return find_standing_of_text(
            version.issued, start=start_of(version), ends=map(start_of, ends), times=times
        )

    # --- lists -----------------------------------------------------------------------------

    def list_frameworks(self, wanted: FrameworkFilter) -> tuple[Framework, ...]:
        """Return the wanted frameworks by the slug of their organisation, then their own.

        Raises:
            InvalidArgument: an organisation in `wanted` is unknown; with the known ones.
        """
        self._check_organisations(wanted.organisations)
        has_text = having_text(wanted.text, self._texts_of_frameworks)
        return tuple(
            f
            for f in self.frameworks
            if has_text(f.iri) and self._concerns(f.organisations, wanted.organisations)
        )

    def list_versions(self, wanted: VersionFilter) -> tuple[FrameworkVersion, ...]:
        """Return the wanted versions by framework, then by day of issue.

        Raises:
            InvalidArgument: an organisation, a framework or a code in `wanted` is unknown; with
                the known ones.
        """
        self._check_organisations(wanted.organisations)
        self._check_codes("publication", wanted.publications)
        check_known("framework", wanted.frameworks, self._framework_by_iri)
        versions = self.versions
        if wanted.as_of is not None:
            found = self.list_in_force(wanted.as_of, wanted.known_by)
            versions = tuple(each.version for each in found)
        elif wanted.known_by is not None:
            times = self.get_times(as_of=wanted.known_by, known_by=wanted.known_by)
            versions = tuple(v for v in versions if is_known(v.issued, times))
        return tuple(v for v in versions if self._is_wanted_version(v, wanted))

    def list_in_force(
        self, as_of: date | None = None, known_by: date | None = None
    ) -> tuple[VersionInForce, ...]:
        """Return the versions that can have been in force on a day, with whether they surely were.

        Without a day it is the last that the data was gathered up to. See `in_force.list_in_force`.
        What was not surely public by `known_by` is none of them, and ends none.

        Raises:
            InvalidArgument: there is no day, given or in the data.
        """
        times = self.get_times(as_of=as_of, known_by=known_by or as_of)
        if known_by is None:  # all that is in the data had been published when it was gathered
            return list_in_force(self.versions, self._endings, day=times.as_of)
        known = [v for v in self.versions if is_known(v.issued, times)]
        iris = {v.iri for v in known}
        endings = {iri: tuple(v for v in self._endings[iri] if v.iri in iris) for iri in iris}
        return list_in_force(known, endings, day=times.as_of)

    def list_frameworks_of(self, organisation: Organisation) -> tuple[Framework, ...]:
        """Return the frameworks of `organisation` by slug."""
        return self._frameworks_of.get(organisation.iri, ())

    def list_organisations_of(self, framework: Framework) -> tuple[Organisation, ...]:
        """Return the organisations that `framework` is of."""
        return tuple(self._organisation_by_iri[iri] for iri in framework.organisations)

    def list_versions_of(self, framework: Framework) -> tuple[FrameworkVersion, ...]:
        """Return the versions of `framework` by day of issue."""
        return self._versions_of.get(framework.iri, ())

    def list_chain_of(self, version: FrameworkVersion) -> tuple[FrameworkVersion, ...]:
        """Return `version` with all that it replaces, directly or not, itself first."""
        return self._chains[version.iri]

    def list_followers_of(self, version: FrameworkVersion) -> tuple[FrameworkVersion, ...]:
        """Return the versions that replace `version` directly, drafts too, by day of issue."""
        return self._followers.get(version.iri, ())

    def list_successors_of(self, framework: Framework) -> tuple[Framework, ...]:
        """Return the frameworks that replace `framework` as a whole, directly."""
        return self._successors.get(framework.iri, ())

    # --- inside ----------------------------------------------------------------------------

    def _stands(self, version: FrameworkVersion) -> bool:
        return (
            is_published(version)
            and not self._endings[version.iri]
            and version.availability.notation != "withdrawn"
            and version.translation_of is None
        )

    def _is_wanted_version(self, v: FrameworkVersion, wanted: VersionFilter) -> bool:
        organisations = self.get_framework_of(v).organisations
        return (
            self._concerns(organisations, wanted.organisations)
            and holds(wanted.frameworks, (v.framework,))
            and holds(wanted.publications, (v.publication.notation,))
            and wanted.is_current in (None, self.is_current(v))
            and is_within(v.issued, after=wanted.issued_after, before=wanted.issued_before)
        )
