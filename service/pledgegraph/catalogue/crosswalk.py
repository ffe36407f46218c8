"""Questions about other sets of promises and how the commitments relate to them.

Promises answers in the order of the columns. Imports no third party.
"""

from dataclasses import dataclass

from pledgegraph.catalogue.instrument import InstrumentCatalogue
from pledgegraph.catalogue.links import group
from pledgegraph.catalogue.matching import check_known, holds
from pledgegraph.catalogue.nearest import list_nearest
from pledgegraph.catalogue.times import Standing, Times, find_standing
from pledgegraph.errors import NotFound
from pledgegraph.model import CommitmentSet, CrosswalkLink, Provision, Statement
from pledgegraph.reader import Records


@dataclass(frozen=True, slots=True)
class CrosswalkLinkFilter:
    """Which links are wanted: every part given must hold; within a part, any value.

    Provisions are identifiers, sets slugs.
    """

    provisions: tuple[str, ...] | None = None
    sets: tuple[str, ...] | None = None


class CrosswalkCatalogue(InstrumentCatalogue):
    """The part of the catalogue that knows other commitment sets."""

    def __init__(self, records: Records) -> None:
        """Index the commitment sets and crosswalk links of `records`."""
        super().__init__(records)
        self.commitment_sets = records.commitment_sets
        self.crosswalk_links = records.crosswalk_links
        self._sets = {s.slug: s for s in records.commitment_sets}
        self._slugs_of_sets = {s.iri: s.slug for s in records.commitment_sets}
        self._crosswalk_links_of = group((k.provision, k) for k in records.crosswalk_links)

    def get_commitment_set(self, slug: str) -> CommitmentSet:
        """Return the commitment set `slug`, such as `white-house-2023`.

        Raises:
            NotFound: there is none; with the nearest slugs.
        """
        if slug not in self._sets:
            nearest = list_nearest(slug, self._sets)
            raise NotFound(kind="commitment set", given=slug, nearest=nearest)
        return self._sets[slug]

    def list_crosswalk_links(self, wanted: CrosswalkLinkFilter) -> tuple[CrosswalkLink, ...]:
        """Return the wanted links by provision, those that are columns first, then by set.

        Raises:
            InvalidArgument: a provision or a set in `wanted` is unknown; with the known ones.
        """
        self._check_provisions(wanted.provisions)
        check_known("commitment set", wanted.sets, self._sets, argument="set")
        return tuple(
            k
            for k in self.crosswalk_links
            if self._names_promise(k.provision, wanted.provisions)
            and holds(wanted.sets, (self._slugs_of_sets[k.commitment_set],))
        )

    def list_crosswalk_links_of(self, provision: Provision) -> tuple[CrosswalkLink, ...]:
        """Return the links from `provision`, in the order of the sets."""
        return self._crosswalk_links_of.get(provision.iri, ())

    def list_crosswalk_links_at(
        self, statement: Statement, times: Times
    ) -> tuple[CrosswalkLink, ...]:
        """Return the links from the provision that `statement` stands in, in the order of the sets.

        Only to sets that were surely out by the times of the question.
        """
        links = self.list_crosswalk_links_of(self.get_provision_of(statement))
        sets = {s.iri: s for s in self.commitment_sets}
        return tuple(
            link
            for link in links
            if find_standing(sets[link.commitment_set].issued, times) is Standing.COUNTS
        )
