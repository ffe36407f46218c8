"""What is on record, where it stands, and which way it points."""

from dataclasses import dataclass

from pledgegraph.model.values import Attribution, Concept, StatedDate


@dataclass(frozen=True, slots=True)
class Document:
    """A published text that is no framework version; `issued` is None where it is undated.

    `publisher` is the IRI of an agent or of a signatory.
    """

    iri: str
    slug: str
    title: str
    publisher: str
    issued: StatedDate | None
    url: str | None
    no_address_because: str | None
    availability: Concept
    not_independent_of: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one source says at one place, in our own words.

    `identifier` is its organisation's slug and its name there, `g42/e4`. `source` is the IRI of a
    document or a framework version. `locator` is None only with `no_locator_because`. `quality` and
    `quality_note` are given where the source calls for care.
    """

    iri: str
    identifier: str
    statement: str
    source: str
    locator: str | None
    no_locator_because: str | None
    organisations: tuple[str, ...]
    kind: Concept
    quality: Concept | None
    quality_note: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bearing:
    """Which way a piece of evidence points for a statement or a provision, by whom and when.

    `evidence` and `bears_on` are IRIs.
    """

    iri: str
    evidence: str
    bears_on: str
    direction: Concept
    attribution: Attribution
    because: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a record says a framework version does about one requirement.

    `version` and `requirement` are IRIs, that of a requirement or of an exception's
    ground; `evidence` are those that it cites. `mode` is EARL's. It is neither the source nor a
    verdict: whoever submits the record answers for it.
    """

    iri: str
    version: str
    requirement: str
    coverage: Concept
    because: str | None
    evidence: tuple[str, ...]
    mode: str
    review_state: Concept
