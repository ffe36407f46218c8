"""Questions about what is on record, where it stands and which way it points.

Promises answers by organisation, then by number. Imports no third party.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from pledgegraph.catalogue.frameworks import FrameworkCatalogue
from pledgegraph.catalogue.links import group
from pledgegraph.catalogue.matching import having_text, holds, index_texts, is_within
from pledgegraph.catalogue.nearest import list_nearest
from pledgegraph.catalogue.times import Standing, Times, find_standing
from pledgegraph.catalogue.voices import find_groups
from pledgegraph.errors import NotFound
from pledgegraph.model import (
    Agent,
    AssessmentCampaign,
    Bearing,
    Document,
    Evidence,
    FrameworkVersion,
    Organisation,
    Provision,
)
from pledgegraph.reader import Records

Source = Document | FrameworkVersion


@dataclass(frozen=True, slots=True)
class BearingFilter:
    """Which bearings are wanted: every part given must hold; within a part, any value.

    Organisations are slugs, directions codes. Provisions are identifiers, and keep what bears on
    a statement in one of them too.
    """

    organisations: tuple[str, ...] | None = None
    provisions: tuple[str, ...] | None = None
    directions: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class EvidenceFilter:
    """Which evidence is wanted: every part given must hold; within a part, any value.

    As for bearings, where one bearing must hold both parts; kinds and qualities are codes.
    `published_after` and `published_before` keep what stands in a source that was surely issued
    later, or earlier, than that day; an undated source is neither. `text` is looked for in
    identifier, statement and locator, whatever the case.
    """

    organisations: tuple[str, ...] | None = None
    provisions: tuple[str, ...] | None = None
    directions: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    qualities: tuple[str, ...] | None = None
    published_after: date | None = None
    published_before: date | None = None
    has_locator: bool | None = None
    text: str | None = None


class EvidenceCatalogue(FrameworkCatalogue):
    """The part of the catalogue that knows evidence, its sources and who speaks in them."""

    def __init__(self, records: Records) -> None:
        """Index the documents, evidence, bearings and agents of `records`."""
        super().__init__(records)
        self.documents = records.documents
        self.evidence = records.evidence
        self.bearings = records.bearings
        self.agents = records.agents
        self._agent_by_iri = {a.iri: a for a in records.agents}
        self._evidence = {e.identifier: e for e in records.evidence}
        self._evidence_by_iri = {e.iri: e for e in records.evidence}
        self._sources: dict[str, Source] = {d.iri: d for d in records.documents}
        self._sources |= self._version_by_iri
        self._sources_at = group((s.url, s) for s in self._sources.values() if s.url is not None)
        self._bearings_of = group((b.evidence, b) for b in records.bearings)
        self._passages_of = group((e.source, e) for e in records.evidence)
        self._evidence_about = group((o, e) for e in records.evidence for o in e.organisations)
        self._evidence_on = self._index_evidence_on(records)
        self._texts_of_evidence = index_texts(
            (e.iri, (e.identifier, e.statement, e.locator)) for e in records.evidence
        )
        self._voices = find_groups(self._sources, self._list_dependences(records))

    # --- one thing -------------------------------------------------------------------------

    def get_evidence(self, identifier: str) -> Evidence:
        """Return the evidence `identifier`, such as `g42/e4`.

        Raises:
            NotFound: there is none; with the nearest identifiers.
        """
        if identifier not in self._evidence:
            nearest = list_nearest(identifier, self._evidence)
            raise NotFound(kind="evidence", given=identifier, nearest=nearest)
        return self._evidence[identifier]

    def get_evidence_of(self, bearing: Bearing) -> Evidence:
        """Return the evidence that `bearing` is of."""
        return self._evidence_by_iri[bearing.evidence]

    def get_source_of(self, evidence: Evidence) -> Source:
        """Return the document or framework version that `evidence` stands in."""
        return self._sources[evidence.source]

    def get_publisher_of(self, source: Source) -> Agent | Organisation:
        """Return who published `source`: of a framework version, its first organisation."""
        iri = self._publisher(source)
        return self._agent_by_iri.get(iri) or self._organisation_by_iri[iri]

    def find_standing(self, source: Source, times: Times) -> Standing:
        """Return whether what `source` says counts at `times`, or why it does not."""
        if isinstance(source, FrameworkVersion):
            return self.find_standing_of(source, times)
        return find_standing(source.issued, times)

    def count_voices(self, evidence: Iterable[Evidence]) -> int:
        """Return how many independent voices speak in `evidence`.

        Sources of one publisher are one voice. So are a part of an organisation and the
        organisation, and whatever is said not to be independent of each other, through others too.
        A document that is said not to be independent of somebody speaks with their voice and not
        with its publisher's. Who speaks with whom is the same whatever is asked about, so more
        evidence is never fewer voices.
        """
        return len({self._voices[e.source] for e in evidence})

    # --- lists -----------------------------------------------------------------------------

    def list_evidence(
        self, wanted: EvidenceFilter, *, among: Iterable[Evidence] | None = None
    ) -> tuple[Evidence, ...]:
        """Return the wanted evidence by the slug of its organisation, then by number.

        Where `among` is given, only what it holds is looked through, and comes in its order.

        Raises:
            InvalidArgument: an organisation, a provision or a code in `wanted` is unknown; with
                the known ones.
        """
        bearing = BearingFilter(provisions=wanted.provisions, directions=wanted.directions)
        self._check_bearings(bearing)
        self._check_organisations(wanted.organisations)
        self._check_codes("kind", wanted.kinds, scheme="evidence")
        self._check_codes("quality", wanted.qualities)
        has_text = having_text(wanted.text, self._texts_of_evidence)
        return tuple(
            e
            for e in (self.evidence if among is None else among)
            if has_text(e.iri) and self._is_wanted_evidence(e, wanted, bearing)
        )

    def list_bearings(self, wanted: BearingFilter) -> tuple[Bearing, ...]:
        """Return the wanted bearings in the order of their evidence.

        Raises:
            InvalidArgument: an organisation, a provision or a direction in `wanted` is unknown;
                with the known ones.
        """
        self._check_bearings(wanted)
        return tuple(b for b in self.bearings if self._is_wanted_bearing(b, wanted))

    def list_evidence_about(self, organisation: Organisation) -> tuple[Evidence, ...]:
        """Return the evidence about `organisation`, by number."""
        return self._evidence_about.get(organisation.iri, ())

    def list_evidence_on(self, provision: Provision) -> tuple[Evidence, ...]:
        """Return the evidence that bears on `provision` or on a statement in it."""
        return self._evidence_on.get(provision.iri, ())

    def list_provisions_of(self, evidence: Evidence) -> tuple[Provision, ...]:
        """Return the provisions that `evidence` bears on, in reading order."""
        found = {self.get_provision_of(bearing) for bearing in self.list_bearings_of(evidence)}
        return tuple(sorted(found, key=lambda p: (p.instrument, p.position)))

    def list_bearings_of(self, evidence: Evidence) -> tuple[Bearing, ...]:
        """Return the bearings of `evidence` by IRI."""
        return self._bearings_of.get(evidence.iri, ())

    def list_passages_of(self, source: Source) -> tuple[Evidence, ...]:
        """Return the evidence that stands in `source`."""
        return self._passages_of.get(source.iri, ())

    def list_sources_at(self, addresses: Iterable[str]) -> tuple[Source, ...]:
        """Return the documents and framework versions at `addresses`, in the order of these."""
        return tuple(source for url in addresses for source in self._sources_at.get(url, ()))

    # --- inside ----------------------------------------------------------------------------

    def _publisher(self, source: Source) -> str:
        if isinstance(source, Document):
            return source.publisher
        return self.get_framework_of(source).organisations[0]

    def _index_evidence_on(self, records: Records) -> Mapping[str, tuple[Evidence, ...]]:
        """Return the evidence that bears on each provision, by its IRI, each once."""
        stands_in = {s.iri: s.provision for s in records.statements}
        pairs = ((e, b) for e in records.evidence for b in self.list_bearings_of(e))
        found = {(stands_in.get(b.bears_on, b.bears_on), e.iri): e for e, b in pairs}
        return group((provision, e) for (provision, _), e in found.items())

    def _list_dependences(self, records: Records) -> tuple[tuple[str, str], ...]:
        """Return the pairs of IRIs that do not speak independently of each other."""
        found = [(a.iri, a.part_of) for a in records.agents if a.part_of is not None]
        parties: Iterable[Document | Agent | AssessmentCampaign] = chain(
            records.documents, records.agents, records.campaigns
        )
        found.extend((party.iri, other) for party in parties for other in party.not_independent_of)
        for iri, source in self._sources.items():
            if isinstance(source, FrameworkVersion) or not source.not_independent_of:
                found.append((iri, self._publisher(source)))
        return tuple(found)

    def _check_bearings(self, wanted: BearingFilter) -> None:
        self._check_organisations(wanted.organisations)
        self._check_provisions(wanted.provisions)
        self._check_codes("direction", wanted.directions, scheme="bearing")

    def _is_wanted_bearing(self, b: Bearing, wanted: BearingFilter) -> bool:
        return (
            self._concerns(self.get_evidence_of(b).organisations, wanted.organisations)
            and self._names_promise(b.bears_on, wanted.provisions)
            and holds(wanted.directions, (b.direction.notation,))
        )

    def _is_wanted_evidence(
        self, e: Evidence, wanted: EvidenceFilter, bearing: BearingFilter
    ) -> bool:
        """Whether `e` is wanted, but for the text."""
        has_bearing = bearing == BearingFilter() or any(
            self._is_wanted_bearing(b, bearing) for b in self.list_bearings_of(e)
        )
        after, before = wanted.published_after, wanted.published_before
        return (
            has_bearing
            and self._concerns(e.organisations, wanted.organisations)
            and holds(wanted.kinds, (e.kind.notation,))
            and holds(wanted.qualities, (e.quality.notation if e.quality else None,))
            and is_within(self.get_source_of(e).issued, after=after, before=before)
            and wanted.has_locator in (None, e.locator is not None)
        )
