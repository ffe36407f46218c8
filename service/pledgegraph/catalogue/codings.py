"""Questions about evidence that was coded twice, and how far the two coders agree.

Promises that agreement is measured on the codings as they were made, never on what was settled
afterwards. It says how alike two readings are, not that either is right. Imports no third party.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pledgegraph.agreement import krippendorff_alpha, percent_agreement
from pledgegraph.catalogue.evidence import EvidenceCatalogue
from pledgegraph.catalogue.links import group
from pledgegraph.model import (
    Coding,
    Evidence,
    Provision,
    Settlement,
    Statement,
    StatementKind,
)
from pledgegraph.reader import Records

NO_LINK: Final = "none"
"""The value of a requirement that a coder did not link; the others are codes of `bearing`."""

Pair = tuple[str, str]
"""What the first and what the second coder gave for one requirement of one piece of evidence."""

_CODERS: Final = 2


@dataclass(frozen=True, slots=True)
class AgreementFigures:
    """How far two coders agree on pairs of evidence and requirement.

    `linked` pairs are those that either coder linked. The figures are None where they are not
    defined: a share where there is no pair, alpha where nothing varies.
    """

    pairs: int
    agreed: int
    linked: int
    linked_agreed: int
    percent: float | None
    percent_of_linked: float | None
    alpha: float | None
    alpha_of_links: float | None


@dataclass(frozen=True, slots=True)
class ProvisionAgreement:
    """The figures of the requirements that stand in one provision."""

    provision: Provision
    figures: AgreementFigures


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two coders agree on the evidence that both coded, `items` pieces.

    Of `differing` of these the codings are not the same in all.
    """

    items: int
    differing: int
    figures: AgreementFigures
    provisions: tuple[ProvisionAgreement, ...]


@dataclass(frozen=True, slots=True)
class CodingDifference:
    """What two coders gave for one requirement, and what was settled, which are not all the same.

    Each is a code of `bearing`, or None for no link. Where both coders gave the same, a
    clarification of the codebook made afterwards has overruled them.
    """

    requirement: Statement
    first: str | None
    second: str | None
    settled: str | None


class CodingCatalogue(EvidenceCatalogue):
    """The part of the catalogue that knows what coders linked evidence to."""

    def __init__(self, records: Records) -> None:
        """Index the codings and settlements of `records`."""
        super().__init__(records)
        self.codings = records.codings
        self.settlements = records.settlements
        self._codings_of = group((c.evidence, c) for c in records.codings)
        self._agreement: Agreement | None = None
        self._settlement_of = {s.evidence: s for s in records.settlements}
        self._requirements = tuple(
            s for s in records.statements if s.kind is StatementKind.REQUIREMENT
        )

    def list_codings_of(self, evidence: Evidence) -> tuple[Coding, ...]:
        """Return the codings of `evidence` by round; of most evidence none is kept."""
        return self._codings_of.get(evidence.iri, ())

    def find_settlement_of(self, evidence: Evidence) -> Settlement | None:
        """Return what was decided on the codings of `evidence`, or None: what they agree on stands.

        It is None too where there are none.
        """
        return self._settlement_of.get(evidence.iri)

    def get_evidence_coded(self, found: Coding | Settlement) -> Evidence:
        """Return the evidence that a coding or a settlement is of."""
        return self._evidence_by_iri[found.evidence]

    def list_differences_of(self, settlement: Settlement) -> tuple[CodingDifference, ...]:
        """Return where two codings and what was settled are not all the same, in reading order."""
        evidence = self.get_evidence_coded(settlement)
        codings = self.list_codings_of(evidence)
        if len(codings) != _CODERS:
            return ()
        first, second = map(_read_links, codings)
        bearings = self.list_bearings_of(evidence)
        settled = {b.bears_on: b.direction.notation for b in bearings}
        return tuple(
            CodingDifference(s, first.get(s.iri), second.get(s.iri), settled.get(s.iri))
            for s in self._requirements
            if not first.get(s.iri) == second.get(s.iri) == settled.get(s.iri)
        )

    def measure_agreement(self) -> Agreement:
        """Return how far the two coders agree, on all requirements and on those of each provision.

        Only evidence that was coded in both rounds counts. It is measured once: the records never
        change.
        """
        if self._agreement is None:
            self._agreement = self._measure_agreement()
        return self._agreement

    def _measure_agreement(self) -> Agreement:
        twice = [codings for codings in self._codings_of.values() if len(codings) == _CODERS]
        links = [(_read_links(first), _read_links(second)) for first, second in twice]
        pairs = group(
            (s.provision, (first.get(s.iri, NO_LINK), second.get(s.iri, NO_LINK)))
            for first, second in links
            for s in self._requirements
        )
        provisions = sorted((self._provision(iri) for iri in pairs), key=lambda p: p.rank)
        return Agreement(
            items=len(twice),
            differing=sum(first != second for first, second in links),
            figures=_measure(pair for found in pairs.values() for pair in found),
            provisions=tuple(ProvisionAgreement(p, _measure(pairs[p.iri])) for p in provisions),
        )


def _read_links(coding: Coding) -> Mapping[str, str]:
    """Return the direction of each requirement that `coding` links, by its IRI."""
    ways = {
        "supports": coding.supports,
        "partly-supports": coding.partly_supports,
        "contradicts": coding.contradicts,
    }
    return {iri: direction for direction, iris in ways.items() for iri in iris}


def _measure(pairs: Iterable[Pair]) -> AgreementFigures:
    every = tuple(pairs)
    linked = tuple(pair for pair in every if pair != (NO_LINK, NO_LINK))
    return AgreementFigures(
        pairs=len(every),
        agreed=_count_agreed(every),
        linked=len(linked),
        linked_agreed=_count_agreed(linked),
        percent=percent_agreement(every),
        percent_of_linked=percent_agreement(linked),
        alpha=krippendorff_alpha(every),
        alpha_of_links=krippendorff_alpha((a != NO_LINK, b != NO_LINK) for a, b in every),
    )


def _count_agreed(pairs: tuple[Pair, ...]) -> int:
    return sum(first == second for first, second in pairs)
