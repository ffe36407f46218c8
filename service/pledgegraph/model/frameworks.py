"""What they published: frameworks, versions, changes, thresholds."""

from dataclasses import dataclass
from decimal import Decimal

from pledgegraph.model.values import Concept, StatedDate


@dataclass(frozen=True, slots=True)
class Framework:
    """A safety framework as a continuing work; `organisations` and `replaces` are IRIs.

    `slug` is unique within its organisation.
    """

    iri: str
    slug: str
    title: str
    organisations: tuple[str, ...]
    landing_page: str | None
    replaces: tuple[str, ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DateClaim:
    """A rival date of a version, with what it was read from."""

    iri: str
    issued: StatedDate
    basis: Concept
    sources: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameworkVersion:
    """One issued text of a framework.

    `label` is None where its publisher gives none; `url` is None only with `no_address_because`.
    `effective` is None where it is the day of issue or not stated. `replaces`, `reissue_of`,
    `translation_of` and `framework` are IRIs. Whether it is current is a question to the catalogue.
    """

    iri: str
    slug: str
    framework: str
    label: str | None
    title: str
    issued: StatedDate
    date_basis: Concept
    effective: StatedDate | None
    publication: Concept
    availability: Concept
    url: str | None
    no_address_because: str | None
    media_type: str | None
    languages: tuple[str, ...]
    replaces: tuple[str, ...]
    reissue_of: str | None
    rival_dates: tuple[DateClaim, ...]
    alternative_labels: tuple[str, ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    translation_of: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that a framework states: what is measured, how it is compared, in which unit.

    `unit` is the IRI of a unit (QUDT).
    """

    metric: str
    comparator: Concept
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class ThresholdBasis:
    """One of the bases of footnote 3 as a threshold uses it.

    `is_acceptance` says that meeting the criterion accepts the risk: the threshold is crossed where
    it is not met.
    """

    iri: str
    kind: Concept
    criterion: str | None
    quantity: Quantity | None
    is_acceptance: bool = False


@dataclass(frozen=True, slots=True)
class Threshold:
    """A line that a framework version sets; `version` is an IRI.

    `assessability` says whether a breach can be determined, *not reviewed* until the text was read
    for it. `rationale_given` and `example_given` are None where it is not known.
    """

    iri: str
    slug: str
    version: str
    label: str
    description: str
    consequence: str | None
    risks: tuple[Concept, ...]
    bases: tuple[ThresholdBasis, ...]
    assessability: Concept
    rationale_given: bool | None
    example_given: bool | None
    locator: str | None
    sources: tuple[str, ...]
    notes: tuple[str, ...]
