"""Questions about the thresholds that framework versions set.

Promises answers in the order of the versions. Imports no third party.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pledgegraph.catalogue.frameworks import FrameworkCatalogue
from pledgegraph.catalogue.links import group
from pledgegraph.catalogue.matching import having_text, holds, index_texts
from pledgegraph.model import CodeList, Concept, FrameworkVersion, Organisation, Threshold
from pledgegraph.reader import Records
from pledgegraph.reader.chains import close


@dataclass(frozen=True, slots=True)
class ThresholdFilter:
    """Which thresholds are wanted: every part given must hold; within a part, any value.

    Organisations are slugs; risks, bases and assessabilities are codes, a risk with all narrower
    ones. `is_current` asks for those of current versions, or of former ones. `only_basis` keeps
    what rests on that basis alone. `text` is looked for in slug, label, description and
    consequence, whatever the case.
    """

    organisations: tuple[str, ...] | None = None
    risks: tuple[str, ...] | None = None
    bases: tuple[str, ...] | None = None
    is_current: bool | None = None
    assessabilities: tuple[str, ...] | None = None
    is_quantified: bool | None = None
    only_basis: str | None = None
    text: str | None = None


class ThresholdCatalogue(FrameworkCatalogue):
    """The part of the catalogue that knows the thresholds."""

    def __init__(self, records: Records) -> None:
        """Index the thresholds of `records`."""
        super().__init__(records)
        self.thresholds = records.thresholds
        self._thresholds_of = group((t.version, t) for t in records.thresholds)
        self._thresholds_set_by = group(
            (o, t)
            for t in records.thresholds
            for o in self.get_framework_of(self.get_version_of(t)).organisations
        )
        self._texts_of_thresholds = index_texts(
            (t.iri, (t.slug, t.label, t.description, t.consequence)) for t in records.thresholds
        )
        self._risks = _index_risks(self._code_lists.get("risk"))

    def list_thresholds(
        self, wanted: ThresholdFilter, *, among: Iterable[Threshold] | None = None
    ) -> tuple[Threshold, ...]:
        """Return the wanted thresholds by version, then by IRI.

        Where `among` is given, only what it holds is looked through, and comes in its order.

        Raises:
            InvalidArgument: an organisation or a code in `wanted` is unknown; with the known ones.
        """
        only = None if wanted.only_basis is None else (wanted.only_basis,)
        self._check_organisations(wanted.organisations)
        self._check_codes("risk", wanted.risks, argument="riskDomain")
        self._check_codes("basis", wanted.bases)
        self._check_codes("basis", only, argument="onlyBasis")
        self._check_codes("assessability", wanted.assessabilities)
        has_text = having_text(wanted.text, self._texts_of_thresholds)
        return tuple(
            t
            for t in (self.thresholds if among is None else among)
            if has_text(t.iri) and self._is_wanted_threshold(t, wanted)
        )

    def list_thresholds_of(self, version: FrameworkVersion) -> tuple[Threshold, ...]:
        """Return the thresholds that `version` sets, by IRI."""
        return self._thresholds_of.get(version.iri, ())

    def list_thresholds_set_by(self, organisation: Organisation) -> tuple[Threshold, ...]:
        """Return the thresholds of all versions of the frameworks of `organisation`."""
        return self._thresholds_set_by.get(organisation.iri, ())

    def get_version_of(self, threshold: Threshold) -> FrameworkVersion:
        """Return the version that sets `threshold`."""
        return self._version_by_iri[threshold.version]

    def get_organisation_of(self, threshold: Threshold) -> Organisation:
        """Return the organisation whose framework sets `threshold`: the first, where of several."""
        return self.list_organisations_of(self.get_framework_of(self.get_version_of(threshold)))[0]

    def is_set_by_current(self, threshold: Threshold) -> bool:
        """Whether the version that sets `threshold` is current."""
        return self.is_current(self.get_version_of(threshold))

    def list_domains_of(self, threshold: Threshold) -> tuple[Concept, ...]:
        """Return the widest risks above each risk of `threshold`, by position.

        A risk with no wider one is its own domain.
        """
        found = {w.iri: w for r in threshold.risks for w in self._risks[r.iri] if not w.broader}
        return tuple(sorted(found.values(), key=lambda risk: risk.position))

    def _is_wanted_threshold(self, t: Threshold, wanted: ThresholdFilter) -> bool:
        """Whether `t` is wanted, but for the text."""
        organisations = self.get_framework_of(self.get_version_of(t)).organisations
        bases = frozenset(b.kind.notation for b in t.bases)
        is_quantified = any(b.quantity is not None for b in t.bases)
        return (
            self._concerns(organisations, wanted.organisations)
            and holds(wanted.risks, (w.notation for r in t.risks for w in self._risks[r.iri]))
            and holds(wanted.bases, bases)
            and wanted.is_current in (None, self.is_set_by_current(t))
            and holds(wanted.assessabilities, (t.assessability.notation,))
            and wanted.is_quantified in (None, is_quantified)
            and (wanted.only_basis is None or bases == {wanted.only_basis})
        )


def _index_risks(risks: CodeList | None) -> Mapping[str, tuple[Concept, ...]]:
    """Return each risk with all wider ones, by its IRI."""
    known = {} if risks is None else {risk.iri: risk for risk in risks.concepts}
    wider = {iri: (r.broader,) if r.broader in known else () for iri, r in known.items()}
    return {
        iri: (risk, *(known[other] for other in sorted(close(iri, wider) - {iri})))
        for iri, risk in known.items()
    }
