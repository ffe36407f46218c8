"""Where the IRIs that our data hands out lead on this server.

Shipped IRIs stand below one base that is not ours to serve; the same path here answers 303 to the
page that shows the thing (https://www.w3.org/TR/cooluris/), or to what is stated about just it. A
part leads where its whole does.
"""

from typing import Final

from pledgegraph.bootstrap import Service
from pledgegraph.catalogue import Catalogue
from pledgegraph.errors import NotFound
from pledgegraph.model import (
    Assessment,
    Bearing,
    Coding,
    Deadline,
    Document,
    Edition,
    Endorsement,
    Event,
    Evidence,
    Framework,
    FrameworkVersion,
    Headquartering,
    Instrument,
    Organisation,
    Provision,
    Reading,
    Record,
    Rule,
    RuleProfile,
    Search,
    Settlement,
    Statement,
    TextFile,
    Threshold,
)
from pledgegraph.publishing.turtle import format_turtle
from pledgegraph.store.term import Iri
from pledgegraph.terms import REQ, SHAPE, SITE
from pledgegraph.web.anchors import address_of

COMMITMENTS: Final = "/commitments"
RULES: Final = "/rules"


def get_address(service: Service, path: str) -> str:
    """Return the path of the page that shows what `path` names below the base of shipped IRIs.

    Raises:
        NotFound: nothing has that name, or no page shows it yet; then the nearest is its Turtle.
    """
    iri = SITE + path
    is_known = bool(service.store.describe(Iri(iri)))
    if is_known:
        whole = iri
        while len(whole) > len(SITE):
            record = service.catalogue.find_node(whole)
            address = None if record is None else _find_page(service, record)
            if address is not None:
                return address
            whole = whole.rpartition("/")[0]
        used_by = service.catalogue.find_rule_using(iri)
        if used_by is not None or iri == SHAPE.base.removesuffix("#"):
            return RULES if used_by is None else f"{RULES}/{used_by.identifier}"
    if iri.startswith(REQ.base):
        # Raises with the nearest identifiers, when the name is nearly that of a statement.
        instrument, _, identifier = iri.removeprefix(REQ.base).partition("/")
        service.catalogue.get_statement(instrument, identifier)
    raise NotFound(kind="page", given=iri, nearest=(f"/{path}.ttl",) if is_known else ())


def has_description(service: Service, path: str) -> bool:
    """Whether anything is stated about what `path` names below the base of shipped IRIs."""
    return bool(service.store.describe(Iri(SITE + path)))


def describe(service: Service, path: str) -> bytes:
    """Return as Turtle what is stated about what `path` names, and about its parts.

    Raises:
        NotFound: nothing has that name.
    """
    triples = service.store.describe(Iri(SITE + path))
    if not triples:
        raise NotFound(kind="thing", given=SITE + path)
    return format_turtle(triples).encode()


def _find_page(service: Service, record: Record) -> str | None:
    catalogue = service.catalogue
    address: str | None = None
    match record:
        case Statement():
            address = f"/requirements/{record.identifier}"
        case Provision():
            address = f"{COMMITMENTS}#{record.identifier}"
        case Reading():
            name = next(
                s.identifier
                for s in catalogue.statements
                if record.iri in {r.iri for r in s.readings}
            )
            address = f"/requirements/{name}#readings"
        case Event():
            address = f"/events/{record.identifier}"
        case Deadline():
            event = catalogue.find_node(record.event)
            address = f"/events/{event.identifier}#deadline" if isinstance(event, Event) else None
        case Rule():
            address = f"{RULES}/{record.identifier}"
        case RuleProfile():
            address = f"{RULES}?profile={record.token}"
        case Instrument() | Edition() | TextFile():
            address = COMMITMENTS
        case _:
            address = _find_place(catalogue, record)
    return address


def _find_place(catalogue: Catalogue, record: Record) -> str | None:
    """Return where `record` is told on the page of its organisation; None when it is on none."""
    shown = record
    if isinstance(record, Bearing):
        shown = catalogue.get_evidence_of(record)
    elif isinstance(record, Coding | Settlement):
        shown = catalogue.get_evidence_coded(record)
    elif isinstance(record, Document):
        shown = next(iter(catalogue.list_passages_of(record)), record)
    owners = (catalogue.find_node(iri) for iri in _list_owners(catalogue, shown))
    slugs = (owner.slug for owner in owners if isinstance(owner, Organisation))
    slug = next(slugs, None)
    return None if slug is None else address_of(shown.iri, slug)


def _list_owners(catalogue: Catalogue, record: Record) -> tuple[str, ...]:
    """Return the IRIs of the organisations on whose pages `record` is told."""
    owners: tuple[str, ...] = ()
    match record:
        case Organisation():
            owners = (record.iri,)
        case Endorsement() | Headquartering() | Search() | Assessment():
            owners = (record.organisation,)
        case Framework() | Evidence():
            owners = record.organisations
        case FrameworkVersion():
            owners = catalogue.get_framework_of(record).organisations
        case Threshold():
            version = catalogue.get_version_of(record)
            owners = catalogue.get_framework_of(version).organisations
    return owners
