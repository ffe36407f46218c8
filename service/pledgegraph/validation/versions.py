"""The record of one version: what is on record here of one issued text, checked as it is shipped.

Which things are its record follows from what they state, in whatever file that stands:

- the version;
- what is of it: thresholds that it defines, practices and mitigations of it, claims about it, the
  change that leads to it, passages of it that are evidence, checks of its thresholds;
- what these are made of: the bases, rationales, monitoring and other parts of a threshold, rival
  dates, files, roles, change items; and whatever stands below them, that is, what they name and
  whose IRI continues their own by `/`, or that has no IRI;
- the evidence that any of these name, whichever text it is from.

The framework, the organisation, documents, models and codes have records of their own, and bearings
and codings judge evidence: a finding on any of them is none on a version. No relation that is
followed leads to another version.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pledgegraph.errors import NotFound
from pledgegraph.store.term import BlankNode, Iri, Term, Triple
from pledgegraph.terms import PLEDGE, RDF
from pledgegraph.validation.checks import check_given
from pledgegraph.validation.context import Context
from pledgegraph.validation.findings import ValidationReport
from pledgegraph.validation.given import Given
from pledgegraph.validation.profiles import Profile
from pledgegraph.validation.shipped import Subject

_NAMED_BY_OWNER: Final = frozenset(
    {
        PLEDGE.definesThreshold,
        PLEDGE.hasBasis,
        PLEDGE.metric,
        PLEDGE.value,
        PLEDGE.assessability,
        PLEDGE.monitoredBy,
        PLEDGE.rationale,
        PLEDGE.intolerableExample,
        PLEDGE.input,
        PLEDGE.alignment,
        PLEDGE.unlessMitigatedBy,
        PLEDGE.rivalDate,
        PLEDGE.hasFile,
        PLEDGE.assigns,
        PLEDGE.hasItem,
    }
)
"""What leads from a thing to what it is made of."""

_NAMING_OWNER: Final = frozenset(
    {
        PLEDGE.practiceOf,
        PLEDGE.claimAbout,
        PLEDGE.changeTo,
        PLEDGE.passageOf,
        PLEDGE.checked,
    }
)
"""What leads from a thing to the version, or the threshold, that it is of."""


def validate_version(
    version: str, *, context: Context, profile: Profile = Profile.RECORD
) -> ValidationReport:
    """Check the record of the shipped `version`, given by its IRI. Findings carry no lines.

    Raises:
        NotFound: no version of that IRI is shipped.
        EngineFailure: the engine did not finish, which is no verdict.
    """
    every = (triple for part in context.parts.values() for triple in part)
    record = list_record(every, Iri(version))
    if not record:
        raise NotFound(kind="framework version", given=version)
    parts = {
        name: found
        for name, part in context.parts.items()
        if (found := tuple(triple for triple in part if triple.subject in record))
    }
    with context.holding(()) as data:
        return check_given(data, Given(parts, ()), context, profile)


def list_record(triples: Iterable[Triple], version: Iri) -> frozenset[Subject]:
    """Return the subjects in `triples` that are the record of `version`; none without a version."""
    stated: dict[Subject, list[Triple]] = defaultdict(list)
    owned: dict[Term, list[Subject]] = defaultdict(list)
    for triple in triples:
        stated[triple.subject].append(triple)
        if triple.predicate in _NAMING_OWNER:
            owned[triple.object].append(triple.subject)
    if not _is_a(stated, version, PLEDGE.FrameworkVersion):
        return frozenset()
    found: set[Subject] = {version}
    waiting: list[Subject] = [version]
    while waiting:
        member = waiting.pop()
        new = {*_list_named(stated, member), *owned.get(member, ())} - found
        found |= new
        waiting.extend(new)
    return frozenset(found)


def _list_named(stated: Mapping[Subject, list[Triple]], member: Subject) -> Iterator[Subject]:
    """Return what `member` names that is its part, or evidence, where something is said of it."""
    for _, predicate, value in stated[member]:
        if value not in stated or not isinstance(value, Iri | BlankNode):
            continue
        is_below = isinstance(value, BlankNode) or value.startswith(f"{member}/")
        if predicate in _NAMED_BY_OWNER or is_below or _is_a(stated, value, PLEDGE.Evidence):
            yield value


def _is_a(stated: Mapping[Subject, list[Triple]], subject: Subject, kind: str) -> bool:
    if subject not in stated:
        return False
    return any(t.predicate == RDF.type and t.object == kind for t in stated[subject])
