"""Questions about first publications: which version was the first, and what a search says else.

Promises that what can have been the first is told as such. Imports no third party.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from pledgegraph.catalogue.events import EventCatalogue
from pledgegraph.catalogue.frameworks import FrameworkCatalogue
from pledgegraph.model import (
    Edition,
    FrameworkVersion,
    Organisation,
    Search,
    StatedDate,
    Statement,
)
from pledgegraph.reader.chains import rank_chain


class PublicationCatalogue(FrameworkCatalogue, EventCatalogue):
    """The part of the catalogue that knows what was published first, and who had joined by then."""

    def list_originals_of(self, organisation: Organisation) -> tuple[FrameworkVersion, ...]:
        """Return the versions of an organisation's frameworks, without translations."""
        works = self.list_frameworks_of(organisation)
        return tuple(
            v for work in works for v in self.list_versions_of(work) if v.translation_of is None
        )

    def list_first_of(self, versions: Iterable[FrameworkVersion]) -> tuple[FrameworkVersion, ...]:
        """Return those that can be the first of `versions`, the surest first.

        What replaces another of them, directly or not, is not: it came later, however loosely its
        own day is stated.
        """
        among = {v.iri: v for v in versions}
        chains = {iri: self.list_chain_of(v) for iri, v in among.items()}
        firsts = [v for iri, v in among.items() if not any(o.iri in among for o in chains[iri][1:])]
        return tuple(
            sorted(firsts, key=lambda v: (v.issued.latest, rank_chain(chains[v.iri]), v.iri))
        )

    def list_searches_about(
        self, organisation: Organisation, requirement: Statement
    ) -> tuple[Search, ...]:
        """Return the searches of `organisation` for what `requirement` asks, by day."""
        wanted = {requirement.iri, requirement.provision}
        return tuple(
            s for s in self.list_searches_for(organisation) if not wanted.isdisjoint(s.sought)
        )

    def find_endorsed(self, organisation: Organisation) -> tuple[StatedDate | None, Edition | None]:
        """Return when it endorsed, None without a date, and the edition that says it closer.

        An edition that names the organisation shows that it had endorsed by that day, which may be
        earlier than the last day that the date itself can mean.
        """
        issued = organisation.endorsement.issued
        if issued is None:
            return None, None
        named = (self.find_node(iri) for iri in organisation.endorsement.listed_in)
        editions = [
            e
            for e in named
            if isinstance(e, Edition) and issued.earliest <= e.issued.latest < issued.latest
        ]
        if not editions:
            return issued, None
        first = min(editions, key=lambda e: (e.issued.latest, e.iri))
        return replace(issued, latest=first.issued.latest), first


def span(versions: tuple[FrameworkVersion, ...]) -> StatedDate | None:
    """Return when the first of `versions` came out, the surest first, each of which can be it."""
    if not versions:
        return None
    return replace(versions[0].issued, earliest=min(v.issued.earliest for v in versions))


def list_naming(organisation: Organisation, texts: Iterable[str]) -> tuple[str, ...]:
    """Return those of `texts` in which a name of `organisation` stands as a word, each once."""
    names = [n for n in (organisation.label, organisation.legal_name, *organisation.aliases) if n]
    return tuple(
        text
        for text in dict.fromkeys(texts)
        if any(
            name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names
        )
    )
