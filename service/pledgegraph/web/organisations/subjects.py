"""What the pages of organisations tell of, by IRI: the subjects of their Turtle.

Promises whatever a page names, not only what is about the organisation: who published a source,
what a verdict is measured on. Codes and the commitments are told by their own pages. Must not know
how a subject is described, nor where its description is kept.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from pledgegraph.web.organisations.dossier import Dossier


def list_subjects(dossier: Dossier) -> tuple[str, ...]:
    """Return the IRIs of all that the page of one organisation tells of, each once."""
    told = (
        _list_who(dossier),
        _list_published(dossier),
        _list_read(dossier),
        _list_judged(dossier),
        _list_due(dossier),
    )
    return tuple(dict.fromkeys(chain.from_iterable(told)))


def list_subjects_of_all(dossiers: Iterable[Dossier]) -> tuple[str, ...]:
    """Return the IRIs of all that the page of all organisations tells of, each once."""
    found: list[str] = []
    for dossier in dossiers:
        found.extend(_list_who(dossier))
        for entry in dossier.current_versions:
            found += (entry.framework.iri, entry.version.iri)
        found.extend(search.iri for search in dossier.searches)
    return tuple(dict.fromkeys(found))


def _list_who(dossier: Dossier) -> Iterator[str]:
    organisation = dossier.organisation
    yield organisation.iri
    yield organisation.endorsement.iri
    for seat in organisation.headquarterings:
        yield from (seat.iri, seat.country.iri)


def _list_published(dossier: Dossier) -> Iterator[str]:
    for framework in dossier.frameworks:
        yield framework.framework.iri
    for entry in dossier.versions:
        yield entry.version.iri
        yield from (claim.iri for claim in entry.version.rival_dates)
        if entry.change:
            yield entry.change.iri
    for threshold in dossier.thresholds:
        yield threshold.threshold.iri


def _list_read(dossier: Dossier) -> Iterator[str]:
    for entry in dossier.bearings:
        yield from (entry.evidence.iri, entry.bearing.iri, entry.source.iri, entry.publisher.iri)
        yield entry.bearing.attribution.drawn_by.iri


def _list_judged(dossier: Dossier) -> Iterator[str]:
    for entry in dossier.assessments:
        verdict = entry.assessment
        yield from (verdict.iri, verdict.assessor.iri, verdict.test.iri, verdict.scale.iri)
        yield from (value.iri for value in verdict.scale.values)
    for group in dossier.campaigns:
        if group.campaign:
            yield group.campaign.iri
            yield from group.campaign.assessors
        yield from (party.iri for party in group.related)


def _list_due(dossier: Dossier) -> Iterator[str]:
    yield from (search.iri for search in dossier.searches)
    yield from (event.iri for event in dossier.events)
    for due in dossier.due_dates:
        yield from (due.deadline.iri, due.event.iri)
        yield from (reading.iri for reading in due.doubts)
