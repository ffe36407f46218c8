"""Questions about the organisations that agreed to the commitments.

Promises answers by the organisations' labels. Imports no third party.
"""

from dataclasses import dataclass

from pledgegraph.catalogue.instrument import InstrumentCatalogue
from pledgegraph.catalogue.matching import check_known, having_text, holds, index_texts
from pledgegraph.catalogue.nearest import list_nearest
from pledgegraph.errors import NotFound
from pledgegraph.model import Organisation
from pledgegraph.reader import Records


@dataclass(frozen=True, slots=True)
class OrganisationFilter:
    """Which organisations are wanted: every part given must hold; within a part, any value.

    Cohorts are codes, countries notations (`FR`). `has_framework` asks for any framework of its
    own, current or not. `text` is looked for in slug and names, whatever the case.
    """

    cohorts: tuple[str, ...] | None = None
    countries: tuple[str, ...] | None = None
    has_framework: bool | None = None
    text: str | None = None


class OrganisationCatalogue(InstrumentCatalogue):
    """The part of the catalogue that knows the organisations."""

    def __init__(self, records: Records) -> None:
        """Index the organisations of `records`."""
        super().__init__(records)
        self.organisations = records.organisations
        self._organisations = {o.slug: o for o in records.organisations}
        self._organisation_by_iri = {o.iri: o for o in records.organisations}
        self._countries = tuple(
            sorted({c for o in records.organisations for c in _list_countries(o)})
        )
        self._having_frameworks = frozenset(
            iri for framework in records.frameworks for iri in framework.organisations
        )
        self._texts_of_organisations = index_texts(
            (o.iri, (o.slug, o.label, o.legal_name, *o.aliases)) for o in records.organisations
        )

    def get_organisation(self, slug: str) -> Organisation:
        """Return the organisation `slug`, such as `g42`.

        Raises:
            NotFound: there is none; with the nearest slugs.
        """
        if slug not in self._organisations:
            nearest = list_nearest(slug, self._organisations)
            raise NotFound(kind="organisation", given=slug, nearest=nearest)
        return self._organisations[slug]

    def list_organisations(self, wanted: OrganisationFilter) -> tuple[Organisation, ...]:
        """Return the wanted organisations by label.

        Raises:
            InvalidArgument: a cohort or a country in `wanted` is unknown; with the known ones.
        """
        self._check_codes("cohort", wanted.cohorts)
        check_known("country", wanted.countries, self._countries)
        has_text = having_text(wanted.text, self._texts_of_organisations)
        return tuple(
            o
            for o in self.organisations
            if has_text(o.iri) and self._is_wanted_organisation(o, wanted)
        )

    def _is_wanted_organisation(self, o: Organisation, wanted: OrganisationFilter) -> bool:
        """Whether `o` is wanted, but for the text."""
        return (
            holds(wanted.cohorts, (o.endorsement.cohort.notation,))
            and holds(wanted.countries, _list_countries(o))
            and wanted.has_framework in (None, o.iri in self._having_frameworks)
        )

    def _check_organisations(self, slugs: tuple[str, ...] | None) -> None:
        check_known("organisation", slugs, self._organisations)

    def _concerns(self, iris: tuple[str, ...], slugs: tuple[str, ...] | None) -> bool:
        """Whether any of the organisations with these IRIs has one of the `slugs`."""
        return holds(slugs, (self._organisation_by_iri[iri].slug for iri in iris))


def _list_countries(organisation: Organisation) -> tuple[str, ...]:
    return tuple(h.country.notation for h in organisation.headquarterings)
