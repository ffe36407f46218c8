"""Questions about the thresholds that framework versions set.

Promises answers in the order of the versions. Imports no third party.
"""

from dataclasses import dataclass

from pledgegraph.catalogue.frameworks import FrameworkCatalogue
from pledgegraph.catalogue.links import close, group
from pledgegraph.catalogue.matching import has_text, holds
from pledgegraph.model import FrameworkVersion, Threshold
from pledgegraph.reader import Records


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
        self._wider_risks = self._index_wider_risks()

    def list_thresholds(self, wanted: ThresholdFilter) -> tuple[Threshold, ...]:
        """Return the wanted thresholds by version, then by IRI.

        Raises:
            InvalidArgument: an organisation or a code in `wanted` is unknown; with the known ones.
        """
        only = None if wanted.only_basis is None else (wanted.only_basis,)
        self._check_organisations(wanted.organisations)
        self._check_codes("risk", wanted.risks)
        self._check_codes("basis", wanted.bases)
        self._check_codes("basis", only)
        self._check_codes("assessability", wanted.assessabilities)
        return tuple(t for t in self.thresholds if self._is_wanted_threshold(t, wanted))

    def list_thresholds_of(self, version: FrameworkVersion) -> tuple[Threshold, ...]:
        """Return the thresholds that `version` sets, by IRI."""
        return self._thresholds_of.get(version.iri, ())

    def get_version_of(self, threshold: Threshold) -> FrameworkVersion:
        """Return the version that sets `threshold`."""
        return self._version_by_iri[threshold.version]

    def _index_wider_risks(self) -> dict[str, frozenset[str]]:
        """Return the notations of each risk and of all wider ones, by the risk's IRI."""
        risks = self._code_lists["risk"].concepts if "risk" in self._code_lists else ()
        notations = {c.iri: c.notation for c in risks}
        wider = {c.iri: (c.broader,) if c.broader in notations else () for c in risks}
        return {
            iri: frozenset([notation, *(notations[i] for i in close(iri, wider))])
            for iri, notation in notations.items()
        }

    def _is_wanted_threshold(self, t: Threshold, wanted: ThresholdFilter) -> bool:
        version = self.get_version_of(t)
        organisations = self.get_framework_of(version).organisations
        bases = frozenset(b.kind.notation for b in t.bases)
        is_quantified = any(b.quantity is not None for b in t.bases)
        return (
            self._concerns(organisations, wanted.organisations)
            and holds(wanted.risks, (n for r in t.risks for n in self._wider_risks[r.iri]))
            and holds(wanted.bases, bases)
            and wanted.is_current in (None, self.is_current(version))
            and holds(wanted.assessabilities, (t.assessability.notation,))
            and wanted.is_quantified in (None, is_quantified)
            and (wanted.only_basis is None or bases == {wanted.only_basis})
            and has_text(wanted.text, (t.slug, t.label, t.description, t.consequence))
        )
