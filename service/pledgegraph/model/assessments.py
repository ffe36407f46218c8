"""Who judged it, on which scale, and what they said."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pledgegraph.model.instrument import Statement
from pledgegraph.model.values import Agent, Concept, StatedDate


@dataclass(frozen=True, slots=True)
class RatingScale:
    """An assessor's scale, with the assessor's values where they have names.

    `lowest` and `highest` are the ends of a scale of numbers, the lowest where the worst is.
    `passed` and `failed` are the IRIs of the values that say plainly that what was asked is there,
    or that it is not; a scale of degrees has none.
    """

    iri: str
    title: str
    description: str
    values: tuple[Concept, ...]
    lowest: Decimal | None
    highest: Decimal | None
    passed: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AssessmentCriterion:
    """An assessor's own question; `provisions` are the IRIs of those that come nearest to it."""

    iri: str
    label: str
    campaign: str | None
    provisions: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AssessmentCampaign:
    """One study or rating scheme: who judges whom by which criteria on which scales.

    `assessors` are IRIs of agents. `findings` are what it says of all it judged together.
    """

    iri: str
    slug: str
    title: str
    scope: str
    assessors: tuple[str, ...]
    issued: StatedDate | None
    url: str
    scales: tuple[RatingScale, ...]
    criteria: tuple[AssessmentCriterion, ...]
    findings: tuple[str, ...]
    not_independent_of: tuple[str, ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """Somebody's verdict, as stated, on the assessor's own scale.

    `identifier` is its IRI after `id/assessment/`. `subject` is the IRI of an organisation or a
    framework version, `organisation` that of the organisation in either case. `test` is what it
    answers: a criterion of the assessor's, or a requirement itself. `score` is given on numeric
    scales only, `rating` where the verdict is a named value of its scale. `parts` are the IRIs of
    assessments that it sums up. `is_tabled` says that it was read in its campaign's table and not
    for the organisation by itself.
    """

    iri: str
    identifier: str
    assessor: Agent
    subject: str
    organisation: str
    test: AssessmentCriterion | Statement
    scale: RatingScale
    campaign: str | None
    edition: str
    issued: StatedDate | None
    as_of: date | None
    aspect: Concept
    result_as_stated: str
    score: Decimal | None
    rating: Concept | None
    because: str | None
    parts: tuple[str, ...]
    quality: Concept | None
    quality_note: str | None
    is_tabled: bool
    sources: tuple[str, ...]
    notes: tuple[str, ...]
