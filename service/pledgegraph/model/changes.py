"""What changed between two versions, and whether that was said."""

from dataclasses import dataclass

from pledgegraph.model.values import Attribution, Concept


@dataclass(frozen=True, slots=True)
class ChangeItem:
    """What became of one commitment of a framework, in our own words.

    `requirements` are the IRIs of what the commitment answers, empty where that is not clear.
    `disclosure` is None where no source tells whether the organisation announced it. `before`,
    `after` and `reasons` are IRIs of evidence, `relocated_to` those of documents or versions.
    """

    iri: str
    change: str
    description: str
    direction: Concept
    requirements: tuple[str, ...]
    materiality: tuple[Concept, ...]
    disclosure: Concept | None
    before: str | None
    after: str | None
    reasons: tuple[str, ...]
    relocated_to: tuple[str, ...]
    attribution: Attribution
    locator: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The step between two versions, in our own words.

    `reasons_stated` is None where it is not known whether the organisation said why; `reasons` are
    the IRIs of evidence in which it does, `accounts` those of documents in which it tells of the
    change. `affects` are the IRIs of requirements or paragraphs that it goes about differently.
    The items are those on record, not all that changed.
    """

    iri: str
    from_version: str
    to_version: str
    description: str
    reasons_stated: bool | None
    sources: tuple[str, ...]
    items: tuple[ChangeItem, ...] = ()
    affects: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
