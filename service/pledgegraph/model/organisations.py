"""Who promised, when, and from where."""

from dataclasses import dataclass
from typing import Final

from pledgegraph.model.values import Concept, StatedDate

COUNTRIES: Final = "http://publications.europa.eu/resource/authority/country"
"""The scheme of every country, ISO 3166-1 as the European Union publishes it."""


@dataclass(frozen=True, slots=True)
class Headquartering:
    """A country, a concept of ISO 3166-1, in which an organisation has its headquarters."""

    iri: str
    organisation: str
    country: Concept
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Endorsement:
    """One organisation agreeing to an instrument; `issued` is None where no source dates it.

    `listed_in` are the IRIs of the editions that name the organisation.
    """

    iri: str
    organisation: str
    instrument: str
    cohort: Concept
    listed_in: tuple[str, ...]
    issued: StatedDate | None
    sources: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that endorsed the commitments; `slug` is its name in addresses.

    `aliases` are other names by which sources call it. `headquarterings` is empty where no source
    names a country.
    """

    iri: str
    slug: str
    label: str
    legal_name: str | None
    aliases: tuple[str, ...]
    homepage: str | None
    headquarterings: tuple[Headquartering, ...]
    endorsement: Endorsement
    sources: tuple[str, ...]
    notes: tuple[str, ...]
